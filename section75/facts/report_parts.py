"""Parts of a report that only some councils' papers have: members to ask, who stands behind it, who has seen it, a review's brief.

In: the parts `members`, `sign_off`, `circulation` and `reviewed` of a report. Out: the model of each.
"""

from typing import Annotated

from section75.facts.base import Blank, Blankable, Date, Fact, Line, Many, Passage, Reference, WhenKnown
from section75.facts.governance import Earlier


class Member(Fact):
    """A member of the executive to ask, beside the officer."""

    name: Annotated[Line | Blank, Blankable("the member to ask")]
    """The member's name."""
    portfolio: Line | None = None
    """What the member answers for."""
    telephone: Line | None = None
    """A telephone number."""
    email: Line | None = None
    """An e-mail address."""


class Signatory(Fact):
    """Someone who stands behind the report: its author, a head of service, a director, the portfolio holder."""

    role: Line
    """What he or she is to the report: Report Author, Head of Service."""
    name: Annotated[Line | Blank, Blankable("the {role}")]
    """The name."""
    telephone: Line | None = None
    """A telephone number."""
    email: Line | None = None
    """An e-mail address."""
    cleared: Annotated[Date | Blank, Blankable("OFFICER TO COMPLETE: the date of clearance by the {role}")]
    """The day on which he or she cleared it."""


class Circulation(Fact):
    """The members who saw the report before it was published."""

    local: Annotated[Line | Blank, Blankable("the local members who saw the report")]
    """Local members, or that there are none to ask."""
    others: Many[Line] = ()
    """Other members, by surname."""


class Improvement(Fact):
    """One thing that a review found must be better."""

    area: Line
    """What it is about, in a word or two."""
    words: Passage | None = None
    """What must be better, in words that go on from the area."""


class Objective(Fact):
    """One thing that a review was asked to do."""

    words: Passage
    """What, beginning with a verb."""
    parts: Many[Line] = ()
    """Its parts, if it has any."""


class Brief(Fact):
    """The review of an agreement: who made it, what it was asked, and what it found must be better."""

    by: Annotated[Line | Blank, Blankable("who carried out the review")]
    """Who carried it out."""
    asked_from: WhenKnown | None = None
    """The beginning of the term that it was asked about."""
    asked_to: WhenKnown | None = None
    """The end of that term."""
    vision: Line | None = None
    """What the services are to be, in words that go on *so that* with the aims of the agreement."""
    of: Annotated[Earlier | None, Reference("lineage")] = None
    """The agreement that was reviewed, by its key in the lineage."""
    pending: Annotated[Earlier | None, Reference("lineage")] = None
    """The extension that runs until its outcome is known, by its key in the lineage."""
    scope: Many[Passage] = ()
    """What it looked at."""
    objectives: Many[Objective] = ()
    """What it was asked to do."""
    benefits: Many[Passage] = ()
    """What was expected to come of it."""
    improvements: Many[Improvement] = ()
    """What it found must be better."""
