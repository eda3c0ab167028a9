"""What is saved in folders while somebody works in them, as the system tells of it.

In: folders. Out: sets of paths that were written, renamed or taken away; what is saved together comes together, and an empty set says that
nothing was saved for a while. Where the system tells of nothing, the folders are looked through again and again.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import TYPE_CHECKING, Final, Protocol, Self

from watchfiles import Change, watch

from section75.filing.inputs import is_left_by_editor

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import TracebackType

QUIET: Final = 0.2
"""Seconds without a save after which there is time for what takes longer."""
TOGETHER: Final = 40
"""Milliseconds within which saves count as one: an editor that renames files needs a few."""
LONGEST: Final = 400
"""Milliseconds after which saves are told though more keep coming."""
LOOKED_AGAIN: Final = 250
"""Milliseconds between two looks, where the system tells of nothing."""


class Saves(Protocol):
    """What is saved, as it comes."""

    def __iter__(self) -> Iterator[frozenset[str]]:
        """Yield the paths of what is saved together, or none after a while in which nothing was; end when it is to end."""

    @property
    def waiting(self) -> bool:
        """Whether something was saved, or it is to end, and the one who reads has not heard of it yet."""

    @property
    def ended(self) -> bool:
        """Whether it is to end."""


class FolderSaves:
    """The saves in folders, heard in a thread of its own."""

    def __init__(self, folders: Sequence[Path], *, polling: bool = False) -> None:
        """Take the folders; `polling` says that the system is not to be asked, which may know nothing of network drives."""
        self.polling = polling
        self.fault: Exception | None = None
        """Why nothing more can be heard."""
        self._folders = folders
        self._heard: SimpleQueue[frozenset[str]] = SimpleQueue()
        self._ready, self._ended = Event(), Event()
        self._thread = Thread(target=self._listen, daemon=True)

    def __enter__(self) -> Self:
        """Begin to listen; whatever is saved from now on is heard."""
        self._thread.start()
        self._ready.wait()
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        """Stop listening."""
        self.end()
        self._thread.join()

    def __iter__(self) -> Iterator[frozenset[str]]:
        """Yield the paths of what is saved."""
        while not self.ended:
            try:
                found = set(self._heard.get(timeout=QUIET))
            except Empty:
                yield frozenset()
                continue
            with suppress(Empty):
                while True:
                    found.update(self._heard.get_nowait())
            if found:
                yield frozenset(found)

    @property
    def waiting(self) -> bool:
        """Whether there is something to hear."""
        return not self._heard.empty()

    @property
    def ended(self) -> bool:
        """Whether it is to end."""
        return self._ended.is_set()

    def end(self) -> None:
        """Let it end; this may be called while a signal is handled, so it only sets a flag and wakes the one who waits."""
        self._ended.set()
        self._heard.put(frozenset())

    def _listen(self) -> None:
        try:
            self._hear()
        except (OSError, RuntimeError) as fault:  # too many folders are watched, or the system cannot watch these
            if self.polling:
                self.fault = fault
                self.end()
            else:
                self.polling = True
                self._listen()
        finally:
            self._ready.set()

    def _hear(self) -> None:
        heard = watch(
            *self._folders,
            watch_filter=_matters,
            debounce=LONGEST,
            step=TOGETHER,
            stop_event=self._ended,
            rust_timeout=round(QUIET * 1000),
            yield_on_timeout=True,
            force_polling=True if self.polling else None,
            poll_delay_ms=LOOKED_AGAIN,
        )
        for changes in heard:
            self._ready.set()
            if changes:
                self._heard.put(frozenset(path for _, path in changes))


def _matters(_: Change, path: str) -> bool:
    return not is_left_by_editor(Path(path).name) and not path.endswith(".pyc")
