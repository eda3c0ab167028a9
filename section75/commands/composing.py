"""A file of facts composed: its head for editors and people, then the fields of its model with what is known.

In: the path of the file in its project, the model, and what its fields hold. Out: the text of the file.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from section75.facts.agreement import Agreement
from section75.facts.instrument import Instrument
from section75.facts.report import Report
from section75.facts.skeleton import skeleton

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from section75.facts.fact import Fact
    from section75.facts.skeleton import Stated

SCHEMAS: Final = "section75/facts/schema"
HEAD: Final = (
    "# yaml-language-server: $schema={schema}",
    "# TBC is a blank: it is printed as one, counted, and refused in a final copy. State what you know, in any order of time.",
    "# A line that begins with # is a field you may use: take the # away. What is only inferred: {assumed: …, because: …}.",
)


def composed(file: str, model: type[Fact], facts: Mapping[str, Stated], elsewhere: Sequence[str] = ()) -> str:
    """Return the text of a file; the fields `elsewhere` have their values from other files where this one is silent."""
    kinds = {Agreement: "agreement", Report: "report", Instrument: "instrument"}
    kind = next((kind for known, kind in kinds.items() if issubclass(model, known)), "equality")
    return head(file, kind) + skeleton(model, facts, elsewhere)


def head(file: str, kind: str) -> str:
    """Return the lines at the head of a file, which point an editor at the schema of its kind."""
    return "\n".join((*HEAD, "")).replace("{schema}", f"{'../' * file.count('/')}{SCHEMAS}/{kind}.json") + "\n"


def slug(words: str) -> str:
    """Return words as a part of a file's name.

    >>> slug("Health & Care Committee")
    'health-care-committee'
    """
    return re.sub(r"[^a-z0-9]+", "-", words.casefold()).strip("-")
