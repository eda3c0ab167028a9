"""What the other side did to a Word file: each change is told once, at its clause, and nothing is told that nobody did."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from returning import SENT, Hand, lines
from word_reading import without_stored_results
from word_sample import AGREEMENT, REPORT, WORD_HOUSE

from section75.returned.accounting import unaccounted
from section75.returned.package import opened
from section75.returned.paragraphs import read
from section75.returned.reading import read_returned
from section75.returned.sent import Sent, canonical
from section75.writers.docx import write

POOL = "The Partners must pool £210,000 from 1 April 2026."
ASK = "The Board may ask the Host for further information at any time."
ANSWER = "Each Partner must answer the questions of the other Partner promptly."
KEEP = "The Board must keep minutes."
RECEIVES = "The Board receives a report of the Pooled Fund each Quarter and considers it at its next meeting."
HALVES = "The Board receives a report of the Pooled Fund each Quarter ¶ and considers it at its next meeting."
ICB = "Table 1 of Schedule 1, “ICB”"

CASES = {
    # ------------------------------------------------------------------ nothing
    "nothing at all": (lambda hand: hand, []),
    "what Word does unasked: fixed spaces, cut runs, marks of spelling": (lambda hand: hand.make_noise(), []),
    "a number typed over by the same number": (lambda hand: hand.type_over_field("Either Partner", "5", whole=True), []),
    "a number inside a field typed over": (
        lambda hand: hand.type_over_field("Either Partner", "6", whole=False),
        ["remark: number: clause 4.1: Either Partner may end this agreement by giving notice under clause 6.: 1"],
    ),
    "bold, tracked": (lambda hand: hand.format("Each Partner"), ["remark: formats: : : 1"]),
    # ------------------------------------------------------------------ words
    "a figure": (
        lambda hand: hand.replace("The Partners must pool", "£210,000", "£250,000"),
        ["value: clause 2.1: £210,000 → £250,000 [funds.pool.amount: £250,000] (silent)"],
    ),
    "a figure, tracked": (
        lambda hand: hand.replace("The Partners must pool", "£210,000", "£250,000", tracked=True),
        ["value: clause 2.1: £210,000 → £250,000 [funds.pool.amount: £250,000] (tracked)"],
    ),
    "part of a figure, as Word tracks it": (
        lambda hand: hand.replace("The Partners must pool", "21", "77", tracked=True),
        ["value: clause 2.1: £210,000 → £770,000 [funds.pool.amount: £770,000] (tracked)"],
    ),
    "a day": (
        lambda hand: hand.replace("The Partners must pool", "1 April 2026", "1 May 2026", tracked=True),
        ["value: clause 2.1: 1 April 2026 → 1 May 2026 [term.commencement: 1 May 2026] (tracked)"],
    ),
    "a length of time": (
        lambda hand: hand.replace("report within", "10 Working Days", "15 Working Days"),
        ["value: clause 2.2.2: 10 Working Days → 15 Working Days [periods.report: 15 working days] (silent)"],
    ),
    "a name": (
        lambda hand: hand.replace("Northshire", "Northshire County", "Southshire County"),
        [
            (
                "value: party (1): Northshire County Council → Southshire County Council "
                "[partners.council.name: Southshire County Council] (silent)"
            )
        ],
    ),
    "a blank filled in": (
        lambda hand: hand.replace("The Host may charge", "[● the charge]", "£500", tracked=True),
        ["value: clause 2.3: [● the charge] → £500 [funds.pool.charge: £500] (tracked)"],
    ),
    "a figure with words added": (
        lambda hand: hand.replace("The Partners must pool", "£210,000", "£210,000 or such sum as is agreed"),
        [f"text: clause 2.1: {POOL} → The Partners must pool £210,000 or such sum as is agreed from 1 April 2026. (silent)"],
    ),
    "words, tracked": (
        lambda hand: hand.replace("Each Partner", "promptly", "within a week", tracked=True),
        [f"text: clause 3.3: {ANSWER} → {ANSWER.replace('promptly', 'within a week')} (tracked)"],
    ),
    "words taken out": (
        lambda hand: hand.replace("Each Partner", " promptly", "", tracked=True),
        [f"text: clause 3.3: {ANSWER} → {ANSWER.replace(' promptly', '')} (tracked)"],
    ),
    "a value in silence and words tracked, in one paragraph": (
        lambda hand: hand.replace("report within", "10 Working Days", "5 Working Days").replace(
            "report within", "requires", "demands", tracked=True
        ),
        [
            "value: clause 2.2.2: 10 Working Days → 5 Working Days [periods.report: 5 working days] (silent)",
            (
                "text: clause 2.2.2: report within 10 Working Days as clause 3.1 requires. → "
                "report within 5 Working Days as clause 3.1 demands. (tracked)"
            ),
        ],
    ),
    "a definition": (
        lambda hand: hand.replace("“Board”", "joint board", "strategic board"),
        ["text: clause 1.1, “Board”: “Board”: the joint board of the Partners. → “Board”: the strategic board of the Partners. (silent)"],
    ),
    "the words below a heading": (
        lambda hand: hand.replace("A notice", "chief officer", "chief executive", tracked=True),
        [
            (
                "text: clause 5: A notice must be in writing and addressed to the chief officer. → "
                "A notice must be in writing and addressed to the chief executive. (tracked)"
            )
        ],
    ),
    "a heading": (lambda hand: hand.replace("Ending", "Ending", "Leaving"), ["text: clause 4: Ending → Leaving (silent)"]),
    "a reference typed over": (
        lambda hand: hand.type_over_field("Either Partner", "6", whole=True),
        ["reference: clause 4.1: clause 5 → clause 6 (silent)"],
    ),
    # ------------------------------------------------------------------ bookmarks
    "a lost bookmark": (lambda hand: hand.drop_bookmark("Each Partner"), [f"lost: clause 3.3: {ANSWER} (silent)"]),
    "a lost bookmark and other words": (
        lambda hand: hand.replace("Each Partner", "promptly", "within a week").drop_bookmark("Each Partner"),
        [
            f"text: clause 3.3: {ANSWER} → {ANSWER.replace('promptly', 'within a week')} (silent)",
            f"lost: clause 3.3: {ANSWER.replace('promptly', 'within a week')} (silent)",
        ],
    ),
    "a copy with its bookmark": (
        lambda hand: hand.copy("The Board may ask", "Either Partner", with_bookmark=True),
        [f"duplicated: clause 3.2: after clause 4.1: {ASK} (silent)"],
    ),
    "a copy without": (
        lambda hand: hand.copy("The Board may ask", "Either Partner", with_bookmark=False),
        [f"duplicated: clause 3.2: after clause 4.1: {ASK} (silent)"],
    ),
    # ------------------------------------------------------------------ paragraphs
    "a paragraph deleted": (lambda hand: hand.delete("The Board may ask"), [f"removed: clause 3.2: {ASK} (silent)"]),
    "a paragraph deleted, tracked": (
        lambda hand: hand.delete("The Board may ask", tracked=True),
        [f"removed: clause 3.2: {ASK} (tracked)"],
    ),
    "a whole clause deleted": (
        lambda hand: hand.delete("Ending", tracked=True).delete("Either Partner", tracked=True),
        ["removed: clause 4: Ending ¶ Either Partner may end this agreement by giving notice under clause 5. (tracked)"],
    ),
    "a paragraph added": (
        lambda hand: hand.insert_after("The Board may ask", KEEP),
        [f"added: clause 3.2: after clause 3.2: {KEEP} (silent)"],
    ),
    "a paragraph added, tracked": (
        lambda hand: hand.insert_after("The Board may ask", KEEP, tracked=True),
        [f"added: clause 3.2: after clause 3.2: {KEEP} (tracked)"],
    ),
    "three in a row": (
        lambda hand: (
            hand.insert_after("The Board may ask", "Two.", tracked=True)
            .insert_after("The Board may ask", KEEP, tracked=True)
            .insert_after(KEEP, "Three.")
        ),
        [
            f"added: clause 3.2: after clause 3.2: {KEEP} (tracked)",
            "added: clause 3.2: after clause 3.2: Three. (silent)",
            "added: clause 3.2: after clause 3.2: Two. (tracked)",
        ],
    ),
    "cut and pasted": (
        lambda hand: hand.move("The Board may ask", "Either Partner"),
        ["moved: clause 3.2: to after clause 4.1 (silent)"],
    ),
    "cut and pasted without its bookmark": (
        lambda hand: hand.move("The Board may ask", "Either Partner", with_bookmark=False),
        ["moved: clause 3.2: to after clause 4.1 (silent)"],
    ),
    "moved, tracked": (
        lambda hand: hand.move("The Board may ask", "Either Partner", tracked=True),
        ["moved: clause 3.2: to after clause 4.1 (tracked)"],
    ),
    "a clause moved with its words": (
        lambda hand: hand.move("Ending", "Agreed").move("Either Partner", "Ending"),
        ["moved: clause 4: to after agreed terms (silent)", "moved: clause 4.1: to after clause 4 [follows] (silent)"],
    ),
    "joined": (
        lambda hand: hand.join("The Board may ask"),
        [f"joined: clause 3.3: {ASK} ¶ {ANSWER} → {ASK}{ANSWER} (silent)"],
    ),
    "joined, tracked": (
        lambda hand: hand.join("The Board may ask", tracked=True),
        [f"joined: clause 3.3: {ASK} ¶ {ANSWER} → {ASK}{ANSWER} (tracked)"],
    ),
    "split": (
        lambda hand: hand.split("The Board receives", "and considers"),
        [f"split: clause 3.1: {RECEIVES} → {HALVES} (silent)"],
    ),
    "split, tracked": (
        lambda hand: hand.split("The Board receives", "and considers", tracked=True),
        [f"split: clause 3.1: {RECEIVES} → {HALVES} (tracked)"],
    ),
    # ------------------------------------------------------------------ tables
    "a cell": (
        lambda hand: hand.replace("£110,000", "£110,000", "£120,000", tracked=True),
        [
            "value: Table 1 of Schedule 1, “Council”, “2026/27”: £110,000 → £120,000 [funds.pool.council: £120,000] (tracked)",
        ],
    ),
    "a row deleted": (lambda hand: hand.delete_row("ICB"), [f"removed: {ICB}: ICB | £100,000 (silent)"]),
    "a row deleted, tracked": (lambda hand: hand.delete_row("ICB", tracked=True), [f"removed: {ICB}: ICB | £100,000 (tracked)"]),
    "a row added": (
        lambda hand: hand.add_row("ICB", "Trust", "£50,000"),
        [f"added: {ICB}, “2026/27”: after {ICB}: Trust | £50,000 (silent)"],
    ),
    "a row added, tracked": (
        lambda hand: hand.add_row("ICB", "Trust", "£50,000", tracked=True),
        [f"added: {ICB}, “2026/27”: after {ICB}: Trust | £50,000 (tracked)"],
    ),
    # ------------------------------------------------------------------ comments
    "a comment with an answer, done": (
        lambda hand: hand.comment("Each Partner", "promptly", "How soon?", "Within a week?", done=True),
        [
            "comment: clause 3.3: Nadia Khan on “promptly”: How soon? [done]",
            "comment: clause 3.3: Omar Reid on “”: Within a week? [answers: How soon?]",
        ],
    ),
}
TRACKED = [name for name in CASES if "tracked" in name and "bold" not in name]


@pytest.mark.parametrize("name", CASES)
def test_each_thing_that_the_other_side_does_is_told_at_its_clause_and_nothing_else(name):
    change, expected = CASES[name]
    assert list(lines(change(Hand()).read())) == expected


APART = {
    "a day": "clause 2.1", "a length of time": "clause 2.2.2", "a blank filled in": "clause 2.3", "a definition": "clause 1.1",
    "a paragraph deleted, tracked": "clause 3.2", "split, tracked": "clause 3.1", "a reference typed over": "clause 4.1",
    "a row deleted": "row", "a row added, tracked": "row", "the words below a heading": "clause 5",
}  # fmt: skip
"""Cases that touch different paragraphs, and where."""


@pytest.mark.parametrize(("one", "other"), [pair for pair in combinations(APART, 2) if APART[pair[0]] != APART[pair[1]]])
def test_two_things_done_at_two_places_are_told_as_each_alone(one, other):
    hand = CASES[other][0](CASES[one][0](Hand()))
    assert sorted(lines(hand.read())) == sorted([*CASES[one][1], *CASES[other][1]])


@pytest.mark.parametrize("document", [AGREEMENT, REPORT, SENT], ids=["agreement", "report", "small"])
def test_a_file_that_nobody_touched_says_what_was_sent(document):
    data = write(document, WORD_HOUSE)
    assert list(lines(read_returned(data, "returned.docx", document))) == []


def test_numbers_worked_out_afresh_are_no_change():
    data = without_stored_results(Hand().data())
    found = read_returned(data, "returned.docx", SENT)
    assert found.events == ()
    assert {remark.kind for remark in found.remarks} == {"number"}


# ------------------------------------------------------------------ who, and every mark accounted for


@pytest.mark.parametrize("name", TRACKED)
def test_what_is_tracked_says_who_did_it_and_when(name):
    tracked = [event for event in CASES[name][0](Hand()).read().events if event.tracked]
    assert tracked
    assert {(event.who, event.when) for event in tracked} == {("Nadia Khan", "2026-05-04T09:00:00Z")}


@pytest.mark.parametrize("name", TRACKED)
def test_a_tracked_change_that_no_event_explains_is_a_problem(name):
    hand = CASES[name][0](Hand())
    returned = read(opened(hand.data(), "returned.docx"))
    assert [one for one in returned.paragraphs if one.marks]
    problems = unaccounted(returned, (), "returned.docx")
    assert problems
    assert all("Nadia Khan" in problem.message and problem.level == "error" for problem in problems)


def test_a_tracked_change_in_the_foot_of_the_page_is_a_problem():
    hand = Hand()
    name = next(name for name, part in hand.parts.items() if name.startswith("word/footer") and b"</w:p>" in part)
    change = b'<w:ins w:id="1" w:author="Nadia Khan"><w:r><w:t>Draft 7</w:t></w:r></w:ins></w:p>'
    hand.parts[name] = hand.parts[name].replace(b"</w:p>", change, 1)
    (problem,) = hand.read().problems
    assert problem.message.startswith("A tracked change by Nadia Khan (inserted: “Draft 7”) in the head or foot of the pages")


# ------------------------------------------------------------------ what a line says now


def test_what_they_left_alone_stays_a_fact_or_a_reference():
    hand = Hand().replace("report within", "10 Working Days", "15 Working Days").replace("report within", "requires", "demands")
    value, text = hand.read().events
    assert value.content == text.content
    line = next(line for line in Sent(SENT).lines.values() if line.place == "clause 2.2.2")
    changed = [replace(one, words="15 Working Days") if getattr(one, "fact", "") else one for one in line.content]
    assert canonical(value.content) == canonical(tuple(changed)).replace("requires", "demands")
    assert [one for one in value.content if getattr(one, "fact", "")] == [changed[1]]


WORDS = st.lists(st.sampled_from(["the", "Host", "must", "£5", "clause", "3", "and", ",", "not", "12 months"]), max_size=6)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.data())
def test_whatever_is_typed_into_a_paragraph_is_told_once_and_nothing_is_invented(data):
    hand = Hand()
    beginning, run = data.draw(st.sampled_from([("The Partners must pool", " from "), ("Each Partner", "questions"), ("£110", "£110,000")]))
    words, tracked = " ".join(data.draw(WORDS)), data.draw(st.booleans())
    found = hand.replace(beginning, run, words, tracked=tracked).read()
    assert found.problems == ()
    assert len({event.place for event in found.events}) <= 1
    assert all(event.tracked == tracked for event in found.events)
    for event in found.events:
        assert event.kind in ("value", "text")
