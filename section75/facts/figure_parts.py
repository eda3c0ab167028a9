"""The parts of a pool manager's figures: schemes, movements, reserves, sums owed, savings and measures.

In: what a file of `agreements/<name>/figures/` holds. Out: the models of its parts; `section75.facts.figures` puts them together.
"""

from typing import Annotated

from pydantic import model_validator

from section75.facts.base import (
    Amount,
    Blank,
    Blankable,
    By,
    Date,
    Fact,
    Fault,
    KeyOf,
    Line,
    Many,
    Money,
    Number,
    Passage,
    Reference,
    Words,
)
from section75.facts.services import Scheme
from section75.facts.sums import agree


class Action(Fact):
    """Something that is done about a variance; may be written as words alone."""

    shorthand = "do"

    do: Line
    """What is done."""
    by: Line | None = None
    """The post that does it."""
    due: Date | None = None
    """By when."""


class Capital(Fact):
    """The part of a scheme's spending that is capital."""

    spent: Annotated[Amount | Blank, Blankable("the capital spent")]
    """What was spent to date, in pounds."""
    forecast: Annotated[Amount | Blank | None, Blankable("the forecast of capital")] = None
    """What is expected for the year, in pounds; only in a quarterly report."""


class SchemeFigures(Fact):
    """What is reported of one scheme."""

    received: By[Annotated[Words, KeyOf("partners", "sources")], Annotated[Amount | Blank, Blankable("what was received")]] = By({})
    """What each source has paid in to date, in pounds: the keys are those of the contributions."""
    spent: Annotated[Amount | Blank, Blankable("what was spent")]
    """What was spent to date; in an annual return the final outturn; in pounds."""
    committed: Annotated[Amount | Blank, Blankable("what is committed")]
    """What is bound to be spent besides by the end of the year, in pounds; only in a quarterly report."""
    forecast: Annotated[Amount | Blank, Blankable("the forecast")]
    """What will have been spent by the end of the year, in pounds; only in a quarterly report."""
    people: Annotated[Number | Blank, Blankable("how many people were served")]
    """How many people have been served in the year so far."""
    capital: Capital | None = None
    """The part of its spending that is capital, if any."""
    because: Passage | None = None
    """Why it differs from the budget, in words that follow *because*."""
    actions: Many[Action] = ()
    """What is done about that."""
    known: Date | None = None
    """When the pool manager became aware of a cost pressure on it."""
    told: Date | None = None
    """When each partner was told of that."""


class Movement(Fact):
    """Money moved from one scheme to another of the same fund (virement)."""

    out_of: Annotated[Scheme, Reference("schemes")]
    """The scheme that gives."""
    into: Annotated[Scheme, Reference("schemes")]
    """The scheme that receives."""
    amount: Amount
    """How much, in pounds."""
    approved_by: Annotated[Line | Blank, Blankable("who approved the movement of money")]
    """`manager`, `partners`, the key of a body of the governance, or words."""
    approved_on: Annotated[Date | Blank, Blankable("the date on which the movement of money was approved")]
    """When it was approved."""
    because: Annotated[Line | Blank, Blankable("why the money was moved")]
    """Why, in words that follow *because*."""

    @model_validator(mode="after")
    def _moves(self) -> "Movement":
        if self.amount.pence <= 0:
            raise Fault("A movement of money is a sum above nothing.", "Swap “out_of” and “into”, or leave it out.", at="amount")
        if self.out_of is self.into:
            raise Fault("This moves money from a scheme to itself.", "Name two schemes.", at="into")
        return self


class ReserveFigures(Fact):
    """A reserve in the period: opening + paid in - drawn = closing."""

    opening: Annotated[Amount | Blank, Blankable("what the reserve held at first")]
    """What it held at the start of the financial year, in pounds."""
    paid_in: Annotated[Amount | Blank, Blankable("what was paid into the reserve")] = Money(0)
    """What was paid into it since, in pounds."""
    drawn: Annotated[Amount | Blank, Blankable("what was drawn from the reserve")] = Money(0)
    """What was drawn from it since, in pounds."""
    closing: Annotated[Amount | Blank, Blankable("what the reserve holds")]
    """What it holds at the date of the figures, in pounds."""
    by_fund: By[Annotated[Words, KeyOf("funds")], Amount] = By({})
    """Of a reserve that several funds share: what each took from it, in pounds; what it paid in, with a minus."""

    @model_validator(mode="after")
    def _adds_up(self) -> "ReserveFigures":
        agree(
            "closing",
            self.closing,
            self.opening + self.paid_in - self.drawn,
            "opening + paid in − drawn",
            (self.opening, self.paid_in, self.drawn),
        )
        taken = sum(self.by_fund.values(), Money(0))
        if self.by_fund:
            agree("drawn", self.drawn - self.paid_in, taken, "what the funds took from it")
        return self


class Owed(Fact):
    """A sum owed to the fund, or by it, at the date of the figures."""

    who: Line
    """The key of a partner, or the name of another body."""
    amount: Annotated[Amount | Blank, Blankable("what {who} owes or is owed")]
    """How much, in pounds."""
    because: Annotated[Line | Blank, Blankable("what the sum of {who} is for")]
    """What it is for, in words that follow *for*."""


class Income(Fact):
    """Money that a fund received and that is nobody's contribution."""

    fund: Annotated[Words, KeyOf("funds")]
    """The key of the fund that received it."""
    what: Line
    """From whom, for what."""
    amount: Amount
    """How much to date, in pounds."""


class Saving(Fact):
    """A saving that a budget depends on."""

    name: Line
    """What is saved."""
    scheme: Annotated[Words | None, KeyOf("schemes")] = None
    """The key of the scheme, if it is one scheme's."""
    owner: Annotated[Line | Blank, Blankable("the owner of the saving “{name}”")]
    """The post that answers for it."""
    due: Annotated[Date | Blank, Blankable("when the saving “{name}” is due")]
    """By when."""
    measure: Annotated[Line | Blank, Blankable("how the saving “{name}” is measured")]
    """How it is told that it was made."""
    planned: Annotated[Amount | Blank, Blankable("the plan of the saving “{name}”")]
    """What is to be saved in the year, in pounds."""
    made: Annotated[Amount | Blank, Blankable("what was saved by “{name}”")]
    """What was saved to date, in pounds."""
    forecast: Annotated[Amount | Blank | None, Blankable("the forecast of the saving “{name}”")] = None
    """What will have been saved by the end of the year, in pounds; left out of an annual return."""

    @property
    def expected(self) -> Money | Blank:
        """The forecast, or where there is none what was made."""
        return self.made if self.forecast is None else self.forecast


class MeasureFigures(Fact):
    """The current value of a performance measure; may be written as words alone."""

    shorthand = "value"

    value: Annotated[Line | Blank, Blankable("the current value of the measure")]
    """Where it stands."""
    because: Line | None = None
    """What there is to say of it."""


class Balance(Fact):
    """What a fund held at the start and at the end of the year."""

    opening: Annotated[Amount | Blank, Blankable("the balance brought forward")]
    """The balance at the start, in pounds."""
    closing: Annotated[Amount | Blank, Blankable("the balance carried forward")]
    """The balance at the end, in pounds."""


class LedgerTotals(Fact):
    """Totals as a ledger states them: each is checked against the sum of the parts."""

    received: Amount | None = None
    """All contributions received to date, in pounds."""
    spent: Amount | None = None
    """All that was spent to date, in pounds."""
    committed: Amount | None = None
    """All that is committed besides, in pounds."""
    forecast: Amount | None = None
    """All that is expected to be spent in the year, in pounds."""
