"""What a draft says of itself: how many blanks to fill in and assumptions to confirm, and the list of the blanks.

In: a numbered Document, what is only assumed in it, and the text of the strip. Out: the Document with a first part that says so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from section75.document.index import Found, Index, index, place_words, walk
from section75.document.references import resolve
from section75.document.tree import Blank, Document, Part, plain
from section75.facts.values import Count
from section75.problems import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from section75.drafting.writing import Writing
    from section75.facts.fact import Assumption
    from section75.text.library import Template


@dataclass(frozen=True, slots=True)
class Front:
    """The texts that stand at the front of a draft: the strip and the list of blanks."""

    strip: Template
    listing: Template


@dataclass(frozen=True, slots=True)
class Open:
    """A blank as the list of blanks names it: what is not known, in which words it stands, and what to refer to, if anything."""

    label: str
    where: str
    target: str


def with_strip(document: Document, assumed: Sequence[Assumption], front: Front, writing: Writing) -> Document:
    """Return the draft with its strip and the list of its blanks. A final copy takes both off again.

    The list stands at the front: after the cover or, where there is none, between the strip and the title. There its heading becomes
    the caption of its table, since a heading before the title breaks the order of headings (PDF/UA-1, 7.4.2).
    """
    found = index(document)
    blanks = _listed(found, _rows(document), front.listing, writing)
    counts = {"blanks": len(found.distinct_blanks()), "assumptions": len(assumed), "notes": len(found.notes)}
    writing.names = {**writing.names, **{name: Count(number) for name, number in counts.items()}, "kind": document.kind}
    children = writing.blocks(front.strip.body)
    if writing.problems:
        raise Refused(writing.problems)
    state = plain(children[0].content).partition(".")[0]
    covers = sum(part.kind == "cover" for part in document.parts)
    listed = blanks if covers else tuple(map(_captioned, blanks))
    parts = (*document.parts[:covers], *listed, *document.parts[covers:])
    return resolve(replace(document, parts=(Part("strip", children=children), *parts), state=state))


def _listed(found: Index, rows: Mapping[int, str], listing: Template, writing: Writing) -> tuple[Part, ...]:
    """Return the part that lists the blanks, or none where there is none."""
    open_ = tuple(_open(blank, rows) for blank in found.distinct_blanks())
    if not open_:
        return ()
    writing.names = {**writing.names, "open": open_}
    section = next(iter(writing.blocks(listing.body)), None)
    if section is None:
        return ()
    return (Part("blanks", section.heading, section.children, section.id),)


def _captioned(listed: Part) -> Part:
    """Return the list without its heading, which its table takes as a caption."""
    blocks = (replace(block, heading=listed.heading) if block.kind == "table" else block for block in listed.children)
    return replace(listed, heading=(), children=tuple(blocks))


def _rows(document: Document) -> dict[int, str]:
    """Return the first cell of its row, in words, by the identity of each further cell.

    It names a place that has no number. Two cells may be equal and stand in rows of different names.
    """
    rows = (block for _, block, _ in walk(document) if block and block.kind == "row" and block.children)
    return {id(cell): plain(row.children[0].content) for row in rows for cell in row.children[1:]}


def _open(found: Found, rows: Mapping[int, str]) -> Open:
    holders = (found.holder, *reversed(found.spot.above), found.spot.part)
    target = next((holder.id for holder in holders if holder.id and holder.number), "")
    label = found.inline.label if isinstance(found.inline, Blank) else ""
    named = found.spot.above or found.spot.part.number or found.spot.part.heading
    where = "" if named or isinstance(found.holder, Part) else rows.get(id(found.holder), "")
    return Open(label, where or place_words(found.holder, found.spot), target)
