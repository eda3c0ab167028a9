"""A council's house style: what `templates/houses/<council>/house.yaml` may say.

In: the house's file laid over the default house's. Out: `HouseStyle`. Structure only; its sentences stand in texts beside it.
"""

from typing import Annotated

from section75.facts.base import By, Choice, Fact, Line, Many, Words


class ReportStyle(Fact):
    """How a council orders and numbers its reports."""

    order: Many[Line]
    """The sections, in order; each is a text of that name."""
    boxed: Many[Line] = ()
    """The sections that stand together in a ruled box."""
    under_implications: Line | None = None
    """The section under which the report's implications stand, each with its own heading."""
    titles: By[Line, Line] = By({})
    """The heading of each section; a section without one has none."""
    sections: Annotated[Words, Choice("none", "1.", "1.0")] = Words("none")
    """How sections are numbered."""
    paragraphs: Annotated[Words, Choice("none", "1.1", "(1)", "1.")] = Words("none")
    """How the numbered words of a section are numbered; none leaves plain lists, 1. 2. 3."""
    recommendations: Annotated[Words, Choice("1.", "(i)", "(a)", "a)", "1)")] = Words("1.")
    """How recommendations are numbered."""


class HouseStyle(Fact):
    """A council's style."""

    name: Line
    """The council."""
    clauses: Annotated[Words, Choice("decimal", "alpha")] = Words("decimal")
    """1, 1.1, 1.1.1, (a), (i); or 1, 1.1, (a), (i), (A)."""
    report: ReportStyle
    """How it orders and numbers its reports."""
