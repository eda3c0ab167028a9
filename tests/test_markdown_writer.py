"""Markdown of record: how it looks, and that the same document is read back from it."""

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from random_documents import documents, normal_document
from samples import WRITTEN

from section75.document.house import ALPHA, House, Scheme
from section75.document.numbering import number
from section75.document.tree import (
    Blank,
    Block,
    Column,
    Definition,
    Deleted,
    Document,
    Inserted,
    Note,
    Part,
    Reference,
    Strong,
    Text,
)
from section75.problems import Refused
from section75.text.markup import read_document
from section75.writers.markdown import write

DEFAULT = House("default", Scheme())
OTHER = House("other", Scheme(clauses=ALPHA, sections=("1.0", "1.1"), section_items=("(1)",), schedules=("(1)", "(a)", "(i)")))
RANDOM = settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))


def words(text):
    return (Text(text),)


def item(text, *children, end=".", **more):
    return Block("item", words(text), children, end=end, **more)


def written(document):
    return write(document, DEFAULT).decode()


def read_back(document):
    return read_document(written(document), "record.md")


# ------------------------------------------------------------------ how it looks

FUND = Block("definition", (Definition(words("Fund")), Text(" means the fund")), end=".")
POOLED = Block(
    "clause",
    id="pooled-fund",
    heading=words("Pooled funds"),
    children=(
        item("In this agreement", FUND, end=":"),
        Block(
            "item",
            (Text("The Host Partner must pay "), Text("£5,000", "fund.sum"), Note("check"), Text(" under "), Reference("terms", "clause")),
            (
                item("promptly", end="; and"),
                item("in full", end=","),
                Block("closing", words("and may not delay"), end="."),
            ),
            end=":",
        ),
    ),
)
MONEY = Block(
    "table",
    heading=words("Money"),
    id="money",
    role="plain",
    columns=(Column(60), Column(40, "right")),
    children=(
        Block("row", children=(Block("cell", words("Partner")), Block("cell", words("2027/28"))), role="header"),
        Block("row", children=(Block("cell", words("The Council")), Block("cell", (Blank("the sum"),))), role="body"),
        Block("row", children=(Block("cell", words("Total")), Block("cell", words("£5"))), role="total"),
    ),
)
TERMS = Block("paragraph", id="terms", heading=words("Terms"), children=(item("See the table"), MONEY))
AGREEMENT = number(
    Document(
        "agreement",
        "Equipment: an agreement",
        (
            Part("parties", words("Parties"), (item("The Council"),)),
            Part("operative", words("Agreed terms"), (POOLED, Block("clause", heading=words("3 year plan"), children=(item("x"),)))),
            Part("schedule", words("Contributions"), (Block("division", heading=words("Sums"), children=(TERMS,)),), id="sums"),
        ),
        state="Draft 1",
    ),
    DEFAULT.scheme,
)
TEXT_OF_RECORD = """\
---
kind: agreement
title: Equipment: an agreement
state: Draft 1
---

# Parties {.parties}

1. The Council.

# Agreed terms {.operative}

## 1. Pooled funds {#pooled-fund}

1. In this agreement:

    “**Fund**” means the fund.

2. The Host Partner must pay £5,000 {>>check<<} under [paragraph 1 of Part 1 of Schedule 1](#terms):

    1. promptly; and
    2. in full,

    and may not delay.

## 2. 3 year plan

1. x.

# Schedule 1: Contributions {.schedule #sums}

## Part 1: Sums {.part}

### 1. Terms {#terms}

1. See the table.

Table: Money {#money 60 40}
| Partner | 2027/28 |
|---|---:|
| The Council | [● the sum] |
| = Total | £5 |
"""


def test_an_agreement_reads_like_one():
    assert written(AGREEMENT) == TEXT_OF_RECORD


def test_the_agreement_comes_back():
    assert read_back(AGREEMENT) == normal_document(AGREEMENT)


def test_a_report_keeps_its_title_its_boxes_and_its_lead_in():
    recommendations = Block("recommendations", words("Cabinet is asked to:"), (item("agree"),))
    title = Block("section", heading=words("Equipment"), role="title")
    box = Block("box", children=(Block("section", heading=words("Recommendations"), children=(recommendations,)),))
    lines = Block("lines", children=(Block("words", words("Cabinet")), Block("words", words("9 March 2027"))))
    report = Document("report", "Equipment", (Part("body", children=(lines, title, box)),))
    assert written(report) == (
        "---\nkind: report\ntitle: Equipment\n---\n\n# {.body}\n\n::: lines\nCabinet\n9 March 2027\n:::\n\n"
        "## Equipment {.title}\n\n##\n\n::: box\n\n## Recommendations\n\n"
        "::: recommendations\n\nCabinet is asked to:\n\n1. agree.\n\n:::\n\n:::\n"
    )
    assert read_back(report) == report


def test_what_place_does_not_say_is_said():
    children = (item("x"), Block("words", words("plain.")), Block("closing", words("and on")), Block("section", heading=words("S")))
    part = Part("operative", words("Terms"), children)
    assert written(Document("agreement", "t", (part,))).endswith(
        "# Terms {.operative}\n\n1. x.\n\nplain. {.words}\n\nand on {.closing}\n\n## S {.section}\n"
    )


def test_a_signed_text_stores_its_numbers():
    late = item("Late payment bears interest", number="9.2A", fixed=True, id="late")
    clause = Block("clause", heading=words("Payment"), number="9A.", fixed=True, children=(late,))
    schedule = Part("schedule", words("Sums"), number="Schedule 4A", fixed=True)
    signed = Document("agreement", "t", (Part("operative", words("Terms"), (clause,)), schedule))
    assert written(signed).endswith(
        '## Payment {number=9A.}\n\n1. Late payment bears interest. {#late number=9.2A}\n\n# Sums {.schedule number="Schedule 4A"}\n'
    )
    assert read_back(signed) == signed


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (words("1. x"), "1\\. x"),
        (words("(a) x"), "\\(a) x"),
        (words("- x"), "\\- x"),
        (words("# x"), "\\# x"),
        (words("Table: x"), "Table\\: x"),
        (words("a | b & c < d * e"), "a \\| b & c < d \\* e"),
        (words("<b> &amp; [x](#y) {#z}"), "\\<b> \\&amp; \\[x\\](#y) \\{#z\\}"),
        ((Text("wow!"), Reference("x", "y")), "wow\\![y](#x)"),
        ((Text("“"), Strong(words("a")), Text("”")), "\\“**a**”"),
        ((Definition(words("a")), Strong(words("b"))), "“**a**”**b** {.words}"),
        ((Reference("x", "● y"), Blank("z"), Text("(#x)")), "[\\● y](#x)[● z](#x)"),
        ((Inserted((Text("a "), Reference("x", "y"))), Deleted(words("--b--"))), "{++a [y](#x)++}{----b----}"),
        ((Text("a"), Note("{why}?")), "a {>>\\{why\\}?<<}"),
        ((Text("2\u00a0\n days"),), "2 days"),
    ],
)
def test_words_that_look_like_marks_are_escaped(content, line):
    assert written(Document("report", "t", (Part("body", children=(Block("words", content),)),))).splitlines()[-1] == line


def test_the_end_of_a_fact_is_not_taken_for_the_end_of_its_item():
    landlord = Block("item", (Text("of "), Text("Acme Ltd.", "landlord"), Note("which?")))
    document = Document("agreement", "t", (Part("parties", children=(landlord,)),))
    assert written(document).splitlines()[-1] == "1. of Acme Ltd\\. {>>which?<<}"
    assert read_back(document) == normal_document(document)


def test_a_drawing_is_named_by_its_fingerprint():
    figure = Block("figure", words("Boards"), heading=words("Who reports"), picture="<svg>…</svg>")
    text = written(Document("report", "t", (Part("body", children=(figure,)),)))
    assert text.splitlines()[-2:] == ["![Boards](picture:bb56abdb409c4411)", "Figure: Who reports"]


# ------------------------------------------------------------------ there and back


@pytest.mark.thorough
@RANDOM
@given(documents)
def test_a_document_is_read_back_as_it_was_written(document):
    document = normal_document(document)
    assert read_back(document) == document


@pytest.mark.thorough
@pytest.mark.parametrize("house", [DEFAULT, OTHER], ids=lambda house: house.name)
@RANDOM
@given(document=documents)
def test_numbers_and_references_come_back(house, document):
    numbered = number(normal_document(document), house.scheme)
    assert number(read_back(numbered), house.scheme) == number(numbered, house.scheme)


@pytest.mark.parametrize(("document", "house"), WRITTEN)
def test_writing_again_what_was_read_changes_nothing(document, house):
    text = write(document, house)
    assert write(read_document(text.decode(), "record.md"), house) == text


def test_the_paths_of_facts_do_not_show():
    bare = replace(AGREEMENT, parts=normal_document(AGREEMENT).parts)
    assert written(bare) == written(AGREEMENT)


# ------------------------------------------------------------------ a record that is none


@pytest.mark.parametrize(
    ("source", "faults"),
    [
        ("# A {.body}", ["1:1 The document has no kind.", "1:1 The document has no title."]),
        ("---\nkind: report\ntitle: t\nstat: x\ntitle: u\n---", ["4:1 “stat” is no field", "5:1 “title” is no field"]),
        ("---\nkind: report\ntitle: t\n---\n\nwords\n\n# A\n\n# B {.boody}", ["6:1 This stands", "8:1 This stands", "10:1 This stands"]),
        ("---\nkind: report\ntitle: t\n---\n\n# A {.body}\n\n1. *x*\n\n### B", ["8:4 A star", "10:1 The heading skips"]),
        ("---\nkind: report\ntitle: t\n---\n\n# A {.body}\n\n\ue0000\ue001 \U000f0005", ["8:1 A private-use sign"]),
    ],
)
def test_a_record_shows_all_its_faults(source, faults):
    with pytest.raises(Refused) as refused:
        read_document(source, "f.md")
    found = [f"{problem.place.line}:{problem.place.column} {problem.message}" for problem in refused.value.problems]
    assert [one[: len(fault)] for one, fault in zip(found, faults, strict=True)] == faults


def test_numbers_before_headings_are_only_an_aid():
    front = "---\nkind: agreement\ntitle: t\n---\n\n"
    headings = "# Terms {.operative}\n\n## @Funds\n\n# @Sums {.schedule}\n\n## @Board {.part}"
    aids = iter(("14A. ", "Schedule 2: ", "Part 3: "))
    aided = read_document(front + re.sub("@", lambda _: next(aids), headings), "f.md")
    plain = read_document(front + headings.replace("@", ""), "f.md")
    terms, sums = aided.parts
    assert (terms.children[0].number, sums.number, sums.children[0].number) == ("14A.", "Schedule 2", "Part 3")
    assert number(aided, DEFAULT.scheme) == number(plain, DEFAULT.scheme)


def test_windows_line_ends_are_read():
    assert read_document(TEXT_OF_RECORD.replace("\n", "\r\n"), "f.md") == read_back(AGREEMENT)
