"""Which texts of an agreement deal with which requirements of the law, as their headers say under `meets`.

In: an agreement, its texts and the words of the law. Out: `Meeting`s; and, of the drafted agreement, each place that deals with a
requirement, with the words for it: *clause 9.2*, *Part 1 of Schedule 1*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from section75.document.references import Spot, pieces, targets, words
from section75.document.tree import Part
from section75.drafting.agreement import chosen_texts
from section75.drafting.names import names_of
from section75.drafting.regulations import meeting_of, names_that_meet
from section75.drafting.writing import Writing
from section75.facts.compliance import Met
from section75.facts.values import Words
from section75.problems import Problem, one_of
from section75.text.targets import names_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from section75.document.tree import Document
    from section75.drafting.agreement import Texts
    from section75.facts.agreement import Agreement
    from section75.facts.law import Roles
    from section75.facts.requirements import Meeting
    from section75.text.library import Template

ELSEWHERE = Spot(Part("body"))
"""Where a reference stands that is in another paper."""


def meetings_of(agreement: Agreement, texts: Texts, roles: Roles) -> tuple[Meeting, ...]:
    """Return every text that deals with a requirement, in order, and whether it stands in the agreement."""
    chosen = chosen_texts(agreement, texts, Writing(names_of(agreement, roles)))
    unused = set(agreement.clauses.not_used)
    both = {**texts.clauses, **texts.beside}
    made = [meeting_of(name, text, stands=name in chosen and name not in unused) for name, text in both.items() if text.meets]
    return (*made, *(meeting_of(name, text, stands=True) for name, text in texts.parts.items() if text.meets))


def places_in(document: Document, meetings: Iterable[Meeting]) -> dict[str, tuple[Met, ...]]:
    """Return the places of a drafted agreement that deal with each requirement, with their words, in the order of the texts."""
    known = targets(document)
    labels = {name: Words(words(pieces(target, ELSEWHERE), "")) for name, target in known.items()}
    there = names_that_meet(meetings, known)
    return {requirement: tuple(Met(name, labels[name]) for name in names) for requirement, names in there.items()}


def unknown_requirements(texts: Mapping[str, Template], known: Iterable[str], others: Iterable[str] = ()) -> Iterator[Problem]:
    """Yield what headers say under `meets` of requirements that there are not, and of names that the text does not bear."""
    ids = set(known)
    for text in texts.values():
        names = {*(spot.name for spot in names_in(text)), *others} if text.meets else set()
        for met in text.meets:
            if met.name not in names:
                yield Problem(met.place, "header", "error", f"Nothing in this text is named “{met.name}”.", one_of(met.name, names))
            for requirement in met.requirements:
                if requirement not in ids:
                    message = f"There is no requirement “{requirement}”."
                    yield Problem(met.place, "header", "error", message, one_of(requirement, ids))
