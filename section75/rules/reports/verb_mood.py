"""Every recommendation reads on from the words before it, in one mood.

Warwickshire’s three recommendations of 2018 stand in three grammatical forms under one “That the Cabinet:”; the Health and Wellbeing
Board of Brighton had the like. “Is recommended to:” asks for “note”; “That Cabinet:” for “note” or “notes”, the same throughout.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from section75.document.tree import plain
from section75.problems import Problem
from section75.rules.mutations import SECTION, Mutation, section
from section75.rules.reading import blocks_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Subject

ID: Final = "verb-mood"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "Craft of minutes: recommendations are resolved word for word, so each limb must read on from the stem."
PASSES: Final = (
    """\
# Recommendations {#r}

::: recommendations
The Cabinet is recommended to:

1. Note the report.
2. Approve the extension.
:::
""",
    """\
# Recommendations {#r}

::: recommendations
That the Cabinet:

1. Notes the report.
2. Approves the extension.
:::
""",
)
FAILS: Final = (
    """\
# Recommendations {#r}

::: recommendations
The Cabinet is recommended to:

1. Note the report.
2. Approves the extension.
:::
""",
    """\
# Recommendations {#r}

::: recommendations
The Cabinet is recommended to:

1. Notes the report.
2. Approves the extension.
:::
""",
    """\
# Recommendations {#r}

::: recommendations
That the Cabinet:

1. Notes the report.
2. Approved the extension.
:::
""",
)
MUTATIONS: Final = (
    Mutation(
        section("::: recommendations\nThe Board is recommended to:\n\n1. Note the report.\n2. Approves the extension.\n:::"),
        f"{SECTION}:7:1",
        paper="report",
    ),
)

VERBS: Final = (
    *("accept", "adopt", "agree", "approve", "authorise", "ask", "comment", "confirm", "consider", "delegate", "direct", "end", "endorse"),
    *(
        "enter",
        "extend",
        "instruct",
        "note",
        "ratify",
        "receive",
        "recommend",
        "refer",
        "reject",
        "request",
        "require",
        "review",
        "support",
    ),
)
FORMS: Final = {
    form: mood
    for verb in VERBS
    for stem in (verb.removesuffix("e"),)
    for form, mood in ((verb, "plain"), (f"{verb}s", "third person"), (f"{stem}ed", "past"), (f"{stem}ing", "-ing"))
}


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each limb that does not read on from its stem, or like the first."""
    for block, place in blocks_of(subject.index, "recommendations"):
        stem = " ".join((plain(block.content), *(plain(child.content) for child in block.children if child.kind != "item"))).strip()
        asked = "plain" if re.search(r"\bto:?\s*$", stem) else ""
        for item in block.children:
            first = re.match(r"\W*([A-Za-z]+)", plain(item.content))
            mood = FORMS.get(first[1].casefold()) if first and item.kind == "item" else None
            if first and mood:
                asked = asked or mood
                if mood != asked:
                    message = f"“{first[1]}” is in the {mood} form, and the words before it or the other limbs ask for the {asked} form."
                    yield Problem(item.place or place, ID, LEVEL, message, "Put every limb in the mood that the stem asks for.")
