"""A drafted paper printed in one format; a page that was printed before is not printed again.

In: a `Task`, and where earlier pages are kept. Out: a `Page`: its bytes, or why an engine could not write it.
A page is known by what it is printed from: its Document, the files of its house, the time that it is to bear, and the engines.
"""

from __future__ import annotations

import pickle
import time
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from section75.document.writing_time import stated_time
from section75.filing.inputs import digest, engines
from section75.filing.store import store_of
from section75.writers import EngineMissing, Unprintable, written

if TYPE_CHECKING:
    from pathlib import Path

    from section75.document.house import House
    from section75.document.tree import Document
    from section75.filing.store import Store


@dataclass(frozen=True, slots=True)
class Task:
    """A paper's name, its Document, its house, and the format it is to be printed in."""

    paper: str
    document: Document
    house: House
    ending: str


@dataclass(frozen=True, slots=True)
class Page:
    """A paper in one format: its bytes, how many seconds they took, or what was missing."""

    paper: str
    ending: str
    data: bytes
    seconds: float
    missing: str = ""


def packed(task: Task) -> bytes:
    """Return a task as bytes, to be sent from process to process without being read on the way."""
    return pickle.dumps(task, pickle.HIGHEST_PROTOCOL)


def print_packed(root: Path, task: bytes, *, cached: bool) -> Page:
    """Print a task that another process of the same build has packed."""
    return print_or_recall(root, pickle.loads(task), cached=cached)  # noqa: S301 - packed a moment ago by a process of this build


def recalled(root: Path, task: Task, *, cached: bool) -> Page | None:
    """Return the page of a task as an earlier build has kept it, if it has."""
    kept = _kept(store_of(root), _key(task)) if cached else None
    return Page(task.paper, task.ending, kept, 0.0) if kept else None


def print_or_recall(root: Path, task: Task, *, cached: bool) -> Page:
    """Return the page of a task, printed now if no earlier build has kept it; it is kept then."""
    if not cached:
        return _print(task)
    store, key = store_of(root), _key(task)
    if kept := _kept(store, key):
        return Page(task.paper, task.ending, kept, 0.0)
    page = _print(task)
    if page.data:
        _keep(store, key, page.data)
    return page


def _print(task: Task) -> Page:
    started = time.perf_counter()
    try:
        data, missing = written(task.document, task.house, task.ending), ""
    except (EngineMissing, Unprintable) as fault:
        data, missing = b"", str(fault)
    return Page(task.paper, task.ending, data, time.perf_counter() - started, missing)


def _key(task: Task) -> str:
    house = task.house
    files = (*sorted(house.shells.items()), *(("sheet", sheet) for sheet in (*house.sheets, house.screen) if sheet))
    beside = sorted(path for folder in {path.parent for _, path in files} for path in folder.glob("*.css"))
    dress = [f"{kind} {sha256(path.read_bytes()).hexdigest()}" for kind, path in (*files, *((path.name, path) for path in beside))]
    return digest([task.ending, repr(task.document), house.name, repr(house.scheme), *dress, str(stated_time()), engines()])


def _kept(store: Store, key: str) -> bytes | None:
    content = store.get(key)
    return store.get(content.decode("ascii")) if content else None


def _keep(store: Store, key: str, data: bytes) -> None:
    """Keep a page under the hash of its bytes, and that hash under what it was printed from: the build keeps the same bytes once."""
    content = sha256(data).hexdigest()
    store.put(content, data)
    store.put(key, content.encode("ascii"))
