"""Revisions of an agreement for property tests: provisions come, go and move, and each is known by a name that the toolkit may not see.

In: draws of hypothesis. Out: agreements, numbered by the default house, whose every numbered provision bears words of its own.
"""

from __future__ import annotations

from dataclasses import replace

from building import headed, item, row, said, table
from hypothesis import strategies as st

from section75.document.house import Scheme
from section75.document.numbering import number
from section75.document.tree import Block, Document, Part, Reference

SCHEME = Scheme()
WORDS = (
    "host", "partner", "fund", "pool", "manager", "board", "council", "contribution", "scheme", "report", "payment", "notice", "review",
    "overspend", "staff", "premises", "record", "audit", "consent", "invoice", "quarter", "provider", "referral", "dispute", "deputy",
    "transfer", "insurance", "budget", "forecast", "liability", "complaint", "incident", "delegation",
)  # fmt: skip


class Naming:
    """Gives each provision a name and words that no other has."""

    def __init__(self, draw, *, ids):
        self.draw, self.ids, self.count = draw, ids, 0

    def next(self):
        self.count += 1
        return f"n{self.count}"

    def words(self, name):
        seed = int(name[1:])
        chosen = [WORDS[(seed * step + step) % len(WORDS)] for step in (1, 3, 5, 7, 11, 13, 17, 19)]
        return f"The {' '.join(chosen)} of {name}"

    def item(self, depth=0):
        name = self.next()
        few = self.draw(st.sampled_from((0, 0, 1, 2))) if depth < 2 else 0
        return item(self.words(name), end=".", name=name if self.ids else "", holds=tuple(self.item(depth + 1) for _ in range(few)))

    def clause(self, kind="clause"):
        name = self.next()
        items = tuple(self.item() for _ in range(self.draw(st.integers(0, 2))))
        tables = (self.table(),) if kind == "paragraph" and self.draw(st.booleans()) else ()
        return headed(kind, self.words(name), *items, *tables, name=name)

    def table(self):
        name = self.next()
        return table(self.words(name), row("a", name), widths="50 50", name=name)

    def schedule(self):
        name = self.next()
        return Part("schedule", said(self.words(name)), tuple(self.clause("paragraph") for _ in range(self.draw(st.integers(1, 2)))), name)

    def new(self, kind):
        match kind:
            case "item":
                return self.item()
            case "table":
                return self.table()
            case _:
                return self.clause(kind)


def agreement(naming):
    """Return an agreement as it is signed first, without numbers."""
    clauses = tuple(naming.clause() for _ in range(naming.draw(st.integers(1, 3))))
    schedules = tuple(naming.schedule() for _ in range(naming.draw(st.integers(0, 2))))
    return Document("agreement", "t", (Part("operative", said("Terms"), clauses, "operative"), *schedules))


def revised(document, naming):
    """Return an agreement after some changes; provisions stand under parents of the kind under which they may."""
    for _ in range(naming.draw(st.integers(1, 4))):
        document = _changed(document, naming)
    return document


def _changed(document, naming):
    draw = naming.draw
    places = list(_holders(document))
    path = draw(st.sampled_from(places))
    holder = _at(document, path)
    held = list(holder.children)
    kinds = _kinds(holder)
    at = draw(st.integers(0, len(held)))
    change = draw(st.sampled_from(("insert", "insert", "delete", "move", "schedule")))
    if change == "schedule":
        parts = list(document.parts)
        if len(parts) > 1 and draw(st.booleans()):
            del parts[draw(st.integers(1, len(parts) - 1))]
        else:
            parts.insert(draw(st.integers(1, len(parts))), naming.schedule())
        return replace(document, parts=tuple(parts))
    if change == "delete" and held:
        del held[min(at, len(held) - 1)]
    elif change == "move" and held:
        moved = held.pop(min(at, len(held) - 1))
        held.insert(draw(st.integers(0, len(held))), moved)
    else:
        held.insert(at, naming.new(draw(st.sampled_from(kinds))))
    return _with(document, path, tuple(held))


def _kinds(holder):
    if isinstance(holder, Part):
        return ("clause",) if holder.kind == "operative" else ("paragraph",)
    return ("item", "table") if holder.kind == "paragraph" else ("item",)


def _holders(document):
    def within(node, path):
        yield path
        for at, child in enumerate(node.children):
            if child.kind in ("clause", "paragraph", "item") and len(path) < 4:
                yield from within(child, (*path, at))

    for at, part in enumerate(document.parts):
        yield from within(part, (at,))


def _at(document, path):
    node = document.parts[path[0]]
    for at in path[1:]:
        node = node.children[at]
    return node


def _with(document, path, children):
    def put(node, rest):
        if not rest:
            return replace(node, children=children)
        held = list(node.children)
        held[rest[0]] = put(held[rest[0]], rest[1:])
        return replace(node, children=tuple(held))

    parts = list(document.parts)
    parts[path[0]] = put(parts[path[0]], path[1:])
    return replace(document, parts=tuple(parts))


def numbered(document):
    """Return a document numbered by the default house."""
    return number(document, SCHEME)


def bare(document):
    """Return a document without numbers and without the words of its references."""

    def block(one: Block) -> Block:
        content = tuple(Reference(inline.target, "clause") if isinstance(inline, Reference) else inline for inline in one.content)
        return replace(one, number="", fixed=False, content=content, children=tuple(map(block, one.children)))

    parts = (replace(part, number="", fixed=False, children=tuple(map(block, part.children))) for part in document.parts)
    return replace(document, parts=tuple(parts))


def addresses(document):
    """Return where each numbered provision stands, in the numbers of those above it, and its words; of what is not used, nothing."""
    found = {}

    def enter(node, above, schedule):
        if node.number:
            caption = isinstance(node, Block) and node.number.startswith(("Table", "Figure"))
            address = (schedule, node.number) if caption else (*above, node.number)
            assert address not in found, address
            shown = node.heading or (node.content if isinstance(node, Block) else ())
            words = "".join(inline.words for inline in shown)
            found[address] = "" if "Not used" in words else words
            above = above if caption else address
        for child in node.children:
            enter(child, above, schedule)

    for part in document.parts:
        enter(part, () if part.number else (part.kind,), part.number or part.kind)
    return found
