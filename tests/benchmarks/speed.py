"""How fast papers are made, beside other programs on the same content in the same run.

In: the Northshire agreement. Out: tables on the terminal: the whole chain to Word beside pandoc and docxtemplater; PDF beside WeasyPrint
alone, LibreOffice and Chromium; one changed fact, and none. Every line is a process of its own, from its start to its end. Run by
`make bench`; a program that is not installed is left out, and said to be.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

from timing import COMMAND, HEAD, ROOT, Cost, cost, line, ratio

sys.path.insert(0, str(ROOT))

from plain_words import data, markdown, template

from section75.commands.pages import Task, packed
from section75.project import Project
from section75.writers import html

if TYPE_CHECKING:
    from section75.project import Made

NAME: Final = "northshire-better-care-fund"
HERE: Final = ROOT / "tests" / "benchmarks"
PYTHON: Final = sys.executable
WORD_AIM: Final = "of pandoc; at most 0.8"
PDF_AIM: Final = "of WeasyPrint alone; at most 1.05"
UNCHANGED_AIM: Final = "at most 0.3 s"
MORE: Final = 3
"""How many further agreements are timed."""
CHANGED: Final = ("retention: 12 years", "retention: 11 years")


@dataclass(frozen=True, slots=True)
class Desk:
    """A folder to work in, and the agreement that is made in it."""

    folder: Path
    made: Made

    def file(self, name: str) -> str:
        """Return the path of a file in the folder."""
        return str(self.folder / name)


def say(words: str) -> None:
    """Print a line."""
    sys.stdout.write(f"{words}\n")


# ------------------------------------------------------------------ Word


def word(desk: Desk) -> None:
    """Print what each program takes to make the Word file."""
    document = desk.made.drafted.document
    Path(desk.file("plain.md")).write_text(markdown(document), encoding="utf-8")
    Path(desk.file("plain.json")).write_text(json.dumps(data(document)), encoding="utf-8")
    Path(desk.file("template.docx")).write_bytes(template())
    say(f"\nWord: {HEAD[6:]}")
    chain = [PYTHON, str(HERE / "chain.py"), NAME, "docx", desk.file("ours.docx")]
    ours, more = cost(chain), cost([*chain, str(1 + MORE)])
    line("from facts: read, draft, number, write", ours)
    further = _further(ours, more)
    line("the same for each further agreement of a build", further)
    Path(desk.file("word-task")).write_bytes(packed(Task(desk.made.name, document, desk.made.house, "docx")))
    writing = [PYTHON, str(HERE / "ours.py"), desk.file("word-task"), desk.file("ours.docx")]
    written = _further(cost(writing), cost([*writing, str(1 + MORE)]))
    line("of which writing, from words that are there", written)
    line("the same as a build, every rule judging it", _build(desk, "docx"))
    pandoc = _pandoc(desk)
    if pandoc:
        ratio("the first agreement", ours.wall, pandoc.wall, WORD_AIM)
        ratio("each further agreement", further.wall, pandoc.wall, WORD_AIM)
        ratio("writing alone, each further agreement", written.wall, pandoc.wall, "of pandoc, which does no more")
    if (ROOT / "node_modules" / "docxtemplater").is_dir():
        script = ["node", str(HERE / "docxtemplater.mjs"), desk.file("template.docx"), desk.file("plain.json"), desk.file("theirs.docx")]
        line("docxtemplater: a template and JSON", cost(script))
    else:
        say("docxtemplater is not installed (npm ci)")


def _further(one: Cost, more: Cost) -> Cost:
    """Return what each further time takes, of one run and of one that does it `MORE` times more."""
    return Cost((more.wall - one.wall) / MORE, (more.cpu - one.cpu) / MORE, more.memory)


def _build(desk: Desk, ending: str, *more: str) -> Cost:
    asked = ["build", NAME, "--document", "agreement", "--format", ending, "--out", desk.file("build"), "--no-cache", "--jobs", "1"]
    return cost([*COMMAND, *asked, *more])


def _pandoc(desk: Desk) -> Cost | None:
    if not find_spec("pypandoc"):
        say("pandoc is not installed (requirements-dev.lock)")
        return None
    import pypandoc

    found = cost([pypandoc.get_pandoc_path(), "-f", "gfm", "-t", "docx", desk.file("plain.md"), "-o", desk.file("pandoc.docx")])
    line("pandoc: from Markdown", found)
    return found


# ------------------------------------------------------------------ PDF


def pdf(desk: Desk) -> None:
    """Print what each program takes to make the PDF."""
    made = desk.made
    task = Task(made.name, made.drafted.document, made.house, "pdf")
    Path(desk.file("task")).write_bytes(packed(task))
    page = html.page(made.drafted.document, made.house, screen=False)
    Path(desk.file("page.html")).write_text(page, encoding="utf-8")
    say(f"\nPDF: {HEAD[5:]}")
    ours = cost([PYTHON, str(HERE / "ours.py"), desk.file("task"), desk.file("ours.pdf")], runs=2)
    line("from the drafted agreement", ours)
    bare = cost([PYTHON, str(HERE / "bare.py"), desk.file("page.html"), desk.file("bare.pdf")], runs=2)
    line("WeasyPrint alone, from our HTML", bare)
    ratio("PDF", ours.cpu, bare.cpu, PDF_AIM)
    if office := shutil.which("soffice"):
        profile = f"-env:UserInstallation=file://{desk.file('office')}"
        command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(desk.folder), desk.file("ours.docx")]
        line("LibreOffice, from our Word file", cost(command))
    else:
        say("LibreOffice is not installed")
    if browser := shutil.which("chromium"):
        command = [browser, "--headless", "--no-sandbox", f"--print-to-pdf={desk.file('browser.pdf')}", f"file://{desk.file('page.html')}"]
        line("Chromium, from our HTML", cost(command))
    else:
        say("Chromium is not installed")


# ------------------------------------------------------------------ again


def again(desk: Desk) -> None:
    """Print what a build of the whole partnership takes when nothing, and when one fact, has changed since the last one."""
    root = desk.folder / "project"
    for part in ("section75", "templates", "schedules", f"agreements/{NAME}"):
        shutil.copytree(ROOT / part, root / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "build.py", root)
    build = [PYTHON, str(root / "build.py"), "build", NAME, "--format", "docx,html,md"]
    say(f"\nAgain: {HEAD[7:]}")
    line("nothing kept yet: 14 papers as Word, HTML and Markdown", cost(build, runs=1))
    unchanged = cost(build, runs=5)
    line("nothing changed", unchanged, UNCHANGED_AIM)
    facts = root / "agreements" / NAME / "agreement.yaml"
    facts.write_text(facts.read_text(encoding="utf-8").replace(*CHANGED), encoding="utf-8")
    line("one fact changed", cost(build, runs=1))


def main() -> None:
    """Print all tables."""
    made = Project(ROOT).read(NAME).draft("agreement")
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder), made)
        word(desk)
        pdf(desk)
        again(desk)


if __name__ == "__main__":
    main()
