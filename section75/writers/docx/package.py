"""The Word file as a package: the shell rendered, the body spliced in, and the same bytes on every day.

In: a shell, the words for its fields, and the XML that replaces its content controls. Out: .docx bytes.
"""

from __future__ import annotations

import io
import zipfile
from copy import deepcopy
from typing import TYPE_CHECKING, Final

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docxtpl import DocxTemplate
from lxml import etree

from section75.document.writing_time import writing_time
from section75.problems import Place, Problem, Refused
from section75.writers.docx import sheet
from section75.writers.docx.scrubbing import scrub
from section75.writers.docx.sections import COUNT, SECTIONS, divide
from section75.writers.docx.shell_fields import Fields
from section75.writers.docx.trust import faults
from section75.writers.docx.xml import DECLARED, Paragraph, printable, tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from docx.document import Document as WordDocument
    from lxml.etree import _Element

    from section75.document.tree import Document
    from section75.writers.docx.figures import Media
    from section75.writers.docx.lists import Restart
    from section75.writers.docx.sheet import Sheet

BODY: Final = "s75:body"
WATERMARK: Final = "PowerPlusWaterMark"
"""Word itself knows its watermarks by this beginning of the shape's id."""
_PARSER: Final = etree.XMLParser(resolve_entities=False, no_network=True)


class Shell:
    """A house's Word file, its fields rendered, ready for the text."""

    def __init__(self, path: Path, document: Document) -> None:
        """Render the fields in head and foot; raise `Refused` if the shell cannot be used."""
        self._document, self.sheet = _rendered(path, document)
        self._part = self._document.part
        if BODY not in self.controls():
            raise _refused(path, f"It has no content control with the tag {BODY}.")
        if not document.state:
            self._without_watermark()
        self._describe(document)

    def controls(self) -> frozenset[str]:
        """Return the tags of the content controls."""
        return frozenset(_tag(control) for root in self._roots() for control in root.iter(tag("sdt")))

    def without_cover(self) -> None:
        """Give the first page the head and foot of all others."""
        for one in list(self._part.element.iter(tag("headerReference"), tag("footerReference"), tag("titlePg"))):
            if one.tag == tag("titlePg") or one.get(tag("type")) == "first":
                _replace(one, ())

    def fill(self, name: str, xml: str) -> None:
        """Put XML in the place of every content control of that tag."""
        for root in self._roots():
            empty = "" if root.tag == tag("document") else Paragraph("Header").xml()
            for control in [one for one in root.iter(tag("sdt")) if _tag(one) == name]:
                _replace(control, _parsed(xml or empty))

    def divide(self, *, tracked: bool) -> None:
        """Give the clauses and the schedules of the text the sections that the shell keeps for them, if it keeps any."""
        body = next(self._part.element.iterchildren(tag("body")))
        kept = [deepcopy(one) for one in body.iter(tag("sectPr"))]
        self.fill(SECTIONS, "")
        if len(kept) == COUNT:
            divide(body, kept, tracked=tracked)

    def restart(self, restarts: Iterable[Restart]) -> None:
        """Add the instances of lists that start at a number of their own."""
        numbering = self._part.numbering_part.element
        lists = {one.get(tag("numId")): one for one in numbering.iterchildren(tag("num"))}
        for one in restarts:
            number = etree.SubElement(numbering, tag("num"), {tag("numId"): str(one.number)})
            kind = lists[str(one.of)].find(tag("abstractNumId"))
            etree.SubElement(number, tag("abstractNumId"), {tag("val"): "0" if kind is None else kind.get(tag("val"), "0")})
            level = etree.SubElement(number, tag("lvlOverride"), {tag("ilvl"): str(one.level)})
            etree.SubElement(level, tag("startOverride"), {tag("val"): str(one.start)})

    def comment(self, comments: bytes | None) -> None:
        """Add the comments part in place of the shell's, if it has one."""
        rels = self._part.rels
        for key in [key for key, rel in rels.items() if rel.reltype == RELATIONSHIP_TYPE.COMMENTS]:
            del rels[key]
        if comments:
            name = PackURI("/word/comments.xml")
            part = Part(name, CONTENT_TYPE.WML_COMMENTS, comments, self._part.package)
            rels.add_relationship(RELATIONSHIP_TYPE.COMMENTS, part, "s75comments")

    def attach(self, media: Iterable[Media]) -> None:
        """Add the pictures."""
        for one in media:
            part = Part(PackURI(one.name), one.type, one.data, self._part.package)
            self._part.rels.add_relationship(RELATIONSHIP_TYPE.IMAGE, part, one.relationship)

    def data(self) -> bytes:
        """Return the file."""
        saved = io.BytesIO()
        self._document.save(saved)
        return repacked(saved.getvalue())

    def _roots(self) -> Iterator[_Element]:
        yield self._part.element
        for relation in self._part.rels.values():
            if relation.reltype in (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER):
                yield relation.target_part.element

    def _without_watermark(self) -> None:
        for root in self._roots():
            for shape in [one for one in root.iter() if str(one.get("id", "")).startswith(WATERMARK)]:
                for run in list(shape.iterancestors(tag("r"))):
                    _replace(run, ())

    def _describe(self, document: Document) -> None:
        """Set the properties after rendering: docxtpl would escape them twice."""
        properties = self._document.core_properties
        properties.title = _short(document.title)
        properties.subject = _short(document.subject)
        properties.author = properties.last_modified_by = _short(document.author)
        properties.language = "en-GB"
        properties.created = properties.modified = writing_time().replace(tzinfo=None)
        properties.revision = 1


def _rendered(path: Path, document: Document) -> tuple[WordDocument, Sheet]:
    """Return the shell with its fields rendered, and what it says of styles and lists."""
    data = path.read_bytes() if path.is_file() else b""
    if said := faults(data):
        raise _refused(path, " ".join(said))
    template = DocxTemplate(io.BytesIO(data))
    try:
        template.render(_fields(document), Fields(), autoescape=True)
        found: WordDocument = template.docx
        scrub(found)
        return found, sheet.read(found.part.styles.element, found.part.numbering_part.element, found.part.element)
    except Exception as fault:  # what is no whole Word file, python-docx and docxtpl meet with whatever error comes first
        raise _refused(path, f"{type(fault).__name__}: {fault}.") from fault


def _refused(path: Path, fault: str) -> Refused:
    remedy = "Mend it in Word, or start again from the default house's shell."
    return Refused([Problem(Place(str(path)), "shell", "error", f"The Word shell cannot be used. {fault}", remedy)])


def _short(words: str) -> str:
    """Return words for a property, which holds 255 characters at most."""
    return printable(words)[:255]


def _fields(document: Document) -> dict[str, str]:
    """Return the fields that a shell may use, by name."""
    words = {
        "title": document.title,
        "running": document.running,
        "state": document.state,
        "reference": document.reference,
        "subject": document.subject,
        "author": document.author,
    }
    return {name: printable(value) for name, value in words.items()}


def _tag(control: _Element) -> str:
    found = control.find(f"{tag('sdtPr')}/{tag('tag')}")
    return "" if found is None else found.get(tag("val"), "")


def _parsed(xml: str) -> Sequence[_Element]:
    return list(etree.fromstring(f"<w:body {DECLARED}>{xml}</w:body>", _PARSER))


def _replace(control: _Element, content: Sequence[_Element]) -> None:
    parent = control.getparent()
    if parent is None:
        return
    place = parent.index(control)
    parent[place : place + 1] = content


def repacked(data: bytes) -> bytes:
    """Return the same zip with sorted entries and no time: the order that Word wants first, then by name."""
    first = ("[Content_Types].xml", "_rels/.rels")
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name not in first, name)):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system, entry.compress_type = 0, zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name), compresslevel=6)
    return written.getvalue()
