"""What a build depends on: the files of an agreement, the texts, the code, and the engines with their fonts, each by its content.

In: the root folder and the name of an agreement. Out: `Inputs`, every file with the SHA-256 of its content, and one key of all of it.
Two builds with equal keys write the same bytes; nothing here asks for a time of change, so a stale result cannot be taken for a fresh one.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

CODE: Final = Path(__file__).resolve().parent.parent
RENEWS: Final = re.compile(r"^renews:[ \t]*[\"']?([^\"'#\n]+?)[\"']?[ \t]*(?:#.*)?$", re.MULTILINE)
TEXTS: Final = ("templates", "schedules")
FONTS: Final = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts", "/etc/fonts")
LIBRARIES: Final = ("libpango*", "libharfbuzz*", "libfontconfig*", "libfreetype*")
"""Libraries of the system that the engine of PDF stands on."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """The files from which the papers of an agreement are made, relative to the root, each with the hash of its content."""

    files: Mapping[str, str]

    @property
    def key(self) -> str:
        """One hash of all of them."""
        return digest(f"{path} {content}" for path, content in sorted(self.files.items()))


def inputs_of(root: Path, name: str) -> Inputs:
    """Return what the papers of an agreement are made from."""
    own = [path for folder in _folders(root, name) for path in _files(root / "agreements" / folder)]
    return Inputs({_shown(root, path): _content(path) for path in own} | _texts(root))


def _folders(root: Path, name: str) -> Iterator[str]:
    """Yield the folder of an agreement, and then each that it renews; whether these were all is asked again once the facts are read."""
    seen: set[str] = set()
    while name and name not in seen:
        seen.add(name)
        yield name
        file = root / "agreements" / name / "agreement.yaml"
        found = RENEWS.search(file.read_text(encoding="utf-8", errors="replace")) if file.is_file() else None
        name = found[1].rstrip("/").rpartition("/")[2] if found else ""


def _texts(root: Path) -> dict[str, str]:
    return {_shown(root, path): _content(path) for folder in TEXTS for path in _files(root / folder)}


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _shown(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()


def _content(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def digest(lines: Iterable[str]) -> str:
    """Return one hash of lines, in their order."""
    whole = sha256()
    for line in lines:
        whole.update(line.encode("utf-8", "surrogatepass") + b"\n")
    return whole.hexdigest()


# ------------------------------------------------------------------ what turns them into papers


@cache
def engines() -> str:
    """Return one hash of this program, the packages and the interpreter it runs on, and the fonts and libraries of the system."""
    return digest([sys.version, *_code(), *_packages(), *_system()])


def _code() -> Iterator[str]:
    for path in sorted(CODE.rglob("*.py")):
        yield f"{_shown(CODE, path)} {_content(path)}"


def _packages() -> Iterator[str]:
    """Yield the name and version of each installed package, told by its folder."""
    for folder in sys.path:
        if folder.endswith("-packages") and Path(folder).is_dir():
            yield from sorted(path.name for path in Path(folder).iterdir() if path.suffix == ".dist-info")


def _system() -> Iterator[str]:
    """Yield fonts and libraries with size and time: their content is large, and a package that replaces one changes both."""
    for name in FONTS:
        folder = Path(name).expanduser()
        yield from (_stated(path) for path in _files(folder) if path.name != ".uuid")
    for folder in (Path("/usr/lib"), Path("/usr/lib64"), Path("/usr/local/lib"), *Path("/usr/lib").glob("*-linux-*")):
        yield from sorted(_stated(path) for library in LIBRARIES for path in folder.glob(library) if path.is_file())


def _stated(path: Path) -> str:
    state = path.stat()
    return f"{path} {state.st_size} {state.st_mtime_ns}"
