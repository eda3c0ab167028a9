"""`renew`: a new agreement that takes the place of one that is there, in a folder of its own that states only what changes.

In: a partnership, the name of the new folder and the new term. Out: the plan: the new `agreement.yaml`, its report, equality analysis and
steps; and what an officer must look at again, which is never changed for them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from section75.commands.afterwards import Decision, Plan, our_council
from section75.commands.begun_words import begun_words
from section75.commands.clauses import listed, period_known
from section75.commands.composing import head
from section75.commands.library_since import since_signing
from section75.commands.lineage import entry_lines
from section75.commands.renewed_money import RenewedMoney
from section75.commands.still_told import still_told
from section75.commands.timetable import Step
from section75.facts.agreement import Agreement
from section75.facts.base import Blank, Day, Year, read_facts
from section75.facts.extensions import Extensions, before
from section75.facts.raw import Map, Words
from section75.problems import Place, Problem, Refused
from section75.rules.reading import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.facts.skeleton import Stated
    from section75.project import Partnership

RULE: Final = "renew"
GONE: Final = ("replaces", "extends", "varies", "ended")
"""What an earlier agreement replaced, and what was done to it, is no history of the one that replaces it in turn."""
ONE: Final = timedelta(days=1)
SAID: Final = (
    "# This renews the agreement of another folder: what is not mentioned here stays as it was there. A field that you mention",
    "# replaces it; the plain word removed takes a thing away.",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: the new folder and the new term, and who decides when."""

    into: str
    first: Day
    last: Day
    decided: Day | None = None
    body: str = ""
    partner: str = ""


def plan_renewal(partnership: Partnership, asked: Asked) -> Plan:
    """Return the plan of a renewal. Raises `Refused` with everything that stands against it."""
    if faults := list(_faults(partnership, asked)):
        raise Refused(faults)
    return _Renewing(partnership, asked).plan()


def _faults(partnership: Partnership, asked: Asked) -> Iterator[Problem]:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", asked.into):
        message = f"“{asked.into}” is no name of a folder."
        yield Problem(Place("NEWNAME"), RULE, "error", message, "Use small letters, figures and hyphens.")
    elif (partnership.project.root / "agreements" / asked.into).exists():
        place = Place(f"agreements/{asked.into}")
        yield Problem(place, RULE, "error", "This folder is there already.", "It was not touched: choose another name.")
    if asked.last <= asked.first:
        yield Problem(Place("--to"), RULE, "error", "The renewal would end before it begins.", "Check both dates.")
    if asked.decided and asked.decided >= asked.first:
        message = f"It would begin on {shown(asked.first)}, and be decided only on {shown(asked.decided)}."
        yield Problem(Place("--decided"), RULE, "error", message, "Give a day before it begins.")


class _Renewing:
    """One renewal at work."""

    def __init__(self, partnership: Partnership, asked: Asked) -> None:
        self.partnership, self.asked, self.agreement = partnership, asked, partnership.agreement
        file = f"agreements/{partnership.name}/agreement.yaml"
        self.older, _ = read_facts(Agreement, partnership.project.root / file, file)
        self.words = begun_words(partnership.project.root)
        self.ends = Extensions(partnership.agreement, partnership.instruments).ends
        self.signing = _day_before(asked.first)

    def plan(self) -> Plan:
        """Return the plan."""
        asked, title = self.asked, f"the {self.agreement.title}"
        names = {"agreement": title, "from": shown(asked.first), "to": shown(asked.last)}
        decision = Decision("renew", self.signing, (self.words.limb("renew", names),), asked.decided, asked.body)
        key = self._key()
        file = f"agreements/{asked.into}/agreement.yaml"
        text = "\n".join((*self._text(file, key, title), ""))
        return Plan({file: text}, decision, tuple(self._steps()), tuple(self._lines()), into=asked.into, previous=key)

    def _key(self) -> str:
        year = f"_{self.agreement.term.commencement.year}" if isinstance(self.agreement.term.commencement, Day) else ""
        taken = set(self.agreement.lineage)
        return next(key for key in (f"agreement{year}", f"renewed{year}", *(f"renewed_{n}" for n in range(99))) if key not in taken)

    def _text(self, file: str, key: str, title: str) -> Iterator[str]:
        asked, law = self.asked, self.older.get("law_as_at")
        yield head(file, "renewal").rstrip("\n")
        yield from ("#", *SAID, "", f"renews: ../{self.partnership.name}", "")
        yield f"# title: {self.agreement.title}"
        was = f"; it was {law}" if isinstance(law, Words) else ""
        yield f"law_as_at: TBC                   # the day by whose law it has been checked afresh{was}"
        yield "executed_on: TBC"
        yield from ("drafted_by: {reference: TBC}",) if "drafted_by" in self.older else ()
        yield from ("", "term:", f"  commencement: {shown(asked.first)}", f"  expiry: {shown(asked.last)}")
        yield from self._term()
        yield from ("", "lineage:", *self._lineage(key, title))
        yield from self._outside_the_term()
        yield from RenewedMoney(self.older, self._years()).lines()
        yield from ("", "# improvement: is it still why the arrangements are likely to lead to an improvement (regulation 4(1))?")
        yield from ("consultation: TBC", "", *self._approvals())

    def _term(self) -> Iterator[str]:
        """Yield the rest of the term: a stated length is compared with the days, so that an older one is taken out."""
        term = self.older.get("term")
        if isinstance(term, Map) and "length" in term:
            yield "  length: removed"
        if self.agreement.term.extension:
            yield "  # extension: the right to extend stays as it was; state it afresh, or write removed"

    def _lineage(self, key: str, title: str) -> Iterator[str]:
        changed = any(one.kind in ("variation", "extension", "option letter", "novation") for one in self.partnership.instruments.values())
        said = self.words.say("titles.changed" if changed else "titles.replaced", {"agreement": title})
        made = self.agreement.executed_on
        entry: dict[str, Stated] = {
            "title": said,
            "kind": "agreement",
            "of": list(self.agreement.partners),
            "when": shown(made) if isinstance(made, Day) else "TBC",
            "effect": "replaces",
        }
        if isinstance(self.ends, Day) and self.ends < self.asked.first:
            entry["ends"] = shown(self.ends)
        yield from (f"  {name}: removed" for name, one in self.agreement.lineage.items() if one.effect in GONE)
        yield from entry_lines({key: entry})

    def _outside_the_term(self) -> Iterator[str]:
        """Yield what takes out days that lie outside the new term."""
        first = None if isinstance(self.agreement.review, Blank) else self.agreement.review.first
        if self.older.get("replaces"):
            yield from ("", "replaces: removed")
        if isinstance(first, Day) and self._outside(first):
            yield from ("", f"review: {{first: removed}}   # was {shown(first)}")
        ended = [
            (scheme.key, field)
            for scheme in self.agreement.schemes.values()
            for field in ("starts", "ends")
            if self._outside(getattr(scheme, field))
        ]
        if ended:
            yield from ("", "schemes:")
            for scheme in dict.fromkeys(key for key, _ in ended):
                gone = ", ".join(f"{field}: removed" for key, field in ended if key == scheme)
                yield f"  {scheme}: {{{gone}}}   # outside the new term: does the scheme go on?"

    def _outside(self, day: object) -> bool:
        return isinstance(day, Day) and not self.asked.first <= day <= self.asked.last

    def _approvals(self) -> Iterator[str]:
        """Yield each partner's decision, by the body that decided before: that it decides again, and when, is not known."""
        ours = our_council(self.partnership, self.asked.partner)
        older = [approval for approval in self.agreement.approvals if approval.partner is not ours or not self.asked.body]
        bodies = [(approval.partner.key, str(approval.body), "") for approval in older]
        if self.asked.body:
            asked = f", asked: {shown(self.asked.decided)}" if self.asked.decided else ""
            bodies.insert(0, (ours.key, self.asked.body, asked))
        if bodies:
            yield "approvals:"
            yield from (f'  - {{partner: {key}, body: "{body}"{asked}, given: TBC, minute: TBC}}' for key, body, asked in bodies)

    def _years(self) -> tuple[Year, ...]:
        """Return the financial years of the new term, as many as were stated before at the most."""
        stated = len(self.agreement.contributions) or 1
        first, last = Year.of(self.asked.first), Year.of(self.asked.last)
        return tuple(Year(start) for start in range(first.start, last.start + 1))[:stated]

    # ------------------------------------------------------------------ what to do

    def _steps(self) -> Iterator[Step]:
        asked = self.asked
        others = [str(one.short) for one in self.agreement.partners.values() if one is not our_council(self.partnership, asked.partner)]
        yield Step(self.signing, f"Each other partner has decided by its own body: {listed(others)}")
        yield Step(self.signing, "The agreement is executed by every partner, at the latest")
        yield Step(asked.first, "The renewal begins")
        yield Step(asked.last, "The renewal ends")
        plan = period_known(self.agreement, "exit_plan")
        if plan and (day := before(plan, asked.last)):
            yield Step(day, "The exit plan is settled, at the latest", "periods.exit_plan")

    def _lines(self) -> Iterator[str]:
        first, ends, name = self.asked.first, self.ends, self.partnership.name
        if isinstance(ends, Day) and ends >= first:
            how = f"end {name} --on DATE --to {self.signing.isoformat()}"
            yield f"The agreement that is renewed runs to {shown(ends)}. It must be ended before: {how}."
        elif isinstance(ends, Day) and ends < self.signing:
            yield f"Nothing is in force from the day after {shown(ends)} until {shown(first)}."
        found = still_told(self.older, first)
        if found:
            yield "These facts go on as they are and tell of days or years before it begins. Look at each again:"
            yield from (f"  {one}" for one in found)
        for contract in self.agreement.arrangement.contracts:
            if isinstance(contract.expiry, Day) and contract.expiry < self.asked.last:
                yield f"  The contract with {contract.provider} ends on {shown(contract.expiry)}, before the renewal does."
        yield from since_signing(self.partnership.project.root, name)


def _day_before(day: Day) -> Day:
    found = day - ONE
    return Day(found.year, found.month, found.day)
