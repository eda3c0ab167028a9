"""What the models of one file know of each other while they are read.

In: the raw tree and what is known already. Out: `Context`, handed to every validator by pydantic.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from section75.facts.raw import Map
from section75.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from section75.facts.raw import Node

RULE = "facts"


@dataclass
class Context:
    """The tree being read, the maps kept so far, and the faults that are no single value's."""

    root: Map = field(default_factory=Map)
    known: dict[str, object] = field(default_factory=dict)
    unread: dict[str, Node] = field(default_factory=dict)
    """Maps that are being read just now, or that had faults: their keys still answer."""
    problems: list[Problem] = field(default_factory=list)

    def refuse(self, place: Place | None, message: str, remedy: str) -> None:
        """Note a fault."""
        self.problems.append(Problem(place or Place(""), RULE, "error", message, remedy))

    def find(self, names: Iterable[str], key: str) -> object | None:
        """Return the thing kept under one of the names and this key."""
        for name in names:
            kept = self.known.get(name)
            if isinstance(kept, Mapping) and key in kept:
                return cast("object", kept[key])
        return None

    def keys(self, names: Iterable[str]) -> list[str]:
        """Return all keys of the maps of these names, whether or not they could be read, in their order."""
        return list(dict.fromkeys(key for name in names for key in self._keys(name)))

    def _keys(self, name: str) -> Iterable[str]:
        for place in (self.unread, self.known, self.root):
            kept = place.get(name)
            if isinstance(kept, Mapping):
                return cast("Iterable[str]", kept)
        return ()
