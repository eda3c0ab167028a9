"""Where an agreement departs from the model wording: which clauses, how, and why."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from cases import CASES, laid_out
from splicing import spliced

from section75.cli import main
from section75.departing import draft_of_departures
from section75.project import Project
from section75.writers import written

if TYPE_CHECKING:
    from pathlib import Path

HILL = "hill"
OWN = """\
# Waiver and severance {#waiver-and-severance}

1. A Partner gives up a right only in a signed letter.
"""


def departures(root: Path, facts: dict[str, str | None], **texts: str) -> str:
    """Return the departures of the small agreement, with facts and own clauses laid over it, as Markdown."""
    folder = laid_out(root, CASES / "good" / HILL) / "agreements" / HILL
    file = folder / "agreement.yaml"
    file.write_text(spliced(file.read_text(encoding="utf-8"), facts), encoding="utf-8")
    (folder / "clauses").mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / "clauses" / f"{name.replace('_', '-')}.md").write_text(text, encoding="utf-8")
    made = draft_of_departures(Project(root).read(HILL))
    return written(made.drafted.document, made.house, "md").decode()


def test_an_agreement_of_the_library_alone_departs_from_nothing(tmp_path):
    said = departures(tmp_path, {})
    assert "The Agreement has the library’s model wording throughout." in said
    assert "change=" not in said


def test_a_clause_in_the_partners_own_words_is_shown_with_the_difference_and_the_reason(tmp_path):
    because = {"clauses": "{because: {waiver-and-severance: The Council’s standing orders ask for a signed letter.}}"}
    said = departures(tmp_path, because, waiver_and_severance=OWN)
    assert "| Other words | The Council’s standing orders ask for a signed letter. |" in said
    assert "{++" in said or "change=inserted" in said
    assert "signed letter" in said.partition("Reason: ")[2]


def test_a_reason_that_nobody_recorded_is_a_blank(tmp_path):
    said = departures(tmp_path, {}, waiver_and_severance=OWN)
    assert "[● why this agreement departs from the model wording of waiver-and-severance]" in said


@pytest.mark.thorough
@pytest.mark.parametrize(("choice", "sort"), [("leave_out", "Left out"), ("not_used", "Not used; the number stays")])
def test_a_clause_that_is_left_out_or_not_used_is_told(tmp_path, choice, sort):
    said = departures(tmp_path, {"clauses": f"{{{choice}: [counterparts], because: {{counterparts: One copy is signed.}}}}"})
    assert f"| {sort} | One copy is signed. |" in said


@pytest.mark.thorough
@pytest.mark.parametrize("ending", ["docx", "pdf", "html", "md"])
def test_they_can_be_written_in_every_format(tmp_path, ending):
    root = laid_out(tmp_path, CASES / "good" / HILL)
    file = tmp_path / f"departures.{ending}"
    assert main(["departures", HILL, "-o", str(file)], root) == 0
    data = file.read_bytes()
    assert data
    if ending == "docx":
        assert "word/document.xml" in ZipFile(BytesIO(data)).namelist()
