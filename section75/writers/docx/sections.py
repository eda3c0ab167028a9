"""The sections of a Word file: front, clauses and schedules, each with the head that the shell gives it.

In: the body of a Word file whose text is in place, and the properties of the three sections. Out: the same body, divided
before the first clause, before the first schedule, and where neither is in force any longer.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Final

from lxml import etree

from section75.writers.docx.xml import tag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

SECTIONS: Final = "s75:sections"
"""The tag of the control in which a shell keeps the properties of all sections but the last."""
COUNT: Final = 3
FRONT, CLAUSES, SCHEDULES = range(COUNT)
STARTS: Final = {"Heading1": CLAUSES, "ScheduleHeading": SCHEDULES, "ExecutionHeading": FRONT}
"""The headings that begin a section. In the front nothing is in force: it has the head without a clause."""


def divide(body: _Element, sections: Sequence[_Element], *, tracked: bool) -> None:
    """Divide the text of a body, given the properties of the front, of clauses and of schedules.

    Where changes are tracked all is front: the mark of a paragraph ends a section, and who settles the change takes it away.
    """
    now, first = FRONT, True
    for block in () if tracked else tuple(body.iterchildren(tag("p"))):
        starts = STARTS.get(_style(block), now)
        if starts != now and (before := _before(block)) is not None:
            _properties(before).append(_section(sections[now], first=first))
            first = False
        now = starts
    last = next(body.iterchildren(tag("sectPr")))
    body.replace(last, _section(sections[now], first=first))


def _style(block: _Element) -> str:
    style = block.find(f"{tag('pPr')}/{tag('pStyle')}")
    return "" if style is None else style.get(tag("val"), "")


def _before(block: _Element) -> _Element | None:
    """Return the paragraph that ends the section before a heading; headings without a number above it stay with it."""
    before = block.getprevious()
    while before is not None and (before.tag != tag("p") or _style(before) == "HeadingUnnumbered"):
        before = before.getprevious()
    return before


def _properties(paragraph: _Element) -> _Element:
    found = paragraph.find(tag("pPr"))
    return etree.SubElement(paragraph, tag("pPr")) if found is None else found


def _section(section: _Element, *, first: bool) -> _Element:
    """Return a section's properties; one that is not the first goes on, on the same page, where no heading starts one, and has no cover."""
    made = deepcopy(section)
    if first:
        return made
    for one in list(made.iterchildren(tag("titlePg"), tag("type"), tag("headerReference"), tag("footerReference"))):
        if one.tag in (tag("titlePg"), tag("type")) or one.get(tag("type")) == "first":
            made.remove(one)
    size = next(made.iterchildren(tag("pgSz")))
    size.addprevious(etree.Element(tag("type"), {tag("val"): "continuous"}))
    return made
