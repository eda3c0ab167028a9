"""A build, or any writing of files, that is stopped: killed, or refused by the system, at a step that the test chooses.

Run as a program: `faulting.py kill|enospc|erofs|edquot N FOLDER ROOT WORD…` runs the command in the project ROOT; before the N-th change
that it makes below FOLDER it kills itself, or that change is refused. Without a change so late it ends as the command does. It prints
how many changes there were. In a test: `refusing` does the same to this very process.
"""

from __future__ import annotations

import errno
import os
import signal
import sys
from contextlib import contextmanager
from functools import cache
from pathlib import Path

CHANGES = ("open", "os.rename", "os.link", "os.remove", "os.mkdir", "os.chmod")
"""What changes files, as Python tells before it does it."""
HERE = Path(__file__).parent
MOST = 60.0
"""How many seconds another process may take."""


def said(words: str) -> None:
    """Say what was tried: `pytest -s` or `-rP` shows it."""
    sys.stdout.write(f"{words}\n")


def files_in(folder: Path) -> dict[str, bytes]:
    """Return every file beneath a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def paths() -> dict[str, str]:
    """Return the environment in which another process finds the program and these tests."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join((str(HERE), str(HERE.parent)))}


class Fault:
    """Hears of every change below a folder, and stops the one whose turn it is."""

    def __init__(self) -> None:
        self.folder = ""
        self.at = 0
        self.every = False
        self.seen = 0
        self.kind = ""
        sys.addaudithook(self)

    def set(self, kind: str, at: int, folder: Path, *, every: bool = False) -> None:
        self.kind, self.at, self.folder, self.every, self.seen = kind, at, str(folder), every, 0

    def __call__(self, event: str, arguments: tuple) -> None:
        if not self.folder or event not in CHANGES or self.folder not in str(arguments[0]):
            return
        if event == "open" and not _writes(arguments):
            return
        self.seen += 1
        if self.seen != self.at and not (self.every and self.seen > self.at):
            return
        if self.kind == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        number = getattr(errno, self.kind.upper())
        raise OSError(number, os.strerror(number), str(arguments[0]))


def _writes(arguments: tuple) -> bool:
    mode, flags = arguments[1], arguments[2]
    return bool(flags & (os.O_WRONLY | os.O_RDWR)) if isinstance(flags, int) else any(sign in str(mode) for sign in "wxa+")


@cache
def fault() -> Fault:
    return Fault()


@contextmanager
def refusing(kind: str, at: int, folder: Path, *, every: bool = False):
    """Let the change whose turn it is be refused, or each from there on; give what counts them."""
    one = fault()
    one.set(kind, at, folder, every=every)
    try:
        yield one
    finally:
        one.folder = ""


if __name__ == "__main__":
    from section75 import cli

    fault().set(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
    status = cli.main(sys.argv[5:], Path(sys.argv[4]))
    sys.stdout.write(f"changes: {fault().seen}\n")
    sys.exit(status)
