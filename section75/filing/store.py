"""What earlier builds made, kept by content: a file is found by the key of what it was made from, or not at all.

In: keys, and bytes. Out: bytes, as they were kept, or nothing. Each file is written whole under a name of its own and then put in place,
and carries the hash of its content: what a killed build or a full disk has left is no hit. Two builds at once may keep the same file.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from section75.filing.files import clear, write_all

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Thing = TypeVar("Thing")
LENGTH: Final = 32
"""How many bytes the hash before the content takes."""
FOLDER: Final = ".cache"
"""The folder of what is kept, beside the agreements; it may be deleted at any time."""
MOST: Final = 512 * 1024 * 1024
"""How many bytes may be kept; beyond that the files that were longest of no use go."""


@dataclass(frozen=True, slots=True)
class Store:
    """A folder of what earlier builds made."""

    folder: Path

    def get(self, key: str) -> bytes | None:
        """Return what is kept under a key, or nothing where there is none or it is not whole."""
        path = self._path(key)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        found, content = data[:LENGTH], data[LENGTH:]
        if found != sha256(content).digest():
            return None
        with contextlib.suppress(OSError):  # a folder that may only be read is of use all the same
            path.touch()
        return content

    def put(self, key: str, content: bytes) -> None:
        """Keep bytes under a key; where nothing can be written, nothing is kept."""
        with contextlib.suppress(OSError):
            write_all({self._path(key): sha256(content).digest() + content})

    def prune(self, most: int = MOST) -> None:
        """Take away the files that were longest of no use, until no more than so many bytes are kept."""
        with contextlib.suppress(OSError):  # another build may take the same files away
            clear(self.folder)
            files = sorted(((path.stat().st_mtime_ns, path) for path in self.folder.glob("*/*")), reverse=True)
            kept = 0
            for _, path in files:
                kept += path.stat().st_size
                if kept > most:
                    path.unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]


@dataclass(frozen=True, slots=True)
class Form(Generic[Thing]):
    """How a thing is kept as bytes, and made of them again."""

    to_bytes: Callable[[Thing], bytes]
    from_bytes: Callable[[bytes], Thing]


def kept_or_made(store: Store | None, key: Callable[[], str], make: Callable[[], Thing], form: Form[Thing]) -> Thing:
    """Return a thing as it is kept, or made now and kept from now on; without a store it is made."""
    if store is None:
        return make()
    called = key()
    kept = store.get(called)
    if kept is not None:
        return form.from_bytes(kept)
    made = make()
    store.put(called, form.to_bytes(made))
    return made


def store_of(root: Path) -> Store:
    """Return the store of a project."""
    return Store(root / FOLDER)
