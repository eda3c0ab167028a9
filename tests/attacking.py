"""What attacks have in common: a small project, a canary outside it, and a guard that notes whatever a build asks of the world.

In: a folder. Out: the project, and what came of building it: the status, what was said, every byte of every file unpacked, and each
address or file outside that was asked for.
"""

from __future__ import annotations

import io
import re
import shutil
import signal
import sys
import zipfile
import zlib
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from tempfile import mkdtemp

import resvg_py
from cases import RIVER, laid_out
from pypdf import PdfReader

from section75 import cli

CANARY = "Canary-7391"
"""Words that stand in files outside the project and nowhere in it."""
CLAUSE = "# Testing {#testing}\n\n1. Each Partner must pass before {{ term.expiry }}.\n2. It is {{ title }}.\n"
FACTS = "agreements/river/agreement.yaml"
OWN_CLAUSE = "templates/clauses/010-testing.md"
SHEET = "templates/houses/default/print.css"
SHELL = "templates/houses/default/shell-agreement.docx"
NETWORK = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "urllib.Request", "http.client.connect")


@cache
def _kept() -> Path:
    """Return a project that is copied for each attack: real texts, but few of them."""
    root = laid_out(Path(mkdtemp(prefix="attacked-")) / "project", RIVER)
    for name in ("templates/clauses", "schedules", "templates/reports/sections", "templates/equality", "agreements/river/reports"):
        shutil.rmtree(root / name)
        (root / name).mkdir()
    (root / "agreements" / "river" / "equality.yaml").unlink()
    (root / "templates" / "background.md").write_text("1. {{ title }} is for {{ subject }}.\n", encoding="utf-8")
    (root / OWN_CLAUSE).write_text(CLAUSE, encoding="utf-8")
    return root


def project(folder: Path) -> Path:
    """Return a project in a folder, with a canary beside it."""
    root = folder / "project"
    shutil.copytree(_kept(), root)
    outside = folder / "outside"
    for name in ("clauses", "house"):
        (outside / name).mkdir(parents=True)
    (outside / "agreement.yaml").write_text(f"title: {CANARY}\nsubject: {CANARY}\n", encoding="utf-8")
    (outside / "clauses" / "010-testing.md").write_text(CLAUSE.replace("It is", CANARY), encoding="utf-8")
    shutil.copytree(root / "templates" / "houses" / "lancashire", outside / "house", dirs_exist_ok=True)
    (outside / "house" / "print.css").write_text(f"/* {CANARY} */", encoding="utf-8")
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9" fill="#FF00FF"/></svg>'
    (outside / "canary.png").write_bytes(resvg_py.svg_to_bytes(svg_string=drawing))
    (outside / "canary.txt").write_text(CANARY, encoding="utf-8")
    return root


def change(root: Path, file: str, old: str, new: str) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


# ------------------------------------------------------------------ what a build asks of the world


class _Guard:
    """Notes what Python is about to open, connect to or start; once set, such a hook stays, so it is told when to listen."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.listening = False
        sys.addaudithook(self)

    def __call__(self, event: str, arguments: tuple) -> None:
        if self.listening and (event in NETWORK or event in ("open", "subprocess.Popen", "os.system", "os.exec")):
            self.asked.append(f"{event} {arguments[:2]!r}")


@cache
def _guard() -> _Guard:
    return _Guard()


@contextmanager
def watched():
    """Give the list of what is asked of the world while the block runs."""
    guard = _guard()
    guard.asked, guard.listening = [], True
    try:
        yield guard.asked
    finally:
        guard.listening = False


# ------------------------------------------------------------------ what came of it


def fetched(asked: list[str]) -> list[str]:
    """Return what was asked of the network, and which files outside the project were."""
    return [one for one in asked if "/outside/" in one or (one.startswith(NETWORK) and "('data:" not in one)]


@dataclass(frozen=True)
class Attacked:
    status: int
    said: str
    files: dict[str, bytes]
    asked: list[str] = field(default_factory=list)

    @property
    def fetched(self) -> list[str]:
        return fetched(self.asked)

    def holding(self, words: str) -> list[str]:
        """Return the files in which words stand, unpacked and as a reader sees them."""
        return [name for name, data in self.files.items() if words.encode() in unpacked(name, data)]


@lru_cache(64)
def unpacked(name: str, data: bytes) -> bytes:
    """Return a file as it is, its parts unpacked, and its words, all after one another."""
    return b"\0".join(_layers(name, data))


def _layers(name: str, data: bytes):
    yield data
    if name.endswith(".docx"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for part in archive.namelist():
                yield part.encode()
                yield archive.read(part)
                yield re.sub(rb"<[^>]+>", b"", archive.read(part))
    if name.endswith(".pdf"):
        reader = PdfReader(io.BytesIO(data))
        yield "".join(page.extract_text() for page in reader.pages).encode("utf-8", "replace")
        yield repr(reader.metadata).encode()
        for stream in re.findall(rb"stream\r?\n(.*?)endstream", data, re.DOTALL):
            with suppress(zlib.error):
                yield zlib.decompressobj().decompress(stream)


def attacked(root: Path, capsys, *words: str) -> Attacked:
    """Run the command in the project, and return what came of it; the files are those under `build`, but for manifests."""
    capsys.readouterr()
    given = words or ("build", "river", "--document", "agreement", "--jobs", "1", "--no-cache")
    with watched() as asked:
        status = cli.main(given, root)
    told = capsys.readouterr()
    files = {path.relative_to(root).as_posix(): path.read_bytes() for path in (root / "build").rglob("*.*") if path.is_file()}
    return Attacked(status, told.out + told.err, {name: data for name, data in files.items() if not name.endswith(".json")}, list(asked))


@contextmanager
def within(seconds: float):
    """Fail where the block takes longer: a hang is a fault too."""

    def stop(*_):
        raise AssertionError(f"It took longer than {seconds} seconds.")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
