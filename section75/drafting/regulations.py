"""What each regulation asks and where the agreement deals with it: what the statement, the schedule and the appendix have in common.

In: which texts stand in an agreement and the names of its blocks; the statement, and the text of one regulation. Out: `Meeting`s, the
places that deal with each requirement, and the blocks of every regulation that applies.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from section75.facts.compliance import Met, statement_of
from section75.facts.requirements import Meeting
from section75.facts.values import Words

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from section75.document.tree import Block, Part
    from section75.drafting.writing import Writing
    from section75.facts.agreement import Agreement
    from section75.facts.compliance import Compliance
    from section75.facts.requirements import Requirements
    from section75.text.library import Template

REGULATION: Final = "regulation"
"""The text of one regulation."""
SCHEDULE: Final = "schedule-compliance"
"""The schedule that holds the statement."""
SECTION: Final = "compliance"
"""The section of a report that holds it."""


@dataclass(frozen=True, slots=True)
class Regulations:
    """The statement of one agreement, and the text that says what one regulation asks."""

    statement: Compliance
    text: Template

    def blocks(self, writing: Writing) -> tuple[Block, ...]:
        """Return a section for each regulation that applies; its text speaks of `statement` and of its own `group`."""
        names, made = writing.names, list["Block"]()
        for group in self.statement.groups:
            writing.names = {**names, "statement": self.statement, "group": group}
            made += writing.blocks(self.text.body, self.text.id)
        writing.names = names
        return tuple(made)

    def under(self, blocks: tuple[Block, ...], writing: Writing, role: str = "") -> tuple[Block, ...]:
        """Return the blocks of a text with all regulations after them, under the last if it is a heading; `role` is that of their own."""
        more = tuple(replace(block, role=role) for block in self.blocks(writing))
        if not blocks or blocks[-1].kind != "section":
            return (*blocks, *more)
        return (*blocks[:-1], replace(blocks[-1], children=(*blocks[-1].children, *more)))


def meeting_of(name: str, text: Template, *, stands: bool) -> Meeting:
    """Return which requirements a text deals with, and where, as its header says."""
    places: dict[str, tuple[str, ...]] = {}
    for met in text.meets:
        for requirement in met.requirements:
            places[requirement] = (*places.get(requirement, ()), met.name)
    return Meeting(frozenset({name, text.known_as, text.id}), places, stands)


def names_that_meet(meetings: Iterable[Meeting], borne: Container[str]) -> dict[str, tuple[str, ...]]:
    """Return the names that deal with each requirement, of those that blocks bear, in the order of the texts."""
    found: dict[str, tuple[str, ...]] = {}
    for meeting in (meeting for meeting in meetings if meeting.stands):
        for requirement, names in meeting.places.items():
            found[requirement] = (*found.get(requirement, ()), *(name for name in names if name in borne))
    return found


def statement_within(agreement: Agreement, requirements: Requirements, parts: Iterable[Part], meetings: Iterable[Meeting]) -> Compliance:
    """Return the statement for a schedule of the agreement; its places have names alone, to which references point."""
    there = names_that_meet(meetings, frozenset(_names(parts)))
    places = {requirement: tuple(Met(name, Words("")) for name in names) for requirement, names in there.items()}
    return statement_of(agreement, requirements, places, within=True)


def _names(nodes: Iterable[Part | Block]) -> Iterator[str]:
    for node in nodes:
        yield from (node.id,) if node.id else ()
        yield from _names(node.children)
