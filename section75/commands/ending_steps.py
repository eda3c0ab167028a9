"""What must happen by when if an agreement ends: the exit plan, staff, contracts with providers, the final account.

In: the facts of an agreement, what is asked and its limits. Out: `Step`s. Of an earlier agreement only the two days themselves are told,
since nobody states its periods.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from section75.commands.clauses import period_known, spelled
from section75.commands.timetable import Step
from section75.facts.base import Day, Period
from section75.facts.extensions import after, before
from section75.rules.reading import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.commands.ending_limits import Asked, Limits
    from section75.facts.agreement import Agreement


def ending_steps(agreement: Agreement, asked: Asked, limits: Limits) -> Iterator[Step]:
    """Yield the steps, in no order."""
    if asked.ground:
        yield Step(asked.on, "Notice is given, and received by every other partner")
    else:
        yield Step(asked.on, "Each party has decided by its own body, and the deed is executed by every party, at the latest")
    what = f"{limits.scheme.name} ends" if limits.scheme else "The agreement ends"
    yield Step(limits.to, f"{what}, and the functions exercised for others go back" if _delegated(limits) else what)
    if limits.of is None:
        yield from _before_the_end(agreement, asked, limits.to)
        yield from _contracts(limits, asked.on)
        yield from _after_the_end(agreement, limits.to)
    if asked.ground == "want of money" and (within := period_known(agreement, "consent")):
        yield Step(None, f"Notice for want of money is given within {spelled(within)} after the budget decision, with a copy of it")


def _delegated(limits: Limits) -> bool:
    return limits.of is None and any(scheme.delegated for scheme in limits.schemes)


def _before_the_end(agreement: Agreement, asked: Asked, to: Day) -> Iterator[Step]:
    ready, plan = period_known(agreement, "remedial_plan"), period_known(agreement, "exit_plan")
    if asked.ground and ready:
        yield Step(after(ready, asked.on), "The exit plan is settled in its final form, at the latest", "periods.remedial_plan")
    day = before(plan, to) if plan else None
    if day:
        when = "at the latest" if day >= asked.on else f"at once: {spelled(plan) if plan else ''} before the end have begun"
        yield Step(max(day, asked.on), f"Each partner tells the others what they need to know of its staff, {when}", "periods.exit_plan")
    meeting = period_known(agreement, "change_in_law")
    if asked.ground and meeting and agreement.arrangement.several:
        yield Step(after(meeting, asked.on), "The partners that remain have met, at the latest", "periods.change_in_law")
    for staff in agreement.staff.values():
        if isinstance(staff.notice, Period) and (last := before(staff.notice, to)):
            yield _in_time(last, asked.on, f"Notice to end the placing of staff ({staff.key}) is given", staff.notice)
    yield Step(max(Period(1, "month").before(to), asked.on), "It is agreed what people, staff and providers are told, at the latest")


def _contracts(limits: Limits, on: Day) -> Iterator[Step]:
    """Yield by when providers need notice, if their contracts are to end with the agreement; what becomes of them the exit plan says."""
    for contract in (one for scheme in limits.schemes for one in scheme.contracts):
        if not isinstance(contract.notice, Period) or (isinstance(contract.expiry, Day) and contract.expiry <= limits.to):
            continue
        last = before(contract.notice, limits.to)
        if last:
            what = f"If the contract with {contract.provider} ({contract.service}) is to end too, notice is given to the provider"
            yield _in_time(last, on, what, contract.notice)


def _in_time(last: Day, on: Day, what: str, notice: Period) -> Step:
    """Return a step by its last day, or, where that is past, the day on which the notice would end now."""
    if last >= on:
        return Step(last, f"{what}, at the latest", f"{spelled(notice)} of notice")
    ends = after(notice, on)
    return Step(on, f"{what}: it then ends on {shown(ends) if ends else 'a later day'}", f"{spelled(notice)} of notice")


def _after_the_end(agreement: Agreement, to: Day) -> Iterator[Step]:
    account, help_ = period_known(agreement, "final_account"), period_known(agreement, "exit_help")
    if account and (day := after(account, to)):
        yield Step(day, "The final account is sent, at the latest", "periods.final_account")
    if help_ and (day := after(help_, to)):
        yield Step(day, "The duty to help one another ends", "periods.exit_help")
