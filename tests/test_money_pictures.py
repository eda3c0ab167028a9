"""Pictures of money: bars of contributions and waterfalls. Every label on the page, none on another, none lost; sums to the penny."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from drawn import SVG, Drawn, contrasts, read
from hypothesis import given, settings
from hypothesis import strategies as st

from section75.facts.base import Money
from section75.pictures.bars import Bar, Part, bars
from section75.pictures.series import MOST, filled
from section75.pictures.svg import Frame
from section75.pictures.waterfall import Step, waterfall
from section75.text.wording import money, money_short

PENCE = st.one_of(st.just(0), st.integers(1, 10**13), st.integers(1, 10**6).map(lambda pounds: pounds * 10**5))
NAMES = st.text("abcdefgimnoprstuwABCWM ’-&<", min_size=1, max_size=90).map(str.strip).filter(bool)
ENOUGH = 2


def bar(year: str, *pence: int) -> Bar:
    return Bar(year, tuple(Part(one, money_short(Money(one))) for one in pence), money_short(Money(sum(pence))))


# ------------------------------------------------------------------ stacked bars


@st.composite
def stacks(draw: st.DrawFn) -> tuple[list[str], list[Bar]]:
    """Return the names of givers, and bars of what they give."""
    names = draw(st.lists(NAMES, min_size=1, max_size=MOST, unique=True))
    years = draw(st.lists(st.sampled_from(["2026/27", "2027/28 (indicative)"]), min_size=1, max_size=6))
    return names, [bar(year, *(draw(PENCE) for _ in names)) for year in years]


@given(stacks())
@settings(max_examples=120, deadline=None)
def test_no_label_of_a_bar_leaves_the_picture_or_covers_another(stack):
    names, rows = stack
    picture = bars(names, rows, "Contributions", "Bars.")
    if picture is None:
        return
    drawn = Drawn(picture)
    assert drawn.inside_the_page()
    assert not [pair for pair in combinations(drawn.words, 2) if pair[0].meets(pair[1], 0.5)]
    assert not [(leader, words) for leader in drawn.leaders for words in drawn.words if leader.meets(words, 0)]
    said = [one.text for one in drawn.root.iter(f"{SVG}text")]
    amounts = [*(part.words for row in rows for part in row.parts if part.size), *(row.whole for row in rows)]
    assert sorted(words for words in said if words.startswith("£")) == sorted(amounts)
    assert min(contrasts(picture)) >= 4.5


@given(stacks())
@settings(max_examples=60, deadline=None)
def test_bars_of_amounts_up_to_hundreds_of_millions_always_have_room(stack):
    names, rows = stack
    small = [bar(row.name, *(part.size % 10**11 for part in row.parts)) for row in rows]
    several = sum(part.size > 0 for row in small for part in row.parts) >= ENOUGH
    assert (bars(names, small, "Contributions", "") is not None) == several


def test_parts_are_as_long_as_their_amounts_and_lie_end_to_end():
    drawn = Drawn(bars(["Council", "ICB"], [bar("2027/28", 100_00, 300_00), bar("2028/29", 200_00, 0)], "Contributions", ""))
    first, second, alone = drawn.boxes[2:]
    wide = first.right - first.left
    assert first.right == pytest.approx(second.left, abs=0.02)
    assert second.right - second.left == pytest.approx(3 * wide, abs=0.05)
    assert alone.right - alone.left == pytest.approx(2 * wide, abs=0.05)
    assert [box.foot - box.top for box in (first, second, alone)] == [28, 28, 28]


def test_words_that_do_not_fit_in_their_part_stand_above_it_and_are_led_to_it_if_they_were_moved():
    one_small = Drawn(bars(["A", "B", "C"], [bar("2027/28", 5 * 10**8, 4 * 10**8, 10**7)], "Contributions", ""))
    three_small = Drawn(bars(["A", "B", "C", "D"], [bar("2027/28", 9 * 10**8, 10**7, 10**7, 10**7)], "Contributions", ""))
    assert one_small.leaders == []
    assert len(three_small.leaders) == 3


def test_a_part_of_nothing_is_not_drawn():
    drawn = Drawn(bars(["A", "B"], [bar("2027/28", 5, 0), bar("2028/29", 5, 5)], "Contributions", ""))
    assert len(drawn.boxes) == len(["A", "B"]) + 3


@pytest.mark.parametrize(
    ("names", "rows"),
    [
        (["A", "B"], []),
        (["A", "B"], [bar("2027/28", 5, 0)]),
        (["A", "B"], [bar("2027/28", 5, -5)]),
        (list("ABCDEF"), [bar("2027/28", 1, 1, 1, 1, 1, 1)]),
        (["A", "B"], [bar("2027/28", 5, 5)] * 13),
    ],
    ids=["no bar", "one part", "less than nothing", "six series", "thirteen bars"],
)
def test_bars_with_too_little_or_too_much_are_not_drawn(names, rows):
    assert bars(names, rows, "Contributions", "") is None


def test_one_year_is_enough_for_bars():
    assert bars(["A", "B"], [bar("2027/28", 5, 5)], "Contributions", "") is not None


def test_the_fills_of_series_differ_without_colour():
    greys = [_grey(filled(Frame(0, 0, 40, 28), number)) for number in range(MOST)]
    assert all(darker + 0.15 < lighter for darker, lighter in combinations([grey for grey, _ in greys[:3]], 2))
    assert [pattern for _, pattern in greys] == ["", "", "", "line", "circle"]


def _grey(shapes: list[str]) -> tuple[float, str]:
    """Return how light the fill of the first shape is, and what stands on it."""
    root = read(f'<svg xmlns="{SVG.strip("{}")}">{"".join(shapes)}</svg>')
    colour = root[0].get("fill").removeprefix("#")
    light = sum(int(colour[place : place + 2], 16) * part for place, part in ((0, 0.299), (2, 0.587), (4, 0.114))) / 255
    return light, next((one.tag.removeprefix(SVG) for one in root[1:] if not one.tag.endswith("rect")), "")


def test_a_picture_of_bars_is_this_one():
    assert bars(["Council", "ICB"], [bar("2027/28", 10**8, 3 * 10**8)], "Contributions", "Told.") == GOLDEN.strip()


GOLDEN = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 451 56" width="451" height="56" \
font-family="Arial, Liberation Sans, Arimo, sans-serif" font-size="10">
<title>Contributions</title>
<desc>Told.</desc>
<rect x="1" y="1" width="11" height="11" fill="#1D3F66" stroke="#000000" stroke-width="1"/>
<text x="17" y="10">Council</text>
<rect x="66.34" y="1" width="11" height="11" fill="#8FB3C9" stroke="#000000" stroke-width="1"/>
<text x="82.34" y="10">ICB</text>
<text x="44" y="44.5" font-weight="bold" text-anchor="end">2027/28</text>
<rect x="52" y="27" width="92.85" height="28" fill="#1D3F66" stroke="#000000" stroke-width="1"/>
<text x="98.42" y="44.5" fill="#FFFFFF" text-anchor="middle">£1m</text>
<rect x="144.85" y="27" width="278.54" height="28" fill="#8FB3C9" stroke="#000000" stroke-width="1"/>
<text x="284.11" y="44.5" text-anchor="middle">£3m</text>
<text x="429.38" y="44.5" font-weight="bold">£4m</text>
</svg>
"""


# ------------------------------------------------------------------ waterfalls


@st.composite
def falls(draw: st.DrawFn) -> tuple[Step, list[Step]]:
    """Return an amount, and steps that come to it; the last may be open."""
    places = st.sampled_from(["", "Step 1", "Step 12"])
    steps = [Step(draw(NAMES), pence, money(-Money(pence)), draw(places)) for pence in draw(st.lists(PENCE, min_size=1, max_size=12))]
    if draw(st.booleans()):
        steps.append(Step("Not yet covered", 5_000_000, "£50,000", open=True))
    whole = sum(step.size for step in steps)
    return Step("Forecast overspend", whole, money(Money(whole))), steps


@given(falls())
@settings(max_examples=120, deadline=None)
def test_no_label_of_a_waterfall_leaves_the_picture_or_covers_another(fall):
    first, steps = fall
    picture = waterfall(first, steps, "Overspend", "Waterfall.")
    assert (picture is None) == (sum(step.size > 0 for step in steps) < ENOUGH)
    if picture is None:
        return
    drawn = Drawn(picture)
    taken = [step for step in steps if step.size]
    assert len(drawn.boxes) == 1 + len(taken)
    assert drawn.inside_the_page()
    assert not [pair for pair in combinations(drawn.words, 2) if pair[0].meets(pair[1], 1)]
    said = [one.text for one in drawn.root.iter(f"{SVG}text")]
    assert [words for words in said if words.startswith(("£", "-£"))] == [first.words, *(step.words for step in taken)]
    assert min(contrasts(picture)) >= 4.5


def test_columns_step_down_from_the_whole_to_the_base_line():
    first = Step("Overspend", 900, "£900")
    drawn = Drawn(waterfall(first, [Step("Reserve", 300, "-£300"), Step("The ICB", 600, "-£600")], "Overspend", ""))
    whole, *steps = drawn.boxes
    assert whole.foot - whole.top == 130
    assert [(above.foot, below.top) for above, below in pairwise(steps)] == [(steps[0].foot, steps[0].foot)]
    assert (steps[0].top, steps[-1].foot) == (whole.top, whole.foot)


def test_names_too_long_for_columns_make_rows():
    first = Step("Overspend", 900, "£900")
    rest = Step("The ICB", 400, "-£400", "Step 2")
    short = Drawn(waterfall(first, [Step("The Council", 500, "-£500", "Step 1"), rest], "Overspend", "")).boxes
    rows = Drawn(waterfall(first, [Step("Intergovernmental Neurorehabilitation", 500, "-£500", "Step 1"), rest], "Overspend", "")).boxes
    assert short[0].foot == short[2].foot
    assert rows[0].foot < rows[1].top


@pytest.mark.parametrize(
    "steps",
    [
        [],
        [Step("Reserve", 0, "£0")],
        [Step("Reserve", 9, "-£9")],
        [Step("Reserve", 5, "-£5"), Step("The ICB", 3, "-£3")],
        [Step("Reserve", 10, ""), Step("More", -1, "")],
    ],
    ids=["no step", "nothing taken", "one step", "not the whole", "less than nothing"],
)
def test_a_waterfall_that_does_not_come_to_its_whole_is_not_drawn(steps):
    assert waterfall(Step("Overspend", 9, "£9"), steps, "Overspend", "") is None


def test_what_is_not_covered_is_hatched():
    picture = waterfall(Step("Overspend", 9, "£9"), [Step("Reserve", 5, "-£5"), Step("Not yet covered", 4, "£4", open=True)], "", "")
    assert picture.count('stroke-width="1.5"') > 5
