"""Where the texts that were sent are kept.

In: the root folder and the name of a partnership. Out: the folder with the record of each text, and the conflicts that came of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

FOLDER: Final = "sent"


def sent_folder(root: Path, name: str) -> Path:
    """Return where the texts of a partnership that were sent are kept."""
    return root / "agreements" / name / FOLDER
