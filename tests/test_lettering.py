"""Numbers after signing: the table of what a newcomer is called, its limits, and that no number is ever used twice."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from section75.comparison.lettering import NoLabel, between, form_of, labels
from section75.document.numbering import label

TABLE = {
    "after 14": ("1.", "14. + 15.", "14. 14A. 15."),
    "again after 14A": ("1.", "14. 14A. + 15.", "14. 14A. 14B. 15."),
    "between 14A and 14B": ("1.", "14. 14A. + 14B. 15.", "14. 14A. 14AA. 14B. 15."),
    "between 14 and 14A": ("1.", "14. + 14A. 15.", "14. 14ZA. 14A. 15."),
    "between 14 and 14ZA": ("1.", "14. + 14ZA. 14A.", "14. 14ZZA. 14ZA. 14A."),
    "between 14A and 14AA": ("1.", "14A. + 14AA. 14B.", "14A. 14AZA. 14AA. 14B."),
    "before 1": ("1.", "+ 1. 2.", "A1. 1. 2."),
    "two before 1": ("1.", "+ + 1. 2.", "A1. B1. 1. 2."),
    "between A1 and 1, once A1 is signed": ("1.", "A1. + 1.", "A1. B1. 1."),
    "between A1 and B1": ("1.", "A1. + B1. 1.", "A1. A1A. B1. 1."),
    "a sub-clause after 8.2": ("8.1", "8.1 8.2 + 8.3", "8.1 8.2 8.2A 8.3"),
    "a sub-clause before 8.1": ("8.1", "+ 8.1", "8.A1 8.1"),
    "sub-clauses under 14A, which is new": ("14A.1", "+ +", "14A.1 14A.2"),
    "after 14A.1": ("14A.1", "14A.1 + 14A.2", "14A.1 14A.1A 14A.2"),
    "at a third level": ("9.2.1", "9.2.1 + 9.2.2", "9.2.1 9.2.1A 9.2.2"),
    "between (a) and (b)": ("(a)", "(a) + (b)", "(a) (aa) (b)"),
    "before (a)": ("(a)", "+ (a)", "(za) (a)"),
    "between (za) and (a)": ("(a)", "(za) + (a)", "(za) (zb) (a)"),
    "before (za)": ("(a)", "+ (za) (a)", "(zza) (za) (a)"),
    "between (i) and (ii)": ("(i)", "(i) + (ii)", "(i) (ia) (ii)"),
    "two between (i) and (ii)": ("(i)", "(i) + + (ii)", "(i) (ia) (ib) (ii)"),
    "before (i)": ("(i)", "+ (i)", "(za) (i)"),
    "after (h) of the letters behind (i)": ("(i)", "(i) (ih) + (ii)", "(i) (ih) (iha) (ii)"),
    "between recitals (A) and (B)": ("(A)", "(A) + (B)", "(A) (AA) (B)"),
    "after 14Y": ("1.", "14Y. + 15.", "14Y. 14YA. 15."),
    "after the last": ("1.", "13. 14. + +", "13. 14. 15. 16."),
    "after the last item": ("(a)", "(c) +", "(c) (d)"),
    "next to what is not used": ("1.", "1ZA. 1A. + 2.", "1ZA. 1A. 1B. 2."),
    "between two schedules": ("Schedule 1", "Schedule@4 + Schedule@5", "Schedule@4 Schedule@4A Schedule@5"),
    "before the first Part": ("Part 1", "+ Part@1", "Part@A1 Part@1"),
    "between two annexes": ("Annex A", "Annex@A + Annex@B +", "Annex@A Annex@AA Annex@B Annex@C"),
    "where nothing is signed": ("(i)", "+ + + +", "(i) (ii) (iii) (iv)"),
    "where nothing is new, whatever the house says": ("1.1", "(a) (b)", "(a) (b)"),
}

REFUSED = {
    "nothing stands before A1 once it is signed": ("1.", "+ A1. 1."),
    "a lettered list stops at 25": ("(a)", "(x) (y) +"),
    "a list that was signed with (z)": ("(a)", "(a) + (z)"),
    "a list that was signed with (aa) as its 27th": ("(a)", "(a) + (b) (z) (aa)"),
    "a roman list stops at 39": ("(i)", "(xxxix) +"),
    "numbers of another house": ("1.1", "(a) + (b)"),
    "numbers that stand out of order": ("1.", "2. + 1."),
    "a form that cannot be lettered": ("6.0", "6.0 +"),
}


def siblings(words):
    """Return numbers as a list: `+` is a newcomer, `@` a space within a number."""
    return tuple("" if word == "+" else word.replace("@", " ") for word in words.split())


@pytest.mark.parametrize("case", TABLE)
def test_a_newcomer_is_called_as_in_an_act(case):
    first, given_numbers, expected = TABLE[case]
    assert labels(first, siblings(given_numbers)) == siblings(expected)


@pytest.mark.parametrize("case", REFUSED)
def test_a_number_that_could_be_read_in_two_ways_is_refused(case):
    first, given_numbers = REFUSED[case]
    with pytest.raises(NoLabel):
        labels(first, siblings(given_numbers))


def test_a_refusal_names_the_two_neighbours():
    with pytest.raises(NoLabel) as refused:
        labels("(a)", ("(x)", "(y)", ""))
    assert refused.value.args == ("(y)", "")


STYLES = {"figures": "1.", "sub-clauses": "8.1", "letters": "(a)", "roman": "(i)", "capitals": "(A)", "schedules": "Schedule 1"}


@pytest.mark.thorough
@pytest.mark.parametrize("style", STYLES)
@settings(max_examples=60, deadline=None)
@given(start=st.integers(1, 9), places=st.lists(st.floats(0, 1), min_size=1, max_size=12))
def test_insertions_each_signed_before_the_next_have_numbers_of_their_own(style, start, places):
    insert_one_by_one(STYLES[style], start, places)


@pytest.mark.thorough
@pytest.mark.parametrize("style", STYLES)
@settings(max_examples=400, deadline=None)
@given(start=st.integers(1, 9), places=st.lists(st.floats(0, 1), min_size=1, max_size=12))
def test_four_hundred_runs_of_insertions_have_numbers_of_their_own(style, start, places):
    insert_one_by_one(STYLES[style], start, places)


def insert_one_by_one(first, start, places):
    """Insert at places from 0 (before the first) to 1 (behind the last), and hold the numbers against a ruler of their own."""
    form = form_of(first)
    signed = [form.printed(label(form.style, (number,))) for number in range(1, start + 1)]
    for place in places:
        at = round(place * len(signed))
        try:
            now = labels(first, (*signed[:at], "", *signed[at:]))
        except NoLabel:
            assert refused_as_written(form, signed, at)
            continue
        assert [*now[:at], *now[at + 1 :]] == signed
        assert len({*now}) == len(now)
        assert now[at] == form.printed(between(form.style, *(form.own(one) for one in neighbours(signed, at))))
        signed = list(now)
    ranks = [rank(form.style, form.own(one)) for one in signed]
    assert ranks == sorted(ranks)


def neighbours(signed, at):
    return (signed[at - 1] if at else "", signed[at] if at < len(signed) else "")


def refused_as_written(form, signed, at):
    """Return whether a refusal is one of the limits: before A1."""
    return at == 0 and form.style == "1" and form.own(signed[0]) == "A1"


ROMAN = [label("i", (number,)) for number in range(1, 40)]


def rank(style, own):
    """Return where a number stands as a reader of Acts counts, told by another way than the code: as words that sort.

    The base comes first; then each letter, which is lowered by every Z that stands before it: ZZA, ZA, the bare number's own end, A, B.
    """
    lowered = own.lower()
    if style == "1":
        digits = "".join(filter(str.isdigit, own))
        head, tail = lowered.split(digits)
        return (int(digits) - bool(head), *steps(head + tail))
    if style == "i" and (base := max((one for one in ROMAN if lowered.startswith(one)), key=len, default="")):
        return (ROMAN.index(base) + 1, *steps(lowered.removeprefix(base)))
    return (0, *steps(lowered))


def steps(letters):
    """Return each letter as a figure between 0 and 1: halved for every Z before it."""
    found, halved = [], 0
    for letter in letters:
        if letter == "z":
            halved += 1
            continue
        found.append(-halved * 100 + ord(letter) - 96)
        halved = 0
    return found
