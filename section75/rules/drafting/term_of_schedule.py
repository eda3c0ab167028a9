"""A term that the main agreement uses is defined there.

A reader of the clauses has no reason to look for a definition at the back; one in a schedule serves that schedule.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.document.terms import terms_in
from section75.problems import Problem
from section75.rules import at
from section75.rules.drafting_words import operative
from section75.rules.mutations import IN_CLAUSE, Mutation, clause

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Subject

ID: Final = "term-of-schedule"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "Craft of drafting: definitions stand before their use; those of a schedule are for the schedule."
PASSES: Final = ("# Notices {#notices}\n\n1. A “**Notice**” is a letter. The Notice is signed.\n",)
FAILS: Final = (
    """\
# Notices {#notices}

1. The Notice is signed. See [schedule](#forms).

# Schedule: Forms {#forms}

1. A “**Notice**” is a letter. Each Notice is signed.
""",
)
MUTATIONS: Final = (
    Mutation(
        clause("1. Each Form Letter must follow [the schedule of letters](#schedule-forms)."),
        IN_CLAUSE,
        {
            **clause("1. Each letter must follow [the schedule of letters](#schedule-forms)."),
            "schedules/910-forms.md": (
                "# Letters {#schedule-forms}\n\n## Forms {#schedule-forms-letters}\n\n"
                "1. A “**Form Letter**” is a letter in a set form. Each Form Letter must be signed.\n"
            ),
        },
    ),
)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the first use in the clauses of each term that only a schedule defines."""
    there = {term for term, found in subject.index.definitions.items() if all(one.spot.part.kind == "schedule" for one in found)}
    for paragraph in operative(subject) if there else ():
        if paragraph.spot.part.kind == "operative":
            for term in sorted(terms_in(paragraph.words, sorted(there))):
                there.discard(term)
                place = at(subject.index.definitions[term][0])
                message = f"“{term}” is used here, and defined only in a schedule, at {place}."
                yield Problem(at(paragraph), ID, LEVEL, message, "Define it in the clauses, or where it is used.")
