"""Their words put into the line of a template: what the line prints from facts stays live, and what cannot be told is not guessed."""

from __future__ import annotations

import pytest

from section75.returned.patching import patched
from section75.returned.sent import crossing

TERM = crossing("term", "clause 3.2")
PAID = "1. The Host must pay {{ fund.amount }} within {{ periods.payment }}, as [clause](#term) requires, and **at once**. {#paid}"
SAID = f"The Host must pay £5 within 10 Working Days, as {TERM} requires, and at once."
MANY = "2. A Partner may ask a Partner{% if many %} or a Group{% endif %} to tell a Partner why."
TOLD = "A Partner may ask a Partner to tell a Partner why."

CASES = {
    "a word": (PAID, SAID, SAID.replace("requires", "demands"), PAID.replace("requires", "demands")),
    "words added": (PAID, SAID, SAID.replace("must pay", "must on demand pay"), PAID.replace("must pay", "must on demand pay")),
    "words added at the beginning": (PAID, SAID, f"Each year {SAID}", PAID.replace("1. The", "1. Each year The")),
    "words taken out": (PAID, SAID, SAID.replace(" requires", ""), PAID.replace(" requires", "")),
    "two changes": (
        PAID,
        SAID,
        SAID.replace("must", "may").replace("requires", "allows"),
        PAID.replace("must", "may").replace("requires", "allows"),
    ),
    "bold words": (PAID, SAID, SAID.replace("at once", "at last"), PAID.replace("once", "last")),
    "one of three alike": (MANY, TOLD, TOLD.replace("tell a Partner", "tell a Host"), MANY.replace("tell a Partner", "tell a Host")),
    "signs of the house": (PAID, SAID, SAID.replace("requires", "*[requires]*"), PAID.replace("requires", r"\*\[requires\]\*")),
    "a reference added": (
        PAID,
        SAID,
        SAID.replace("requires", f"and {crossing('pool', 'Schedule 4')} require"),
        PAID.replace("requires", "and [Schedule](#pool) require"),
    ),
}
NOTHING = {
    "a fact": (PAID, SAID, SAID.replace("£5", "£6")),
    "a reference": (PAID, SAID, SAID.replace(TERM, "clause 4")),
    "words of a fact": (PAID, SAID, SAID.replace("Working", "working")),
    "a command": (PAID, SAID, SAID.replace("requires", "{{ 7 * 7 }}")),
    "a choice": (PAID, SAID, SAID.replace("requires", "{% if x %}")),
    "words that the line prints twice": ("1. {{ a }} or {{ b }} or {{ c }}.", "x or y or z.", "x and y or z."),
}


@pytest.mark.parametrize("name", CASES)
def test_their_words_stand_in_the_line(name):
    line, old, new, expected = CASES[name]
    assert patched(line, old, new) == expected


@pytest.mark.parametrize("name", NOTHING)
def test_what_cannot_be_told_is_not_guessed(name):
    assert patched(*NOTHING[name]) == ""
