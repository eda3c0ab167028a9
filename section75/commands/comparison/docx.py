"""A comparison as a Word file: the newer text, whole, with every difference as a tracked change.

In: a `Comparison`. Out: bytes. There is no summary in it, so that accepting all changes gives the newer text and rejecting all the older.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from section75.comparison.redline import redline_of
from section75.writers import written

if TYPE_CHECKING:
    from section75.commands.comparison import Comparison


def write(comparison: Comparison) -> bytes:
    """Return the file."""
    return written(redline_of(comparison.pairs), comparison.new.house, "docx")
