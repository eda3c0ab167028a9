"""Who does the work of a build: other processes, or this one.

In: how many may work at once. Out: an `Executor`, which is given functions and their arguments and gives futures.
"""

from __future__ import annotations

import gc
import multiprocessing
import signal
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Given = ParamSpec("Given")
Gives = TypeVar("Gives")


class InThisProcess(Executor):
    """Does each piece of work at once, in this process."""

    def submit(self, work: Callable[Given, Gives], /, *args: Given.args, **kwargs: Given.kwargs) -> Future[Gives]:
        """Return a future that is done; a fault of the work is raised at once."""
        done: Future[Gives] = Future()
        done.set_result(work(*args, **kwargs))
        return done


def workers(jobs: int) -> Executor:
    """Return who does the work: with one job this process, otherwise as many others.

    Where the system can, they are copies of this process, with all that it has read; what it holds is set aside from the collector of
    cycles, so that the copies share it.
    """
    if jobs == 1:
        return InThisProcess()
    if "fork" not in multiprocessing.get_all_start_methods():
        return ProcessPoolExecutor(jobs)
    gc.collect()
    gc.freeze()
    return ProcessPoolExecutor(jobs, multiprocessing.get_context("fork"), initializer=_begin)


def stop(pool: Executor) -> None:
    """End all work at once, done or not."""
    pool.shutdown(wait=False, cancel_futures=True)
    for worker in multiprocessing.active_children():
        worker.terminate()


def _begin() -> None:
    """End without a word when the user ends the build."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
