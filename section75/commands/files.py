"""Files written whole or not at all.

In: bytes by path. Out: files; each is complete under a name of its own before it takes the place of an older one.
"""

from __future__ import annotations

import os
import tempfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def stands(path: Path, data: bytes) -> bool:
    """Whether a file stands already as it would be written."""
    try:
        return path.read_bytes() == data
    except OSError:
        return False


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write all files, then put them in place; if one cannot be written none is changed. Raises `OSError`."""
    ready: list[tuple[Path, Path]] = []
    try:
        for path, data in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
            ready.append((path.parent / name, path))
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
        for temporary, path in ready:
            temporary.chmod(0o644)
            temporary.replace(path)
    finally:
        for temporary, _ in ready:
            temporary.unlink(missing_ok=True)
