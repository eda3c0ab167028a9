"""House Markdown as an extension of Python-Markdown: its engine, and none of its leniency.

In: a `Reading`. Out: the tree of elements that the block step and the inline step make of it.

The extension empties Python-Markdown's registries and puts in one block processor, which reads the whole text, and
four inline processors. One instance is made and used again for every text.
"""

from __future__ import annotations

from functools import cache
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.treeprocessors import InlineProcessor, Treeprocessor, UnescapeTreeprocessor
from markdown.util import Registry

from section75.text.markup.inline import BOLD, CHANGES, Holders, Leaves, Refused
from section75.text.markup.outline import outline
from section75.text.markup.reading import Reading


class House(Extension):
    """The house's rules, the text being read, and the elements it became."""

    def __init__(self) -> None:
        """Begin with an empty text."""
        super().__init__()
        self.reading = Reading("")
        self.root = Element("div")

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Empty every registry, then register what the house knows."""
        md.preprocessors, md.postprocessors = Registry(), Registry()
        md.parser.blockprocessors, md.inlinePatterns, md.treeprocessors = Registry(), Registry(), Registry()
        md.parser.blockprocessors.register(Lines(md.parser, self), "house", 0)
        md.inlinePatterns.register(Leaves(md), "leaves", 40)
        md.inlinePatterns.register(Holders(CHANGES, md), "changes", 30)
        md.inlinePatterns.register(Holders(BOLD, md), "bold", 20)
        md.inlinePatterns.register(Refused(md), "refused", 10)
        md.treeprocessors.register(InlineProcessor(md), "inline", 30)
        md.treeprocessors.register(UnescapeTreeprocessor(md), "unescape", 20)
        md.treeprocessors.register(Kept(md, self), "kept", 10)


class Lines(BlockProcessor):
    """Takes the whole text at once: Python-Markdown cut it at empty lines, the reading has it whole."""

    def __init__(self, parser: Any, house: House) -> None:  # noqa: ANN401 - the stubs name no type that fits
        """Read for a house."""
        super().__init__(parser)
        self.house = house

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 - Python-Markdown's signature
        """Every block is ours."""
        return True

    def run(self, parent: Element, blocks: list[str]) -> bool | None:
        """Read all blocks of the text."""
        blocks.clear()
        outline(parent, self.house.reading)
        return None


class Kept(Treeprocessor):
    """Keeps the finished tree, which Python-Markdown would print as HTML."""

    def __init__(self, md: Markdown, house: House) -> None:
        """Keep it for a house."""
        super().__init__(md)
        self.house = house

    def run(self, root: Element) -> None:
        """Keep the tree."""
        self.house.root = root


def _unprinted(root: Element) -> str:  # noqa: ARG001 - Python-Markdown's signature
    return ""


@cache
def _engine() -> tuple[Markdown, House]:
    house = House()
    engine = Markdown(extensions=[house])
    engine.serializer, engine.stripTopLevelTags = _unprinted, False
    return engine, house


def elements(reading: Reading) -> Element:
    """Return the elements of a text."""
    engine, house = _engine()
    house.reading, house.root = reading, Element("div")
    engine.convert("\n".join(line.text for line in reading.lines))
    return house.root
