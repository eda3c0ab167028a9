"""The PDF writer: same words as the page, tagged, deterministic, and nothing fetched."""

from __future__ import annotations

import ctypes.util
import gc
import os
import re
import socket
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from building import headed, words
from pypdf import PdfReader
from reading import Page, solid
from samples import AGREEMENT, HOUSE, REPORT, WRITTEN

from section75.document.house import House
from section75.document.numbering import number
from section75.document.tree import Block, Deleted, Document, Inserted, Part, Text
from section75.writers import html, pdf

SHORT = Document("report", "Short", (Part("body", children=(words("Words."),)),))


@pytest.fixture(scope="module")
def agreement() -> PdfReader:
    return PdfReader(BytesIO(pdf.write(AGREEMENT, HOUSE)))


def pages(data: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(data)).pages]


# ------------------------------------------------------------------ the same words


@pytest.mark.thorough
@pytest.mark.parametrize(("document", "house"), WRITTEN)
def test_every_numbered_paragraph_says_on_paper_what_it_says_on_the_page(document, house):
    found = Page(html.page(document, house, screen=False))
    texts = (re.sub(r"Page \d+ of \d+", "", text) for text in pages(pdf.write(document, house)))
    paper = "".join(map(solid, texts))
    for furniture in filter(None, (document.running, document.state, document.reference, "DRAFT")):
        paper = paper.replace(solid(furniture), "")
    numbered = [paragraph for paragraph in found.named("p", "h2", "h3") if re.match(r"[\d(]", paragraph.seen)]
    numbered = [paragraph for paragraph in numbered if "nav" not in paragraph.inside]
    assert numbered
    assert [paragraph.seen for paragraph in numbered if solid(paragraph.words) not in paper] == []


@pytest.mark.thorough
def test_contents_lead_to_the_pages_where_things_stand(agreement):
    texts = [page.extract_text() for page in agreement.pages]
    lines = Page(html.page(AGREEMENT, HOUSE, screen=False)).of_class("toc")
    for line in lines:
        number, heading = re.fullmatch(r"(\d*) ?(\D.*)", line.seen).groups()
        (page,) = re.findall(rf"^{heading} \.+ (\d+){number}$", texts[1], re.MULTILINE)
        assert heading in texts[int(page) - 1]


@pytest.mark.thorough
def test_every_page_but_the_cover_says_which_of_how_many_it_is(agreement):
    texts = [page.extract_text() for page in agreement.pages]
    assert "Page 1 of" not in texts[0]
    assert all(f"Page {ordinal} of {len(texts)}" in text for ordinal, text in enumerate(texts[1:], 2))
    assert all("NCC/LS/0042" in text for text in texts[1:])


# ------------------------------------------------------------------ the clause in force at the head of each page


def over_a_page() -> tuple[Block, ...]:
    return tuple(words("Words that fill a line or two of a page of an agreement, so that the clause runs on.") for _ in range(60))


def running_heads(*parts: Part) -> list[list[str]]:
    """Return what stands at the head of each page below the short title: one line, or none."""
    document = Document("agreement", "T", parts, running="Short title")
    texts = pages(pdf.write(number(document, HOUSE.scheme), HOUSE))
    return [text.partition("\nShort title\n")[2].splitlines()[:-1] for text in texts]


def test_each_page_names_at_its_head_the_clause_that_runs_on_from_the_page_before():
    first = headed("clause", "Money", *over_a_page())
    second = headed("clause", "Ending", *over_a_page())
    recitals = Part("background", (Text("Background"),), children=(words("Words that come first."),))
    found = running_heads(recitals, Part("operative", children=(first, second)))
    assert found[:2] == [[], ["1. Money"]]
    assert found[-1] == ["2. Ending"]


def test_the_head_of_a_page_follows_schedules_and_execution():
    clause = headed("clause", "Money", words("Words that begin."))
    schedule = Part("schedule", (Text("Sums"),), children=over_a_page())
    signing = Part("execution", (Text("Execution"),), children=(words("Words that end."),))
    found = running_heads(Part("operative", children=(clause,)), schedule, signing)
    assert found == [[], *[["Schedule 1: Sums"]] * (len(found) - 2), ["Execution"]]
    assert len(found) > 3


def test_in_a_redline_the_head_of_a_page_is_the_new_title():
    title = (Text("Money "), Deleted((Text("lost"),)), Inserted((Text("found"),)))
    clause = replace(headed("clause", "", *over_a_page()), heading=title)
    assert running_heads(Part("operative", children=(clause,)))[-1] == ["1. Money found"]


# ------------------------------------------------------------------ tags, metadata, drafts


@pytest.mark.thorough
@pytest.mark.validators
@pytest.mark.parametrize(("document", "house"), WRITTEN)
def test_the_pdf_passes_the_rules_of_pdf_ua(document, house):
    import page

    report = page.validate_pdf_bytes(pdf.write(document, house), profile="ua1")
    assert "0 failed, 104 total" in str(report), str(report)


@pytest.mark.thorough
def test_the_pdf_names_its_language_title_and_author(agreement):
    assert agreement.metadata.title == AGREEMENT.title
    assert agreement.metadata.author == "Northshire County Council"
    assert agreement.metadata.subject == "Community equipment and reablement"
    assert agreement.root_object["/Lang"] == "en-GB"
    assert agreement.root_object["/MarkInfo"]["/Marked"]


@pytest.mark.thorough
def test_only_fonts_as_wide_as_arial_are_embedded(agreement):
    fonts = {
        font["/BaseFont"].split("+")[1]
        for page in agreement.pages
        for font in (f.get_object() for f in page["/Resources"]["/Font"].values())
    }
    assert fonts
    assert all(name.startswith(("Liberation-Sans", "Arimo", "Arial")) for name in fonts)


def test_a_draft_is_marked_on_every_page_but_the_cover_and_a_final_copy_on_none(agreement):
    assert ["DRAFT" in page.extract_text() for page in agreement.pages] == [False, *[True] * (len(agreement.pages) - 1)]
    final = pages(pdf.write(replace(REPORT, state=""), HOUSE))
    assert not any("DRAFT" in text for text in final)


def test_a_house_without_a_sheet_for_drafts_prints_no_watermark(tmp_path):
    sheet = tmp_path / "print.css"
    sheet.write_text("p{margin:0}", encoding="utf-8")
    (text,) = pages(pdf.write(replace(SHORT, state="Draft 1"), House("plain", HOUSE.scheme, sheets=(sheet,))))
    assert "Draft 1" in text
    assert "DRAFT" not in text


# ------------------------------------------------------------------ determinism


@pytest.mark.thorough
def test_two_processes_write_the_same_bytes():
    here = Path(__file__).parent
    script = "import sys, samples; from section75.writers import pdf; sys.stdout.buffer.write(pdf.write(samples.REPORT, samples.HOUSE))"
    written = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": f"{here}{os.pathsep}{here.parent}"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(written) == 1
    assert written.pop().startswith(b"%PDF-1.7")


def test_the_collector_and_the_search_for_libraries_are_as_they_were():
    before = (gc.isenabled(), ctypes.util.find_library)
    pdf.write(SHORT, HOUSE)
    assert (gc.isenabled(), ctypes.util.find_library) == before


# ------------------------------------------------------------------ nothing is fetched


def with_picture(picture: str) -> Document:
    figure = Block("figure", content=(Text("A picture"),), picture=picture)
    return Document("report", "Attack", (Part("body", children=(figure,)),))


def with_sheet(folder: Path, sheet: str) -> House:
    path = folder / "print.css"
    path.write_text(sheet, encoding="utf-8")
    return House("attack", HOUSE.scheme, sheets=(path,))


ADDRESSES = ("http://127.0.0.1:9/x", "https://127.0.0.1:9/x", "file:///etc/passwd", "ftp://127.0.0.1/x", "relative.png")


@pytest.fixture(autouse=True)
def _no_network(monkeypatch):
    def refuse(*_arguments):
        raise AssertionError("something asked for a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(
    "sheet",
    [
        '@import url("{}");',
        'p{{background:url("{}")}}',
        '@page{{background:url("{}")}}',
        'p::before{{content:url("{}")}}',
        '@font-face{{font-family:x;src:url("{}")}} p{{font-family:x}}',
    ],
)
def test_a_sheet_that_would_fetch_is_refused(tmp_path, sheet, address):
    with pytest.raises(pdf.Unprintable):
        pdf.write(SHORT, with_sheet(tmp_path, sheet.format(address)))


@pytest.mark.thorough
@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(
    "inside",
    [
        '<image xlink:href="{}" width="9" height="9"/>',
        '<style>@import url("{}");</style>',
        '<use xlink:href="{}#a"/>',
    ],
)
def test_a_picture_that_would_fetch_gets_nothing(inside, address):
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    picture = f'<svg {names} width="9" height="9">{inside.format(address)}</svg>'
    try:
        data = pdf.write(with_picture(picture), HOUSE)
    except pdf.Unprintable:
        return
    assert b"root:" not in b"".join(stream for stream in streams(data))


def streams(data: bytes):
    reader = PdfReader(BytesIO(data))
    for ordinal in range(1, len(reader.xref[0]) + 1 if reader.xref else 1):
        found = reader.get_object(ordinal)
        if hasattr(found, "get_data"):
            yield found.get_data()


def test_whatever_the_engine_warns_of_is_a_failure(tmp_path):
    with pytest.raises(pdf.Unprintable, match="clip-path"):
        pdf.write(SHORT, with_sheet(tmp_path, "p{clip-path:inset(1px)}"))


def test_a_picture_that_cannot_be_drawn_is_a_failure():
    with pytest.raises(pdf.Unprintable):
        pdf.write(with_picture("<svg"), HOUSE)


# ------------------------------------------------------------------ engine and fonts


@pytest.mark.parametrize(("platform", "remedy"), [("linux", "apt install"), ("darwin", "brew install"), ("win32", "MSYS2")])
def test_where_the_engine_is_missing_the_message_says_what_to_do(monkeypatch, platform, remedy):
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    monkeypatch.setattr(sys, "platform", platform)
    with pytest.raises(pdf.EngineMissing, match=remedy):
        pdf.write(SHORT, HOUSE)


@pytest.mark.skipif(os.name != "posix", reason="the stand-in for fontconfig is a shell script")
@pytest.mark.parametrize(
    ("family", "problem"),
    [
        ("Liberation Sans", None),
        ("Arial", None),
        ("Arimo", None),
        ("DejaVu Sans", "Arial would be printed in DejaVu Sans. Run: apt install fonts-liberation"),
    ],
)
def test_arial_must_be_printed_in_a_font_as_wide(tmp_path, monkeypatch, family, problem):
    command = tmp_path / "fc-match"
    command.write_text(f'#!/bin/sh\nprintf "%s" "{family}"\n', encoding="utf-8")
    command.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert pdf.fonts_problem() == problem


def test_without_fontconfig_arial_is_taken_to_be_there(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert pdf.fonts_problem() is None
