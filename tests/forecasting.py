"""A small agreement to forecast: two pools, an aligned fund, a scheme outside any, and reserves shared and not.

In: nothing. Out: `facts`, which reads it, and `with_lists`, which gives its funds and schemes lists of steps.
"""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from section75.facts.agreement import Agreement
from section75.facts.base import Keyed, Year, read_model

YEAR = Year(2026)
FACTS = """
title: T
kind: framework
form: deed
partners:
  council: {name: A County Council, type: county council, short: the Council}
  icb: {name: NHS A Integrated Care Board, type: integrated care board, short: the ICB}
  trust: {name: A NHS Trust, type: nhs trust, short: the Trust}
groups:
  nhs: {name: NHS bodies, short: the NHS bodies, one: NHS body, members: [icb, trust]}
term: {commencement: 1 April 2026}
governance:
  board: {name: B, short: the Board, role: decides}
reserves:
  shared: {name: the shared reserve, funds: [home, away], amount: "700"}
funds:
  home: {name: Home Fund, kind: pooled, host: council, reserve: "500"}
  away: {name: Away Fund, kind: pooled, host: icb, reserve: "300"}
  apart: {name: Apart Fund, kind: aligned, host: icb}
schemes:
  beds: {name: Beds, fund: home, lead: council}
  cars: {name: Cars, fund: home, lead: icb}
  dogs: {name: Dogs, fund: away, lead: trust}
  eggs: {name: Eggs, fund: away, lead: icb}
  fens: {name: Fens, fund: apart, lead: icb}
  guns: {name: Guns, lead: council}
contributions:
  2026/27:
    beds: {icb: "1,000.01", council: "2,000", trust: {amount: 0.07, line: variable, recurrent: no}}
    cars: {icb: {amount: 300, line: variable}, council: {amount: 100, line: fixed}}
    dogs: {trust: "50"}
    eggs: {icb: "1,234.56", council: {amount: "7,000", recurrent: no}}
    fens: {icb: 100, council: 33.33}
    guns: {council: 10}
"""
SCHEMES = ("beds", "cars", "dogs", "eggs", "fens", "guns")


BEARERS = ("council", "icb", "trust", "nhs")


@cache
def facts(words: str = FACTS) -> Agreement:
    """Return the agreement of some facts."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "agreement.yaml"
        path.write_text(words, encoding="utf-8")
        return read_model(Agreement, path, "agreement.yaml")


def side(key):
    return facts().partners.get(key) or facts().groups[key]


def with_lists(lists):
    """Return the agreement with lists of steps: (fund or scheme, which) to steps."""
    agreement = facts()
    for of in ("funds", "schemes"):
        held = getattr(agreement, of)
        changed = {
            key: thing.model_copy(update={which: steps for (name, which), steps in lists.items() if name == key})
            for key, thing in held.items()
        }
        agreement = agreement.model_copy(update={of: Keyed(changed)})
    return agreement
