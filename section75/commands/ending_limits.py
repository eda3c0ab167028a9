"""What stands against an ending: a notice that is too short, a right that is not there, an agreement that has ended.

In: a partnership and what is asked. Out: `Limits`: the period of notice, the earliest lawful last day, and problems with remedies. A notice
counts from the day on which the last partner receives it, which is taken to be the day on which it is given.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar

from section75.commands.clauses import has_clause, period_known, spelled
from section75.facts.base import Blank, Day
from section75.facts.extensions import Extensions, after
from section75.problems import Place, Problem, Refused, one_of
from section75.rules.reading import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from section75.facts.base import Period
    from section75.facts.governance import Earlier
    from section75.facts.services import Scheme
    from section75.project import Partnership

Thing = TypeVar("Thing")
RULE: Final = "end"
CLAUSES: Final[Mapping[str, str]] = {
    "without cause": "termination-notice",
    "want of money": "termination-budget",
    "breach": "termination-cause",
}
"""The sub-clause that gives the right, by the ground of the notice."""
PERIODS: Final[Mapping[str, str]] = {"without cause": "notice", "want of money": "budget_notice", "breach": "breach_remedy"}
"""The period of each."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: the day on which it is done and the last day; without a ground, a deed of all. `of` is a key of the lineage."""

    on: Day
    to: Day | None = None
    ground: str = ""
    scheme: str = ""
    breach: str = ""
    of: str = ""
    decided: Day | None = None
    body: str = ""
    partner: str = ""


class Limits:
    """The limits of one ending."""

    def __init__(self, partnership: Partnership, asked: Asked) -> None:
        """Find what is to end. Raises `Refused` where there is no such agreement or scheme."""
        self.partnership, self.asked, self.agreement = partnership, asked, partnership.agreement
        self.extended = Extensions(self.agreement, partnership.instruments)
        self.of: Earlier | None = _found(self.agreement.lineage, asked.of, "lineage", partnership)
        self.scheme: Scheme | None = _found(self.agreement.schemes, asked.scheme, "schemes", partnership)
        self.schemes = (self.scheme,) if self.scheme else tuple(self.agreement.schemes.values())

    @property
    def ends(self) -> Day | Blank:
        """When the agreement ends by itself."""
        if self.of is None:
            return self.extended.ended_early(self.asked.on) or self.extended.ends
        return self.of.ends or Blank("the day on which it ends", f"lineage.{self.of.key}.ends")

    @property
    def period_path(self) -> str:
        """The path of the fact that states the period of notice."""
        if self.scheme and self.scheme.notice and self.asked.ground == "without cause":
            return f"schemes.{self.scheme.key}.notice"
        return (
            "term.notice"
            if self.asked.ground == "without cause" and self.agreement.term.notice
            else f"periods.{PERIODS[self.asked.ground]}"
        )

    @property
    def period(self) -> Period | None:
        """The period of notice; nothing for an earlier agreement, whose periods nobody states, and nothing where it is not known."""
        if not self.asked.ground or self.of:
            return None
        if self.asked.ground == "without cause":
            own = self.scheme.notice if self.scheme else None
            return own or self.agreement.term.notice or period_known(self.agreement, "notice")
        return period_known(self.agreement, PERIODS[self.asked.ground])

    @property
    def earliest(self) -> Day | None:
        """The earliest lawful last day of a notice, where the period is known."""
        day = after(self.period, self.asked.on) if self.period else None
        return _end_of_year(day) if day and self._at_year_end else day

    @property
    def to(self) -> Day:
        """The last day: as it is asked, or else the earliest."""
        return self.asked.to or self.earliest or self.asked.on

    @property
    def _at_year_end(self) -> bool:
        """Whether the notice affects money of the Better Care Fund, which is always pooled, and so takes effect only on 31 March."""
        funds = [self.agreement.funds[scheme.fund] for scheme in self.schemes if scheme.fund]
        pooled = any(fund.kind == "pooled" for fund in funds)
        return self.agreement.better_care_fund and pooled and self.asked.ground == "without cause" and self.of is None

    def faults(self) -> Iterator[Problem]:
        """Yield everything that stands against the ending."""
        asked = self.asked
        if asked.decided and asked.decided > asked.on:
            message = f"It would be done on {shown(asked.on)}, before the decision of {shown(asked.decided)}."
            yield Problem(Place("--on"), RULE, "error", message, "Give a day on or after that of the decision.")
        place = self.of.place("ends") if self.of else self.agreement.term.place("expiry")
        if isinstance(self.ends, Day) and asked.on > self.ends:
            yield Problem(place, RULE, "error", f"The agreement ended on {shown(self.ends)}.", "Nothing is left to end.")
            return
        faults = list(self._of_notice() if asked.ground else self._of_deed())
        yield from faults
        if not faults and isinstance(self.ends, Day) and self.to >= self.ends and not self.scheme:
            message = f"The agreement ends by itself on {shown(self.ends)}, and this would not end it before {shown(self.to)}."
            yield Problem(place, RULE, "error", message, "Let it run out, and begin the report with new --report end.")

    def _of_deed(self) -> Iterator[Problem]:
        asked = self.asked
        if asked.scheme:
            remedy = "Say --ground, or vary the agreement."
            yield Problem(Place("--scheme"), RULE, "error", "A deed of termination ends the whole agreement.", remedy)
        if asked.to is None:
            yield Problem(Place("--to"), RULE, "error", "A deed needs the day on which the agreement ends.", "Say --to DATE.")
        elif asked.to < asked.on:
            message = f"The agreement would end on {shown(asked.to)}, before the deed of {shown(asked.on)}."
            yield Problem(Place("--to"), RULE, "error", message, "Give a day on or after that of the deed.")

    def _of_notice(self) -> Iterator[Problem]:
        yield from self._right()
        if self.of:
            if self.asked.to is None:
                message = "The period of notice of an earlier agreement is not stated, so its last day cannot be reckoned."
                yield Problem(Place("--to"), RULE, "error", message, "Say --to DATE, and check it against that agreement.")
            return
        if self.period is None or self.earliest is None:
            place = self.agreement.place("periods")
            yield Problem(place, RULE, "error", f"{self.period_path} is not known, so no notice can be reckoned.", "State it.")
            return
        yield from self._length(self.period, self.earliest)

    def _length(self, period: Period, earliest: Day) -> Iterator[Problem]:
        to, place = self.to, period.place or Place("--to")
        if to < earliest:
            length = f"{spelled(period)} of notice from {shown(self.asked.on)}"
            message = f"{length} end on {shown(earliest)} at the earliest: {shown(to)} is too soon."
            yield Problem(
                place, RULE, "error", message, f"Say --to {earliest.isoformat()} or later, or end it by a deed of all the partners."
            )
        elif self._at_year_end and (to.month, to.day) != (3, 31):
            message = f"Notice that affects the Better Care Fund takes effect only on 31 March, and not on {shown(to)}."
            yield Problem(place, RULE, "error", message, f"Say --to {_end_of_year(to).isoformat()}.")

    def _right(self) -> Iterator[Problem]:
        """Yield why the agreement gives no right to such a notice."""
        asked, place = self.asked, self.agreement.place("periods")
        if asked.ground == "breach" and not asked.breach:
            message = "A notice for breach says what the breach is, and when it was to be put right."
            yield Problem(Place("--ground"), RULE, "error", message, "Say it: --breach WORDS.")
        if self.of is None and not has_clause(self.partnership, CLAUSES[asked.ground]):
            message = f"The agreement gives no right to end it for {asked.ground}."
            yield Problem(place, RULE, "error", message, "End it without cause, or by a deed of all the partners.")
        if self.scheme and not has_clause(self.partnership, "termination-scheme"):
            yield Problem(place, RULE, "error", "The agreement has one scheme, which cannot end alone.", "Leave out --scheme.")


def _found(things: Mapping[str, Thing], key: str, field: str, partnership: Partnership) -> Thing | None:
    if key and key not in things:
        place = partnership.agreement.place(field)
        raise Refused([Problem(place, RULE, "error", f"There is no “{key}” among the {field}.", one_of(key, things))])
    return things[key] if key else None


def _end_of_year(day: Day) -> Day:
    """Return the first 31 March on or after a day."""
    return Day(day.year if (day.month, day.day) <= (3, 31) else day.year + 1, 3, 31)
