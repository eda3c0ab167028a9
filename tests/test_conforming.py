"""A newer text made to fit a signed one: no number ever means two provisions, and no word of the newer text is lost."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
import revising
from building import headed, item, row, said, table, to, words
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from revising import addresses, numbered

from section75.comparison.conforming import conform
from section75.comparison.frozen import freeze
from section75.comparison.settling import settle
from section75.comparison.unused import without_unused
from section75.document.index import walk
from section75.document.numbering import number
from section75.document.tree import Document, Part, plain
from section75.problems import Refused

GONE = said("Not used")


def agreement(*clauses, schedules=()):
    return numbered(Document("agreement", "t", (Part("operative", said("Terms"), clauses, "operative"), *schedules)))


def clause(name, *held):
    return headed("clause", name.capitalize(), *held, name=name)


def paragraph(name, *held):
    return headed("paragraph", name.capitalize(), *held, name=name)


def schedule(name, *held):
    return Part("schedule", said(name.capitalize()), held, f"schedule-{name}")


def line(words, *held, name=""):
    return item(words, end=".", holds=held, name=name)


def printed(document):
    """Return each numbered thing as it is printed, one a line."""
    holders = (block or part for part, block, _ in walk(document))
    return [
        f"{one.number.rstrip('.')} {plain(one.heading or one.content)}{'' if isinstance(one, Part) or one.heading else one.end}"
        for one in holders
        if one.number
    ]


def conformed(signed, new):
    return conform(freeze(signed), new, GONE)


COUNCIL = line("The Council must pay the sum on the first day of each month")
BOARD = line("The Integrated Care Board must send a report within ten days")
EITHER = line("Either Partner may ask the other for the records it keeps")
LATE = line("Interest is payable on any amount that is paid late")

NOTHING = replace(clause("gone"), id="", heading=GONE, role="not used")

CASES = {
    "a clause is left out by its number alone": (
        (clause("funds"), clause("audit", COUNCIL), clause("terms")),
        (clause("funds"), NOTHING, clause("terms")),
        ["1 Funds", "2 Not used", "3 Terms"],
    ),
    "a newcomer that is not used from the first takes no number": (
        (clause("funds"), clause("terms")),
        (clause("funds"), NOTHING, clause("terms")),
        ["1 Funds", "2 Terms"],
    ),
    "a clause is put between two": (
        (clause("funds"), clause("terms")),
        (clause("funds"), clause("audit"), clause("terms")),
        ["1 Funds", "1A Audit", "2 Terms"],
    ),
    "a clause is taken out": (
        (clause("funds"), clause("audit", COUNCIL), clause("terms")),
        (clause("funds"), clause("terms")),
        ["1 Funds", "2 Not used", "3 Terms"],
    ),
    "the last clause is taken out and another comes": (
        (clause("funds"), clause("terms")),
        (clause("funds"), clause("audit")),
        ["1 Funds", "2 Not used", "3 Audit"],
    ),
    "a sub-clause comes before the first, and one goes": (
        (clause("funds", COUNCIL, BOARD, EITHER),),
        (clause("funds", LATE, COUNCIL, EITHER),),
        [
            "1 Funds",
            "1.A1 Interest is payable on any amount that is paid late.",
            "1.1 The Council must pay the sum on the first day of each month.",
            "1.2 Not used.",
            "1.3 Either Partner may ask the other for the records it keeps.",
        ],
    ),
    "a clause moves": (
        (clause("funds", COUNCIL), clause("audit", EITHER), clause("notice", BOARD), clause("terms", LATE)),
        (clause("terms", LATE), clause("funds", COUNCIL), clause("audit", EITHER), clause("notice", BOARD)),
        [
            "A1 Terms",
            "A1.1 Interest is payable on any amount that is paid late.",
            "1 Funds",
            "1.1 The Council must pay the sum on the first day of each month.",
            "2 Audit",
            "2.1 Either Partner may ask the other for the records it keeps.",
            "3 Notice",
            "3.1 The Integrated Care Board must send a report within ten days.",
            "4 Not used",
        ],
    ),
    "items of a list": (
        (clause("funds", line("The Council must", COUNCIL, BOARD)),),
        (clause("funds", line("The Council must", COUNCIL, EITHER, BOARD)),),
        [
            "1 Funds",
            "1.1 The Council must.",
            "1.1.1 The Council must pay the sum on the first day of each month.",
            "1.1.1A Either Partner may ask the other for the records it keeps.",
            "1.1.2 The Integrated Care Board must send a report within ten days.",
        ],
    ),
    "a new clause has plain numbers within": (
        (clause("funds"), clause("terms")),
        (clause("funds"), clause("audit", COUNCIL, BOARD), clause("terms")),
        [
            "1 Funds",
            "1A Audit",
            "1A.1 The Council must pay the sum on the first day of each month.",
            "1A.2 The Integrated Care Board must send a report within ten days.",
            "2 Terms",
        ],
    ),
    "nothing changes but words": (
        (clause("funds", COUNCIL),),
        (clause("funds", line("The Council must pay the sum on the last day of each month")),),
        ["1 Funds", "1.1 The Council must pay the sum on the last day of each month."],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_numbers_stay_and_newcomers_are_lettered(case):
    old, new, expected = CASES[case]
    assert printed(conformed(agreement(*old), agreement(*new))) == expected


def test_schedules_paragraphs_and_tables_keep_their_numbers_too():
    sums = table("Sums", row("a", "b"), widths="50 50", name="sums")
    shares = table("Shares", row("c", "d"), widths="50 50", name="shares")
    costs = table("Costs", row("e", "f"), widths="50 50", name="costs")
    old = agreement(clause("funds"), schedules=(schedule("money", paragraph("years", sums, shares)), schedule("exit", paragraph("plan"))))
    new = agreement(
        clause("funds"),
        schedules=(
            schedule("money", paragraph("early"), paragraph("years", costs, shares)),
            schedule("staff", paragraph("posts")),
            schedule("exit", paragraph("plan")),
        ),
    )
    assert printed(conformed(old, new)) == [
        "1 Funds",
        "Schedule 1 Money",
        "A1 Early",
        "1 Years",
        "Table 1 Table 1: Not used",
        "Table 1A Costs",
        "Table 2 Shares",
        "Schedule 1A Staff",
        "1 Posts",
        "Schedule 2 Exit",
        "1 Plan",
    ]


def test_a_schedule_that_is_gone_keeps_its_number_and_those_of_its_tables():
    sums = table("Sums", row("a", "b"), widths="50 50", name="sums")
    old = agreement(clause("funds"), schedules=(schedule("money", paragraph("years", sums)), schedule("exit", paragraph("plan"))))
    new = agreement(clause("funds"), schedules=(schedule("exit", paragraph("plan")),))
    assert printed(conformed(old, new)) == ["1 Funds", "Schedule 1 Not used", "Table 1 Table 1: Not used", "Schedule 2 Exit", "1 Plan"]


def test_a_newcomer_stands_behind_what_is_not_used():
    first = agreement(clause("funds"), clause("terms"))
    second = conformed(first, agreement(clause("funds"), clause("audit"), clause("terms")))
    third = conformed(second, agreement(clause("funds"), clause("terms")))
    fourth = conformed(third, agreement(clause("funds"), clause("staff"), clause("terms")))
    assert printed(third) == ["1 Funds", "1A Not used", "2 Terms"]
    assert printed(fourth) == ["1 Funds", "1A Not used", "1B Staff", "2 Terms"]


def test_a_place_that_is_not_used_is_no_provision_that_could_be_rewritten_into_another():
    first = agreement(clause("funds", COUNCIL, BOARD))
    second = conformed(first, agreement(clause("funds", COUNCIL)))
    third = conformed(second, agreement(clause("funds", COUNCIL, LATE)))
    assert printed(third)[2:] == ["1.2 Not used.", "1.3 Interest is payable on any amount that is paid late."]


def test_a_clause_the_partners_left_out_from_the_first_may_be_filled_later():
    left_out = replace(clause("audit"), heading=GONE, role="not used")
    signed = agreement(clause("funds"), left_out, clause("terms"))
    new = agreement(clause("funds"), clause("audit", COUNCIL), clause("terms"))
    assert printed(conformed(signed, new))[1] == "2 Audit"


def test_references_follow_their_target_to_its_new_number():
    signed = agreement(clause("funds", line("x")), clause("terms", item("See ", to("aim"))), clause("aim", COUNCIL))
    new = agreement(clause("aim", COUNCIL), clause("funds", line("x")), clause("terms", item("See ", to("aim"))))
    assert "2.1 See clause A1" in printed(conformed(signed, new))


def test_a_reference_to_what_is_gone_is_refused():
    signed = agreement(clause("funds", item("See ", to("aim"))), clause("terms", line("x", name="aim")))
    new = agreement(clause("funds", item("See ", to("aim"))), clause("terms"))
    with pytest.raises(Refused) as refused:
        conformed(signed, new)
    (problem,) = refused.value.problems
    assert problem.message == "Clause 1.1 refers to clause 2.1 of the signed text, which is not used any more."
    assert problem.level == "error"


def test_a_list_that_has_run_out_of_letters_is_refused_with_the_remedy():
    items = [item(f"thing number {number} of many things", end=";", name=f"i{number}") for number in range(25)]
    lead = item("The Council must", end=":", holds=tuple(items), name="lead")
    more = replace(lead, children=(*items, item("one thing more than there are letters", end=".")))
    signed, new = (agreement(headed("clause", "Funds", item("x", holds=(one,)), name="f")) for one in (lead, more))
    with pytest.raises(Refused) as refused:
        conformed(signed, new)
    (problem,) = refused.value.problems
    assert (
        problem.message == "No number is left after “(y)” for “one thing more than there are letters” that could not be taken for another."
    )
    assert problem.remedy.startswith("Substitute the whole")


def test_the_draft_strip_and_words_without_numbers_pass_through():
    signed = agreement(clause("funds", words("plain"), COUNCIL))
    new = agreement(clause("funds", words("plainer words"), COUNCIL, words("after")))
    strip = Part("strip", children=(words("Draft"),))
    new = replace(new, parts=(strip, *new.parts), state="Draft")
    made = conformed(signed, new)
    assert made.parts[0] == strip
    assert made.state == "Draft"
    assert [plain(block.content) for block in made.parts[1].children[0].children if block.kind == "words"] == ["plainer words", "after"]


# ------------------------------------------------------------------ whatever changes


def gone_with_its_parent(address, now):
    return not address[-1].startswith("Table") and any(now.get(address[:depth]) == "" for depth in range(1, len(address)))


BEFORE_A1 = re.compile(r"No number is left before “(?:\w+ |[\w.]+\.)?A1” for .*")


def fitted_or_nothing(signed, new):
    """Return the newer text fitted, or nothing where it would put something before what already stands before the first."""
    try:
        return conform(signed, new, GONE)
    except Refused as refused:
        if all(BEFORE_A1.match(problem.message) for problem in refused.problems):
            return None
        raise


def hold_a_chain_of_revisions(data, *, ids):
    """Sign a text, then revisions of it one after the other, and hold each number against what it first meant.

    Where a line has no name, new words in the place of old ones are the same line reworded, so its number may say other words.
    """
    naming = revising.Naming(data.draw, ids=ids)
    plain_text = revising.agreement(naming)
    signed = freeze(numbered(plain_text))
    meant = {address: {words} for address, words in addresses(signed).items()}
    for _ in range(data.draw(st.integers(1, 3))):
        plain_text = revising.revised(plain_text, naming)
        new = numbered(plain_text)
        made = fitted_or_nothing(signed, new)
        if made is None:
            return
        now = addresses(made)
        assert [address for address in addresses(signed) if address not in now and not gone_with_its_parent(address, now)] == []
        for address, said_there in now.items():
            meant.setdefault(address, set()).update({said_there} - {""})
        assert [address for address, said_there in meant.items() if len(said_there) > 1 and ids] == []
        assert revising.bare(without_unused(made)) == revising.bare(settle(new, "new"))
        assert number(revising.bare(without_unused(made)), revising.SCHEME) == settle(new, "new")
        assert freeze(made) == made
        assert conform(made, new, GONE) == made
        signed = made


CHAINS = settings(deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("ids", [True, False], ids=["named", "known by their words"])
@settings(CHAINS, max_examples=15)
@given(data=st.data())
def test_no_number_ever_means_two_provisions(ids, data):
    hold_a_chain_of_revisions(data, ids=ids)


@pytest.mark.thorough
@pytest.mark.parametrize("ids", [True, False], ids=["named", "known by their words"])
@settings(CHAINS, max_examples=200)
@given(data=st.data())
def test_no_number_ever_means_two_provisions_in_two_hundred_chains(ids, data):
    hold_a_chain_of_revisions(data, ids=ids)
