"""A comparison as a page for the screen: the summary, the redline of what changed, and both texts side by side.

In: a `Comparison`. Out: bytes. Its words stand in templates/comparison.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from section75.writers import written

if TYPE_CHECKING:
    from section75.commands.comparison import Comparison


def write(comparison: Comparison) -> bytes:
    """Return the page. Raises `Refused` with every fault of its texts."""
    return written(comparison.page(beside=True), comparison.new.house, "html")
