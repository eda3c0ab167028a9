"""Watching: what is saved is built again at once and as a fresh build would make it, and nothing that is saved ends it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from whole import HILL, ROOT, copy_of

from section75.cli import main
from section75.commands import build as building
from section75.commands import watching
from section75.commands.built import Line, Wanted
from section75.commands.pages import Page
from section75.commands.prepare import Prepared, go_on, prepare
from section75.commands.touched import ALL, FIRST, SLOW, WARMING, first_papers, jobs_of
from section75.commands.watching import NEW_PROGRAM, Watching
from section75.filing.inputs import inputs_of
from section75.project import Project

if TYPE_CHECKING:
    from section75.problems import Problem

FACTS = "agreements/hill/agreement.yaml"
NOTHING = frozenset()
SAVED = frozenset({"a file"})
START = """
import signal, sys
from pathlib import Path
from section75.cli import main
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell in the background hands on that it is ignored
sys.exit(main(sys.argv[2:], Path(sys.argv[1])))
"""


@pytest.fixture
def hill(tmp_path):
    return copy_of(tmp_path / "project", HILL)


@dataclass
class Played:
    """Saves as a test plays them: each step does what a person does, and yields what the system tells of it."""

    steps: object
    waiting: bool = False
    ended: bool = False

    def __iter__(self):
        return iter(self.steps)


@dataclass
class Watched:
    """A watch that a test plays, and what it said and showed."""

    root: Path
    out: Path
    formats: tuple[str, ...] = ("md", "html")
    names: tuple[str, ...] = ("hill",)
    said: list[str] = field(default_factory=list)
    shown: list[Problem] = field(default_factory=list)
    saves: Played = field(default_factory=lambda: Played(()))

    def play(self, steps) -> None:
        self.saves.steps = steps
        wanted = Wanted(self.names, (), self.formats, final=False, out=self.out, jobs=1)
        Watching(self.root, wanted, self.saves, self.said.append, self.shown.extend).run()

    def took(self) -> list[str]:
        """Return what was said since this was last asked, without the seconds."""
        said = [words.rpartition(" in ")[0] if ": wrote " in words else words for words in self.said]
        self.said.clear()
        return said

    def read(self, file: str) -> str:
        return (self.out / "hill" / file).read_text(encoding="utf-8")


@pytest.fixture
def watched(hill, tmp_path):
    return Watched(hill, tmp_path / "out")


def change(root: Path, file: str, old: str, new: str) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def fresh(root: Path, out: Path, formats: str = "md,html") -> dict[str, bytes]:
    assert main(["build", "hill", "--format", formats, "--jobs", "1", "--no-cache", "--out", str(out)], root) == 0
    return contents(out)


def stood_in(project, terms, name, wanted, at_once, pause):
    """Stand in for drafting where a test is about the loop: the one paper that there is holds the hash of all that it is made from.

    Facts with a fault are really read.
    """
    if b"subjekt" in (project.root / FACTS).read_bytes():
        return prepare(project, terms, name, wanted, at_once, pause)
    pages = []
    for ending in wanted.formats:
        pause()
        pages.append(Page("agreement", ending, inputs_of(project.root, name).key.encode(), 0.0))
    return Prepared((Line(name, "agreement", None, 1, 0, 0, 0, 0.0),), pages=tuple(pages))


@pytest.fixture
def drafted_in_no_time(monkeypatch):
    monkeypatch.setattr(watching, "prepare", stood_in)


FILES = "hill: wrote agreement.md, agreement.html"

# ------------------------------------------------------------------ what is saved is built


@pytest.mark.thorough
def test_a_fact_that_is_saved_shows_at_once_and_as_a_fresh_build_would_make_it(watched, tmp_path, capsys):
    def saves():
        assert watched.took() == ["hill: wrote agreement.md, compliance.md"]
        change(watched.root, FACTS, "Hillshire County Council", "Daleshire County Council")
        yield SAVED
        assert "Daleshire County Council" in watched.read("agreement.md")
        assert watched.took() == [f"{FACTS} was saved.", "hill: wrote agreement.md", "hill: wrote compliance.md"]

    watched.formats = ("md",)
    watched.play(saves())
    assert [one for one in watched.shown if one.level in ("error", "warning")] == []
    assert contents(watched.out) == fresh(watched.root, tmp_path / "fresh", "md")
    capsys.readouterr()


@pytest.mark.thorough
def test_a_file_of_each_kind_that_is_saved_shows_as_a_fresh_build_would_make_it(watched, tmp_path, capsys):
    root = watched.root
    own = root / "agreements" / "hill" / "clauses" / "030-term.md"

    def saves():
        change(root, "templates/clauses/030-term.md", "# Commencement and term", "# Beginning")
        yield SAVED
        assert "Beginning" in watched.read("agreement.html")
        own.parent.mkdir()
        shutil.copy(root / "templates/clauses/030-term.md", own)
        change(root, "agreements/hill/clauses/030-term.md", "# Beginning", "# Our own beginning")
        yield SAVED
        assert "Our own beginning" in watched.read("agreement.md")
        own.unlink()
        change(root, "schedules/050-contributions.md", "# Payments and shares of cost", "# What each gives")
        yield SAVED
        assert "Our own beginning" not in watched.read("agreement.md")
        assert "What each gives" in watched.read("agreement.md")
        (root / "templates/houses/default/screen.css").write_text("body { color: #123456 }\n", encoding="utf-8")
        yield SAVED
        assert "#123456" in watched.read("agreement.html")

    watched.play(saves())
    assert contents(watched.out) == fresh(root, tmp_path / "fresh")
    capsys.readouterr()


@pytest.mark.usefixtures("drafted_in_no_time")
def test_files_that_are_saved_at_once_are_built_once(watched):
    def saves():
        assert watched.took() == [FILES]
        change(watched.root, FACTS, "Hillshire County Council", "Daleshire County Council")
        (watched.root / "templates/clauses/030-term.md").write_text("# Other\n", encoding="utf-8")
        (watched.root / "schedules/050-contributions.md").unlink()
        (watched.root / "schedules/051-contributions.md").write_text("# Other\n", encoding="utf-8")
        yield SAVED
        assert watched.took() == [
            f"{FACTS} was saved.",
            "schedules/050-contributions.md was taken away.",
            "schedules/051-contributions.md is new.",
            "templates/clauses/030-term.md was saved.",
            FILES,
        ]

    watched.play(saves())


@pytest.mark.usefixtures("drafted_in_no_time")
def test_a_file_that_is_saved_as_it_was_or_by_renaming_is_told_by_its_content(watched):
    path = watched.root / FACTS
    older, newer = path.with_name("agreement.yaml~"), path.with_name("4913")

    def saves():
        watched.took()
        path.write_bytes(path.read_bytes())
        yield SAVED
        assert watched.took() == []
        newer.write_bytes(path.read_bytes().replace(b"Hillshire County", b"Daleshire County"))
        path.rename(older)  # as Vim saves
        newer.rename(path)
        yield SAVED
        assert watched.took() == [f"{FACTS} was saved.", FILES]
        older.replace(path)
        yield SAVED
        assert watched.took() == [f"{FACTS} was saved.", FILES]

    watched.play(saves())


@pytest.mark.skipif(sys.platform == "win32", reason="a link needs a right there")
def test_what_editors_leave_beside_a_file_is_neither_looked_at_nor_read(hill, tmp_path, capsys):
    before = inputs_of(hill, "hill").key
    (hill / "agreements/hill/.agreement.yaml.swp").write_bytes(b"\0")
    (hill / "agreements/hill/agreement.yaml~").write_bytes(b"title: [")
    for folder in ("reports", "instruments", "figures"):
        (hill / "agreements/hill" / folder).mkdir()
        (hill / "agreements/hill" / folder / ".#2026-03-10-cabinet.yaml").symlink_to("somebody@somewhere.1")
    (hill / "templates/clauses/.#030-term.md").symlink_to("somebody@somewhere.1")
    (hill / "templates/law/.#audit.yaml").symlink_to("somebody@somewhere.1")
    (hill / "templates/clauses/._030-term.md").write_bytes(b"\xff\0")
    assert inputs_of(hill, "hill").key == before
    assert sorted(fresh(hill, tmp_path / "out", "md")) == ["hill/agreement.md", "hill/compliance.md", "hill/manifest.json"]
    capsys.readouterr()


@pytest.mark.skipif(sys.platform == "win32", reason="a link needs a right there")
def test_a_folder_that_is_a_link_is_looked_into_and_one_that_leads_back_is_not_followed_for_ever(hill, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "030-term.md").write_text("# Term\n", encoding="utf-8")
    (hill / "agreements/hill/clauses").symlink_to(elsewhere)
    (hill / "agreements/hill/back").symlink_to(hill / "agreements")
    found = inputs_of(hill, "hill").files
    assert "agreements/hill/clauses/030-term.md" in found
    assert [path for path in found if path.startswith("agreements/hill/back")] == []


@pytest.mark.usefixtures("drafted_in_no_time")
def test_an_agreement_that_is_begun_is_built_and_one_that_is_taken_away_is_forgotten(watched):
    watched.names = ()

    def saves():
        watched.took()
        shutil.copytree(watched.root / "agreements" / "hill", watched.root / "agreements" / "dale")
        yield SAVED
        assert watched.took() == ["agreements/dale/agreement.yaml is new.", "dale: wrote agreement.md, agreement.html"]
        shutil.rmtree(watched.root / "agreements" / "dale")
        yield SAVED
        assert watched.took() == ["agreements/dale/agreement.yaml was taken away."]

    watched.play(saves())
    assert watched.shown == []


# ------------------------------------------------------------------ what is wrong


@pytest.mark.thorough
@pytest.mark.usefixtures("drafted_in_no_time")
def test_a_fault_is_told_with_place_and_remedy_and_writes_nothing_and_ends_nothing(watched):
    def saves():
        stood = contents(watched.out)
        watched.took()
        change(watched.root, FACTS, "\nsubject:", "\nsubjekt:")
        yield SAVED
        (fault,) = [one for one in watched.shown if "subjekt" in one.message]
        assert (fault.place.file, fault.place.line, fault.place.column, fault.level) == (FACTS, 4, 1, "error")
        assert "Did you mean “subject”?" in fault.remedy
        assert len(watched.shown) == len(set(watched.shown))
        assert watched.took() == [f"{FACTS} was saved.", "hill: nothing was written; what was built before stands."]
        assert contents(watched.out) == stood
        (watched.root / FACTS).write_bytes(b"\xff\xfe subjekt")
        (watched.root / "templates/clauses/030-term.md").unlink()
        yield SAVED
        assert {one.place.file for one in watched.shown if one != fault} >= {FACTS}
        assert contents(watched.out) == stood
        shutil.copy(HILL / "agreement.yaml", watched.root / FACTS)
        yield SAVED
        assert FILES in watched.took()

    watched.play(saves())


@pytest.mark.thorough
def test_a_finding_that_is_no_error_is_told_once_though_its_line_moves_and_told_when_it_is_settled(watched):
    clause = "templates/clauses/030-term.md"

    def saves():
        before = len(watched.shown)
        change(watched.root, clause, "This Agreement starts", "This Agreement shall start")
        yield SAVED
        (found,) = watched.shown[before:]
        assert (found.place.file, found.rule, found.level) == (clause, "shall", "warning")
        change(watched.root, clause, "# Commencement and term {#term}", "<!-- A line more. -->\n\n# Commencement and term {#term}")
        yield SAVED
        assert watched.shown[before:] == [found]
        watched.took()
        change(watched.root, clause, "This Agreement shall start", "This Agreement starts")
        yield SAVED
        assert "hill: 1 finding is settled." in watched.took()

    watched.play(saves())


def test_what_is_written_first_is_judged_by_every_rule_that_finds_errors_and_by_no_other(hill, tmp_path):
    change(hill, "templates/clauses/030-term.md", "This Agreement starts", "This Agreement shall start for the Host Organisation")
    project = Project(hill)
    wanted = Wanted(("hill",), ("agreement",), ("md",), final=False, out=tmp_path, jobs=1)
    whole, first = (prepare(project, project.terms(), "hill", one, ("md",)).problems for one in (wanted, replace(wanted, hurried=True)))
    assert {("undefined-term", "error"), ("shall", "warning")} <= {(problem.rule, problem.level) for problem in whole}
    assert first == tuple(problem for problem in whole if problem.level == "error")


@pytest.mark.usefixtures("drafted_in_no_time")
def test_a_folder_that_cannot_be_written_to_is_told_and_ends_nothing(watched):
    watched.out.write_text("a file where the folder would be", encoding="utf-8")

    def saves():
        assert [(one.level, one.rule) for one in watched.shown] == [("error", "file")]
        watched.out.unlink()
        change(watched.root, FACTS, "Hillshire County Council", "Daleshire County Council")
        yield SAVED
        assert watched.took()[-1] == FILES

    watched.play(saves())


@pytest.mark.skipif(sys.platform == "win32", reason="a link needs a right there")
@pytest.mark.usefixtures("drafted_in_no_time")
def test_a_link_that_is_laid_meanwhile_is_refused_and_nothing_is_read_through_it(watched, tmp_path):
    (tmp_path / "elsewhere.md").write_text("# Elsewhere", encoding="utf-8")
    link = watched.root / "templates" / "clauses" / "999-elsewhere.md"

    def saves():
        stood = contents(watched.out)
        link.symlink_to(tmp_path / "elsewhere.md")
        yield SAVED
        assert [(one.place.file, one.rule) for one in watched.shown] == [("templates/clauses/999-elsewhere.md", "link")]
        assert contents(watched.out) == stood
        link.unlink()
        yield SAVED
        assert watched.took()[-1] == "hill: nothing that was built of it changes."

    watched.play(saves())


def test_a_file_that_is_taken_away_while_it_is_read_makes_the_work_begin_again(watched, monkeypatch):
    clause = watched.root / "templates" / "clauses" / "030-term.md"

    def losing(project, terms, name, wanted, at_once, pause):
        if clause.exists():
            clause.unlink()
            clause.read_bytes()
        return stood_in(project, terms, name, wanted, at_once, pause)

    monkeypatch.setattr(watching, "prepare", losing)
    watched.play([NOTHING])
    assert watched.shown == []
    assert watched.took() == [FILES]


# ------------------------------------------------------------------ in which order


def test_the_paper_in_which_a_save_shows_comes_first_and_what_takes_longer_last():
    wanted = Wanted(("hill",), (), ("docx", "html", "md", "pdf"), final=False, out=Path("out"), jobs=1)
    jobs = list(jobs_of("hill", wanted, ("agreement",)))
    assert [(job.stage, job.papers, job.formats) for job in jobs] == [
        (FIRST, ("agreement",), ("html", "md")),
        (ALL, (), ("html", "md")),
        (SLOW, (), ("docx", "pdf")),
    ]
    assert [(job.stage, job.formats) for job in jobs_of("hill", wanted, ())] == [
        (ALL, ("html", "md")),
        (SLOW, ("docx", "pdf")),
        (WARMING, ("html", "md")),
    ]


PAPERS = ("agreement", "reports/a", "reports/a-notice", "equality", "instruments/b", "figures/q1")


@pytest.mark.parametrize(
    ("file", "first"),
    [
        ("agreements/hill/agreement.yaml", ("agreement",)),
        ("agreements/hill/clauses/030-term.md", ("agreement",)),
        ("agreements/hill/reports/a.yaml", ("reports/a",)),
        ("agreements/hill/reports/a/governance.md", ("reports/a",)),
        ("agreements/hill/reports/gone.yaml", ()),
        ("agreements/hill/instruments/b.yaml", ("instruments/b",)),
        ("agreements/hill/figures/q1.yaml", ("figures/q1",)),
        ("agreements/hill/equality.yaml", ("equality",)),
        ("agreements/older/reports/a.yaml", ("agreement",)),
        ("templates/reports/sections/summary.md", ("reports/a", "reports/a-notice")),
        ("templates/houses/default/print.css", ("agreement",)),
        ("schedules/050-contributions.md", ("agreement",)),
    ],
)
def test_each_file_shows_first_in_its_own_paper(file, first):
    assert first_papers("hill", [file], PAPERS) == first


def test_what_takes_longer_is_left_when_something_is_saved_and_taken_up_when_nothing_is(watched, monkeypatch):
    """A paper is about to be printed in Word when a fact is saved: the fact shows first, and the Word file is of the newer state."""
    watched.formats = ("md", "docx")
    overtaken = []

    def saving(project, terms, name, wanted, at_once, pause):
        if wanted.formats == ("docx",) and not overtaken:
            overtaken.append(name)
            change(watched.root, FACTS, "Hillshire County Council", "Daleshire County Council")
            watched.saves.waiting = True
        return stood_in(project, terms, name, wanted, at_once, pause)

    monkeypatch.setattr(watching, "prepare", saving)

    def saves():
        assert watched.took() == ["hill: wrote agreement.md"]
        watched.saves.waiting = False
        yield SAVED
        assert watched.took() == [f"{FACTS} was saved.", "hill: wrote agreement.md", "hill: wrote agreement.docx"]
        assert watched.read("agreement.docx") == watched.read("agreement.md")

    watched.play(saves())
    assert overtaken == ["hill"]


def test_what_shows_first_is_finished_though_something_is_saved_and_the_rest_follows_when_nothing_is(watched, monkeypatch):
    asked = []

    def saving(project, terms, name, wanted, at_once, pause):
        asked.append(wanted.papers)
        watched.saves.waiting = wanted.papers == ("agreement",)
        return stood_in(project, terms, name, wanted, at_once, pause)

    monkeypatch.setattr(watching, "prepare", saving)

    def saves():
        asked.clear()
        change(watched.root, FACTS, "Hillshire County Council", "Daleshire County Council")
        yield SAVED
        assert watched.took()[-1] == FILES
        assert asked == [("agreement",)]
        watched.saves.waiting = False
        yield NOTHING
        assert asked == [("agreement",), ()]

    watched.play(saves())


def test_whoever_ends_it_waits_for_no_further_paper(watched, monkeypatch):
    def ending(project, terms, name, wanted, at_once, pause):
        watched.saves.ended = True
        return stood_in(project, terms, name, wanted, at_once, pause)

    monkeypatch.setattr(watching, "prepare", ending)
    watched.play([NOTHING])
    assert contents(watched.out) == {}


@pytest.mark.usefixtures("drafted_in_no_time")
def test_it_ends_where_the_program_itself_is_changed(watched, monkeypatch):
    monkeypatch.setattr(watching, "engines_now", lambda: "another")
    watched.play([frozenset({"section75/cli.py"}), NOTHING])
    assert watched.said[-1] == NEW_PROGRAM


# ------------------------------------------------------------------ saved while it is read


def test_a_build_of_which_a_file_is_saved_meanwhile_is_begun_again(hill, tmp_path, monkeypatch, capsys):
    saved = []

    def saving(*given):
        prepared = stood_in(*given, go_on)
        if not saved:
            saved.append(FACTS)
            change(hill, FACTS, "Hillshire County Council", "Daleshire County Council")
        return prepared

    monkeypatch.setattr(building, "prepare", saving)
    for out in ("out", "kept"):
        assert main(["build", "--format", "md", "--jobs", "1", "--out", str(tmp_path / out)], hill) == 0
    built = contents(tmp_path / "out")
    assert built["hill/agreement.md"] == inputs_of(hill, "hill").key.encode()
    assert json.loads(built["hill/manifest.json"])["papers"]["agreement.md"]["inputs"] == inputs_of(hill, "hill").key
    assert contents(tmp_path / "kept") == built
    capsys.readouterr()


def test_files_that_never_come_to_rest_are_told_and_nothing_is_written(hill, tmp_path, monkeypatch, capsys):
    numbers = iter(range(10))

    def saving(*given):
        prepared = stood_in(*given, go_on)
        change(hill, FACTS, "\ntitle:", f"\n# {next(numbers)}\ntitle:")
        return prepared

    monkeypatch.setattr(building, "prepare", saving)
    assert main(["build", "--format", "md", "--jobs", "1", "--out", str(tmp_path / "out")], hill) == 1
    assert "Files were saved again and again while they were read." in capsys.readouterr().err
    assert contents(tmp_path / "out") == {}


# ------------------------------------------------------------------ the command


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["hil"], "There is no agreement “hil”. Did you mean “hill”?"),
        (["--format", "mdd"], "There is no format “mdd”. Did you mean “md”?"),
        (["--document", "agrement"], "There is no document “agrement”. Did you mean “agreement”?"),
        (["--out", "agreements/hill/build"], "is among what is watched: write to a folder outside it."),
    ],
)
def test_what_cannot_be_watched_is_refused(hill, monkeypatch, capsys, words, told):
    monkeypatch.chdir(hill)
    assert main(["watch", *words], hill) == 2
    assert told in capsys.readouterr().err


@pytest.mark.thorough
@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no signals")
@pytest.mark.parametrize("how", [[], ["--poll"]])
def test_a_running_watch_writes_what_a_fresh_build_writes_and_ends_well(hill, tmp_path, capsys, how):
    out = tmp_path / "out"
    command = [sys.executable, "-c", START, str(hill), "watch", "hill", "--out", str(out), *how]
    run = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        awaited(run, "hill: wrote ")
        for number in range(2):
            text = (hill / FACTS).read_text(encoding="utf-8")
            beside = hill / "agreements" / "hill" / "saved.tmp"
            beside.write_text(text.replace("title: ", f"title: {number} ", 1), encoding="utf-8")
            beside.replace(hill / FACTS)
            awaited(run, "hill: wrote agreement.md")
        patience = time.monotonic() + 30
        wanted = fresh(hill, tmp_path / "fresh")
        while contents(out) != wanted and time.monotonic() < patience:
            time.sleep(0.05)
        assert contents(out) == wanted
    finally:
        run.send_signal(signal.SIGINT)
        said, _ = run.communicate(timeout=60)
    assert "Traceback" not in said
    assert run.returncode == 0
    assert contents(out) == wanted
    capsys.readouterr()


def awaited(run: subprocess.Popen, words: str) -> None:
    """Read what a process says until it says some words; the test's own limit ends it where it never does."""
    os.set_blocking(run.stdout.fileno(), True)
    for line in run.stdout:
        if line.startswith(words):
            return
    raise AssertionError(f"It ended without saying “{words}”.")
