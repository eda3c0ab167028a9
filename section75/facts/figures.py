"""A pool manager's figures: what one file of `agreements/<name>/figures/` may say.

In: `figures/<stem>.yaml`, and the agreement it belongs to. Out: `Figures`: a quarterly report, or the annual return (SI 2000/617,
regulation 7(4)). Budgets are the agreement's contributions and are not typed again; sums are reckoned in `section75.facts.statements`.
"""

from typing import Annotated, Final

from pydantic import model_validator

from section75.facts.base import (
    Amount,
    Blank,
    Blankable,
    By,
    Choice,
    Count,
    Date,
    Day,
    Fact,
    Fault,
    FinancialYear,
    Keyed,
    KeyOf,
    Line,
    Many,
    Number,
    Passage,
    Words,
)  # fmt: skip
from section75.facts.figure_parts import (
    Balance,
    Income,
    LedgerTotals,
    MeasureFigures,
    Movement,
    Owed,
    ReserveFigures,
    Saving,
    SchemeFigures,
)  # fmt: skip
from section75.facts.stated_totals import AllOrKeyOf
from section75.facts.waivers import Waivers

QUARTERS: Final = 4


class Figures(Fact):
    """A quarterly report or an annual return of one pooled fund, or of all of them."""

    kind: Annotated[Words, Choice("quarterly", "annual")]
    """A quarterly report, or the annual return."""
    fund: Annotated[Words, AllOrKeyOf("funds")]
    """The key of a pooled fund, or `all`."""
    year: FinancialYear
    """The financial year."""
    quarter: Number | None = None
    """For a quarterly report, 1 to 4: the first is April to June."""
    as_at: Annotated[Date | Blank, Blankable("the date of the figures")]
    """The date to which the figures run."""
    sent: Date | None = None
    """When it was sent to each partner."""
    house: Line | None = None
    """The council whose style it is printed in, if it is not the agreement's."""
    summary: Passage | None = None
    """What the pool manager wants to say first."""
    schemes: By[Annotated[Words, KeyOf("schemes")], SchemeFigures] = By({})
    """What is reported of each scheme."""
    other_income: Many[Income] = ()
    """Income that is nobody's contribution."""
    movements: Many[Movement] = ()
    """Money moved between schemes since the start of the financial year."""
    reserves: By[Annotated[Words, KeyOf("reserves", "funds")], ReserveFigures] = By({})
    """Each reserve, by its key, or by that of the fund whose reserve it is."""
    debtors: Many[Owed] = ()
    """Sums owed to the fund."""
    creditors: Many[Owed] = ()
    """Sums that the fund owes."""
    savings: Keyed[Saving] = Keyed({})
    """The savings on which budgets depend."""
    measures: By[Annotated[Words, KeyOf("performance")], MeasureFigures] = By({})
    """The current value of each performance measure."""
    found: By[Line, Amount] = By({})
    """Money outside the fund that was found for an overspend, by the words of its step, in pounds."""
    faults: By[Annotated[Words, KeyOf("partners")], Amount] = By({})
    """What the fault of a partner has cost, in pounds."""
    totals: By[Annotated[Words, AllOrKeyOf("funds")], LedgerTotals] = By({})
    """Totals that are stated elsewhere, to be checked against the sums."""
    shared: By[Annotated[Words, KeyOf("funds")], By[Annotated[Words, KeyOf("partners")], Amount]] = By({})
    """Annual: what each partner bears of a fund's overspend, in pounds; what it is paid back of an underspend, with a minus."""
    balances: By[Annotated[Words, KeyOf("funds")], Balance] = By({})
    """Annual: what each fund held."""
    accounts: By[Annotated[Words, KeyOf("schemes")], By[Annotated[Words, KeyOf("partners")], Line]] = By({})
    """Annual: how each scheme is shown in each partner's accounts, and why; left out, as the agreement says under the scheme."""
    waive: Waivers = By({})
    """Findings of rules that are let stand in it, by the rule's id, each with the reason."""

    @property
    def annual(self) -> bool:
        """Whether it is the annual return."""
        return self.kind == "annual"

    @property
    def says(self) -> Words | None:
        """What the pool manager wants to say first, without the stop that the text sets."""
        said = self.summary
        return None if said is None else Words(said.rstrip().removesuffix("."), said.path, said.place)

    @property
    def starts(self) -> Day:
        """The first day of its year: figures to date run from there."""
        return self.year.first

    @property
    def ends(self) -> Day:
        """The last day of its quarter or year."""
        if self.quarter is None:
            return self.year.last
        return (Day(self.year.start, 6, 30), Day(self.year.start, 9, 30), Day(self.year.start, 12, 31), self.year.last)[self.quarter - 1]

    @model_validator(mode="after")
    def _has_a_quarter(self) -> "Figures":
        if self.annual and self.quarter is not None:
            raise Fault("An annual return is of no quarter.", "Leave “quarter” out.", at="quarter")
        if not self.annual and not (isinstance(self.quarter, Count) and 1 <= self.quarter <= QUARTERS):
            raise Fault("A quarterly report is of a quarter from 1 to 4.", "Write “quarter: 1” for April to June.", at="quarter")
        return self

    @model_validator(mode="after")
    def _is_of_its_time(self) -> "Figures":
        if isinstance(self.as_at, Day) and not self.year.first <= self.as_at <= self.year.last:
            raise Fault(f"The date of the figures is not in {self.year}.", "Check both.", at="as_at")
        only_annual = next((name for name in ("shared", "balances", "accounts") if getattr(self, name)), None)
        if not self.annual and only_annual:
            raise Fault(f"“{only_annual}” belongs to an annual return.", "Leave it out of a quarterly report.", at=only_annual)
        return self
