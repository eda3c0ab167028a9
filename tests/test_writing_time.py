"""The time that files bear: a fixed one, or that of SOURCE_DATE_EPOCH; never that of the clock."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from cases import CASES, laid_out
from samples import AGREEMENT, HOUSE, REDLINE
from whole import NORTHSHIRE, PROJECT, partnership
from word_sample import WORD_HOUSE

from section75.cli import main
from section75.commands.built import Wanted
from section75.commands.pages import Task, print_or_recall
from section75.commands.recall import Recall
from section75.commands.register import Register, form, stand
from section75.document.writing_time import FIXED, NAME, stated_time, writing_time
from section75.facts.dates import day
from section75.filing.inputs import Inputs
from section75.writers import written

SPRING, TOLD = "1775001600", "2026-04-01T00:00:00Z"
STAMPS = re.compile(rb'(?:<dcterms:(?:created|modified)[^>]*>|w:date=")([^"<]*)')


def times_in(data: bytes) -> set[str]:
    """Return every time that a file of Office bears, and that of its entries."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = {"entries " + "-".join(map(str, entry.date_time[:3])) for entry in archive.infolist()}
        return entries | {found.decode() for name in archive.namelist() for found in STAMPS.findall(archive.read(name))}


@pytest.fixture
def no_time(monkeypatch):
    monkeypatch.delenv(NAME, raising=False)


# ------------------------------------------------------------------ what files bear


@pytest.mark.usefixtures("no_time")
@pytest.mark.parametrize("document", [AGREEMENT, REDLINE])
def test_a_word_file_bears_a_fixed_time_or_the_one_that_is_stated(document, monkeypatch):
    fixed = written(document, WORD_HOUSE, "docx")
    assert times_in(fixed) == {"entries 1980-1-1", "2000-01-01T00:00:00Z"}
    monkeypatch.setenv(NAME, SPRING)
    assert times_in(written(document, WORD_HOUSE, "docx")) == {"entries 1980-1-1", TOLD}
    monkeypatch.setenv(NAME, "")
    assert written(document, WORD_HOUSE, "docx") == fixed


@pytest.mark.thorough
@pytest.mark.parametrize("ending", ["html", "md", "pdf"])
def test_a_format_that_need_not_bear_a_time_bears_none(ending, monkeypatch):
    monkeypatch.delenv(NAME, raising=False)
    plain = written(AGREEMENT, HOUSE, ending)
    assert b"CreationDate" not in plain
    assert b"ModDate" not in plain
    monkeypatch.setenv(NAME, SPRING)
    assert written(AGREEMENT, HOUSE, ending) == plain


@pytest.mark.usefixtures("no_time")
def test_a_register_bears_a_fixed_time_or_the_one_that_is_stated(monkeypatch):
    on = day("1 May 2026")
    register = Register(on, (stand(partnership(NORTHSHIRE), on, ""),), PROJECT)
    assert times_in(form("xlsx").write(register)) == {"entries 1980-1-1", "2000-01-01T00:00:00Z"}
    assert b"DTSTAMP:20260501T000000Z" in form("ics").write(register)
    monkeypatch.setenv(NAME, SPRING)
    assert times_in(form("xlsx").write(register)) == {"entries 1980-1-1", TOLD}
    assert set(re.findall(rb"DTSTAMP:(\S+)", form("ics").write(register))) == {b"20260401T000000Z"}


# ------------------------------------------------------------------ what is stated


@pytest.mark.parametrize(("words", "told"), [("0", "1970-01-01"), (SPRING, "2026-04-01"), ("253402300799", "9999-12-31")])
def test_whole_seconds_since_1970_are_a_time(words, told, monkeypatch):
    monkeypatch.setenv(NAME, words)
    assert writing_time().date().isoformat() == told


def test_where_nothing_is_stated_the_time_is_fixed(monkeypatch):
    monkeypatch.delenv(NAME, raising=False)
    assert (stated_time(), writing_time()) == (None, FIXED)


@pytest.mark.parametrize("words", ["soon", "-1", "1.5", " 1", "1e9", "²", "٣", "253402300800", "9" * 5000])
def test_what_is_no_time_is_refused_before_anything_is_written(words, tmp_path, monkeypatch, capsys):
    root = laid_out(tmp_path, CASES / "good" / "hill")
    monkeypatch.setenv(NAME, words)
    for asked in (["build", "--format", "md"], ["register"], ["check"]):
        assert main([*asked], root) == 1
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err.startswith(
            f"{NAME}:1:1: error: {NAME} is “{words}”, which is no time. Set it to whole seconds since 1 January 1970"
        )
    assert not (root / "build").exists()


# ------------------------------------------------------------------ what is kept


@pytest.mark.usefixtures("no_time")
def test_what_was_kept_of_one_time_is_not_taken_for_another(tmp_path, monkeypatch):
    recall = Recall(tmp_path, "hill", Wanted(("hill",), (), ("docx",), final=False, out=Path("out"), jobs=1), Inputs({}))
    task = Task("agreement", AGREEMENT, WORD_HOUSE, "docx")
    keys, pages = [recall.key], [print_or_recall(tmp_path, task, cached=True).data]
    monkeypatch.setenv(NAME, SPRING)
    keys.append(recall.key)
    pages.append(print_or_recall(tmp_path, task, cached=True).data)
    assert keys[0] != keys[1]
    assert TOLD not in times_in(pages[0])
    assert TOLD in times_in(pages[1])
