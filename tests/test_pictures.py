"""Pictures: lines that cross no words, boxes inside the page, alternative texts of the same facts, figures drawn from their tables."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

import pytest
from drawn import SVG, Area, Drawn, read
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from section75.document.tree import Block, plain
from section75.drafting.figures import illustrated
from section75.facts.agreement import Agreement
from section75.facts.base import Blank, Day
from section75.facts.dates import deadline, period
from section75.facts.key_dates import KeyDates
from section75.facts.term import Extension, Term
from section75.pictures.clusters import Group, Thing, clusters
from section75.pictures.measures import width, wrap
from section75.pictures.timeline import Event, Span, timeline
from section75.pictures.told import LONGEST, told
from section75.pictures.tree import Body, tree
from section75.text.markup import read_blocks
from section75.writers.docx.figures import Figures

NAMES = st.lists(
    st.text("abcdefgimnoprstuwABCWM ’-&<", min_size=1, max_size=60).map(str.strip).filter(bool), min_size=2, max_size=12, unique=True
)


@st.composite
def forests(draw: st.DrawFn) -> list[Body]:
    """Return bodies each of which reports to one before it, or to none."""
    names = draw(NAMES)
    says = st.sampled_from(["", "monthly", "every two months", "fortnightly in winter, and whenever a Partner asks for a meeting"])
    standings = st.sampled_from(["decides", "advises", "oversees"])
    above = [draw(st.sampled_from(["", *names[:place]])) for place in range(len(names))]
    assume(any(above))
    return [Body(name, draw(says), draw(standings), parent) for name, parent in zip(names, above, strict=True)]


# ------------------------------------------------------------------ the tree


@given(forests())
@settings(max_examples=80, deadline=None)
def test_a_tree_keeps_its_boxes_apart_and_its_lines_out_of_them(bodies):
    drawn = Drawn(tree(bodies, "Governance", "Who reports to whom."))
    assert len(drawn.boxes) == len(bodies)
    assert drawn.inside_the_page()
    assert not [pair for pair in combinations(drawn.boxes, 2) if pair[0].meets(pair[1], 0)]
    assert not [(line, box) for line in drawn.lines for box in drawn.boxes if _through(line, box)]
    assert all(any(box.holds(words) for box in drawn.boxes) for words in drawn.words)
    assert not [pair for pair in combinations(drawn.words, 2) if pair[0].meets(pair[1], 1)]


def _through(line: Area, box: Area) -> bool:
    """Whether a line runs through the inside of a box, and not only along its edge or up to it."""
    across = line.left < box.right - 0.6 and line.right > box.left + 0.6
    return across and line.top < box.foot - 0.6 and line.foot > box.top + 0.6


def test_few_leaves_stand_from_the_top_down_and_many_are_indented():
    few = [Body("Board"), Body("Finance", reports_to="Board"), Body("Delivery", reports_to="Board")]
    many = [Body("Board"), *(Body(f"Group {number}", reports_to="Board") for number in range(5))]
    assert len({box.left for box in Drawn(tree(few, "", "")).boxes if box.top > 2}) == 2
    assert {box.right for box in Drawn(tree(many, "", "")).boxes} == {450}


@pytest.mark.parametrize(
    "bodies",
    [
        [],
        [Body("Board")],
        [Body("Board"), Body("Group")],
        [Body("Board", reports_to="Group"), Body("Group", reports_to="Board")],
        [Body("Board"), Body("Board", reports_to="Board")],
        [Body("Board"), *(Body(f"Group {number}", reports_to="Board") for number in range(12))],
    ],
    ids=["none", "one", "no line", "a circle", "two of one name", "thirteen"],
)
def test_a_tree_of_too_little_or_too_much_is_not_drawn(bodies):
    assert tree(bodies, "Governance", "") is None


# ------------------------------------------------------------------ the timeline

FIRST = date(2027, 4, 1)
DAYS = st.integers(0, 3650).map(lambda days: FIRST + timedelta(days=days))


@given(
    DAYS.filter(lambda day: day > FIRST),
    st.lists(st.tuples(DAYS, st.sampled_from(["Expiry Date", "Last day for ordinary notice before expiry"])), min_size=2, max_size=9),
)
@settings(max_examples=80, deadline=None)
def test_no_leader_of_a_timeline_crosses_a_word(last, days):
    events = [Event(day, f"{day.day} September {day.year}", words) for day, words in days]
    drawn = Drawn(timeline([Span(FIRST, last, "Initial term")], events, "Term", "Timeline."))
    assert len(drawn.leaders) == len(events)
    assert drawn.inside_the_page()
    assert not [(leader, words) for leader in drawn.leaders for words in drawn.words if leader.meets(words, -0.2)]
    assert not [pair for pair in combinations(drawn.words, 2) if pair[0].meets(pair[1], 1)]


def test_a_timeline_of_one_day_or_of_no_span_is_not_drawn():
    start, end = Event(FIRST, "1 April 2027", "Start"), Event(date(2030, 3, 31), "31 March 2030", "End")
    span = Span(FIRST, date(2030, 3, 31), "Initial term")
    assert timeline([span], [start], "Term", "") is None
    assert timeline([], [start, end], "Term", "") is None
    assert timeline([span], [start, end], "Term", "") is not None


# ------------------------------------------------------------------ groups


def test_groups_stand_one_above_the_other_with_all_their_things():
    things = tuple(Thing(str(number), "Stable psychotic conditions (high disability)") for number in range(1, 8))
    drawn = Drawn(clusters([Group("Primary care", things), Group("Acute", things[:2])], "Clusters", ""))
    assert len(drawn.boxes) == 2 * 2 + 7 + 2
    assert drawn.inside_the_page()
    assert all(any(box.holds(words) for box in drawn.boxes) for words in drawn.words)
    assert clusters([Group("Acute", things)], "Clusters", "") is None


# ------------------------------------------------------------------ words


def test_words_break_where_the_line_is_full_and_a_long_word_is_cut():
    assert wrap("Operational Delivery Group", 100, 10, bold=True) == ("Operational Delivery", "Group")
    assert all(width(line, 10) <= 40 for line in wrap("Neurorehabilitationsausschuss", 40, 10))
    assert wrap("", 40, 10) == ()


@given(st.text(max_size=500), st.lists(st.text(max_size=200), max_size=8))
def test_an_alternative_text_is_never_longer_than_four_hundred_characters(lead, facts):
    assert len(told(lead, facts)) <= LONGEST


def test_a_picture_says_its_title_and_description_first_and_escapes_them():
    picture = tree([Body("R & D"), Body("Group", reports_to="R & D")], "Who <reports>", "A & B.")
    root = read(picture)
    assert [(one.tag.removeprefix(SVG), one.text) for one in root[:2]] == [("title", "Who <reports>"), ("desc", "A & B.")]


# ------------------------------------------------------------------ from a table beside it

GOVERNANCE = """
![Governance structure.](picture:governance)
Figure: Who reports to whom {#who}

Table: Bodies
| Body | Meets | Standing | Reports to |
|---|---|---|---|
| Partnership Board | [● how often] | decides as a joint committee | each Partner |
| Finance Group | monthly | meeting of officers | Partnership Board |
| Carers’ Panel | quarterly | advises | Partnership Board |
"""
TERM = """
![Timeline.](picture:term)
Figure: The Term

| When | What |
|---|---|
| 1 April 2027 to 31 March 2030 | Initial term |
| 1 April 2027 | Commencement Date |
| [● day] | First review due |
| 31 March 2030 | Expiry Date |
"""


def figures(source: str) -> tuple[tuple[Block, ...], list[str]]:
    blocks, problems = illustrated(read_blocks(source, "text.md").blocks)
    return tuple(block for block in blocks if block.kind == "figure"), [problem.message for problem in problems]


def test_a_figure_is_drawn_from_the_table_below_it_and_told_in_its_words():
    (figure,), problems = figures(GOVERNANCE)
    assert problems == []
    assert plain(figure.content) == (
        "Governance structure. Reports to Partnership Board: Finance Group (monthly), Carers’ Panel (quarterly, advises). "
        "Reports to each Partner: Partnership Board."
    )
    assert {"Partnership Board", "Finance Group", "quarterly, advises"} <= {one.text for one in read(figure.picture).iter(f"{SVG}text")}
    assert "how often" not in figure.picture


def test_what_is_blank_in_the_table_is_left_out_of_the_timeline():
    (figure,), _ = figures(TERM)
    assert plain(figure.content) == (
        "Timeline. Initial term: 1 April 2027 to 31 March 2030. Commencement Date: 1 April 2027. Expiry Date: 31 March 2030."
    )
    assert len(Drawn(figure.picture).leaders) == 2


def test_a_figure_with_too_few_facts_is_left_out_and_its_table_stays():
    source = TERM.replace("31 March 2030", "[● expiry]")
    blocks, problems = illustrated(read_blocks(source, "text.md").blocks)
    assert [block.kind for block in blocks] == ["table"]
    assert problems == []


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (GOVERNANCE.replace("picture:governance", "picture:governence"), "There is no picture “governence”."),
        ("![Timeline.](picture:term)\nFigure: The Term\n", "No table stands beside this picture."),
    ],
)
def test_a_picture_that_cannot_be_found_or_drawn_is_refused(source, message):
    assert figures(source)[1] == [message]


def test_the_same_facts_give_the_same_picture_and_the_same_png():
    (first,), _ = figures(GOVERNANCE)
    (second,), _ = figures(GOVERNANCE)
    made = []
    for figure in (first, second):
        media = Figures()
        media.drawing(figure.picture, "told")
        made.append([(one.name, one.data) for one in media.media])
    assert made[0] == made[1]
    assert [name for name, _ in made[0]] == ["/word/media/figure1.png", "/word/media/figure1.svg"]
    assert made[0][0][1].startswith(b"\x89PNG")


# ------------------------------------------------------------------ the days of a term


def dates(commencement: Day | Blank, expiry: Day | Blank, extension: Extension | None = None, notice: str = "6 months") -> KeyDates:
    term = Term.model_construct(commencement=commencement, expiry=expiry, extension=extension, notice=period(notice))
    return KeyDates(Agreement.model_construct(term=term, review=Blank("review"), periods=Blank("periods")))


def test_the_days_that_follow_from_a_term_are_reckoned_from_its_expiry():
    extension = Extension.model_construct(length=period("1 year"), times="2", decide=deadline("9 months before expiry"))
    found = dates(Day(2027, 4, 1), Day(2030, 3, 31), extension)
    assert found.known
    assert found.last_notice == date(2029, 9, 30)
    assert found.extension_decided == date(2029, 6, 30)
    assert [(one.first, one.last) for one in found.extensions] == [
        (date(2030, 4, 1), date(2031, 3, 31)),
        (date(2031, 4, 1), date(2032, 3, 31)),
    ]


def test_an_extension_of_months_ends_on_the_last_day_of_a_month_where_the_term_does():
    extension = Extension.model_construct(length=period("3 months"), times=None, decide=Blank("when"))
    (one,) = dates(Day(2027, 4, 1), Day(2028, 2, 29), extension).extensions
    assert (one.first, one.last) == (date(2028, 3, 1), date(2028, 5, 31))


def test_what_cannot_be_reckoned_is_left_out():
    found = dates(Day(2027, 4, 1), Blank("expiry"))
    assert (found.known, found.last_notice, found.extension_decided, found.extensions, found.first_review) == (False, None, None, (), None)
    assert dates(Day(2027, 4, 1), Day(2027, 8, 31)).last_notice is None
    assert dates(Day(2027, 4, 1), Day(2030, 3, 31), notice="10 working days").last_notice is None
