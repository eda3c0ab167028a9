"""Deeds that change an agreement's term, text or parties, or end it.

In: `instruments/<date>-<kind>.yaml`. Out: the model of each kind of deed. What is not known is a blank; nothing is proposed.
"""

from typing import Annotated

from pydantic import model_validator

from section75.facts.base import (
    Amount,
    Blank,
    Blankable,
    Choice,
    Date,
    Day,
    Decide,
    Fact,
    Fault,
    Length,
    Line,
    Many,
    Passage,
    Reference,
    Words,
)
from section75.facts.governance import Earlier
from section75.facts.instrument import Instrument
from section75.facts.partners import COUNCILS, NHS_BODIES, Body, Partner


class Deed(Instrument):
    """What deeds have in common."""

    executed_on: Annotated[Date | Blank, Blankable("the date of this deed")]
    """The day on which it is executed."""

    @property
    def deed(self) -> bool:
        """It is one."""
        return True

    @property
    def continues(self) -> bool:
        """Whether the agreement goes on after it."""
        return True


class Sum(Fact):
    """A figure for the further period."""

    what: Line
    """What it is for: the contribution of the Council."""
    sum: Annotated[Amount | Blank, Blankable("{what}")]
    """How much."""


class ExtensionDeed(Deed):
    """A deed of extension."""

    basis: Annotated[
        Words | Blank, Choice("option", "consent"), Blankable("whether a clause gives the right to extend, or the parties consent")
    ]
    """Whether a clause of the agreement gives the right to extend, or the parties consent."""
    clause: Annotated[Line | Blank, Blankable("the number of the clause that gives the right to extend")]
    """The clause of the agreement that is relied on, by its number."""
    conditions: Many[Line] = ()
    """What the agreement asks for before it is extended, each in words that follow *that*."""
    new_expiry: Annotated[Date | Blank | None, Blankable("the new expiry date")] = None
    """The new last day, where the lineage does not tell it."""
    figures: Annotated[Many[Sum] | Blank, Blankable("the contributions for the further period")]
    """What is paid in the further period."""
    money_unchanged: Decide = False
    """Whether the financial terms go on without change."""

    @property
    def until(self) -> Day | Blank:
        """The new last day."""
        stated = self.new_expiry if self.new_expiry is not None else self.entry.ends if self.entry else None
        return Blank("the new expiry date", "new_expiry") if stated is None else stated

    @model_validator(mode="after")
    def _is_longer(self) -> "ExtensionDeed":
        old = self.of.ends if self.of else None
        if isinstance(self.until, Day) and isinstance(old, Day) and self.until <= old:
            raise Fault(f"The agreement already runs to {old:%d %B %Y}.", "Give a later day, or another agreement.", at="new_expiry")
        return self


class TerminationDeed(Deed):
    """A deed of termination by consent."""

    ends_on: Annotated[Date | Blank, Blankable("the day on which the agreement ends")]
    """The last day."""
    pooled: Decide = False
    """Whether the agreement has a pooled fund."""
    risk_shared: Decide = True
    """Whether overspends and underspends are shared, and not returned to the party whose functions they concern."""
    led_by: Annotated[Partner | Body | None, Reference("partners", "bodies")] = None
    """The party that commissions for the others, if one does."""
    functions_back: Annotated[Many[Line] | Blank, Blankable("the functions that go back, and to whom")]
    """The functions that go back, each with the party to which it goes."""
    staff_after: Annotated[Passage | Blank, Blankable("what happens to the staff concerned")]
    """What happens to staff, as a sentence without its stop."""
    contracts_after: Annotated[Passage | Blank, Blankable("what happens to contracts with providers")]
    """What happens to contracts, as a sentence without its stop."""
    final_account: Annotated[Date | Blank, Blankable("the day by which the final account is due")]
    """By when the final account is due."""
    accounted_by: Annotated[Partner | Body | Blank, Reference("partners", "bodies"), Blankable("the party that prepares the final account")]
    """Who prepares it."""
    pay_within: Annotated[Length | Blank, Blankable("the time for paying what the final account shows")]
    """How long a party has to pay what the final account shows."""
    records_kept_by: Annotated[Line | Blank, Blankable("who keeps which records, and for how long")]
    """Who keeps which records, and for how long."""
    releases: Annotated[Words | Blank, Choice("none", "mutual"), Blankable("whether the parties release each other")]
    """Whether the parties release each other from claims."""
    survives: Annotated[Many[Line] | Blank, Blankable("the clauses that survive")]
    """The clauses that go on, by their numbers or subjects."""
    makes_way_for: Many[Annotated[Earlier, Reference("lineage")]] = ()
    """What comes after it, by its key in the lineage."""

    @property
    def continues(self) -> bool:
        """The agreement ends."""
        return False


class NovationDeed(Deed):
    """A deed by which a successor body takes the place of a party."""

    leaving: Annotated[Partner | Body, Reference("partners", "bodies")]
    """The party that leaves."""
    joining: Annotated[Partner | Body, Reference("partners", "bodies")]
    """The body that takes its place."""
    effective: Annotated[Date | Blank, Blankable("the date from which the successor takes the place of the leaving party")]
    """From when."""
    accrued: Annotated[Words | Blank, Choice("stay", "pass"), Blankable("whether liabilities from before that date stay or pass")]
    """Whether liabilities from before that date stay with who leaves, or pass."""
    consents: Many[Line] = ()
    """Consents that have been given, each in words that follow *that*."""

    @model_validator(mode="after")
    def _joins_as_a_prescribed_body(self) -> "NovationDeed":
        """Refuse a body that regulation 3 does not let make such an agreement (SI 2000/617)."""
        if self.joining is self.leaving:
            raise Fault("The body that joins is the one that leaves.", "Name its successor.", at="joining")
        if isinstance(self.joining.type, str) and self.joining.type not in (*COUNCILS, *NHS_BODIES):
            message = f"{self.joining.name} is neither a local authority nor an NHS body."
            raise Fault(message, "Only such a body can take the place of a party (SI 2000/617, regulation 3).", at="joining")
        return self
