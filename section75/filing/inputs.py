"""What a build depends on: the files of an agreement, the texts, the code, and the engines with their fonts, each by its content.

In: the root folder and the name of an agreement. Out: `Inputs`, every file with the SHA-256 of its content, and one key of all of it.
Two builds with equal keys write the same bytes; nothing here asks for a time of change, so a stale result cannot be taken for a fresh one.
"""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

CODE: Final = Path(__file__).resolve().parent.parent
RENEWS: Final = re.compile(r"^renews:[ \t]*[\"']?([^\"'#\n]+?)[\"']?[ \t]*(?:#.*)?$", re.MULTILINE)
TEXTS: Final = ("templates", "schedules")
"""The folders of what is for all agreements."""
FOLDERS: Final = ("agreements", *TEXTS)
"""All folders from which papers are made."""
FONTS: Final = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts", "/etc/fonts")
LIBRARIES: Final = ("libpango", "libharfbuzz", "libfontconfig", "libfreetype")
"""How the names begin of the libraries of the system that the engine of PDF stands on."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """The files from which the papers of an agreement are made, relative to the root, each with the hash of its content."""

    files: Mapping[str, str]

    @property
    def texts(self) -> Mapping[str, str]:
        """Those that are for all agreements."""
        return {path: content for path, content in self.files.items() if path.startswith(tuple(f"{folder}/" for folder in TEXTS))}

    @property
    def key(self) -> str:
        """One hash of all of them."""
        return digest(f"{path} {content}" for path, content in sorted(self.files.items()))


def inputs_of(root: Path, name: str, texts: Mapping[str, str] | None = None) -> Inputs:
    """Return what the papers of an agreement are made from; what editors leave beside the files is none of it.

    `texts` are those that are for all agreements, where they were just looked at.
    """
    own = _contents(root, [f"agreements/{folder}" for folder in _folders(root, name)])
    return Inputs({**own, **(texts_of(root) if texts is None else texts)})


def texts_of(root: Path) -> dict[str, str]:
    """Return the texts that are for all agreements, each with the hash of its content."""
    return _contents(root, TEXTS)


def _contents(root: Path, folders: Iterable[str]) -> dict[str, str]:
    found = ((path, _content(f"{root}/{path}")) for folder in folders for path in files_in(root, folder) if not is_left_by_editor(path))
    return {path: content for path, content in found if content}


def is_left_by_editor(path: str) -> bool:
    """Whether a file, or a folder on the way to it, is one that nobody reads: hidden, as swap files and locks are, or an older copy.

    >>> [is_left_by_editor(path) for path in ("clauses/.030-term.md.swp", "clauses/.#030-term.md", "agreement.yaml~", "agreement.yaml")]
    [True, True, True, False]
    """
    return path.endswith("~") or any(part.startswith(".") for part in path.split("/"))


def _folders(root: Path, name: str) -> Iterator[str]:
    """Yield the folder of an agreement, and then each that it renews; whether these were all is asked again once the facts are read."""
    seen: set[str] = set()
    while name and name not in seen:
        file = root / "agreements" / name / "agreement.yaml"
        try:
            facts = file.read_text(encoding="utf-8", errors="replace") if file.is_file() else None
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):  # it was taken away a moment ago
            facts = None
        if facts is None:
            return
        seen.add(name)
        yield name
        found = RENEWS.search(facts)
        name = found[1].rstrip("/").rpartition("/")[2] if found else ""


def files_in(root: Path, folder: str = "") -> Iterator[str]:
    """Yield every file beneath a folder of the root, as seen from the root: paths as words, since there are a thousand of them."""
    try:
        with os.scandir(f"{root}/{folder}") as listed:
            entries = sorted(listed, key=lambda entry: entry.name)
    except (FileNotFoundError, NotADirectoryError):
        return
    for entry in entries:
        path = f"{folder}/{entry.name}" if folder else entry.name
        if entry.is_dir():
            yield from () if entry.is_symlink() and _is_within(f"{root}/{folder}", entry.path) else files_in(root, path)
        elif entry.is_file():
            yield path


def _is_within(folder: str, other: str) -> bool:
    """Whether a folder is beneath another, or is it: a link that leads back up is not followed for ever."""
    return Path(other).resolve() in (Path(folder).resolve(), *Path(folder).resolve().parents)


def _content(path: str) -> str:
    """Return the hash of a file, or nothing where it was taken away since it was listed."""
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - a Path for each of a thousand files takes longer than reading them
            return sha256(file.read()).hexdigest()
    except FileNotFoundError:
        return ""


def digest(lines: Iterable[str]) -> str:
    """Return one hash of lines, in their order."""
    whole = sha256()
    for line in lines:
        whole.update(line.encode("utf-8", "surrogatepass") + b"\n")
    return whole.hexdigest()


# ------------------------------------------------------------------ what turns them into papers


@cache
def engines() -> str:
    """Return one hash of all that turns files into papers, as it was when it was first asked for: that is what is at work."""
    return digest([program(), *_system()])


def engines_now() -> str:
    """Return one hash of this program, the packages and the interpreter it runs on, and the fonts and libraries of the system."""
    return digest([digest(_program()), *_system()])


@cache
def program() -> str:
    """Return one hash of this program, the packages and the interpreter it runs on: what reads texts and facts, and prints nothing."""
    return digest(_program())


def _program() -> Iterator[str]:
    return chain([sys.version], _code(), _packages())


def _code() -> Iterator[str]:
    yield from (f"{path} {_content(f'{CODE}/{path}')}" for path in files_in(CODE) if path.endswith(".py"))


def _packages() -> Iterator[str]:
    """Yield the name and version of each installed package, told by its folder."""
    for folder in sys.path:
        if folder.endswith("-packages") and os.path.isdir(folder):  # noqa: PTH112 - words, as everywhere here
            yield from sorted(name for name in os.listdir(folder) if name.endswith(".dist-info"))  # noqa: PTH208 - likewise


def _system() -> Iterator[str]:
    """Yield fonts and libraries with size and time: their content is large, and a package that replaces one changes both."""
    for name in FONTS:
        folder = Path(name).expanduser()
        yield from (_stated(f"{folder}/{path}") for path in files_in(folder) if not path.endswith(".uuid"))
    for folder in (Path("/usr/lib"), Path("/usr/lib64"), Path("/usr/local/lib"), *Path("/usr/lib").glob("*-linux-*")):
        if folder.is_dir():
            found = (f"{folder}/{name}" for name in sorted(os.listdir(folder)) if name.startswith(LIBRARIES))  # noqa: PTH208 - likewise
            yield from (_stated(path) for path in found if os.path.isfile(path))  # noqa: PTH113 - likewise


def _stated(path: str) -> str:
    state = os.stat(path)  # noqa: PTH116 - words, as everywhere here
    return f"{path} {state.st_size} {state.st_mtime_ns}"
