"""What has changed in the library since an agreement was signed, told by the record that was kept of its text.

In: the root folder and the name of an agreement. Out: lines. A record names each text of the library by its path with the SHA-256 of what
it then was. Raises `Refused` where the record was altered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from section75.executed import Executed
from section75.records import fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def since_signing(root: Path, name: str) -> Iterator[str]:
    """Yield what differs from the agreement as it was last signed, or that there is none to compare with."""
    executed = Executed(root, name)
    if executed.agreement is None:
        yield "Nothing is recorded of the text as signed, so what has changed in the library since then cannot be told."
        return
    differs = sorted(path for path, kept in executed.agreement.texts.items() if kept != _now(root / path))
    if not differs:
        yield f"The library has not changed since the text of {executed.last}."
        return
    yield f"Changed in the library since the text of {executed.last}:"
    yield from (f"  {path}{'' if (root / path).is_file() else ' (no longer there)'}" for path in differs)


def _now(path: Path) -> str:
    return fingerprint(path.read_bytes()) if path.is_file() else ""
