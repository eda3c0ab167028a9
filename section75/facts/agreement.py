"""The facts of one agreement: what `agreement.yaml` may say.

In: `agreements/<name>/agreement.yaml`, read by `section75.facts.base`. Out: `Agreement`, frozen.
The order of its fields is the order of reference: a field may only point at what stands above it.
"""

from dataclasses import dataclass
from typing import Annotated

from pydantic import ValidationInfo, model_validator

from section75.facts.arrangement import Arrangement
from section75.facts.base import (
    Afresh,
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
    KeyOf,
    Line,
    Many,
    Passage,
    Words,
    keep,
    unstated,
)
from section75.facts.better_care import BetterCarePlan
from section75.facts.budget_timetable import BudgetStep
from section75.facts.context import Context
from section75.facts.finance import Contributions, Fund, Source
from section75.facts.governance import Approval, Board, Consultation, DisputeStep, Earlier, Measure, Review
from section75.facts.history import History
from section75.facts.information import Information
from section75.facts.lexicon import Lexicon
from section75.facts.line_checks import line_faults
from section75.facts.particulars import Drafter, Vat, YearEnd
from section75.facts.partners import Body, Group, Partner
from section75.facts.people import ApprovedProfessionals
from section75.facts.reserves import Reserve
from section75.facts.risks import RiskAssessment
from section75.facts.services import Function, Scheme
from section75.facts.staff import Staff
from section75.facts.stated_totals import StatedTotals
from section75.facts.term import Periods, Term
from section75.facts.uplifts import Uplifts
from section75.facts.waivers import Waivers


class Ending(Fact):
    """What becomes of things when the agreement ends."""

    contracts: Line | None = None
    """Contracts with providers."""
    assets: Line | None = None
    """Assets."""
    surplus: Line | None = None
    """Money left."""
    staff: Line | None = None
    """Staff."""
    records: Line | None = None
    """Records."""


@dataclass(frozen=True, slots=True)
class Resources:
    """What one partner gives other than money."""

    of: Partner
    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Cover:
    """One partner's insurance."""

    of: Partner
    covers: Words


class Clauses(Fact):
    """Choices about single clauses."""

    leave_out: Many[Line] = ()
    """Clauses of the library that this agreement leaves out, by id."""
    not_used: Many[Line] = ()
    """Clauses that keep their number and say Not used."""
    because: By[Line, Passage] = By({})
    """Why the agreement departs from the library's model wording of a clause or schedule, by its id."""


class Agreement(Fact):
    """The facts of one agreement."""

    title: Line
    """What the agreement is called."""
    subject: Annotated[Passage | Blank, Blankable("what the agreement is for")]
    """What it is for, in words that follow *for*."""
    kind: Annotated[Words, Choice("agreement", "framework", "memorandum")]
    """An agreement; a framework, to which schemes may be added; or a memorandum that does not bind."""
    form: Annotated[Words, Choice("deed", "under hand")]
    """How it is executed."""
    extent: Annotated[Words, Choice("full", "short")] = Words("full")
    """The full form; or the short one, for one service of two partners without a transfer of staff."""
    better_care_fund: Decide = False
    """Whether it is a Better Care Fund agreement."""
    compliance_schedule: Decide = False
    """Whether a schedule shows where it deals with each thing that the Regulations ask."""
    house: Line = Words("default")
    """The council whose style it is printed in: a folder of templates/houses."""
    law_as_at: Annotated[Date | Blank, Blankable("the date of the law")]
    """The date at which the law is stated."""
    executed_on: Annotated[Date | Blank, Blankable("the date of this agreement"), Afresh]
    """The day on which it is executed: the date on its cover."""
    drafted_by: Drafter = unstated(Drafter, "drafted_by")
    """The lawyers who hold it."""
    renews: Line | None = None
    """The folder of the agreement that this one renews."""

    partners: Annotated[Keyed[Partner], keep("partners")]
    """The bodies that make the agreement."""
    groups: Annotated[Keyed[Group], keep("groups")] = Keyed({})
    """Partners of one kind that the document speaks of together."""
    bodies: Annotated[Keyed[Body], keep("bodies")] = Keyed({})
    """Bodies that are named and are not partners."""
    lexicon: Lexicon = Lexicon()
    """How this agreement names things."""
    term: Term
    """From when, until when."""
    periods: Annotated[Periods | Blank, Blankable("periods")]
    """How long things take."""
    lineage: Keyed[Earlier] = Keyed({})
    """What this agreement comes from or stands beside."""
    replaces: Many[Line] = ()
    """Earlier agreements that it replaces, in words."""
    purpose: Annotated[Many[Line] | Blank, Blankable("the aims of the agreement")]
    """What it is for: each aim."""
    outcomes: Annotated[Many[Line] | Blank, Blankable("the agreed outcomes")]
    """What will be different."""
    improvement: Annotated[Passage | Blank, Blankable("why the arrangements are likely to lead to an improvement")]
    """Why the arrangements are likely to improve the way the functions are exercised (regulation 4(1))."""
    consultation: Annotated[Consultation | Blank, Blankable("the consultation held"), Afresh]
    """Consultation before it is made."""
    functions: Annotated[Keyed[Function], keep("functions")] = Keyed({})
    """Functions, Act by Act."""
    governance: Annotated[Keyed[Board], keep("governance")] = Keyed({})
    """Who decides, advises and oversees."""
    sources: Annotated[Keyed[Source], keep("sources")] = Keyed({})
    """Grants and minimums from which partners pay."""
    funds: Annotated[Keyed[Fund], keep("funds")] = Keyed({})
    """Pooled and other funds."""
    schemes: Annotated[Keyed[Scheme], keep("schemes")] = Keyed({})
    """Services, each with its people, functions, money and lead."""
    better_care_plan: Annotated[BetterCarePlan | Blank, Blankable("the Better Care Fund plan")]
    """The Better Care Fund plan, if it is a Better Care Fund agreement."""
    contributions: Contributions = Contributions({})
    """What each source pays into each scheme, year by year."""
    indicative: Many[FinancialYear] = ()
    """The years whose contributions are for planning only and bind nobody."""
    uplifts: Uplifts = By({})
    """What was added to the contributions of the year before."""
    history: History = By({})
    """Budget and outturn of earlier years, by scheme or fund."""
    reserves: Annotated[Keyed[Reserve], keep("reserves")] = Keyed({})
    """Money set aside against overspends, of one fund or shared by several."""
    stated_totals: StatedTotals = By({})
    """Sums that the partners state elsewhere, to be compared with what the contributions come to."""
    later_years: Passage | None = None
    """How the contributions of later years are set."""
    budget_timetable: Many[BudgetStep] = ()
    """The steps by which the contributions of the next year are set."""
    vat: Vat = unstated(Vat, "vat")
    """How the money is treated for value added tax."""
    year_end: YearEnd = unstated(YearEnd, "year_end")
    """When the partners close their accounts together, where there is a pooled fund."""
    staff: Keyed[Staff] = Keyed({})
    """Staff of one partner who work for another."""
    approved_professionals: Annotated[
        ApprovedProfessionals | Blank, Blankable("how the service of approved mental health professionals is run")
    ]
    """How the service of approved mental health professionals is run, where mental health services are provided."""
    intellectual_property: Annotated[Words | None, Choice("the employer of its maker", "the partners jointly")] = None
    """Who owns what is made under the agreement; left out, the agreement says nothing of it."""
    resources: By[Annotated[Words, KeyOf("partners")], Many[Line]] = By({})
    """What each partner gives other than money."""
    information: Annotated[Information | Blank, Blankable("how information is shared")]
    """How information is shared."""
    insurance: By[Annotated[Words, KeyOf("partners")], Line] = By({})
    """Each partner's insurance."""
    performance: Keyed[Measure] = Keyed({})
    """Performance measures."""
    risk_assessment: RiskAssessment | None = None
    """How the partners assess risk together, if the agreement says so."""
    review: Annotated[Review | Blank, Blankable("when the agreement is reviewed")]
    """When the partners look at it."""
    disputes: Annotated[Many[DisputeStep] | Blank, Blankable("the dispute ladder")]
    """The steps of a dispute, in order."""
    complaints: Line | None = None
    """Who answers complaints."""
    ending: Ending = Ending()
    """What becomes of things at the end."""
    approvals: Annotated[Many[Approval], Afresh] = ()
    """Each partner's own decision to make the agreement."""
    clauses: Clauses = Clauses()
    """Choices about single clauses."""
    waive: Waivers = By({})
    """Findings of rules that are let stand in the agreement, by the rule's id, each with the reason."""

    @model_validator(mode="after")
    def _has_two_sides(self) -> "Agreement":
        """Refuse an agreement in which one side is missing, or is several partners that have no name together."""
        sides = {
            "a council": [partner for partner in self.partners.values() if partner.is_council],
            "an NHS body": [partner for partner in self.partners.values() if partner.is_nhs],
        }
        for a_body, side in sides.items():
            if not side:
                raise Fault(f"No partner is of the type of {a_body}.", "Add one, or correct a type.", at="partners")
        for a_body, side in sides.items():
            if len(side) > 1 and not any(set(group.members) == set(side) for group in self.groups.values()):
                keys = ", ".join(partner.key for partner in side)
                remedy = f"Declare a group of them: under groups, members: [{keys}]."
                raise Fault(f"Several partners are each {a_body}, and no group holds just these.", remedy, place=side[1].place())
        return self

    @model_validator(mode="after")
    def _has_sound_contributions(self, info: ValidationInfo) -> "Agreement":
        for fault in line_faults(self):
            if not isinstance(info.context, Context):
                raise fault
            info.context.refuse(fault.place, fault.message, fault.remedy)
        return self

    @model_validator(mode="after")
    def _is_short_only_if_simple(self) -> "Agreement":
        why = self._needs_the_full_form() if self.extent == "short" else None
        if why:
            raise Fault(f"The short form does not serve for {why}.", "Write “extent: full”.", at="extent")
        return self

    def _needs_the_full_form(self) -> str | None:
        arrangement = self.arrangement
        reasons = {
            "several schemes": arrangement.many_schemes,
            "three or more partners": arrangement.several,
            "a transfer of staff": arrangement.transferring,
        }
        return next((reason for reason, holds in reasons.items() if holds), None)

    @property
    def arrangement(self) -> Arrangement:
        """What follows from these facts."""
        return Arrangement(self)

    @property
    def covered(self) -> tuple[Cover, ...]:
        """Each partner's insurance, with the partner."""
        return tuple(Cover(self.partners[key], covers) for key, covers in self.insurance.items())

    @property
    def given(self) -> tuple[Resources, ...]:
        """What each partner gives other than money, with the partner."""
        return tuple(Resources(self.partners[key], items) for key, items in self.resources.items())
