"""Rows, columns and totals agree in every table of money, in every format, and say the same in each."""

import re
from pathlib import Path

import pytest
from cases import CASES, ROOT
from money_reading import AMOUNT, Table, in_html, in_markdown, in_word

from section75.document.index import walk
from section75.document.tree import Document, plain
from section75.project import Made, Project
from section75.rules import check
from section75.writers import written

MONEY = CASES / "money"
FOLDERS = {"everything": MONEY, "northshire-better-care-fund": ROOT / "agreements"}
READERS = {"md": lambda data: in_markdown(data.decode()), "html": lambda data: in_html(data.decode()), "docx": in_word}
"""How the tables of each format are read back. A PDF is the HTML, laid out."""
SLIP = re.compile(r"\b(the the|a the|of of|and and)\b|  |\.\.| ,| ;|\(\s*\)")
"""Words printed twice, or signs with nothing before them."""
LEAST = {"everything": 20, "northshire-better-care-fund": 5}
"""Fewer tables that add up would mean that they are not found."""


def drafted(root: Path, name: str, folder: Path) -> Made:
    """Return the agreement of one partnership, drafted from our texts, which are linked and not copied."""
    for texts in ("templates", "schedules"):
        (root / texts).symlink_to(ROOT / texts)
    (root / "agreements").mkdir()
    (root / "agreements" / name).symlink_to(folder / name)
    return Project(root).read(name).draft("agreement")


@pytest.mark.thorough
@pytest.mark.parametrize("name", FOLDERS)
def test_every_table_of_money_adds_up_in_every_format(name, tmp_path):
    made = drafted(tmp_path, name, FOLDERS[name])
    found = {ending: read(written(made.drafted.document, made.house, ending)) for ending, read in READERS.items()}
    adding = {ending: [table for table in tables if table.adds_up] for ending, tables in found.items()}
    assert [fault for tables in adding.values() for table in tables for fault in table.faults()] == []
    assert len(adding["md"]) >= LEAST[name]
    assert amounts(adding["md"]) == amounts(adding["html"]) == amounts(adding["docx"])


@pytest.mark.thorough
@pytest.mark.parametrize("name", ["everything", "short-form", "aligned-only", "paid-for-functions"])
def test_the_texts_of_money_hang_together_in_every_form(name, tmp_path):
    made = drafted(tmp_path, name, MONEY)
    found = check(made.drafted.document, Project(tmp_path).terms())
    assert [str(problem) for problem in found if problem.level != "advice"] == []
    assert [words for words in printed(made.drafted.document) if SLIP.search(words)] == []


def printed(document: Document) -> list[str]:
    """Return the words of each block."""
    return [plain((*(block or part).heading, *(block.content if block else ()))) for part, block, _ in walk(document)]


def amounts(tables: list[Table]) -> list[list[str]]:
    """Return the amounts of each table, in order."""
    return [[cell for row in table.rows for cell in row if AMOUNT.fullmatch(cell)] for table in tables]


# ------------------------------------------------------------------ the reader itself

SOUND = "| Scheme | Own | All Partners |\n|---|---:|---:|\n| Beds | £1 | £1 |\n| Beds: total | £1 | £1 |\n| = Total | £1 | £1 |\n"


def test_a_sound_table_has_no_faults():
    (table,) = in_markdown(SOUND)
    assert table.adds_up
    assert list(table.faults()) == []


@pytest.mark.parametrize(
    ("wrong", "faults"),
    [
        ("| = Total | £2 | £2 |", ["Own", "All Partners"]),
        ("| = Total | £1 | £2 |", ["All Partners", "Total"]),
        ("| Beds: total | £1 | £3 |", ["Beds: total", "Beds: total"]),
    ],
)
def test_a_sum_that_is_wrong_is_found(wrong, faults):
    first = wrong.partition(" | ")[0]
    (table,) = in_markdown("\n".join(wrong if line.startswith(first) else line for line in SOUND.splitlines()))
    assert [re.split(r"(?<!Beds):", fault)[0] for fault in table.faults()] == faults
