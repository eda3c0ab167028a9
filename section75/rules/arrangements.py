"""Short examples for the rules of regulations 7, 8 and 9, laid over a small agreement of one council and one integrated care board.

In: nothing. Out: YAML for `PASSES` and `FAILS`: a pooled fund; a service in which the board exercises the council’s functions; and one in
which the council exercises the board’s. And the changes that make of the lawful agreement for mutations one under a single regulation.
"""

from __future__ import annotations

from typing import Final

_SCHEMES: Final = """\
agreement:
  schemes:
    home: {{name: Home First, {fund}lead: {lead}, functions: [nursing, support], {delegated}
      aims: [people recover at home], people: adults who leave hospital, services: [care at home]}}
"""
_OUTCOMES: Final = "  purpose: [people leave hospital]\n  outcomes: [fewer people wait]\n"
BY_NHS: Final = _SCHEMES.format(fund="", lead="icb", delegated="delegated: support,") + _OUTCOMES
BY_COUNCIL: Final = _SCHEMES.format(fund="", lead="council", delegated="delegated: nursing,") + _OUTCOMES
POOLED: Final = (
    _SCHEMES.format(fund="fund: pool, ", lead="council", delegated="")
    + _OUTCOMES
    + """\
  funds:
    pool: {name: Home Fund, kind: pooled, host: council, manager: {post: Head of Finance, employer: the Council}}
  contributions:
    2026/27: {home: {council: 100000, icb: 200000}}
"""
)
CONSENT: Final = "    consents: [{body: NHS Hill Integrated Care Board, given: 1 March 2026, reference: A1}]\n"
_FUNCTIONS: Final = """\
  functions:
    nursing: {{of: icb, act: National Health Service Act 2006, sections: {nursing}, covers: nursing}}
    support: {{of: council, act: Care Act 2014, sections: {support}, covers: care}}
"""
CHARGING: Final = _FUNCTIONS.format(nursing="3", support="[14, 18]")
"""Lays functions of charging into an example."""
NO_SECTIONS: Final = _FUNCTIONS.format(nursing="[]", support="18")
"""Lays a function into an example for which no section is named."""
WITH_CONSENT: Final = {
    "partners.icb.type": "nhs trust",
    "functions.community_health.covers": "providing community rehabilitation",
    "partners.icb.consents": "[{body: NHS Hill Integrated Care Board, given: 1 March 2026, reference: A1}]",
}
"""Changes to the fully stated agreement after which its NHS body is a trust that has the consent it needs."""
TRUST: Final = """\
  partners:
    council: {name: Riverside County Council, type: county council, short: the Council}
    icb:
      name: Riverside Community NHS Trust
      type: nhs trust
      short: the Trust
"""


def without(example: str, *clauses: str) -> str:
    """Return an example whose agreement does not use some clauses."""
    return f"{example}  clauses: {{not_used: [{', '.join(clauses)}]}}\n"


NONE_DELEGATED: Final = {"schemes.reablement.delegated": None, "extent": "full"}
"""Makes the lawful agreement one of a pooled fund alone, in the full form."""
NOT_POOLED: Final = {"funds.reablement.kind": "not pooled"}
"""Makes it one in which a council exercises NHS functions, and nothing else."""
NHS_EXERCISES: Final = {
    **NOT_POOLED,
    "schemes.reablement.lead": "icb",
    "schemes.reablement.delegated": "adult_care",
    "funds.reablement.host": "icb",
    "funds.reablement.manager.employer": "NHS Meadowshire Integrated Care Board",
}
"""Makes it one in which an NHS body exercises functions of a council, and nothing else."""
