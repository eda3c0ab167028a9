"""A comparison as a Word file: the newer text, whole, with every difference as a tracked change.

In: a `Comparison`. Out: bytes. The head of each page says what is compared with what. There is no summary in it, so that accepting
all changes gives the newer text and rejecting all the older.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from section75.writers import written

if TYPE_CHECKING:
    from section75.commands.comparison import Comparison


def write(comparison: Comparison) -> bytes:
    """Return the file. Raises `Refused` for faults of the line at its head, and `Unprintable` if it would not give both texts."""
    return written(comparison.redline(), comparison.new.house, "docx")
