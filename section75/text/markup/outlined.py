"""The elements of a text, read once for all agreements: they differ in what is printed, seldom in what a paragraph is.

In: a text with tokens for the facts in it, and what the tokens print. Out: a `Reading` with the facts, and the elements. Where a fact
decides what the elements are, as where a name in braces has one in it, the text is read for that agreement alone.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from section75.document.replacing import replaced
from section75.text.markup.extension import elements
from section75.text.markup.reading import Asked, Reading

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from section75.document.tree import Inline

MOST_READ: Final = 320
"""How many texts are remembered: an agreement with all its papers has about three hundred."""


def read_outline(source: str, file: str, printed: tuple[Inline | tuple[Inline, ...], ...]) -> tuple[Reading, Element]:
    """Return the reading of a text, and its elements, which are not to be changed."""
    known = _known(source, file, len(printed))
    if known is None:
        return _outlined(Reading(file, printed), source)
    reading, root = known
    return replaced(reading, printed=printed, problems=list(reading.problems), found=dict(reading.found)), root


@lru_cache(MOST_READ)
def _known(source: str, file: str, tokens: int) -> tuple[Reading, Element] | None:
    """Return what is the same whatever the tokens print; nothing, where that was asked."""
    try:
        return _outlined(Reading(file, (None,) * tokens), source)
    except Asked:
        return None


def _outlined(reading: Reading, source: str) -> tuple[Reading, Element]:
    reading.take(source)
    return reading, elements(reading)
