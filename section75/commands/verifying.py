"""Whether a built file still says what it was built to say, and from which facts and texts that was.

In: a project and a file that was built by it. Out: `Verified`. What the file says of itself is tried: the paper is drafted from the facts
and texts as they are and, if these make another text, as they were in earlier revisions in git; the words of the file are then compared.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass, field
from difflib import unified_diff
from hashlib import sha256
from html.parser import HTMLParser
from io import BytesIO
from typing import TYPE_CHECKING, Final

from section75.commands import manifest
from section75.commands.finish import finished
from section75.commands.provenance import bearing, fingerprint, told_in
from section75.commands.versions import taken_out
from section75.filing.inputs import inputs_of
from section75.problems import Place, Problem, Refused, one_of
from section75.writers import formats, written
from section75.writers.docx.properties import SOURCE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pypdf import PdfReader

    from section75.commands.provenance import Source
    from section75.project import Project

MOST: Final = 50
"""How many earlier revisions are tried."""
NOW: Final = "the facts and texts as they are"
HTML_LINE: Final = re.compile(rb'<meta name="generator" content="([^"]*)">')
FRONT_LINE: Final = re.compile(rb"^source: (.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Verified:
    """What a file is: where it says it came from, which state of facts and texts makes its text, and how its words differ from that."""

    source: Source
    made_from: str = ""
    """The facts and texts as they are, a commit, or nothing that was found."""
    changed: tuple[str, ...] = ()
    """The files that were changed since, as far as that is known."""
    differences: tuple[str, ...] = field(default=())
    """The lines that the file has otherwise."""
    same_bytes: bool = False


def verify(project: Project, file: Path) -> Verified:
    """Return what a file is. Raises `Refused` where it cannot be read or does not say where it came from."""
    data, ending = file.read_bytes(), file.suffix.lstrip(".")
    if ending not in formats():
        raise _refused(file, f"There is no format “{ending}”.", one_of(ending, formats()))
    source = told_in(_line(data, ending, file))
    if source is None:
        raise _refused(file, "It does not say where it came from.", "It was built elsewhere, or its metadata were taken out.")
    if listed := _listed(project, source, data):
        return listed
    for state, older in _states(project, source.name):
        if (made := _made(older, source, ending)) is not None:
            differences = () if made == data else tuple(_differences(made, data, ending, file))
            return Verified(source, state, differences=differences, same_bytes=made == data)
    return Verified(source)


def _listed(project: Project, source: Source, data: bytes) -> Verified | None:
    """Return what the manifest beside the built files tells of a file with the same bytes."""
    told = manifest.read(project.root / "build" / source.name)
    content = sha256(data).hexdigest()
    paper = next((paper for paper in told["papers"].values() if paper["sha256"] == content), None)
    if paper is None:
        return None
    before, now = told["inputs"][paper["inputs"]], dict(inputs_of(project.root, source.name).files)
    changed = sorted(path for path in {*before, *now} if before.get(path) != now.get(path))
    return Verified(source, NOW if not changed else "the build told in its manifest", tuple(changed), same_bytes=True)


def _states(project: Project, name: str) -> Iterator[tuple[str, Project]]:
    yield NOW, project
    for commit in _commits(project.root, name):
        try:
            with taken_out(project, commit) as older:
                yield commit, older
        except Refused:
            continue


def _commits(root: Path, name: str) -> list[str]:
    """Return the newest revisions that touched the agreement or any text, the newest first; none where git does not answer."""
    program = shutil.which("git")
    if program is None:
        return []
    paths = (f"agreements/{name}", "templates", "schedules")
    words = (program, "-C", str(root), "log", f"--max-count={MOST}", "--format=%h", "--", *paths)
    return subprocess.run(words, capture_output=True, text=True, check=False).stdout.split()  # noqa: S603 - no word of it is a user's option


def _made(project: Project, source: Source, ending: str) -> bytes | None:
    """Return the file as facts and texts make it, as a draft or a final copy, if it is the text that the file says it holds."""
    if source.name not in project.names:
        return None
    try:
        partnership = project.read(source.name)
        if source.paper not in partnership.papers:
            return None
        made = partnership.draft(source.paper)
    except Refused:
        return None
    for document in (made.drafted.document, finished(made.drafted.document)):
        if fingerprint(document, made.house) == source.fingerprint:
            return written(bearing(document, made.house, source.name, source.paper), made.house, ending)
    return None


# ------------------------------------------------------------------ what a file says


def _line(data: bytes, ending: str, file: Path) -> str:
    """Return the line of a file's metadata that says where it came from."""
    match ending:
        case "docx":
            from section75.returned.package import opened

            return opened(data, str(file)).property(SOURCE) or ""
        case "pdf":
            metadata = _pdf(data, file).metadata
            return str(metadata.creator or "") if metadata else ""
        case "html":
            found = HTML_LINE.search(data)
        case _:
            found = FRONT_LINE.search(data)
    return found[1].decode("utf-8", "replace") if found else ""


def _pdf(data: bytes, file: Path) -> PdfReader:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        return PdfReader(BytesIO(data))
    except (PyPdfError, ValueError, OSError):
        raise _refused(file, "It is no PDF that can be read.", "Name a file as it was built.") from None


class _Words(HTMLParser):
    """Gathers the words of a page, a line an element of the text."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._quiet = 0

    def handle_starttag(self, tag: str, _: object) -> None:
        self._quiet += tag in ("style", "script")

    def handle_endtag(self, tag: str) -> None:
        self._quiet -= tag in ("style", "script")

    def handle_data(self, data: str) -> None:
        if not self._quiet:
            self.lines += data.split("\n")


def _words(data: bytes, ending: str, file: Path) -> list[str]:
    """Return the words of a file, line by line; of a Word file with every tracked change accepted."""
    match ending:
        case "docx":
            from section75.returned.marks import shown
            from section75.returned.package import opened
            from section75.returned.paragraphs import read
            from section75.returned.views import accepted

            lines = [shown(one.words) for one in accepted(read(opened(data, str(file))).paragraphs)]
        case "pdf":
            lines = [line for page in _pdf(data, file).pages for line in page.extract_text().split("\n")]
        case "html":
            page = _Words()
            page.feed(data.decode("utf-8", "replace"))
            lines = page.lines
        case _:
            lines = data.decode("utf-8", "replace").split("\n")
    return [" ".join(line.split()) for line in lines if line.strip()]


def _differences(made: bytes, data: bytes, ending: str, file: Path) -> Iterator[str]:
    found = unified_diff(_words(made, ending, file), _words(data, ending, file), "as built", "as it is", lineterm="", n=0)
    return (line for line in found if line[:1] in "+-" and line[:3] not in ("+++", "---"))


def _refused(file: Path, message: str, remedy: str) -> Refused:
    return Refused([Problem(Place(str(file)), "verify", "error", message, remedy)])
