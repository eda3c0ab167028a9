"""One document writes its amounts in one form: millions as *m* or as *million*, thousands with commas or without."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules import at
from section75.rules.drafting_words import paragraphs, unquoted
from section75.rules.mutations import IN_SECTION, Mutation, section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Subject

ID: Final = "money-forms"
LEVEL: Final[Level] = "advice"
AUTHORITY: Final = "House style: £1,234,567; £6.2m in a report."
PASSES: Final = ("# Notices {#notices}\n\n1. The Fund is £1,200,000 and the grant £6.2m.\n",)
FAILS: Final = (
    "# Notices {#notices}\n\n1. The Fund is £1.2m and the grant £6.2 million.\n",
    "# Notices {#notices}\n\n1. The Fund is £1,200,000 and the grant £6000.\n",
)
MUTATIONS: Final = (Mutation(section("The board costs £1.2 million, and the review £6.2m."), IN_SECTION, paper="report"),)

AMOUNT: Final = re.compile(r"£[0-9][0-9,.]*(?P<scale> ?(?:m|M|million|bn|billion|k|K|thousand)\b)?")
FAMILIES: Final = (
    ("m", "M", " m", " M", "million", " million"),
    ("bn", " bn", "billion", " billion"),
    ("k", "K", " k", " thousand"),
    ("commas", "no commas"),
)
"""Forms that exclude each other."""
PLAIN: Final = re.compile(r"£[0-9]{4,}(?:\.[0-9]{2})?[.,]?")


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each amount that is in another form than most amounts of its family."""
    found = [
        (paragraph, match.group().rstrip(".,"), _form(match))
        for paragraph in paragraphs(subject)
        if "£" in paragraph.words
        for match in AMOUNT.finditer(unquoted(paragraph.words))
    ]
    for family in FAMILIES:
        counted = Counter(form for _, _, form in found if form in family)
        usual = max(counted, key=lambda form: counted[form], default="")
        example = next((said for _, said, form in found if form == usual), "")
        for paragraph, said, form in found:
            if form in family and form != usual:
                yield Problem(at(paragraph), ID, LEVEL, f"“{said}” is not in the form of “{example}”.", "Write all amounts in one form.")


def _form(match: re.Match[str]) -> str:
    """Return the form of an amount: how it says millions, or whether its thousands have commas."""
    if match["scale"]:
        return match["scale"]
    return "no commas" if PLAIN.fullmatch(match.group()) else "commas" if "," in match.group().rstrip(",") else ""
