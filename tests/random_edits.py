"""Random revisions of random documents, for the property tests of comparison.

An edit takes a node out, puts one in, moves one anywhere, rewords one, doubles one, lifts what one holds into its place, empties a row or
takes a name away. Documents are settled first: what is compared are texts, not redlines.
"""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st
from random_documents import contents, documents

from section75.comparison.settling import settle
from section75.document.tree import Block, Document, Note, Part, Reference, Text

MOST_EDITS = 6


def children(node):
    return node.parts if isinstance(node, Document) else node.children


def holding(node, held):
    return replace(node, parts=tuple(held)) if isinstance(node, Document) else replace(node, children=tuple(held))


def paths(node, above=()):
    """Return the way to every node below a node."""
    found = []
    for at, child in enumerate(children(node)):
        found += [(*above, at), *paths(child, (*above, at))]
    return found


def at(node, path):
    for step in path:
        node = children(node)[step]
    return node


def spliced(node, path, nodes, taken=1):
    """Return a tree in which `taken` nodes at a place are replaced by others."""
    first, *rest = path
    held = list(children(node))
    held[first : first + taken if not rest else first + 1] = [spliced(held[first], rest, nodes, taken)] if rest else nodes
    return holding(node, held)


def reworded(draw, node):
    if isinstance(node, Part):
        return replace(node, heading=draw(contents), number=draw(st.sampled_from(("", "Schedule 9"))))
    if node.kind in ("table", "row", "figure"):
        return replace(node, heading=draw(contents), id=draw(st.sampled_from(("", "x", "y"))))
    words = draw(
        st.one_of(contents, st.just((*node.content[:1], Text(" and so on"), *node.content[1:])), st.just(_elsewhere(node.content)))
    )
    return replace(node, content=words, end=draw(st.sampled_from(("", ";", "."))), number=draw(st.sampled_from(("", "9.", "(a)"))))


def _elsewhere(content):
    """Return content with the same words from another fact, the labels of references after a renumbering, and another note."""
    return tuple(
        replace(one, fact="elsewhere") if isinstance(one, Text) else replace(one, label="clause 99") if isinstance(one, Reference)
        else Note("another") if isinstance(one, Note) else one
        for one in content
    )  # fmt: skip


@st.composite
def edited(draw, document):
    """Draw a revision of a document."""
    for _ in range(draw(st.integers(1, MOST_EDITS))):
        known = paths(document)
        if not known:
            return document
        path = draw(st.sampled_from(known))
        document = _edit(draw, document, path, draw(st.sampled_from(EDITS)))
    return settle(replace(document, title=draw(st.sampled_from((document.title, "Another title")))), "new")


def _edit(draw, document, path, edit):
    node = at(document, path)
    match edit:
        case "out":
            return spliced(document, path, [])
        case "reword":
            return spliced(document, path, [reworded(draw, node)])
        case "double":
            return spliced(document, path, [node, node])
        case "lift" if isinstance(node, Block) and node.kind not in ("table", "row"):
            return spliced(document, path, node.children)
        case "sink" if isinstance(node, Block) and node.kind not in ("row", "cell"):
            return spliced(document, path, [Block("box", children=(node,))])
        case "empty" if isinstance(node, Block):
            return spliced(document, path, [replace(node, content=(), children=tuple(replace(one, content=()) for one in node.children))])
        case "name":
            return spliced(document, path, [replace(node, id=draw(st.sampled_from(("", "x", "a1"))))])
        case "move" | "copy":
            return _moved(draw, document, path, node, leave=edit == "copy")
        case _:
            return document


def _moved(draw, document, path, node, *, leave):
    """Move a node before another of its sort, anywhere; a row stays among rows."""
    without = document if leave else spliced(document, path, [])
    places = [one for one in paths(without) if _sort(at(without, one)) == _sort(node)]
    if not places or node.kind == "cell":
        return document
    return spliced(without, draw(st.sampled_from(places)), [node], taken=0)


def _sort(node):
    return (type(node), node.kind if node.kind in ("row", "cell") else "")


EDITS = ("out", "reword", "double", "lift", "sink", "empty", "name", "move", "move", "copy")


@st.composite
def near_pairs(draw):
    """Draw a document and a revision of it."""
    old = settle(draw(documents), "new")
    return old, draw(edited(old))


far_pairs = st.tuples(documents, documents).map(lambda pair: (settle(pair[0], "new"), settle(pair[1], "new")))
