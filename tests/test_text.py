"""The words of a Word file, a paragraph a line, as git compares them."""

from __future__ import annotations

from whole import LANCASHIRE, printed

from section75.cli import main


def test_every_paragraph_is_a_line_and_comments_come_last(tmp_path, capsys):
    file = tmp_path / "equality.docx"
    file.write_bytes(printed(LANCASHIRE, "equality", "docx"))
    assert main(["text", str(file)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any("Equality Act 2010" in line for line in lines)
    assert all(line == " ".join(line.split()) for line in lines)
    comments = [number for number, line in enumerate(lines) if line.startswith("[") and ": " in line and line.endswith("]")]
    assert comments
    assert comments[-1] == len(lines) - 1


def test_a_file_that_is_no_word_file_is_refused(tmp_path, capsys):
    file = tmp_path / "words.docx"
    file.write_bytes(b"words")
    assert main(["text", str(file)]) == 1
    assert str(file) in capsys.readouterr().err
