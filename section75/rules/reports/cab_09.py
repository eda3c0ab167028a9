"""A resolution to exclude the public says for which item, and by which paragraph of Schedule 12A.

Hillingdon, Salford and Merton take such resolutions before an exempt appendix is discussed. One that says no more than that the public is
excluded does not do.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules.mutations import IN_SECTION, Mutation, section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Subject

ID: Final = "cab-09"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "SI 2012/2089, regulation 4(3): the resolution identifies the proceedings and describes the exempt information."
PASSES: Final = (
    """\
# Decision {#d}

It was resolved that the public be excluded during item 7, because information within paragraph 3 of Schedule 12A would be disclosed.
""",
    "# Decision {#d}\n\nThe service must not exclude members of the public who have no address.\n",
)
FAILS: Final = ("# Decision {#d}\n\nIt was resolved that the press and public be excluded.\n",)
MUTATIONS: Final = (Mutation(section("It was resolved that the press and public be excluded."), IN_SECTION, paper="report"),)

EXCLUDED: Final = re.compile(
    r"\bpublic (?:be|is|are|was|were) excluded|\bexclud(?:e|ed|ing) the (?:press and (?:the )?)?public\b(?! interest)",
    re.IGNORECASE,
)
NAMED: Final = re.compile(r"\bparagraphs? [1-7]\b|\bconfidential information\b", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each resolution to exclude the public that names no paragraph."""
    for said in subject.said:
        if EXCLUDED.search(said.words) and not NAMED.search(said.words):
            message = "The public is excluded, and no paragraph of Schedule 12A is named."
            yield Problem(said.place, ID, LEVEL, message, "Name the item, and the paragraph that describes what would be disclosed.")
