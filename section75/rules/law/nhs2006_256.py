"""Money under section 76 or 256 of the National Health Service Act 2006 is not paid into a pooled fund.

Those sections give power to make payments with papers of their own; no function is delegated by them and nothing is pooled.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from section75.facts.lines import lines_of
from section75.problems import Problem
from section75.rules.arrangements import NONE_DELEGATED, POOLED
from section75.rules.mutations import Mutation
from section75.rules.prescribed import pooled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "nhs2006-256"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = (
    "National Health Service Act 2006, sections 76 and 256 (256 read in part): https://www.legislation.gov.uk/ukpga/2006/41/section/256"
)
_GRANT: Final = POOLED.replace("icb: 200000", "grant: 200000") + "  sources: {grant: {paid_by: icb, name: NAME}}\n"
PASSES: Final = (_GRANT.replace("NAME", "NHS minimum contribution"),)
FAILS: Final = (_GRANT.replace("NAME", "section 256 transfer"),)
MUTATIONS: Final = (
    Mutation(
        {"sources.grant.name": "section 256 transfer"},
        "sources.grant.name",
        {
            **NONE_DELEGATED,
            "sources": "{grant: {paid_by: icb, name: health grant}}",
            "contributions.2026/27.reablement": '{council: "1,200,000", grant: "1,200,000"}',
        },
    ),
)
NAMED: Final = re.compile(r"\b(?:section|s\.?) ?(?:76|256|257)\b", re.IGNORECASE)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each such source from which a pooled fund is paid."""
    agreement = facts.agreement
    lines = lines_of(agreement) if agreement else ()
    paid = {line.source.key for line in lines if line.source and agreement and pooled(agreement, line.scheme)}
    for key in sorted(paid):
        source = agreement.sources[key] if agreement else None
        if source and NAMED.search(f"{source.name} {source.condition or ''}"):
            field = "name" if NAMED.search(source.name) else "condition"
            message = f"“{source.name}” is paid into a pooled fund, and is a payment under another section."
            yield Problem(
                source.place(field), ID, LEVEL, message, "Keep it outside the pooled fund, or check under which power it is paid."
            )
