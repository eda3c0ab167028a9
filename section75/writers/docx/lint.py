"""Our own check of a Word file, for what Microsoft's validator lets pass and Word then repairs or misprints.

In: the bytes of a .docx file. Out: its faults, as sentences that name the part; none if it is sound.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Final

from lxml import etree

from section75.writers.docx import lint_marks, lint_package, lint_reading, lint_text
from section75.writers.docx.lint_package import Package

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Check = Callable[[Package], Iterator[str]]

LARGEST: Final = 200_000_000
"""Bytes of all parts together; a larger file is refused before it is unpacked."""
CHECKS: Final[tuple[Check, ...]] = (
    lint_package.types,
    lint_package.targets,
    lint_package.used_relationships,
    lint_package.outside,
    lint_package.properties,
    lint_package.language,
    lint_package.settings,
    lint_package.sections,
    lint_text.stray_text,
    lint_text.styles,
    lint_text.lists,
    lint_text.cells,
    lint_text.tables,
    lint_text.pictures,
    lint_reading.headings,
    lint_reading.links,
    lint_marks.bookmarks,
    lint_marks.fields,
    lint_marks.references,
    lint_marks.tracked,
    lint_marks.moves,
    lint_marks.comments,
)


def lint(data: bytes) -> list[str]:
    """Return every fault found in a Word file."""
    try:
        package = _opened(data)
    except (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError, ValueError) as fault:
        return [f"The file cannot be opened: {fault}"]
    return [fault for check in CHECKS for fault in check(package)]


def _opened(data: bytes) -> Package:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > LARGEST:
            raise ValueError("it is too large")
        listed = archive.namelist()
        names = frozenset(listed)
        if len({name.lower() for name in listed}) < len(listed):
            raise ValueError("two of its parts have the same name")
        roots = {name: etree.fromstring(archive.read(name), parser) for name in sorted(names) if name.endswith((".xml", ".rels"))}
    missing = {"[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml"} - names
    if missing:
        raise ValueError(f"it lacks {', '.join(sorted(missing))}")
    return Package(names, roots)
