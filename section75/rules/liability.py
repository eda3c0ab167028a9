"""Words by which responsibility or liability would pass from one body to another, which section 75(5) does not let them.

In: the facts of a partnership. Out: `Problem`s for the rules on section 75(5)(a) and (b), told apart by whose liability is spoken of. What
staff, contracts and costs bring with them is another matter.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from section75.facts.base import Day
from section75.problems import Problem
from section75.rules.stale import stale

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Facts

_WHAT: Final = r"(?:responsibilit(?:y|ies)|liabilit(?:y|ies)|accountabilit(?:y|ies))"
MOVED: Final = re.compile(
    rf"\b{_WHAT}\b[^.;:]{{0,100}}?\b(?:transfers|transfer|passes|pass|(?:is|are|be|been|being) (?:transferred|passed)) (?:from|to)\b"
    rf"|\b(?:transfers|transferred|passes on) (?:its|their|all|the)(?: \w+){{0,3}} {_WHAT}\b",
    re.IGNORECASE,
)
OTHERWISE: Final = re.compile(
    r"\b(?:no|not|nothing|never|nor|neither|without|staff|employ\w*|pension\w*|contracts?|costs?|lease\w*)\b", re.IGNORECASE
)
NHS: Final = re.compile(r"\b(?:NHS|ICB|CCG|PCT|trust|board|group)\b", re.IGNORECASE)
SINCE: Final = Day(1999, 7, 1)
"""The Act of 1999 from which section 75 comes."""


def moved(facts: Facts, rule: str, level: Level, *, nhs: bool) -> Iterator[Problem]:
    """Yield the words of the facts that have responsibility pass from NHS bodies, or else from others."""
    for words in stale(facts, MOVED, SINCE):
        for sentence in re.split(r"(?<=[.;])\s", words):
            found = MOVED.search(sentence)
            if found and not OTHERWISE.search(sentence) and bool(NHS.search(_whose(sentence, found))) == nhs and words.place:
                message = "Arrangements do not affect who is liable for a function, and these words say that it passes."
                yield Problem(words.place, rule, level, message, "Say who exercises the function; who answers for it stays as it is.")
                break


def _whose(sentence: str, found: re.Match[str]) -> str:
    """Return the words that say whose liability it is: those before it is said to pass, or before the verb."""
    before = re.split(r"\b(?:transfers?|transferred|pass(?:es|ed)?)\b", sentence[: found.end()], maxsplit=1, flags=re.IGNORECASE)
    return before[0]
