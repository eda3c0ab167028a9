"""A list begins with its first number: 1, (a) or (i).

Cambridgeshire’s report of 2012 has a paragraph 4.1.2 and no 4.1.1. The toolkit numbers lists itself; this guards numbers that are kept
from a signed document, and those typed inside the words of a fact.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules.mutations import SECTION, Mutation, section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Subject

ID: Final = "first-number"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "Craft of drafting: a reader who meets 4.1.2 looks for 4.1.1."
PASSES: Final = (
    """\
# Priorities {#p}

- 4\\.1.1 The Council protects vulnerable people.
- 4\\.1.2 It helps people live healthy lives.
""",
)
FAILS: Final = ("# Priorities {#p}\n\n- 4\\.1.2 The Council protects vulnerable people.\n",)
MUTATIONS: Final = (
    Mutation(
        section("The priorities are:\n\n- 4\\.1.2 People are protected.\n- 4\\.1.3 People live well."), f"{SECTION}:5:1", paper="report"
    ),
)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each list that begins with another number than its first."""
    for run in subject.lists:
        first = run[0]
        certain = first.kept or len(run) > 1 or first.label.count(".") > 1
        if first.at > 1 and certain and (first.typed or first.kept):
            message = f"The list begins with “{first.label}”."
            yield Problem(first.place, ID, LEVEL, message, "Let the list be numbered for you, or add what is missing before it.")
