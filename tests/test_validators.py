"""Every document before the outside validators and our own checks: papers, redlines, drafts with findings, the register.

What is judged is what is made, and each validator is shown a damaged file, so that it is known to find one.
"""

from __future__ import annotations

import json
import subprocess
from io import BytesIO

import pytest
from conftest import VALIDATOR
from documents import ANNOTATED, COMPARED, SAMPLE, document, documents, page_of_pdf
from pypdf import PdfWriter
from whole import NORTHSHIRE

from section75.writers.docx.lint import lint


def every(ending):
    """Return every document in a format; those that take seconds to make beside the papers are left to CI."""
    slow = [name for name in documents(ending) if name in COMPARED or name.startswith(ANNOTATED)]
    return [pytest.param(name, marks=pytest.mark.thorough if name in slow else ()) for name in documents(ending)]


of_word = pytest.mark.parametrize("name", every("docx"))
of_pdf = pytest.mark.parametrize("name", every("pdf"))
of_pages = pytest.mark.parametrize("name", every("html"))
BY_ITSELF = (f"{NORTHSHIRE}/reports/2026-03-10-cabinet", f"{NORTHSHIRE}/instruments/2026-09-29-variation", SAMPLE)
"""What the validator of Open XML judges in the dress in which it is known best, a start for each file; the same rules judge all files."""

# ------------------------------------------------------------------ Word


@pytest.mark.thorough
@of_word
def test_our_lint_finds_no_fault_in_the_word_file(name):
    assert lint(document(name, "docx")) == []


@pytest.mark.validators("docx_scalpel")
@of_word
def test_microsofts_validator_finds_no_fault_in_the_word_file(name):
    from outside import faults_of_word_file

    assert faults_of_word_file(document(name, "docx")) == []


@pytest.mark.validators
@pytest.mark.parametrize("name", BY_ITSELF)
def test_another_build_of_microsofts_validator_says_the_same(name, tmp_path):
    file = tmp_path / "paper.docx"
    file.write_bytes(document(name, "docx"))
    said = json.loads(subprocess.run([VALIDATOR, file], capture_output=True, text=True, check=True, timeout=200).stdout)
    assert said["errors"] == []
    assert said["ok"]


@pytest.mark.validators("docx_scalpel")
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('<w:pStyle w:val="', '<w:pStyle w:colour="red" w:val="'),
        ('<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="start"/>'),
        ("</w:body>", "<w:stray/></w:body>"),
        ("<w:tblGrid>", "<w:tblGrid><w:tblGrid/>"),
    ],
    ids=["an attribute", "a value", "an element", "an element in a wrong place"],
)
def test_microsofts_validator_would_find_a_fault(old, new):
    from outside import faults_of_word_file
    from word_reading import changed, parts

    data = document(SAMPLE, "docx")
    assert old in parts(data)["word/document.xml"]
    assert faults_of_word_file(changed(data, "word/document.xml", lambda xml: xml.replace(old, new, 1)))


@pytest.mark.validators
def test_the_other_build_would_find_one(tmp_path):
    file = tmp_path / "paper.docx"
    file.write_bytes(b"no Word file")
    said = subprocess.run([VALIDATOR, file], capture_output=True, text=True, check=False, timeout=200)
    assert json.loads(said.stdout)["ok"] is False


# ------------------------------------------------------------------ PDF


@pytest.mark.validators
@of_pdf
def test_the_pdf_passes_every_rule_of_pdf_ua(name):
    import page

    report = str(page.validate_pdf_bytes(document(name, "pdf"), profile="ua1"))
    assert "Profile: PDF/UA-1" in report
    assert "Rules: 104 passed, 0 failed, 104 total" in report, report


@pytest.mark.validators("pikepdf")
@of_pdf
def test_our_own_checks_find_no_fault_in_the_pdf(name):
    from pdf_faults import faults

    assert faults(document(name, "pdf"), page_of_pdf(name)) == []


@pytest.mark.validators
def test_the_rules_of_pdf_ua_would_find_a_fault():
    import page

    writer = PdfWriter(clone_from=BytesIO(document(SAMPLE, "pdf")))
    del writer.root_object["/Lang"]
    damaged = BytesIO()
    writer.write(damaged)
    assert " 0 failed, 104 total" not in str(page.validate_pdf_bytes(damaged.getvalue(), profile="ua1"))


# ------------------------------------------------------------------ pages


@pytest.fixture(scope="module")
def found_in_pages(request):
    """Return what is found in every page of the tests that are run, all judged at once."""
    from outside import faults_of_pages

    asked = [item for item in request.session.items if item.name.startswith(test_no_page_breaks_a_rule_of_accessibility.__name__)]
    return faults_of_pages([item.callspec.params["name"] for item in asked])


@pytest.mark.thorough
@pytest.mark.validators("chromium", "playwright-core", "axe-core")
@of_pages
def test_no_page_breaks_a_rule_of_accessibility(name, found_in_pages):
    assert found_in_pages[name] == []


BAD = {
    "a picture without words": ('<main><h1>A</h1><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></main>', "image-alt"),
    "pale words": ('<main><h1>A</h1><p style="color:#aaa">pale</p></main>', "color-contrast"),
    "a heading that is left out": ("<main><h1>A</h1><h3>B</h3></main>", "heading-order"),
    "words outside the landmarks": ("<p>stray</p><main><h1>A</h1></main>", "region"),
    "a page wider than the screen": ('<main><h1>A</h1><p style="width:60rem">wide</p></main>', "reflow"),
}


@pytest.mark.thorough
@pytest.mark.validators("chromium", "playwright-core", "axe-core")
def test_the_judge_of_pages_would_find_a_fault(tmp_path):
    from outside import judged_pages

    files = {name: tmp_path / f"{number}.html" for number, name in enumerate(BAD)}
    for name, file in files.items():
        file.write_text(f'<!DOCTYPE html><html lang="en-GB"><head><title>t</title></head><body>{BAD[name][0]}</body></html>')
    found = judged_pages({file: ["wide", "reflow"] for file in files.values()})
    assert {name: any(f": {BAD[name][1]}: " in fault for fault in found[files[name]]) for name in BAD} == dict.fromkeys(BAD, True)
