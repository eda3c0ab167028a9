"""Random agreements for `make soak`: lawful combinations with random names, dates, sums and gaps, the same ones for the same seed.

In: a number. Out: the YAML of an agreement.
"""

from __future__ import annotations

import random
from typing import Any

import yaml
from test_matrix import ALL, facts

SEED = 75
PLACES = (
    "Hill",
    "Vale",
    "Nether Wold",
    "St Mary’s",
    "Ash & Elm",
    "Great O'Neill",
    "Zoë",
    "Llan-y-Bryn",
    "“Upper” Dale",
    "North <East>",
    "100% Fen",
)
SERVICES = (
    "care at home",
    "discharge from hospital",
    "equipment (community)",
    "mental health; adults",
    "carers’ breaks",
    "a 24/7 helpline",
)
GAPS = ("purpose", "improvement", "subject")
"""What an agreement may not know yet: blanks stand in its place."""


def agreement(which: int) -> str:
    """Return the YAML of the agreement of a number."""
    draw = random.Random(SEED * 1_000_003 + which)  # noqa: S311 - it invents test facts
    made = yaml.safe_load(facts(draw.choice(ALL)))
    _name(made, draw)
    _date(made, draw)
    for gap in GAPS:
        if draw.random() < 0.15 and gap in made:
            made[gap] = "TBC"
    return yaml.safe_dump(made, sort_keys=False, allow_unicode=True)


def _name(made: dict[str, Any], draw: random.Random) -> None:
    place = draw.choice(PLACES)
    made["title"] = f"{place} Agreement {draw.randint(1, 999)}"
    made["subject"] = draw.choice(SERVICES)
    for key, partner in made["partners"].items():
        partner["name"] = f"{draw.choice(PLACES)} {partner['name']}"
        if draw.random() < 0.7:
            partner["address"] = draw.choice(("TBC", f"{draw.randint(1, 99)} High Street, {place}", f"{key.title()} House"))
    for scheme in made["schemes"].values():
        scheme["services"] = draw.sample(SERVICES, draw.randint(1, 4))
        scheme["aims"] = f"people of {place} live well"


def _date(made: dict[str, Any], draw: random.Random) -> None:
    year, length = draw.randint(2024, 2029), draw.randint(1, 5)
    made["law_as_at"] = f"1 April {year}"
    made["term"] = {"commencement": f"1 April {year}", "expiry": draw.choice(("TBC", f"31 March {year + length}"))}
    if "contributions" in made:
        sums = {partner: _sum(draw) for partner in ("council0", "nhs0")}
        years = [f"{one}/{(one + 1) % 100:02d}" for one in range(year, year + draw.randint(1, length))]
        made["contributions"] = {
            one: {"home": {partner: draw.choice((said, _sum(draw))) for partner, said in sums.items()}} for one in years
        }


def _sum(draw: random.Random) -> str:
    return draw.choice((f"{draw.randint(0, 99_999_999):,}", f"{draw.randint(1, 9_999):,}.{draw.randint(0, 99):02d}", "TBC"))
