"""Staff of one partner who work for another: what `staff` of `agreement.yaml` may say.

In: the map `staff` of an agreement. Out: `Staff`, frozen, with the establishment of its posts.
"""

from dataclasses import dataclass
from typing import Annotated

from section75.facts.base import Amount, Blank, Blankable, By, Choice, Fact, Length, Line, Many, Reference, WhenKnown, Words
from section75.facts.partners import Partner


@dataclass(frozen=True, slots=True)
class Establishment:
    """How many of one post."""

    post: Words
    number: Words | Blank


class Staff(Fact):
    """Staff of one partner who work for another."""

    how: Annotated[Words, Choice("secondment", "section 113", "transfer", "co-location")]
    """How they are held."""
    of: Annotated[Partner, Reference("partners")]
    """Their employer."""
    to: Annotated[Partner, Reference("partners")]
    """The partner for which they work."""
    posts: By[Line, Annotated[Line | Blank, Blankable("how many")]] = By({})
    """How many of each post."""
    directs: Annotated[Line | Blank, Blankable("who directs the staff")]
    """The post that directs them day to day."""
    professional_lead: Annotated[Line | Blank, Blankable("the professional lead of the staff")]
    """The post that leads them professionally."""
    base: Annotated[Line | Blank, Blankable("where the staff are based")]
    """Where they are based."""
    consulted: Annotated[WhenKnown | Blank, Blankable("when each of the staff was consulted")]
    """When each of them was consulted: before a placing (Local Government Act 1972, section 113)."""
    starts: Annotated[WhenKnown | Blank, Blankable("the day from which the staff are placed or transferred")]
    """From when they work for it, or are transferred to it."""
    notice: Annotated[Length | Blank, Blankable("the notice to end the placing of the staff")]
    """Notice to end the placing of all of them."""
    under: Annotated[Line | Blank, Blankable("the law under which the staff transfer")]
    """The law under which they transfer: the TUPE regulations, or a scheme under an Act."""
    employer_keeps: Many[Line] = ()
    """What their employer keeps."""
    vacancies: Line | None = None
    """Who fills vacancies."""
    pension: Line | None = None
    """Their pension scheme."""
    costs: Line | None = None
    """Who pays for them."""
    cost: Amount | None = None
    """What they and their accommodation cost a year, in pounds."""
    ends: Line | None = None
    """What becomes of them at the end."""
    approved_professionals: Annotated[Line | Blank, Blankable("how many of these posts, or none")]
    """How many of the posts have holders who act as approved mental health professionals, where the agreement is for such services."""

    @property
    def establishment(self) -> tuple[Establishment, ...]:
        """Each post with its number."""
        return tuple(Establishment(post, number) for post, number in self.posts.items())
