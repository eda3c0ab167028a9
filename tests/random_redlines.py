"""Random redlines for property tests: a random document, changed at random, with what changed marked in the tree.

In: hypothesis's draws. Out: a redline as comparing makes them: blocks new, gone and moved, words new and gone, fields that were otherwise.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from hypothesis import strategies as st
from random_documents import ENDS, in_changes, parts

from section75.document.numbering import number
from section75.document.tree import Deleted, Document, Inserted, Reference, Text

KINDS_TOGETHER = {"cell", "row"}
"""Kinds of which a table may not lose or gain some in one row."""


def _content(draw, content):
    """Return words of which some are new, some gone, and some references once said otherwise."""
    shown = []
    for inline in content:
        how = draw(st.sampled_from(("kept", "kept", "kept", "new", "gone", "more")))
        if isinstance(inline, Inserted | Deleted):
            continue
        if how == "kept" and isinstance(inline, Reference):
            shown.append(replace(inline, was=draw(st.sampled_from(("", "clause 77")))))
        elif how == "more":
            shown += [inline, Inserted(draw(in_changes))]
        else:
            shown.append({"kept": inline, "new": Inserted((inline,)), "gone": Deleted((inline,))}[how])
    return tuple(shown)


def _plain(block):
    return replace(
        block,
        heading=tuple(one for one in block.heading if not isinstance(one, Inserted | Deleted)),
        content=tuple(one for one in block.content if not isinstance(one, Inserted | Deleted)),
        children=tuple(map(_plain, block.children)),
    )


def _block(draw, block):
    """Return a kept block, edited."""
    was = []
    if draw(st.booleans()):
        was.append(("end", draw(st.sampled_from(ENDS))))
    if block.kind != "cell" and draw(st.integers(0, 9)) == 0:
        was.append(("fixed", True))
        was.append(("number", draw(st.sampled_from(("7A.", "(zz)", "3.")))))
    children = _blocks(draw, block.children, within=block.kind)
    return replace(block, heading=_content(draw, block.heading), content=_content(draw, block.content), children=children, was=tuple(was))


def _blocks(draw, blocks, within=""):
    shown = []
    for block in blocks:
        how = draw(st.sampled_from(("kept", "kept", "inserted", "deleted", "moved")))
        if how == "kept" or within in KINDS_TOGETHER:
            shown.append(_block(draw, block))
        else:
            shown.append(replace(_plain(block), change=how))
    return tuple(shown)


def _with_moves(draw, part, numbers):
    """Return the part in which what moved stands in two places among its siblings, edited on its way or not."""
    return replace(part, children=_moved(draw, part.children, numbers))


def _moved(draw, blocks, numbers):
    shown = []
    for block in blocks:
        if block.change != "moved":
            shown.append(replace(block, children=_moved(draw, block.children, numbers)) if not block.change else block)
            continue
        pair = next(numbers)
        other = replace(block, content=(*block.content, Text(" moved"))) if draw(st.booleans()) else block
        places = draw(st.permutations((replace(block, change=f"moved-from:{pair}"), replace(other, change=f"moved-to:{pair}"))))
        shown.insert(draw(st.integers(0, len(shown))), places[0])
        shown.append(places[1])
    return tuple(shown)


@st.composite
def redlines(draw, scheme):
    """Draw a redline whose newer text is numbered; what is gone keeps numbers of its own."""
    chosen = [part for part in draw(st.lists(parts, min_size=1, max_size=3)) if part.kind != "strip"]
    document = number(Document("agreement", "Redline", tuple(chosen)), scheme)
    edited = tuple(
        replace(part, heading=_content(draw, part.heading), children=_blocks(draw, part.children), change=change) if not change
        else replace(part, heading=_plain_words(part.heading), children=tuple(map(_plain, part.children)), change=change)
        for part in document.parts
        for change in [draw(st.sampled_from(("", "", "", "inserted", "deleted")))]
    )  # fmt: skip
    numbers = count(1)
    return replace(document, parts=tuple(_with_moves(draw, part, numbers) if not part.change else part for part in edited))


def _plain_words(content):
    return tuple(one for one in content if not isinstance(one, Inserted | Deleted))
