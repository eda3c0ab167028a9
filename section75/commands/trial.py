"""New and changed files tried in a copy before any of them is written.

In: a project, and the text of files by their paths in it. Out: the project as it would be; what cannot be read there is refused, and
nothing of the project has changed.
"""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from section75.filing.inputs import TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from section75.project import Project


@contextmanager
def tried(project: Project, files: Mapping[str, str]) -> Iterator[Project]:
    """Give the project with the files in place, in a folder that is gone afterwards. Agreements are copied: no link may lead to facts."""
    with TemporaryDirectory(prefix="section75-") as folder:
        root = Path(folder)
        for part in TEXTS:
            (root / part).symlink_to((project.root / part).resolve(), target_is_directory=True)
        shutil.copytree(project.root / "agreements", root / "agreements")
        for file, text in files.items():
            (root / file).parent.mkdir(parents=True, exist_ok=True)
            (root / file).write_bytes(text.encode())
        yield replace(project, root=root)
