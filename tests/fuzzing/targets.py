"""What reads files that other people wrote, each as one function of bytes: it answers with problems or with a result, and never otherwise.

In: any bytes. Out: nothing; whatever is raised is a fault. Hypothesis (`tests/test_fuzzing.py`) and atheris (`guided.py`) both call these.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from cases import ROOT
from returning import SENT
from word_sample import AGREEMENT as PAGE
from word_sample import WORD_HOUSE

from section75.document.house import House, Scheme
from section75.document.numbering import number
from section75.document.tree import Document, Part
from section75.drafting.writing import Writing
from section75.facts.agreement import Agreement
from section75.facts.base import read_model
from section75.facts.house import HouseStyle
from section75.facts.report import Report
from section75.pictures.drawn_here import is_drawn_here
from section75.problems import Problem, Refused
from section75.records import read_record
from section75.returned.reading import read_returned
from section75.text.library import Library
from section75.text.markup import read_document
from section75.writers import written
from section75.writers.html.marks import escape
from section75.writers.markdown import write

NAMES: Final = {"title": "A Title", "partners": ("one", "two"), "included": frozenset({"testing"})}


@cache
def _folder() -> Path:
    return Path(mkdtemp(prefix="fuzzed-"))


def _file(name: str, data: bytes) -> Path:
    path = _folder() / name
    path.write_bytes(data)
    return path


def facts(data: bytes) -> None:
    """Read an agreement."""
    with suppress(Refused):
        read_model(Agreement, _file("agreement.yaml", data), "agreement.yaml", beneath=ROOT / "templates" / "defaults.yaml")


def report(data: bytes) -> None:
    """Read a report, whose agreement could not be read."""
    with suppress(Refused):
        read_model(Report, _file("report.yaml", data), "report.yaml", unread={})


def house(data: bytes) -> None:
    """Read a house's style."""
    with suppress(Refused):
        read_model(HouseStyle, _file("house.yaml", data), "house.yaml", beneath=ROOT / "templates" / "houses" / "default" / "house.yaml")


def clause(data: bytes) -> None:
    """Read a clause, render it, read its Markdown, number it and write it; its own Markdown then reads back."""
    library = Library(_folder())
    text = library.read(_file("010-testing.md", data), "testing")
    _placed(library.problems)
    if text is None:
        return
    writing = Writing(NAMES)
    blocks = writing.blocks(text.body)
    _placed(writing.problems)
    if not writing.problems:
        document = number(Document("agreement", "T", (Part("operative", children=blocks),)), Scheme())
        write(document, House("", Scheme()))


def _placed(problems: list[Problem]) -> None:
    assert all(problem.message and problem.place.line > 0 for problem in problems)


def record(data: bytes) -> None:
    """Read a text of record, and a record of which it is the text."""
    with suppress(Refused):
        read_document(data.decode("utf-8", "replace"), "record.md")
    _file("record.json", data)
    with suppress(Refused):
        read_record(_file("record.md", b"# T\n"))


def word(data: bytes) -> None:
    """Read a Word file that came back."""
    with suppress(Refused):
        read_returned(data, "returned.docx", SENT)


def shell(data: bytes) -> None:
    """Dress a page in a Word shell."""
    with suppress(Refused):
        written(PAGE, replace(WORD_HOUSE, shells={"agreement": _file("shell.docx", data)}), "docx")


def picture(data: bytes) -> None:
    """Look into a picture; what is taken for ours holds nothing that could do more than draw."""
    words = data.decode("utf-8", "replace")
    if is_drawn_here(words):
        assert not {"<script", "href", "url(", "<!", "<image", "onload"} & set(escape(words).split())


TARGETS: Final = {one.__name__: one for one in (facts, report, house, clause, record, word, shell, picture)}
