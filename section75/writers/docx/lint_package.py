"""Checks of the package: types, relationships, properties, language, sections.

In: a `Package`. Out: faults.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from section75.writers.docx.xml import NAMESPACES, tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

TYPES: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RELATIONSHIP: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
CORE: Final = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
TITLE: Final = "{http://purl.org/dc/elements/1.1/}title"
R: Final = f"{{{NAMESPACES['r']}}}"
FORBIDDEN: Final = ("updateFields", "doNotUseHTMLParagraphAutoSpacing", "trackRevisions")


@dataclass(frozen=True, slots=True)
class Package:
    """The names of all parts, and the roots of those that are XML."""

    names: frozenset[str]
    roots: dict[str, _Element]

    def stories(self) -> Iterator[tuple[str, _Element]]:
        """Yield the parts that hold paragraphs: the document, heads, feet, comments, notes."""
        for name, root in self.roots.items():
            if name.startswith("word/") and root.tag in STORIES:
                yield name, root

    def each(self, *names: str) -> Iterator[tuple[str, _Element]]:
        """Yield each element of those names in the stories, with its part."""
        for part, root in self.stories():
            for element in root.iter(*map(tag, names)):
                yield part, element

    def relations(self, part: str) -> dict[str, str]:
        """Return the relationships of a part: the part that each id points at, or an outside address."""
        folder, name = posixpath.split(part)
        root = self.roots.get(f"{folder}/_rels/{name}.rels".lstrip("/"))
        found = () if root is None else root.iter(RELATIONSHIP)
        return {one.get("Id", ""): _target(folder, one) for one in found}


STORIES: Final = frozenset(map(tag, ("document", "hdr", "ftr", "comments", "footnotes", "endnotes")))


def _target(folder: str, relation: _Element) -> str:
    address = relation.get("Target", "")
    if relation.get("TargetMode") == "External":
        return ""
    return address.lstrip("/") if address.startswith("/") else posixpath.normpath(posixpath.join(folder, address))


def types(package: Package) -> Iterator[str]:
    """Every part has a type, and every type a part."""
    root = package.roots["[Content_Types].xml"]
    kinds = {one.get("Extension", "").lower() for one in root.iter(f"{TYPES}Default")}
    stated = {one.get("PartName", "").lstrip("/") for one in root.iter(f"{TYPES}Override")}
    for name in sorted(package.names - stated - {"[Content_Types].xml"}):
        if name.rpartition(".")[2].lower() not in kinds:
            yield f"{name}: the part has no content type."
    for name in sorted(stated - package.names):
        yield f"{name}: a content type is stated, but the part is missing."


def targets(package: Package) -> Iterator[str]:
    """Every relationship points at a part."""
    for name in sorted(package.roots):
        for key, target in package.relations(name).items():
            if target and target not in package.names:
                yield f"{name}: relationship {key} points at {target}, which is missing."
    for one in package.roots["_rels/.rels"].iter(RELATIONSHIP):
        if _target("", one) not in package.names:
            yield f"_rels/.rels: a relationship points at {one.get('Target')}, which is missing."


def used_relationships(package: Package) -> Iterator[str]:
    """Every relationship that a part uses exists."""
    for name, root in package.stories():
        known = package.relations(name)
        for element in root.iter():
            for key, value in element.attrib.items():
                if str(key).startswith(R) and value not in known:
                    yield f"{name}: relationship {value!s} is used, but missing."


def outside(package: Package) -> Iterator[str]:
    """Nothing is fetched from outside when the file is opened: an address is the target of a link, and of nothing else."""
    for name, root in sorted(package.roots.items()):
        for one in root.iter(RELATIONSHIP):
            if one.get("TargetMode") == "External" and not one.get("Type", "").endswith("/hyperlink"):
                yield f"{name}: {one.get('Target')} would be fetched."


def properties(package: Package) -> Iterator[str]:
    """Core properties have their own namespace, and a title."""
    core = package.roots.get("docProps/core.xml")
    if core is None or core.tag != f"{CORE}coreProperties":
        yield "docProps/core.xml: the core properties are missing or in a wrong namespace."
        return
    if not (core.findtext(TITLE) or "").strip():
        yield "docProps/core.xml: the document has no title."
    for element in core:
        if "custom-properties" in str(element.tag):
            yield f"docProps/core.xml: {element.tag!s} is in a wrong namespace."


def language(package: Package) -> Iterator[str]:
    """British English is the language of the text."""
    styles = package.roots["word/styles.xml"]
    found = styles.find(f"{tag('docDefaults')}/{tag('rPrDefault')}/{tag('rPr')}/{tag('lang')}")
    if found is None or found.get(tag("val")) != "en-GB":
        yield "word/styles.xml: the language is not en-GB."


def settings(package: Package) -> Iterator[str]:
    """Nothing is set that makes Word ask questions or space paragraphs otherwise."""
    root = package.roots.get("word/settings.xml")
    for name in FORBIDDEN:
        if root is not None and next(root.iter(tag(name)), None) is not None:
            yield f"word/settings.xml: {name} must not be set."


def sections(package: Package) -> Iterator[str]:
    """Tell whether the body ends with its section, and wherever a first page has a head of its own it is switched on."""
    body = package.roots["word/document.xml"].find(tag("body"))
    if body is None or not len(body) or body[-1].tag != tag("sectPr"):
        yield "word/document.xml: the body does not end with the properties of its section."
        return
    for section in body.iter(tag("sectPr")):
        first = [one for one in section if one.get(tag("type")) == "first"]
        if first and section.find(tag("titlePg")) is None:
            yield "word/document.xml: the head of the first page is not switched on (titlePg)."
