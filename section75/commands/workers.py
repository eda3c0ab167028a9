"""Who does the work of a build: other processes, or this one.

In: how many may work at once. Out: a function that is given work and returns a future of what comes of it.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

Give = Callable[[Callable[[], Any]], Future[Any]]
"""Takes work that needs no further words, and returns a future of what comes of it."""


@contextmanager
def workers(jobs: int) -> Iterator[Give]:
    """Have work done: with one job in this process, at once; otherwise by as many others. If anything is raised, nothing more is begun.

    What is at work then is finished first: to end a process while it sends something may leave this one waiting for the rest.

    Raises `BrokenProcessPool`, from a future, where a process is ended from outside.
    """
    if jobs == 1:
        yield _done
        return
    with _processes(jobs) as pool:

        def give(work: Callable[[], Any]) -> Future[Any]:
            with _stop_held_back():  # the first work begins the processes
                return pool.submit(work)

        try:
            yield give
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _done(work: Callable[[], Any]) -> Future[Any]:
    done: Future[Any] = Future()
    try:
        done.set_result(work())
    except OSError as fault:
        done.set_exception(fault)
    return done


def _processes(jobs: int) -> ProcessPoolExecutor:
    """Return processes that, where the system can, are copies of this one, with all that it has read.

    What it holds is set aside from the collector of cycles, so that the copies share it.
    """
    if "fork" not in multiprocessing.get_all_start_methods():
        return ProcessPoolExecutor(jobs, initializer=_begin)
    gc.collect()
    gc.freeze()
    return ProcessPoolExecutor(jobs, multiprocessing.get_context("fork"), initializer=_begin)


@contextmanager
def _stop_held_back() -> Iterator[None]:
    """Hold a stop back for a moment: Python loses one that comes while it copies itself."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    """Let a process leave a stop to the one that asked for its work, and end with that one, however it ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    asking = multiprocessing.parent_process()
    if asking is not None:
        threading.Thread(target=_end_with, args=(asking.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
