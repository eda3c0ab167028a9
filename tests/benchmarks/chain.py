"""The whole chain from facts to one file, as a process of its own: for the benchmarks, which time it.

In: the name of an agreement, a format, a file, and how often to do it all. Out: the agreement in that file. Nothing is judged, and of the
agreement nothing is kept or recalled; the texts of the library are at hand as every command but the first finds them, and the
words of the agreement are not: the next agreement of a build has others.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from section75.cli import SELDOM  # noqa: E402 - likewise
from section75.commands.ready_texts import ready_texts  # noqa: E402 - likewise
from section75.filing.store import store_of  # noqa: E402 - likewise
from section75.project import Project  # noqa: E402 - the project is found by its path first
from section75.text.markup import _read  # noqa: E402 - likewise
from section75.writers import written  # noqa: E402 - likewise


def main(name: str, ending: str, file: str, times: str = "1") -> None:
    """Write the agreement, each time from its facts."""
    gc.set_threshold(*SELDOM)
    store = store_of(ROOT)
    with ready_texts(store):
        project = Project(ROOT, store=store)
        for _ in range(int(times)):
            _read.cache_clear()
            made = project.read(name).draft("agreement")
            Path(file).write_bytes(written(made.drafted.document, made.house, ending))


if __name__ == "__main__":
    main(*sys.argv[1:])
