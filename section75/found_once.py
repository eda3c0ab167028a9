"""What is wrong with the texts that are for all partnerships, found once in a process for each content of them.

In: the root folder, and how to find it. Out: `Problem`s; their places are relative to the root, so they are the same wherever it is.
To check several hundred texts takes longer than to draft a short agreement; to see whether one has changed does not.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from section75.problems import Problem

FOLDERS: Final = ("templates", "schedules")


@dataclass(frozen=True, slots=True)
class _Texts:
    """The content of all texts as one hash, and how to find what is wrong with them."""

    content: str
    find: Callable[[], tuple[Problem, ...]] = field(compare=False)


def found_once(root: Path, find: Callable[[], tuple[Problem, ...]]) -> tuple[Problem, ...]:
    """Return what is wrong with the texts of a project, as it is found now or was found for the same texts."""
    return _found(_Texts(_content(root), find))


@lru_cache(maxsize=32)
def _found(texts: _Texts) -> tuple[Problem, ...]:
    return texts.find()


def _content(root: Path) -> str:
    whole = sha256()
    for path in sorted(path for folder in FOLDERS for path in (root / folder).rglob("*") if path.is_file()):
        whole.update(f"{path.relative_to(root).as_posix()}\n{sha256(path.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()
