"""The letters and numbers of a list are each used once and follow each other, also where they are typed or kept.

The recommendations of Cambridgeshire’s report of 2012 run (a), (b), (b): nobody can tell from the minutes which of the two was amended.
The toolkit numbers lists itself; this guards numbers that are kept from a signed document, and those typed inside the words of a fact. A
number that is kept may leave a gap: a clause may have been taken out.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules.mutations import SECTION, Mutation, section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Subject

ID: Final = "lettering"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "Craft of drafting: a limb is cited by its letter, in the minutes and in court."
PASSES: Final = (
    """\
# Recommendations {#r}

- \\(a) note progress
- \\(b) agree to end the agreement
- \\(c) delegate authority
""",
)
FAILS: Final = (
    """\
# Recommendations {#r}

- \\(a) note progress
- \\(b) agree to end the agreement
- \\(b) delegate authority
""",
    "# Recommendations {#r}\n\n- \\(a) note progress\n- \\(c) delegate authority\n",
)
MUTATIONS: Final = (
    Mutation(section("The board:\n\n- \\(a) notes progress\n- \\(c) delegates authority"), f"{SECTION}:6:1", paper="report"),
)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each marker that repeats the one before it, or leaves one out."""
    for run in subject.lists:
        for before, now in pairwise(run):
            if now.at == before.at and (now.typed or now.kept):
                yield Problem(now.place, ID, LEVEL, f"“{now.label}” stands twice in one list.", "Let the list be numbered for you.")
            elif now.at != before.at + 1 and now.typed:
                yield Problem(now.place, ID, LEVEL, f"“{now.label}” follows “{before.label}”.", "Let the list be numbered for you.")
