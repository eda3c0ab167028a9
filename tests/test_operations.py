"""The amendments of a deed: found, carried out, and what they make is what was wanted."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from random_agreements import conformed, signed
from revising import SCHEME, Naming, agreement, revised

from section75.comparison.applying import applied
from section75.comparison.conforming import conform
from section75.comparison.frozen import freeze
from section75.comparison.names import bare, with_names_of
from section75.comparison.operation import Operation
from section75.comparison.operations import operations
from section75.document.numbering import number
from section75.document.tree import Block, Text, plain
from section75.problems import Refused
from section75.text.markup import read_document

RANDOM = settings(deadline=None, max_examples=20, suppress_health_check=list(HealthCheck))
SEEDS = st.integers(0, 2**32)
OFTEN = st.sampled_from((0.02, 0.1, 0.3))


def pair(seed, often):
    """Return a signed agreement and the same as it is to read."""
    random = Random(seed)  # noqa: S311 - random agreements, no secrets
    old = signed(random)
    return old, conformed(old, random, often)


def wanted(old, new):
    """Return a conformed text as a deed can make it."""
    return with_names_of(bare(old), bare(new))


def not_made(old, found, text):
    """Return whether amendments cannot be carried out, or make another text."""
    try:
        return applied(found, old) != text
    except Refused:
        return True


# ------------------------------------------------------------------ whatever changes


@RANDOM
@given(SEEDS, OFTEN)
@example(554, 0.3)
@example(604, 0.1)
def test_the_amendments_make_the_conformed_text_of_the_signed_one(seed, often):
    old, new = pair(seed, often)
    assert applied(operations(old, new), old) == wanted(old, new)


@RANDOM
@given(SEEDS)
def test_a_text_that_has_not_changed_has_no_amendments(seed):
    old, _ = pair(seed, 0)
    assert operations(old, old) == ()


@settings(RANDOM, max_examples=4)
@given(SEEDS)
def test_a_second_deed_changes_what_the_first_has_made(seed):
    old, first = pair(seed, 0.1)
    varied = applied(operations(old, first), old)
    second = conformed(varied, Random(seed), 0.1)  # noqa: S311
    assert applied(operations(varied, second), varied) == wanted(varied, second)


@settings(RANDOM, max_examples=4)
@given(SEEDS)
def test_an_amendment_left_out_is_noticed(seed):
    old, new = pair(seed, 0.1)
    found = operations(old, new)
    for place in range(len(found)):
        assert not_made(old, (*found[:place], *found[place + 1 :]), wanted(old, new)), found[place]


@settings(RANDOM, max_examples=4)
@given(SEEDS)
def test_a_quotation_cut_short_is_refused_or_noticed(seed):
    old, new = pair(seed, 0.1)
    found = operations(old, new)
    for place, one in enumerate(found):
        if one.kind == "words" and len(one.old) > 1:
            assert not_made(old, (*found[:place], replace(one, old=one.old[:-1]), *found[place + 1 :]), wanted(old, new)), one


# ------------------------------------------------------------------ texts that a lawyer can read

HEAD = """\
---
kind: agreement
title: Title
---

"""
SIGNED = """\
# Agreed terms {.operative}

## Interpretation {#interpretation number=1.}

1. In this Agreement: {number=1.1}

    “**Area**”: the area of the Council.

    “**Board**”: the board of the Partners.

    “**Term**”: the time for which it lasts.

## Pooled fund {#fund number=9.}

1. The Host Partner must pay the sum of £210,000 on demand. {number=9.1}
2. It must hold and may use: {number=9.2}

    1. the money, if any; and {number=(a)}
    2. what it earns. {number=(b)}

3. See [clause 9.1](#fund-sum), and see it again. {number=9.3}

# Schedule 2: Money {.schedule #money number="Schedule 2"}

The sums of the Fund.

## Sums {number=1.}

Table: {.form}
| Scheme | Source | 2026/27 | 2027/28 |
|---|---|---|---|
| Carers | Grant | £1 | £5 |
| Carers | Own | £2 | £6 |
| Winter | Own | £3 | £7 |
| Autumn | Own | £3 | £7 |
| Spring | Own | £3 | £7 |
| Summer | Own | £3 | £7 |
"""


TABLE = "the table at the beginning of paragraph 1 of Schedule 2"


def text(words):
    return read_document(f"{HEAD}{words}", "signed.md")


def told(one):
    """Return an amendment as one line: what it does, where, what it quotes and what comes instead."""
    new = plain(one.content) or " / ".join(filter(None, (said(block) for block in (*one.blocks, *one.parts)))) or one.end
    where = " ".join(filter(None, (one.place, " + ".join(one.row), one.column)))
    return " | ".join((f"{one.kind} {one.way}".strip(), where, one.old, new))


def said(node):
    row = node.children[0] if node.kind == "table" else node
    own = plain(node.heading) or plain(getattr(node, "content", ())) or " ".join(plain(cell.content) for cell in row.children)
    return f"{node.number} {own}".strip()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("£210,000", "£999,500", ["words replacing | clause 9.1 | of £210,000 | of £999,500"]),
        ("on demand", "on demand and in writing", ["words after | clause 9.1 | demand | and in writing"]),
        ("the money, if any", "the money", ["words omitting | clause 9.2(a) | , if any | "]),
        ("It must hold", "The Host Partner must hold", ["words replacing | clause 9.2 | It | The Host Partner"]),
        ("The Host Partner must pay the sum of £210,000", "Each pays a share", ["text | clause 9.1 |  | Each pays a share on demand"]),
        ("## Pooled fund", "## Pooled funds", ["heading | clause 9 | Pooled fund | Pooled funds"]),
        ("any; and", "any; or", ["ending | clause 9.2(a) | ; and | ; or"]),
        (
            "earns. {number=(b)}\n",
            "earns; and {number=(b)}\n    3. what is left. {number=(c)}\n",
            ["ending | clause 9.2(b) | . | ; and", "insert after | clause 9.2(b) |  | (c) what is left"],
        ),
        (
            "earns. {number=(b)}\n",
            "earns. {number=(b)}\n\n    and no more.\n",
            ["insert after | clause 9.2(b) |  | and no more"],
        ),
        ("    “**Term**”", "    “**Host**”: holder.\n\n    “**Term**”", ["insert alphabetical | clause 1.1 |  | “Host”: holder"]),
        ("    “**Area**”", "    “**Zone**”: it.\n\n    “**Area**”", ["insert beginning | clause 1.1 |  | “Zone”: it"]),
        ("    “**Board**”: the board of the Partners.\n\n", "", ["delete | the definition of “Board” in clause 1.1 |  | "]),
        ("of the Partners", "of officers", ["words replacing | the definition of “Board” in clause 1.1 | the Partners | officers"]),
        ("| £1 | £5 |", "| £1 | £9 |", [f"cell | {TABLE} Carers + Grant 2027/28 | £5 | £9"]),
        ("| Winter | Own | £3 | £7 |\n", "", [f"delete | {TABLE} Winter |  | "]),
        (
            "| Autumn |",
            "| Harvest | Own | £1 | £1 |\n| Autumn |",
            [f"insert after | {TABLE} Winter |  | Harvest Own £1 £1"],
        ),
        ("| Scheme |", "| Name |", [f"substitute | {TABLE} |  | Name Source 2026/27 2027/28"]),
        ("| Carers | Own |", "| Carers | Grant |",
         [f"substitute | {TABLE} |  | Scheme Source 2026/27 2027/28"]),
        ("The sums of", "All sums of", ["words replacing | the words at the beginning of Schedule 2 | The | All"]),
    ],
)  # fmt: skip
def test_a_change_is_said_as_an_amending_text_says_it(old, new, expected):
    assert SIGNED.count(old) == 1
    signed_text, conformed_text = text(SIGNED), text(SIGNED.replace(old, new))
    found = operations(signed_text, conformed_text)
    assert [told(one) for one in found] == expected
    assert applied(found, signed_text) == wanted(signed_text, conformed_text)


# ------------------------------------------------------------------ with the numbers of a signed text


@st.composite
def revisions(draw):
    """Draw a signed agreement and a newer text of it that knows nothing of its numbers."""
    naming = Naming(draw, ids=True)
    first = number(agreement(naming), SCHEME)
    return freeze(first), number(revised(first, naming), SCHEME)


@RANDOM
@given(revisions())
def test_what_is_new_gone_or_moved_is_said_by_amendments(texts):
    old, new = texts
    try:
        conformed_text = conform(old, new, (Text("Not used"),))
    except Refused:
        return
    assert applied(operations(old, conformed_text), old) == wanted(old, conformed_text)


# ------------------------------------------------------------------ what is refused


def words(place, old, new="x", way="replacing"):
    return Operation("words", place, way, old, (Text(new),))


@pytest.mark.parametrize(
    ("found", "message"),
    [
        ([words("clause 10.1", "pay")], "Amendment 1, clause 10.1: the text has no such place. Did you mean “clause 1.1”?"),
        ([words("clause 9.1", "receive")], "“receive” stands there not."),
        ([words("clause 9.3", "e")], "“e” stands there 5 times."),
        ([words("clause 9.1", "£210")], "The quotation cuts “£210,000”."),
        ([words("clause 9.1", "dema")], "The quotation cuts “demand”."),
        ([words("clause 9.3", "clause 9")], "The quotation cuts “clause 9.1”."),
        ([words("clause 9.2(a)", "any; and")], "“any; and” takes in the end of the list item."),
        ([words("clause 9.1", "the sum"), words("clause 9.1", "sum of")], "“the sum” and “sum of” overlap."),
        ([words("Schedule 2", "sums")], "it has no words of its own"),
        ([Operation("heading", "clause 9", old="Fund", content=(Text("x"),))], "it reads “Pooled fund”, not “Fund”."),
        ([Operation("ending", "clause 9.2(a)", old=";", end=".")], "it reads “; and”, not “;”."),
        ([Operation("delete", "clause 9.1"), words("clause 9.1", "pay")], "Amendment 2, clause 9.1: amendment 1 changes the same."),
        ([Operation("delete", "clause 9.2"), words("clause 9.2(a)", "if any")], "amendment 1 changes the same."),
        ([Operation("insert", "clause 9", "after"), Operation("insert", "clause 9", "after")], "amendment 1 changes the same."),
        ([Operation("delete", TABLE, row=("Carers",))], "2 rows begin with “Carers”."),
        ([Operation("delete", TABLE, row=("Easter",))], "no rows begin with “Easter”."),
        ([Operation("delete", "clause 9", row=("Carers",))], "this is no table"),
        ([Operation("cell", TABLE, row=("Winter",), column="2030/31")], "no one column is headed “2030/31”."),
        ([Operation("cell", TABLE, row=("Winter",), column="2026/27", old="£4")], "it reads “£3”, not “£4”."),
        ([Operation("substitute", "clause 9", blocks=(Block("clause", number="10."),))], "the same kind of thing with the same number"),
    ],
)  # fmt: skip
def test_an_amendment_that_cannot_be_carried_out_is_refused_with_its_place(found, message):
    with pytest.raises(Refused) as refused:
        applied(found, text(SIGNED))
    assert message in "\n".join(map(str, refused.value.problems))


def test_all_that_is_wrong_comes_at_once():
    with pytest.raises(Refused) as refused:
        applied([words("clause 10.1", "pay"), words("clause 11", "pay")], text(SIGNED))
    assert len(refused.value.problems) == 2
