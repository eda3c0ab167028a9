"""One value of a file of facts restated: that scalar, and not a sign beside it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from section75.facts.faults import Fault
from section75.facts.raw import Words, parts
from section75.facts.reader import parse_yaml
from section75.facts.restating import restated

FILE = """\
# The pool.
title: "Better Care"   # short
funds:
  pool:
    name: 'The Council''s pool'
    amount: £210,000        # per year
    host: {partner: council, since: 1 April 2026}
    note: |
      Two lines,
      kept.
    charge: TBC
periods: {report: 10 working days, consent: {assumed: 5 working days, because: usual}}
steps:
  - first
  - second: £5  # and more
"""

CASES = {
    "plain words": ("funds.pool.amount", "£250,000", "    amount: £210,000        # per year", "    amount: £250,000        # per year"),
    "in double quotes": ("title", "Better Care Fund", 'title: "Better Care"   # short', 'title: "Better Care Fund"   # short'),
    "in single quotes": ("funds.pool.name", "Ann's pool", "    name: 'The Council''s pool'", "    name: 'Ann''s pool'"),
    "in braces": ("periods.report", "15 working days", "{report: 10 working days,", "{report: 15 working days,"),
    "a sum in braces needs quotes": ("funds.pool.host.since", "£6,200,000", "since: 1 April 2026}", "since: '£6,200,000'}"),
    "words with a colon need quotes": ("funds.pool.amount", "as agreed: £5", "amount: £210,000 ", "amount: 'as agreed: £5' "),
    "words that would be a comment": ("funds.pool.amount", "#5", "amount: £210,000 ", "amount: '#5' "),
    "a blank filled in": ("funds.pool.charge", "£500", "charge: TBC", "charge: £500"),
    "in a list": ("steps.0", "begin", "- first", "- begin"),
    "in a map in a list": ("steps.1.second", "£6", "- second: £5  #", "- second: £6  #"),
    "the field that plain words stand for": ("funds.pool.charge.amount", "£500", "charge: TBC", "charge: £500"),
}
REFUSED = {
    "several lines": ("funds.pool.note", "“funds.pool.note” runs over several lines."),
    "an assumption": ("periods.consent", "“periods.consent” is only assumed, with a reason that other words may not have."),
    "no value": ("funds.pool", "“funds.pool” is no single value."),
    "not stated": ("funds.other.amount", "case.yaml does not state “funds.other.amount”."),
}


@pytest.mark.parametrize("name", CASES)
def test_only_the_value_is_changed(name):
    path, words, old, new = CASES[name]
    assert FILE.count(old) == 1
    assert restated(FILE.encode(), "case.yaml", path, words).decode() == FILE.replace(old, new)


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_single_value_of_the_file_is_refused(name):
    path, message = REFUSED[name]
    with pytest.raises(Fault) as fault:
        restated(FILE.encode(), "case.yaml", path, "£5")
    assert fault.value.message == message
    assert fault.value.remedy


def test_the_mark_of_the_encoding_and_the_ends_of_lines_are_kept():
    data = b"\xef\xbb\xbf" + FILE.replace("\n", "\r\n").encode()
    new = restated(data, "case.yaml", "funds.pool.amount", "£5")
    assert new == data.replace("£210,000".encode(), "£5".encode())


def test_a_file_with_faults_is_left_alone():
    with pytest.raises(Fault, match="has faults"):
        restated(b"a: 1\na: 2\n", "case.yaml", "a", "3")


def every(node):
    yield node
    for _, inner in parts(node):
        yield from every(inner)


TREE, _ = parse_yaml(FILE, "case.yaml")
PATHS = sorted(node.path for node in every(TREE) if isinstance(node, Words) and "note" not in node.path and "consent" not in node.path)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.sampled_from(PATHS), st.text(st.characters(exclude_categories=["Cs", "Cc", "Co", "Cf", "Zl", "Zp"]), min_size=1, max_size=20))
def test_whatever_the_words_the_file_says_them_and_else_what_it_said(path, words):
    try:
        new = restated(FILE.encode(), "case.yaml", path, words).decode()
    except Fault:
        return
    tree, problems = parse_yaml(new, "case.yaml")
    said = {node.path: str(node) for node in every(tree) if isinstance(node, Words)}
    assert said == {node.path: str(node) for node in every(TREE) if isinstance(node, Words)} | {path: words}
    assert [problem for problem in problems if problem.level == "error"] == []
    assert len(new.split("\n")) == len(FILE.split("\n"))
