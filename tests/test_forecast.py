"""The forecast: for any figures and any lists of steps every penny is somewhere, and nowhere twice."""

import pytest
from forecasting import BEARERS, SCHEMES, YEAR, facts, side, with_lists
from hypothesis import given, settings
from hypothesis import strategies as st

from section75.facts.base import Money, Share, Words
from section75.facts.forecast import forecast
from section75.facts.sharing import Borne, Sharing
from section75.facts.steps import STEPS
from section75.facts.steps.bear import Bear
from section75.facts.steps.carry import Carry
from section75.facts.steps.contain import Contain
from section75.facts.steps.decide import DecideStep
from section75.facts.steps.draw import Draw
from section75.facts.steps.fault import FaultStep
from section75.facts.steps.offset import Offset
from section75.facts.steps.share import ShareOut
from section75.facts.taking import NOTHING, total
from section75.facts.worked import rows

MONEY = st.integers(0, 1_200_000).map(Money)
LIMIT = st.none() | st.integers(0, 80_000).map(Money)
CAPPED = LIMIT | st.just(Words("its contribution"))
PLACES = st.lists(st.sampled_from(["fund", "every fund", "outside"]), min_size=1, max_size=3, unique=True)


@st.composite
def sharings(draw):
    how = draw(st.sampled_from(["equally", "by contribution", "named"]))
    if how != "named":
        return Sharing(Words(how))
    keys = draw(st.lists(st.sampled_from(BEARERS), min_size=1, max_size=4, unique=True))
    weights = draw(st.lists(st.integers(1, 9), min_size=len(keys), max_size=len(keys)))
    return Sharing(Words(how), tuple(Borne(side(key), Share(weight, sum(weights))) for key, weight in zip(keys, weights, strict=True)))


STEP = {
    "offset": st.builds(Offset, offset=st.sampled_from(["spare money", "other money"]), against=PLACES.map(tuple), up_to=LIMIT),
    "draw": st.builds(Draw, draw=st.sampled_from(["the reserve", "shared"]), up_to=LIMIT),
    "share": st.builds(
        ShareOut, share=sharings(), counting=st.sampled_from(["all", "recurrent", "variable"]), each_scheme=st.booleans(), up_to=CAPPED
    ),
    "bear": st.builds(Bear, bear=st.sampled_from(["each", "host", "lead"]).map(Words) | st.sampled_from(BEARERS).map(side), up_to=CAPPED),
    "decide": st.builds(DecideStep, decide=st.just(Words("partners")), otherwise=st.none() | sharings(), up_to=LIMIT),
    "contain": st.builds(Contain, contain=st.sampled_from(BEARERS).map(side), up_to=LIMIT),
    "fault": st.builds(FaultStep, fault=st.just("a fault"), up_to=LIMIT),
    "carry": st.builds(Carry, carry=st.just("next year"), up_to=LIMIT),
}
"""Any step of each kind; a kind that is added must be added here, or the first test below fails."""


def a_list(which):
    kinds = [STEP[verb] for verb, kind in STEPS.items() if which in kind.serves]
    return st.lists(st.one_of(kinds), max_size=4).map(tuple)


LISTS = st.fixed_dictionaries(
    {},
    optional={
        (name, which): a_list(which) for name in ("home", "away", "apart", "beds", "eggs", "guns") for which in ("overspend", "underspend")
    },
)
SPENDING = st.dictionaries(st.sampled_from(SCHEMES), MONEY)
FOUND = st.dictionaries(st.sampled_from(["spare money", "other money"]), st.integers(0, 50_000).map(Money))
FAULT = st.dictionaries(st.sampled_from(["council", "icb", "trust"]), st.integers(0, 50_000).map(Money))
ANY = given(LISTS, SPENDING, FOUND, FAULT)
OFTEN = settings(max_examples=60, deadline=None)


def took(lists, kind):
    """Return what bearers of one kind took, by key."""
    found = {}
    for part in (part for met in lists for taken in met.steps for part in taken.by if part.bearer.kind == kind):
        found[part.bearer.key] = found.get(part.bearer.key, NOTHING) + part.amount
    return found


def test_every_kind_of_step_is_tried():
    assert set(STEP) == set(STEPS)


@pytest.mark.thorough
@OFTEN
@ANY
def test_what_is_taken_left_open_and_borne_by_nobody_makes_each_overspend_to_the_penny(lists, spending, found, fault):
    made = forecast(with_lists(lists), YEAR, spending, found, fault)
    for met in made.lists:
        assert met.offset + met.taken + met.undecided + met.residual == met.amount
        assert total(part.amount for part in met.schemes) == met.amount
        assert min([met.offset, met.taken, met.undecided, met.residual]) >= NOTHING
        left = met.amount - (met.offset if met.rule.which == "underspend" else NOTHING)
        for taken in met.steps:
            assert all(part.amount > NOTHING for part in taken.by)
            assert taken.left == left - taken.taken - taken.undecided
            left = taken.left


@OFTEN
@ANY
def test_no_penny_leaks_between_the_lists(lists, spending, found, fault):
    made = forecast(with_lists(lists), YEAR, spending, found, fault)
    over = total(one.variance for one in made.schemes if one.variance > NOTHING)
    under = total(-one.variance for one in made.schemes if one.variance < NOTHING)
    assert total(met.amount for met in made.overspends) == over
    assert total(met.amount for met in made.underspends) == under
    borne = total(one.bears for one in (*made.partners, *made.others))
    kept = total(one.receives for one in (*made.partners, *made.others))
    used, met_at_the_end = (total(took(lists, "scheme").values()) for lists in (made.overspends, made.underspends))
    open_over, open_under = (total(met.undecided + met.residual for met in lists) for lists in (made.overspends, made.underspends))
    assert borne + used + met_at_the_end + open_over == over
    assert kept + used + met_at_the_end + open_under == under


@pytest.mark.thorough
@OFTEN
@ANY
def test_an_underspend_that_an_overspend_used_is_not_given_out_again(lists, spending, found, fault):
    made = forecast(with_lists(lists), YEAR, spending, found, fault)
    assert total(met.offset for met in made.underspends) == total(took(made.overspends, "scheme").values())
    spare = {one.scheme.key: -one.variance for one in made.schemes}
    assert all(part <= spare[key] for key, part in took(made.overspends, "scheme").items())
    assert total(met.offset for met in made.overspends) == total(took(made.underspends, "scheme").values())


@OFTEN
@ANY
def test_no_purse_is_drawn_on_twice(lists, spending, found, fault):
    made = forecast(with_lists(lists), YEAR, spending, found, fault)
    there = {"funds.home.reserve": Money(500_00), "funds.away.reserve": Money(300_00), "reserves.shared": Money(700_00)}
    drawn = took(made.overspends, "reserve")
    assert all(drawn[key] <= there[key] for key in drawn)
    outside = [took(half, "outside") for half in (made.overspends, made.underspends)]
    assert all(sum((half.get(words, NOTHING) for half in outside), NOTHING) <= amount for words, amount in found.items())
    caused = [taken for met in made.overspends for taken in met.steps if isinstance(taken.step, FaultStep)]
    for key, amount in fault.items():
        assert total(part.amount for taken in caused for part in taken.by if part.bearer.key == key) <= amount


@OFTEN
@ANY
def test_no_step_takes_more_than_its_limit_and_no_bearer_more_than_its_cap(lists, spending, found, fault):
    made = forecast(with_lists(lists), YEAR, spending, found, fault)
    for met, taken in [(each, taken) for each in made.lists for taken in each.steps]:
        if taken.step.most is not None:
            assert taken.taken + taken.undecided <= taken.step.most
        if taken.step.capped:
            schemes = met.rule.fund and [key for key, scheme in facts().schemes.items() if scheme.fund == met.rule.fund.key]
            schemes = schemes or [met.rule.scheme.key]
            for part in taken.by:
                assert part.amount <= contributed(part.bearer.key, schemes)


def contributed(key, schemes):
    """Return what a partner or group gives to schemes, told by the raw facts."""
    members = [member.key for member in facts().groups[key].members] if key in facts().groups else [key]
    stated = facts().contributions[YEAR]
    return total(stated[scheme][member].amount for scheme in schemes for member in members if member in stated[scheme])


@OFTEN
@ANY
def test_the_order_in_which_schemes_are_named_makes_no_difference(lists, spending, found, fault):
    agreement = with_lists(lists)
    backwards = [dict(reversed(figures.items())) for figures in (spending, found, fault)]
    assert forecast(agreement, YEAR, spending, found, fault) == forecast(agreement, YEAR, *backwards)


@OFTEN
@given(LISTS, SPENDING, FOUND, FAULT, st.randoms(use_true_random=False))
def test_the_order_of_steps_changes_who_pays_and_never_how_much_is_paid(lists, spending, found, fault, chance):
    shuffled = {name: tuple(chance.sample(steps, len(steps))) for name, steps in lists.items()}
    one, other = (forecast(with_lists(each), YEAR, spending, found, fault) for each in (lists, shuffled))
    assert [met.amount for met in one.lists] == [met.amount for met in other.lists]
    for met in other.lists:
        assert met.offset + met.taken + met.undecided + met.residual == met.amount


@OFTEN
@ANY
def test_the_rows_of_a_worked_example_run_down_to_what_is_left(lists, spending, found, fault):
    made = forecast(with_lists(lists), YEAR, spending, found, fault)
    for met in made.lists:
        left = met.amount
        for row in rows(met):
            left -= row.sum
            assert row.left == left
        assert left == met.residual
