"""A sentence that a reader cannot hold in mind is read twice, or not at all.

In reports and equality analyses the limit is 50 words, twice what GOV.UK asks writers to look at; in what an agreement provides it is
80. What is resolved stands in one sentence and is not counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.document.index import flat
from section75.document.tree import Text
from section75.problems import Problem
from section75.rules import at
from section75.rules.drafting_words import operative, paragraphs, sentences
from section75.rules.mutations import IN_SECTION, Mutation, section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.document.index import Paragraph
    from section75.problems import Level
    from section75.rules import Subject

ID: Final = "long-sentence"
LEVEL: Final[Level] = "advice"
AUTHORITY: Final = "Plain English; GOV.UK, Content design: check sentences of more than 25 words."
PASSES: Final = ("# Notices {#notices}\n\n1. A notice is written. It is signed. It is sent.\n",)
FAILS: Final = (f"# Notices {{#notices}}\n\n1. A notice is {'written and signed and sealed and sent, ' * 13}and so it is given.\n",)
MUTATIONS: Final = (
    Mutation(
        section(f"The board meets {'and listens and reports and learns ' * 9}and ends."),
        IN_SECTION,
        paper="report",
    ),
)

RECOMMENDED: Final = "recommendations."
LIMITS: Final = {"report": 50, "equality": 50, "agreement": 80}


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each sentence over the limit of its paper."""
    limit = LIMITS.get(subject.document.kind, 0)
    read = operative(subject) if subject.document.kind == "agreement" else paragraphs(subject) if limit else ()
    for paragraph in read:
        if len(paragraph.words.split()) > limit and not _resolved(paragraph):
            for sentence in sentences(paragraph.words):
                if (count := len(sentence.split())) > limit:
                    message = f"This sentence has {count} words: “{' '.join(sentence.split()[:6])} …”."
                    yield Problem(at(paragraph), ID, LEVEL, message, "Make two sentences of it, or a list.")


def _resolved(paragraph: Paragraph) -> bool:
    """Return whether words are a recommendation, or print one: it is resolved as it stands."""
    return any(above.kind == "recommendations" for above in paragraph.spot.above) or any(
        isinstance(one, Text) and RECOMMENDED in one.fact for one in flat(paragraph.content)
    )
