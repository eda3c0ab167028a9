"""Files that LibreOffice has opened, changed and saved, with tracking and without: they are read as those of Word are."""

from __future__ import annotations

import pytest
from returning import SENT, lines, sent_file
from test_returned_file import ANSWER, ASK, HALVES, KEEP, RECEIVES
from whole import LANCASHIRE, drafted, printed
from writing_office import as_libreoffice_saves

from section75.returned.reading import read_returned

TRACKED = "doc.RecordChanges = True\n"
NOTICE = "A notice must be in writing and addressed to the chief officer."
ICB = "Table 1 of Schedule 1, “ICB”: ICB | £100,000"

CASES = {
    "saved again": ("", []),
    "fields updated": ("doc.refresh()\ndoc.getTextFields().refresh()", []),
    "a figure": (
        'Reword(doc, "210,000 from", "250,000 from")',
        ["value: clause 2.1: £210,000 → £250,000 [funds.pool.amount: £250,000] (silent)"],
    ),
    "a figure, tracked": (
        TRACKED + 'Reword(doc, "210,000 from", "250,000 from")',
        ["value: clause 2.1: £210,000 → £250,000 [funds.pool.amount: £250,000] (tracked)"],
    ),
    "words, tracked": (
        TRACKED + 'Reword(doc, "promptly", "within a week")',
        [f"text: clause 3.3: {ANSWER} → {ANSWER.replace('promptly', 'within a week')} (tracked)"],
    ),
    "the words below a heading": (
        'Reword(doc, "chief officer", "chief executive")',
        [f"text: clause 5: {NOTICE} → {NOTICE.replace('officer', 'executive')} (silent)"],
    ),
    "split": ('Divide(doc, "and considers")', [f"split: clause 3.1: {RECEIVES} → {HALVES} (silent)"]),
    "split, tracked": (TRACKED + 'Divide(doc, "and considers")', [f"split: clause 3.1: {RECEIVES} → {HALVES} (tracked)"]),
    "a paragraph added": (
        f'WriteAfter(doc, "at any time", "{KEEP}")',
        [f"added: clause 3.2: after clause 3.2: {KEEP} (silent)"],
    ),
    "a paragraph added, tracked": (
        TRACKED + f'WriteAfter(doc, "at any time", "{KEEP}")',
        [f"added: clause 3.2: after clause 3.2: {KEEP} (tracked)"],
    ),
    "a paragraph taken out": ('TakeOut(doc, "The Board may ask")', [f"removed: clause 3.2: {ASK} (silent)"]),
    "a paragraph taken out, tracked": (TRACKED + 'TakeOut(doc, "The Board may ask")', [f"removed: clause 3.2: {ASK} (tracked)"]),
    "a comment": ('Remark(doc, "promptly", "How soon?")', ["comment: clause 3.3: Nadia Khan on “promptly”: How soon?"]),
    "a row": ('DropRow(doc, "£100,000")', [f"removed: {ICB} (silent)"]),
    "a cell, tracked": (
        TRACKED + 'Reword(doc, "£110,000", "£120,000")',
        ["value: Table 1 of Schedule 1, “Council”, “2026/27”: £110,000 → £120,000 [funds.pool.council: £120,000] (tracked)"],
    ),
}


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    files = {name.replace(" ", "-").replace(",", ""): (sent_file(), what) for name, (what, _) in CASES.items()}
    return as_libreoffice_saves(files, tmp_path_factory.mktemp("libreoffice"))


@pytest.mark.thorough
@pytest.mark.libreoffice
@pytest.mark.parametrize("name", CASES)
def test_what_is_done_in_libreoffice_is_told_at_its_clause_and_nothing_else(saved, name):
    data = saved[name.replace(" ", "-").replace(",", "")]
    assert list(lines(read_returned(data, "returned.docx", SENT))) == CASES[name][1]


@pytest.mark.thorough
@pytest.mark.libreoffice
def test_a_whole_agreement_saved_again_and_its_fields_updated_says_what_was_sent(tmp_path):
    made = drafted(LANCASHIRE, "agreement").drafted.document
    data = printed(LANCASHIRE, "agreement", "docx")
    files = {"saved": (data, ""), "updated": (data, "doc.refresh()\ndoc.getTextFields().refresh()")}
    for again in as_libreoffice_saves(files, tmp_path).values():
        found = read_returned(again, "returned.docx", made)
        assert (found.events, found.problems) == ((), ())
