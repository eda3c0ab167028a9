"""Where reading stands: which headings, containers and lines are open, and what a block at an indent belongs to.

In: lines, as the reader comes to them. Out: `Standing`, which gives a new block its place in the tree of elements.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol
from xml.etree.ElementTree import Element, SubElement

from section75.text.markup.signs import STEP

if TYPE_CHECKING:
    from section75.text.markup.reading import Line, Reading


class Going(Protocol):
    """Something whose lines still come in; `further` is the indent at which its next line stands."""

    further: int

    def close(self, reading: Reading) -> None:
        """Settle it: all its lines are here."""


@dataclass(slots=True)
class Frame:
    """The text or a container in it: the headings open in it, and what stands open at each level under them."""

    holder: Element
    base: int = 0
    fence: Line | None = None
    sections: list[tuple[int, Element]] = field(default_factory=list)
    open: list[Element] = field(default_factory=list)

    @property
    def level(self) -> int:
        """The level of the heading that stands open."""
        return self.sections[-1][0] if self.sections else self.base

    def parent(self, depth: int) -> Element:
        """Return what holds a block of a depth."""
        if depth:
            return self.open[depth - 1]
        return self.sections[-1][1] if self.sections else self.holder


@dataclass(slots=True)
class Standing:
    """The frames that are open, the innermost last; `fresh` says that words may begin a paragraph here."""

    reading: Reading
    frames: list[Frame]
    going: Going | None = None
    fresh: bool = True

    @property
    def frame(self) -> Frame:
        """The innermost container, or the text."""
        return self.frames[-1]

    def fault(self, line: Line, message: str, remedy: str) -> None:
        """Note a fault at the first word of a line."""
        self.reading.fault(line, line.indent, message, remedy)

    def close(self) -> None:
        """Settle what was going on."""
        if self.going:
            self.going.close(self.reading)
        self.going = None

    def depth(self, line: Line, deepest: int, *, quiet: bool = False) -> int:
        """Return the depth at which a block stands, and close what stood there; `deepest` is in spaces."""
        depth = line.indent // STEP
        allowed = min(len(self.frame.open) * STEP, deepest)
        if line.indent > allowed:
            if not quiet and depth > allowed // STEP:
                self.fault(line, "The line stands too deep: nothing above it can hold it.", f"Indent it by {allowed} spaces at most.")
            depth = allowed // STEP
        del self.frame.open[depth:]
        return depth

    def add(self, line: Line, depth: int, tag: str) -> Element:
        """Return a new element for a block that begins on a line."""
        self.fresh = False
        return SubElement(self.frame.parent(depth), tag, at=str(line.index))
