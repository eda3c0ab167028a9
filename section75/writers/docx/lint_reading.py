"""Checks of what somebody needs who hears a Word file or walks it by its headings.

In: a `Package`. Out: faults.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.writers.docx.xml import tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from section75.writers.docx.lint_package import Package

BODY: Final = 9
"""The outline level of what is no heading."""


def headings(package: Package) -> Iterator[str]:
    """No level of headings is skipped, so that the navigation pane and a screen reader walk them without a gap.

    A letter has no heading of the first level, for its title is a property: it begins with the second.
    """
    levels = _levels(package.roots["word/styles.xml"])
    paragraphs = [(one, _level(one, levels)) for one in package.roots["word/document.xml"].iter(tag("p"))]
    found = [(level, words) for one, level in paragraphs if level != BODY and (words := _words(one))]
    above = min((level for level, _ in found), default=0) - 1
    for level, words in found:
        if level > above + 1:
            yield f"word/document.xml: the heading “{words[:40]}” is of level {level + 1} under one of level {above + 1}."
        above = level


def _levels(styles: _Element) -> dict[str, int]:
    """Return the outline level of each style, its own or that of the style it is based on."""
    found = {style.get(tag("styleId"), ""): style for style in styles.iter(tag("style"))}

    def level(name: str) -> int:
        style = found.get(name)
        own = None if style is None else style.find(f"{tag('pPr')}/{tag('outlineLvl')}")
        if own is not None:
            return int(own.get(tag("val"), BODY))
        base = None if style is None else style.find(tag("basedOn"))
        return BODY if base is None else level(base.get(tag("val"), ""))

    return {name: level(name) for name in found}


def _level(paragraph: _Element, levels: dict[str, int]) -> int:
    style = paragraph.find(f"{tag('pPr')}/{tag('pStyle')}")
    own = paragraph.find(f"{tag('pPr')}/{tag('outlineLvl')}")
    if own is not None:
        return int(own.get(tag("val"), BODY))
    return levels.get("Normal" if style is None else style.get(tag("val"), ""), BODY)


def links(package: Package) -> Iterator[str]:
    """Every link has words."""
    for name, link in package.each("hyperlink"):
        if not _words(link):
            yield f"{name}: a link has no words."


def _words(element: _Element) -> str:
    return "".join(one.text or "" for one in element.iter(tag("t"), tag("delText"))).strip()
