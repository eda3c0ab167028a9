"""Pictures of money drawn from the tables beside them, and in the papers of a partnership."""

from __future__ import annotations

import pytest
from drawn import SVG, read
from whole import drafted, partnership

from section75.document.index import walk
from section75.document.tree import Block, plain
from section75.drafting.figures import illustrated
from section75.facts.contributions import Accounts
from section75.pictures.told import LONGEST
from section75.text.markup import read_blocks
from section75.text.wording import money

CONTRIBUTIONS = """
![Stacked bars.](picture:contributions)
Figure: Contributions

| Partner | 2027/28 | 2028/29 |
|---|---:|---:|
| Council | £9,600,000 | £9,900,000 |
| District | £0 | £0 |
| ICB | £14,200,000.50 | £14,600,000 |
| = Total | £23,800,000.50 | £24,500,000 |
"""


def figures(source: str) -> tuple[tuple[Block, ...], list[str]]:
    blocks, problems = illustrated(read_blocks(source, "text.md").blocks)
    return tuple(block for block in blocks if block.kind == "figure"), [problem.message for problem in problems]


def test_bars_are_drawn_from_the_table_and_told_in_its_words():
    (figure,), problems = figures(CONTRIBUTIONS)
    assert problems == []
    assert plain(figure.content) == (
        "Stacked bars. 2027/28: Council £9,600,000, ICB £14,200,000.50, Total £23,800,000.50. "
        "2028/29: Council £9,900,000, ICB £14,600,000, Total £24,500,000."
    )
    said = {one.text for one in read(figure.picture).iter(f"{SVG}text")}
    sums = {"£9,600,000", "£9,900,000", "£14,200,000.50", "£14,600,000", "£23,800,000.50", "£24,500,000"}
    assert said == {"Council", "ICB", "2027/28", "2028/29", *sums}


def test_the_sums_on_bars_are_short_where_every_one_of_them_is_exact():
    (figure,), _ = figures(CONTRIBUTIONS.replace(".50", ""))
    said = {one.text for one in read(figure.picture).iter(f"{SVG}text")}
    assert {"£9.6m", "£9.9m", "£14.2m", "£14.6m", "£23.8m", "£24.5m"} < said


@pytest.mark.parametrize("words", ["£9,900,000", "£24,500,000"])
def test_where_a_sum_is_blank_there_are_no_bars(words):
    assert figures(CONTRIBUTIONS.replace(words, "[● the contribution]")) == ((), [])


def test_bars_whose_table_does_not_add_up_are_refused_with_both_sums_and_the_difference():
    wrong = CONTRIBUTIONS.replace("£24,500,000", "£24,500,001")
    message = "The table of this picture says £24,500,001 for 2028/29, and its rows make £24,500,000: £1 apart."
    assert figures(wrong) == ((), [message])


def test_of_more_than_four_years_the_first_and_the_last_are_told():
    years = range(2027, 2033)
    table = [
        "| Partner | " + " | ".join(map(str, years)) + " |",
        "|---" * (1 + len(years)) + "|",
        *(f"| {name} |" + " £100,000 |" * len(years) for name in ("Council", "ICB")),
        "| = Total |" + " £200,000 |" * len(years),
    ]
    (figure,), _ = figures("![Bars.](picture:contributions)\nFigure: Years\n\n" + "\n".join(table) + "\n")
    told = plain(figure.content)
    assert [year for year in years if f"{year}:" in told] == [2027, 2032]
    assert len(told) <= LONGEST


WATERFALL = """
![Waterfall chart.](picture:waterfall)
Figure: Worked example

| Step | Met by | Sum | Left |
|---|---|---:|---:|
| Overspend |  | £900,000 | £900,000 |
| 1 | Underspends of other Schemes | £0 | £900,000 |
| 2 | The reserve | £500,000 | £400,000 |
| 3 | The ICB | £300,000.01 | £99,999.99 |
| = Left to a decision |  | £99,999.99 | £0 |
"""


def test_a_waterfall_is_drawn_from_the_table_and_told_in_its_words():
    (figure,), problems = figures(WATERFALL)
    assert problems == []
    assert plain(figure.content) == (
        "Waterfall chart. Overspend: £900,000. 2: The reserve: −£500,000. 3: The ICB: −£300,000.01. Left to a decision: £99,999.99."
    )
    said = [one.text for one in read(figure.picture).iter(f"{SVG}text") if one.text.startswith(("£", "−"))]
    assert said == ["£900,000", "−£500,000", "−£300,000.01", "£99,999.99"]


def test_a_waterfall_whose_table_does_not_add_up_is_refused_with_both_sums_and_the_difference():
    wrong = WATERFALL.replace("£500,000 |", "£499,000 |")
    message = "The table of this picture says £900,000 for Overspend, and its rows make £899,000: £1,000 apart."
    assert figures(wrong) == ((), [message])


def test_where_a_step_is_not_known_there_is_no_waterfall():
    assert figures(WATERFALL.replace("£500,000", "[● the reserve]")) == ((), [])


# ------------------------------------------------------------------ in the papers of a partnership

NORTHSHIRE = "northshire-better-care-fund"


def pictures(paper: str) -> list[str]:
    blocks = (block for _, block, _ in walk(drafted(NORTHSHIRE, paper).drafted.document) if block)
    return [plain(block.content) for block in blocks if block.kind == "figure"]


@pytest.mark.parametrize("paper", ["agreement", "reports/2026-03-10-cabinet"])
def test_the_bars_of_a_paper_tell_the_total_of_the_pooled_funds_in_each_year(paper):
    (told,) = [words for words in pictures(paper) if words.startswith("Stacked bars")]
    years = Accounts(partnership(NORTHSHIRE).agreement).years
    assert [f"Total {money(year.total)}" in told for year in years] == [True] * len(years)


def test_a_worked_example_of_an_agreement_begins_with_the_whole_overspend():
    told = [words for words in pictures("agreement") if words.startswith("Waterfall chart")]
    amounts = [
        money(example.amount) for example in Accounts(partnership(NORTHSHIRE).agreement).examples if example.rule.which == "overspend"
    ]
    assert amounts
    assert [any(f"Overspend: {amount}." in words for words in told) for amount in amounts] == [True] * len(amounts)
