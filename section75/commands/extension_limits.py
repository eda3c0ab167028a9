"""What stands against an extension: the agreement has ended, its right does not serve, or it comes too late.

In: a partnership and what is asked. Out: `Limits`, with problems that say what would be needed in place of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from section75.commands.clauses import listed, spelled
from section75.facts.base import Blank, Day
from section75.facts.extensions import Extensions
from section75.problems import Place, Problem, Refused, one_of
from section75.rules.reading import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.facts.governance import Earlier
    from section75.project import Partnership

RULE: Final = "extend"
WAYS: Final = ("option", "consent")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: the new last day, the day on which it is done, and how; of an earlier agreement by its key in the lineage."""

    to: Day
    on: Day
    by: str = ""
    of: str = ""
    decided: Day | None = None
    body: str = ""
    partner: str = ""
    apply: bool = False


class Limits:
    """The limits of one extension."""

    def __init__(self, partnership: Partnership, asked: Asked) -> None:
        """Find the agreement that is extended. Raises `Refused` where the lineage does not know it."""
        self.partnership, self.asked, self.agreement = partnership, asked, partnership.agreement
        self.extended = Extensions(partnership.agreement, partnership.instruments)
        lineage = self.agreement.lineage
        if asked.of and asked.of not in lineage:
            message = f"There is no “{asked.of}” in the lineage."
            raise Refused([Problem(self.agreement.place("lineage"), RULE, "error", message, one_of(asked.of, lineage))])
        self.of: Earlier | None = lineage[asked.of] if asked.of else None
        self.ends: Day | Blank = self.extended.ends
        if self.of:
            self.ends = self.of.ends or Blank("the day on which it ends", f"lineage.{self.of.key}.ends")

    @property
    def earlier(self) -> dict[str, Earlier]:
        """The extensions in the lineage that belong to the agreement that is extended."""
        own = self.extended.own
        if self.of is None:
            return own
        return {key: one for key, one in self.agreement.lineage.items() if one.effect == "extends" and key not in own}

    def faults(self) -> Iterator[Problem]:
        """Yield everything that stands against the extension."""
        ends, asked = self.ends, self.asked
        place = self.of.place("ends") if self.of else self.agreement.term.place("expiry")
        if isinstance(ends, Blank):
            message = "It is not known when the agreement ends, so nothing can be added to its term."
            yield Problem(place, RULE, "error", message, f"State {ends.path or 'term.expiry'} first.")
            return
        if asked.decided and asked.decided > asked.on:
            message = f"It would be done on {shown(asked.on)}, before the decision of {shown(asked.decided)}."
            yield Problem(Place("--on"), RULE, "error", message, "Give a day on or after that of the decision.")
        if asked.on > ends:
            message = f"The agreement ended on {shown(ends)}: on {shown(asked.on)} there is nothing left to extend."
            yield Problem(place, RULE, "error", message, f"A new agreement is needed: renew {self.partnership.name} NEWNAME.")
            return
        early = self.extended.ended_early(asked.on) if self.of is None else None
        if early:
            message = f"The agreement is to end on {shown(early)}, by a notice or a deed that has been made."
            yield Problem(
                place, RULE, "error", message, "A notice is withdrawn only with the consent of all; otherwise a new agreement is needed."
            )
            return
        if asked.to <= ends:
            yield Problem(place, RULE, "error", f"The agreement already runs to {shown(ends)}.", "Ask for a later day.")
            return
        yield from self._pending(ends)
        if self.of is None and asked.by != "consent":
            right = self.agreement.term.extension
            at = right.place("length") if right else place
            remedy = f"Extend by a deed that every party signs before the end of {shown(ends)}: --by consent."
            yield from (Problem(at, RULE, "error", message, remedy) for message in self._against_the_right())

    def _pending(self, ends: Day) -> Iterator[Problem]:
        """Yield what is in hand already: an instrument without a date, or an entry of the lineage that ends later."""
        for name in self.extended.pending if self.of is None else ():
            place = Place(f"agreements/{self.partnership.name}/instruments/{name}.yaml")
            yield Problem(
                place, RULE, "error", "This extends the agreement already and has no date yet.", "Date it, or take the file away."
            )
        for key, earlier in self.earlier.items():
            if earlier.ends and earlier.ends > ends:
                message = f"The lineage has an extension to {shown(earlier.ends)} ({key}), and the agreement ends on {shown(ends)}."
                yield Problem(
                    earlier.place("ends"), RULE, "error", message, "State when it was made and when the agreement ends now, or take it out."
                )

    def _against_the_right(self) -> Iterator[str]:
        """Yield each reason why the right to extend does not serve."""
        right, extended = self.agreement.term.extension, self.extended
        if right is None:
            yield "The agreement gives no right to extend it."
            return
        step, by, length = extended.next_step, extended.decide_by, spelled(right.length)
        if step is None:
            steps = listed([shown(day) for day in extended.steps])
            yield f"The right to extend is used up: it allowed {length} at a time, to {steps}."
        elif self.asked.to != step:
            yield f"The right extends the agreement by {length} at a time, now to {shown(step)} and not to {shown(self.asked.to)}."
        if by and self.asked.on > by:
            yield f"The right had to be used by {shown(by)}: {shown(self.asked.on)} is too late."
