"""`build --annotate`: Word drafts carry what rules find as comments of the author “Check”, at the clauses it concerns."""

from __future__ import annotations

import re
import zipfile

import pytest
from cases import RIVER, laid_out

from section75.cli import main
from section75.commands.annotate import annotated
from section75.document.tree import Block, Document, Note, Part, Text
from section75.facts.agreement import Agreement
from section75.facts.base import read_model
from section75.problems import Place, Problem

LATE = "review: {first: 1 May 2029, every"
DOCUMENT = Document(
    "agreement",
    "Example",
    (
        Part("cover", children=(Block("words", (Text("River", "title"),)),)),
        Part(
            "operative",
            heading=(Text("Agreed"),),
            children=(
                Block("clause", heading=(Text("Host"),), id="host", place=Place("templates/clauses/host.md", 4)),
                Block("item", (Text("The "), Text("Pool", "funds.pool.name"), Text(".")), place=Place("templates/clauses/host.md", 9)),
            ),
        ),
    ),
)


@pytest.fixture
def facts():
    return read_model(Agreement, RIVER / "agreements" / "river" / "agreement.yaml", "agreement.yaml")


def note_of(document):
    """Return what holds the one note, as its words without the note, and the note."""
    holders = [*document.parts, *(block for part in document.parts for block in part.children)]
    found = [(one, inline) for one in holders for inline in (*one.heading, *getattr(one, "content", ())) if isinstance(inline, Note)]
    ((holder, note),) = found
    return "".join(inline.words for inline in (*holder.heading, *getattr(holder, "content", ())) if isinstance(inline, Text)), note.words


def problem(place, level="warning"):
    return Problem(place, "sums", level, "It is wrong.", "Correct it.")


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place("templates/clauses/host.md", 4), "Host"),
        (Place("templates/clauses/host.md", 7, 3), "Host"),
        (Place("templates/clauses/host.md", 9, 5), "The Pool."),
        (Place("templates/clauses/other.md", 9), "Agreed"),
        (Place("the document"), "Agreed"),
    ],
)
def test_a_finding_in_a_text_stands_at_what_came_from_its_line(facts, place, words):
    assert note_of(annotated(DOCUMENT, facts, [problem(place)])) == (words, "Check: Warning. It is wrong. Correct it. [sums]")


def test_a_finding_in_a_fact_stands_where_the_fact_is_printed_and_not_on_the_cover(facts):
    place = facts.place("title")
    assert facts.path_at(place) == "title"
    assert note_of(annotated(DOCUMENT, facts, [problem(place)]))[0] == "Agreed"


def test_what_is_waived_is_told_with_its_reason(facts):
    waived = Problem(Place("x"), "sums", "waived", "It is wrong.", "It was published so.")
    assert note_of(annotated(DOCUMENT, facts, [waived]))[1] == "Check: Waived. It is wrong. because: It was published so. [sums]"


def test_nothing_found_leaves_the_document_as_it_is(facts):
    assert annotated(DOCUMENT, facts, []) == DOCUMENT


# ------------------------------------------------------------------ the command


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The comments of an annotated draft whose review comes too late: by author, their words."""
    root = laid_out(tmp_path_factory.mktemp("annotated"), RIVER)
    path = root / "agreements" / "river" / "agreement.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("review: {every", LATE), encoding="utf-8")
    status = main(["build", "river", "--annotate", "--jobs", "1", "--out", str(root / "build")], root)
    return root, status


def comments(root, paper):
    with zipfile.ZipFile(root / "build" / "river" / f"{paper}.docx") as package:
        xml = package.read("word/comments.xml").decode()
        document = package.read("word/document.xml").decode()
    found = re.findall(r'<w:comment w:id="(\d+)" w:author="([^"]+)".*?</w:comment>', xml)
    words = ["".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", one)) for one in re.findall(r"<w:comment .*?</w:comment>", xml)]
    assert all(document.count(f'<w:commentReference w:id="{number}"/>') == 1 for number, _ in found)
    return [(author, said) for (_, author), said in zip(found, words, strict=True)]


@pytest.mark.thorough
def test_an_error_is_a_comment_of_the_draft_and_the_status_says_that_it_is_there(built):
    root, status = built
    assert status == 1
    told = [said for author, said in comments(root, "agreement") if author == "Check"]
    assert [said for said in told if said.startswith("Error. ") and said.endswith("[review-before-end]")]


@pytest.mark.thorough
def test_drafting_notes_keep_their_author_and_their_numbers(built):
    numbers = [int(said.split()[2].rstrip(".")) for author, said in comments(built[0], "agreement") if author == "Drafting notes"]
    assert numbers == list(range(1, len(numbers) + 1))
    assert numbers


@pytest.mark.thorough
def test_only_word_is_written(built):
    assert {path.suffix for path in (built[0] / "build").rglob("*") if path.is_file() and path.name != "manifest.json"} == {".docx"}


@pytest.mark.parametrize("options", [["--final"], ["--format", "md"], ["--format", "docx,pdf"]])
def test_it_goes_with_word_drafts_alone(tmp_path, capsys, options):
    assert main(["build", "--annotate", *options, "--out", str(tmp_path)]) == 2
    assert "--annotate writes Word drafts" in capsys.readouterr().err
