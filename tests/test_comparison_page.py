"""The page of a comparison: what its summary says, and what of the texts it shows."""

import pytest
from test_changes import drafted
from whole import ROOT

from section75.comparison.excerpts import excerpt
from section75.comparison.pairs import pair
from section75.comparison.sides import sides
from section75.document.tree import Block, Deleted, Document, Inserted, Note, Part, Reference, Strong, Text, plain
from section75.drafting.comparison import draft_comparison
from section75.text.library import Library

LIBRARY = Library(ROOT)
PAGE, SIDES = (LIBRARY.read(ROOT / "templates" / "comparison" / f"{name}.md", name) for name in ("page", "sides"))


def marked(content):
    """Return words with {-what went-} and {+what came+}."""
    return "".join(map(_marked, content))


def _marked(inline):
    match inline:
        case Inserted(content=content):
            return f"{{+{plain(content)}+}}"
        case Deleted(content=content):
            return f"{{-{plain(content)}-}}"
        case Strong(content=content):
            return marked(content)
        case _:
            return plain((inline,))


def rows(table):
    return [" | ".join(marked(cell.content) for cell in row.children) for row in table.children if row.role != "header"]


def tables(document, at):
    return [block for block in _all(document.parts[at].children) if block.kind == "table"]


def _all(blocks):
    for block in blocks:
        yield block
        yield from _all(block.children)


def page(old, new, beside=None):
    return draft_comparison(pair(old, new), "the draft of May", "the draft of June", PAGE, beside)


def texts(old, new):
    return drafted(old), drafted(new)


LINES = {
    "words": (
        "## M {#m}\n\n1. Pay the Trust on demand.",
        "## M {#m}\n\n1. Pay the Trust on notice.",
        ["clause 1.1 | Words | Pay the Trust on {-demand-}{+notice+}"],
    ),
    "a provision that came and a clause that went": (
        "## M {#m}\n\n1. Pay.\n\n## N {#n}\n\n1. Note.",
        "## M {#m}\n\n1. Pay.\n2. Meet.",
        ["clause 1.2 | Provision added | {+1.2 Meet.+}", "clause 2: N | Clause removed | {-2. N 2.1 Note.-}"],
    ),
    "what moved": (
        "## M {#m}\n\n1. Keep records of each payment.\n2. Meet.\n3. Vote.",
        "## M {#m}\n\n1. Meet.\n2. Vote.\n3. Keep records of each payment.",
        ["clause 1.3 | Provision moved | clause 1.1 → clause 1.3"],
    ),
    "a renamed term": (
        "## W {#w}\n\n1. Here:\n\n    “**Board**” means the body that the Partners set up.\n\n2. The Board must meet.",
        "## W {#w}\n\n1. Here:\n\n    “**Committee**” means the body that the Partners set up.\n\n2. The Committee must meet.",
        ["clause 1.1 and clause 1.2 | Term renamed | {-Board-}{+Committee+}"],
    ),
    "a heading, an end and a closing": (
        "## M {#m}\n\n1. Either:\n\n    1. pay; and\n    2. keep,\n\n    at once.",
        "## Ms {#m}\n\n1. Either:\n\n    1. pay; or\n    2. keep,\n\n    at last.",
        [
            "clause 1: Ms | Heading | {-M-}{+Ms+}",
            "clause 1.1.1 | End of an item | {-; and-}{+; or+}",
            "clause 1.1 | Closing words | at {-once-}{+last+}",
        ],
    ),
    "cells, by row and column": (
        "# S {.schedule}\n\nTable: Money\n| Partner | 2026/27 |\n|---|---|\n| Council | £5 |\n| Trust | £6 |",
        "# S {.schedule}\n\nTable: Money\n| Partner | 2026/27 |\n|---|---|\n| Council | £7 |\n| Trust | £8 |",
        [
            "Table 1 of Schedule 1: Council, 2026/27 | Cell | {-£5-}{+£7+}",
            "Table 1 of Schedule 1: Trust, 2026/27 | Cell | {-£6-}{+£8+}",
        ],
    ),
}


@pytest.mark.parametrize(("old", "new", "lines"), LINES.values(), ids=LINES.keys())
def test_the_summary_tells_where_what_and_how(old, new, lines):
    (table,) = tables(page(*texts(old, new)), 0)
    assert rows(table) == lines


def test_one_fact_in_many_places_names_three_and_counts_the_others():
    def agreement(name):
        items = (Block("item", (Text(word), Text(name, "name")), origin=word, number=f"{n}.") for n, word in enumerate("ABCDE", 1))
        return Document("agreement", "t", (Part("background", children=tuple(items)),))

    document = page(agreement("Kent"), agreement("Surrey"))
    assert rows(tables(document, 0)[0]) == ["recital 1, recital 2 and recital 3 and 2 more | Fact | {-Kent-}{+Surrey+}"]


def test_places_are_links_to_what_stands():
    old, new = texts("## M {#m}\n\n1. Pay.\n\n## N {#n}\n\n1. Note.", "## M {#m}\n\n1. Pay now.")
    first, second = tables(page(old, new), 0)[0].children[1:]
    assert first.children[0].content == (Reference("m", "clause 1.1"),)
    assert plain(second.children[0].content) == "clause 2: N"
    assert not [one for one in second.children[0].content if isinstance(one, Reference)]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("## M {#m}\n\n1. Pay.", "## M {#m}\n\n1. Pay.", "The two say the same."),
        ("## M {#m}\n\n1. Pay:\n\n    1. a;\n    2. b.", "## M {#m}\n\n1. Pay:\n\n    1. a; and\n    2. b.", "No words differ."),
    ],
)
def test_where_no_words_differ_the_page_says_so_and_shows_nothing(old, new, said):
    document = page(*texts(old, new), SIDES)
    words = [plain(block.content) for block in _all(document.parts[0].children)]
    assert f"This compares the draft of June with the draft of May. {said}" in words
    assert len(document.parts) == 1


def test_only_what_was_touched_is_shown_under_its_heading():
    old = "## M {#m}\n\n1. Pay.\n2. Keep.\n\n## N {#n}\n\n1. Note."
    document = page(*texts(old, old.replace("Keep", "Keep all")))
    (part,) = document.parts[1:]
    assert [[block.number for block in _all((clause,))] for clause in part.children] == [["1.", "1.2"]]


def test_side_by_side_each_text_has_only_its_own_marks():
    old = "## M {#m}\n\n1. Pay on demand.\n2. Vote."
    new = "## M {#m}\n\n1. Pay on notice.\n\n## N {#n}\n\n1. Note."
    (table,) = tables(page(*texts(old, new), SIDES), -1)
    assert rows(table) == [
        "clause 1.1 | Pay on {-demand-}. | Pay on {+notice+}.",
        "clause 1.2 | {-Vote.-} | Not in the newer text.",
        "clause 2 | Not in the older text. | {+N+}",
        "clause 2.1 | Not in the older text. | {+Note.+}",
    ]


def test_what_moved_into_a_new_clause_stands_beside_where_it_was():
    words = "Keep records of each payment for six years"
    old, new = texts(f"## M {{#m}}\n\n1. {words}.\n2. Pay.", f"## M {{#m}}\n\n1. Pay.\n\n## N {{#n}}\n\n1. {words}.")
    assert [(side.old_place, side.new_place) for side in sides(pair(old, new))] == [("", "clause 2"), ("clause 1.1", "clause 2.1")]


def test_an_excerpt_keeps_a_few_words_round_each_change():
    before = tuple(map(Text, ["one two three four five six seven eight nine ten "]))
    content = (*before, Deleted((Text("old"),)), Inserted((Text("new"),)), Note("why"), Text(" a b c d e f g h i j"))
    assert marked(excerpt(content)) == "… five six seven eight nine ten {-old-}{+new+} a b c d e f …"
