"""What follows from the facts: who exercises whose functions, who pays, and which kinds of clause that calls for.

In: an `Agreement`. Out: `Arrangement`, the flags and roles that templates ask for. Each is worked out from facts, never from the
title of the agreement, and its docstring is what `explain` prints.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from section75.facts.blanks import Blank
from section75.facts.dates import Day
from section75.facts.key_dates import KeyDates

if TYPE_CHECKING:
    from section75.facts.agreement import Agreement
    from section75.facts.governance import Earlier
    from section75.facts.partners import Partner, Side
    from section75.facts.services import Contract, Function, Scheme


@dataclass(frozen=True, slots=True)
class Exercise:
    """Functions of one side that a partner of the other exercises, in one scheme."""

    owner: Side
    by: Partner
    functions: tuple[Function, ...]
    scheme: Scheme


@dataclass(frozen=True)
class Arrangement:
    """What follows from the facts of one agreement."""

    agreement: Agreement

    @property
    def dates(self) -> KeyDates:
        """The days that follow from the term."""
        return KeyDates(self.agreement)

    # ------------------------------------------------------------------ sides

    @property
    def council(self) -> Side | None:
        """The council side: the one council, or the group of councils."""
        return self._side(tuple(partner for partner in self.agreement.partners.values() if partner.is_council))

    @property
    def nhs(self) -> Side | None:
        """The NHS side: the one NHS body, or the group of them."""
        return self._side(tuple(partner for partner in self.agreement.partners.values() if partner.is_nhs))

    @property
    def care_council(self) -> Side | None:
        """The councils that have social services functions, which a district council has not; one council, or the group of them."""
        councils = tuple(partner for partner in self.agreement.partners.values() if partner.is_council)
        return self._side(tuple(partner for partner in councils if partner.type != "district council")) or self.council

    def _side(self, partners: tuple[Partner, ...]) -> Side | None:
        if len(partners) == 1:
            return partners[0]
        groups = self.agreement.groups.values()
        return next((group for group in groups if set(group.members) == set(partners)), None)

    @property
    def several(self) -> bool:
        """Three or more partners."""
        return len(self.agreement.partners) > 2  # noqa: PLR2004 - two is the least there can be

    @property
    def deciding(self) -> tuple[Partner, ...]:
        """The partners whose own decision to make the agreement is stated."""
        return tuple(approval.partner for approval in self.agreement.approvals)

    @property
    def nhs_trusts(self) -> tuple[Partner, ...]:
        """The partners that are NHS trusts and not foundation trusts; their commissioners' consent may be needed."""
        return tuple(partner for partner in self.agreement.partners.values() if partner.is_nhs_trust)

    # ------------------------------------------------------------------ functions

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """Each scheme's functions that its lead exercises for their owner."""
        return tuple(exercise for scheme in self.agreement.schemes.values() for exercise in _exercises(scheme))

    @property
    def by_council(self) -> tuple[Exercise, ...]:
        """NHS functions that a council exercises (regulation 9)."""
        return tuple(exercise for exercise in self.exercises if exercise.by.is_council)

    @property
    def by_nhs(self) -> tuple[Exercise, ...]:
        """Health-related functions that an NHS body exercises (regulation 8)."""
        return tuple(exercise for exercise in self.exercises if exercise.by.is_nhs)

    @property
    def delegated(self) -> bool:
        """Whether any partner exercises another's functions."""
        return bool(self.exercises)

    @property
    def lead(self) -> Partner | None:
        """The partner that leads every scheme, if one does."""
        leads = {scheme.lead.key: scheme.lead for scheme in self.agreement.schemes.values()}
        return next(iter(leads.values())) if len(leads) == 1 else None

    @property
    def commissioned(self) -> bool:
        """Whether a lead buys services from providers."""
        return any(scheme.commissioned for scheme in self.agreement.schemes.values())

    @property
    def provided(self) -> bool:
        """Whether a lead provides services itself."""
        return any(scheme.provided for scheme in self.agreement.schemes.values())

    @property
    def contracts(self) -> tuple[Contract, ...]:
        """The contracts with providers of all its schemes."""
        return tuple(contract for scheme in self.agreement.schemes.values() for contract in scheme.contracts)

    @property
    def no_contracts(self) -> bool:
        """Whether it is settled, of each scheme that is bought from providers, that no contract exists when it begins."""
        bought = [scheme for scheme in self.agreement.schemes.values() if scheme.commissioned]
        return bool(bought) and all(scheme.no_contracts for scheme in bought)

    @property
    def mental_health(self) -> bool:
        """Whether any function is under the Mental Health Act 1983."""
        return self._under("Mental Health Act")

    @property
    def children(self) -> bool:
        """Whether any function is under an Act about children."""
        return self._under("Child")

    def _under(self, words: str) -> bool:
        """Return whether any function is under an Act with these words in its name; one that is not known yet is not."""
        acts = [function.act for function in self.agreement.functions.values()]
        return any(words in act for act in acts if not isinstance(act, Blank))

    # ------------------------------------------------------------------ money

    @property
    def pooled(self) -> bool:
        """Whether there is a pooled fund (regulation 7)."""
        return any(fund.kind == "pooled" for fund in self.agreement.funds.values())

    @property
    def aligned(self) -> bool:
        """Whether there is an aligned fund."""
        return any(fund.kind == "aligned" for fund in self.agreement.funds.values())

    @property
    def placements(self) -> tuple[Scheme, ...]:
        """The schemes in which two partners pay for one person's service together."""
        return tuple(scheme for scheme in self.agreement.schemes.values() if scheme.placements)

    @property
    def pays(self) -> bool:
        """Whether money passes otherwise than through a pool: functions are exercised for another, or placements are shared."""
        unpooled = any(fund.kind == "not pooled" for fund in self.agreement.funds.values())
        return unpooled or bool(self.placements) or any(not self._from_a_pool(exercise.scheme) for exercise in self.exercises)

    def _from_a_pool(self, scheme: Scheme) -> bool:
        return bool(scheme.fund) and self.agreement.funds[scheme.fund or ""].kind == "pooled"

    @property
    def better_care_fund(self) -> bool:
        """Whether it is a Better Care Fund agreement."""
        return self.agreement.better_care_fund

    # ------------------------------------------------------------------ people and form

    @property
    def has_staff(self) -> bool:
        """Whether staff of one partner work for another."""
        return bool(self.agreement.staff)

    @property
    def seconded(self) -> bool:
        """Whether staff are seconded."""
        return self._held("secondment")

    @property
    def placed(self) -> bool:
        """Whether staff are placed at another's disposal (Local Government Act 1972, section 113)."""
        return self._held("section 113")

    @property
    def transferring(self) -> bool:
        """Whether staff transfer."""
        return self._held("transfer")

    def _held(self, how: str) -> bool:
        return any(staff.how == how for staff in self.agreement.staff.values())

    @property
    def many_schemes(self) -> bool:
        """Whether there are two or more schemes, or it is a framework."""
        return len(self.agreement.schemes) > 1 or self.framework

    @property
    def framework(self) -> bool:
        """Whether schemes may be added in its term."""
        return self.agreement.kind == "framework"

    @property
    def memorandum(self) -> bool:
        """Whether it is a memorandum that does not bind."""
        return self.agreement.kind == "memorandum"

    @property
    def deed(self) -> bool:
        """Whether it is executed as a deed."""
        return self.agreement.form == "deed"

    @property
    def full(self) -> bool:
        """Whether it is in the full form and not the short one."""
        return self.agreement.extent == "full"

    @property
    def replaces(self) -> tuple[Earlier, ...]:
        """The earlier agreements that this one replaces."""
        return tuple(earlier for earlier in self.agreement.lineage.values() if earlier.effect == "replaces")

    @property
    def continues(self) -> tuple[Earlier, ...]:
        """The agreements that continue beside this one."""
        return tuple(earlier for earlier in self.agreement.lineage.values() if earlier.effect == "continues")

    @property
    def before(self) -> tuple[Earlier, ...]:
        """What this agreement comes from or stands beside: its lineage without what has extended this agreement itself since."""
        return tuple(earlier for earlier in self.agreement.lineage.values() if not self.extended_by(earlier))

    def extended_by(self, earlier: Earlier) -> bool:
        """Return whether something of the lineage extends this agreement itself: it then ends after this agreement has begun."""
        begins = self.agreement.term.commencement
        return earlier.effect == "extends" and isinstance(begins, Day) and earlier.ends is not None and earlier.ends > begins

    @property
    def renews(self) -> bool:
        """Whether it replaces an earlier agreement."""
        return bool(self.replaces)


def _exercises(scheme: Scheme) -> tuple[Exercise, ...]:
    owners: dict[str, list[Function]] = {}
    for function in scheme.delegated:
        if function.of is not scheme.lead:
            owners.setdefault(function.of.key, []).append(function)
    return tuple(Exercise(functions[0].of, scheme.lead, tuple(functions), scheme) for functions in owners.values())
