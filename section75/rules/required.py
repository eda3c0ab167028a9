"""The requirements of regulations 7, 8 and 9, each of which a rule guards: what the facts lack, and what texts an agreement has left out.

In: the facts of a partnership and the ids of requirements. Out: `Problem`s. A fact that is not known is a blank, which is listed and is no
fault; that there is none where the law asks for one is. A text that deals with a requirement may be left out only if another one stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from section75.facts.answering import answers
from section75.facts.required import applies, place_of
from section75.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from section75.facts.agreement import Agreement
    from section75.facts.requirements import Meeting
    from section75.problems import Level
    from section75.rules import Facts


def unmet(facts: Facts, rule: str, level: Level, *more: str) -> Iterator[Problem]:
    """Yield what is missing for the requirement of a rule, and for `more` that the rule guards as well."""
    agreement = facts.agreement
    for name in (rule, *more):
        if agreement is None or not _asked(facts, agreement, name):
            continue
        for answer in answers(agreement, name):
            if answer.lacks:
                yield Problem(_known(agreement, answer.place), rule, level, answer.lack, answer.remedy)
        if left_out(facts.meetings, name):
            asks = facts.requirements[name].asks
            message = f"No text of the agreement deals with {asks} (regulation {facts.requirements[name].paragraph})."
            remedy = "Take a clause that does out of “leave_out” and “not_used”, or write one that says so in its header under “meets”."
            yield Problem(choice(agreement, facts.meetings, name), rule, level, message, remedy)


def _asked(facts: Facts, agreement: Agreement, name: str) -> bool:
    requirement = facts.requirements.get(name)
    return applies(agreement, name) and (requirement is None or requirement.right_on(agreement.law_as_at))


def left_out(meetings: Iterable[Meeting], name: str) -> bool:
    """Return whether there are texts that deal with a requirement and none of them stands."""
    dealing = [meeting.stands for meeting in meetings if name in meeting.places]
    return bool(dealing) and not any(dealing)


def choice(agreement: Agreement, meetings: Iterable[Meeting], name: str) -> Place:
    """Return where the agreement has left such a text out; where no choice of it did, its clauses."""
    dealing = {word for meeting in meetings if name in meeting.places for word in meeting.names}
    chosen = (*agreement.clauses.leave_out, *agreement.clauses.not_used)
    places = [word.place for word in chosen if str(word) in dealing and word.place]
    return places[-1] if places else place_of(agreement, "clauses")


def _known(agreement: Agreement, place: Place) -> Place:
    return place if place.file else place_of(agreement)
