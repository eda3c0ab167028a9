"""Records: a text kept for good comes back whole, and is refused when anything of it was altered."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from building import HOUSE, headed, item, said, to
from hypothesis import HealthCheck, given, settings
from random_documents import documents, normal_document

from section75.comparison.frozen import freeze
from section75.document.index import walk
from section75.document.numbering import number
from section75.document.traces import traces
from section75.document.tree import Block, Document, Part, Text
from section75.problems import Refused
from section75.records import Record, kept, read_record

RANDOM = settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"><text>Who pays</text></svg>'
PAY = replace(item("The Council must pay ", Text("£5,000", "funds.pool.sum"), " under ", to("sums"), end="."), origin="a1b2/pool")
FIGURE = Block("figure", said("Who pays what"), heading=said("Shares"), picture=DRAWING)
SIGNED = freeze(
    number(
        Document(
            "agreement",
            "Equipment",
            (
                Part("operative", said("Terms"), (headed("clause", "Funds", PAY, FIGURE, name="funds"),), "operative"),
                Part("schedule", said("Sums"), (headed("paragraph", "Shares"),), "sums"),
            ),
        ),
        HOUSE.scheme,
    )
)
RECORD = Record(
    SIGNED,
    "executed",
    "2026-03-30",
    "agreement",
    "default",
    {"agreements/x/a.yaml": "title: Équipment\n"},
    {"templates/clauses/010-x.md": "ab12"},
)


@pytest.fixture
def path(tmp_path):
    """The .md of the record, written."""
    where = tmp_path / "2026-03-30.md"
    for file, data in kept(RECORD, where).items():
        file.write_bytes(data)
    return where


def test_a_record_comes_back_with_facts_origins_numbers_and_drawings(path):
    again = read_record(path)
    assert again == replace(RECORD, document=again.document)
    assert again.document == SIGNED
    assert traces(again.document) == traces(SIGNED)
    assert next(block.picture for _, block, _ in walk(again.document) if block and block.kind == "figure") == DRAWING


def test_the_text_is_markdown_of_record_and_its_description_is_plain(path):
    assert "\n1. The Council must pay £5,000 under [Schedule 1](#sums). {number=1.1}\n" in path.read_text(encoding="utf-8")
    about = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    assert list(about) == ["text", "state", "date", "paper", "house", "version", "facts", "texts", "drawings", "traces"]
    assert about["facts"]["agreements/x/a.yaml"]["text"] == "title: Équipment\n"
    assert {"origin": "a1b2/pool", "content": {"facts": [[17, 23, "funds.pool.sum"]]}} in about["traces"]


def test_a_sent_draft_keeps_numbers_that_are_not_fixed(tmp_path):
    draft = number(replace(SIGNED, parts=tuple(map(loosened, SIGNED.parts))), HOUSE.scheme)
    path = tmp_path / "draft.md"
    for file, data in kept(replace(RECORD, document=draft, state="sent"), path).items():
        file.write_bytes(data)
    assert read_record(path).document == draft
    assert [block.number for _, block, _ in walk(read_record(path).document) if block and block.kind == "item"] == ["1.1"]


def loosened(node):
    return replace(node, fixed=False, children=tuple(map(loosened, node.children)))


@pytest.mark.thorough
@RANDOM
@given(document=documents)
def test_any_document_can_be_kept(document, tmp_path_factory):
    numbered = number(normal_document(document), HOUSE.scheme)
    path = tmp_path_factory.mktemp("kept") / "x.md"
    for file, data in kept(replace(RECORD, document=numbered), path).items():
        file.write_bytes(data)
    again = read_record(path).document
    assert normal_document(again) == normal_document(numbered)
    assert traces(again) == traces(numbered)


def test_the_same_record_gives_the_same_bytes(tmp_path):
    assert kept(RECORD, tmp_path / "a.md") == kept(RECORD, tmp_path / "a.md")


# ------------------------------------------------------------------ altered


def altered(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert re.search(old, text)
    path.write_text(re.sub(old, new, text, count=1), encoding="utf-8")


ALTERATIONS = {
    "a sum in the text": (".md", "5,000", "6,000", "The text is not the one that was kept: it has been altered since."),
    "a space in the text": (".md", "must pay", "must  pay", "The text is not the one that was kept: it has been altered since."),
    "a fact in the description": (".json", "title: Équ", "title: Equ", "The facts of agreements/x/a.yaml are not those that were kept."),
    "a drawing": (".json", "Who pays", "Who owes", "This is not the description of a record."),
    "no date": (".json", '"date"', '"day"', "This is not the description of a record."),
    "another state": (".json", '"executed"', '"agreed"', "This is not the description of a record."),
    "no JSON": (".json", r"\}\s*$", "", "This is not the description of a record."),
    "a trace too few": (".json", r",\n  \{\}\n \]", "\n ]", "The traces do not fit the text."),
    "a trace that is none": (".json", r"\[17, 23,", '["x", 23,', "The traces do not fit the text."),
    "a span beyond the words": (".json", r"\[17, 23,", "[17, 230,", "The traces do not fit the text."),
}  # fmt: skip


@pytest.mark.parametrize("case", ALTERATIONS)
def test_a_record_that_was_altered_is_refused(case, path):
    ending, old, new, message = ALTERATIONS[case]
    altered(path.with_suffix(ending), old, new)
    with pytest.raises(Refused) as refused:
        read_record(path, "agreements/x/executed/2026-03-30.md")
    (problem,) = refused.value.problems
    assert problem.message == message
    assert problem.place.file == f"agreements/x/executed/2026-03-30{ending}"
    assert problem.remedy.startswith("Restore both files")


@pytest.mark.parametrize("ending", [".md", ".json"])
def test_a_record_of_which_a_file_is_missing_is_refused(ending, path):
    path.with_suffix(ending).unlink()
    with pytest.raises(Refused) as refused:
        read_record(path)
    assert [problem.message for problem in refused.value.problems] == ["This file of a record is missing."]


def test_a_text_that_would_come_back_otherwise_is_not_kept(tmp_path):
    twice = replace(SIGNED, title="two\nlines", parts=(Part("operative", children=(Block("words", said("\ue000")),)),))
    with pytest.raises(Refused):
        kept(replace(RECORD, document=twice), tmp_path / "a.md")
