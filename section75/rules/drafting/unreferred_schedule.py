"""Each schedule is called in by a clause: what nothing refers to may be no part of the agreement."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.problems import Place, Problem
from section75.rules.mutations import Mutation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Subject

ID: Final = "unreferred-schedule"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "Craft of drafting: a schedule has effect through the provision that introduces it."
PASSES: Final = ("# Notices {#notices}\n\n1. [Schedule](#forms) shows the form.\n\n# Schedule: Forms {#forms}\n\n1. A letter.\n",)
FAILS: Final = (
    """\
# Notices {#notices}

1. A notice is a letter.

# Schedule: Forms {#forms}

1. As [schedule](#forms) says, a letter.
""",
)
MUTATIONS: Final = (
    Mutation(
        {"schedules/910-forms.md": "# Letters {#schedule-forms}\n\n## Forms {#schedule-forms-letters}\n\n1. A letter must be signed.\n"},
        "schedules/910-forms.md:1:1",
    ),
)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each schedule to which nothing outside it refers, neither to the whole nor to a paragraph."""
    schedules = [part for part in subject.document.parts if part.kind == "schedule"]
    if subject.document.kind != "agreement" or not schedules:
        return
    homes = {holder.id: id(part) for part, block, _ in subject.index.walked if (holder := block or part).id}
    called: set[int] = set()
    for found in subject.index.references:
        home = homes.get(getattr(found.inline, "target", ""), 0)
        called.update({home} - {id(found.spot.part)})
    for part in schedules:
        if id(part) not in called:
            message = f"Nothing refers to {part.number or 'this schedule'}."
            yield Problem(
                part.place or Place("the document"), ID, LEVEL, message, "Refer to it in the clause that it serves, or leave it out."
            )
