"""The facts of one Cabinet or committee report: what `reports/<date>-<body>.yaml` may say.

In: the file, and the agreement it speaks of. Out: `Report`. Its parties, money, shares and groups are the agreement's, never typed again.
"""

from typing import Annotated

from section75.facts.base import Blank, Blankable, Choice, Date, Decide, Fact, Line, Many, Passage, Reference, Words
from section75.facts.partners import Group


class Meeting(Fact):
    """Who decides, and when."""

    body: Annotated[Line | Blank, Blankable("the body that decides")]
    """The body, or the member, that decides."""
    date: Annotated[Date | Blank, Blankable("the date of the meeting")]
    """The day of the meeting or decision."""


class Areas(Fact):
    """The parts of the area that the decision affects."""

    term: Line = Words("Areas")
    """What the council calls them: Electoral Divisions, Wards."""
    affected: Annotated[Line | Blank, Blankable("the areas affected")]
    """Which."""


class Contact(Fact):
    """An officer to ask."""

    name: Annotated[Line | Blank, Blankable("the contact officer")]
    """The officer's name."""
    post: Line | None = None
    """The officer's post."""
    telephone: Line | None = None
    """A telephone number."""
    email: Line | None = None
    """An e-mail address."""


class KeyDecision(Fact):
    """Whether it is a key decision (SI 2012/2089, regulation 8), and what the constitution requires."""

    is_key: Decide
    """Whether it is one."""
    standing_order: Line | None = None
    """The standing order that was complied with."""
    reference: Line | None = None
    """Its number in the forward plan."""


class Recommendation(Fact):
    """One limb of what the decision maker is asked to do."""

    verb: Annotated[Words, Choice(
        "Agree", "Approve", "Authorise", "Delegate", "Endorse", "Note", "Comment", "Consider", "Recommend", "Accept", "Extend", "End",
    )]  # fmt: skip
    """What the decision maker does."""
    delegate: Many[Line] = ()
    """The posts to which something is left, if it is."""
    words: Passage
    """What follows the verb, and the posts if there are any; without a stop."""
    lists: Annotated[Group | None, Reference("groups")] = None
    """A group of partners, listed after the words."""


class Appendix(Fact):
    """A paper attached to the report."""

    label: Line
    """Its letter or number."""
    title: Line
    """Its title."""
    equality: Decide = False
    """Whether it is the equality analysis."""
    exempt: Decide = False
    """Whether it is kept from the public."""


class Paper(Fact):
    """A background paper (Local Government Act 1972, section 100D)."""

    title: Line
    """Its title."""
    date: Annotated[Line | Blank, Blankable("the date of {title}")]
    """Its date."""
    contact: Annotated[Line | Blank, Blankable("the contact for {title}")]
    """Whom to ask for it."""


class Report(Fact):
    """The facts of one report."""

    kind: Annotated[Words, Choice(
        "propose", "consult", "approve", "annual refresh", "review", "update", "scrutiny", "extend", "renew", "vary", "novate", "merge",
        "end", "performance",
    )]  # fmt: skip
    """What the decision is."""
    house: Line
    """The council whose style it is printed in."""
    title: Line
    """Its title."""
    meeting: Meeting
    """Who decides, and when."""
    report_of: Annotated[Line | Blank, Blankable("the post that submits the report")]
    """The post that submits it."""
    status: Line | None = None
    """Whether it is open: Part I, Unrestricted."""
    areas: Areas
    """The parts of the area that it affects."""
    contacts: Annotated[Many[Contact] | Blank, Blankable("the contact officer")]
    """Whom to ask."""
    key_decision: KeyDecision
    """Whether it is a key decision."""
    recommendations: Many[Recommendation]
    """What the decision maker is asked to do."""
    appendices: Many[Appendix] = ()
    """What is attached."""
    implications: Many[Line] = ()
    """The implications that it has, in the order in which they are told."""
    background_papers: Annotated[Many[Paper] | Blank, Blankable("the background papers")]
    """What it relies on."""

    @property
    def equality_appendix(self) -> Appendix | None:
        """The appendix that is the equality analysis."""
        return next((appendix for appendix in self.appendices if appendix.equality), None)
