"""The functions that an agreement's arrangements are about, held against those that regulations 5 and 6 prescribe at the date of the law.

In: the facts of a partnership. Out: `Problem`s for the rules of the families reg5 and reg6. What is retained by a partner that is not
the lead, outside any pooled fund, is no subject of the arrangements; a function whose sections are not known is a blank and no fault.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from section75.facts.base import Blank, Day
from section75.problems import Place, Problem
from section75.rules.citing import cited

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from section75.facts.agreement import Agreement
    from section75.facts.base import Words
    from section75.facts.partners import Partner
    from section75.facts.prescribed import Head
    from section75.facts.services import Function, Scheme
    from section75.problems import Level
    from section75.rules import Facts
    from section75.rules.citing import Cited

FALLBACK: Final = {"nhs": "reg5-a", "council": "reg6-a"}
"""The rules that answer for an Act that no head of their regulation names."""
TRUSTS: Final = frozenset({"nhs trust", "nhs foundation trust"})


SPARED: Final = re.compile(
    r"\b(?:after|following|before|awaiting|without|not|except|excluding|other than|instead of|rather than|avoid\w*|recover\w*"
    r"|rehabilitat\w* from|discharged? from|GP|doctors?[’']?s?[’']?|practice)\b[^,;.]*$",
    re.IGNORECASE,
)
"""Words before the name of a treatment that show that the treatment itself is not meant."""
SPECIAL: Final = re.compile(
    r"\bSpecial Health Authority\b"
    r"|^(?:the )?NHS (?:Blood and Transplant|Business Services Authority|Counter Fraud Authority|Litigation Authority|Resolution)\b"
)
"""Names of Special Health Authorities (section 28 of the National Health Service Act 2006; the list is unverified)."""


class Stretched(NamedTuple):
    """A function with an item of its sections that a head names."""

    function: Function
    item: Words
    head: Head


def outsiders(facts: Facts) -> list[Partner]:
    """Return the partners that are neither NHS bodies nor local authorities; combined authorities have rules of their own."""
    partners = facts.agreement.partners.values() if facts.agreement else ()
    return [
        partner
        for partner in partners
        if not (partner.is_nhs or partner.is_council or partner.type.startswith("combined") or SPECIAL.search(partner.name))
    ]


def active(facts: Facts, partner: Partner) -> bool:
    """Return whether a partner has functions, or leads a scheme in which functions are exercised for others."""
    if facts.agreement is None:
        return False
    has = any(partner in function.of.members for function in facts.agreement.functions.values())
    return has or any(scheme.lead is partner and scheme.delegated for scheme in facts.agreement.schemes.values())


def subjects(agreement: Agreement) -> list[Function]:
    """Return the functions that the arrangements are about, each once: delegated, the lead's own beside them, and all paid from a pool."""
    found = {function.key: function for scheme in agreement.schemes.values() for function in _of(agreement, scheme)}
    return list(found.values())


def _of(agreement: Agreement, scheme: Scheme) -> tuple[Function, ...]:
    if pooled(agreement, scheme):
        return (*scheme.functions, *scheme.delegated)
    given = [function for function in scheme.delegated if function.of is not scheme.lead]
    own = [function for function in scheme.functions if scheme.lead in function.of.members]
    return (*given, *own) if given else ()


def pooled(agreement: Agreement, scheme: Scheme) -> bool:
    """Return whether a scheme is paid from a pooled fund."""
    fund = agreement.funds.get(scheme.fund) if scheme.fund else None
    return fund is not None and fund.kind == "pooled"


def in_pool_or_by_nhs(agreement: Agreement, function: Function) -> bool:
    """Return whether a council's function is within arrangements under regulation 7(1) or 8(1)."""
    return any(
        function in (*scheme.functions, *scheme.delegated)
        and (pooled(agreement, scheme) or (scheme.lead.is_nhs and function in scheme.delegated))
        for scheme in agreement.schemes.values()
    )


def side(function: Function) -> str:
    """Return whose function it is: `nhs`, `council`, or nothing."""
    of = function.of.members[0] if function.of.members else None
    return "" if of is None else "nhs" if of.is_nhs else "council" if of.is_council else ""


def by_trust(function: Function) -> bool:
    """Return whether it is a function of an NHS trust or NHS foundation trust."""
    return any(partner.type in TRUSTS for partner in function.of.members)


def law_day(facts: Facts) -> Day | None:
    """Return the date by whose law the agreement is judged, if it is known: the one that is tried, or its own."""
    if facts.dated.as_at:
        return facts.dated.as_at
    day = facts.agreement.law_as_at if facts.agreement else None
    return day if isinstance(day, Day) else None


def items(function: Function) -> tuple[Words, ...]:
    """Return the sections of a function as they are stated; none where they are not known."""
    return () if isinstance(function.sections, Blank) else tuple(function.sections)


def naming(function: Function, heads: Iterable[Head]) -> list[Head]:
    """Return the heads for the side of a function that name its Act."""
    act = "" if isinstance(function.act, Blank) else _plain(function.act)
    return [head for head in heads if head.of == side(function) and any(_plain(named) == act for named in head.acts)]


def _plain(act: str) -> str:
    """Return the name of an Act as it is compared."""
    words = act.casefold().removeprefix("the ").replace(",", "").replace("&", "and").split()
    return " ".join("national health service" if word == "nhs" else word for word in words)


def heads_at(facts: Facts) -> list[Head]:
    """Return the heads that are right at the date of the law; where it is not known, those that have no last day."""
    day = law_day(facts)
    return [head for head in facts.heads if (head.right_on(day) if day else head.until is None)]


def under(facts: Facts, row: str, effect: str) -> Iterator[Stretched]:
    """Yield each item of the sections of a subject that a head of a row with that effect names."""
    heads = [head for head in heads_at(facts) if head.effect == effect and head.row == row]
    for function in subjects(facts.agreement) if facts.agreement and heads else ():
        for head in naming(function, heads):
            yield from (Stretched(function, item, head) for item in items(function) if _meets(function, item, head))
            if not head.sections and not items(function) and not isinstance(function.act, Blank):
                yield Stretched(function, function.act, head)


def _meets(function: Function, item: Words, head: Head) -> bool:
    """Return whether an item names what a head does; a run of sections from which the function takes something out does not."""
    if not head.sections:
        return True
    named = list(cited(head.sections))
    return any(one.meets(other) and not (function.excluding and _run(one)) for one in cited([item]) for other in named)


def _run(one: Cited) -> bool:
    return bool(one.named) or one.first != one.last


def spoken_of(facts: Facts, row: str) -> Iterator[tuple[Words, Head]]:
    """Yield what NHS functions cover, and the services of schemes that have some, where words of a head of a row stand in them."""
    if facts.agreement is None:
        return
    found = [function for function in subjects(facts.agreement) if side(function) == "nhs"]
    schemes = [scheme for scheme in facts.agreement.schemes.values() if any(function in found for function in scheme.functions)]
    covers = [function.covers for function in found if not isinstance(function.covers, Blank)]
    services = [one for scheme in schemes if not isinstance(scheme.services, Blank) for one in scheme.services]
    for head in heads_at(facts):
        if head.row == row and head.words:
            yield from ((said, head) for said in (*covers, *services) if _speaks(said, head.words))


def asked_about(facts: Facts, rule: str, level: Level, speaks: str) -> Iterator[Problem]:
    """Yield what speaks of services of a rule's row; `speaks` ends the sentence, with which they are and what the law leaves unsaid."""
    for said, _ in spoken_of(facts, rule):
        yield Problem(at(said), rule, level, f"“{said}” {speaks}", "Check the power, or take it out.")


def _speaks(said: str, names: Iterable[str]) -> bool:
    """Return whether words name a thing itself, and not what comes before or after it."""
    every = "|".join(map(re.escape, names))
    named = re.finditer(rf"(?<![\w-])(?<!non )(?:{every})(?:s|es)?\b", said, re.IGNORECASE)
    return any(not SPARED.search(said[: one.start()]) for one in named)


def excluded(facts: Facts, rule: str, level: Level) -> Iterator[Problem]:
    """Yield each subject of the arrangements that a head of the row excludes."""
    for function, item, head in under(facts, rule, "excluded"):
        message = f"“{item}” of the {function.act} cannot be part of the arrangements: {head.authority}."
        yield Problem(at(item), rule, level, message, "Take it out of the functions; it stays with the partner whose it is.")


def ended(facts: Facts, rule: str, level: Level) -> Iterator[Problem]:
    """Yield each subject of the arrangements that a head of the row named once and no longer does."""
    for function, item, head in under(facts, rule, "ended"):
        message = f"“{item}” of the {function.act} is no longer a function that arrangements may include: {head.authority}."
        yield Problem(at(item), rule, level, message, "Cite what took its place, or take it out.")


def strayed(facts: Facts, rule: str, level: Level) -> Iterator[Problem]:
    """Yield each subject under an Act of which the row is the first head, with sections that no head of the regulation names."""
    heads = heads_at(facts)
    for function in subjects(facts.agreement) if facts.agreement and heads else ():
        known = naming(function, heads)
        included = [head for head in known if head.effect == "included"]
        if included and included[0].row == rule and not (rule == "reg5-a" and by_trust(function)):
            for item in items(function):
                if not _held(item, included) and not _guarded(function, item, known):
                    message = f"“{item}” of the {function.act} is not among the functions prescribed: {included[0].authority}."
                    yield Problem(at(item), rule, level, message, "Check the section, and cite one that the Regulations name.")
        elif not known and not isinstance(function.act, Blank) and FALLBACK.get(side(function)) == rule:
            message = f"No paragraph of the Regulations is known to prescribe functions under the {function.act} at this date."
            yield Problem(at(function.act), rule, level, message, "Check the Act and the date of the law.")


def _guarded(function: Function, item: Words, known: list[Head]) -> bool:
    """Return whether a head that excludes, or has ended, names what an item cites, so that its own rule speaks of it."""
    return any(_meets(function, item, head) for head in known if head.effect != "included")


def _held(item: Words, included: list[Head]) -> bool:
    """Return whether heads hold all that an item cites."""
    named = [list(cited(head.sections)) for head in included]
    if not all(named):
        return True
    return all(any(one.is_in(other) for every in named for other in every) for one in cited([item]))


def at(words: Words) -> Place:
    """Return where words are stated."""
    return words.place or Place("facts")
