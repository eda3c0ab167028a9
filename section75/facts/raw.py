"""What stands in a YAML file before anyone has judged it: maps, lists and words, each with its place.

In: nothing; the reader builds them. Out: `Words`, `List`, `Map`, read by the models' validators and by renewals.
Every scalar is words: `no`, `010` and `12:30` stay what the officer wrote.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from section75.problems import Place

NOT_KNOWN = frozenset({"", "?", "~", "tbc", "tbd", "to be agreed", "to be confirmed", "to be decided"})
"""The words, in small letters, by which an officer says that something is not known yet."""


class Words(str):
    """One scalar as written, with its dotted path and its place. Compares and hashes as the words alone."""

    __slots__ = ("because", "key_at", "path", "place", "quoted", "refused")

    path: str
    place: Place | None
    key_at: Place | None
    quoted: bool
    refused: bool
    because: str

    def __new__(cls, words: str = "", path: str = "", place: Place | None = None, *, quoted: bool = False) -> Self:
        """Keep the words; `quoted` says whether they stood in quotation marks or in a block."""
        self = super().__new__(cls, words)
        self.path, self.place, self.key_at, self.quoted = path, place, place, quoted
        self.refused = False
        self.because = ""
        return self

    def __getnewargs__(self) -> tuple[str]:
        """Let `copy` and `pickle` rebuild it."""
        return (str(self),)

    @property
    def unknown(self) -> bool:
        """Whether the words say that the thing is not known yet: nothing, `TBC`, `to be agreed`, `?`, `~`."""
        return self.strip().casefold() in NOT_KNOWN


class List(list["Node"]):
    """A list as written, with its path and place."""

    def __init__(self, items: Iterable[Node] = (), path: str = "", place: Place | None = None) -> None:
        """Keep the items."""
        super().__init__(items)
        self.path, self.place, self.key_at = path, place, place
        self.refused = False
        self.because = ""


class Map(dict[str, "Node"]):
    """A map as written, in order; `keys_at` gives the place of each key and `key_at` of the key it stands under."""

    def __init__(self, items: Mapping[str, Node] | None = None, path: str = "", place: Place | None = None) -> None:
        """Keep the entries."""
        super().__init__(items or {})
        self.path, self.place, self.key_at = path, place, place
        self.keys_at: dict[str, Place] = {}
        self.refused = False
        self.whole = True
        """Whether the file could be read to its end; after a fault of syntax the rest is missing."""
        self.because = ""


Node = Words | List | Map


def joined(path: str, part: str | int) -> str:
    """Return the dotted path of a part.

    >>> joined("partners.council", "name"), joined("", "title"), joined("services", 0)
    ('partners.council.name', 'title', 'services.0')
    """
    return f"{path}.{part}" if path else str(part)


def parts(node: Node) -> Iterator[tuple[str | int, Node]]:
    """Yield what a map or a list holds, with its key or position; words hold nothing."""
    if isinstance(node, Map):
        yield from node.items()
    elif isinstance(node, List):
        yield from enumerate(node)


def name_paths(node: Node, path: str = "") -> None:
    """Give the node and everything in it its dotted path."""
    node.path = path
    for part, inner in parts(node):
        name_paths(inner, joined(path, part))
