"""`extend`: a longer term, within the right that the agreement gives or by consent of all.

In: a partnership and what is asked. Out: the plan: the option letter or the deed, its entry in the lineage, the report and its steps. What
the right does not allow, or comes too late, is refused with what would be needed in its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from section75.commands.afterwards import Decision, Plan, approval_of, our_council
from section75.commands.begun_words import begun_words, ordinal
from section75.commands.clauses import clause_number, listed, named, period_known, spelled
from section75.commands.composing import composed
from section75.commands.extension_limits import RULE, Asked, Limits
from section75.commands.lineage import entry_lines, with_entries
from section75.commands.timetable import Step
from section75.facts.base import Day
from section75.facts.deeds import ExtensionDeed
from section75.facts.extensions import MONTHS, before, last_day, length_between, made_on
from section75.facts.letters import OptionLetter
from section75.problems import Problem, Refused
from section75.rules.reading import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from section75.facts.dates import Period
    from section75.facts.partners import Partner
    from section75.facts.skeleton import Stated
    from section75.project import Partnership


def plan_extension(partnership: Partnership, asked: Asked) -> Plan:
    """Return the plan of an extension. Raises `Refused` with everything that stands against it."""
    limits = Limits(partnership, asked)
    if faults := list(limits.faults()):
        raise Refused(faults)
    return _Extending(partnership, asked, limits).plan()


class _Extending:
    """One extension at work."""

    def __init__(self, partnership: Partnership, asked: Asked, limits: Limits) -> None:
        self.partnership, self.asked, self.agreement = partnership, asked, partnership.agreement
        self.limits, self.extended, self.of = limits, limits.extended, limits.of
        self.ends = limits.ends if isinstance(limits.ends, Day) else asked.on
        self.words = begun_words(partnership.project.root)

    def plan(self) -> Plan:
        """Return the plan."""
        way = self._way()
        letter = way == "option" and self.agreement.term.extension is not None and self.agreement.term.extension.by is not None
        name = f"{self.asked.on.isoformat()}-{'option-letter' if letter else 'extension'}"
        title = named(self.of, self.agreement)
        entries, key = self._entries(title, "letter" if letter else "deed")
        limb: Mapping[str, Stated] = self.words.limb("extend", {"agreement": title}) | ({"extends": key} if self.asked.apply else {})
        decision = Decision("extend", self.asked.on, (limb,), self.asked.decided, self.asked.body)
        model = OptionLetter if letter else ExtensionDeed
        earlier = [one for one in entries if one != key]
        facts = self._letter(earlier, key) if letter else self._deed(earlier, key, way, decision)
        if earlier and not self.asked.apply:
            raise Refused([self._untold(entries, earlier)])
        file = f"agreements/{self.partnership.name}/instruments/{name}.yaml"
        files, lines = self._with_lineage(entries, key)
        return Plan({file: composed(file, model, facts), **files}, decision, tuple(self._steps(way, letter=letter)), tuple(lines))

    def _way(self) -> str:
        """Return how it is done: by the option, by consent, or, of an earlier agreement of which that is not said, nothing."""
        return self.asked.by or ("" if self.of else "option")

    # ------------------------------------------------------------------ what is written

    def _follows(self, new: Iterable[str]) -> list[str]:
        """Return the keys of what was done to the agreement before, with those that are new in the lineage."""
        own = set(self.extended.own)
        if self.of is None:
            return [*(key for key in self.agreement.lineage if key in own), *(new if self.asked.apply else ())]
        return [key for key, one in self.agreement.lineage.items() if one.effect in ("extends", "varies") and key not in own]

    def _entries(self, title: str, kind: str) -> tuple[dict[str, dict[str, Stated]], str]:
        """Return the entries that the lineage still lacks, and the key of this extension: those made before come first."""
        known = {earlier.ends for earlier in self.limits.earlier.values()}
        entries: dict[str, dict[str, Stated]] = {}
        number = len(self.limits.earlier)
        last = self.agreement.term.expiry
        for made in self.extended.extensions if self.of is None else ():
            if made.instrument and made.until not in known and isinstance(last, Day):
                number += 1
                sort = "letter" if isinstance(made.instrument, OptionLetter) else "deed"
                on = made_on(made.instrument)
                entries[self._key(entries)] = self._entry(
                    title, number, sort, shown(on) if isinstance(on, Day) else "TBC", last, made.until
                )
            last = made.until
        key = self._key(entries)
        when = shown(self.asked.on) if kind == "letter" else "TBC"
        entries[key] = self._entry(title, number + 1, kind, when, self.ends, self.asked.to)
        return entries, key

    def _untold(self, entries: Mapping[str, Mapping[str, Stated]], earlier: Iterable[str]) -> Problem:
        """Return why the lineage must first tell of the extensions made before: this one is reckoned from the last of them."""
        said = "; ".join(f"that of {entries[key]['when']} to {entries[key]['ends']}" for key in earlier)
        place = self.agreement.place("lineage")
        return Problem(
            place, RULE, "error", f"The lineage does not tell of an extension made before: {said}.", "Ask with --apply, which adds it."
        )

    def _key(self, entries: Mapping[str, object]) -> str:
        taken = {*self.agreement.lineage, *entries}
        return next(key for key in ("extension", *(f"extension_{number}" for number in range(2, 99))) if key not in taken)

    def _entry(self, title: str, number: int, kind: str, when: str, ends: Day, to: Day) -> dict[str, Stated]:
        said = self.words.say("titles.extension", {"number": ordinal(number), "agreement": title})
        of = [body.key for body in self.of.of] if self.of else list(self.agreement.partners)
        length = self._length(ends, to)
        return {"title": said, "kind": kind, "of": of, "when": when, "effect": "extends", "by": spelled(length), "ends": shown(to)}

    def _length(self, ends: Day, to: Day) -> Period:
        right = self.agreement.term.extension if self.of is None else None
        return right.length if right and right.length.unit in MONTHS and last_day(right.length, ends) == to else length_between(ends, to)

    def _with_lineage(self, entries: Mapping[str, Mapping[str, Stated]], key: str) -> tuple[dict[str, str], list[str]]:
        """Return the agreement with its new lines, where that is asked, or else the lines to add."""
        file = f"agreements/{self.partnership.name}/agreement.yaml"
        if self.asked.apply:
            text = (self.partnership.project.root / file).read_bytes().decode()
            return {file: with_entries(text, file, entries)}, [f"Added to the lineage in {file}: {', '.join(entries)}."]
        lines = [f"Add these lines to the lineage in {file} (or ask with --apply):", *(f"  {line}" for line in entry_lines(entries))]
        return {}, [*lines, f"and then extends: {key} to the recommendation in the report, so that it prints how long the extension is."]

    def _letter(self, earlier: Iterable[str], key: str) -> dict[str, Stated]:
        right = self.agreement.term.extension
        giver = right.by.key if right and right.by else ""
        by = self.extended.decide_by
        facts: dict[str, Stated] = {
            "kind": "option letter",
            "entry": key if self.asked.apply else "",
            "follows": self._follows(earlier),
            "reason": "TBC",
            "given_by": giver,
            "given_to": [key for key in self.agreement.partners if key != giver],
            "given_on": shown(self.asked.on),
            "clause": clause_number(self.partnership, "extension-power"),
            "new_expiry": shown(self.asked.to),
            "last_day": shown(by) if by else "TBC",
        }
        return {name: value for name, value in facts.items() if value}

    def _deed(self, earlier: Iterable[str], key: str, way: str, decision: Decision) -> dict[str, Stated]:
        council = our_council(self.partnership, self.asked.partner)
        entry = {"entry": key} if self.asked.apply else {"new_expiry": shown(self.asked.to)}
        of = {"of": self.asked.of} if self.of else {}
        clause = clause_number(self.partnership, "extension-power") if way == "option" else "TBC"
        facts: dict[str, Stated] = {
            "kind": "extension",
            **of,
            **entry,
            "follows": self._follows(earlier),
            "approvals": approval_of(council, decision),
            "basis": way or "TBC",
            "clause": clause,
        }
        return {name: value for name, value in facts.items() if value}

    # ------------------------------------------------------------------ by when

    def _steps(self, way: str, *, letter: bool) -> Iterator[Step]:
        asked = self.asked
        if letter:
            yield from self._letter_steps()
            yield Step(asked.on, "The letter is given, and received by every other partner")
        else:
            others = [str(partner.short) for partner in self._others()]
            yield Step(asked.on, f"Each other party has decided by its own body: {listed(others)}")
            yield Step(asked.on, "The deed is executed by every party, at the latest")
        if way == "option" and self.extended.decide_by:
            yield Step(self.extended.decide_by, "The right to extend has been used, at the latest", "the clause on extension")
        yield Step(self.ends, "The agreement ends unless it has been extended by then")
        plan = None if self.of else period_known(self.agreement, "exit_plan")
        if plan and (day := before(plan, asked.to)):
            yield Step(day, "The exit plan is settled, at the latest", "periods.exit_plan")
        yield Step(asked.to, "The agreement ends, as extended")

    def _letter_steps(self) -> Iterator[Step]:
        answer = period_known(self.agreement, "variation_response")
        if answer and (day := before(answer, self.asked.on)):
            yield Step(day, "The other partners have been asked for their views, at the latest", "the clause on extension")

    def _others(self) -> list[Partner]:
        """Return the parties other than the one that decides here."""
        keys = {body.key for body in self.of.of} if self.of and self.of.of else set(self.agreement.partners)
        ours = our_council(self.partnership, self.asked.partner)
        return [partner for key, partner in self.agreement.partners.items() if key in keys and partner is not ours]
