"""The pages of drafted papers, printed in each format by several workers; a page that was printed before is not printed again.

In: drafted papers, and what is wanted. Out: `Page`s, the bytes of each, or why an engine could not write it.
A page is known by what it is printed from: the words and structure of its Document, the files of its house, and the engines.
"""

from __future__ import annotations

import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from section75.commands.inputs import digest, engines
from section75.commands.recall import store_of
from section75.writers import EngineMissing, Unprintable, written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from section75.commands.built import Wanted
    from section75.commands.store import Store
    from section75.document.house import House
    from section75.document.tree import Document
    from section75.project import Made

Task = tuple[str, "Document", "House", str]
"""A paper's name, its Document, its house, and the format."""


@dataclass(frozen=True, slots=True)
class Page:
    """A paper in one format: its bytes, how many seconds they took, or what was missing."""

    paper: str
    ending: str
    data: bytes
    seconds: float
    missing: str = ""


def printed_pages(root: Path, name: str, papers: Iterable[Made], wanted: Wanted, say: Callable[[str], None]) -> Iterator[Page]:
    """Yield each paper in each format."""
    tasks = [(paper.name, paper.drafted.document, paper.house, ending) for paper in papers for ending in wanted.formats]
    tasks.sort(key=lambda task: task[3] != "pdf")  # the slowest first, so that no worker waits long at the end
    store = store_of(root) if wanted.cached else None
    keys = {id(task): _key(task) for task in tasks} if store else {}
    left = []
    for task in tasks:
        if kept := _kept(store, keys.get(id(task), "")):
            yield Page(task[0], task[3], kept, 0.0)
        else:
            left.append(task)
    for task, page in zip(left, _printed(left, name, wanted.jobs, say), strict=True):
        if store and page.data:
            _keep(store, keys[id(task)], page.data)
        yield page


def _printed(tasks: list[Task], name: str, jobs: int, say: Callable[[str], None]) -> Iterator[Page]:
    if jobs == 1 or len(tasks) <= 1:
        for task in tasks:
            say(f"{name}: writing {task[0]}.{task[3]}")
            yield _print(task)
        return
    with ProcessPoolExecutor(jobs) as pool:
        for page in pool.map(_print, tasks):
            say(f"{name}: wrote {page.paper}.{page.ending}")
            yield page


def _print(task: Task) -> Page:
    paper, document, house, ending = task
    started = time.perf_counter()
    try:
        data, missing = written(document, house, ending), ""
    except (EngineMissing, Unprintable) as fault:
        data, missing = b"", str(fault)
    return Page(paper, ending, data, time.perf_counter() - started, missing)


def _key(task: Task) -> str:
    _, document, house, ending = task
    files = (*sorted(house.shells.items()), *(("sheet", sheet) for sheet in (*house.sheets, house.screen) if sheet))
    beside = sorted(path for folder in {path.parent for _, path in files} for path in folder.glob("*.css"))
    dress = [f"{kind} {sha256(path.read_bytes()).hexdigest()}" for kind, path in (*files, *((path.name, path) for path in beside))]
    return digest([ending, repr(document), house.name, repr(house.scheme), *dress, engines()])


def _kept(store: Store | None, key: str) -> bytes | None:
    content = store.get(key) if store else None
    return store.get(content.decode("ascii")) if store and content else None


def _keep(store: Store, key: str, data: bytes) -> None:
    """Keep a page under the hash of its bytes, and that hash under what it was printed from: the build keeps the same bytes once."""
    content = sha256(data).hexdigest()
    store.put(content, data)
    store.put(key, content.encode("ascii"))
