"""The departures of an agreement from the library's model wording, for one project.

In: a partnership. Out: the document that shows them, drafted. The model is the same agreement on the same facts, drafted with the library's
texts alone and without its choices about clauses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from section75.drafting.agreement import draft_agreement
from section75.drafting.departures import DepartureTexts, draft_departures
from section75.facts.agreement import Clauses
from section75.problems import Refused
from section75.text.houses import read_house
from section75.text.library import Library

if TYPE_CHECKING:
    from section75.partnership import Made, Partnership

WHOLE, EACH = "departures", "departure"


def draft_of_departures(partnership: Partnership) -> Made:
    """Return the departures of an agreement. Raises `Refused` with every fault of the texts at once."""
    from section75.partnership import Made

    project, agreement = partnership.project, partnership.agreement
    house, _ = read_house(project.root, agreement.house, agreement.place("house"))
    library = Library(project.root)
    plain_agreement = agreement.model_copy(update={"clauses": Clauses()})
    model = draft_agreement(plain_agreement, project.texts(library), library, project.roles, house.scheme)
    paper = project.paper(partnership, house)
    texts = [paper.library.read(project.root / "templates" / f"{name}.md", name) for name in (WHOLE, EACH)]
    whole, each = texts
    if whole is None or each is None:
        raise Refused(paper.library.problems)
    actual = partnership.draft("agreement").drafted.document
    drafted = draft_departures(model.document, actual, _own(partnership), paper, DepartureTexts(whole, each))
    return Made(WHOLE, drafted, house)


def _own(partnership: Partnership) -> frozenset[str]:
    """Return the ids of the clauses and schedules that the partners worded themselves or chose about."""
    project, clauses = partnership.project, partnership.agreement.clauses
    texts = project.texts(Library(project.root), partnership.name)
    folder = f"agreements/{partnership.name}/"
    every = {**texts.clauses, **texts.beside}
    worded = {name for name, text in every.items() if text.file.startswith(folder)}
    return frozenset({*worded, *(every[name].known_as for name in worded), *map(str, (*clauses.leave_out, *clauses.not_used))})
