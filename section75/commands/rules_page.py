"""The page of all rules, `docs/rules.md`, and the list that `explain` prints without an id.

In: the rules. Out: Markdown with a table for each family, or plain lines.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from section75.filing.files import write_all
from section75.rules import rules

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from section75.rules import Rule

PAGE: Final = "docs/rules.md"
TITLES: Final = {"law": "Law", "drafting": "Drafting", "reports": "Reports", "money": "Money"}
HEAD: Final = """\
# Rules

Every rule that `check` and `build` hold facts and finished papers to. `python build.py explain ID` prints a rule with examples that pass
and fail; `waive` lets a finding stand, with its reason (see the [README](../README.md)).

`make docs` writes this page from `section75/rules`: do not edit it.
"""


def listed() -> list[str]:
    """Return a line for each rule: its id, its level and what it guards."""
    widest = max(map(len, rules()))
    return [f"{rule.ID:<{widest}}  {rule.LEVEL:<11}  {_guards(rule)}" for rule in _sorted()]


def page() -> str:
    """Return the page."""
    return "\n".join([HEAD, *(line for family, found in groupby(_sorted(), _family) for line in _table(family, list(found)))])


def write_page(root: Path) -> Path:
    """Write the page and return its file."""
    write_all({root / PAGE: page().encode()})
    return root / PAGE


def _table(family: str, found: list[Rule]) -> Iterator[str]:
    yield f"## {TITLES.get(family, family.capitalize())}"
    yield ""
    yield "| id | level | guards | authority |"
    yield "|---|---|---|---|"
    for rule in found:
        firm = f" Cannot be waived: {rule.FIRM}." if hasattr(rule, "FIRM") else ""
        yield f"| `{rule.ID}` | {rule.LEVEL} | {_cell(_guards(rule) + firm)} | {_cell(rule.AUTHORITY)} |"
    yield ""


def _sorted() -> list[Rule]:
    order = list(TITLES)
    return sorted(rules().values(), key=lambda rule: (order.index(_family(rule)) if _family(rule) in order else len(order), rule.ID))


def _family(rule: Rule) -> str:
    return str(getattr(rule, "__name__", "")).split(".")[2]


def _guards(rule: Rule) -> str:
    """Return the first line of what a rule says of itself, which is a sentence."""
    return (rule.__doc__ or "").strip().partition("\n")[0]


def _cell(words: str) -> str:
    return " ".join(words.split()).replace("|", "\\|")
