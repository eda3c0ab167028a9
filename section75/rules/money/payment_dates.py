"""Each instalment falls due in the part of the financial year that it is for: in advance not after it, in arrears not before its end nears.

Real agreements pay on 1 April, 1 July, 1 October and 1 January in advance; a lead that invoices its host does so quarterly in arrears.
Dates in advance put beside “in arrears” would pay for a quarter before it begins.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from section75.facts.base import Period, Words, Year
from section75.facts.payments import TIMES
from section75.problems import Problem
from section75.rules.lines import holders
from section75.rules.mutations import Mutation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.facts.payments import Payment
    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "payment-dates"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "Accounting convention: the financial year of councils and NHS bodies is from 1 April to 31 March."

_FUND: Final = (
    "agreement:\n  funds:\n    pool:\n      name: Pooled Fund\n      kind: pooled\n      host: council\n      payments: [{payer: icb, "
)
PASSES: Final = (
    f"{_FUND}pays: quarterly, timing: in advance, on: [1 April, 1 July, 1 October, 1 January]}}]\n",
    f"{_FUND}pays: quarterly, timing: in arrears, on: [30 June, 30 September, 31 December, 31 March]}}]\n",
    f"{_FUND}pays: annually, timing: in advance, on: 1 October}}]\n",
)
FAILS: Final = (
    f"{_FUND}pays: quarterly, timing: in arrears, on: [1 April, 1 July, 1 October, 1 January]}}]\n",
    f"{_FUND}pays: quarterly, timing: in advance, on: [1 April, 1 October, 1 January, 1 March]}}]\n",
)
MUTATIONS: Final = (
    Mutation(
        {"funds.reablement.payments.0.timing": "in arrears"},
        "funds.reablement.payments.0.on",
        {
            "funds.reablement.payments": (
                "[{payer: icb, pays: quarterly, timing: in advance, within: 10 working days, on: [1 April, 1 July, 1 October, 1 January]}]"
            )
        },
    ),
)

YEAR: Final = Year(2025)
"""Any year: the days come in every one."""


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each payment of which a day is not in its own part of the year."""
    if facts.agreement is None:
        return
    for holder in holders(facts.agreement):
        for payment in holder.payments:
            if payment.on and isinstance(payment.timing, Words) and payment.pays != "once":
                yield from _days(payment)


def _days(payment: Payment) -> Iterator[Problem]:
    months = 12 // TIMES[payment.pays]
    for order, day in enumerate(sorted(payment.on, key=lambda one: one.within(YEAR))):
        first = Period(order * months, "month").after(YEAR.first) if order else YEAR.first
        after = Period(months, "month").after(first)
        due = day.within(YEAR)
        early = payment.timing == "in arrears" and due < Period(1, "month").before(after)
        late = payment.timing == "in advance" and due >= after
        if early or late:
            span = f"{first.day} {first:%B} to {(after - timedelta(days=1)).day} {after - timedelta(days=1):%B}"
            message = f"{day} is no day on which to pay {payment.timing} for {span}."
            yield Problem(payment.place("on"), ID, LEVEL, message, "Check the days, and whether payment is in advance or in arrears.")
            return
