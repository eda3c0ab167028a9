"""Every row of the law on partnership arrangements, of its neighbours and of consents has its rule, or says why facts cannot show it.

`docs/law-rows.md` prints the tables.
"""

from __future__ import annotations

from collections import Counter
from typing import Final

import pytest
import yaml
from whole import ROOT

from section75.rules import rules

FOLDER: Final = ROOT / "templates" / "law" / "rows"
TABLES: Final = {
    name: yaml.load(
        (FOLDER / f"{name}.yaml").read_text(encoding="utf-8"),
        Loader=yaml.BaseLoader,  # noqa: S506 - it builds words alone
    )
    for name in ("regulations", "consents", "neighbours")
}
ROWS: Final = {name: row for table in TABLES.values() for name, row in table.items()}
RULES: Final = rules()
PAGE: Final = ROOT / "docs" / "law-rows.md"
EXPECTED: Final = {"reg3": 11, "reg4": 7, "reg5": 10, "reg6": 22, "reg7": 18, "reg8": 13, "reg9": 13, "reg10": 3, "s75": 4}
"""How many rows each regulation has."""
NEIGHBOURS: Final = {
    "nhs2006": 12, "hsca2012": 1, "lgpiha2007": 1, "care2014": 2, "children2004": 1, "lga1999": 1, "equality2010": 3, "si2017": 1,
    "uksc2025": 1, "lga1972": 4, "localism2011": 1, "tupe2006": 1, "dpa2018": 1, "foia2000": 1, "si2009": 1, "boilerplate": 1, "si2013": 1,
}  # fmt: skip
"""How many rows each Act and instrument beside them has."""
SOURCES: Final = ("https://www.legislation.gov.uk/", "https://www.gov.uk/", "https://www.supremecourt.uk/")
HEADINGS: Final = {
    "regulations": "The Regulations and section 75",
    "consents": "Consents and approvals",
    "neighbours": "The law beside section 75",
}


def _counted(table: str) -> dict[str, int]:
    return dict(Counter(name.partition("-")[0] for name in TABLES[table]))


def test_the_rows_are_those_of_the_regulations_and_of_section_75_of_consents_and_of_the_neighbours():
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(TABLES)
    assert len(ROWS) == sum(map(len, TABLES.values()))
    assert (_counted("regulations"), _counted("consents"), _counted("neighbours")) == (EXPECTED, {"consent": 5}, NEIGHBOURS)


@pytest.mark.parametrize("name", ROWS)
def test_a_row_says_what_the_law_asks_how_far_it_was_read_and_where(name: str):
    row = ROWS[name]
    assert set(row) - {"held_by", "why", "to_come"} == {"says", "read", "authority"}
    assert set(row["read"].split("/")) <= {"R", "RC", "P", "K", "I"}
    assert row["authority"].startswith(SOURCES)
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


def test_every_rule_of_law_is_that_of_a_row_or_holds_one():
    of_law = [name for name, rule in RULES.items() if rule.__name__.startswith("section75.rules.law.")]
    holding = {name for row in ROWS.values() for name in row.get("held_by", ())}
    dated = ("tl-a", "tl-b", "tl-c", "tl-e")
    assert [name for name in of_law if name not in {*ROWS, *holding, *dated} and not any(name.startswith(f"{row}-") for row in ROWS)] == []


def test_the_page_prints_the_rows(request: pytest.FixtureRequest):
    if request.config.getoption("--golden-update"):
        PAGE.write_text(page(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page()


def page() -> str:
    """Return the page of all rows."""
    lines = [
        "# What the law asks, and which rule guards it",
        "",
        "Written from `templates/law/rows` (`pytest tests/test_law_rows.py --golden-update`); edit those files.",
        "R: the text was read; RC: a text put together from its amendments was read; P: in part; K: known and not read; I: inferred.",
    ]
    for table, rows in TABLES.items():
        lines += ["", f"## {HEADINGS[table]}", "", "| Row | What it asks | Read | Guarded by |", "|---|---|---|---|"]
        lines += [f"| [{name}]({row['authority']}) | {row['says']} | {row['read']} | {_guard(name, row)} |" for name, row in rows.items()]
    return "\n".join(lines) + "\n"


def _guard(name: str, row: dict[str, str]) -> str:
    if name in RULES:
        return f"`{name}` ({RULES[name].LEVEL})"
    if "held_by" in row:
        return ", ".join(f"`{rule}`" for rule in row["held_by"])
    return row.get("why", "to come")
