"""An amount typed in prose agrees with the facts of what the sentence names, at the rounding in which it is typed.

Rotherham’s minutes of 2015 say “£23M” of a fund of £23.316m, made up of pools of £13.245m and £10.071m: that is one fact, rounded. A
sentence is judged only if it names one fund, scheme or grant, or a total, and one year or the whole term; what rises, falls, limits or is
spent is left alone, for it is another figure than the contribution.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from section75.facts.base import Money
from section75.problems import Problem
from section75.rules.known import figures
from section75.rules.mutations import IN_SECTION, Mutation, section
from section75.rules.naming import Named, named_in
from section75.rules.reading import pounds
from section75.rules.typed import sentences_with_amounts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.facts.agreement import Agreement
    from section75.problems import Level
    from section75.rules import Subject
    from section75.rules.known import Figures
    from section75.rules.typed import Amount, Sentence

ID: Final = "figures-in-prose"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "One fact is stated once: the contribution that binds is the one in the agreement (SI 2000/617, regulation 7(3)(b))."

_ROTHERHAM: Final = """\
agreement:
  sources:
    minimum: {paid_by: icb, name: NHS minimum contribution}
  funds:
    first: {name: First Pool, kind: pooled, host: icb}
    second: {name: Second Pool, kind: pooled, host: council}
  schemes:
    home: {name: Home Service, fund: first, lead: council}
    away: {name: Away Service, fund: second, lead: council}
  contributions:
    2015/16:
      home: {minimum: 13000000, council: 245000}
      away: {council: 10071000}
---
"""
PASSES: Final = (
    f"{_ROTHERHAM}# Money {{#money}}\n\n1. The total of the pooled funds in 2015/16 is £23M.\n",
    f"{_ROTHERHAM}# Money {{#money}}\n\n1. The First Pool is £13.245m in 2015/16, of which the Council contributes £245,000.\n",
    f"{_ROTHERHAM}# Money {{#money}}\n\n1. The First Pool could overspend by £2m in 2015/16.\n",
    f"{_ROTHERHAM}# Money {{#money}}\n\n1. The First Pool was about £12.9m in 2015/16.\n\n2. In 2014/15 the First Pool was £9m.\n",
)
FAILS: Final = (
    f"{_ROTHERHAM}# Money {{#money}}\n\n1. The total of the pooled funds in 2015/16 is £24M.\n",
    f"{_ROTHERHAM}# Money {{#money}}\n\n1. The First Pool is £13.425m in 2015/16.\n",
    f"{_ROTHERHAM}# Money {{#money}}\n\n1. The Council contributes £254,000 to the First Pool in 2015/16.\n",
    f"{_ROTHERHAM}# Money {{#money}}\n\n1. In 2015/16 the NHS minimum contribution is £13.9m.\n",
)
MUTATIONS: Final = (Mutation(section("The Reablement Fund is £2.5m in 2026/27."), IN_SECTION, paper="report"),)

OTHER: Final = re.compile(
    r"\b(?:increas|decreas|reduc|ris(?:e|es|ing|en)\b|rose|grow|grew|cuts?\b|sav(?:e|es|ed|ing)|efficienc|uplift|inflation|over-?sp|under-?sp|"
    r"varia|pressure|short(?:fall)?\b|defici|surplus|reserve|limit|up to|at least|at most|no more|threshold|less than|more than|"
    r"over £|under £|a head|a person|a place|a case|an hour|"
    r"below|above|extra|additional|further|charge|fee|cost per|each|per |a week|weekly|a month|monthly|instalment|quarter|penalt|invoice|"
    r"spen[dt]|outturn|forecast|expect|cost|risk|would|could|might|if |bid|value of|price|capital works|building)",
    re.IGNORECASE,
)
"""Words of another figure than a contribution: a change, a limit, a price, what was or may be spent."""
SAYS_SO: Final = re.compile(
    r"\b(?:total|contribut|budget|pool|worth|amounts? to|comes? to|stands? at|puts? in|pays?\b|paid\b|provid|allocat|receiv|"
    r"fund(?:s|ed|ing)\b)",
    re.IGNORECASE,
)
"""Words that say what is put in."""
DIRECTLY: Final = re.compile(r"(?:\b(?:is|are|was|were|be|of|holds?)|[:(=–])\s*(?:\w+\s+)?$", re.IGNORECASE)
"""What stands between a name and its amount."""
TOTAL: Final = re.compile(r"\btotal|\bin all\b|\baltogether\b", re.IGNORECASE)
POOLED: Final = re.compile(r"\bpool", re.IGNORECASE)
WHOLE: Final = re.compile(r"contribut|pooled|agreement|partnership|funds\b", re.IGNORECASE)
"""Of what a total is that names nothing: without one of these words it may be the total of anything."""


TOGETHER: Final = re.compile(r"\btogether\b|\bcombined\b|\btotal|\bin all\b|\baltogether\b", re.IGNORECASE)
"""Words that make one sum of several funds."""
NEAR: Final = 30
"""How many signs before an amount say what it is, where a sentence has several."""


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each typed amount that no fact about what its sentence names could be rounded to."""
    agreement = subject.agreement
    if agreement is None or not (agreement.contributions or agreement.reserves):
        return
    for sentence in sentences_with_amounts(subject.index):
        yield from _reserves(sentence, agreement)
        named = named_in(sentence.words, agreement)
        if not named.years or OTHER.search(named.rest):
            continue
        if named.clear:
            yield from _judged(sentence, named, agreement)
        elif len(sentence.amounts) == 1 and len(named.funds) == len(named.things) and TOGETHER.search(named.rest):
            yield from _together(sentence, named, agreement)


def _judged(sentence: Sentence, named: Named, agreement: Agreement) -> Iterator[Problem]:
    if not (named.things or named.partners or _of_all(named.rest)):
        return
    pooled = not named.things and bool(POOLED.search(named.rest))
    known = figures(agreement, named.years, (*named.things, *named.partners), pooled=pooled)
    wider = figures(agreement, named.years, named.things, pooled=pooled)
    if known is None or wider is None:
        return
    alone = len(sentence.amounts) == 1
    may_be = _possible(named, known) if alone else wider.every
    for amount in sentence.amounts:
        if _says(named, amount, alone=alone):
            yield from _wrong(sentence, named, amount, known.totals, may_be)


def _together(sentence: Sentence, named: Named, agreement: Agreement) -> Iterator[Problem]:
    """Judge the one amount of a sentence that makes a sum of several funds."""
    each = [figures(agreement, named.years, (fund,)) for fund in named.funds]
    known = [one for one in each if one]
    if len(known) == len(each):
        total = sum((one for found in known for one in found.totals), Fraction(0))
        may_be = frozenset({total, *(one for found in known for one in found.every)})
        yield from _wrong(sentence, named, sentence.amounts[0], frozenset({total}), may_be)


def _reserves(sentence: Sentence, agreement: Agreement) -> Iterator[Problem]:
    """Judge an amount that directly follows the name of a reserve, whatever else the sentence says."""
    for reserve in agreement.reserves.values():
        name = re.escape(str(reserve.name).removeprefix("the "))
        direct = re.compile(rf"\b{name}(?: \(| of| is| holds|:) ?(?:about )?$", re.IGNORECASE)
        for amount in sentence.amounts if isinstance(reserve.amount, Money) else ():
            sum_ = Fraction(reserve.amount.pence, 100) if isinstance(reserve.amount, Money) else Fraction(0)
            if direct.search(sentence.words[: amount.start]) and not amount.may_be(sum_):
                yield _problem(sentence, amount, str(reserve.name), pounds(sum_))


def _wrong(sentence: Sentence, named: Named, amount: Amount, totals: frozenset[Fraction], may_be: frozenset[Fraction]) -> Iterator[Problem]:
    if not any(amount.may_be(one) for one in may_be):
        nearest = min(totals, key=lambda one: (abs(one - amount.pounds), one))
        yield _problem(sentence, amount, named.told, pounds(nearest))


def _problem(sentence: Sentence, amount: Amount, what: str, known: str) -> Problem:
    message = f"“{amount.words}” is typed of {what}; by the facts it is {known}."
    return Problem(sentence.place, ID, LEVEL, message, "Print the fact in its place, or correct the one or the other.")


def _possible(named: Named, known: Figures) -> frozenset[Fraction]:
    """Return what a single amount may be: the total, if the sentence says so and names no partner."""
    return known.totals if TOTAL.search(named.rest) and not named.partners else known.every


def _of_all(rest: str) -> bool:
    return bool(TOTAL.search(rest) and WHOLE.search(rest))


def _says(named: Named, amount: Amount, *, alone: bool) -> bool:
    """Return whether the words tie an amount to what is named: they speak of putting in, or the amount follows directly.

    Where there are several amounts, the words just before each must do so.
    """
    if not named.things and named.partners:
        return "contribut" in named.rest.casefold()
    before = named.rest[: amount.start]
    near = named.rest if alone else before[-NEAR:]
    return bool(SAYS_SO.search(near) or DIRECTLY.search(before))
