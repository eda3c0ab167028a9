"""What has changed in the library since an agreement was signed, told by the record that was kept of its text.

In: the root folder and the name of an agreement. Out: lines. A record names each text of the library by its path with the SHA-256 of what
it then was; only these two are read here.
"""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXT: Final = re.compile(r"(templates|schedules)/.+")
HASH: Final = re.compile(r"[0-9a-f]{64}")


def since_signing(root: Path, name: str) -> Iterator[str]:
    """Yield what differs from the newest record, or that there is none to compare with."""
    records = sorted((root / "agreements" / name / "executed").glob("*.json"))
    kept = dict(_texts(json.loads(records[-1].read_text(encoding="utf-8")))) if records else {}
    if not kept:
        yield "Nothing is recorded of the text as signed, so what has changed in the library since then cannot be told."
        return
    differs = sorted(path for path, digest in kept.items() if digest != _digest(root / path))
    when = records[-1].stem
    if not differs:
        yield f"The library has not changed since the text of {when}."
        return
    yield f"Changed in the library since the text of {when}:"
    yield from (f"  {path}{'' if (root / path).is_file() else ' (no longer there)'}" for path in differs)


def _texts(node: object) -> Iterator[tuple[str, str]]:
    """Yield each path of a text with its digest, wherever the record keeps them."""
    if isinstance(node, dict):
        for key, value in node.items():
            digest = value.get("sha256") if isinstance(value, dict) else value
            if TEXT.fullmatch(key) and isinstance(digest, str) and HASH.fullmatch(digest):
                yield key, digest
            else:
                yield from _texts(value)
    elif isinstance(node, list):
        for one in node:
            yield from _texts(one)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
