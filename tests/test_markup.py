"""House Markdown: what it becomes, and what it refuses.

The cases stand in `tests/markup/*.md`, each a title, the text, and the tree or the faults, with a line `.` after each.
A tree is drawn one block a line: kind, class, name, heading in quotation marks, words, and the end in square brackets.
"""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from random_documents import HOSTILE

from section75.document.tree import (
    Blank,
    Column,
    Definition,
    Deleted,
    Inserted,
    Note,
    Reference,
    Strong,
    Text,
)
from section75.problems import Problem, Refused
from section75.text.markup import _read, check_numbers, outlined, read_blocks, read_document
from section75.text.markup.blocks import blocks
from section75.text.markup.reading import MARK, Reading

SPECIFICATIONS = sorted((Path(__file__).parent / "markup").glob("*.md"))
TAGS = {Strong: "b", Definition: "term", Inserted: "ins", Deleted: "del"}


def cases():
    for path in SPECIFICATIONS:
        fields = path.read_text(encoding="utf-8").split("\n.\n")
        for title, source, expected in zip(fields[::3], fields[1::3], fields[2::3], strict=False):
            yield pytest.param(source, expected, id=f"{path.stem}: {title.strip().splitlines()[-1]}")


def drawn_words(content):
    return "".join(map(_drawn_word, content))


def _drawn_word(inline):
    match inline:
        case Text(words=words, fact=fact):
            return f"<fact {fact}>{words}</fact>" if fact else words
        case Reference(target=target, label=label):
            return f"<ref {target}>{label}</ref>"
        case Blank(label=label):
            return f"<blank>{label}</blank>"
        case Note(words=words):
            return f"<note>{words}</note>"
        case _:
            return f"<{TAGS[type(inline)]}>{drawn_words(inline.content)}</{TAGS[type(inline)]}>"


def drawn(blocks, depth=0):
    """Return blocks as the specifications draw them."""
    return "".join(_drawn_block(block, depth) for block in blocks)


def _drawn_block(block, depth):
    head = "  " * depth + block.kind + (f".{block.role}" if block.role else "")
    columns = " ".join(f"{column.width}{column.align[0]}" for column in block.columns)
    marks = (f"#{block.id}" * bool(block.id), f"({columns})" * bool(columns), f"({block.picture})" * bool(block.picture))
    heading = f'"{drawn_words(block.heading)}"' if block.heading else ""
    words = f": {drawn_words(block.content)}" if block.content else ""
    end = f" [{block.end}]" if block.end else ""
    return " ".join(filter(None, [head, *marks, heading])) + words + end + "\n" + drawn(block.children, depth + 1)


def shown(problem: Problem) -> str:
    return f"{problem.place.line}:{problem.place.column} {problem.message} {problem.remedy}\n"


def outcome(source, printed=()):
    """Return the faults of a text, or else its tree, as the specifications show them."""
    result = read_blocks(source, "f.md", printed)
    return "".join(map(shown, result.problems)) or drawn(result.blocks)


@pytest.mark.parametrize(("source", "expected"), list(cases()))
def test_house_markdown_is_read_as_specified(source, expected):
    assert outcome(source) == expected + "\n"


# ------------------------------------------------------------------ printed facts

HOSTILE_FACTS = (
    "1. High Street", "# Title", "**b** [x](#y)", "{{ 7*7 }}", "(a) thing", "a | b", "- x", "<b>&amp;", "“**x**”", "= 5",
    "{#id}", "::: box", "Table: x", "{++x++}", "[● x]", "\\", "x; and", "| a | b |", "![x](picture:y)", "x.",
)  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE_FACTS)
def test_a_hostile_fact_prints_as_its_words_wherever_it_stands(words):
    fact = Text(words, "fund.name")
    source = "# @\n\n@\n\n1. @;\n2. **@** “**@**”\n\n| @ | x |\n|---|---|\n| @ | @ |".replace("@", "\ue0000\ue001")
    result = read_blocks(source, "f.md", [fact])
    assert result.problems == ()
    (section,) = result.blocks
    paragraph, first, second, table = section.children
    assert [section.heading, paragraph.content, first.content] == [(fact,)] * 3
    assert [paragraph.kind, paragraph.end, first.end] == ["words", "", ";"]
    assert second.content == (Strong((fact,)), Text(" "), Definition((fact,)))
    assert [[cell.content for cell in row.children] for row in table.children] == [[(fact,), (Text("x"),)], [(fact,), (fact,)]]
    assert [row.role for row in table.children] == ["header", "body"]


def test_a_token_may_stand_for_several_inlines():
    blank, note = Blank("the sum", "fund.sum"), Note("assumed")
    result = read_blocks("1. Pay \ue0000\ue001 now.", "f.md", [(Text("£5", "a"), note, blank)])
    assert result.blocks[0].content == (Text("Pay "), Text("£5", "a"), note, blank, Text(" now"))


def test_the_words_of_a_token_stand_in_names_labels_notes_and_blanks():
    source = "1. [the \ue0001\ue001 clause](#\ue0000\ue001) [● the \ue0001\ue001] {>>ask \ue0001\ue001<<} {#of-\ue0000\ue001}"
    result = read_blocks(source, "f.md", [Text("pooled-fund", "a"), (Text("Kent *x*", "b"), Blank("sum"))])
    assert drawn(result.blocks) == (
        "item #of-pooled-fund: <ref pooled-fund>the Kent *x*[● sum] clause</ref> "
        "<blank>the Kent *x*[● sum]</blank><note>ask Kent *x*[● sum]</note>\n"
    )


def test_a_fact_that_is_no_name_is_refused_as_one():
    result = read_blocks("1. [x](#\ue0000\ue001) {#\ue0000\ue001}", "f.md", [Text("Kent & Medway", "a")])
    assert [problem.message for problem in result.problems] == ["“Kent & Medway” is no name."] * 2


def test_an_empty_fact_leaves_no_empty_text_and_one_space():
    result = read_blocks("a \ue0000\ue001 b", "f.md", [Text("", "x")])
    assert result.blocks[0].content == (Text("a b"),)


def test_the_punctuation_of_a_fact_is_not_the_end_of_an_item():
    result = read_blocks("1. The landlord is \ue0000\ue001", "f.md", [Text("Acme Ltd.", "x")])
    assert (result.blocks[0].content[-1], result.blocks[0].end) == (Text("Acme Ltd.", "x"), "")


# ------------------------------------------------------------------ places


def marked(line: int, words: str) -> str:
    return chr(MARK + line) + words


def test_without_marks_a_block_has_the_line_and_indent_where_it_begins():
    result = read_blocks("# A\n\n1. one\n    goes on\n\n    1. two", "f.md")
    (section,) = result.blocks
    (item,) = section.children
    assert [str(block.place) for block in (section, item, *item.children)] == ["f.md:1:1", "f.md:3:1", "f.md:6:5"]


def test_marks_place_blocks_in_the_template_and_leave_no_trace():
    lines = [
        (7, "# A"),
        (8, ""),
        (10, "1. one;"),
        (10, "2. one;"),
        (12, "3. t" + marked(13, "wo") + "."),
        (15, ""),
        (16, "    x *y*"),
    ]
    result = read_blocks("\n".join(marked(*line) for line in lines), "f.md")
    (section,) = result.blocks
    places = [block.place.line for block in (section, *section.children, *section.children[-1].children)]
    assert places == [7, 10, 10, 12, 16]
    assert section.children[2].content == (Text("two"),)
    assert list(map(shown, result.problems)) == [
        "16:7 A star stands alone. Write **bold**; there are no italics. For the sign write \\*.\n"
    ]


def test_a_table_row_has_its_own_place():
    result = read_blocks("\n".join(map(marked, (3, 4, 9, 9), ("| a |", "|---|", "| b |", "| c |"))), "f.md")
    assert [row.place.line for row in result.blocks[0].children] == [3, 9, 9]


def test_after_a_printed_fact_the_column_is_the_first():
    result = read_blocks("1. \ue0000\ue001 and *this*", "f.md", [Text("a very long fact", "x")])
    assert [problem.place.column for problem in result.problems] == [1]


# ------------------------------------------------------------------ hidden signs


@pytest.mark.parametrize(
    ("sign", "called"),
    [
        ("\u00a0", "no-break space"),
        ("\u200b", "zero width space"),
        ("\u00ad", "soft hyphen"),
        ("\u202e", "right-to-left override"),
        ("\u2028", "line separator"),
        ("\u0002", "U+0002"),
        ("\x7f", "U+007F"),
        ("\r", "U+000D"),
    ],
)
def test_a_hidden_sign_is_refused_by_name(sign, called):
    assert outcome(f"a{sign}b") == f"1:2 A hidden sign stands here ({called}). Type it again; a space is a plain space.\n"


@pytest.mark.parametrize("signs", ["\ue000", "\ue0001\ue001", "\ue001", "\ue002", "\uf8ff", "\U00100000", "\ue000x\ue001"])
def test_private_use_signs_but_tokens_and_marks_are_refused(signs):
    result = read_blocks(f"a{signs}b", "f.md", [Text("x")])
    assert [problem.message.partition(" (")[0] for problem in result.problems] == ["A private-use sign stands here"]


def test_windows_line_ends_and_a_byte_order_mark_are_accepted():
    assert outcome("\ufeff# A\r\n\r\nb\r\n") == 'section "A"\n  words: b\n'


# ------------------------------------------------------------------ the reader as a whole


def test_one_page_shows_all_its_faults_at_once():
    source = "## A\n\n(a) one\n\n1. two *em*\n   three\n\n| a |\n| b |\n\n::: boxx\n[x](y)"
    assert [shown(problem).partition(" ")[0] for problem in read_blocks(source, "f.md").problems] == [
        "1:1", "3:1", "5:8", "6:4", "8:1", "11:1", "11:1", "12:1",
    ]  # fmt: skip


def test_a_text_leaves_nothing_behind_for_the_next():
    read_blocks("::: box\n\n1. *x*", "f.md")
    assert outcome("1. x") == "item: x\n"


@pytest.mark.parametrize("source", ["", "\n", "   \n\n"])
def test_an_empty_text_has_no_blocks(source):
    assert read_blocks(source, "f.md").blocks == ()


def test_typed_content_is_in_normal_form():
    result = read_blocks("a **b****c** d \ue0000\ue001 e", "f.md", [Text("f")])
    assert result.blocks[0].content == (Text("a "), Strong((Text("bc"),)), Text(" d f e"))


def test_columns_say_how_they_are_set():
    result = read_blocks("Table: {30 70}\n| a | b |\n|---|---:|\n| c | d |", "f.md")
    assert result.blocks[0].columns == (Column(30, "left"), Column(70, "right"))


SOUP = (
    *HOSTILE,
    "\n",
    "\n\n",
    "\n    ",
    "\n        ",
    "\ue0000\ue001",
    "\ue0009\ue001",
    marked(5, ""),
    "\t",
    "\u00a0",
    "\u0002",
    "---\n",
)


@pytest.mark.thorough
@settings(deadline=None, max_examples=1500, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(SOUP), max_size=25).map("".join))
def test_no_soup_of_signs_makes_the_reader_stumble(source):
    result = read_blocks(source, "f.md", [Text("x", "fact")])
    assert all(problem.place.line >= 1 and problem.place.column >= 1 and problem.remedy for problem in result.problems)


NAMING = ("1. [a \ue0000\ue001](#b)", "# A {#b-\ue0000\ue001}", "| \ue0000\ue001 |\n|---|\n| x |\n", "1. x {#\ue0000\ue001}", "[](#b)")


@settings(deadline=None, max_examples=300, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from((*SOUP, *NAMING)), max_size=15).map("".join), st.sampled_from((*HOSTILE_FACTS, "", "b", "council")))
def test_a_text_that_was_read_with_other_facts_becomes_what_it_becomes_by_itself(source, words):
    facts = (Text(words, "fact"),)
    outlined._known.cache_clear()  # noqa: SLF001 - what is remembered is what is tested
    alone = _read.__wrapped__(source, "f.md", facts)
    outlined._known.cache_clear()  # noqa: SLF001 - likewise
    read_blocks(source, "f.md", [Text("Kent & *Medway*", "other")])
    assert _read.__wrapped__(source, "f.md", facts) == alone
    reading, root = outlined._outlined(Reading("f.md", facts), source)  # noqa: SLF001 - as if nothing were ever remembered
    assert (blocks(root, reading), tuple(sorted(set(reading.problems)))) == (alone.blocks, alone.problems)


@settings(deadline=None, max_examples=500, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(SOUP), max_size=25).map("".join))
def test_soup_in_a_record_is_refused_or_read(source):
    with suppress(Refused):
        document = read_document(f"---\nkind: report\ntitle: x\n---\n\n# {{.body}}\n\n{source}", "f.md")
        assert document.parts[0].kind == "body"


# ------------------------------------------------------------------ typed numbers


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("1. a\n2. b\n3. c", []),
        ("1. a\n3. b", [2]),
        ("2. a", [1]),
        ("1. a\n\n    1. x\n    2. y\n\n2. b\n\n    1. z", []),
        ("1. a\n\n    1. x\n    1. y\n\n2. b\n\n    2. z", [4, 8]),
        ("# A\n\n1. a\n\n# B\n\n2. b", [7]),
        ("1. a\n\nclosing\n\n2. b", []),
        ("1. a\n{% if x %}\n2. b\n{% endif %}\n2. c", []),
        ("{% for x in y %}\n1. a\n3. b\n{% endfor %}", []),
        ("1. a\n\n{% for x in y %}\n    1. a\n    1. b\n{% endfor %}\n\n2. b", []),
        ("# A\n\n1. {% if x %}a{% endif %}\n1. b\n\n# B\n\n1. c\n1. d", [9]),
    ],
)
def test_typed_numbers_run_unless_jinja_chooses(source, lines):
    assert [problem.place.line for problem in check_numbers(source, "f.md")] == lines
