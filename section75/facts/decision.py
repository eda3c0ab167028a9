"""Parts of a report that only some kinds of decision need, and what was decided: reasons, changes, options, results, an end, overlays.

In: the parts of those names of a report. Out: the model of each. What is only known when the decision has been taken is a blank till then.
"""

from typing import Annotated

from section75.facts.base import Blank, Blankable, Choice, Date, Decide, Fact, Line, Many, Passage, WhenKnown, Words


class Change(Fact):
    """One term of the agreement that the decision makes or alters."""

    term: Line
    """What it is about: the last day, the services, the shares."""
    now: Annotated[Passage | Blank, Blankable("the present term: {term}")]
    """What holds now; for a new agreement, that nothing does."""
    proposed: Annotated[Passage | Blank, Blankable("the proposed term: {term}")]
    """What is proposed."""


class Course(Fact):
    """One of the options that were considered."""

    name: Line
    """What it is called: Do nothing, Let the agreement end."""
    says: Passage | None = None
    """What it would be, in a sentence without its stop."""
    advantages: Many[Line] = ()
    """What speaks for it."""
    disadvantages: Many[Line] = ()
    """What speaks against it."""
    cost: Annotated[Line | Blank, Blankable("the cost of the option: {name}")]
    """What it would cost."""
    recommended: Decide = False
    """Whether it is the one recommended."""
    rejected_because: Annotated[Passage | Blank, Blankable("why it is not recommended: {name}")]
    """Why it is not recommended, if it is not."""


class Result(Fact):
    """How the service did against one measure."""

    measure: Line
    """What is measured."""
    period: Annotated[Line | Blank, Blankable("the period of the result: {measure}")]
    """The period that the result covers."""
    value: Annotated[Line | Blank, Blankable("the result: {measure}")]
    """The result, with its unit."""
    target: Line | None = None
    """What was aimed at."""
    source: Annotated[Line | Blank, Blankable("the source of the result: {measure}")]
    """Where the result comes from."""


class Exit(Fact):
    """How an agreement ends, and what becomes of what it holds."""

    route: Annotated[Words | Blank, Choice("expiry", "notice", "mutual", "partial"), Blankable("how the agreement ends")]
    """By running out without renewal, by notice, by agreement of all partners, or as to one part of it only."""
    part: Line | None = None
    """The part that ends, where only a part does."""
    ends: Annotated[Date | Blank, Blankable("the day on which the agreement ends")]
    """The last day."""
    notice: Annotated[Date | Blank, Blankable("the day on which notice is given")]
    """The day on which notice is given, where the route is notice."""
    replaced_by: Annotated[Line | Blank, Blankable("what takes the place of the agreement")]
    """What takes its place: a memorandum of understanding, a service level agreement, a new agreement, a contract, nothing."""
    functions: Annotated[Passage | Blank, Blankable("how functions return to the partner that has them")]
    """How functions return."""
    staff: Annotated[Passage | Blank, Blankable("what becomes of the staff")]
    """What becomes of staff."""
    records: Annotated[Passage | Blank, Blankable("what becomes of the records")]
    """What becomes of records."""
    money: Annotated[Passage | Blank, Blankable("what becomes of money and assets")]
    """What becomes of money and assets."""
    contracts: Annotated[Passage | Blank, Blankable("what becomes of contracts with providers")]
    """What becomes of contracts."""


class Urgency(Fact):
    """Why the decision cannot wait for the notice that the law asks for (SI 2012/2089, regulations 10 and 11)."""

    route: Annotated[Words | Blank, Choice("general exception", "special urgency", "constitution"), Blankable("the rule of urgency")]
    """By which rule: regulation 10, regulation 11, or a rule of the constitution alone."""
    rules: Many[Line] = ()
    """The rules of the constitution relied on."""
    because: Annotated[Passage | Blank, Blankable("why the decision is urgent")]
    """Why, in words that follow *because*."""
    agreed_by: Annotated[Line | Blank, Blankable("who was told or agreed that the decision is urgent")]
    """Who was told, or agreed."""
    agreed_on: Annotated[Date | Blank, Blankable("the day on which that person was told or agreed")]
    """When."""
    published: Annotated[Date | Blank, Blankable("the day on which the notice that the decision is urgent is published")]
    """The day on which the notice of it, with the reasons, is published and open to the public at the council’s offices."""
    no_call_in: Decide = False
    """Whether the decision is not to be called in."""


class Retrospective(Fact):
    """That approval is asked for what has begun already."""

    since: Annotated[Date | Blank, Blankable("the day from which the arrangements have been in effect")]
    """The day on which it began."""
    because: Annotated[Passage | Blank, Blankable("why approval was not asked for before that day")]
    """Why approval was not asked for before, in words that follow *because*."""


class Correction(Fact):
    """What was wrong in an earlier published report or decision, and what is right."""

    of: Annotated[Line | Blank, Blankable("the paper that is corrected")]
    """The paper that is corrected."""
    published: Annotated[WhenKnown | Blank, Blankable("the day on which the paper that is corrected was published")]
    """When it was published."""
    said: Annotated[Passage | Blank, Blankable("what the paper said")]
    """What it said."""
    should_say: Annotated[Passage | Blank, Blankable("what the paper should have said")]
    """What it should have said."""


class Decided(Fact):
    """What was decided (SI 2012/2089, regulations 12 and 13). All of it is a blank until the decision has been taken."""

    outcome: Annotated[
        Words | Blank, Choice("as recommended", "with changes", "deferred", "refused"), Blankable("OFFICER TO COMPLETE: the decision")
    ]
    """Whether what was recommended was decided."""
    words: Many[Passage] = ()
    """What was decided, limb by limb, where it is not what was recommended."""
    on: Annotated[Date | Blank, Blankable("OFFICER TO COMPLETE: the date of the decision")]
    """The day of the decision."""
    reasons: Annotated[Many[Passage] | Blank, Blankable("OFFICER TO COMPLETE: the reasons for the decision")]
    """The reasons for it."""
    rejected: Annotated[Many[Passage] | Blank, Blankable("OFFICER TO COMPLETE: the other options considered and rejected at the meeting")]
    """The options that were considered and rejected when the decision was taken."""
    interests: Annotated[Line | Blank, Blankable("OFFICER TO COMPLETE: interests declared, and any dispensation granted")]
    """Interests declared and dispensations granted; *None* if there are none."""
    published: Annotated[Date | Blank, Blankable("OFFICER TO COMPLETE: the date on which the record is published")]
    """The day on which the record is published."""
    effective: Annotated[Date | Blank, Blankable("OFFICER TO COMPLETE: the date from which the decision has effect")]
    """The day from which it has effect, when it can no longer be called in."""
    call_in: Annotated[Line | Blank, Blankable("OFFICER TO COMPLETE: whether the decision is subject to call-in")]
    """Whether it is subject to call-in, and until when."""


class Notice(Fact):
    """The notice of a decision to come (SI 2012/2089, regulation 9)."""

    published: Annotated[Date | Blank, Blankable("the date on which notice of the decision is published")]
    """The day on which it is published, 28 clear days before the decision."""
    agenda: Annotated[Date | Blank, Blankable("the date on which the agenda and the report are published")]
    """The day on which the agenda and the report are published, five clear days before the meeting."""
    members: Annotated[Line | Blank, Blankable("the members of the body that decides")]
    """The names of the members of the body, or of the member who decides."""
    reason: Annotated[Line | Blank, Blankable("why the decision is a key decision")]
    """Why it is a key decision: expenditure, savings, a significant effect in two or more divisions."""
    address: Annotated[Line | Blank, Blankable("the address from which documents can be had")]
    """Where documents can be had."""
    lead_member: Line | None = None
    """The member who answers for it."""
    consultees: Many[Line] = ()
    """Whom the council asks, where they are not those of the agreement's consultation."""
