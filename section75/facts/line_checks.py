"""What single contributions must be if their sums are to hold: refused while the facts are read, all at once.

In: an `Agreement` whose parts have been read. Out: problems, each with its place; for a sum, both figures and the difference.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from section75.facts.base import Fault, Money
from section75.facts.contribution_lines import RESERVED, Apportioned, Contributed, days_of, outside, part_year
from section75.facts.lines import lines_of
from section75.facts.money_told import DowryAccount, dowries_of
from section75.facts.payment_calendar import covers
from section75.facts.steps.share import ShareOut
from section75.facts.sums import pounds
from section75.problems import Place

if TYPE_CHECKING:
    from section75.facts.agreement import Agreement
    from section75.facts.dates import Year
    from section75.facts.finance import Fund
    from section75.facts.lines import Contribution


def line_faults(agreement: "Agreement") -> Iterator[Fault]:
    """Yield what is wrong with the contributions, the reserves and the payments of an agreement."""
    yield from _names(agreement)
    for year, schemes in agreement.contributions.items():
        for found in schemes.values():
            if not isinstance(found, Apportioned):
                for given in found.values():
                    yield from _of_line(year, given)
    for year in agreement.indicative:
        if year not in agreement.contributions:
            yield Fault(f"No contributions are stated for {year}.", "State them, or take the year out.", place=year.place)
    for fund in agreement.funds.values():
        yield from _payments(agreement, fund)
    for account in dowries_of(agreement):
        yield from _excess(account)


def _names(agreement: "Agreement") -> Iterator[Fault]:
    for word in RESERVED:
        for kind in (agreement.partners, agreement.sources):
            if word in kind:
                yield Fault(f"“{word}” has a meaning of its own in contributions.", "Give it another key.", place=kind[word].place())


def _of_line(year: "Year", given: Contributed) -> Iterator[Fault]:
    for name in ("starts", "ends"):
        day = getattr(given, name)
        if outside(day, year):
            message = f"{day.day} {day:%B %Y} is not in {year}."
            yield Fault(message, "State a day of the year, or take it out if the whole year is meant.", place=given.place(name))
            return
    if isinstance(given.amount, Money) and given.full_year is not None:
        days = given.days(year)
        part = part_year(given.full_year, days, days_of(year))
        if part != given.amount:
            yield Fault(
                f"{pounds(given.amount)} is stated, but {pounds(given.full_year)} ({_at(given.place('full_year'))}) × {days} days of"
                f" {days_of(year)} is {pounds(part)}: the difference is {pounds(given.amount - part)}.",
                "Correct one of them, or leave amount out.",
                place=given.place("amount"),
            )


def _at(place: Place) -> str:
    return f"line {place.line}" if place.line else "stated there"


def _excess(account: DowryAccount) -> Iterator[Fault]:
    """Hold what is said of a dowry against the steps of its scheme, which forecasts follow."""
    said = {part.bearer.key: part.share for part in account.excess}
    steps = [step for step in account.scheme.overspend if isinstance(step, ShareOut)]
    if said and not any({part.bearer.key: part.share for part in step.portions} == said for step in steps):
        shares = account.dowry.excess.named if account.dowry.excess else {}
        named = ", ".join(f"{bearer}: {float(share * 100):.10g} %" for bearer, share in shares.items())
        yield Fault(
            f"No step for overspends of {account.scheme.key} shares what care costs above this dowry.",
            f"State under the scheme overspend: {{share: {{{named}}}}}, which forecasts follow.",
            place=account.dowry.place("excess"),
        )


def _payments(agreement: "Agreement", fund: "Fund") -> Iterator[Fault]:
    """Every contribution of a partner that is not the host falls under exactly one payment, if any is stated."""
    if fund.kind != "pooled" or not fund.payments:
        return
    seen: set[tuple[str, str, str]] = set()
    for line in lines_of(agreement):
        source = line.source.key if line.source else line.payer.key
        if line.scheme.fund != fund.key or line.payer is fund.host or (line.payer.key, line.scheme.key, source) in seen:
            continue
        seen.add((line.payer.key, line.scheme.key, source))
        count = sum(covers(payment, line) for payment in fund.payments)
        if count != 1:
            yield _uncovered(line, source, count, fund)


def _uncovered(line: "Contribution", source: str, count: int, fund: "Fund") -> Fault:
    times = "no payment" if not count else f"{count} payments"
    message = f"The contribution of {source} to {line.scheme.key} falls under {times} of the fund {fund.key}."
    remedy = "State who pays it, how often and when." if not count else "Let schemes or sources tell the payments apart."
    place = next((payment.place() for payment in fund.payments if covers(payment, line)), fund.place("payments"))
    return Fault(message, remedy, place=place)
