"""What does not belong in the folders of a project: links to other places, and what is no file at all.

In: the root folder. Out: nothing, or `Refused` with a problem for each. Nothing outside the
project is ever read as a fact or a text, and what a paper is made from is what git keeps and the manifest tells; so a file stands here
itself, and not a link to it.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from section75.filing.inputs import FOLDERS
from section75.problems import Place, Problem, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator


def refuse_strangers(root: Path) -> None:
    """Raise `Refused` with each link, and each thing that is neither a file nor a folder; or `OSError` where a folder cannot be listed."""
    if found := list(_strangers(root)):
        raise Refused(found)


def _strangers(root: Path) -> Iterator[Problem]:
    """Yield what does not belong there. The folders themselves may be links: whoever lays the project out says where its texts are."""
    waiting = [root / folder for folder in FOLDERS]
    while waiting:
        folder = waiting.pop()
        if not folder.is_dir():
            continue
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_symlink():
                    yield from _link(root, Path(entry.path))
                elif entry.is_dir():
                    waiting.append(Path(entry.path))
                elif not entry.is_file():
                    yield _problem(root, Path(entry.path), "This is no file that could be read to its end.", "Take it away.")


def _link(root: Path, path: Path) -> Iterator[Problem]:
    """Refuse a link; one that leads nowhere is the mark of an editor, and nothing can be read by it."""
    if path.exists():
        yield _problem(root, path, "This is a link to another place.", "Put the file or folder itself here.")


def _problem(root: Path, path: Path, message: str, remedy: str) -> Problem:
    return Problem(Place(path.relative_to(root).as_posix()), "link", "error", message, remedy)
