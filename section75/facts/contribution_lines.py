"""What one source gives to one scheme in one year, as the officer states it: short, as a map, or as shares of a total.

In: the innermost maps of `contributions`. Out: `Contributed` and `Apportioned`, and `part_year`, by which part of a year is reckoned.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated, Final

from pydantic import model_validator
from pydantic_core import core_schema

from section75.facts.base import (
    Amount,
    Blank,
    Blankable,
    By,
    Choice,
    Date,
    Day,
    Decide,
    Fact,
    Fault,
    FinancialYear,
    KeyOf,
    Money,
    Shares,
    SharesOf,
    Words,
    Year,
)
from section75.facts.raw import Map

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic_core import CoreSchema

RESERVED: Final = ("total", "shares")
"""Words that tell a total from the keys of sources: no partner and no source may have them as its key."""


class Terms(Fact):
    """On what terms a sum is given."""

    recurrent: Decide = True
    """Whether it goes on in later years; `no` for a sum of that year only."""
    line: Annotated[Words | None, Choice("fixed", "variable")] = None
    """Fixed: it does not move whatever is spent. Variable: it follows what is spent. Left out, the steps for overspends alone say."""
    charges: Annotated[Words | None, Choice("gross", "net")] = None
    """Whether it is stated before (gross) or after (net) deducting what people who use the services are charged; left out, gross."""


class Contributed(Terms):
    """What one source gives."""

    shorthand = "amount"

    amount: Annotated[Amount | Blank | None, Blankable("the contribution")] = None
    """The sum for the year, in pounds; left out where it follows from `full_year` and the dates."""
    starts: Date | None = None
    """The first day for which it is given, if later than 1 April."""
    ends: Date | None = None
    """The last day for which it is given, if earlier than 31 March."""
    full_year: Amount | None = None
    """What it would be for the whole year, in pounds."""

    @model_validator(mode="after")
    def _states_a_sum(self) -> "Contributed":
        if self.amount is None and self.full_year is None:
            raise Fault("This contribution states no amount.", "State amount, or full_year with starts or ends.")
        if self.full_year is not None and self.starts is None and self.ends is None:
            raise Fault("A sum for the full year needs the days for which it is given.", "State starts or ends.", at="full_year")
        if self.starts and self.ends and self.ends < self.starts:
            raise Fault("The contribution ends before it starts.", "Check both dates.", at="ends")
        return self

    def days(self, year: Year) -> int:
        """Return the number of days in the year for which it is given, both ends counted."""
        return ((self.ends or year.last) - (self.starts or year.first)).days + 1

    def sum(self, year: Year) -> Money | Blank:
        """Return the sum for the year, in pence."""
        if self.amount is not None:
            return self.amount
        return Money(part_year(self.full_year or Money(0), self.days(year), days_of(year)).pence, self.path, self.place("full_year"))


class Apportioned(Terms):
    """A total that several sources give in shares."""

    total: Annotated[Amount | Blank, Blankable("the total of the contributions")]
    """The sum of them all, in pounds."""
    shares: Annotated[Shares, SharesOf("partners", "sources")]
    """Whose it is, in which shares."""

    @model_validator(mode="after")
    def _names_the_givers(self) -> "Apportioned":
        if self.shares.how != "named":
            remedy = "Name them: shares: {council: 50 %, icb: 50 %}."
            raise Fault(f"“{self.shares.how}” does not say who gives it.", remedy, at="shares")
        return self


@dataclass(frozen=True)
class OneOrOther:
    """Reads `{total, shares}` as `Apportioned`, and anything else as a map of sources."""

    def __get_pydantic_core_schema__(self, source: object, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        """Choose by the words that are reserved; two branches would give two faults for one slip."""
        chosen = core_schema.tagged_union_schema(
            {"total:": handler.generate_schema(Apportioned), "sources:": handler.generate_schema(BySource)}, self._tag
        )
        return core_schema.no_info_before_validator_function(lambda value: value, chosen)

    def __get_pydantic_json_schema__(self, schema: "CoreSchema", handler: "GetJsonSchemaHandler") -> dict[str, object]:
        """Return what an editor may accept."""
        return dict(handler(schema))

    def _tag(self, value: object) -> str:
        shared = isinstance(value, Apportioned) or (isinstance(value, Map) and any(word in value for word in RESERVED))
        return "total:" if shared else "sources:"


BySource = By[Annotated[Words, KeyOf("partners", "sources")], Contributed]
"""What each source gives to one scheme in one year."""
Contributions = By[FinancialYear, By[Annotated[Words, KeyOf("schemes")], Annotated[BySource | Apportioned, OneOrOther()]]]
"""Year, then scheme, then source: the amount in pounds, or a map of it; or a total with shares."""


def days_of(year: Year) -> int:
    """Return how many days a financial year has.

    >>> days_of(Year(2026)), days_of(Year(2027))
    (365, 366)
    """
    return (year.last - year.first).days + 1


def part_year(full: Money, days: int, of: int) -> Money:
    """Return the part of a sum for so many days of so many, to the nearest penny, half a penny upwards.

    >>> part_year(Money(36_500), 1, 365), part_year(Money(100), 1, 8), part_year(Money(-100), 1, 8)
    (Money(pence=100), Money(pence=13), Money(pence=-12))
    """
    return nearest(Fraction(full.pence * days, of))


def nearest(pence: Fraction) -> Money:
    """Return the nearest whole penny, half a penny upwards."""
    return Money((2 * pence.numerator + pence.denominator) // (2 * pence.denominator))


def outside(day: Day | None, year: Year) -> bool:
    """Whether a stated day lies outside a financial year."""
    return day is not None and not year.first <= day <= year.last


__all__ = ["Apportioned", "BySource", "Contributed", "Contributions", "Terms", "days_of", "nearest", "outside", "part_year"]
