"""Who decides, and how the agreement is watched, changed and ended.

In: the parts `governance`, `review`, `disputes`, `approvals`, `performance`, `consultation` and `lineage` of an agreement.
Out: the model of each.
"""

from dataclasses import dataclass
from typing import Annotated

from section75.facts.base import (
    Blank,
    Blankable,
    By,
    Choice,
    Date,
    Decide,
    Fact,
    Length,
    Line,
    Many,
    Passage,
    Proportion,
    Reference,
    Until,
    WhenKnown,
    Words,
)
from section75.facts.partners import Body, Partner

Members = By[Annotated[Partner | Body, Reference("partners", "bodies")], Many[Line]]


@dataclass(frozen=True, slots=True)
class Seat:
    """The posts that one partner or body puts on a board."""

    of: Partner | Body | Blank
    posts: tuple[Words, ...]


class Board(Fact):
    """A group of people that decides, advises or oversees."""

    name: Line
    """Its name."""
    short: Annotated[Line | Blank, Blankable("a short name for the {name}")]
    """What the documents call it, with its article: the Board."""
    kind: Annotated[Words, Choice("officers", "committee", "advisory")] = Words("officers")
    """Officers meeting with delegated powers, a joint committee (regulation 10), or advisory only."""
    existing: Decide = False
    """Whether it exists beside the agreement and is not set up by it."""
    role: Passage
    """What it does, in words that follow its name."""
    of: Many[Annotated[Partner | Body, Reference("partners", "bodies")]] = ()
    """The bodies whose group it is, where that is not all the partners."""
    members: Annotated[Members | Blank, Blankable("the members of the {name}")]
    """Posts by partner."""
    chair: Annotated[Line | Blank, Blankable("the chair of the {name}")]
    """Who chairs it."""
    quorum: Annotated[Line | Blank, Blankable("the quorum of the {name}")]
    """Who must be there."""
    votes: Annotated[Line | Blank, Blankable("how the {name} decides")]
    """How it decides."""
    meets: Annotated[Line | Blank, Blankable("how often the {name} meets")]
    """How often."""
    reports_to: Line | None = None
    """The key of the body it reports to."""
    may: Many[Line] = ()
    """What it may decide."""

    @property
    def term(self) -> Words:
        """The short name without its article: the defined term."""
        said = self.name if isinstance(self.short, Blank) else self.short
        return Words(said.removeprefix("the "), said.path, said.place)

    @property
    def seats(self) -> tuple[Seat, ...] | Blank:
        """Who sits on it: the posts of each partner or body."""
        if isinstance(self.members, Blank):
            return self.members
        return tuple(Seat(body, posts) for body, posts in self.members.items())


class DisputeStep(Fact):
    """One step of the dispute ladder."""

    to: Line
    """To whom the dispute goes."""
    within: Annotated[Length | Blank, Blankable("the time for {to} to settle a dispute")]
    """How long that step may take."""


class Approval(Fact):
    """A partner's own decision to make the agreement."""

    partner: Annotated[Partner, Reference("partners")]
    """Whose decision."""
    body: Line
    """Who decides for it."""
    asked: Date | None = None
    """The meeting to which the report went."""
    given: Annotated[Date | Blank, Blankable("the date on which the {body} approved the agreement")]
    """When it was approved; a report alone is no approval."""
    on: Annotated[Date | Blank | None, Blankable("the date on which the {body} decided")] = None
    """The same, where no report is recorded."""
    minute: Annotated[Line | Blank, Blankable("the minute of the {body}")]
    """The minute or decision number."""
    delegated_to: Line | None = None
    """The post to which the details were left."""


class Review(Fact):
    """When the partners look at the agreement."""

    every: Annotated[Line | Blank, Blankable("how often the agreement is reviewed")]
    """How often."""
    by: Annotated[Until | Blank, Blankable("when each review is due")]
    """By when."""
    first: Date | None = None
    """The first review, if it comes earlier."""
    after: Length | None = None
    """How long after the commencement the first review is."""
    to: Line | None = None
    """The key of the body that receives the report."""


class Measure(Fact):
    """A performance measure."""

    name: Line
    """What is measured."""
    baseline: Annotated[Line | Blank, Blankable("the baseline for {name}")]
    """Where it stood at the start."""
    target: Annotated[Line | Blank, Blankable("the target for {name}")]
    """Where it is to be."""
    source: Annotated[Line | Blank, Blankable("the source of the data for {name}")]
    """Where the figures come from, and how often."""
    owner: Annotated[Partner | Blank, Reference("partners"), Blankable("who reports {name}")]
    """Who reports it."""


class Finding(Fact):
    """One result of a survey."""

    share: Proportion
    """How many of those who answered."""
    said: Line
    """What they said, in words that follow *that*."""


class Survey(Fact):
    """A survey held as part of consultation."""

    how: Line
    """How it was held."""
    opened: WhenKnown | None = None
    """When it opened."""
    closed: WhenKnown | None = None
    """When it closed."""
    found: Many[Finding] = ()
    """What it found."""


class Consultation(Fact):
    """Consultation before the agreement is made (SI 2000/617, regulation 4(2))."""

    position: Annotated[Words, Choice("done", "planned", "no separate consultation", "exempt")] = Words("done")
    """Whether it was held."""
    because: Line | None = None
    """Why none was held, or the exemption relied on."""
    consulted: Annotated[Many[Line] | Blank, Blankable("who was consulted")]
    """Who was consulted."""
    opened: Annotated[WhenKnown | Blank, Blankable("when consultation opened")]
    """When it opened."""
    closed: Annotated[WhenKnown | Blank, Blankable("when consultation closed")]
    """When it closed."""
    found: Annotated[Passage | Blank, Blankable("what consultation found")]
    """What it found."""
    response: Annotated[Passage | Blank, Blankable("how what people said has been taken into account")]
    """How what people said has been taken into account."""
    survey: Survey | None = None
    """A survey held as part of it."""


class Earlier(Fact):
    """A document or decision that this agreement comes from or stands beside."""

    title: Line
    """Its title."""
    kind: Annotated[Words, Choice("agreement", "deed", "letter", "memorandum", "report", "decision", "plan")]
    """What it is."""
    of: Many[Annotated[Partner | Body, Reference("partners", "bodies")]] = ()
    """Who made it."""
    when: Annotated[WhenKnown | Blank, Blankable("the date of {title}")]
    """Its date."""
    effect: Annotated[Words, Choice("precedes", "replaces", "extends", "varies", "continues", "ended", "planned")]
    """What it is to this agreement: it precedes it, is replaced by it, continues beside it, and so on."""
    ends: Date | None = None
    """When it ended or ends."""
    year: Line | None = None
    """The year in which it was made, where only that is known."""
    by: Length | None = None
    """For an extension, by how long."""
    covers: Many[Line] = ()
    """The services it was for, where they are not those of this agreement."""
