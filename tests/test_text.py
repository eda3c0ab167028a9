"""The words of a Word file, a paragraph a line, as git compares them."""

from __future__ import annotations

from building import said
from word_sample import WORD_HOUSE

from section75.cli import main
from section75.document.numbering import number
from section75.document.tree import Block, Deleted, Document, Inserted, Note, Part, Text
from section75.writers import written

CLAUSES = (
    Block("clause", heading=said("Funds"), children=(Block("item", (Text("The Council pays."), Note("Ask   the ICB."))),)),
    Block("clause", heading=said("Term"), children=(Block("item", (Text("It runs for "), Deleted(said("a")), Inserted(said("two")))),)),
)


def test_every_paragraph_is_a_line_as_it_reads_with_changes_accepted_and_comments_come_last(tmp_path, capsys):
    file = tmp_path / "words.docx"
    document = Document("agreement", "Words", (Part("operative", said("Agreed terms"), CLAUSES),))
    file.write_bytes(written(number(document, WORD_HOUSE.scheme), WORD_HOUSE, "docx"))
    assert main(["text", str(file)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if line in ("The Council pays.", "It runs for two")] == ["The Council pays.", "It runs for two"]
    assert lines[-1].startswith("[")
    assert "Ask the ICB." in lines[-1]


def test_a_file_that_is_no_word_file_is_refused(tmp_path, capsys):
    file = tmp_path / "words.docx"
    file.write_bytes(b"words")
    assert main(["text", str(file)]) == 1
    assert str(file) in capsys.readouterr().err
