"""The texts of the library, read by several processes side by side before the work of a build is given out.

In: a project, its texts, and how many may work at once. Out: nothing; this process knows the texts, and whatever is copied from it does.
"""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Final

from section75.commands.workers import workers
from section75.text.library import NAMED, READ
from section75.text.ready import read_and_packed, unpack

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FEW: Final = 20
"""How many texts must be unread before it is worth to begin processes for them."""


def read_texts(root: Path, texts: Iterable[str], jobs: int) -> None:
    """Read texts that this process does not know; the longest are dealt out first, so that all processes end together.

    A share that cannot be read is not read: whoever needs a text of it meets what is wrong with it.
    """
    known = {text.file for text in READ}
    unread = [file for file in texts if file not in known and NAMED.fullmatch(file.rpartition("/")[2])]
    if jobs == 1 or len(unread) < FEW:
        return
    unread.sort(key=lambda file: -_size(root / file))
    with workers(jobs) as give:
        for done in [give(partial(read_and_packed, root, unread[which::jobs])) for which in range(jobs)]:
            with suppress(OSError):
                unpack(done.result())


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0
