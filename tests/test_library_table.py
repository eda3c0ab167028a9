"""The table of the headings of real agreements in `templates/README.md` is complete: every heading has a place, every text has a row."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from cases import ROOT

from section75.text.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterable

    from section75.text.library import Template

TABLE = "## Where each heading of real agreements is"
HEADINGS = ROOT / "tests" / "headings.txt"
OTHERS = ("execution", "not-used")
"""Texts of `templates/` that are no clause and no schedule."""


def rows(readme: str) -> list[list[str]]:
    """Return the cells of each row of the table, without its head."""
    section = readme.partition(f"{TABLE}\n")[2].partition("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.removeprefix("|").removesuffix("|").split("|")] for line in lines[2:]]


def named(table: list[list[str]]) -> set[str]:
    """Return the names of texts in the second column."""
    return {name for _, where, _ in table for name in re.findall(r"`([^`]+)`", where)}


def without_a_row(texts: Iterable[tuple[str, Template]], names: set[str]) -> list[str]:
    """Return the files of texts that are not named, but for those in the place of a text that is."""
    return sorted(text.file for name, text in texts if name not in names and not names.intersection(text.instead_of))


@pytest.fixture(scope="module")
def table() -> list[list[str]]:
    return rows((ROOT / "templates" / "README.md").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def texts() -> list[tuple[str, Template]]:
    """Every clause and every schedule, each with the name by which a text asks for it."""
    library = Library(ROOT)
    clauses, schedules = library.folder(ROOT / "templates" / "clauses"), library.folder(ROOT / "schedules")
    assert list(library.problems) == []
    return [*((text.id, text) for text in clauses.values()), *((f"schedule-{text.id}", text) for text in schedules.values())]


def test_the_table_has_the_headings_of_the_list_in_its_order(table):
    assert [heading for heading, _, _ in table] == HEADINGS.read_text(encoding="utf-8").splitlines()


def test_no_heading_stands_twice(table):
    headings = [heading for heading, _, _ in table]
    assert sorted(headings) == sorted(set(headings))


def test_no_row_is_empty(table):
    assert [heading for heading, where, why in table if not (heading and why and named([[heading, where, why]]))] == []


def test_every_clause_and_schedule_stands_in_the_table(table, texts):
    assert without_a_row(texts, named(table)) == []


def test_every_text_that_the_table_names_exists(table, texts):
    here = {name for name, _ in texts} | {name for name in OTHERS if (ROOT / "templates" / f"{name}.md").is_file()}
    assert sorted(named(table) - here) == []


def test_a_text_that_no_row_names_is_found(table, texts):
    names = named(table) - {"vat", "schedule-exit"}
    assert without_a_row(texts, names) == ["schedules/200-exit.md", "templates/clauses/350-vat.md"]
