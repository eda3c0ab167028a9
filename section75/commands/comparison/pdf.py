"""A comparison as PDF: the summary, and the redline of what changed.

In: a `Comparison`. Out: bytes. Its words stand in templates/comparison.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from section75.writers import written

if TYPE_CHECKING:
    from section75.commands.comparison import Comparison


def write(comparison: Comparison) -> bytes:
    """Return the PDF. Raises `Refused` with every fault of its texts, and what the PDF writer raises."""
    return written(comparison.page(), comparison.new.house, "pdf")
