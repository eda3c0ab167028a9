"""The words with which verbs begin facts that papers print: `templates/begun.yaml`, a lawyer's file.

In: the root folder. Out: `BegunWords`, which says them with names and days put in. A line that is missing or cannot be filled is refused.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from section75.facts.raw import Map
from section75.facts.reader import read_yaml
from section75.problems import Place, Problem, Refused, errors

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from section75.facts.raw import Node

FILE: Final = "templates/begun.yaml"


@dataclass(frozen=True, slots=True)
class BegunWords:
    """The words of the file, by their dotted paths."""

    words: Map

    def say(self, path: str, names: Mapping[str, str]) -> str:
        """Return the words at a path with names put in. Raises `Refused` where there are none, or they ask for a name not given."""
        found: Node = self.words
        for part in path.split("."):
            found = found.get(part, "") if isinstance(found, Map) else ""  # type: ignore[assignment] # no words are found as empty ones
        if not isinstance(found, str) or not found:
            raise Refused([Problem(Place(FILE), "begun", "error", f"“{path}” is not there.", "Put it back.")])
        try:
            return str(found).format_map(names)
        except (KeyError, ValueError, IndexError) as fault:
            place = getattr(found, "place", None) or Place(FILE)
            message, remedy = f"The braces of “{path}” cannot be filled: {fault}.", f"Use only {{{'}, {'.join(names)}}}."
            raise Refused([Problem(place, "begun", "error", message, remedy)]) from None

    def limb(self, kind: str, names: Mapping[str, str]) -> dict[str, str]:
        """Return a recommendation: its verb and its words."""
        return {name: self.say(f"recommendations.{kind}.{name}", names) for name in ("verb", "words")}


def begun_words(root: Path) -> BegunWords:
    """Return the words of a project. Raises `Refused` where their file has faults."""
    tree, problems = read_yaml(root / FILE, FILE)
    if found := errors(problems):
        raise Refused(found)
    return BegunWords(tree)


ORDINALS: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")


def ordinal(number: int) -> str:
    """Return a number as a word: first, second; above nine as figures.

    >>> ordinal(2), ordinal(12)
    ('second', '12th')
    """
    return ORDINALS[number - 1] if number <= len(ORDINALS) else f"{number}th"
