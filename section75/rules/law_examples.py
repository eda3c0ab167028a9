"""Short examples for rules of law: functions of the two sides, laid over a small agreement that exercises one for the other.

In: an Act, its sections, and what a function covers. Or a day and words. Out: YAML for `PASSES` and `FAILS`.
`PARTNERS` is such YAML, of two partners.
"""

from __future__ import annotations

from typing import Final

NHS_ACT: Final = "National Health Service Act 2006"
CARE_ACT: Final = "Care Act 2014"
PARTNERS: Final = """\
agreement:
  partners:
    council: {name: Hill County Council, short: the Council, type: county council}
    icb: {name: NHS Hill ICB, short: the ICB, type: integrated care board}
"""
"""A council and an NHS body; a further partner may be added on a line of its own."""


def council_function(act: str, sections: str, covers: str = "meeting needs for care and support") -> str:
    """Return functions of both sides, that of the council under an Act."""
    return _functions((NHS_ACT, "[3, 3A]", "arranging community nursing"), (act, sections, covers))


def nhs_function(act: str, sections: str, covers: str = "arranging community nursing") -> str:
    """Return functions of both sides, that of the NHS body under an Act."""
    return _functions((act, sections, covers), (CARE_ACT, "18", "meeting needs for care and support"))


def clause_on(day: str, words: str) -> str:
    """Return an agreement as at a day, with one sub-clause."""
    return f"agreement:\n  law_as_at: {day}\n---\n# Services {{#s}}\n\n1. {words}\n"


def _functions(nhs: tuple[str, str, str], council: tuple[str, str, str]) -> str:
    lines = [
        f'    {key}: {{of: {of}, act: "{act}", sections: {sections}, covers: "{covers}"}}'
        for key, of, (act, sections, covers) in (("nursing", "icb", nhs), ("support", "council", council))
    ]
    return "agreement:\n  functions:\n" + "\n".join(lines) + "\n"
