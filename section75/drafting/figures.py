"""Figures: each is drawn from the table that stands beside it, so that picture and words cannot differ.

In: blocks in which a figure names its picture (`picture:governance`, `picture:term` and so on). Out: the blocks with the SVG in place of
the name, and the alternative text made from the same rows. A figure with too little to show is left out; its table stays.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, cast

from section75.drafting.charts import contributions, waterfall
from section75.drafting.drawing import cells_of, finished
from section75.facts.dates import day
from section75.facts.faults import Fault
from section75.pictures.clusters import Group, Thing, clusters
from section75.pictures.timeline import Event, Span, timeline
from section75.pictures.tree import Body, tree
from section75.problems import Place, Problem, one_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from section75.document.tree import Block
    from section75.drafting.drawing import Cells
    from section75.pictures.tree import Standing

TO: Final = " to "
"""Between the first day of a span and its last."""


def illustrated(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], list[Problem]]:
    """Return the blocks with their figures drawn, and the problems: a picture that there is not, or that has no table beside it."""
    made: list[Block] = []
    problems: list[Problem] = []
    for place, block in enumerate(blocks):
        if block.kind == "figure":
            drawn = _drawn(block, _beside(blocks, place))
            if isinstance(drawn, Problem):
                problems.append(drawn)
            elif drawn:
                made.append(drawn)
        else:
            children, inner = illustrated(block.children)
            problems += inner
            made.append(replace(block, children=children) if children != block.children else block)
    return tuple(made), problems


def _beside(blocks: Sequence[Block], place: int) -> Block | None:
    """Return the first table after a figure among its neighbours, or else the last before it."""
    return next((block for block in (*blocks[place + 1 :], *blocks[place - 1 :: -1]) if block.kind == "table"), None)


def _drawn(figure: Block, table: Block | None) -> Block | Problem | None:
    at = figure.place or Place("")
    if figure.picture not in _DRAWN:
        return Problem(at, "figure", "error", f"There is no picture “{figure.picture}”.", one_of(figure.picture, _DRAWN))
    if table is None:
        return Problem(at, "figure", "error", "No table stands beside this picture.", "Put the table that it is drawn from below it.")
    return _DRAWN[figure.picture](figure, cells_of(table))


# ------------------------------------------------------------------ governance: body, how often it meets, its standing, whom it reports to


def _governance(figure: Block, table: Cells) -> Block | None:
    bodies = [_body(*row) for row in table.body if len(row) == len(_BODY) and row[0]]
    names = {body.name for body in bodies}
    groups: dict[str, list[str]] = {}
    for body in sorted(bodies, key=lambda body: body.reports_to not in names):
        if body.reports_to:
            groups.setdefault(body.reports_to, []).append(f"{body.name} ({body.says})" if body.says else body.name)
    facts = [f"{table.head[-1]} {to}: {', '.join(below)}" for to, below in groups.items()]
    return finished(figure, facts, lambda title, words: tree(bodies, title, words))


_BODY: Final = ("name", "meets", "standing", "reports to")
_STANDINGS: Final = ("decides", "advises")


def _body(name: str, meets: str, does: str, reports_to: str) -> Body:
    """Return a body; what is said of its standing begins with decides or advises, or it oversees."""
    standing = cast("Standing", next((word for word in _STANDINGS if does.startswith(word)), "oversees"))
    says = ", ".join(filter(None, [meets, standing if standing == "advises" else ""]))
    return Body(name, says, standing, reports_to)


# ------------------------------------------------------------------ term: a day, or two with “to” between them, and what it is


def _term(figure: Block, table: Cells) -> Block | None:
    spans: list[Span] = []
    events: list[Event] = []
    for when, what in (row for row in table.body if len(row) == len(table.head) == len(("date", "event")) and row[0]):
        try:
            days = [day(words) for words in when.split(TO)]
        except Fault:
            continue
        if len(days) == 1:
            events.append(Event(days[0], when, what))
        else:
            spans.append(Span(days[0], days[-1], what))
    facts = [f"{what}: {when}" for when, what in table.body if when]
    return finished(figure, facts, lambda title, words: timeline(spans, events, title, words))


# ------------------------------------------------------------------ clusters: group, number, name


def _clusters(figure: Block, table: Cells) -> Block | None:
    groups: dict[str, list[Thing]] = {}
    for name, number, thing in (row for row in table.body if len(row) == len(table.head) == len(("group", "number", "name"))):
        groups.setdefault(name, []).append(Thing(number, thing))
    made = [Group(name, tuple(things)) for name, things in groups.items()]
    facts = [f"{group.name}: {', '.join(thing.number for thing in group.things)}" for group in made]
    return finished(figure, facts, lambda title, words: clusters(made, title, words))


_DRAWN: Final[dict[str, Callable[[Block, Cells], Block | Problem | None]]] = {
    "governance": _governance,
    "term": _term,
    "clusters": _clusters,
    "contributions": contributions,
    "waterfall": waterfall,
}
