"""What models of facts are built from, in one place.

In: nothing. Out: `Fact`, the annotations of its fields, and `read_model`; the models import from here and nowhere else.
"""

from section75.facts.fact import Assumption, Fact, unstated
from section75.facts.faults import Fault
from section75.facts.kinds import (
    Afresh,
    Amount,
    Blankable,
    Choice,
    Date,
    Decide,
    FinancialYear,
    Length,
    Line,
    Number,
    Passage,
    Proportion,
    Until,
    WhenKnown,
)
from section75.facts.many import By, Keyed, Many, Variant
from section75.facts.reading import read_facts, read_model
from section75.facts.references import KeyOf, Reference, SharesOf, keep
from section75.facts.values import (
    Blank,
    BlankChoice,
    Count,
    Day,
    Deadline,
    Money,
    Month,
    Percent,
    Period,
    Share,
    Shares,
    When,
    Words,
    Year,
)

__all__ = [
    "Afresh", "Amount", "Assumption", "Blank", "BlankChoice", "Blankable", "By", "Choice", "Count", "Date", "Day",
    "Deadline", "Decide", "Fact", "Fault", "FinancialYear", "KeyOf", "Keyed", "Length", "Line", "Many", "Money",
    "Month", "Number", "Passage", "Percent", "Period", "Proportion", "Reference", "Share", "Shares", "SharesOf",
    "Until", "Variant", "When", "WhenKnown", "Words", "Year", "keep", "read_facts", "read_model", "unstated",
]  # fmt: skip
