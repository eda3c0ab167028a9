"""Rules of drafting: brackets in any words, the papers of the project, and advice, which is shown and never counted."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from whole import PROJECT, drafted, judged_papers, partnership

from section75.commands.finish import graver
from section75.commands.forms import Findings, forms
from section75.document.house import Scheme
from section75.document.index import index
from section75.document.numbering import number
from section75.document.tree import Block, Document, Part, Text
from section75.problems import Place, Problem
from section75.rules import Subject, rules
from section75.rules.drafting.unmatched_bracket import check, unmatched

DRAFTING = [rule for rule in rules().values() if ".drafting." in rule.__name__ and hasattr(rule, "check")]
INVENTED = "northshire"
ADVICE = Problem(Place("a.yaml"), "long-sentence", "advice", "This is long.", "Make two of it.")
LEAD = "The Funds"
"""Words before others, so that nothing within brackets could be a number."""

words = st.sampled_from(("the Funds, namely ", "a) first; b) second; ", "1) first ", "Partners’ shares ", "‘each’ of them ", "iv) last "))
unnumbered = st.sampled_from(("the Funds, ", "‘each’ of them ", "Partners’ shares "))


def nested(leaves: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Return words in pairs of signs, at any depth."""
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.tuples(st.sampled_from(("()", "[]", "“”")), inner).map(lambda made: f"{made[0][0]}{LEAD} {made[1]}{made[0][1]} "),
            st.tuples(inner, inner).map("".join),
        ),
        max_leaves=8,
    )


well_formed = nested(words)


def paper(blocks: list[Block]) -> Subject:
    clause = Block("clause", children=tuple(blocks), heading=(Text(LEAD),))
    document = number(Document("agreement", "Example", (Part("operative", children=(clause,)),)), Scheme())
    return Subject(document, index(document))


@given(st.lists(well_formed, min_size=1, max_size=4))
def test_no_well_formed_document_has_an_unmatched_bracket(texts):
    assert list(check(paper([Block("item", (Text(text),)) for text in texts]))) == []


@given(st.lists(well_formed, min_size=2, max_size=4))
def test_a_quotation_may_run_through_the_paragraphs_of_one_block(texts):
    quoted = [f"“{texts[0]}", *texts[1:-1], f"{texts[-1]}”"]
    assert list(check(paper([Block("item", (Text(LEAD),), tuple(Block("item", (Text(text),)) for text in quoted))]))) == []


@given(nested(unnumbered), st.data())
def test_a_bracket_that_is_taken_out_leaves_one_unmatched(text, data):
    text = f"({LEAD} {text}) "
    out = data.draw(st.sampled_from([at for at, sign in enumerate(text) if sign in "([“”])"]))
    assert unmatched(text) == ""
    assert unmatched(text[:out] + text[out + 1 :]) != ""


@pytest.mark.thorough
@pytest.mark.parametrize(("name", "of"), judged_papers())
def test_the_papers_of_the_project_keep_the_rules_of_drafting(name, of):
    document = drafted(name, of).drafted.document
    read = partnership(name)
    subject = Subject(document, index(document), PROJECT.terms(), read.answered, read.agreement, read.report(of), read.facts)
    found = [problem for rule in DRAFTING for problem in rule.check(subject)]
    assert [str(problem) for problem in found if problem.level != "advice" or INVENTED not in name] == []


@pytest.mark.parametrize("strict", [False, True])
def test_advice_stops_nothing(strict):
    found = Findings([ADVICE], Path())
    assert not found.stops(strict=strict)
    assert found.summary == "0 errors, 0 warnings, 1 piece of advice, 0 blanks and assumptions."


def test_advice_holds_up_no_final_copy():
    assert graver([ADVICE]) == [ADVICE]


@pytest.mark.parametrize("form", forms())
def test_every_form_tells_advice(form):
    assert ADVICE.message in forms()[form].write(Findings([ADVICE], Path()))
