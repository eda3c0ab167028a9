"""The amendments that the facts of a deed state, as operations on the signed text.

In: a deed of variation, the texts beside its facts by name, and the signed text. Out: `Operation`s, each with the place in the YAML
where it is stated. Raises `Refused` with every amendment that says nothing that can be carried out. Whether it can be carried out there
is for `applied`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from section75.comparison.addresses import Places
from section75.comparison.operation import Operation
from section75.comparison.unused import unused
from section75.document.tree import Block, Part, Reference, Text
from section75.problems import Problem, Refused
from section75.text.markup.tails import ended

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from section75.comparison.addresses import Node
    from section75.comparison.atoms import Content
    from section75.comparison.operation import Way
    from section75.document.tree import Document, Ending
    from section75.facts.variation import Amendment, VariationDeed

NUMBERED: Final = re.compile(r"(?P<number>\(?[0-9A-Za-z]+(?:\.[0-9A-Za-z]+)*[.)]?) +(?P<words>.+)", re.DOTALL)
WHOLE: Final = ("words", "opening words")


@dataclass(frozen=True, slots=True)
class Beside:
    """What the amendments of a deed are read with: the texts beside its facts, the signed text, and the words of what is not used."""

    texts: Mapping[str, Document]
    signed: Document
    unused: Content


def operations_of(deed: VariationDeed, beside: Beside) -> tuple[Operation, ...]:
    """Return the amendments of a deed. Raises `Refused`."""
    reading = _Amending(beside, Places(beside.signed), [])
    found = [replace(one, source=amendment.place("target")) for amendment in deed.amendments if (one := reading.operation(amendment))]
    if reading.problems:
        raise Refused(reading.problems)
    names = (Operation("name", place, id=name, source=deed.place("names")) for place, name in deed.names.items())
    return (*found, *names)


@dataclass(frozen=True, slots=True)
class _Amending:
    beside: Beside
    places: Places
    problems: list[Problem]

    def operation(self, amendment: Amendment) -> Operation | None:
        """Return one amendment."""
        if amendment.row:
            return self._of_row(amendment)
        if amendment.within in ("heading", "end"):
            return self._of_heading_or_end(amendment)
        match amendment.do:
            case "substitute":
                return self._words(amendment, "replacing", amendment.old)
            case "omit" if amendment.old is not None:
                return self._words(amendment, "omitting", amendment.old)
            case "insert" if amendment.after is not None:
                return self._words(amendment, "after", amendment.after)
            case "insert" if amendment.before is not None:
                return self._words(amendment, "before", amendment.before)
            case "insert":
                return self._inserted(amendment)
            case "replace":
                return self._replaced(amendment)
            case _:
                return self._gone(amendment)

    # -------------------------------------------------------------- words

    def _words(self, amendment: Amendment, way: Way, old: str | None) -> Operation:
        return Operation("words", amendment.target, way, old or "", linked(amendment))

    def _of_heading_or_end(self, amendment: Amendment) -> Operation:
        old, new = amendment.old or "", amendment.new or ""
        if amendment.within == "heading":
            return Operation("heading", amendment.target, old=old, content=linked(amendment))
        return Operation("ending", amendment.target, old=old, end=_ending(new))

    def _of_row(self, amendment: Amendment) -> Operation | None:
        row = tuple(map(str, amendment.row))
        if amendment.text:
            rows = tuple(one for table in self._blocks(amendment) for one in table.children if one.role != "header")
            return Operation("insert", amendment.target, "after", blocks=rows, row=row)
        if amendment.do == "omit" and amendment.old is None:
            return Operation("delete", amendment.target, row=row)
        column = str(amendment.column or "")
        return Operation("cell", amendment.target, old=amendment.old or "", content=linked(amendment), row=row, column=column)

    # -------------------------------------------------------------- what is set out

    def _inserted(self, amendment: Amendment) -> Operation | None:
        way: Way = "after"
        if amendment.at in ("beginning", "alphabetical"):
            way = "beginning" if amendment.at == "beginning" else "alphabetical"
        if amendment.annexed:
            return Operation("insert", amendment.target, way, parts=tuple(self._parts(amendment)))
        blocks = tuple(self._blocks(amendment)) if amendment.text else self._typed(amendment)
        if len(blocks) == 1 and blocks[0].kind == "table" and way == "beginning" and self._is_table(amendment.target):
            blocks = tuple(one for one in blocks[0].children if one.role != "header")
        return Operation("insert", amendment.target, way, blocks=blocks) if blocks else None

    def _replaced(self, amendment: Amendment) -> Operation | None:
        if amendment.annexed:
            return Operation("substitute", amendment.target, parts=tuple(self._parts(amendment)))
        if amendment.within in WHOLE:
            blocks = tuple(self._blocks(amendment)) if amendment.text else (_paragraph(linked(amendment), str(amendment.new)),)
            return Operation("text", amendment.target, content=blocks[0].content, end=blocks[0].end) if blocks else None
        blocks = tuple(self._blocks(amendment)) if amendment.text else self._typed(amendment)
        return Operation("substitute", amendment.target, blocks=blocks) if blocks else None

    def _gone(self, amendment: Amendment) -> Operation:
        """Return what leaves nothing: something with a number keeps that."""
        node = self._node(amendment.target)
        if node is None or not node.number:
            return Operation("delete", amendment.target)
        empty = unused(node, self.beside.unused)
        if isinstance(empty, Part):
            return Operation("not-used", amendment.target, parts=(empty,))
        return Operation("not-used", amendment.target, blocks=(empty,))

    def _typed(self, amendment: Amendment) -> tuple[Block, ...]:
        """Return numbered words that are typed with their number, as a block like the one that they follow or replace."""
        node = self._node(amendment.target)
        found = NUMBERED.fullmatch(str(amendment.new))
        if not isinstance(node, Block) or node.kind != "item" or found is None:
            remedy = "Set it out in a text beside this file, and name that under “text”."
            self._refuse(amendment, "Only a numbered paragraph of words can be typed here, with its number first.", remedy)
            return ()
        block = _paragraph(_cut(linked(amendment), found.start("words")), found["words"])
        keep = node.id if amendment.do == "replace" else ""
        return (replace(block, kind="item", number=found["number"], fixed=True, id=keep),)

    def _node(self, name: str) -> Node | None:
        return self.places.at(self.places.paths[name]) if name in self.places.paths else None

    def _is_table(self, name: str) -> bool:
        node = self._node(name)
        return isinstance(node, Block) and node.kind == "table"

    def _parts(self, amendment: Amendment) -> Iterator[Part]:
        for name in amendment.text:
            if name in self.beside.texts:
                yield from self.beside.texts[name].parts
            else:
                self._refuse(amendment, f"There is no text “{name}”.", f"Write {name}.md in the folder of the deed’s own name.")

    def _blocks(self, amendment: Amendment) -> Iterator[Block]:
        for part in self._parts(amendment):
            yield from part.children

    def _refuse(self, amendment: Amendment, message: str, remedy: str) -> None:
        self.problems.append(Problem(amendment.place("target"), "deed", "error", message, remedy))


# ------------------------------------------------------------------ words of the facts


def linked(amendment: Amendment) -> Content:
    """Return the new words of an amendment, its references live again."""
    words = str(amendment.new or "")
    if not words:
        return ()
    if not amendment.references:
        return (Text(words),)
    longest_first = sorted(map(str, amendment.references), key=len, reverse=True)
    pieces = re.split(rf"({'|'.join(map(re.escape, longest_first))})(?![\w(]|\.\w)", words)
    targets = {str(label): str(name) for label, name in amendment.references.items()}
    return tuple(Reference(targets[piece], piece) if ordinal % 2 else Text(piece) for ordinal, piece in enumerate(pieces) if piece)


def _paragraph(content: Content, words: str) -> Block:
    """Return typed words as a paragraph, the sign that ends them apart."""
    end = ended(words)[1]
    return Block("item", _cut(content, 0, len(end)), end=end)


def _cut(content: Content, first: int, last: int = 0) -> Content:
    """Return plain words without so many signs at their beginning and end."""
    kept = list(content)
    if first and isinstance(kept[0], Text):
        kept[0] = Text(kept[0].words[first:])
    if last and isinstance(kept[-1], Text):
        kept[-1] = Text(kept[-1].words[:-last])
    return tuple(one for one in kept if one != Text(""))


def _ending(words: str) -> Ending:
    return ended(f"x{words}")[1]
