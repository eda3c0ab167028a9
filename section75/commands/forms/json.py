"""JSON, for programs: a list of findings, and how many there are of each level.

In: `Findings`. Out: one object with `problems` and `counts`. What is waived has `suppressions` with the reason, in place of a remedy.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from section75.problems import LEVELS

if TYPE_CHECKING:
    from section75.commands.forms import Findings
    from section75.problems import Problem


def write(findings: Findings) -> str:
    """Return the findings as JSON."""
    counts = {level: findings.count(level) for level in LEVELS}
    return json.dumps({"problems": [_told(one) for one in findings.problems], "counts": counts}, ensure_ascii=False, indent=2) + "\n"


def _told(problem: Problem) -> dict[str, object]:
    waived = problem.level == "waived"
    return {
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "level": problem.level,
        "rule": problem.rule,
        "message": problem.message,
        **({"suppressions": [{"kind": "waiver", "justification": problem.remedy}]} if waived else {"remedy": problem.remedy}),
    }
