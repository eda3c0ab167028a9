"""What the facts answer to each requirement of regulations 4, 7, 8 and 9 (SI 2000/617).

In: an `Agreement` and the id of a requirement (`reg8-2-a`). Out: `Answer`s: what the facts say, where, and what is wrong if they say that
there is none. The like requirements of the three regulations are answered by one function.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.facts.base import Blank, Day
from section75.facts.lines import lines_of
from section75.facts.required import POOLED, Answer, case_of, place_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from section75.facts.agreement import Agreement
    from section75.facts.base import Fact
    from section75.facts.finance import Fund
    from section75.facts.lines import Contribution
    from section75.facts.required import Case
    from section75.facts.services import Scheme


def answers(agreement: Agreement, requirement: str) -> tuple[Answer, ...]:
    """Return what the facts answer to a requirement; nothing where only the text of the agreement does."""
    return tuple(_ASKED[requirement](case_of(agreement, requirement))) if requirement in _ASKED else ()


def _field(holder: Fact, field: str, lack: str, remedy: str) -> Answer:
    return Answer(getattr(holder, field), holder.place(field), lack, remedy)


def _either(one: Answer, other: Answer) -> Answer:
    """Return the answer that is known, or else a blank, or else the first."""
    known = (answer for answer in (one, other) if not isinstance(answer.value, Blank) and answer.value)
    blank = (answer for answer in (one, other) if isinstance(answer.value, Blank))
    return next(known, None) or next(blank, one)


# ------------------------------------------------------------------ the like requirements of regulations 7(3), 8(2) and 9(3)


def _aims(case: Case) -> Iterator[Answer]:
    """Paragraph (a): aims and outcomes: those of the service, or of the whole agreement."""
    agreement = case.agreement
    for scheme in case.schemes:
        for field, whole in (("aims", "purpose"), ("outcomes", "outcomes")):
            own = _field(scheme, field, f"No {field} are agreed for {scheme.name}.", f"State its {field}.")
            yield _either(own, Answer(getattr(agreement, whole), place_of(agreement, whole)))


def _functions(case: Case) -> Iterator[Answer]:
    """Paragraph (c): the NHS functions and the health-related functions."""
    for fund in case.pools if case.regulation == POOLED else ():
        schemes = case.paid_from(fund)
        there = {function.is_nhs for scheme in schemes for function in scheme.functions}
        for nhs, what in ((True, "NHS functions"), (False, "health-related functions")):
            place = schemes[0].place("functions") if schemes else fund.place()
            lack = f"The {fund.name} pays for no {what}: the Regulations ask for both NHS functions and health-related functions."
            yield Answer(nhs in there or not schemes, place, lack, "Name them under the functions of a scheme that it pays for.")
    for function in {function.key: function for scheme in case.schemes for function in scheme.functions}.values():
        yield _field(
            function, "sections", f"No section of the {function.act} is named for this function.", "Name the sections, or write TBC."
        )


def _people(case: Case) -> Iterator[Answer]:
    """Paragraph (d): the people, and the kinds of service."""
    for scheme in case.schemes:
        yield _field(scheme, "people", f"Nothing says for whom {scheme.name} is.", "State the people, or write TBC.")
        yield _field(scheme, "services", f"No kind of service is named for {scheme.name}.", "State the kinds of service, or write TBC.")


def _duration(case: Case) -> Iterator[Answer]:
    """Paragraph (f): the duration."""
    term = case.agreement.term
    yield Answer((term.commencement, term.expiry), term.place("commencement"))


def _information(case: Case) -> Iterator[Answer]:
    """Paragraph (i): the sharing of information."""
    information = case.agreement.information
    yield Answer(information if isinstance(information, Blank) else information.roles, place_of(case.agreement, "information"))


def _payments(case: Case) -> Iterator[Answer]:
    """Paragraph (b) of regulations 8 and 9: what the owner of the functions pays to the one that exercises them, where no pool does."""
    pools = {fund.key for fund in case.pools}
    for exercise in case.exercises:
        scheme = exercise.scheme
        lines = [] if scheme.fund in pools or scheme.placements else _lines(case.agreement, scheme)
        if not lines:
            if scheme.fund not in pools and not scheme.placements:
                yield Answer((), scheme.place())
            continue
        theirs = tuple(line.amount for line in lines if line.payer in exercise.owner.members)
        place = next((line.amount.place for line in lines if line.amount.place), scheme.place())
        lack = f"For {scheme.name} {exercise.by.short} exercises functions of {exercise.owner.short}, which pays it nothing."
        yield Answer(theirs, place, lack, f"State what {exercise.owner.short} pays, or £0.")
    for scheme in case.schemes:
        if scheme.placements:
            yield Answer(scheme.placements.split, scheme.placements.place("split"))


def _own_functions(case: Case) -> Iterator[Answer]:
    """Regulations 8(1) and 9(1): the functions of the one that exercises them, in conjunction with which it does so."""
    for exercise in case.exercises:
        own = tuple(function for function in exercise.scheme.functions if exercise.by in function.of.members)
        lack = f"For {exercise.scheme.name} {exercise.by.short} exercises functions of another and none of its own."
        remedy = "Name under functions the one of its own in conjunction with which it does so."
        yield Answer(own, exercise.scheme.place("functions"), lack, remedy)


# ------------------------------------------------------------------ regulation 7 alone


def _both_sides(case: Case) -> Iterator[Answer]:
    """Regulation 7(1): an NHS body and a local authority contribute."""
    for fund in case.pools:
        lines = _of_fund(case, fund)
        for paying, what in (
            ([line for line in lines if line.payer.is_nhs], "NHS body"),
            ([line for line in lines if line.payer.is_council], "council"),
        ):
            lack = f"No {what} contributes to the {fund.name}, so it is no pooled fund."
            yield Answer(bool(paying) or not lines, fund.place(), lack, "State the contribution, or call the fund aligned.")


def _contributions(case: Case) -> Iterator[Answer]:
    """Regulation 7(3)(b): what each partner contributes."""
    for fund in case.pools:
        lack = f"Nobody contributes to the {fund.name}."
        yield Answer(
            tuple(line.amount for line in _of_fund(case, fund)), fund.place(), lack, "State the contributions to its schemes, or TBC."
        )


def _of_fund(case: Case, fund: Fund) -> list[Contribution]:
    return [line for scheme in case.paid_from(fund) for line in _lines(case.agreement, scheme)]


def _lines(agreement: Agreement, scheme: Scheme) -> list[Contribution]:
    return [line for line in lines_of(agreement) if line.scheme.key == scheme.key]


def _managed(case: Case) -> Iterator[Answer]:
    """Regulation 7(3)(g): who manages the fund."""
    for fund in case.pools:
        yield _field(fund, "manager", "", "")


def _officer_of_the_host(case: Case) -> Iterator[Answer]:
    """Regulation 7(4): the manager is an officer of the host."""
    for fund in case.pools:
        manager = fund.manager
        if isinstance(manager, Blank) or manager.employer is None:
            continue
        host = fund.host
        names = (host.name, host.term, host.initials, *host.also_known_as)
        employed = any(name and name.casefold() in manager.employer.casefold() for name in names)
        lack = f"The manager of the {fund.name} is employed by {manager.employer}, and its host is {host.short}."
        yield Answer(employed, manager.place("employer"), lack, "Name an officer of the host, or another host.")


# ------------------------------------------------------------------ before the agreement is made


def _consents(case: Case) -> Iterator[Answer]:
    """Regulations 7(2) and 9(2): the consents of those that commission from an NHS trust, each before the agreement is made."""
    made = case.agreement.executed_on
    for trust in case.agreement.arrangement.nhs_trusts:
        stated = trust.place("consents") != trust.place()
        lack = f"{trust.name} is an NHS trust, and no body has consented to its taking part." if stated else ""
        yield Answer(trust.consents, trust.place("consents"), lack, "State each consent, or TBC.")
        for consent in trust.consents:
            yield Answer(consent.given, consent.place("given"))
            late = isinstance(consent.given, Day) and isinstance(made, Day) and consent.given > made
            lack = f"{consent.body} consented after the agreement was made."
            yield Answer(not late, consent.place("given"), lack, "Check both dates: a trust may take part only with consent.")


def _improvement(case: Case) -> Iterator[Answer]:
    """Regulation 4(1)."""
    yield Answer(case.agreement.improvement, place_of(case.agreement, "improvement"))


def _consultation(case: Case) -> Iterator[Answer]:
    """Regulation 4(2)."""
    held = case.agreement.consultation
    yield Answer(held if isinstance(held, Blank) else held.consulted, place_of(case.agreement, "consultation"))


_ASKED: Final[Mapping[str, Callable[[Case], Iterator[Answer]]]] = {
    "reg4-1": _improvement,
    "reg4-2": _consultation,
    "reg7-1": _both_sides,
    "reg7-2": _consents,
    "reg7-3-b": _contributions,
    "reg7-3-g": _managed,
    "reg7-4-pm": _officer_of_the_host,
    "reg8-1": _own_functions,
    "reg8-2-b": _payments,
    "reg8-2-i": _information,
    "reg9-1": _own_functions,
    "reg9-2": _consents,
    "reg9-3-b": _payments,
    "reg9-3-i": _information,
    **{f"{where}-a": _aims for where in ("reg7-3", "reg8-2", "reg9-3")},
    **{f"{where}-c": _functions for where in ("reg7-3", "reg8-2", "reg9-3")},
    **{f"{where}-d": _people for where in ("reg7-3", "reg8-2", "reg9-3")},
    **{f"{where}-f": _duration for where in ("reg7-3", "reg8-2", "reg9-3")},
}
