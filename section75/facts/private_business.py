"""That a part of a meeting of the executive is to be held in private (SI 2012/2089, regulation 5).

In: the part `private` of a report. Out: `PrivateBusiness`. Nothing in it is guessed: what is not stated is a blank.
"""

from typing import Annotated

from section75.facts.base import Blank, Blankable, Date, Fact, Line, Passage


class PrivateBusiness(Fact):
    """The two notices of private business, and what was said to them; or who agreed that it could not wait for them."""

    notice: Annotated[Date | Blank, Blankable("the date of the notice that a part of the meeting is to be private")]
    """The day of the first notice, 28 clear days before the meeting."""
    second_notice: Annotated[Date | Blank, Blankable("the date of the second notice that a part of the meeting is to be private")]
    """The day of the second notice, five clear days before the meeting, with what was said against it and the answer."""
    reasons: Annotated[Passage | Blank, Blankable("why a part of the meeting is to be private")]
    """Why it is to be private, in words that follow *because*."""
    representations: Annotated[Passage | Blank, Blankable("what was said against holding a part of the meeting in private")]
    """What anybody said against it; *None* where nobody said anything."""
    response: Annotated[Passage | Blank, Blankable("the answer to what was said against holding a part of the meeting in private")]
    """The answer to that; *None was needed* where nothing was said."""
    agreed_by: Line | None = None
    """Where there was no time for the notices: the chair who agreed that the private part is urgent and cannot reasonably be deferred."""
    agreed_on: Date | None = None
    """When that chair agreed."""
