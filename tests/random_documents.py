"""Random documents for property tests, and the normal form in which two documents are compared.

The words are hostile: every sign that means something in house Markdown, at every place where it might.
"""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import strategies as st

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

HOSTILE = (
    "the Partners", "must", "£5,000", "1. ", "12. ", "1.2 ", "(a) ", "a. ", "i) ", "1)", "- ", "* ", "+ ", "• ", "# ", "#### ", "#x",
    "> ", "```", "---", "***", "___", "Table: ", "Figure: ", ":::", "::: box", "|", "= ", "{#id}", "{.words}", "{", "}", "{{ 7*7 }}",
    "{% if %}", "{++", "++}", "{--", "--}", "{>>", "<<}", "**", "*", "“", "”", "“**", "**”", "[", "]", "[x](#y)", "(#y)", "[● ", "●",
    "!", "![", "`", "<", "<b>", "</b>", "<!--", "-->", "&", "&amp;", "&#12;", "\\", "\\*", "_em_", "~~",
    "; and", "; or", ";", ".", ":", ",", "?", " ", "  ", "é", "3 year plan", "Part 2: x", "Schedule 4", "Schedule 4: x", "number=9",
    "klzzwxh:0001", "https://x.org/?a=b&c=d",
)  # fmt: skip
ENDS = ("", ";", "; and", "; or", ".", ":", ",", "?")
NAMES = st.sampled_from(("pooled-fund", "x", "host_duties", "a1", "9"))
IDS = st.one_of(st.just(""), NAMES)

some_words = st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=4).map("".join)
visible_words = some_words.map(lambda words: " ".join(words.split()) or "x")
FACTS = st.sampled_from(("", "", "funds.pool.name"))
texts = st.builds(Text, some_words, FACTS)
leaves = st.one_of(
    texts, st.builds(Reference, NAMES, visible_words), st.builds(Blank, visible_words, FACTS), st.builds(Note, visible_words)
)
several_leaves = st.lists(leaves, min_size=1, max_size=3).map(tuple)
bold = st.one_of(st.builds(Strong, several_leaves), st.builds(Definition, several_leaves))
in_changes = st.lists(st.one_of(leaves, bold), min_size=1, max_size=3).map(tuple)
changes = st.one_of(st.builds(Inserted, in_changes), st.builds(Deleted, in_changes))
anchor = st.builds(Text, st.sampled_from(("the Fund", "(a) the Fund", "9 Funds", "1. x", "x; and", "Part 2: y")))
contents = st.builds(
    lambda before, one, after: (*before, one, *after),
    st.lists(st.one_of(leaves, bold, changes), max_size=2),
    anchor,
    st.lists(st.one_of(leaves, bold, changes), max_size=2),
)
numbers = st.sampled_from((("", False), ("", False), ("14A", True), ("(aa)", True), ("Schedule 4", True), ("9.", True)))


NOTHING = st.just(())
ROLES = st.sampled_from(("", "title", "note"))


def block(kind, children=NOTHING, **more):
    """Return a strategy for blocks of a kind; `more` are strategies for its other fields."""
    made = st.builds(Block, st.just(kind), contents, children, IDS, **more)
    return st.builds(lambda one, number: replace(one, number=number[0], fixed=number[1]), made, numbers)


@st.composite
def tables(draw):
    """Draw a table, with a header row or without."""
    width = draw(st.integers(1, 3))
    columns = tuple(Column(draw(st.sampled_from((0, 20, 30))), draw(st.sampled_from(("left", "right")))) for _ in range(width))
    roles = [*draw(st.sampled_from(((), ("header",)))), *draw(st.lists(st.sampled_from(("body", "total")), min_size=1, max_size=3))]
    rows = []
    for role in roles:
        words = [draw(contents if role == "header" else st.one_of(contents, st.just(()))) for _ in range(width)]
        rows.append(Block("row", (), tuple(Block("cell", content) for content in words), draw(IDS), role=role))
    heading = draw(st.one_of(contents, st.just(())))
    role = draw(st.sampled_from(("plain", "form", "key")))
    return Block("table", (), tuple(rows), draw(IDS), heading, role=role, columns=columns)


figures = st.builds(
    lambda alt, caption, name: Block("figure", alt, (), name if caption else "", caption, picture="tree.v1"),
    st.one_of(st.just(()), visible_words.map(lambda words: (Text(words),))),
    st.one_of(contents, st.just(())),
    IDS,
)


def nested(depth):
    """Return a strategy for what stands under an item that is so deep."""
    if depth == 0:
        return st.lists(block("closing", end=st.sampled_from(ENDS)), max_size=1).map(tuple)
    inner = nested(depth - 1)
    kinds = [block(kind, inner, end=st.sampled_from(ENDS)) for kind in ("item", "bullet", "definition")]
    return st.lists(st.one_of(*kinds, *leaf_kinds()), max_size=3).map(tuple)


def leaf_kinds():
    return block("words", role=st.sampled_from(("", "note"))), block("closing", end=st.sampled_from(ENDS)), tables(), figures


at_the_margin = nested(3)
lines = st.builds(lambda children: Block("lines", (), children), st.lists(block("words"), max_size=3).map(tuple))
title = st.builds(lambda heading, name: (Block("section", (), (), name, heading, role="title"),), contents, IDS)
containers = st.one_of(
    *[
        st.builds(Block, st.just(kind), st.just(()), st.lists(st.one_of(block("item"), block("words"), lines), max_size=3).map(tuple), IDS)
        for kind in ("box", "aside", "execution")
    ],
    lines,
    st.builds(lambda heading, after: Block("box", (), heading + after), title, st.lists(block("words"), max_size=1).map(tuple)),
    st.builds(Block, st.just("recommendations"), contents, st.lists(block("item"), max_size=2).map(tuple), IDS),
)
margin = st.builds(lambda blocks, more: (*blocks, *more), at_the_margin, st.lists(containers, max_size=1))


def headed(kind, children, role=ROLES):
    return st.builds(lambda *fields, role: Block(kind, (), *fields, role=role), children, IDS, contents, role=role)


def joined(*strategies):
    return st.builds(lambda *blocks: sum(blocks, ()), *strategies)


sections = st.lists(headed("section", margin), max_size=2).map(tuple)
clauses = st.lists(headed("clause", joined(margin, sections)), max_size=2).map(tuple)
paragraphs = st.lists(headed("paragraph", margin), max_size=2).map(tuple)
divisions = st.lists(headed("division", joined(margin, paragraphs)), max_size=2).map(tuple)
headings = st.one_of(contents, st.just(()))
stored = st.sampled_from((("", False), ("Schedule 4A", True)))


def part(kind, children):
    return st.builds(
        lambda heading, inside, name, number: Part(kind, heading, inside, name, *(number if kind == "schedule" else ("", False))),
        headings,
        children,
        IDS,
        stored,
    )


parts = st.one_of(
    *[part(kind, margin) for kind in ("strip", "parties", "background", "execution")],
    part("cover", joined(margin, sections)),
    part("operative", clauses),
    part("operative", joined(clauses, sections, margin, paragraphs)),
    part("schedule", joined(margin, paragraphs, divisions)),
    part("body", joined(sections, margin, sections)),
)
fields = st.one_of(st.just(""), visible_words)
documents = st.builds(
    Document,
    st.sampled_from(("agreement", "report", "equality")),
    visible_words,
    st.lists(parts, max_size=3).map(tuple),
    *[fields] * 5,
)


# ------------------------------------------------------------------ normal form


def normal_document(document):
    """Return a document as comparing wants it: no facts, no numbers that printing sets, words joined and spaced."""
    return replace(document, parts=tuple(map(_normal_part, document.parts)))


def _normal_part(one):
    return replace(one, heading=normal_content(one.heading), children=tuple(map(_normal_block, one.children)))


def _normal_block(one):
    headed_one = one.kind in ("clause", "division", "paragraph", "section")
    return replace(
        one,
        content=normal_content(one.content),
        heading=normal_content(one.heading),
        children=tuple(map(_normal_block, one.children)),
        number=one.number if headed_one or one.fixed else "",
    )


def normal_content(content):
    """Return content without facts, joined and with no space at either end."""
    inlines = list(_inner(content))
    printed = [number for number, inline in enumerate(inlines) if not isinstance(inline, Note)]
    for number, strip in ((printed[0], str.lstrip), (printed[-1], str.rstrip)) if printed else ():
        if isinstance(inlines[number], Text):
            inlines[number] = Text(strip(inlines[number].words))
    return tuple(inline for inline in inlines if inline != Text(""))


def _inner(content):
    joined_up = []
    for inline in content:
        before = joined_up[-1] if joined_up else None
        if isinstance(inline, Text) and isinstance(before, Text):
            joined_up[-1] = Text(before.words + inline.words)
        elif isinstance(inline, Text):
            joined_up.append(Text(inline.words))
        elif isinstance(inline, Blank):
            joined_up.append(Blank(inline.label))
        elif isinstance(inline, Strong) and isinstance(before, Strong):
            joined_up[-1] = Strong(before.content + inline.content)
        else:
            joined_up.append(inline)
    for number, inline in enumerate(joined_up):
        noted = isinstance(joined_up[number + 1] if number + 1 < len(joined_up) else None, Note)
        if isinstance(inline, Text):
            words = re.sub(r"\s+", " ", inline.words)
            joined_up[number] = Text(words.rstrip() if noted else words)
        elif hasattr(inline, "content"):
            joined_up[number] = type(inline)(_inner(inline.content))
    return tuple(inline for inline in joined_up if inline != Text(""))
