"""One document writes its dates in one form.

A reader who meets *1 April 2026* and *01/04/2026* in one paper must ask whether the second is the fourth of January.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules import at
from section75.rules.drafting_words import paragraphs, unquoted
from section75.rules.mutations import IN_SECTION, Mutation, section
from section75.rules.reading import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Subject

ID: Final = "date-forms"
LEVEL: Final[Level] = "advice"
AUTHORITY: Final = "House style: 1 April 2026."
PASSES: Final = (
    "# Notices {#notices}\n\n1. It begins on 1 April 2026 and ends on 31 March 2028.\n",
    "# Notices {#notices}\n\n1. Minute 26/03/09 records it on 1 April 2026.\n",
)
FAILS: Final = (
    "# Notices {#notices}\n\n1. It begins on 1 April 2026 and ends on 31/03/2028.\n",
    "# Notices {#notices}\n\n1. It begins on 1 April 2026 and ends on 31st March 2028.\n",
)
MUTATIONS: Final = (Mutation(section("The board first meets on 9th April 2026."), IN_SECTION, paper="report"),)

FORM: Final = re.compile(
    rf"\b(?:(?P<plain>[0-9]{{1,2}} (?:{MONTHS}) [12][0-9]{{3}})"
    rf"|(?P<ordinal>[0-9]{{1,2}}(?:st|nd|rd|th) (?:of )?(?:{MONTHS})(?: [12][0-9]{{3}})?)"
    rf"|(?P<american>(?:{MONTHS}) [0-9]{{1,2}}(?:st|nd|rd|th)?, [12][0-9]{{3}})"
    r"|(?P<figures>[0-9]{1,2}[/.-][0-9]{1,2}[/.-][12][0-9]{3})"
    r"|(?P<machine>[12][0-9]{3}-[0-9]{2}-[0-9]{2}))\b"
)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each date that is not in the form that the document uses most; of forms equally frequent, day month year comes first."""
    found = [
        (paragraph, match.group(), str(match.lastgroup))
        for paragraph in paragraphs(subject)
        if any(sign in "0123456789" for sign in paragraph.words)
        for match in FORM.finditer(unquoted(paragraph.words))
    ]
    counted = Counter(form for _, _, form in found)
    usual = max(counted, key=lambda form: (counted[form], form == "plain"), default="plain")
    example = next((said for _, said, form in found if form == usual), "")
    for paragraph, said, form in found:
        if form != usual:
            yield Problem(at(paragraph), ID, LEVEL, f"“{said}” is not in the form of “{example}”.", "Write all dates in one form.")
