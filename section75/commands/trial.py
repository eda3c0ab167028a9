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
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from section75.project import Project

TEXTS: Final = ("templates", "schedules")


@contextmanager
def tried(project: Project, files: Mapping[str, str]) -> Iterator[Project]:
    """Give the project with the files in place, in a folder that is gone afterwards; agreements that no file touches are only linked."""
    touched = {Path(file).parts[1] for file in files}
    with TemporaryDirectory(prefix="section75-") as folder:
        root = Path(folder)
        for part in TEXTS:
            (root / part).symlink_to((project.root / part).resolve(), target_is_directory=True)
        (root / "agreements").mkdir()
        for path in sorted((project.root / "agreements").iterdir()):
            if path.name in touched:
                shutil.copytree(path, root / "agreements" / path.name)
            else:
                (root / "agreements" / path.name).symlink_to(path.resolve())
        for file, text in files.items():
            (root / file).parent.mkdir(parents=True, exist_ok=True)
            (root / file).write_bytes(text.encode())
        yield replace(project, root=root)
