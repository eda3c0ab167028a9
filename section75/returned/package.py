"""A Word file that somebody sent: opened without trust.

In: the bytes of a file, and how its name is shown. Out: `Package`, its parts as XML by what they are; or `Refused`, which says what the
file is instead and what to do. Nothing is unzipped before its size is known, and no part may name anything outside the file.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lxml import etree

from section75.problems import Place, Problem, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

LARGEST_FILE: Final = 50_000_000
"""Bytes of a file as it lies on the disk."""
LARGEST_WHOLE: Final = 300_000_000
"""Bytes of all its parts together; the longest agreements have 6,000,000."""
MOST_PARTS: Final = 5_000
TIGHTEST: Final = 250
"""How many times its packed size a part may have; XML of long tables comes to sixty."""
SMALL: Final = 1_000_000
"""Bytes below which nobody minds how tightly a part is packed."""

OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
STRICT: Final = "http://purl.oclc.org/ooxml/"
WORDS: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
PROPERTY: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"
MAIN: Final = "officeDocument"
READ: Final = ("comments", "commentsExtended", "header", "footer", "footnotes", "endnotes")
"""The kinds of parts that are read beside the text, as relationships name them."""
CUSTOM: Final = "custom-properties"

ASK_AGAIN: Final = "Ask for the file again, saved in Word as Word Document (.docx)."
SAVE: Final = "Open it in Word and save it as Word Document (.docx)."
UNLOCK: Final = "Open it in Word with its password, take the password away (File, Info, Protect Document), and save it."


@dataclass(frozen=True, slots=True)
class Package:
    """A Word file opened: its text, the parts beside it by kind, in order, and its custom properties."""

    shown: str
    text: _Element
    beside: tuple[tuple[str, _Element], ...]
    properties: tuple[tuple[str, str], ...]

    def parts(self, *kinds: str) -> Iterator[_Element]:
        """Yield the parts of some kinds."""
        return (root for kind, root in self.beside if kind in kinds)

    def property(self, name: str) -> str:
        """Return a custom property, or nothing."""
        return dict(self.properties).get(name, "")


class Unreadable(Exception):  # noqa: N818 - an answer to the user
    """The file cannot be read: why not, and what to do."""

    def __init__(self, message: str, remedy: str = ASK_AGAIN) -> None:
        """Keep the two sentences."""
        super().__init__(message)
        self.message, self.remedy = message, remedy


def opened(data: bytes, shown: str) -> Package:
    """Open a Word file. Raises `Refused` where it is none, or is damaged, locked or dangerous."""
    try:
        return _Zip(data).package(shown)
    except Unreadable as fault:
        problem = Problem(Place(shown), "file", "error", fault.message, fault.remedy)
        raise Refused([problem]) from None


class _Zip:
    """The zip file, whose parts are unpacked one by one."""

    def __init__(self, data: bytes) -> None:
        if len(data) > LARGEST_FILE:
            raise Unreadable(
                f"The file has {len(data):,} bytes; the most is {LARGEST_FILE:,}.", "Take pictures out, or ask for the text alone."
            )
        _recognised(data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._entries = {entry.filename: entry for entry in self._entries_in(self._zip)}
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError):
            raise Unreadable("The file is damaged: it cannot be unpacked.") from None

    @staticmethod
    def _entries_in(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
        entries = archive.infolist()
        if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > LARGEST_WHOLE:
            raise Unreadable("The file would unpack to more than any agreement: it is not opened.")
        for entry in entries:
            if entry.file_size > SMALL and entry.file_size > TIGHTEST * max(entry.compress_size, 1):
                raise Unreadable(f"“{entry.filename}” is packed more tightly than any text: the file is not opened.")
            if entry.flag_bits & 1:
                raise Unreadable("The file is locked with a password.", UNLOCK)
        return entries

    def package(self, shown: str) -> Package:
        """Return the parts that are read."""
        root = dict(self._related("_rels/.rels", ""))
        main = root.get(MAIN, "")
        if not main or main not in self._entries:
            raise Unreadable(*self._instead())
        text = self._xml(main)
        if text.tag.startswith(f"{{{STRICT}"):
            raise Unreadable("The file is saved as Strict Open XML.", SAVE)
        if text.tag != f"{{{WORDS}}}document":
            raise Unreadable("The file is no Word document.", SAVE)
        folder, name = posixpath.split(main)
        related = self._related(f"{folder}/_rels/{name}.rels", folder)
        beside = [(kind, self._xml(part)) for kind, part in dict.fromkeys(related) if kind in READ and part in self._entries]
        return Package(shown, text, tuple(beside), tuple(self._properties(root.get(CUSTOM, ""))))

    def _properties(self, part: str) -> Iterator[tuple[str, str]]:
        if part in self._entries:
            for one in self._xml(part).iter(PROPERTY):
                yield one.get("name", ""), "".join(map(str, one.itertext()))

    def _related(self, part: str, folder: str) -> list[tuple[str, str]]:
        """Return what a part points at in the file: the last word of the kind, and the name of the part."""
        if part not in self._entries:
            return []
        inside = (one for one in self._xml(part).iter(RELATIONSHIPS) if one.get("TargetMode") != "External")
        found = ((one.get("Type", "").rpartition("/")[2], one.get("Target", "")) for one in inside)
        return [
            (kind, target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target)))
            for kind, target in found
        ]

    def _instead(self) -> tuple[str, str]:
        """Return what the file is, where it is a zip file but no Word document."""
        if "mimetype" in self._entries:
            return "The file is an OpenDocument text.", SAVE
        folders = {name.partition("/")[0] for name in self._entries}
        if folders & {"xl", "ppt"}:
            return "The file is a workbook or a presentation, no Word document.", ASK_AGAIN
        return "The file is no Word document: it has no text.", ASK_AGAIN

    def _xml(self, part: str) -> _Element:
        entry = self._entries[part]
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
        )
        try:
            with self._zip.open(entry) as stream:
                data = stream.read(entry.file_size + 1)
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
            raise Unreadable(f"The file is damaged: “{part}” in it cannot be read.") from None
        if len(data) > entry.file_size or root.getroottree().docinfo.internalDTD is not None:
            raise Unreadable(f"“{part}” in the file is not as Word writes it.")
        return root


def _recognised(data: bytes) -> None:
    """Refuse what is no zip file, by its first bytes."""
    if data.startswith(OLE):
        if LOCKED in data:
            raise Unreadable("The file is locked with a password.", UNLOCK)
        raise Unreadable("The file is in the old format of Word (.doc).", SAVE)
    if data.startswith(b"%PDF"):
        raise Unreadable("The file is a PDF.", "Ask for the Word file that it was made from.")
    if data.lstrip().startswith(b"{\\rtf"):
        raise Unreadable("The file is in Rich Text Format.", SAVE)
    if not data.startswith(b"PK"):
        raise Unreadable("The file is no Word document." if data else "The file is empty.")
