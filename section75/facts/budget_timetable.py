"""The steps by which the contributions of the next year are set.

In: the list `budget_timetable` of an agreement. Out: `BudgetStep`.
"""

from typing import Annotated

from section75.facts.base import Blank, Blankable, Fact, Line
from section75.facts.days import DayOfYear


class BudgetStep(Fact):
    """One step, with the day of every year by which it is done."""

    step: Line
    """What is done: first proposal of the contributions."""
    by: Annotated[DayOfYear | Blank, Blankable("the day by which “{step}” is done")]
    """The day and month by which it is done, before the year that it concerns begins or in it."""
    done_by: Annotated[Line | Blank, Blankable("who does “{step}”")]
    """Who does it: each partner, the host, a post or a body, in words."""
