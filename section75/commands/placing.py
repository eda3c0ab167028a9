"""The printed pages of an agreement put in their place, with the manifest beside them, and kept for the next build.

In: what a build looked at before it read anything, what was drafted, and its pages. Out: `Built`, and files; none of either where a file
was saved meanwhile: what is written is of one state of the files, and so is what is kept.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from section75.commands.built import Built
from section75.filing.files import clear, stands
from section75.problems import Place, Problem
from section75.writers.pdf import pages_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from section75.commands.built import Line
    from section75.commands.pages import Page
    from section75.commands.prepare import Prepared
    from section75.commands.recall import Recall

TRIES: Final = 3
"""How often an agreement is begun because files of it were saved meanwhile."""


def placed(recall: Recall, prepared: Prepared, pages: Iterable[Page]) -> Built | None:
    """Return what came of an agreement, its files in place; what stands already is not written again, what a killed build left is cleared.

    Where a file was saved since `recall` looked, nothing is returned or written: it must be begun again.
    """
    if recall.past:
        return None
    if not prepared.lines:
        return Built((), prepared.problems, ())
    wanted, folder = recall.wanted, recall.wanted.out / recall.name
    order = {ending: place for place, ending in enumerate(wanted.formats)}
    papers = {line.paper: place for place, line in enumerate(prepared.lines)}
    pages = sorted(pages, key=lambda page: (papers[page.paper], order[page.ending]))
    files = {folder / f"{page.paper}.{page.ending}": page.data for page in pages if page.data}
    unchanged = tuple(path for path, data in files.items() if stands(path, data))
    clear(folder)
    recall.put(files, unchanged)
    missing = tuple(page.missing for page in pages if page.missing)
    lines = tuple(_line(line, [page for page in pages if page.paper == line.paper]) for line in prepared.lines)
    fresh = tuple(path for path in files if path not in unchanged)
    built = Built(lines, prepared.problems, fresh, missing, unchanged)
    if wanted.cached and not wanted.hurried:
        recall.keep(built, files, prepared.read)
    return built


def never_still(name: str) -> Built:
    """Return what is told of an agreement whose files were saved each time while they were read."""
    message = "Files were saved again and again while they were read."
    return Built((), (Problem(Place(f"agreements/{name}"), "saved", "error", message, "Build it once they are all saved."),), ())


def _line(line: Line, pages: list[Page]) -> Line:
    """Return the line of a paper with what printing it has shown: how many pages it has, and how long it took."""
    pdf = next((page.data for page in pages if page.ending == "pdf" and page.data), None)
    return replace(line, pages=pages_in(pdf) if pdf else None, seconds=line.seconds + sum(page.seconds for page in pages))
