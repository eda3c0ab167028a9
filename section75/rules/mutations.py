"""The one way in which each rule of law guards against a lawful agreement being broken, so that a test can break it.

In: nothing. Out: `Mutation`, which rule files list under `MUTATIONS`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Mutation:
    """Changes to the facts of a lawful agreement, after which this rule finds something at one place, and no other rule does."""

    edits: Mapping[str, str | None]
    """YAML by dotted path: `{"functions.care.sections": "[18, 69]"}`; a new path is added, and nothing in place of YAML takes it out."""
    at: str
    """The path that the finding points at; of a list's items by number: `functions.care.sections.1`. A map is pointed at by its key."""
    lawful: Mapping[str, str | None] = field(default_factory=dict)
    """Changes made before, which leave the agreement lawful."""
    base: str = "fully-stated"
    """The folder of `tests/cases/good` that holds the lawful agreement."""
    also: tuple[str, ...] = ()
    """Other rules that the same break offends as well: a reference to words that are gone, say, or what the same clause does besides."""
