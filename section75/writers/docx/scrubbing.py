"""What a shell knows of the people who made it, taken out: none of it comes into a paper.

In: a rendered shell. Out: the same file without names of people and firms, paths of their machines, marks of their sessions, and the parts
that other programs keep in a Word file for themselves. Drafts are scrubbed like final copies: both go out of the house.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from section75.writers.docx.xml import HEADER, tag

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.opc.rel import Relationships
    from lxml.etree import _Element

APPLICATION: Final = (
    f'{HEADER}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Microsoft Office Word</Application></Properties>"
)
"""What every paper says of the program it is for, and no more: Word also keeps firm, manager and the path of the template here."""
EXTENDED: Final = "extended-properties"
OF_PACKAGE: Final = frozenset({"custom-properties", "thumbnail", "classificationlabels"})
OF_TEXT: Final = frozenset(
    {
        *("customXml", "people", "commentsExtended", "commentsIds", "commentsExtensible", "glossaryDocument", "printerSettings"),
        *("keyMapCustomizations", "attachedToolbars", "recipientData"),
    }
)
"""Kinds of parts that no page shows, by the last word of their relationship's type."""
CORE: Final = frozenset({"category", "contentStatus", "description", "identifier", "keywords", "lastPrinted", "version"})
"""Core properties that a paper does not state."""
SETTINGS: Final = ("rsids", "docVars", "mailMerge", "attachedTemplate", "writeProtection", "documentProtection")


def scrub(document: WordDocument) -> None:
    """Take out what a shell knows of people and machines."""
    package = document.part.package
    _without(package.rels, OF_PACKAGE)
    _without(document.part.rels, OF_TEXT)
    for key, relation in package.rels.items():
        if _kind(relation.reltype) == EXTENDED:
            where, kind = PackURI(str(relation.target_part.partname)), relation.target_part.content_type
            package.rels[key]._target = Part(where, kind, APPLICATION.encode(), package)  # noqa: SLF001 - a part of this kind has no setter
    _without_elements(document.core_properties._element, CORE)  # noqa: SLF001 - the element has no public name
    for name in SETTINGS:
        for one in list(document.settings.element.iter(tag(name))):
            _remove(one)
    for root in (document.part.element, *(relation.target_part.element for relation in document.part.rels.values() if _told(relation))):
        _without_sessions(root)


def _told(relation: object) -> bool:
    return _kind(getattr(relation, "reltype", "")) in ("header", "footer", "styles", "numbering")


def _kind(address: str) -> str:
    return address.rpartition("/")[2]


def _without(relations: Relationships, kinds: frozenset[str]) -> None:
    for key in [key for key, relation in relations.items() if _kind(relation.reltype) in kinds]:
        del relations[key]


def _without_elements(root: _Element, names: frozenset[str]) -> None:
    for one in [one for one in root if etree.QName(one).localname in names]:
        _remove(one)


def _without_sessions(root: _Element) -> None:
    """Take away the numbers by which Word knows in which session a paragraph was written, and references to settings of printers."""
    for one in list(root.iter(tag("printerSettings"))):
        _remove(one)
    for one in root.iter():
        for name in [name for name in one.attrib if str(name).startswith(tag("rsid"))]:
            del one.attrib[name]


def _remove(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
