"""Files that somebody sends: foreign, damaged, locked or dangerous ones are refused in a sentence, and none ends in a traceback."""

from __future__ import annotations

import copy
import io
import re
import zipfile
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from returning import SENT, Hand, sent_file

from section75.problems import Refused
from section75.returned.package import MOST_PARTS, OLE, opened
from section75.returned.reading import read_returned
from section75.writers.docx.xml import W

ENTITY = '<!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
TEXT = "word/document.xml"


def zipped(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return made.getvalue()


def with_text(change) -> bytes:
    parts = Hand().parts
    return zipped({**parts, TEXT: change(parts[TEXT].decode()).encode()})


def without(name: str) -> bytes:
    return zipped({one: part for one, part in Hand().parts.items() if one != name})


def locked() -> bytes:
    """Return the file as a zip whose entries say that they are locked."""
    data = bytearray(sent_file())
    for found in re.finditer(rb"PK\x01\x02", bytes(data)):
        data[found.start() + 8] |= 1
    return bytes(data)


FILES = {
    "an empty file": (lambda: b"", "The file is empty."),
    "words": (lambda: b"Dear Sir", "The file is no Word document."),
    "a PDF": (lambda: b"%PDF-1.7 ...", "The file is a PDF."),
    "rich text": (lambda: b"{\\rtf1 Dear Sir}", "The file is in Rich Text Format."),
    "the old format": (lambda: OLE + b"\0" * 600, "The file is in the old format of Word (.doc)."),
    "a password": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "The file is locked with a password."),
    "locked parts": (locked, "The file is locked with a password."),
    "half a file": (lambda: sent_file()[: len(sent_file()) // 2], "The file is damaged: it cannot be unpacked."),
    "another zip": (lambda: zipped({"a.txt": b"words"}), "The file is no Word document: it has no text."),
    "a workbook": (lambda: zipped({"[Content_Types].xml": b"", "xl/workbook.xml": b""}), "The file is a workbook or a presentation"),
    "OpenDocument": (lambda: zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}), "The file is an OpenDocument text."),
    "no text": (lambda: without(TEXT), "The file is no Word document: it has no text."),
    "no relations": (lambda: without("_rels/.rels"), "The file is no Word document: it has no text."),
    "strict": (
        lambda: with_text(lambda xml: xml.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")),
        "The file is saved as Strict Open XML.",
    ),
    "another root": (lambda: with_text(lambda _: "<html/>"), "The file is no Word document."),
    "broken XML": (lambda: with_text(lambda xml: xml[:-20]), f"The file is damaged: “{TEXT}” in it cannot be read."),
    "no XML": (lambda: with_text(lambda _: ""), f"The file is damaged: “{TEXT}” in it cannot be read."),
    "entities": (lambda: with_text(lambda xml: ENTITY + _entity(xml)), f"“{TEXT}” in the file is not as Word"),
    "an entity from outside": (lambda: with_text(lambda xml: OUTSIDE + _headless(xml)), f"“{TEXT}” in the file is not as Word"),
    "a bomb": (lambda: zipped({**Hand().parts, "word/media/a.bin": b"\0" * 40_000_000}), "“word/media/a.bin” is packed more tightly"),
    "many parts": (lambda: zipped({str(number): b"" for number in range(MOST_PARTS + 1)}), "The file would unpack to more"),
    "deep XML": (lambda: with_text(lambda xml: xml.replace("<w:body>", "<w:body>" + "<w:sdt>" * 5000)), f"The file is damaged: “{TEXT}”"),
}  # fmt: skip


def _entity(xml: str) -> str:
    return _headless(xml).replace("<w:t ", "<w:t>&b;</w:t><w:t ", 1)


def _headless(xml: str) -> str:
    return re.sub(r"^<\?xml[^>]*>\s*", "", xml)


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_word_file_of_ours_is_refused_in_a_sentence(name):
    make, message = FILES[name]
    with pytest.raises(Refused) as refused:
        read_returned(make(), "returned.docx", SENT)
    (problem,) = refused.value.problems
    assert problem.message.startswith(message)
    assert problem.place.file == "returned.docx"
    assert problem.remedy


def test_a_part_that_is_larger_than_it_says_is_not_read_to_its_end():
    data = bytearray(sent_file())
    for sign, at in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        for found in re.finditer(re.escape(sign), bytes(data)):
            name = found.start() + (46 if at == 24 else 30)
            if data[name : name + len(TEXT)] == TEXT.encode():
                data[found.start() + at : found.start() + at + 4] = (10).to_bytes(4, "little")
    with pytest.raises(Refused, match="damaged"):
        opened(bytes(data), "returned.docx")


def test_nothing_outside_the_file_is_ever_asked_for():
    change = 'Type="http://schemas.example.org/header" Target="http://127.0.0.1:9/header.xml" TargetMode="External"/></Relationships>'
    parts = Hand().parts
    rels = parts["word/_rels/document.xml.rels"].decode().replace("</Relationships>", f'<Relationship Id="out" {change}')
    data = zipped({**parts, "word/_rels/document.xml.rels": rels.encode()})
    assert read_returned(data, "returned.docx", SENT).events == ()


PIECES = [
    *("<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:ins>", "</w:ins>", '<w:del w:id="1">', "</w:del>", "<w:tbl>", "</w:tbl>", "<w:tr>"),
    *('<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="end"/>', '<w:bookmarkStart w:id="5" w:name="_s75_12_x"/>'),
    *('<w:commentRangeStart w:id="7"/>', "<w:instrText> REF _s75_99999_ </w:instrText>", "\ue000", "&amp;", "<w:t>x</w:t>", "</w:tr>"),
]


@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 0.01), st.sampled_from(["", *PIECES])), min_size=1, max_size=6))
def test_damaged_text_is_read_or_refused_and_never_ends_in_a_traceback(wounds):
    def damaged(xml: str) -> str:
        for at, length, piece in wounds:
            start = int(at * len(xml))
            xml = xml[:start] + piece + xml[start + int(length * len(xml)) :]
        return xml

    _read_or_refuse(with_text(damaged))


@settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.floats(0, 1), st.sampled_from(["delete", "double", "swap", "rename"])), min_size=1, max_size=8))
def test_sound_xml_in_a_strange_order_is_read_and_never_ends_in_a_traceback(wounds):
    hand = Hand().comment("Each Partner", "promptly", "How soon?").replace("The Partners must pool", "21", "77", tracked=True)
    for at, what in wounds:
        elements = list(hand.root.iter())[2:]
        if not elements:
            break
        one = elements[min(int(at * len(elements)), len(elements) - 1)]
        if what == "rename":
            one.tag = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}" + ["ins", "del", "p", "tr", "sdt", "r"][int(at * 5)]
        elif what == "delete":
            one.getparent().remove(one)
        elif what == "double":
            one.addnext(copy.deepcopy(one))
        elif one.getnext() is not None:
            one.addprevious(one.getnext())
    _read_or_refuse(hand.data())


@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=10))
def test_a_file_with_wrong_bytes_is_read_or_refused(wounds):
    data = bytearray(sent_file())
    for at, byte in wounds:
        data[min(int(at * len(data)), len(data) - 1)] = byte
    _read_or_refuse(bytes(data))


def _read_or_refuse(data: bytes) -> None:
    with suppress(Refused):
        read_returned(data, "returned.docx", SENT)
