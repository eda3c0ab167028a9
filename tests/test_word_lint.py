"""The lint of Word files: each way to damage a file is named; most of them Microsoft's validator lets pass."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from redline_sample import REDLINE
from word_reading import changed, parts
from word_sample import AGREEMENT, WORD_HOUSE

from section75.writers.docx import write
from section75.writers.docx.lint import lint

WHOLE = write(AGREEMENT, WORD_HOUSE)
TRACKED = write(REDLINE, WORD_HOUSE)
TEXT = "word/document.xml"
STYLES = "word/styles.xml"
LISTS = "word/numbering.xml"
RELATIONS = "word/_rels/document.xml.rels"

DAMAGE = {
    "a cell without paragraph": (TEXT, r"(<w:tc><w:tcPr>.*?</w:tcPr>)<w:p>.*?</w:p></w:tc>", r"\1</w:tc>", "does not end with a paragraph"),
    "words outside a run": (TEXT, r"<w:body>", "<w:body>stray", "“stray” stand outside a run"),
    "words after an element": (TEXT, r"</w:tbl>", "</w:tbl>stray", "“stray” stand outside a run"),
    "a field that does not end": (TEXT, r'<w:r><w:fldChar w:fldCharType="end"/></w:r>', "", "a field does not end"),
    "a field that does not begin": (TEXT, r'<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "", "not balanced"),
    "a field without its code": (TEXT, r"<w:r><w:instrText[^>]*>[^<]*</w:instrText></w:r>", "", "not balanced"),
    "a style that is missing": (TEXT, r'<w:pStyle w:val="Clause2"/>', '<w:pStyle w:val="Clause99"/>', "style Clause99 is missing"),
    "a style based on nothing": (STYLES, r'<w:basedOn w:val="Normal"/>', '<w:basedOn w:val="Gone"/>', "style Gone is missing"),
    "two bookmarks of one name": (TEXT, r'(w:name="_s75_\d+)_deep"', r'w:name="_s75_2_"', "Two bookmarks are called _s75_2_"),
    "a bookmark name with a space": (TEXT, r'w:name="(_s75_\d+)_deep"', r'w:name="\1 deep"', "is not allowed"),
    "a bookmark that does not end": (TEXT, r'<w:bookmarkEnd w:id="\d+"/>', "", "no beginning or no end"),
    "a reference to nothing": (TEXT, r"REF _s75_\d+_deep ", "REF _s75_999_ ", "bookmark _s75_999_, which is missing"),
    "a link to nothing": (TEXT, r'w:anchor="_s75_\w+"', 'w:anchor="gone"', "bookmark gone, which is missing"),
    "a list that is missing": (STYLES, r'<w:numId w:val="1"/>', '<w:numId w:val="77"/>', "list 77 is missing"),
    "a level that is missing": (STYLES, r'<w:ilvl w:val="1"/>', '<w:ilvl w:val="8"/>', "level 8 of list"),
    "a list of no kind": (LISTS, r'<w:abstractNumId w:val="1"/>', '<w:abstractNumId w:val="50"/>', "kind 50, which is missing"),
    "a relationship to nothing": (RELATIONS, r'Target="header1.xml"', 'Target="header9.xml"', "header9.xml, which is"),
    "a relationship that is missing": (TEXT, r'r:id="header1"', 'r:id="rId99"', "relationship rId99 is used, but missing"),
    "a type without a part": ("[Content_Types].xml", r"/word/settings.xml", "/word/other.xml", "but the part is missing"),
    "a part without a type": ("[Content_Types].xml", r'<Override PartName="/word/media[^>]*>', "", "has no content type"),
    "a table without caption": (TEXT, r'<w:tblCaption w:val="Contributions"/>', "", "no caption or no description"),
    "a table without header row": (TEXT, r"<w:tblHeader/>", "", "does not mark its header row"),
    "a header row in the middle": (TEXT, r"(<w:tblHeader/>.*?<w:cantSplit/>.*?<w:cantSplit/>)", r"\1<w:tblHeader/>", "not at its top"),
    "a row with a cell too few": (TEXT, r"<w:gridCol [^>]*/>", "", "more or fewer cells"),
    "two tables that touch": (TEXT, r"(</w:tbl>)(?:(?!<w:tbl>).)*(<w:tbl>)", r"\1\2", "touches the next one"),
    "a level of headings that is left out": (STYLES, r'(<w:outlineLvl) w:val="1"/>', r'\1 w:val="2"/>', "of level 3 under one of level 1"),
    "a link without words": (TEXT, r"(<w:hyperlink [^>]*>).*?</w:hyperlink>", r"\1</w:hyperlink>", "a link has no words"),
    "a part from outside": (RELATIONS, r'Target="header1.xml"', 'Target="https://a.example/" TargetMode="External"', "would be fetched"),
    "another language": (STYLES, r'<w:lang w:val="en-GB"', '<w:lang w:val="en-US"', "language is not en-GB"),
    "no title": ("docProps/core.xml", r"<dc:title>.*?</dc:title>", "<dc:title/>", "has no title"),
    "properties in a wrong namespace": ("docProps/core.xml", r"metadata/core-properties", "metadata/other", "wrong namespace"),
    "fields that Word asks about": ("word/settings.xml", r"<w:zoom", '<w:updateFields w:val="true"/><w:zoom', "updateFields must not"),
    "a comment that is not anchored": (TEXT, r'<w:commentReference w:id="0"/>', "", "Comment 0 is not referred to"),
    "a comment without beginning": (TEXT, r'<w:commentRangeStart w:id="0"/>', "", "Comment 0 has no beginning"),
    "an anchor without comment": (TEXT, r'<w:commentRangeEnd w:id="0"/>', '<w:commentRangeEnd w:id="5"/>', "Comment 5 is anchored, but"),
    "a picture without words": (TEXT, r' descr="[^"]*"', "", "no alternative text"),
    "a watermark without words": ("word/header1.xml", r' alt="[^"]*"', "", "no alternative text"),
    "a first page without its head": (TEXT, r"<w:titlePg/>", "", "titlePg"),
    "a body without its section": (TEXT, r"<w:sectPr>(?:(?!<w:sectPr>).)*</w:sectPr>(?=</w:body>)", "", "does not end with the properties"),
    "a part that is no XML": (TEXT, r"</w:body>", "", "cannot be opened"),
}  # fmt: skip
TRACKED_DAMAGE = {
    "deleted words as plain words": (r"<w:delText([^>]*)>([^<]*)</w:delText>", r"<w:t\1>\2</w:t>", "not written as deleted text"),
    "a deleted field as a plain one": (r"delInstrText", "instrText", "not written as deleted text"),
    "plain words as deleted ones": (r"<w:t([ >][^<]*)</w:t>", r"<w:delText\1</w:delText>", "written as deleted, but is not"),
    "a change without author": (r' w:author="[^"]*"', "", "no author"),
    "two changes with one id": (r'<w:(ins|del) w:id="\d+"', r'<w:\1 w:id="7"', "same id"),
    "a move without its new place": (r"<w:moveToRange(Start|End)[^>]*>", "", "s75move1 has one end only"),
    "two moves of one name": (r"(<w:moveFromRangeStart[^>]*/>)", r"\1\1", "Two moves are called s75move1"),
    "a move that does not end": (r"<w:moveFromRangeEnd[^>]*>", "", "(moveFrom) has no beginning or no end"),
}


def damaged(data: bytes, part: str, pattern: str, new: str, times: int = 0) -> bytes:
    assert re.search(pattern, parts(data)[part], re.DOTALL), "the damage finds its place"
    return changed(data, part, lambda xml: re.sub(pattern, new, xml, count=times, flags=re.DOTALL))


def test_a_whole_file_has_no_fault():
    assert lint(WHOLE) + lint(TRACKED) == []


@pytest.mark.parametrize("name", sorted(DAMAGE))
def test_the_lint_names(name):
    part, pattern, new, says = DAMAGE[name]
    once = {"a cell without paragraph", "words after an element", "a field that does not end", "a field that does not begin"}
    times = 1 if name in once or name.startswith(("a bookmark that", "a row", "a header row", "a list of no")) else 0
    found = lint(damaged(WHOLE, part, pattern, new, times))
    assert [fault for fault in found if says in fault], found


@pytest.mark.parametrize("name", sorted(TRACKED_DAMAGE))
def test_the_lint_names_in_a_redline(name):
    pattern, new, says = TRACKED_DAMAGE[name]
    found = lint(damaged(TRACKED, TEXT, pattern, new))
    assert [fault for fault in found if says in fault], found


@pytest.mark.parametrize("data", [b"", b"no zip", WHOLE[:2000]])
def test_what_is_no_word_file_is_said_to_be_none(data):
    assert "cannot be opened" in lint(data)[0]


def test_two_parts_of_one_name_are_no_word_file():
    made = io.BytesIO(WHOLE)
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(made, "a") as archive:
        archive.writestr(TEXT, "<w/>")
    assert "two of its parts have the same name" in lint(made.getvalue())[0]


def test_a_zip_without_a_document_is_said_to_be_none():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    assert "it lacks _rels/.rels, word/document.xml, word/styles.xml" in lint(made.getvalue())[0]
