"""A fact is words, whatever signs it holds: it is printed as it was stated, in every format and wherever a text prints it.

The facts go the whole way, from YAML through templates, house Markdown and the tree to each writer.
"""

from __future__ import annotations

import io
import shutil
from typing import Final

import pytest
from cases import RIVER, laid_out
from pypdf import PdfReader
from reading import Page, solid
from word_reading import styled

from section75.document.index import walk
from section75.document.tree import plain
from section75.project import Project
from section75.text.markup import read_document
from section75.writers import written

HOSTILE: Final = (
    "<b>&{{ 7*7 }}",
    "# Title",
    "1. High Street",
    "**b** [x](#y)",
    "a | b",
    "{>>x<<}",
    "{% if x %} {#id}",
    "(a) Thing; and",
    "> quoted `code`",
    "- bullet \\ ~~ __x__",
    "[● blank] ![p](picture:q)",
    "&amp; &#42; <!-- no -->",
    "}} --> ::: box",
    "“**Term**” {++new++}{--old--}",
)

CLAUSE = """# Testing {#testing}

{% for partner in partners %}
1. {{ partner.name }}
{% endfor %}
2. In this clause:

    “**Test Group**” means {{ partners | each("name") | list_and }}. {.definition}
"""
SCHEDULE = """# Testing {#schedule-testing}

{% for partner in partners %}
## {{ partner.name }}

1. {{ partner.address }}

Table: {{ partner.name }} {.form 50 50}
| {{ partner.name }} | {{ partner.short }} |
|---|---|
| {{ partner.address }} | {{ partner.name }} |

{% endfor %}
"""
PRINTED = 6
"""How often the clause and the schedule print the name of each partner, beside what the parties and the end print."""


def facts() -> str:
    """Return an agreement whose title, names and addresses are hostile: the council, and a board for every string."""
    lines = [
        f"title: {quoted(HOSTILE[0])}",
        f"subject: {quoted(HOSTILE[4])}",
        "kind: agreement",
        "form: under hand",
        "law_as_at: 1 April 2026",
    ]
    lines += ["partners:", "  council: {name: The Council of A, type: county council, short: the Council, address: A}"]
    keys = []
    for number, words in enumerate(HOSTILE):
        keys.append(f"icb_{number}")
        said = quoted(words)
        lines.append(f"  {keys[-1]}: {{name: {said}, type: integrated care board, short: {said}, address: {said}}}")
    lines += [f"groups: {{icbs: {{name: {quoted(HOSTILE[1])}, short: the ICBs, one: ICB, members: [{', '.join(keys)}]}}}}"]
    return "\n".join([*lines, "term: {commencement: 1 April 2026, expiry: 31 March 2028}", ""])


def quoted(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Return the agreement drafted in a project whose clause and schedule print hostile facts everywhere."""
    root = laid_out(tmp_path_factory.mktemp("hostile") / "project")
    for name in ("templates/clauses", "schedules"):
        shutil.rmtree(root / name)
        (root / name).mkdir()
    (root / "templates" / "background.md").write_text("1. {{ title }} is for {{ subject }}.\n", encoding="utf-8")
    (root / "templates" / "clauses" / "010-testing.md").write_text(CLAUSE, encoding="utf-8")
    (root / "schedules" / "010-testing.md").write_text(SCHEDULE, encoding="utf-8")
    (root / "agreements" / "hostile").mkdir(parents=True)
    (root / "agreements" / "hostile" / "agreement.yaml").write_text(facts(), encoding="utf-8")
    return Project(root).read("hostile").draft("agreement")


def seen(data: bytes, ending: str) -> str:
    """Return the words that a reader of a format sees, without white space."""
    match ending:
        case "docx":
            return solid("".join(words for _, words in styled(data)))
        case "pdf":
            return solid("".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages))
        case "html":
            return solid(Page(data.decode()).text)
        case _:
            return solid("".join(spoken(read_document(data.decode(), "hostile.md"))))


def spoken(document):
    for _, block, _ in walk(document):
        if block:
            yield plain(block.heading) + plain(block.content) + block.end


@pytest.mark.thorough
@pytest.mark.parametrize("ending", ["docx", "pdf", "html", "md"])
def test_facts_are_printed_as_they_were_stated(ending, made):
    """In the parties, a paragraph, a definition, a heading, a caption, cells and the block for signing."""
    text = seen(written(made.drafted.document, made.house, ending), ending)
    assert {words: text.count(solid(words)) for words in HOSTILE if text.count(solid(words)) < PRINTED} == {}


def test_facts_add_nothing_to_the_structure(made):
    """Each partner has one paragraph and one table of its own in the schedule, and no block that another lacks."""
    schedule = next(part for part in made.drafted.document.parts if part.kind == "schedule")
    blocks = {
        plain(paragraph.heading): [child.kind for child in paragraph.children] for paragraph in schedule.children if paragraph.heading
    }
    assert set(blocks) == {"The Council of A", *HOSTILE}
    assert set(map(tuple, blocks.values())) == {("item", "table")}


def test_the_markdown_of_hostile_facts_reads_back_to_the_same_words(made):
    again = read_document(written(made.drafted.document, made.house, "md").decode(), "hostile.md")
    assert solid("".join(spoken(again))) == solid("".join(spoken(made.drafted.document)))


def test_a_character_that_cannot_be_seen_never_gets_so_far(tmp_path, capsys):
    from section75 import cli

    root = laid_out(tmp_path / "project", RIVER)
    folder = root / "agreements" / "case"
    folder.mkdir()
    (folder / "agreement.yaml").write_text("renews: ../river\ntitle: one\u2028# two\nsubject: \ue0000\ue001\n", encoding="utf-8")
    assert cli.main(["check", "case"], root) == 1
    told = capsys.readouterr().err
    assert [line.partition(": ")[0] for line in told.splitlines() if not line.startswith("    ")] == [
        "agreements/case/agreement.yaml:2:11",
        "agreements/case/agreement.yaml:3:10",
    ]
    assert not {"\u2028", "\ue000", "\ue001"} & set(told)
