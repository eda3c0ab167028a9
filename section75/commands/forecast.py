"""`forecast`: who would pay what, step by step, if schemes spent more or less than is contributed to them.

In: the name of an agreement, and figures as they are typed: `SCHEME=AMOUNT`. Out: the forecast as plain lines or as JSON; no file is
written. What is typed wrongly is `Mistyped`; what the facts do not tell is a problem.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from section75.commands.forecast_lines import told
from section75.drafting.steps import PlainSteps
from section75.facts.base import Day, Fault, Money, Year
from section75.facts.dates import financial_year
from section75.facts.forecast import forecast
from section75.facts.lines import years_of
from section75.facts.money import money
from section75.facts.steps.offset import Offset
from section75.facts.taking import NOTHING, Unworkable, plain
from section75.facts.variances import rules_of
from section75.facts.worked import rows
from section75.problems import Problem, Refused, one_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from section75.facts.agreement import Agreement
    from section75.facts.forecast import Forecast, Met
    from section75.project import Project

FORMATS: Final = ("text", "json")
RULE: Final = "forecast"


class Mistyped(Exception):  # noqa: N818 - said to whoever typed it
    """Something on the command line names nothing, or is no amount."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed."""

    name: str
    schemes: Sequence[str]
    year: str = ""
    found: Sequence[str] = ()
    fault: Sequence[str] = ()
    format: str = "text"


def run(project: Project, asked: Asked) -> tuple[str, bool]:
    """Return what is to be shown, and whether every list says who bears or keeps all of its amount.

    Raises `Mistyped`, or `Refused` where the facts are wrong or do not tell what is needed.
    """
    if asked.format not in FORMATS:
        raise Mistyped(f"There is no format “{asked.format}”. {one_of(asked.format, FORMATS)}")
    agreement = project.read(asked.name).agreement
    made = forecast_asked(agreement, asked)
    if asked.format == "json":
        return json.dumps(_plain(asked.name, made), ensure_ascii=False, indent=2) + "\n", made.settled
    words = PlainSteps.of(agreement, project.shelves.steps(project.library()), project.roles)
    return "\n".join(told(agreement, made, words.said)) + "\n", made.settled


def forecast_asked(agreement: Agreement, asked: Asked) -> Forecast:
    """Return the forecast for what was typed. Raises as `run` does."""
    year = _year(agreement, asked.year)
    spending = _amounts(asked.schemes, agreement.schemes, "--scheme")
    found = _amounts(asked.found, _outside(agreement), "--found")
    fault = _amounts(asked.fault, agreement.partners, "--fault")
    try:
        return forecast(agreement, year, spending, found, fault)
    except Unworkable as why:
        place = agreement.place("contributions")
        raise Refused([Problem(place, RULE, "error", why.message, why.remedy)]) from None


def _year(agreement: Agreement, typed: str) -> Year:
    """Return the year that was asked for, or else the first of the agreement for which contributions are stated."""
    known = years_of(agreement)
    if not known:
        message = "No contributions are stated, so there is nothing to compare spending with."
        raise Refused([Problem(agreement.place("contributions"), RULE, "error", message, "State contributions, year by year.")])
    if not typed:
        begins = agreement.term.commencement
        own = [year for year in known if isinstance(begins, Day) and year >= Year.of(begins)]
        return (own or known)[0]
    try:
        year = financial_year(typed)
    except Fault as fault:
        raise Mistyped(f"--year: {fault}") from None
    if year not in known:
        raise Mistyped(f"--year: no contributions are stated for {year}. {one_of(str(year), map(str, known))}")
    return year


def _outside(agreement: Agreement) -> list[str]:
    """Return the words of the steps that take what is found outside the funds."""
    steps = (step for rule in rules_of(agreement) for step in rule.steps)
    return [plain(step.offset) for step in steps if isinstance(step, Offset) and "outside" in step.against]


def _amounts(typed: Sequence[str], known: Iterable[str], option: str) -> dict[str, Money]:
    """Read `WHAT=AMOUNT`, each of which must be known and named once."""
    names, amounts = list(known), dict[str, Money]()
    for one in typed:
        what, equals, words = one.rpartition("=")
        name = plain(what) if option == "--found" else what.strip()
        if not equals:
            raise Mistyped(f"{option}: “{one}” has no amount. Write {option} {one}=100,000.")
        if name not in names:
            raise Mistyped(f"{option}: {_nothing(option, what, names)}")
        if name in amounts:
            raise Mistyped(f"{option}: “{what}” is given twice.")
        amounts[name] = _amount(words, option)
    return amounts


def _nothing(option: str, what: str, names: list[str]) -> str:
    if names:
        return f"there is no “{what}”. {one_of(what, names)}"
    return "no step takes money from outside the funds." if option == "--found" else "none are stated."


def _amount(words: str, option: str) -> Money:
    try:
        amount = money(words)
    except Fault as fault:
        raise Mistyped(f"{option}: {fault}") from None
    if amount < NOTHING:
        raise Mistyped(f"{option}: “{words}” is less than nothing. Write what is spent, or found, in all.")
    return amount


# ------------------------------------------------------------------ as JSON: amounts in pounds, as words, so that no reader rounds them


def _plain(name: str, made: Forecast) -> dict[str, object]:
    return {
        "agreement": name,
        "year": str(made.year),
        "schemes": [
            {"scheme": one.scheme.key, "budget": _pounds(one.budget), "forecast": _pounds(one.forecast), "variance": _pounds(one.variance)}
            for one in made.schemes
        ],
        "lists": [_list(met) for met in made.lists],
        "partners": [
            {"partner": one.bearer.key, "bears": _pounds(one.bears), "receives": _pounds(one.receives), "net": _pounds(one.net)}
            for one in made.partners
        ],
        "unused": list(made.unused),
        "settled": made.settled,
    }


def _list(met: Met) -> dict[str, object]:
    steps = [
        {"step": row.step, "kind": str(row.kind), "name": row.name and str(row.name), "sum": _pounds(row.sum), "left": _pounds(row.left)}
        for row in rows(met)
    ]
    return {
        "list": str(met.rule.key),
        "amount": _pounds(met.amount),
        "steps": steps,
        "left_to_a_decision": _pounds(met.undecided),
        "borne_by_nobody": _pounds(met.residual),
        "because": met.stopped,
    }


def _pounds(amount: Money) -> str:
    """Return pounds and pence.

    >>> _pounds(Money(-123_405))
    '-1234.05'
    """
    return f"{'-' * (amount.pence < 0)}{abs(amount.pence) // 100}.{abs(amount.pence) % 100:02}"
