"""Files written whole or not at all.

In: bytes by path. Out: files; each is complete under a name of its own before it takes the place of an older one, and if one cannot take
its place all others get back what stood there. A folder is written by one process at a time; what a killed one has left in it, the next
takes away.
"""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import sys
from contextlib import ExitStack, contextmanager, suppress
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from section75.problems import Place, Problem

if sys.platform != "win32":  # Windows has no such locks: nobody waits there, and nothing is taken away that might be another's
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

UNFINISHED: Final = ".unfinished"
"""How the names of files end that are not in their place yet."""
WANTED: Final = {
    errno.ENOSPC: "Make room on the disk.",
    errno.EDQUOT: "Make room on the disk.",
    errno.EFBIG: "Ask for larger files to be allowed here.",
    errno.EROFS: "Name another folder.",
    errno.EACCES: "Ask for the right to write there, or name another folder.",
    errno.EPERM: "Ask for the right to write there, or name another folder.",
    errno.EISDIR: "Take the folder away that stands where the file belongs.",
}
"""What to do where a file cannot be written."""


def stands(path: Path, data: bytes) -> bool:
    """Whether a file stands already as it would be written."""
    try:
        return path.read_bytes() == data
    except OSError:
        return False


def holds(path: Path, content: str) -> bool:
    """Whether a file stands, and the SHA-256 of its content is this one."""
    try:
        return sha256(path.read_bytes()).hexdigest() == content
    except OSError:
        return False


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write all files, then put them in place; if one cannot be written none is changed. Raises `OSError` that names the file."""
    folders = sorted({path.parent for path in files})
    for folder in folders:
        with _named(folder):
            folder.mkdir(parents=True, exist_ok=True)
    with _alone_in(folders), ExitStack() as undone:
        ready = [(_written(path, data, undone), path) for path, data in files.items()]
        _put(ready)


def clear(folder: Path) -> None:
    """Take away what killed processes have left in a folder and below it."""
    for path in list(folder.rglob(f".*{UNFINISHED}")):
        with _locked(path.parent) as alone:
            if alone:
                _take_away(path)


def unwritten(fault: OSError) -> Problem:
    """Return what a file that cannot be read or written is to its user."""
    remedy = f"{WANTED.get(fault.errno or 0, '')} Nothing was changed.".lstrip()
    return Problem(Place(str(fault.filename or "a file")), "file", "error", f"{fault.strerror or fault}.", remedy)


# ------------------------------------------------------------------ written, then put in place


def _written(path: Path, data: bytes, undone: ExitStack) -> Path:
    """Write bytes beside their place, and return where."""
    temporary = _beside(path)
    undone.callback(_take_away, temporary)
    with _named(path):
        with temporary.open("xb") as stream:
            stream.write(data)
        temporary.chmod(0o644)
    return temporary


def _put(ready: Iterable[tuple[Path, Path]]) -> None:
    """Put files in their place; if one cannot be, put back what stood there before."""
    with ExitStack() as kept, ExitStack() as back:
        for temporary, path in ready:
            with _named(path):
                older = _kept(path, kept)
                temporary.replace(path)
            back.callback(older.replace, path) if older else back.callback(path.unlink, missing_ok=True)
        back.pop_all()


def _kept(path: Path, kept: ExitStack) -> Path | None:
    """Keep an older file under another name until all are in place."""
    if not path.exists():
        return None
    older = _beside(path)
    kept.callback(_take_away, older)
    try:
        older.hardlink_to(path)
    except OSError:  # not every disk knows such names
        shutil.copy2(path, older)
    return older


def _take_away(path: Path) -> None:
    """Take a file away that is in its place, or no longer needed; where that is refused, the next who writes here does it."""
    with suppress(OSError):
        path.unlink(missing_ok=True)


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.{secrets.token_hex(4)}{UNFINISHED}")


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Let a fault name the file that was to be written, and not the one that was to become it."""
    try:
        yield
    except OSError as fault:
        raise OSError(fault.errno, fault.strerror, str(path)) from fault


# ------------------------------------------------------------------ one at a time


@contextmanager
def _alone_in(folders: Iterable[Path]) -> Iterator[None]:
    """Wait until nobody else writes into the folders, and take away what the killed have left there; the system ends their locks."""
    with ExitStack() as held:
        for folder in folders:
            if held.enter_context(_locked(folder)):
                for path in list(folder.glob(f".*{UNFINISHED}")):
                    _take_away(path)
        yield


@contextmanager
def _locked(folder: Path) -> Iterator[bool]:
    """Hold a folder, and say whether it could be held: some disks of a network know no locks."""
    handle = _lock(folder)
    try:
        yield handle is not None
    finally:
        if handle is not None:
            os.close(handle)


def _lock(folder: Path) -> int | None:
    if sys.platform == "win32":
        return None
    handle = None
    try:
        handle = os.open(folder, os.O_RDONLY)
        fcntl.flock(handle, fcntl.LOCK_EX)
    except OSError:
        if handle is not None:
            os.close(handle)
        return None
    return handle
