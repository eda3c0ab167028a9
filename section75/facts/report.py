"""The facts of one Cabinet or committee report: what `reports/<date>-<body>.yaml` may say.

In: the file, and the agreement it speaks of. Out: `Report`. Its parties, money, shares and groups are the agreement's, never typed again.
"""

from typing import Annotated, Final

from pydantic import model_validator

from section75.facts.attachments import Appendix, Paper
from section75.facts.base import (
    Blank,
    Blankable,
    By,
    Choice,
    Date,
    Decide,
    Fact,
    Fault,
    FinancialYear,
    Keyed,
    Line,
    Many,
    Passage,
    Reference,
    Words,
)
from section75.facts.decision import Change, Correction, Course, Decided, Exit, Notice, Result, Retrospective, Urgency
from section75.facts.evidence import Author, CareSetting, Figure, Milestone, Pathway
from section75.facts.governance import Earlier
from section75.facts.partners import Group
from section75.facts.private_business import PrivateBusiness
from section75.facts.report_parts import Brief, Circulation, Member, Signatory
from section75.facts.risks import Risk
from section75.facts.telling import Advice, Comment, EqualityPosition, comments_of
from section75.facts.waivers import Waivers

KINDS: Final = (
    *("propose", "consult", "approve", "annual refresh", "review", "update", "scrutiny", "extend", "renew", "vary", "novate", "merge"),
    *("end", "performance"),
)
"""What a decision may be."""

VERBS: Final = (
    *("Agree", "Approve", "Authorise", "Delegate", "Endorse", "Note", "Comment", "Consider", "Recommend", "Accept", "Extend", "End"),
    *("Cease", "Direct", "Enter", "Give", "Host", "Invoke", "Renew", "Reverse", "Set", "Terminate"),
)
"""What a decision maker may do."""


class Meeting(Fact):
    """Who decides, and when."""

    body: Annotated[Line | Blank, Blankable("the body that decides")]
    """The body, or the member, that decides."""
    date: Annotated[Date | Blank, Blankable("the date of the meeting")]
    """The day of the meeting or decision."""
    member: Decide = False
    """Whether one member decides alone, outside a meeting."""
    members: Line | None = None
    """What its members are called in the words before recommendations, where they are asked: Cabinet Committee members."""


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
    because: Line | None = None
    """Why it is not a key decision, if it is not (SI 2012/2089, regulation 18)."""


class Recommendation(Fact):
    """One limb of what the decision maker is asked to do."""

    verb: Annotated[Words, Choice(*VERBS)]
    """What the decision maker does."""
    delegate: Many[Line] = ()
    """The posts to which something is left, if it is."""
    held_by: Many[Line] = ()
    """Who holds those posts, where no other fact names them; not printed."""
    words: Passage
    """What follows the verb, and the posts if there are any; without a stop."""
    lists: Annotated[Group | None, Reference("groups")] = None
    """A group of partners, listed after the words."""
    consulting: Many[Line] = ()
    """The posts that whoever it is left to must consult first."""
    acceptable_to: Many[Line] = ()
    """The posts to which the terms must be acceptable."""
    extends: Annotated[Earlier | None, Reference("lineage")] = None
    """The extension that is agreed, by its key in the agreement's lineage: its length and last day follow the words."""
    covers_term: Decide = False
    """Whether the months of the agreement's own term follow the words."""

    @property
    def opening(self) -> str:
        """The first word after the verb: whether a clause follows (*that*, *to*), a preposition (*on*, *into*) or a thing."""
        return str(self.words).partition(" ")[0]


class Report(Fact):
    """The facts of one report."""

    kind: Annotated[Words, Choice(*KINDS)]
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
    areas: Annotated[Areas | Blank, Blankable("the areas affected")]
    """The parts of the area that it affects."""
    contacts: Annotated[Many[Contact] | Blank, Blankable("the contact officer")]
    """Whom to ask."""
    members: Many[Member] = ()
    """Members to ask."""
    key_decision: Annotated[KeyDecision | Blank, Blankable("whether it is a key decision")]
    """Whether it is a key decision."""
    purpose: Passage | None = None
    """What the report is for, in words that begin with *To*, where its front says so."""
    recommendations: Many[Recommendation]
    """What the decision maker is asked to do."""
    appendices: Many[Appendix] = ()
    """What is attached."""
    implications: Many[Line] = ()
    """The implications that it has, in the order in which they are told."""
    background_papers: Annotated[Many[Paper] | Blank, Blankable("the background papers")]
    """What it relies on."""
    by: Many[Author] = ()
    """Who brings it, where the front names people: the member first, then the officer."""
    sections: Many[Line] = ()
    """Its sections in order, where they are not those of the house; each is a text of that name."""
    titles: By[Line, Line] = By({})
    """Headings of sections that differ from those of its council's other reports, or that those have not."""
    figures: Keyed[Figure] = Keyed({})
    """Figures that it gives as evidence."""
    timetable: Keyed[Milestone] = Keyed({})
    """What has been done and is planned, and when."""
    pathways: Many[Pathway] = ()
    """The care pathways that it speaks of, in the order of their numbers."""
    settings: Keyed[CareSetting] = Keyed({})
    """The parts of the service in which the pathways are delivered."""
    no_implications: Many[Line] = ()
    """The sections in which officers find no significant implications: the council's own sentence says so there."""
    risks: Many[Risk] = ()
    """The risks that it names."""
    position: Many[Passage] = ()
    """How the partners work together now or how the agreement has gone, and why the decision is needed: one paragraph each."""
    without_it: Passage | None = None
    """What would follow if what is asked for were not done or, where the agreement is to end, the risks of that."""
    first_year: FinancialYear | None = None
    """The financial year for which it says what each partner pays in; left out, the first of the agreement's contributions."""
    budget_effect: Passage | None = None
    """The cost or saving of the decision to the council, year by year, and the budget from which it is met."""
    advice: Advice = Advice()
    """The comments of officers on money, law and tax."""
    consulted: Passage | None = None
    """Who was consulted on a decision other than to make or vary the agreement: how, when, what was said, and what came of it."""
    equality: EqualityPosition = EqualityPosition()
    """What an officer says of the equality analysis."""
    reasons: Many[Passage] = ()
    """The reasons for what is recommended."""
    case_for_change: Many[Passage] = ()
    """Why things are not to stay as they are, or what a review found."""
    changes: Many[Change] = ()
    """The terms that the decision makes or alters."""
    options: Many[Course] = ()
    """The options that were considered."""
    results: Many[Result] = ()
    """How the service has done."""
    ending: Exit | None = None
    """How the agreement ends, if it is to end."""
    urgency: Urgency | None = None
    """Why the decision cannot wait, if it is urgent."""
    retrospective: Retrospective | None = None
    """That it asks for approval of what has begun, if it does."""
    correction: Correction | None = None
    """What it corrects, if it does."""
    notice: Notice = Notice.model_validate({})
    """What the notice of the decision says beside what the report says."""
    private: PrivateBusiness = PrivateBusiness.model_validate({})
    """That a part of the meeting is to be private, where an appendix is exempt."""
    decided: Decided = Decided.model_validate({})
    """What was decided."""
    reviewed: Brief | None = None
    """The review that it reports, if it reports one."""
    sign_off: Many[Signatory] = ()
    """Who stands behind it."""
    circulation: Circulation | None = None
    """Who saw it before it was published."""
    waive: Waivers = By({})
    """Findings of rules that are let stand in the report, its record and its notice, by the rule's id, each with the reason."""

    @property
    def equality_appendix(self) -> Appendix | None:
        """The appendix that is the equality analysis."""
        return next((appendix for appendix in self.appendices if appendix.equality), None)

    @property
    def compliance_appendix(self) -> Appendix | None:
        """The appendix that shows where the agreement deals with what the Regulations ask."""
        return next((appendix for appendix in self.appendices if appendix.compliance), None)

    @property
    def comments(self) -> tuple[Comment, ...]:
        """Every comment of an officer, signed with name and date."""
        return comments_of(self.advice, self.equality)

    @property
    def exempt_appendices(self) -> tuple[Appendix, ...]:
        """The appendices that are kept from the public."""
        return tuple(appendix for appendix in self.appendices if appendix.exempt)

    @model_validator(mode="after")
    def _prints_one_appendix_at_most(self) -> "Report":
        for second in [appendix for appendix in self.appendices if appendix.compliance][1:]:
            raise Fault("Another appendix shows compliance already.", "Keep one of the two.", place=second.place("compliance"))
        return self

    @model_validator(mode="after")
    def _names_pathways_that_there_are(self) -> "Report":
        known = {pathway.number for pathway in self.pathways}
        holders: tuple[CareSetting | Milestone, ...] = (*self.settings.values(), *self.timetable.values())
        for holder in holders:
            for number in holder.pathways:
                if number not in known:
                    raise Fault(f"There is no care pathway {number}.", "Add it under pathways.", place=holder.place("pathways"))
        return self
