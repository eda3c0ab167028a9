"""What is done: functions Act by Act, and the schemes in which they are exercised.

In: the maps `functions` and `schemes` of an agreement. Out: `Function`, `Scheme` and what a scheme holds.
The Regulations know no labels such as lead commissioning: who exercises whose functions decides (SI 2000/617, regulations 7 to 9).
"""

from dataclasses import dataclass
from typing import Annotated

from pydantic_core.core_schema import ValidationInfo

from section75.facts.base import (
    Amount,
    Blank,
    Blankable,
    Choice,
    Date,
    Decide,
    Fact,
    Fault,
    Keyed,
    KeyOf,
    Length,
    Line,
    Many,
    Number,
    Passage,
    Reference,
    Share,
    Shares,
    SharesOf,
    WhenKnown,
    Words,
)
from section75.facts.contract_value import ContractValue
from section75.facts.dowries import Dowry
from section75.facts.finance import Payment
from section75.facts.headings import Headings
from section75.facts.history import Spent
from section75.facts.partners import Group, Partner, Post, Side
from section75.facts.phrases import Glue, Phrase, listed
from section75.facts.references import context_of
from section75.facts.steps import OverspendStep, UnderspendStep


class Function(Fact):
    """Functions of one partner, or of each partner of a group, under one Act."""

    of: Annotated[Side, Reference("partners", "groups")]
    """The partner or group whose function it is in law."""
    act: Annotated[Line | Blank, Blankable("Act that confers the function")]
    """The Act, with its year."""
    sections: Annotated[Many[Line] | Blank, Blankable("the sections of the {act}")]
    """The sections that confer it."""
    covers: Annotated[Passage | Blank, Blankable("what the function is")]
    """What it is, in words that follow *the function of*."""
    excluding: Many[Line] = ()
    """What is not included."""
    head: Line | None = None
    """The paragraph of regulation 5 or 6 under which it may be included."""
    known_as: Line | None = None
    """What reports call it, where that is not what the law calls it."""

    @property
    def is_nhs(self) -> bool:
        """Whether it is a function of an NHS body."""
        return self.of.members[0].is_nhs

    @property
    def citation(self) -> Phrase:
        """*sections 3 and 3A of the National Health Service Act 2006*."""
        if isinstance(self.sections, Blank):
            return Phrase((self.sections,))
        if not self.sections:
            return Phrase((self.act,))
        noun = "section " if len(self.sections) == 1 and " " not in self.sections[0] else "sections "
        if self.sections[0].startswith(("Part", "Schedule")):
            noun = ""
        return Phrase((Glue(noun), *listed(self.sections).parts, Glue(" of the "), self.act))


class Budget(Spent):
    """One earlier year's budget and what was spent."""

    year: Line
    """The financial year."""
    outturn: Annotated[Amount | Blank, Blankable("the outturn of {year}")]
    """What was spent, in pounds."""


class Activity(Fact):
    """What the service is and costs now, as reported before the agreement."""

    approximate: Decide = False
    """Whether the figures are approximate."""
    spend: Annotated[Amount | Blank, Blankable("what all partners spend a year")]
    """What all partners together spend a year, in pounds."""
    council_spend: Annotated[Amount | Blank, Blankable("what the council spends a year")]
    """What the council spends of that a year, in pounds."""
    people: Annotated[Number | Blank, Blankable("how many people are supported")]
    """How many people are supported."""
    as_at: WhenKnown | None = None
    """The date of the figures."""
    budgets: Keyed[Budget] = Keyed({})
    """Budget and outturn of earlier years."""


@dataclass(frozen=True, slots=True)
class Portion:
    """One bearer's share of a cost."""

    bearer: Side
    share: Share


class Split(tuple[Portion, ...]):
    """How a cost is split, in the order stated; the shares sum to the whole."""

    __slots__ = ()


class SplitOf(SharesOf):
    """Named shares with the partners and groups that bear them: `Annotated[Split, SplitOf("partners", "groups")]`."""

    def _read(self, value: object, info: ValidationInfo) -> object:
        shares = super()._read(value, info)
        if not isinstance(shares, Shares):
            return shares
        if shares.how != "named":
            raise Fault(f"“{shares.how}” does not name the bearers.", "Write {council: 50 %, icb: 50 %}.")
        context = context_of(info)
        found = [(context.find(self.names, bearer), share) for bearer, share in shares.named.items()]
        return Split(Portion(bearer, share) for bearer, share in found if isinstance(bearer, Partner | Group) and isinstance(share, Share))


class Placements(Fact):
    """Services bought for one person at a time and paid for by two partners."""

    split: Annotated[Split | Blank, SplitOf("partners", "groups"), Blankable("how the cost is split")]
    """How the cost of each is split; a group's share falls on the member responsible for the person."""
    whatever: Many[Line] = ()
    """Settings, for instance, that make no difference to the split."""
    approved_by: Annotated[Partner, Reference("partners")]
    """Whose approval each needs before it is bought."""
    sourced_by: Annotated[Partner, Reference("partners")]
    """Who finds a provider."""
    team: Annotated[Line | Blank, Blankable("the team that finds placements")]
    """The team that finds a provider."""
    paid_by: Annotated[Partner | Blank, Reference("partners"), Blankable("the partner that pays providers")]
    """Who pays the provider, and recovers the others' shares."""
    invoiced: Annotated[Words | Blank, Choice("month", "Quarter"), Blankable("month or Quarter")]
    """After the end of each of which the others have their invoices."""
    sole: Annotated[Side | None, Reference("partners", "groups")] = None
    """Who may also buy for itself, at its own cost and without approval."""


class Contract(Fact):
    """A contract with a provider."""

    provider: Line
    """The provider."""
    service: Line
    """What it provides."""
    holder: Annotated[Partner, Reference("partners")]
    """The partner that holds the contract."""
    starts: Annotated[Date | Blank, Blankable("the start of the contract with {provider}")]
    """When it began or begins."""
    value: Annotated[Amount | Blank, Blankable("the yearly value of the contract with {provider}")]
    """Its value a year, in pounds."""
    regime: Annotated[Line | Blank, Blankable("the law under which the contract with {provider} was awarded")]
    """The procurement law under which it was awarded."""
    notice: Annotated[Length | Blank, Blankable("the notice to end the contract with {provider}")]
    """The notice to end it early."""
    consent: Annotated[Line | Blank, Blankable("the consent that the contract with {provider} needs to be moved")]
    """The consent that its treatment needs, and whether it has been given."""
    expiry: Annotated[Date | Blank, Blankable("the end of the contract with {provider}")]
    """When it ends."""
    treatment: Annotated[Words, Choice("stays", "novated", "assigned", "managed", "ends")] = Words("stays")
    """What becomes of it under the agreement."""


class Eligibility(Fact):
    """Who may have the service, and who decides."""

    instrument: Annotated[Line | Blank, Blankable("the eligibility criteria")]
    """The law or policy that sets the criteria."""
    assessor: Annotated[Line | Blank, Blankable("who assesses eligibility")]
    """Who assesses."""


class Scheme(Fact):
    """One service or set of services, with its own people, functions, money and lead."""

    name: Line
    """What it is called."""
    fund: Annotated[Words | None, KeyOf("funds")] = None
    """The key of the fund it is paid from, if any."""
    lead: Annotated[Partner, Reference("partners")]
    """The partner that runs it: lead commissioner, or provider."""
    officer: Post | None = None
    """The post that runs it day to day."""
    mode: Annotated[Words | None, Choice("commissions", "provides", "both")] = None
    """Whether the lead buys from providers, provides itself, or both. Left out: it buys if providers are named."""
    functions: Many[Annotated[Function, Reference("functions")]] = ()
    """The functions exercised in it, by their keys."""
    delegated: Many[Annotated[Function, Reference("functions")]] = ()
    """Those of them that the lead exercises for their owner; the rest stay where they are."""
    aims: Annotated[Many[Line] | Blank, Blankable("the aims of {name}")]
    """What it is for."""
    outcomes: Annotated[Many[Line] | Blank, Blankable("the outcomes of {name}")]
    """What will be different, so that it can be measured."""
    people: Annotated[Passage | Blank, Blankable("the people whom {name} serves")]
    """Whom it serves."""
    area: Line | None = None
    """Where."""
    services: Annotated[Many[Line] | Blank, Blankable("the services of {name}")]
    """The kinds of service."""
    specification: Annotated[Line | Blank, Blankable("the title, version and date of the service specification")]
    """The specification of the service: its title, version and date."""
    exclusions: Many[Line] = ()
    """What it does not include."""
    settings: Many[Line] = ()
    """Where people live while they receive it."""
    providers: Many[Line] = ()
    """Who provides it."""
    lasts: Length | None = None
    """The longest time for which one person receives it."""
    framework: Line | None = None
    """The framework of providers from which it is bought."""
    referrers: Line | None = None
    """Who refers people to it."""
    eligibility: Eligibility | None = None
    """Who may have it."""
    activity: Activity | None = None
    """What it is and costs now."""
    placements: Placements | None = None
    """Services bought for one person at a time and paid for by two partners."""
    contracts: Many[Contract] = ()
    """Contracts with providers."""
    contract_value: ContractValue | None = None
    """What it is to cost over the years of its contract."""
    dowries: Keyed[Dowry] = Keyed({})
    """Money that moves into its fund with people who left beds."""
    no_contracts: Decide = False
    """Whether it is settled that no contract with a provider exists when it begins."""
    payment_covers: Annotated[Line | Blank, Blankable("the costs that the payment covers")]
    """What a payment by one partner to its lead is for, where functions are exercised and the money passes outside any pool."""
    payments: Many[Payment] = ()
    """When those payments are made, where it has no fund."""
    reserve: Amount | None = None
    """Its reserve in pounds, where it has no fund and its own steps draw on one."""
    accounting: Annotated[Line | Blank, Blankable("the accounting treatment of this scheme")]
    """How it is shown in the accounts of each partner."""
    overspend: Many[OverspendStep] = ()
    """Where it departs from its fund."""
    underspend: Many[UnderspendStep] = ()
    """Where it departs from its fund."""
    starts: Date | None = None
    """If later than the agreement."""
    ends: Date | None = None
    """If earlier than the agreement."""
    notice: Length | None = None
    """Notice to end it alone."""
    headings: Headings = Headings()
    """What its schedule says under a heading, in place of what the facts say."""

    @property
    def retained(self) -> tuple[Function, ...]:
        """Its functions that are not delegated."""
        return tuple(function for function in self.functions if function not in self.delegated)

    @property
    def commissioned(self) -> bool:
        """Whether its lead buys from providers."""
        return self.mode in ("commissions", "both") or (self.mode is None and bool(self.providers))

    @property
    def provided(self) -> bool:
        """Whether its lead provides it itself."""
        return self.mode in ("provides", "both") or (self.mode is None and not self.providers)


__all__ = ["Activity", "Contract", "Function", "Group", "Placements", "Scheme"]
