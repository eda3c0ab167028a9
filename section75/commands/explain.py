"""`explain`: why a clause is in, what a rule guards, where a fact stands and what it prints.

In: the id of a clause, a schedule or a rule, or the path of a fact. Out: plain lines, one answer for each agreement it concerns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from section75.document.index import index, place_words, walk
from section75.document.tree import Text, plain
from section75.rules import rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from section75.project import Partnership, Project
    from section75.rules import Rule


def explain(project: Project, asked: str, names: Iterable[str]) -> list[str]:
    """Return what there is to say of an id; nothing if nobody knows it."""
    rule = rules().get(asked)
    if rule:
        return list(_rule(rule))
    partnerships = [project.read(name) for name in names]
    return [line for partnership in partnerships for line in (*_clause(partnership, asked), *_fact(partnership, asked))]


def known_ids(project: Project) -> set[str]:
    """Return every id that `explain` can say something of, but for facts."""
    texts = project.texts(project.library())
    return {*rules(), *texts.clauses, *(f"schedule-{name}" for name in texts.schedules)}


def _rule(rule: Rule) -> Iterator[str]:
    yield f"Rule {rule.ID} ({rule.LEVEL})"
    yield (rule.__doc__ or "").strip()
    yield f"Authority: {rule.AUTHORITY}"
    for title, examples in (("Passes", rule.PASSES), ("Fails", rule.FAILS)):
        for example in examples:
            yield f"{title}:"
            yield from (f"    {line}" for line in example.rstrip().split("\n"))


def _clause(partnership: Partnership, asked: str) -> Iterator[str]:
    drafted = partnership.draft("agreement").drafted
    origin = drafted.origins.get(asked)
    if origin is None:
        yield from _left_out(partnership, asked)
        return
    holder = next((block or part for part, block, _ in walk(drafted.document) if (block or part).id == asked), None)
    heading = f"{holder.number} {plain(holder.heading)}".strip() if holder else asked
    yield f"{partnership.name}: {heading}"
    yield f"    in because {origin.when or 'it is in every agreement'}"
    yield f"    from {origin.file}"
    yield "    uses facts " + (", ".join(sorted(origin.facts)) or "none")


def _left_out(partnership: Partnership, asked: str) -> Iterator[str]:
    texts = partnership.project.texts(partnership.project.library(), partnership.name)
    text = texts.clauses.get(asked) or texts.beside.get(asked)
    if text:
        yield f"{partnership.name}: not in, because not ({text.when})"
        yield f"    from {text.file}"


def _fact(partnership: Partnership, asked: str) -> Iterator[str]:
    for paper in partnership.papers:
        document = partnership.draft(paper).drafted.document
        for found in index(document).texts:
            text = found.inline
            if isinstance(text, Text) and text.fact == asked:
                yield f"{partnership.name}/{paper}: {place_words(found.holder, found.spot)} prints “{text.words}”"
