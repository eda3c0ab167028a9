"""SARIF 2.1.0, the form in which tools exchange what checks find (OASIS Standard, 27 March 2020).

In: `Findings`. Out: one log with one run: the rules that found something, and a result for each finding. What is waived is a result that is
suppressed in the source, with its reason. A place that is in no file is a logical location. Columns count Unicode code points.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

import section75
from section75.rules import rules

if TYPE_CHECKING:
    from section75.commands.forms import Findings
    from section75.problems import Problem
    from section75.rules import Rule

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
READ: Final = "A check that is made while files are read and drafted; each finding says what is wrong, and what to do."
LEVELS: Final = {"error": "error", "warning": "warning", "advice": "note", "information": "note"}

Json = dict[str, Any]


def write(findings: Findings) -> str:
    """Return the findings as a SARIF log."""
    every = rules()
    found = sorted({problem.rule for problem in findings.problems})
    driver = {"name": "section75", "version": section75.__version__, "rules": [_rule(name, every.get(name)) for name in found]}
    seen: Counter[str] = Counter()
    results = [_result(findings, problem, found.index(problem.rule), every, seen) for problem in findings.problems]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(name: str, rule: Rule | None) -> Json:
    """Return what is said of a rule; of the checks of the reader all the same, since code scanning refuses a rule without a word on it."""
    if rule is None:
        return {"id": name, **{field: {"text": READ} for field in ("shortDescription", "fullDescription", "help")}}
    guards = " ".join((rule.__doc__ or "").split())
    return {
        "id": name,
        "shortDescription": {"text": (rule.__doc__ or "").strip().partition("\n")[0]},
        "fullDescription": {"text": guards},
        "help": {"text": f"Authority: {rule.AUTHORITY}"},
        "defaultConfiguration": {"level": LEVELS[rule.LEVEL]},
    }


def _result(findings: Findings, problem: Problem, index: int, every: dict[str, Rule], seen: Counter[str]) -> Json:
    waived = problem.level == "waived"
    level = every[problem.rule].LEVEL if waived else problem.level
    text = problem.message if waived else f"{problem.message} {problem.remedy}"
    return {
        "ruleId": problem.rule,
        "ruleIndex": index,
        "level": LEVELS[level],
        "message": {"text": text},
        "locations": [_location(findings, problem)],
        "partialFingerprints": {"finding/v1": _fingerprint(problem, seen)},
        **({"suppressions": [{"kind": "inSource", "status": "accepted", "justification": problem.remedy}]} if waived else {}),
    }


def _location(findings: Findings, problem: Problem) -> Json:
    place = problem.place
    if not findings.is_file(place):
        return {"logicalLocations": [{"name": place.file or "the project"}]}
    region = {"startLine": place.line, "startColumn": place.column}
    return {"physicalLocation": {"artifactLocation": {"uri": quote(place.file), "uriBaseId": "%SRCROOT%"}, "region": region}}


def _fingerprint(problem: Problem, seen: Counter[str]) -> str:
    """Return what tells a finding from others when lines move: its rule, file and message, and which of several alike it is."""
    told = f"{problem.rule}\n{problem.place.file}\n{problem.message}"
    seen[told] += 1
    return hashlib.sha256(f"{told}\n{seen[told]}".encode()).hexdigest()[:32]
