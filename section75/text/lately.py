"""What was asked for lately: a mapping that makes what it lacks, and forgets what nobody has asked for longest.

In: a key, and how to make what belongs to it. Out: the same thing for the same key, made once while it is remembered. What a process
holds therefore does not grow with the number of agreements that it meets.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

K = TypeVar("K", bound="Hashable")
V = TypeVar("V")


class Lately(OrderedDict[K, V]):
    """So many things at most, the one asked for last at the end.

    >>> squares = Lately(most=2)
    >>> [squares.found(n, lambda n: n * n) for n in (2, 3, 2, 4)], list(squares)
    ([4, 9, 4, 16], [2, 4])
    """

    def __init__(self, most: int) -> None:
        """Begin with nothing."""
        super().__init__()
        self.most = most

    def found(self, key: K, make: Callable[[K], V]) -> V:
        """Return what belongs to a key."""
        if key in self:
            self.move_to_end(key)
            return self[key]
        made = self[key] = make(key)
        while len(self) > self.most:
            self.popitem(last=False)
        return made
