"""Every row of the law on partnership arrangements has its rule, or says why facts cannot show it; docs/law-rows.md prints the table."""

from __future__ import annotations

from typing import Final

import pytest
import yaml
from whole import ROOT

from section75.rules import rules

ROWS: Final = yaml.load(
    (ROOT / "templates" / "law" / "rows" / "regulations.yaml").read_text(encoding="utf-8"),
    Loader=yaml.BaseLoader,  # noqa: S506 - it builds words alone
)
RULES: Final = rules()
PAGE: Final = ROOT / "docs" / "law-rows.md"
EXPECTED: Final = {"reg3": 11, "reg4": 7, "reg5": 10, "reg6": 22, "reg7": 18, "reg8": 13, "reg9": 13, "reg10": 3, "s75": 4}
"""How many rows each regulation has."""


def test_the_rows_are_those_of_the_regulations_and_of_section_75():
    found: dict[str, int] = {}
    for name in ROWS:
        found[name.partition("-")[0]] = found.get(name.partition("-")[0], 0) + 1
    assert found == EXPECTED


@pytest.mark.parametrize("name", ROWS)
def test_a_row_says_what_the_law_asks_how_far_it_was_read_and_where(name: str):
    row = ROWS[name]
    assert set(row) - {"held_by", "why", "to_come"} == {"says", "read", "authority"}
    assert set(row["read"].split("/")) <= {"R", "RC", "P", "K", "I"}
    assert row["authority"].startswith("https://www.legislation.gov.uk/")
    assert row["says"].endswith(".")


@pytest.mark.parametrize("name", ROWS)
def test_a_row_has_its_rule_or_others_that_hold_it_or_a_reason(name: str):
    row = ROWS[name]
    ways = [name in RULES, "held_by" in row, "why" in row, "to_come" in row]
    assert ways.count(True) == 1, "a row has one of: a rule of its id, held_by, why, to_come"
    assert [rule for rule in row.get("held_by", ()) if rule not in RULES] == []


@pytest.mark.parametrize("name", [name for name in ROWS if name in RULES])
def test_only_what_was_read_is_an_error(name: str):
    read = ROWS[name]["read"].split("/")[0]
    assert RULES[name].LEVEL != "error" or read in ("R", "RC")


def test_every_rule_on_a_regulation_is_that_of_a_row():
    named = [name for name, rule in RULES.items() if rule.__name__.startswith("section75.rules.law.reg")]
    assert [name for name in named if not any(name == row or name.startswith(f"{row}-") for row in ROWS)] == []


def test_the_page_prints_the_rows(request: pytest.FixtureRequest):
    if request.config.getoption("--golden-update"):
        PAGE.write_text(page(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page()


def page() -> str:
    """Return the page of all rows."""
    lines = [
        "# What the law asks, and which rule guards it",
        "",
        "Written from `templates/law/rows/regulations.yaml` (`pytest tests/test_law_rows.py --golden-update`); edit that file.",
        "R: the text was read; RC: a text put together from its amendments was read; P: in part; K: known and not read; I: inferred.",
        "",
        "| Row | What it asks | Read | Guarded by |",
        "|---|---|---|---|",
        *(f"| [{name}]({row['authority']}) | {row['says']} | {row['read']} | {_guard(name, row)} |" for name, row in ROWS.items()),
    ]
    return "\n".join(lines) + "\n"


def _guard(name: str, row: dict[str, str]) -> str:
    if name in RULES:
        return f"`{name}` ({RULES[name].LEVEL})"
    if "held_by" in row:
        return ", ".join(f"`{rule}`" for rule in row["held_by"])
    return row.get("why", "to come")
