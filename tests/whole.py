"""The whole project in tests: its folder, the papers of every agreement, and those of the Lancashire partnership.

In: nothing. Out: names, papers drafted, and the words of a document as a list of paragraphs.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from section75.document.index import flat, walk
from section75.document.tree import Document, Inline, Reference, plain
from section75.executed import is_executed
from section75.project import Made, Partnership, Project
from section75.varying.signed import CONFORMED
from section75.writers import written

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
LANCASHIRE = "lancashire-mental-health-rehabilitation"
PAPERS = ("agreement", "reports/2017-07-13-cabinet", "equality")
HILL = ROOT / "tests" / "cases" / "good" / "hill" / "agreements" / "hill"
"""The folder of a small agreement, for tests that look at no clause of it."""
NORTHSHIRE = "northshire-better-care-fund"
"""The example: invented, and complete."""
GOLDEN = {LANCASHIRE: PAPERS, NORTHSHIRE: ("agreement", "reports/2026-03-10-cabinet")}
"""The papers whose Markdown is kept."""
PROJECT = Project(ROOT)
EVERY = tuple(PROJECT.papers(LANCASHIRE))
"""All papers of that partnership; `PAPERS` are those that the tests look into."""


@cache
def partnership(name: str) -> Partnership:
    return PROJECT.read(name)


@cache
def drafted(name: str, paper: str) -> Made:
    return partnership(name).draft(paper)


@cache
def printed(name: str, paper: str, ending: str) -> bytes:
    """Return a paper written in a format, once in each process of the tests."""
    made = drafted(name, paper)
    return written(made.drafted.document, made.house, ending)


def every_paper() -> list[tuple[str, str]]:
    """Return every paper of every agreement in the project, as the names of both; no fact is read for it."""
    return [(name, paper) for name in PROJECT.names for paper in PROJECT.papers(name)]


def judged_papers() -> list[tuple[str, str]]:
    """Return every paper that rules judge: what was signed is as it is, and so is what a deed makes of it."""
    return [(name, paper) for name, paper in every_paper() if not is_executed(paper) and not paper.endswith(CONFORMED)]


def copy_of(folder: Path, agreements: Path) -> Path:
    """Return a project in a folder: the templates and schedules of ours, and some agreements."""
    for part in ("templates", "schedules"):
        shutil.copytree(ROOT / part, folder / part)
    shutil.copytree(agreements, folder / "agreements" / agreements.name)
    return folder


@dataclass(frozen=True)
class Paragraph:
    """One paragraph as every format prints it: its number, and its words with their end."""

    number: str
    words: str
    part: str
    refers: bool

    @property
    def seen(self) -> str:
        return f"{self.number}{self.words}"


def paragraphs(document: Document) -> Iterator[Paragraph]:
    """Yield the headings and paragraphs of a document in reading order, but for tables and what a cover dresses in its own way."""
    for part, block, spot in walk(document):
        if part.kind in ("strip", "cover") or any(above.kind in ("table", "row") for above in spot.above):
            continue
        holder = block or part
        if holder.kind in ("row", "cell", "figure"):
            continue
        joined = ": " if holder.kind in ("schedule", "division", "table") and holder.heading else " "
        if holder.heading:
            yield Paragraph(f"{holder.number}{joined}" if holder.number else "", plain(holder.heading), part.kind, _refers(holder.heading))
        if block and block.content:
            number = "" if block.heading else block.number
            yield Paragraph(f"{number} " if number else "", plain(block.content) + block.end, part.kind, _refers(block.content))


def _refers(content: tuple[Inline, ...]) -> bool:
    return any(isinstance(inline, Reference) for inline in flat(content))
