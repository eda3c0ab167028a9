"""`execute`: a paper is kept as it was signed, once it is final; from then on its agreement keeps the numbers."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import pytest
from cases import CASES, laid_out

from section75.cli import main
from section75.commands.executing import execute
from section75.commands.judging import Judging
from section75.document.index import index, walk
from section75.document.tree import plain
from section75.executed import Executed
from section75.facts.dates import day
from section75.problems import Refused
from section75.project import Project
from section75.records import fingerprint, read_record

if TYPE_CHECKING:
    from pathlib import Path

    from section75.document.tree import Document

NAME = "fully-stated"
SIGNED_ON = "27 March 2026"
DEED = """\
kind: variation
number: 1
executed_on: 29 September 2026
effective: 1 October 2026
clause: "23"
reason: a term was left out
amendments:
  - {target: clause 2.2, do: substitute, old: unless it ends earlier, new: unless a Partner ends it earlier}
approvals:
  - {partner: council, body: Cabinet, given: 15 September 2026, minute: "171/2026"}
  - {partner: icb, body: Board, given: 17 September 2026, minute: ICB/26/94}
"""
A_LINE = r"(?m)^[0-9]+\. A payment between Partners .*\n"
BESPOKE = "# Art in clinics {#art}\n\n1. The Partners may hang pictures in each room where Services are provided.\n"


@dataclass(frozen=True)
class Place:
    """A project in which the fully stated agreement was signed; `other` gives a fresh copy of it in the same project."""

    project: Project

    @property
    def agreements(self) -> Path:
        return self.project.root / "agreements"

    @property
    def folder(self) -> Path:
        return self.agreements / NAME / "executed"

    @cache  # noqa: B019 - the folder of the test goes when the tests end
    def document(self, name: str, paper: str = "agreement") -> Document:
        """Return a paper as it is drafted first; each copy of the agreement is laid out before and never changed after."""
        return self.project.read(name).draft(paper).drafted.document

    def other(self, name: str, *, signed: bool = True, changes: tuple[str, str] = ("", "")) -> Path:
        """Lay a copy of the agreement beside it, perhaps with its signed text, and words of its facts changed."""
        folder = self.agreements / name
        shutil.copytree(self.agreements / NAME, folder)
        if not signed:
            shutil.rmtree(folder / "executed")
        file = folder / "agreement.yaml"
        text = file.read_text(encoding="utf-8")
        assert changes[0] in text
        file.write_text(text.replace(*changes, 1), encoding="utf-8")
        return folder


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """The project after signing."""
    project = Project(laid_out(tmp_path_factory.mktemp("signed"), CASES / "good" / NAME))
    execute(project, NAME, "agreement", day(SIGNED_ON))
    return Place(project)


def numbers(document):
    """Return the number and the words of each numbered thing outside the front of a draft."""
    holders = (block or part for part, block, _ in walk(document) if part.kind not in ("strip", "blanks"))
    return [(one.number, plain(one.heading or one.content)) for one in holders if one.number]


def said(document):
    return "\n".join(plain(block.content) for _, block, _ in walk(document) if block)


def messages(refused):
    return [problem.message for problem in refused.value.problems]


# ------------------------------------------------------------------ what is kept


@pytest.mark.thorough
def test_the_signed_text_is_kept_with_its_numbers_and_what_it_was_made_from(place):
    record = read_record(place.folder / "2026-03-27.md")
    assert (record.state, record.date, record.paper, record.house) == ("executed", "2026-03-27", "agreement", "default")
    assert {*record.facts} == {f"agreements/{NAME}/agreement.yaml", "templates/defaults.yaml"}
    root = place.project.root
    assert record.facts[f"agreements/{NAME}/agreement.yaml"] == (place.agreements / NAME / "agreement.yaml").read_text(encoding="utf-8")
    assert {path: fingerprint((root / path).read_bytes()) for path in record.texts} == record.texts
    assert {"templates/parties.md", "templates/clauses/590-termination.md", "schedules/060-risk-share.md"} <= {*record.texts}
    assert "templates/clauses/130-section-113.md" not in record.texts
    found = index(record.document)
    assert not found.blanks
    assert not found.notes
    assert {"partners.council.name", "term.commencement"} <= found.printed_facts()
    assert all(block.fixed for _, block, _ in walk(record.document) if block and block.number)
    assert {part.kind for part in record.document.parts} & {"strip", "blanks"} == set()


@pytest.mark.thorough
def test_the_agreement_drafted_again_is_the_signed_text(place):
    record = read_record(place.folder / "2026-03-27.md")
    assert numbers(place.document(NAME)) == numbers(record.document)


def test_the_signed_text_is_a_paper_of_its_own_that_no_rule_judges(place):
    partnership = place.project.read(NAME)
    paper = "executed/2026-03-27"
    assert place.project.papers(NAME) == partnership.papers
    assert partnership.papers[-1] == paper
    assert partnership.draft(paper).drafted.document == read_record(place.folder / "2026-03-27.md").document
    assert Judging(partnership, place.project.terms()).paper(paper, partnership.draft(paper).drafted.document) == []


# ------------------------------------------------------------------ what comes after


@pytest.mark.thorough
def test_what_is_added_is_lettered_and_what_is_gone_is_not_used(place):
    folder = place.other("changed")
    (folder / "clauses").mkdir()
    (folder / "clauses" / "331-art.md").write_text(BESPOKE, encoding="utf-8")
    capital = (place.project.root / "templates" / "clauses" / "330-capital.md").read_text(encoding="utf-8")
    assert re.search(A_LINE, capital)
    (folder / "clauses" / "330-capital.md").write_text(re.sub(A_LINE, "", capital), encoding="utf-8")
    before, after = numbers(place.document(NAME)), numbers(place.document("changed"))
    gone = next(one for one in before if one[1].startswith("A payment between Partners"))
    art = [("14A.", "Art in clinics"), ("14A.1", BESPOKE.splitlines()[2][3:-1])]
    assert [one for one in after if one not in before] == [(gone[0], "Not used"), *art]
    assert [one for one in before if one not in after] == [gone]
    judging = Judging(place.project.read("changed"), place.project.terms())
    assert [problem for problem in judging.paper("agreement", place.document("changed")) if problem.level == "error"] == []


@pytest.mark.thorough
def test_a_clause_to_which_others_refer_cannot_go(place):
    place.other("without", changes=("extent: short", "extent: short\nclauses: {leave_out: [capital]}"))
    with pytest.raises(Refused) as refused:
        place.document("without")
    assert "Paragraph 7.1 of Schedule 6 refers to clause 14 of the signed text, which is not used any more." in messages(refused)


@pytest.mark.thorough
def test_a_sum_that_changes_changes_no_number(place):
    place.other("dearer", changes=("Head of Commissioning", "Head of Joint Commissioning"))
    old, new = place.document(NAME), place.document("dearer")
    assert [number for number, _ in numbers(old)] == [number for number, _ in numbers(new)]
    assert "Head of Joint Commissioning" in said(new)
    assert "Head of Joint Commissioning" not in said(place.document("dearer", "executed/2026-03-27"))


@pytest.mark.thorough
def test_a_renewal_begins_with_numbers_of_its_own(place):
    folder = place.agreements / "renewed"
    folder.mkdir()
    (folder / "agreement.yaml").write_text(f"renews: ../{NAME}\nexecuted_on: TBC\n", encoding="utf-8")
    assert Executed(place.project.root, "renewed").agreement is None
    agreement = place.project.read("renewed").draft("agreement").drafted.document
    assert [block.number for _, block, _ in walk(agreement) if block and block.fixed] == []


@pytest.mark.thorough
def test_a_signed_text_that_was_altered_stops_every_build(place):
    folder = place.other("forged")
    text = folder / "executed" / "2026-03-27.md"
    text.write_text(text.read_text(encoding="utf-8").replace("must", "may", 1), encoding="utf-8")
    with pytest.raises(Refused) as refused:
        place.document("forged")
    assert messages(refused) == ["The text is not the one that was kept: it has been altered since."]
    assert refused.value.problems[0].place.file == "agreements/forged/executed/2026-03-27.md"


# ------------------------------------------------------------------ what is refused


def refusals(place, name, paper, date):
    with pytest.raises(Refused) as refused:
        execute(place.project, name, paper, day(date))
    return messages(refused)


def test_a_paper_that_is_not_final_is_not_signed(place):
    place.other("open", signed=False, changes=("Head of Commissioning", "TBC"))
    found = refusals(place, "open", "agreement", SIGNED_ON)
    assert any("is not known" in message for message in found)
    assert not (place.agreements / "open" / "executed").exists()


def test_another_day_than_the_facts_state_is_refused(place):
    place.other("undated", signed=False)
    assert refusals(place, "undated", "agreement", "28 March 2026") == [
        "It is stated that this was executed on 27 March 2026, not on 28 March 2026."
    ]


def test_what_was_signed_is_never_written_over(place):
    before = {path: path.read_bytes() for path in place.folder.iterdir()}
    assert refusals(place, NAME, "agreement", SIGNED_ON).count("This text was signed already, and is never written over.") == 2
    assert {path: path.read_bytes() for path in place.folder.iterdir()} == before


@pytest.mark.thorough
def test_an_agreement_is_signed_again_only_as_a_deed_varies_it(place):
    folder = place.other("varied")
    no_deed = "The agreement was signed on 2026-03-27; no deed of 29 September 2026 varies it."
    assert refusals(place, "varied", "agreement", "29 September 2026") == [no_deed]
    (folder / "instruments").mkdir()
    (folder / "instruments" / "2026-09-29-variation.yaml").write_text(DEED, encoding="utf-8")
    files = execute(place.project, "varied", "agreement", day("29 September 2026"))
    assert [path.name for path in files] == ["2026-09-29.md", "2026-09-29.json"]
    assert place.project.read("varied").executed.last == "2026-09-29"
    deed = execute(place.project, "varied", "instruments/2026-09-29-variation", day("29 September 2026"))
    assert [path.name for path in deed] == ["2026-09-29-variation.md", "2026-09-29-variation.json"]
    assert {*read_record(deed[0]).facts} >= {"agreements/varied/instruments/2026-09-29-variation.yaml"}
    assert place.project.read("varied").executed.last == "2026-09-29"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["fully-stated", "--date", "soon"], "“soon”"),
        (["fully-stated", "--date", SIGNED_ON, "--document", "equality"], "There is nothing to sign called “equality”."),
    ],
)
def test_wrong_words_are_told_with_what_can_be_said(words, told, place, capsys):
    assert main(["execute", *words], place.project.root) == 2
    assert told in capsys.readouterr().err


@pytest.mark.thorough
def test_the_command_says_what_it_wrote(place, capsys):
    place.other("again", signed=False)
    assert main(["execute", "agreements/again", "--date", "2026-03-27"], place.project.root) == 0
    assert capsys.readouterr().out.startswith(
        "Wrote agreements/again/executed/2026-03-27.md.\nWrote agreements/again/executed/2026-03-27.json.\n"
    )
