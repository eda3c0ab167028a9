"""The texts that can be compared: an agreement as it is drafted now or as it stood in git, and any Markdown of record.

In: the words of the command: `NAME`, `NAME@REVISION`, a path. Out: `Version`, the Document without draft marks, and the house it is
dressed in. An older revision is drafted with its own facts and texts, by today's code; nothing in the work tree is touched.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import tarfile
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from section75.commands.finish import finished
from section75.document.numbering import number
from section75.filing.inputs import FOLDERS
from section75.problems import Place, Problem, Refused, one_of
from section75.project import Project
from section75.text.houses import DEFAULT, read_house
from section75.text.markup import read_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.document.house import House
    from section75.document.tree import Document


@dataclass(frozen=True, slots=True)
class Version:
    """One text to compare: what it was asked for as, the Document, and its house."""

    name: str
    document: Document
    house: House


def version(project: Project, asked: str, paper: str) -> Version:
    """Return the text that is asked for. Raises `Refused` where there is none, or it has faults."""
    if file := _file(project, asked):
        return _recorded(project, asked, file)
    name, _, revision = asked.partition("@")
    name = Path(name).name
    if not revision:
        return drafted(project, asked, name, paper, project)
    with taken_out(project, revision) as older:
        return drafted_in(older, revision, f"{name}@{revision}", name, paper, project)


@contextmanager
def taken_out(project: Project, revision: str) -> Iterator[Project]:
    """Give a project as it stood in a revision, in a folder that lasts as long as it is needed. Raises `Refused` where there is none."""
    with TemporaryDirectory(prefix="section75-") as folder:
        _take_out(project.root, revision, Path(folder))
        _complete(project.root, Path(folder))
        yield Project(Path(folder))


def drafted_in(older: Project, revision: str, asked: str, name: str, paper: str, dresser: Project) -> Version:
    """Return a paper of a project that was taken out of git. Raises `Refused` with places that say of which revision they are."""
    try:
        return drafted(older, asked, name, paper, dresser)
    except Refused as refused:
        raise Refused([_of_revision(problem, revision) for problem in refused.problems]) from None


def _of_revision(problem: Problem, revision: str) -> Problem:
    """Return a problem whose place says of which revision the file is, as git does."""
    return replace(problem, place=replace(problem.place, file=f"{revision}:{problem.place.file}"))


def drafted(project: Project, asked: str, name: str, paper: str, dresser: Project) -> Version:
    """Return a paper as it is drafted, in the dress of a house of `dresser`. Raises `Refused` with every fault of its facts and texts."""
    partnership = project.read(name)
    if paper not in partnership.papers:
        message = f"“{name}” has no document “{paper}”."
        raise Refused([Problem(Place(f"agreements/{name}"), "document", "error", message, one_of(paper, partnership.papers))])
    made = partnership.draft(paper)
    return Version(asked, finished(made.drafted.document), _house(dresser, made.house.name))


def _house(project: Project, name: str) -> House:
    """Return a house as it is dressed today; one that is no longer there gives way to the default."""
    known = project.root / "templates" / "houses" / name / "house.yaml"
    return read_house(project.root, name if known.is_file() else DEFAULT)[0]


# ------------------------------------------------------------------ Markdown of record


def _file(project: Project, asked: str) -> Path | None:
    """Return the Markdown that the words name: from here, from the root, or from the agreements."""
    if not asked.endswith(".md"):
        return None
    paths = (Path(asked), project.root / asked, project.root / "agreements" / asked)
    found = next((path for path in paths if path.is_file()), None)
    if found is None:
        raise Refused([Problem(Place(asked), "file", "error", "There is no such file.", "Name a Markdown of record that is there.")])
    return found


def _recorded(project: Project, asked: str, file: Path) -> Version:
    try:
        source = file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise Refused([Problem(Place(asked), "file", "error", "The text is not UTF-8.", "Save it with the encoding UTF-8.")]) from None
    house = _house(project, _house_of(project, file))
    return Version(asked, finished(number(read_document(source, asked), house.scheme)), house)


def _house_of(project: Project, file: Path) -> str:
    """Return the house of the agreement in whose folder a file lies, if it lies in one that can be read."""
    agreements = (project.root / "agreements").resolve()
    if not file.resolve().is_relative_to(agreements):
        return DEFAULT
    try:
        return str(project.read(file.resolve().relative_to(agreements).parts[0]).agreement.house)
    except Refused:
        return DEFAULT


# ------------------------------------------------------------------ git


def _take_out(root: Path, revision: str, folder: Path) -> None:
    """Put what papers are drafted from, as it stood in a revision, into a folder."""
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if not commit:
        raise Refused([_unknown(revision, f"There is no revision “{revision}” here.", "Name a commit, branch or tag that git knows.")])
    name = commit.decode().strip()
    there = _git(root, "ls-tree", "--name-only", name, "--", *FOLDERS).decode().split()
    if "agreements" not in there:
        raise Refused([_unknown(revision, f"Revision “{revision}” has no agreements.", "Name a later one.")])
    try:
        with tarfile.open(fileobj=io.BytesIO(_git(root, "archive", "--format=tar", name, "--", *there))) as archive:
            archive.extractall(folder, filter="data")
    except tarfile.TarError as fault:
        raise Refused([_unknown(revision, f"Revision “{revision}” cannot be taken out: {fault}.", "Name another one.")]) from None


def _complete(root: Path, folder: Path) -> None:
    """Add the texts of whole papers that today's code asks for and that older projects lack; clauses and schedules are never added."""
    for path in sorted((root / "templates").glob("*.md")):
        if (folder / "templates").is_dir() and not (folder / "templates" / path.name).exists():
            shutil.copy(path, folder / "templates" / path.name)


def _git(root: Path, *words: str) -> bytes:
    """Return what git says; nothing where it fails."""
    program = shutil.which("git")
    if program is None:
        raise Refused([_unknown("git", "git is not installed.", "Install it, or compare with a Markdown of record.")])
    done = subprocess.run((program, "-C", str(root), *words), capture_output=True, check=False)  # noqa: S603 - a revision is never an option
    return done.stdout if done.returncode == 0 else b""


def _unknown(place: str, message: str, remedy: str) -> Problem:
    return Problem(Place(place), "revision", "error", message, remedy)
