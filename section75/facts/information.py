"""How information about people is shared: the roles of the partners, the law for each purpose, and how long it is kept.

In: the part `information` of an agreement. Out: `Information`. The lawful basis and the condition for data about health are conclusions of
a data protection officer (UK GDPR, articles 6 and 9; before 25 May 2018, Data Protection Act 1998, schedules 2 and 3): none is proposed.
"""

from typing import Annotated

from section75.facts.base import Blank, Blankable, Fact, Line, unstated


class LegalBases(Fact):
    """The lawful basis, and the condition for data about health, purpose by purpose."""

    referral: Annotated[Line | Blank, Blankable("the basis and condition for referral and assessment")]
    """To decide who is eligible and what they need."""
    placements: Annotated[Line | Blank, Blankable("the basis and condition for placements")]
    """To approve, arrange, pay for and review services bought for one person together."""
    care: Annotated[Line | Blank, Blankable("the basis and condition for care")]
    """To plan, provide or arrange and review care, where there are no such services."""
    payment: Annotated[Line | Blank, Blankable("the basis and condition for payment")]
    """To check and pay what is due between partners."""
    safeguarding: Annotated[Line | Blank, Blankable("the basis and condition for safeguarding and complaints")]
    """To protect people, to answer complaints and to learn."""
    staff: Annotated[Line | Blank, Blankable("the basis and condition for staff data")]
    """To direct and support staff who work for more than one partner."""


class Kept(Fact):
    """How long records are kept, with the event from which the time runs: *8 years after the last contact*."""

    care: Annotated[Line | Blank, Blankable("the period for records of care")]
    """Records of referral, assessment, placements and care."""
    safeguarding: Annotated[Line | Blank, Blankable("the period for safeguarding and complaints")]
    """Records of safeguarding, complaints and incidents."""
    staff: Annotated[Line | Blank, Blankable("the period for staff records")]
    """Records of staff who work for more than one partner."""


class Information(Fact):
    """How information is shared."""

    roles: Annotated[Line | Blank, Blankable("whether the partners are joint or independent controllers")]
    """Joint controllers, independent controllers, or controller and processor."""
    agreement: Line | None = None
    """The information sharing agreement that applies."""
    requests: Line | None = None
    """Who answers requests."""
    bases: LegalBases = unstated(LegalBases, "information.bases")
    """The law for each purpose."""
    kept: Kept = unstated(Kept, "information.kept")
    """How long records are kept."""
