"""What each step of a list takes: the arithmetic of a step, told by figures that can be reckoned by hand."""

import pytest
from forecasting import FACTS, YEAR, facts, with_lists

from section75.facts.base import Money, Words
from section75.facts.forecast import forecast
from section75.facts.steps.bear import Bear
from section75.facts.steps.draw import Draw
from section75.facts.steps.offset import Offset
from section75.facts.taking import NOTHING, Unworkable
from section75.facts.worked import rows
from section75.problems import Refused


def shown(yaml, spending, **more):
    """Return each list's rows for steps written in YAML in the home fund: who, pence, pence left."""
    agreement = facts(FACTS.replace('reserve: "500"}', f'reserve: "500", {yaml}}}'))
    made = forecast(agreement, YEAR, {key: Money(pounds * 100) for key, pounds in spending.items()}, **more)
    return [(str(row.name or row.kind), row.sum.pence / 100) for met in made.lists for row in rows(met)]


OVER = {"beds": 4000}
"""£999.92 over £3,000.08."""


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        ("bear: host", [("the Council", 999.92)]),
        ("bear: lead", [("the Council", 999.92)]),
        ("bear: icb", [("the ICB", 999.92)]),
        ("bear: each", [("the Council", 666.60), ("the ICB", 333.30), ("the Trust", 0.02)]),
        ("contain: trust", [("the Trust", 999.92)]),
        ("share: equally", [("the Council", 333.31), ("the ICB", 333.31), ("the Trust", 333.30)]),
        ("share: by contribution", [("the Council", 617.58), ("the ICB", 382.32), ("the Trust", 0.02)]),
        ("share: by contribution, counting: recurrent", [("the Council", 617.60), ("the ICB", 382.32)]),
        ("share: by contribution, counting: variable", [("the ICB", 999.69), ("the Trust", 0.23)]),
        ("share: by contribution, each_scheme: yes, counting: variable", [("the Trust", 999.92)]),
        ("share: equally, up_to: its contribution", [("the Council", 333.31), ("the ICB", 333.31), ("the Trust", 0.07), ("left", 333.23)]),
        ("share: {nhs: 75 %, council: 25 %}", [("the Council", 249.98), ("the NHS bodies", 749.94)]),
        ("draw: the reserve", [("the reserve", 500), ("left", 499.92)]),
        ("draw: shared", [("the shared reserve", 700), ("left", 299.92)]),
        ("draw: The  Shared Reserve", [("the shared reserve", 700), ("left", 299.92)]),
        ("decide: board", [("decision", 999.92)]),
        ("decide: board, otherwise: {icb: 100 %}", [("the ICB", 999.92)]),
        ("offset: other schemes", [("nobody", 0), ("left", 999.92)]),
    ],
)
def test_a_step_takes_what_its_words_say(step, expected):
    found = shown(f"overspend: [{{{step}}}]", OVER)
    left = round(999.92 - sum(amount for _, amount in found), 2)
    assert [*found, *([("left", left)] if left else [])] == expected


def test_an_offset_uses_the_underspends_of_its_fund_and_leaves_the_rest_to_their_own_list():
    yaml = "overspend: [{offset: others}, {bear: host}], underspend: [{bear: each}]"
    assert shown(yaml, {"beds": 3100, "cars": 350}) == [
        ("Cars", 50.0),
        ("the Council", 49.92),
        ("other lists", 50.0),
    ]


def test_a_scheme_with_its_own_list_keeps_its_underspend_unless_a_step_names_it():
    cars = "name: Cars, fund: home, lead: icb"
    own = FACTS.replace(cars, f"{cars}, underspend: [{{bear: icb}}]")
    for against, left in (("fund", 9992), ("every fund", 9992), ("cars", 4992)):
        yaml = own.replace('reserve: "500"}', f'reserve: "500", overspend: [{{offset: others, against: {against}}}]}}')
        made = forecast(facts(yaml), YEAR, {"beds": Money(3100_00), "cars": Money(350_00)})
        assert made.overspends[0].residual == Money(left), against


def test_money_found_outside_is_taken_by_the_step_that_names_it_and_by_no_other():
    yaml = "overspend: [{offset: spare money, against: outside}, {bear: host}]"
    assert shown(yaml, OVER, found={"spare  Money": Money(400_00)}) == [("spare money", 400.0), ("the Council", 599.92)]
    made = forecast(facts(), YEAR, {"beds": Money(4000_00)}, {"elsewhere": Money(5)})
    assert made.unused == ("elsewhere",)


def test_fault_comes_first_unless_a_step_says_when():
    fault = {"trust": Money(100_00)}
    assert shown("overspend: [{bear: host}]", OVER, fault=fault) == [("the Trust", 100.0), ("the Council", 899.92)]
    yaml = "overspend: [{draw: the reserve}, {fault: spending without approval}, {bear: host}]"
    assert shown(yaml, OVER, fault=fault) == [("the reserve", 500.0), ("the Trust", 100.0), ("the Council", 399.92)]


def test_aligned_money_stays_with_those_whose_it_is_and_a_pool_without_a_list_is_borne_by_nobody():
    made = forecast(facts(), YEAR, {"fens": Money(200_00), "beds": Money(4000_00)})
    home, apart = made.overspends
    assert [(str(part.bearer.name), part.amount.pence) for taken in apart.steps for part in taken.by] == [
        ("the Council", 1667),
        ("the ICB", 5000),
    ]
    assert (home.residual, home.steps, made.settled) == (home.amount, (), False)


def test_the_split_of_shared_placements_is_the_rule_for_what_they_cost():
    placements = "placements: {split: {council: 40 %, nhs: 60 %}, approved_by: icb, sourced_by: council}"
    made = forecast(facts(FACTS.replace("name: Guns,", f"name: Guns, {placements},")), YEAR, {"guns": Money(110_00)})
    assert [(str(part.bearer.name), part.amount.pence) for taken in made.overspends[0].steps for part in taken.by] == [
        ("the Council", 4000),
        ("the NHS bodies", 6000),
    ]


def test_an_underspend_may_meet_what_no_overspend_list_has_met():
    agreement = with_lists(
        {("home", "overspend"): (Bear(bear=Words("host"), up_to=Money(100_00)),), ("home", "underspend"): (Offset(offset="overspends"),)}
    )
    made = forecast(agreement, YEAR, {"beds": Money(4000_00), "cars": NOTHING})
    over, under = made.overspends[0], made.underspends[0]
    assert (over.taken.pence, over.offset.pence, over.residual.pence) == (10_000, 40_000, 49_992)
    assert (under.taken.pence, under.residual.pence) == (40_000, 0)


def test_what_is_not_known_is_said_and_never_taken_for_nothing():
    with pytest.raises(Unworkable, match=r"What is contributed to Guns in 2026/27 is not known"):
        forecast(facts(FACTS.replace("guns: {council: 10}", "guns: {council: TBC}")), YEAR, {"guns": Money(1)})
    made = forecast(facts(FACTS.replace("council: 33.33", "council: TBC")), YEAR, {"beds": Money(4000_00)})
    assert [one.scheme.key for one in made.schemes] == ["beds", "cars", "dogs", "eggs", "guns"]
    made = forecast(with_lists({("home", "overspend"): (Draw(draw="x", up_to=Words("half of it")),)}), YEAR, {"beds": Money(4000_00)})
    assert made.overspends[0].stopped == "The limit “half of it” is in words. State it as an amount."
    assert not made.settled


@pytest.mark.parametrize(
    ("yaml", "message"),
    [
        ("overspend: [{bear: cuoncil}]", "There is no “cuoncil” in partners or groups. Did you mean “council”?"),
        ("overspend: [{bear: each, up_to: 5, carry: on}]", "“carry” is not a field here."),
        ("overspend: [{carry: on}]", "This step does not say exactly one of: bear, contain, decide, draw, fault, offset, share."),
        ("underspend: [{fault: x}]", "This step does not say exactly one of: bear, carry, contain, decide, draw, offset, share."),
        ("overspend: [{offset: x, against: evry fund}]", "There is no “evry fund” in funds or schemes. Did you mean “every fund”?"),
        ("overspend: [{decide: bord}]", "There is no “bord” in governance. Did you mean “board”?"),
        ("overspend: [{share: {icb: 50 %, council: 49 %}}]", "The shares make 99 %, not 100 %."),
        ("illustration: {year: 2026/27, forecast: {bed: 5}}", "There is no “bed” in schemes. Did you mean “beds”?"),
    ],
)
def test_a_step_that_names_nothing_is_refused(yaml, message):
    with pytest.raises(Refused) as refused:
        facts(FACTS.replace('reserve: "500"}', f'reserve: "500", {yaml}}}'))
    assert message in str(refused.value.problems[0])
