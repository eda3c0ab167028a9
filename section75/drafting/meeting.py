"""Which texts of an agreement deal with which requirements of the law, as their headers say under `meets`.

In: an agreement, its texts and the words of the law. Out: `Meeting`s; and, of the drafted agreement, the words for each place that deals
with a requirement: *clause 9.2*, *Part 1 of Schedule 1*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from section75.document.references import Spot, pieces, targets, words
from section75.document.tree import Part
from section75.drafting.agreement import chosen_texts
from section75.drafting.names import names_of
from section75.drafting.writing import Writing
from section75.facts.requirements import Meeting
from section75.facts.values import Words
from section75.problems import Problem, one_of
from section75.text.targets import names_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from section75.document.tree import Document
    from section75.drafting.agreement import Texts
    from section75.facts.agreement import Agreement
    from section75.facts.law import Roles
    from section75.text.library import Template

ELSEWHERE = Spot(Part("body"))
"""Where a reference stands that is in another paper."""


def meetings_of(agreement: Agreement, texts: Texts, roles: Roles) -> tuple[Meeting, ...]:
    """Return every text that deals with a requirement, in order, and whether it stands in the agreement."""
    chosen = chosen_texts(agreement, texts, Writing(names_of(agreement, roles)))
    unused = set(agreement.clauses.not_used)
    both = {**texts.clauses, **texts.beside}
    made = [_meeting(name, text, name in chosen and name not in unused) for name, text in both.items() if text.meets]
    return (*made, *(_meeting(name, text, stands=True) for name, text in texts.parts.items() if text.meets))


def _meeting(name: str, text: Template, stands: bool) -> Meeting:  # noqa: FBT001 - the one thing that is said of it
    places: dict[str, tuple[str, ...]] = {}
    for met in text.meets:
        for requirement in met.requirements:
            places[requirement] = (*places.get(requirement, ()), met.name)
    return Meeting(frozenset({name, text.known_as, text.id}), places, stands)


def places_in(document: Document, meetings: Iterable[Meeting]) -> dict[str, tuple[Words, ...]]:
    """Return the words for the places of a drafted agreement that deal with each requirement, in the order of the texts."""
    known = targets(document)
    found: dict[str, tuple[Words, ...]] = {}
    for meeting in (meeting for meeting in meetings if meeting.stands):
        for requirement, names in meeting.places.items():
            labels = tuple(Words(words(pieces(known[name], ELSEWHERE), "")) for name in names if name in known)
            found[requirement] = (*found.get(requirement, ()), *labels)
    return found


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
