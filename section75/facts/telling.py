"""What only officers can tell in a report: advice and what an equality analysis found, each in their own words.

In: the parts `advice` and `equality` of a report. Out: `Comment`, words signed with name and date, and the models of the parts.
Nothing here has a default: what no officer has said is a blank.
"""

from section75.facts.base import Date, Fact, Line, Passage
from section75.facts.phrases import Glue, Phrase


class Comment(Fact):
    """What an officer says, with name and date."""

    says: Passage
    """In the officer's words."""
    by: Line
    """The officer's name and post."""
    on: Date
    """The date on which it was said."""
    source: Line | None = None
    """Where its figures come from."""

    @property
    def signed(self) -> Phrase:
        """What the officer says, with name, date and source."""
        source = (Glue("; source: "), self.source) if self.source else ()
        return Phrase((self.says, Glue(" ("), self.by, Glue(", "), self.on, *source, Glue(")")))


class Advice(Fact):
    """The comments of officers on whose advice the decision rests."""

    finance: Comment | None = None
    """The chief finance officer's."""
    legal: Comment | None = None
    """The legal officer's."""
    conditions: Comment | None = None
    """The legal advice on the two conditions of section 75: improvement and consultation (SI 2000/617, regulation 4)."""
    tax: Comment | None = None
    """The advice on value added tax and accounting."""


class EqualityPosition(Fact):
    """What an officer says of the equality analysis of the decision (Equality Act 2010, section 149)."""

    made: Comment | None = None
    """Whether one was made and where it is, or why not, where none is attached."""
    found: Comment | None = None
    """What it found, and what follows from it."""


def comments_of(advice: Advice, equality: EqualityPosition) -> tuple[Comment, ...]:
    """Return every comment that has been given."""
    every = (advice.finance, advice.legal, advice.conditions, advice.tax, equality.made, equality.found)
    return tuple(comment for comment in every if comment)
