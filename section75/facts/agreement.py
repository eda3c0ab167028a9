"""The facts of one agreement: what `agreement.yaml` may say.

In: `agreements/<name>/agreement.yaml`, read by `section75.facts.base`. Out: `Agreement`, frozen.
The order of its fields is the order of reference: a field may only point at what stands above it.
"""

from dataclasses import dataclass
from typing import Annotated, Final

from pydantic import model_validator

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
    Keyed,
    KeyOf,
    Line,
    Many,
    Passage,
    Words,
    keep,
)
from section75.facts.better_care import BetterCarePlan
from section75.facts.finance import Contributions, Fund, Source
from section75.facts.governance import Approval, Board, Consultation, DisputeStep, Earlier, Measure, Review
from section75.facts.partners import Body, Group, Partner
from section75.facts.people import ApprovedProfessionals
from section75.facts.risks import RiskAssessment
from section75.facts.services import Function, Scheme
from section75.facts.staff import Staff
from section75.facts.term import Periods, Term

FAMILIES: Final = {
    "partners": {},
    "authority": {
        "partner": "Party", "partners": "Parties", "host": "Host", "scheme": "Individual Service", "contribution": "Financial Contribution",
    },
    "council-icb": {"partner": "Party", "partners": "Parties", "host": "Host", "manager": "Pooled Fund Manager", "officer": "Lead Officer"},
}  # fmt: skip


class Lexicon(Fact):
    """How this agreement names things; what is not stated comes from the drafting family."""

    family: Annotated[Words, Choice("partners", "authority", "council-icb")] = Words("partners")
    """The drafting family whose words are used."""
    partner: Line | None = None
    """Instead of Partner."""
    partners: Line | None = None
    """Instead of Partners."""
    host: Line | None = None
    """Instead of Host Partner."""
    pooled_fund: Line | None = None
    """Instead of Pooled Fund."""
    aligned_fund: Line | None = None
    """Instead of Aligned Fund."""
    scheme: Line | None = None
    """Instead of Scheme."""
    manager: Line | None = None
    """Instead of Pool Manager."""
    contribution: Line | None = None
    """Instead of Contribution."""
    officer: Line | None = None
    """Instead of Authorised Officer."""
    service_user: Line | None = None
    """Instead of Service User."""

    def said(self, name: str) -> str | None:
        """Return what this agreement says for a word of the first family, or nothing where it says the same."""
        return getattr(self, name) or FAMILIES[self.family].get(name)


class Information(Fact):
    """How information is shared."""

    roles: Annotated[Line | Blank, Blankable("whether the partners are joint or independent controllers")]
    """Joint controllers, independent controllers, or controller and processor."""
    agreement: Line | None = None
    """The information sharing agreement that applies."""
    requests: Line | None = None
    """Who answers requests."""


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
    house: Line = Words("default")
    """The council whose style it is printed in: a folder of templates/houses."""
    law_as_at: Annotated[Date | Blank, Blankable("the date of the law")]
    """The date at which the law is stated."""
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
    later_years: Passage | None = None
    """How the contributions of later years are set."""
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
