"""Parts of a report that some councils print: who brings it, figures with their sources, planned work, care pathways.

In: the maps `by`, `figures`, `timetable`, `pathways` and `settings` of a report. Out: the model of each.
A figure that the report states more than once is kept here once; one that a later count corrected keeps both, each with its date.
"""

from typing import Annotated

from pydantic import model_validator

from section75.facts.base import Amount, Blank, Blankable, Decide, Fact, Fault, Line, Many, Number, Proportion, WhenKnown


class Author(Fact):
    """Who brings the report: a member with the portfolio, or an officer with the post."""

    name: Annotated[Line | Blank, Blankable("who brings the report")]
    """The name."""
    post: Annotated[Line | Blank, Blankable("the post or portfolio of {name}")]
    """The post, or the member's portfolio."""


class Constituent(Fact):
    """One of the parts that a figure is made up of."""

    number: Number
    """How many."""
    what: Line
    """Of what, in words that follow the number."""


class Figure(Fact):
    """A figure that the report gives as evidence: exactly one of a number, an amount or a share."""

    number: Number | None = None
    """A whole number."""
    amount: Amount | None = None
    """An amount, in pounds and pence."""
    share: Proportion | None = None
    """A share of a whole."""
    approximate: Decide = False
    """Whether it is approximate."""
    as_at: WhenKnown | None = None
    """The date at which it was right."""
    source: Line | None = None
    """Where it comes from."""
    parts: Many[Constituent] = ()
    """What it is made up of; the parts of a number sum to it."""

    @model_validator(mode="after")
    def _one_value_that_adds_up(self) -> "Figure":
        stated = [value for value in (self.number, self.amount, self.share) if value is not None]
        if len(stated) != 1:
            raise Fault("A figure is one number, one amount or one share.", "State one of number, amount and share.")
        total = sum(part.number for part in self.parts)
        if self.parts and total != self.number:
            raise Fault(f"The parts sum to {total}, not to {self.number}.", "Check the figure and its parts.", at="parts")
        return self


class Milestone(Fact):
    """Something done or planned, and when."""

    what: Line
    """What."""
    when: Annotated[Line | Blank, Blankable("when: {what}")]
    """When, in the words of the report: June 2012, within 6 months, after April 2013."""
    by: Line | None = None
    """Who answers for it."""
    pathways: Many[Number] = ()
    """The numbers of the care pathways that it concerns."""


class Pathway(Fact):
    """A care pathway, or care cluster, by which mental health services are commissioned."""

    number: Number
    """Its national number."""
    name: Line
    """What it is called."""


class CareSetting(Fact):
    """A part of the service in which care pathways are delivered."""

    name: Line
    """What it is called."""
    says: Line
    """What it does, in words that follow its name."""
    pathways: Many[Number]
    """The numbers of the care pathways delivered there."""
