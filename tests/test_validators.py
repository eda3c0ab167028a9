"""Every paper of every agreement, before the outside validators and our own lint."""

from __future__ import annotations

import json
import subprocess
from io import BytesIO

import pytest
from conftest import VALIDATOR
from pypdf import PdfWriter
from whole import every_paper, printed

from section75.writers.docx.lint import lint

of_every_paper = pytest.mark.parametrize(("name", "paper"), every_paper())


@of_every_paper
def test_our_lint_finds_no_fault_in_the_word_file(name, paper):
    assert lint(printed(name, paper, "docx")) == []


@pytest.mark.validators
@of_every_paper
def test_microsofts_validator_finds_no_fault_in_the_word_file(name, paper, tmp_path):
    file = tmp_path / "paper.docx"
    file.write_bytes(printed(name, paper, "docx"))
    said = json.loads(subprocess.run([VALIDATOR, file], capture_output=True, text=True, check=True, timeout=200).stdout)
    assert said["errors"] == []
    assert said["ok"]


@pytest.mark.validators
def test_microsofts_validator_would_find_one(tmp_path):
    file = tmp_path / "paper.docx"
    file.write_bytes(b"no Word file")
    said = subprocess.run([VALIDATOR, file], capture_output=True, text=True, check=False, timeout=200)
    assert json.loads(said.stdout)["ok"] is False


@pytest.mark.validators
@of_every_paper
def test_the_pdf_passes_every_rule_of_pdf_ua(name, paper):
    import page

    report = str(page.validate_pdf_bytes(printed(name, paper, "pdf"), profile="ua1"))
    assert "Profile: PDF/UA-1" in report
    assert "Rules: 104 passed, 0 failed, 104 total" in report, report


@pytest.mark.validators
def test_the_rules_of_pdf_ua_would_find_a_fault():
    import page

    writer = PdfWriter(clone_from=BytesIO(printed(*every_paper()[-1], "pdf")))
    del writer.root_object["/Lang"]
    damaged = BytesIO()
    writer.write(damaged)
    assert " 0 failed, 104 total" not in str(page.validate_pdf_bytes(damaged.getvalue(), profile="ua1"))
