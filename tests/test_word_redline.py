"""The Word redline: what is tracked, what accepting and rejecting give, and that nothing is written which would not give both texts."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
import subprocess
import zipfile
from dataclasses import replace

import pytest
from building import block, headed, item, said, words
from conftest import VALIDATOR
from hypothesis import given, settings
from lxml import etree
from random_edits import far_pairs, near_pairs
from random_redlines import redlines
from redline_sample import MOVED, NEW, OLD, REDLINE
from whole import ROOT
from word_reading import changed, paragraph, parts, root, value
from word_reading import words as words_of
from word_sample import WORD_HOUSE, one_part, to

from section75.comparison.redline import redline
from section75.comparison.settling import settle
from section75.document.numbering import number
from section75.document.tree import Block, Definition, Deleted, Inserted, Note, Part, Text
from section75.drafting.comparison import draft_state
from section75.text.library import Library
from section75.writers import Unprintable
from section75.writers.docx import write
from section75.writers.docx.lint import lint
from section75.writers.docx.redline import write_redline
from section75.writers.docx.settled import paragraphs
from section75.writers.docx.xml import tag

DAY = dt.date(2027, 3, 9)
BODY = "word/document.xml"


def written(old, new, tree=None):
    return write_redline(old, new, tree or redline(old, new), WORD_HOUSE, "Northshire Legal", DAY)


DATA = written(OLD, NEW)


# ------------------------------------------------------------------ what is tracked

MARKS = {"ins": "{++%s++}", "del": "{--%s--}", "moveTo": "{>>%s<<}", "moveFrom": "{<<%s>>}"}
WHOLE = {"ins": "+", "del": "-", "moveTo": ">", "moveFrom": "<", "": " "}


def shown(data):
    """Return the paragraphs that are tracked, as a lawyer would write them: each begins with how it is tracked as a whole."""
    lines = []
    for one in root(data).iter(tag("p")):
        mark = next((change for change in MARKS if one.find(f"{tag('pPr')}/{tag('rPr')}/{tag(change)}") is not None), "")
        row = next((change for change in MARKS if one.find(f"../../{tag('trPr')}/{tag(change)}") is not None), "")
        said = "".join(_runs(one, mark)).replace("\u00a0", " ")
        if said and (mark or row or "{" in said):
            lines.append(f"{'|' + WHOLE[row] if row else ''}{WHOLE[mark]} {said}")
    return lines


def _runs(one, mark):
    for part in one:
        change = etree.QName(part).localname
        if change in MARKS:
            said = "".join(_said(part))
            yield said if change == mark else MARKS[change] % said
        elif change == "r":
            yield "".join(_said(part))


def _said(part):
    return [{tag("tab"): " ", tag("drawing"): "[picture]"}.get(one.tag, one.text or "") for one in part.iter(*PRINTED)]


PRINTED = [tag(name) for name in ("t", "delText", "tab", "drawing")]

EXPECTED = """
  NHS Northshire{++ ICB++}.
+ “Board”: the joint board.
- “Lender”: a body that lends equipment to the Council.
+ Term
+ This agreement lasts until 31 March 2030.
  {--Payment--}{++Payments++}
  The Council must pay {--£1,250,000--}{++£1,300,000++} under Table 1 of Schedule 1 and {--clause 2.2--}{++clause 4.2++}.
< Each Partner keeps its own records of what it has paid.
  buy beds{--; or--}{++; and++}
  hire beds{--; and--}{++.++}
- lend beds.
- Nothing in this clause binds a successor of the Council.
- Premises
- The Council provides a store under clause 2.
  A notice is given by post{++ or e-mail++}, see clause 3.
> Each Partner keeps its own records of what it has paid.
  {--ICB--}{++Trust++}
  {--£1--}{++£7++}
  {--£9,640,001--}{++£9,640,007++}
- [picture]
- Figure 1: Map
+ [picture]
+ Figure 1: Map
- : Old plans
- Plans
- Each year a plan.
+ : Sites
+ Table 1: Contributions
|++ Partner
|++ 2027/28
|++ Depot
|++ £5
|++ Boxed.
- Authorised signatory
- Seal number: [● number]
+ Director of Law
+ Seal: [● n]
"""


def test_the_redline_reads_as_a_lawyer_would_mark_it():
    assert shown(DATA) == EXPECTED.strip("\n").split("\n")


def test_a_reference_that_only_says_another_number_is_not_tracked():
    notice = paragraph(DATA, "A notice is given")
    assert [words for words in shown(DATA) if "A notice" in words] == ["  A notice is given by post{++ or e-mail++}, see clause 3."]
    assert not list(notice.iter(tag("delInstrText")))


def test_a_reference_to_what_has_moved_is_tracked_since_no_field_can_point_at_both_places():
    codes = [one.text.split()[1] for one in paragraph(DATA, "The Council must pay").iter(tag("delInstrText"))]
    names = {mark.get(tag("name")): one for one in root(DATA).iter(tag("p")) for mark in one.iter(tag("bookmarkStart"))}
    assert [value(names[code], "pPr/pStyle") for code in codes] == ["Clause2"]
    assert "moveFrom" in etree.tostring(names[codes[0]], encoding="unicode")


def test_a_move_is_one_pair_with_one_name():
    xml = parts(DATA)[BODY]
    assert re.findall(r'<w:(move\w+)RangeStart [^>]*w:name="(\w+)"', xml) == [("moveFrom", "s75move1"), ("moveTo", "s75move1")]
    for end in ("moveFrom", "moveTo"):
        assert re.search(rf"<w:{end}RangeStart[^>]*/><w:bookmarkStart[^>]*/><w:{end} [^>]*><w:r><w:t [^>]*>{MOVED}", xml)


def test_what_moved_and_was_edited_is_gone_and_new():
    tree = redline(OLD, edited := _reworded(NEW))
    assert not re.search("move(From|To)", parts(written(OLD, edited, tree))[BODY])


def _reworded(document):
    """Return the document with one word more in what moved."""
    xml = str(MOVED)
    return _mapped(document, lambda content: tuple(replace(one, words=f"{xml} lately") if one == Text(xml) else one for one in content))


def _mapped(document, change):
    def block(one):
        return replace(one, content=change(one.content), children=tuple(map(block, one.children)))

    return replace(document, parts=tuple(replace(part, children=tuple(map(block, part.children))) for part in document.parts))


def test_author_and_day_are_those_given_and_nothing_else_is_dated():
    xml = parts(DATA)[BODY]
    assert set(re.findall(r'w:author="([^"]*)"', xml)) == {"Northshire Legal"}
    assert set(re.findall(r'w:date="([^"]*)"', xml)) == {"2027-03-09T00:00:00Z"}


def test_two_writings_are_the_same_bytes():
    assert written(OLD, NEW) == DATA


def test_our_lint_finds_no_fault():
    assert lint(DATA) == []


def test_a_redline_has_one_section_as_a_tracked_mark_could_take_one_away():
    assert len(list(root(DATA).iter(tag("sectPr")))) == 1
    assert len(list(root(write(NEW, WORD_HOUSE)).iter(tag("sectPr")))) > 1


def test_drafting_notes_are_no_part_of_a_redline():
    noted = number(one_part(headed("clause", "A", item("Pay", Note("How much?")), item("at once"))), WORD_HOUSE.scheme)
    other = number(one_part(headed("clause", "A", item("Pay", Note("Which?")), item("later"))), WORD_HOUSE.scheme)
    data = written(noted, other)
    assert shown(data) == ["  {--at once--}{++later++}"]
    assert "word/comments.xml" not in parts(data)


def test_the_head_of_each_page_says_what_is_compared():
    library = Library(ROOT)
    line = library.read(ROOT / "templates" / "comparison" / "state.md", "state")
    state = draft_state("the agreement of 1 April 2024", "draft 2", line)
    data = written(OLD, NEW, replace(REDLINE, state=state))
    assert "Compared with the agreement of 1 April 2024" in words_of(root(data, "word/header1.xml"))
    assert parts(data)[BODY] == parts(DATA)[BODY]


# ------------------------------------------------------------------ what accepting and rejecting give


def test_the_last_paragraph_of_a_file_and_of_a_cell_can_always_go():
    """Word never removes the last paragraph mark of a story or a cell, so a narrow one stands after what is tracked there."""
    old = number(one_part(headed("clause", "A", item("one"))), WORD_HOUSE.scheme)
    boxed = Block("box", children=(words("first"), words("second")))
    new = replace(old, parts=(*old.parts, Part("body", children=(boxed,))))
    shorter = replace(old, parts=(*old.parts, Part("body", children=(replace(boxed, children=boxed.children[:1]),))))
    for before, after in ((old, new), (new, old), (new, shorter), (shorter, new)):
        for holder in root(written(before, after)).iter(tag("body"), tag("tc")):
            goes_whole = holder.getparent().find(f"{tag('trPr')}") is not None
            last = holder.findall(tag("p"))[-1]
            assert goes_whole or last.find(f"{tag('pPr')}/{tag('rPr')}") is None


def signed(*clauses):
    kept = [replace(headed("clause", heading, name=heading), number=label, fixed=bool(label)) for label, heading in clauses]
    return number(one_part(*kept, headed("clause", "Last", item("See ", *(to(heading) for _, heading in clauses)))), WORD_HOUSE.scheme)


@pytest.mark.parametrize(
    ("old", "new", "tracked"),
    [
        ((("", "A"), ("", "B")), (("", "A"), ("2A.", "B")), ["  {++2A. ++}B"]),
        ((("1.", "A"), ("1A.", "B")), (("1.", "A"), ("2.", "B")), ["  {--1A. --}B"]),
        ((("1A.", "A"), ("", "B")), (("1B.", "A"), ("", "B")), ["  {--1A. --}{++1B. ++}A"]),
        ((("", "A"), ("", "B")), (("", "B"),), ["- A"]),
    ],
)
def test_numbers_that_lists_give_are_not_tracked_and_numbers_that_are_typed_are(old, new, tracked):
    assert [line for line in shown(written(signed(*old), signed(*new))) if "See" not in line] == [
        one for one in tracked if "See" not in one
    ]


def test_a_paragraph_that_a_list_counted_and_no_longer_counts_has_its_list_back_when_changes_are_rejected():
    xml = parts(written(signed(("", "A"), ("", "B")), signed(("", "A"), ("2A.", "B"))))[BODY]
    assert len(re.findall(r'<w:pPrChange [^>]*><w:pPr><w:pStyle w:val="Heading1"/></w:pPr></w:pPrChange>', xml)) == 2  # B and Last


def test_lettered_items_begin_afresh_in_both_texts():
    def lists(*terms):
        meanings = (block("definition", Definition(said(term)), end=":", holds=tuple(map(item, items))) for term, items in terms)
        return number(one_part(headed("clause", "A", item("In this agreement", end=":", holds=tuple(meanings)))), WORD_HOUSE.scheme)

    keys, locks, doors = ["a brass key", "a steel key", "a spare key"], ["a lock", "a chain"], ["a front door"]
    old, new = lists(("Key", keys), ("Lock", locks)), lists(("Door", doors), ("Key", keys[1:]), ("Lock", [*locks, "a bolt"]))
    data = written(old, new)
    assert _letters(data, "old") == ["(a)", "(b)", "(c)", "(a)", "(b)"]
    assert _letters(data, "new") == ["(a)", "(a)", "(b)", "(a)", "(b)", "(c)"]
    assert shown(data) == ["+ “Door”:", "+ a front door", "- a brass key", "+ a bolt"]


def _letters(data, side):
    return [line.partition("\t")[0] for line in paragraphs(data, side) if line.startswith("(")]


@pytest.mark.thorough
@settings(max_examples=6, deadline=None)
@given(redlines(WORD_HOUSE.scheme))
def test_every_redline_gives_both_texts(tree):
    old, new = settle(tree, "old"), settle(tree, "new")
    assert lint(write_redline(old, new, tree, WORD_HOUSE, "A", DAY)) == []


@pytest.mark.thorough
@settings(max_examples=50, deadline=None)
@given(near_pairs() | far_pairs)
def test_every_comparison_gives_both_texts(pair):
    old, new = (number(replace(one, kind="agreement"), WORD_HOUSE.scheme) for one in pair)
    assert written(old, new)


# ------------------------------------------------------------------ the proof


def test_a_redline_of_other_documents_is_not_written():
    with pytest.raises(
        Unprintable, match=r"with all changes rejected it would not give the old text\. Paragraph \d+ would be “.+” in place of"
    ):
        written(NEW, NEW, REDLINE)
    with pytest.raises(Unprintable, match=r"with all changes accepted it would not give the new text"):
        written(OLD, OLD, REDLINE)


def test_a_document_that_ends_too_soon_is_named():
    with pytest.raises(Unprintable, match=r"Paragraph 1 would be missing in place of “1\.\tA”"):
        written(signed(("", "A")), one_part(), one_part())


DAMAGE = {
    "a new word that is not tracked": (r"<w:ins [^>]*>(<w:r><w:t [^>]*>Trust</w:t></w:r>)</w:ins>", r"\1", "old"),
    "a word that is gone but not tracked": (r"<w:del [^>]*><w:r><w:delText[^>]*>ICB</w:delText></w:r></w:del>", "", "old"),
    "a new word marked as gone": (r"<w:ins ([^>]*>)(<w:r><w:t [^>]*>Trust</w:t></w:r>)</w:ins>", r"<w:del \1\2</w:del>", "new"),
    "a row that is not tracked": (r"<w:trPr>(<w:cantSplit/>)<w:ins [^>]*/></w:trPr>", r"<w:trPr>\1</w:trPr>", "old"),
    "a paragraph mark that is not tracked": (r"<w:rPr><w:ins [^>]*/></w:rPr>(?=</w:pPr><w:bookmarkStart [^>]*_term)", "", "old"),
    "a moved paragraph that stays": (r"</?w:moveFrom(?: [^>]*)?>", "", "new"),
    "a reference to another clause": (r"REF _s75_\d+_payment", "REF _s75_1_", "new"),
    "another list": (r'<w:pStyle w:val="Clause2"/>', '<w:pStyle w:val="Clause3"/>', "new"),
    "another picture": (r'r:embed="s75png2"', 'r:embed="s75png1"', "new"),
}


@pytest.mark.parametrize("name", sorted(DAMAGE))
def test_the_reader_sees(name):
    pattern, by, side = DAMAGE[name]
    assert re.search(pattern, parts(DATA)[BODY]), "the damage finds its place"
    broken = changed_in_place(DATA, lambda xml: re.sub(pattern, by, xml))
    assert paragraphs(broken, side) != paragraphs(DATA, side)


def changed_in_place(data, change):
    """Return the file with its text changed; pictures stay as they are."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name).decode()).encode() if name == BODY else old.read(name))
    return made.getvalue()


def test_the_reader_gives_what_is_left_of_a_paragraph_whose_mark_goes_to_the_next_one():
    gone = (
        '<w:p><w:pPr><w:rPr><w:del w:id="9901" w:author="A" w:date="2027-03-09T00:00:00Z"/></w:rPr></w:pPr><w:r><w:t>One </w:t></w:r></w:p>'
    )
    data = changed(DATA, BODY, lambda xml: xml.replace("<w:sectPr>", f"{gone}<w:p><w:r><w:t>two</w:t></w:r></w:p><w:sectPr>"))
    assert paragraphs(data, "new")[-1] == "One two"
    assert paragraphs(data, "old")[-2:] == ("One ", "two")


# ------------------------------------------------------------------ marked by hand


def test_a_paragraph_that_is_marked_by_hand_as_a_whole_is_tracked_with_its_mark():
    tree = one_part(
        headed(
            "clause",
            "A",
            item(Inserted(said("a new one")), end="."),
            item(Deleted(said("an old one")), end=".", holds=(item(Deleted(said("and its item"))),)),
            item("kept ", Inserted(said("longer")), end="."),
            item(Inserted(said("a new lead-in")), end=":", holds=(item("to an old item"),)),
        )
    )
    assert shown(write(number(tree, WORD_HOUSE.scheme), WORD_HOUSE)) == [
        "+ a new one.",
        "- an old one.",
        "- and its item",
        "  kept {++longer++}.",
        "  {++a new lead-in++}:",
    ]


def test_either_text_of_what_is_marked_by_hand_has_its_own_numbers_and_references():
    gone, kept = item(Deleted(said("an old one")), end="."), item("kept, see ", to("last"), end=".")
    tree = number(one_part(headed("clause", "A", gone, kept, item("the last", end=".", name="last"))), WORD_HOUSE.scheme)
    data = write(tree, WORD_HOUSE)
    assert paragraphs(data, "new") == ("1.\tA", "1.1\tkept, see clause {REF 2.0 \\w \\h}.", "1.2\tthe last.")
    assert paragraphs(data, "old")[1:] == ("1.1\tan old one.", "1.2\tkept, see clause {REF 3.0 \\w \\h}.", "1.3\tthe last.")
    assert shown(data) == ["- an old one."]


# ------------------------------------------------------------------ other judges


@pytest.mark.thorough
@pytest.mark.validators
def test_microsofts_validator_finds_no_fault_in_the_redline(tmp_path):
    file = tmp_path / "redline.docx"
    file.write_bytes(DATA)
    said = json.loads(subprocess.run([VALIDATOR, file], capture_output=True, text=True, check=True, timeout=200).stdout)
    assert said["errors"] == []
    assert said["ok"]
