"""`end`: an agreement, or one scheme of it, brought to its end by notice of one partner or by a deed of all.

In: a partnership and what is asked. Out: the plan: the notice or the deed, the report and its steps. A notice that is too short, or for
which the agreement gives no right, is refused with the earliest lawful day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.commands.afterwards import Decision, Plan, approval_of, our_council
from section75.commands.begun_words import begun_words
from section75.commands.clauses import assumed, clause_number, listed, named, period_known, spelled, surviving
from section75.commands.composing import composed
from section75.commands.ending_limits import CLAUSES, Asked, Limits
from section75.commands.ending_steps import ending_steps
from section75.commands.leavings import Leavings
from section75.facts.deeds import TerminationDeed
from section75.facts.extensions import after
from section75.facts.letters import NoticeToEnd
from section75.problems import Refused
from section75.rules.reading import shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from section75.facts.skeleton import Stated
    from section75.project import Partnership

NOT_KNOWN: Final = "TBC"


def plan_ending(partnership: Partnership, asked: Asked) -> Plan:
    """Return the plan of an ending. Raises `Refused` with everything that stands against it."""
    limits = Limits(partnership, asked)
    if faults := list(limits.faults()):
        raise Refused(faults)
    return _Ending(partnership, asked, limits).plan()


class _Ending:
    """One ending at work."""

    def __init__(self, partnership: Partnership, asked: Asked, limits: Limits) -> None:
        self.partnership, self.asked, self.limits, self.agreement = partnership, asked, limits, partnership.agreement
        self.words = begun_words(partnership.project.root)
        self.council = our_council(partnership, asked.partner)
        self.to = limits.to
        self.leavings = Leavings(self.agreement, limits.schemes, self.words) if limits.of is None else None

    def plan(self) -> Plan:
        """Return the plan."""
        asked, agreement = self.asked, named(self.limits.of, self.agreement)
        kind = "mutual" if not asked.ground else "part" if self.limits.scheme else "notice"
        thing = str(self.limits.scheme.name) if self.limits.scheme else ""
        limb = self.words.limb(kind, {"agreement": agreement, "to": shown(self.to), "thing": thing})
        decision = Decision("end", asked.on, (limb,), asked.decided, asked.body, {"ending": self._exit(kind)})
        model, facts = (NoticeToEnd, self._notice()) if asked.ground else (TerminationDeed, self._deed())
        facts["approvals"] = approval_of(self.council, decision)
        stem = f"{asked.on.isoformat()}-{'notice' if asked.ground else 'termination'}"
        file = f"agreements/{self.partnership.name}/instruments/{stem}.yaml"
        text = composed(file, model, {name: value for name, value in facts.items() if value})
        return Plan({file: text}, decision, tuple(ending_steps(self.agreement, asked, self.limits)), tuple(self._lines()))

    def _common(self, kind: str) -> dict[str, Stated]:
        extended = self.limits.extended
        follows = [key for key in self.agreement.lineage if key in extended.own] if self.limits.of is None else []
        return {"kind": kind, "of": self.asked.of, "follows": follows, "reason": NOT_KNOWN}

    def _notice(self) -> dict[str, Stated]:
        asked, period = self.asked, self.limits.period
        parties = [body.key for body in self.limits.of.of] if self.limits.of and self.limits.of.of else list(self.agreement.partners)
        return {
            **self._common("notice"),
            "given_by": self.council.key,
            "given_to": [key for key in parties if key != self.council.key],
            "given_on": shown(asked.on),
            "clause": clause_number(self.partnership, CLAUSES[asked.ground]) if self.limits.of is None else NOT_KNOWN,
            "ground": asked.ground,
            "period": self._settled(self.limits.period_path, spelled(period)) if period else NOT_KNOWN,
            "ends_on": shown(self.to) if asked.to else self._settled(self.limits.period_path, shown(self.to)),
            "scheme": str(self.limits.scheme.name) if self.limits.scheme else "",
            "breach": asked.breach,
        }

    def _deed(self) -> dict[str, Stated]:
        facts = {**self._common("termination"), "ends_on": shown(self.to)}
        if self.leavings is None:
            return facts
        arrangement, left = self.agreement.arrangement, self.leavings
        lead = arrangement.lead.key if arrangement.lead else ""
        account, pay = period_known(self.agreement, "final_account"), period_known(self.agreement, "payment")
        due = after(account, self.to) if account else None
        return {
            **facts,
            "pooled": "yes" if arrangement.pooled else "no",
            "led_by": lead if arrangement.commissioned else "",
            "functions_back": left.functions_back,
            "staff_after": left.staff,
            "contracts_after": left.contracts,
            "final_account": self._settled("periods.final_account", shown(due)) if due else NOT_KNOWN,
            "accounted_by": lead,
            "pay_within": self._settled("periods.payment", spelled(pay)) if pay else NOT_KNOWN,
            "records_kept_by": left.records,
            "survives": surviving(self.partnership),
        }

    def _exit(self, kind: str) -> Mapping[str, Stated]:
        """Return how the report tells the ending."""
        routes = {"mutual": "mutual", "part": "partial", "notice": "notice"}
        told = self.leavings.of_report if self.leavings else {}
        part = {"part": str(self.limits.scheme.name)} if self.limits.scheme else {}
        given = {"notice": shown(self.asked.on)} if self.asked.ground else {}
        return {"route": routes[kind], **part, "ends": shown(self.to), **given, **told}

    def _settled(self, path: str, words: str) -> Stated:
        """Return words as they are stated, or as an assumption where what they rest on is only assumed."""
        because = assumed(self.agreement, path)
        return {"assumed": words, "because": because} if because else words

    def _lines(self) -> list[str]:
        lines = []
        if self.asked.ground and not self.asked.to:
            only = ", if the period that is only assumed is agreed" if assumed(self.agreement, self.limits.period_path) else ""
            lines.append(f"The last day is the earliest that is lawful{only}: {shown(self.to)}.")
        if self.asked.ground and self.agreement.arrangement.several and self.limits.of is None:
            clause = clause_number(self.partnership, "withdrawal-end-for-all")
            others = [str(one.short) for one in self.agreement.partners.values() if one is not self.council]
            at = "the clause on withdrawal" if clause == NOT_KNOWN else f"clause {clause}"
            alone = f"The notice ends it for {self.council.short} alone"
            lines.append(f"{alone}; it goes on between {listed(others)} unless {at} ends it for all.")
        return lines
