"""Headings and containers: what holds other blocks without being words itself.

In: a line that begins with # or :::. Out: a `section` or a container in the tree of elements, open for what follows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.problems import one_of
from section75.text.markup.frames import Frame, Standing
from section75.text.markup.paragraphs import begun, named, spoken
from section75.text.markup.signs import DIVISION_NUMBER, HEADING_NUMBER, SCHEDULE_NUMBER
from section75.text.markup.tails import Tail, parted

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from section75.text.markup.reading import Line

CONTAINERS: Final = ("aside", "box", "execution", "lines", "recommendations", "rows")
ROWS: Final = "rows"
"""The container whose headings are the labels of a table, with what stands under each beside it."""
TWO: Final = 2
DEEPEST_HEADING: Final = 4
DEEPEST_OF_RECORD: Final = 6
WORD_FOR: Final = {DEEPEST_HEADING: "four", DEEPEST_OF_RECORD: "six"}


def heading(standing: Standing, line: Line, words: str) -> None:
    """Begin a section, as a child of the one above it; in a text of record a heading without words only ends one."""
    standing.close()
    signs, _, rest = words.partition(" ")
    level = _level(standing, line, len(signs))
    frame = standing.frame
    while frame.sections and frame.sections[-1][0] >= level:
        frame.sections.pop()
    frame.open.clear()
    if rest or not standing.reading.record:
        frame.sections.append((level, _section(standing, line, rest, level)))
    standing.fresh = True


def _section(standing: Standing, line: Line, words: str, level: int) -> Element:
    reading = standing.reading
    words, tail = parted(words, line, reading)
    number, words = _number(words, tail, level) if reading.record else ("", words)
    element = standing.add(line, 0, "section")
    element.set("number", number)
    named(element, tail, " ".join(tail.roles))
    if not words and not reading.record:
        standing.fault(line, "The heading has no words.", "Write “# Heading {#name}”.")
    spoken(element, "heading", begun(words, line, reading, marked=True))
    return element


def _level(standing: Standing, line: Line, level: int) -> int:
    """Return the level of a heading, made to fit where it stands."""
    if line.indent:
        standing.fault(line, "A heading stands at the margin.", "Take the spaces away.")
    deepest = DEEPEST_OF_RECORD if standing.reading.record else DEEPEST_HEADING
    lowest = min(standing.frame.level + 1, deepest)
    if level > deepest:
        standing.fault(line, f"A heading has one to {WORD_FOR[deepest]} # signs.", f"Write {'#' * lowest}.")
    elif level > lowest:
        standing.fault(line, "The heading skips a level.", f"Write {'#' * lowest}, or a heading above it.")
    elif level <= standing.frame.base:
        standing.fault(
            line,
            f"The heading cannot leave the {standing.frame.holder.tag} that it stands in.",
            f"Write {'#' * (standing.frame.base + 1)}.",
        )
    return max(min(level, lowest), standing.frame.base + 1)


def _number(words: str, tail: Tail, level: int) -> tuple[str, str]:
    """Return the printed number before a heading of record, and the heading without it."""
    forms = SCHEDULE_NUMBER if level == 1 else DIVISION_NUMBER if "part" in tail.roles else HEADING_NUMBER
    found = forms.match(words) if level > 1 or "schedule" in tail.roles else None
    return (found[1], words[found.end() :]) if found else ("", words)


def fence(standing: Standing, line: Line, words: str) -> None:
    """Begin or end a container."""
    standing.close()
    standing.fresh = True
    name, _, rest = words.removeprefix(":::").strip(" ").partition(" ")
    if not name:
        _leave(standing, line)
        return
    if name not in CONTAINERS:
        standing.fault(line, f"“::: {name}” is unknown.", one_of(name, CONTAINERS))
    rest, tail = parted(rest, line, standing.reading, widths=name == ROWS)
    if rest:
        standing.fault(line, f"“{rest}” stands after “::: {name}”.", "Put the words on a line of their own.")
    standing.frame.open.clear()
    element = standing.add(line, 0, name if name in CONTAINERS else "box")
    named(element, tail, " ".join(tail.roles))
    if tail.widths:
        _widths(standing, line, element, tail)
    standing.frames.append(Frame(element, standing.frame.level, line))
    standing.fresh = True


def _widths(standing: Standing, line: Line, element: Element, tail: Tail) -> None:
    if len(tail.widths) != TWO:
        standing.fault(line, "The widths do not fit: rows have two columns.", "Write two figures, in per cent: ::: rows {30 70}.")
        return
    element.set("columns", "|".join(f"{width} left" for width in tail.widths))


def _leave(standing: Standing, line: Line) -> None:
    if len(standing.frames) == 1:
        standing.fault(line, "::: closes nothing.", "Leave it out, or write “::: box” where the box begins.")
        return
    holder = standing.frames.pop().holder
    if holder.tag == ROWS and any(child.tag != "section" for child in holder):
        standing.fault(line, "Something in these rows stands beside no heading.", "Begin each row with a heading: its label.")
    if holder.tag == "recommendations" and len(holder) and holder[0].tag == "words":
        _lead_in(holder, holder[0])


def _lead_in(holder: Element, first: Element) -> None:
    """Make the first paragraph of the recommendations their own words."""
    words = first.find("words")
    holder.remove(first)
    if words is not None:
        holder.set("at", first.get("at", ""))
        holder.append(words)
