"""A forecast as a finance officer reads it on a terminal.

In: a forecast, and the words of its steps. Out: lines: each scheme, each list step by step, and who pays what in all.
"""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Final

from section75.facts.taking import NOTHING, total
from section75.facts.worked import rows
from section75.text.wording import money

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from section75.facts.agreement import Agreement
    from section75.facts.base import Money
    from section75.facts.forecast import Forecast, Met, SchemeForecast
    from section75.facts.step import Step
    from section75.facts.variances import Rule
    from section75.facts.worked import ExampleRow

    Said = Callable[[Step, Rule], str]

WORDS: Final = 44
"""How wide a column of words may be."""
SUM: Final = 18
"""How wide a column of amounts is, with the space before it."""
WIDE: Final = WORDS + 3 * SUM
"""How wide the whole is."""
TAKERS: Final = {"decision": "left to a decision", "nobody": "nothing is taken"}
WHICH: Final = {"overspend": "Overspend", "underspend": "Underspend"}


def told(agreement: Agreement, made: Forecast, said: Said) -> Iterator[str]:
    """Yield the lines of a forecast."""
    yield f"{agreement.title}: forecast for {made.year}"
    yield ""
    yield from _schemes(agreement, made)
    for met in made.lists:
        yield ""
        yield from _list(met, said)
    yield ""
    yield from _partners(made)
    for words in made.unused:
        yield f"No step took all that was stated for “{words}”."


# ------------------------------------------------------------------ schemes


def _schemes(agreement: Agreement, made: Forecast) -> Iterator[str]:
    yield _line("Scheme", ["Budget", "Forecast", "Variance"])
    groups = [*agreement.funds.values(), None]
    for fund in groups:
        own = [one for one in made.schemes if one.scheme.fund == (fund.key if fund else None)]
        if own and len(agreement.funds) + (None in [one.scheme.fund for one in made.schemes]) > 1:
            yield fund.name if fund else "Outside any fund"
        yield from (_scheme(str(one.scheme.name), [one]) for one in own)
    if len(made.schemes) > 1:
        yield _scheme("All", made.schemes)


def _scheme(name: str, schemes: Sequence[SchemeForecast]) -> str:
    variance = total(one.variance for one in schemes)
    over = f"{money(variance)} over" if variance > NOTHING else f"{money(-variance)} under" if variance < NOTHING else "none"
    return _line(f"  {name}", [money(total(one.budget for one in schemes)), money(total(one.forecast for one in schemes)), over])


# ------------------------------------------------------------------ lists


def _list(met: Met, said: Said) -> Iterator[str]:
    of = met.rule.fund or met.rule.scheme
    yield _line(f"{WHICH[met.rule.which]}: {of.name if of else ''}", ["", "Sum", "Left"])
    yield _line("  All of it", ["", money(met.amount), money(met.amount)])
    if not met.rule.steps:
        yield "  No rule is stated for it."
    number = None
    for row in rows(met):
        yield from _step(row, "" if row.step == number else _words(row, met, said))
        number = row.step
    if met.undecided:
        yield f"  {money(met.undecided)} is left to a decision."
    if met.residual:
        yield f"  {money(met.residual)} is {'borne by nobody' if met.rule.which == 'overspend' else 'dealt with by no step'}. {_why(met)}"


def _words(row: ExampleRow, met: Met, said: Said) -> str:
    """Return what a step says, with its number."""
    if row.kind == "other lists":
        return "Set against overspends" if met.rule.which == "underspend" else "Set against underspends that were left"
    if row.step == 0:
        return "Caused by its own fault, as the clause on overspends says"
    return f"{row.step}. {said(met.rule.steps[row.step - 1], met.rule)}"


def _step(row: ExampleRow, words: str) -> Iterator[str]:
    sums = ["", money(row.sum), money(row.left)]
    if row.kind == "other lists":
        yield _line(f"  {words}", sums)
        return
    yield from wrap(words, WIDE, initial_indent="  ", subsequent_indent="     ") if words else ()
    yield _line(f"       {_taker(row)}", sums)


def _taker(row: ExampleRow) -> str:
    if row.kind == "scheme":
        return f"against {row.name}"
    if row.kind == "fund":
        return f"kept in {row.name}"
    return TAKERS.get(row.kind) or str(row.name or "")


def _why(met: Met) -> str:
    if met.stopped:
        return met.stopped
    if not met.rule.steps:
        return f"State the steps of its {met.rule.which}."
    return "The list does not end with a step that takes all that is left."


# ------------------------------------------------------------------ partners


def _partners(made: Forecast) -> Iterator[str]:
    yield _line("Who pays what in all", ["Bears", "Receives", "Net"])
    for one in (*made.partners, *made.others):
        yield _line(f"  {one.bearer.name}", [money(one.bears), money(one.receives), money(one.net)])
    for words, amount in _open(made):
        yield _line(f"  {words}", ["", "", money(amount)])


def _open(made: Forecast) -> Iterator[tuple[str, Money]]:
    """Yield what no partner pays, so that nothing is out of sight."""
    undecided = total(met.undecided for met in made.lists)
    nobody = total(met.residual for met in made.lists)
    yield from (("Left to a decision", undecided),) if undecided else ()
    yield from (("Borne or kept by nobody", nobody),) if nobody else ()


def _line(words: str, sums: Sequence[str]) -> str:
    """Return a line of a table: words at the left, amounts at the right."""
    return f"{words:<{WORDS}}{''.join(f'{one:>{SUM}}' for one in sums)}".rstrip()
