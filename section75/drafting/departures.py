"""The departures of an agreement from the library's model wording, drafted as a document.

In: the agreement drafted with the library's texts alone, and as it is; the paper, and two texts: one for the whole, one for a departure.
Out: the numbered Document, with the difference of each clause marked as a redline under its heading. Numbers are those of the agreement.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from section75.comparison.redline import redline
from section75.document.index import flat
from section75.document.numbering import number
from section75.document.tree import (
    Blank,
    Block,
    Both,
    Definition,
    Deleted,
    Document,
    Inserted,
    Note,
    Part,
    Reference,
    Strong,
    Text,
    plain,
)
from section75.drafting.agreement import Drafted
from section75.drafting.names import names_of
from section75.drafting.strip import with_strip
from section75.drafting.writing import Writing
from section75.facts.base import Words
from section75.facts.departures import Departure, Departures, reason_for
from section75.problems import Refused, errors

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from section75.document.tree import Inline
    from section75.drafting.report import Paper
    from section75.text.library import Template

COMPARED: Final = frozenset({"parties", "background", "operative", "schedule", "execution"})
"""Parts whose wording comes from the library; a cover and the lists of a draft do not."""
UNUSED: Final = "not used"


@dataclass(frozen=True, slots=True)
class DepartureTexts:
    """The text of the whole document, and of one departure."""

    whole: Template
    each: Template


def draft_departures(model: Document, actual: Document, own: Collection[str], paper: Paper, texts: DepartureTexts) -> Drafted:
    """Return the departures drafted and numbered; `own` are the ids of the clauses that the partners chose or worded themselves.

    A clause that differs and is none of these only follows: a definition that is no more used, words that speak of a clause left out.
    Raises `Refused` with every fault of the texts at once.
    """
    found = [(_departure(node, own, paper), node) for node in _differing(redline(model, actual))]
    writing = Writing({**names_of(paper.agreement, paper.roles), "departures": Departures(tuple(one for one, _ in found))})
    children = [*writing.blocks(texts.whole.body)]
    for departure, node in found:
        writing.names = {**writing.names, "departure": departure}
        said = writing.blocks(texts.each.body)
        shown = () if departure.sort == "left out" else _shown(node)
        children += [replace(block, id="", children=(*block.children, *shown)) if block is said[-1] else block for block in said]
    if faults := [*errors(paper.library.problems), *writing.problems]:
        raise Refused(faults)
    title = next((plain(block.heading) for block in children if block.role == "title"), "")
    document = Document("departures", title, (Part("body", children=tuple(children)),), title, reference=str(paper.agreement.title))
    return Drafted(with_strip(number(document, paper.scheme), (), paper.front, writing))


def _differing(marked: Document) -> Iterator[Block | Part]:
    """Yield each clause, schedule or part in which a redline marks anything that a reader would call a difference."""
    for part in marked.parts:
        if part.kind not in COMPARED:
            continue
        held = part.children if part.kind == "operative" else ()
        yield from (block for block in held if _marked(block))
        if part.kind != "operative" and _marked(part):
            yield part


def _marked(node: Block | Part) -> bool:
    content = (*node.heading, *(node.content if isinstance(node, Block) else ()))
    changed = any(isinstance(inline, Inserted | Deleted) for inline in flat(content))
    return bool(node.change) or changed or any(map(_marked, node.children))


def _departure(node: Block | Part, own: Collection[str], paper: Paper) -> Departure:
    name = " ".join(filter(None, (node.number.rstrip("."), plain(_kept(node.heading)))))
    sort = _sort(node, own)
    because = Words("") if sort == "follows" else reason_for(paper.agreement, node.id)
    return Departure(Words(node.id), Words(name), Words(sort), because)


def _kept(heading: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return tuple(inline for inline in heading if not isinstance(inline, Deleted)) or heading


def _sort(node: Block | Part, own: Collection[str]) -> str:
    if getattr(node, "role", "") == UNUSED:
        return "not used"
    if node.change:
        return "left out" if node.change == "deleted" else "added"
    return "other words" if node.id in own else "follows"


# ------------------------------------------------------------------ the difference, as words that refer to nothing


def _shown(node: Block | Part) -> tuple[Block, ...]:
    """Return what a clause holds, as it stands in the redline, with every number kept."""
    content = (Block("words", node.content),) if isinstance(node, Block) and node.content else ()
    change = node.change
    return tuple(replace(_still(block), change=block.change or change) for block in (*content, *node.children))


def _still(block: Block) -> Block:
    kind = "section" if block.kind in ("clause", "paragraph", "division") else block.kind
    return replace(
        block,
        kind=kind,
        id="",
        fixed=bool(block.number),
        heading=_said(block.heading),
        content=_said(block.content),
        children=tuple(map(_still, block.children)),
    )


def _said(content: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return words that define nothing and refer to nothing in the document that quotes them."""
    return tuple(said for inline in content for said in _quoted(inline))


def _quoted(inline: Inline) -> tuple[Inline, ...]:
    match inline:
        case Reference(label=label):
            return (Text(label),)
        case Definition(content=content):
            return (Text("“"), Strong(_said(content)), Text("”"))
        case Blank(label=label):
            return (Text(f"[● {label}]"),)
        case Both(new=new):
            return _quoted(new)
        case Strong(content=content) | Inserted(content=content) | Deleted(content=content):
            return (type(inline)(_said(content)),)
        case Note():
            return ()
        case _:
            return (Text(inline.words),)
