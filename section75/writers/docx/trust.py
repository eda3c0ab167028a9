"""A house's Word shell is opened without trust: what it may not bring into the papers of a council.

In: the bytes of a shell. Out: what is wrong with it, in sentences; nothing where it may be used. A shell dresses pages and does nothing
else: it fetches nothing from anywhere, runs nothing, embeds no file of another program, and carries nobody's tracked changes.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from lxml import etree

from section75.writers.docx.xml import tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

LARGEST: Final = 50_000_000
"""Bytes of all parts together; a shell with large pictures has a twentieth."""
MOST_PARTS: Final = 1_000
DAMAGE: Final = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, KeyError, OSError)
"""What unpacking a damaged or locked file may raise."""
RELATIONSHIP: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
LINKS: Final = frozenset({"hyperlink"})
"""Kinds of relationships that may lead out of the file: they do nothing until a reader clicks."""
KINDS: Final = {
    "attachedTemplate": "a template elsewhere",
    "oleObject": "an object of another program",
    "package": "a file of another program",
    "aFChunk": "another document",
    "subDocument": "another document",
    "frame": "a frame",
    "vbaProject": "macros",
    "wordVbaData": "macros",
    "control": "a control of ActiveX",
    "activeXControlBinary": "a control of ActiveX",
    "mailMergeSource": "the data of a mail merge",
    "mailMergeHeaderSource": "the data of a mail merge",
}
"""Kinds of relationships that no shell has, wherever they lead."""
FETCHING: Final = re.compile(r"\s*(INCLUDE\w*|DDE\w*|LINK|IMPORT|DATABASE|EMBED|RD|MACROBUTTON|AUTOTEXT\w*|ADDIN)\b", re.IGNORECASE)
"""The fields that fetch or run something."""
ADDRESSES: Final = frozenset({"src", "href", "althref", "moniker"})
TRACKED: Final = ("ins", "del", "moveFrom", "moveTo", "pPrChange", "rPrChange", "sectPrChange", "tblPrChange", "commentReference")


@lru_cache(16)
def faults(data: bytes) -> tuple[str, ...]:
    """Return why a shell may not be used."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > LARGEST:
                return (f"It would unpack to more than {LARGEST:,} bytes or {MOST_PARTS:,} parts.",)
            return tuple(dict.fromkeys(fault for entry in entries for fault in _part(entry.filename, archive.read(entry))))
    except DAMAGE:
        return ("It is damaged: it cannot be unpacked.",)


def _part(name: str, data: bytes) -> Iterator[str]:
    if not name.endswith((".xml", ".rels", ".vml")):
        return
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except etree.XMLSyntaxError:
        yield f"“{name}” in it cannot be read."
        return
    if root.getroottree().docinfo.internalDTD is not None:
        yield f"“{name}” in it declares entities."
    yield from _relations(root) if name.endswith(".rels") else _content(name, root)


def _relations(root: _Element) -> Iterator[str]:
    for one in root.iter(RELATIONSHIP):
        kind, target = one.get("Type", "").rpartition("/")[2], one.get("Target", "")
        if kind in KINDS:
            yield f"It holds {KINDS[kind]}: “{target}”."
        elif one.get("TargetMode") == "External" and kind not in LINKS:
            yield f"It would fetch “{target}”."


def _content(name: str, root: _Element) -> Iterator[str]:
    for one in root.iter(*map(tag, TRACKED)):
        yield f"“{name}” in it holds tracked changes or comments: {etree.QName(one).localname}. Settle them first."
    for words in _instructions(root):
        if FETCHING.match(words):
            yield f"A field in it would fetch something or run: “{words.strip()}”."
    for one in root.iter():
        for attribute, value in one.attrib.items():
            if etree.QName(attribute).localname in ADDRESSES and not str(value).startswith("#"):
                yield f"It would fetch “{value!s}”."


def _instructions(root: _Element) -> Iterator[str]:
    """Yield what each field says; the words of one may be divided among runs, and other fields may stand in it."""
    yield from (str(one.get(tag("instr"), "")) for one in root.iter(tag("fldSimple")))
    spoken: list[str] = []
    for one in root.iter(tag("fldChar"), tag("instrText")):
        if one.tag == tag("instrText"):
            spoken[-1:] = [(spoken[-1] if spoken else "") + (one.text or "")]
            continue
        if one.get(tag("fldCharType")) == "begin":
            spoken.append("")
        elif spoken and one.get(tag("fldCharType")) == "end":
            yield spoken.pop()
    yield from spoken
