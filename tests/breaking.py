"""The files of a lawful partnership after edits, and where in them a rule must point.

In: a base of `tests/cases/good`, and edits as `Mutation` has them. Out: the text of each file by its path in the partnership's folder.
"""

from __future__ import annotations

from fnmatch import fnmatch
from functools import cache
from typing import TYPE_CHECKING

from cases import CASES
from splicing import spliced, where

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Files = dict[str, str]
FACTS = {"report": "reports/*.yaml", "equality": "equality.yaml", "figures": "figures/*.yaml"}
"""The file of a path that begins with a word: the last of that pattern; any other path is in the agreement."""


def folder_of(base: str) -> Path:
    """Return the partnership's folder within the case."""
    return CASES / "good" / base / "agreements" / base


@cache
def lawful(base: str) -> Files:
    """Return every file of a base as it is committed."""
    folder = folder_of(base)
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*")) if path.is_file()}


def edited(files: Mapping[str, str], edits: Mapping[str, str | None]) -> Files:
    """Return the files after the edits, one after another."""
    made = dict(files)
    for key, value in edits.items():
        file, path = _named(made, key)
        if path:
            made[file] = spliced(made[file], {path: value})
        elif value is None:
            del made[file]
        else:
            made[file] = value
    return made


def placed(files: Mapping[str, str], at: str) -> str:
    """Return the file, line and column at which a rule must point."""
    text, _, spot = at.partition(":")
    file, path = _named(files, text)
    line, column = where(files[file], path) if path else map(int, spot.split(":"))
    return f"{file}:{line}:{column}"


def _named(files: Mapping[str, str], key: str) -> tuple[str, str]:
    """Return the file that a key is in, and the path in it; no path for a text."""
    if key.endswith(".md"):
        return (f"{_last(files, 'report').removesuffix('.yaml')}/{key.removeprefix('report/')}" if key.startswith("report/") else key), ""
    head, _, path = key.partition(".")
    return (_last(files, head), path) if head in FACTS and path else ("agreement.yaml", key)


def _last(files: Mapping[str, str], kind: str) -> str:
    return max(file for file in files if fnmatch(file, FACTS[kind]) and file.count("/") == FACTS[kind].count("/"))
