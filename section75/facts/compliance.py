"""The compliance statement: what the Regulations ask of an agreement, where it deals with that, and what is still missing.

In: an `Agreement`, the requirements of the law, and the places of the drafted agreement that deal with each. Out: `Compliance`, which its
texts print: a paper of its own, a schedule of the agreement, an appendix of a report. It compares; whether the arrangements are lawful it
does not say.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from section75.facts.agreement import Agreement
from section75.facts.answering import answers
from section75.facts.base import Blank, Choice, Words
from section75.facts.required import applies, case_of
from section75.facts.requirements import Requirements
from section75.facts.services import Scheme


@dataclass(frozen=True, slots=True)
class Met:
    """Words of the agreement that deal with a requirement."""

    name: str
    """The name that they bear, to which a reference points."""
    label: Words
    """What another paper calls them: clause 9.2; empty in the agreement itself, whose references are live."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One requirement of the Regulations that applies."""

    id: str
    paragraph: Words
    """Its paragraph: 7(3)(a)."""
    asks: Words
    """What it asks for."""
    places: tuple[Met, ...]
    """The clauses, schedules and paragraphs that deal with it; none if nothing does."""
    blanks: tuple[Blank, ...]
    """The facts it asks for that are not known."""
    nothing: bool
    """Whether the facts say nothing, where they should."""


@dataclass(frozen=True, slots=True)
class Group:
    """The requirements of one regulation."""

    number: Annotated[Words, Choice("4", "7", "8", "9")]
    """The regulation."""
    schemes: tuple[Scheme, ...]
    """The services that it is about."""
    rows: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Compliance:
    """The statement of one agreement."""

    groups: tuple[Group, ...]
    """The regulations that apply, in order; none if the agreement makes no arrangement under them."""
    within: bool = False
    """Whether it stands in the agreement itself."""

    @property
    def open(self) -> tuple[Asked, ...]:
        """The requirements for which something is still missing."""
        every = (asked for group in self.groups for asked in group.rows)
        return tuple(asked for asked in every if asked.blanks or asked.nothing or not asked.places)


def statement_of(
    agreement: Agreement, requirements: Requirements, places: Mapping[str, tuple[Met, ...]], *, within: bool = False
) -> Compliance:
    """Return the statement; `places` are those of the agreement that deal with each requirement, by its id."""
    groups: dict[str, list[Asked]] = {}
    for name in asked_of(agreement, requirements):
        requirement, found = requirements[name], answers(agreement, name)
        blanks = tuple(dict.fromkeys(blank for answer in found for blank in answer.blanks))
        asked = Asked(name, requirement.paragraph, requirement.asks, places.get(name, ()), blanks, any(answer.missing for answer in found))
        groups.setdefault(name[3], []).append(asked)
    return Compliance(
        tuple(Group(Words(number), case_of(agreement, f"reg{number}").schemes, tuple(asked)) for number, asked in groups.items()), within
    )


def asked_of(agreement: Agreement, requirements: Requirements) -> tuple[str, ...]:
    """Return the requirements that apply to an agreement at the date of its law, in their order."""
    day = agreement.law_as_at
    return tuple(name for name, requirement in requirements.items() if requirement.right_on(day) and applies(agreement, name))
