"""Every rule holds against its own examples, and the command explains it with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from whole import PROJECT

from section75.commands.explain import explain
from section75.document.house import Scheme
from section75.document.numbering import number
from section75.document.tree import Block, Document, Part, Text
from section75.rules import check, rules
from section75.text.markup import read_blocks

if TYPE_CHECKING:
    from section75.problems import Problem

RULES = rules()
EXAMPLES = [(name, says, example) for name, rule in RULES.items() for says in ("PASSES", "FAILS") for example in getattr(rule, says)]
TERMS = frozenset({"Losses"})
"""Terms that the library of the examples can define."""


def document_of(example: str, kind: str) -> Document:
    """Return an example as an agreement of its clauses, or as an equality analysis of its sections."""
    read = read_blocks(example, "example.md")
    assert read.problems == ()
    if kind != "agreement":
        return number(Document(kind, "Example", (Part("body", children=read.blocks),)), Scheme())
    return number(Document(kind, "Example", (Part("operative", children=tuple(map(_clause, read.blocks))),)), Scheme())


def _clause(block: Block) -> Block:
    return Block("clause", (), block.children, block.id, block.heading, place=block.place)


def found(name: str, example: str) -> list[Problem]:
    kind = "equality" if name == "equality-conclusion" else "agreement"
    return [problem for problem in check(document_of(example, kind), TERMS) if problem.rule == name]


@pytest.mark.parametrize(("name", "says", "example"), EXAMPLES)
def test_an_example_passes_or_fails_as_it_says(name, says, example):
    assert bool(found(name, example)) == (says == "FAILS")


@pytest.mark.parametrize(("name", "example"), [(name, example) for name, says, example in EXAMPLES if says == "FAILS"])
def test_what_a_rule_finds_has_its_level_a_place_and_a_remedy(name, example):
    for problem in found(name, example):
        assert problem.level == RULES[name].LEVEL
        assert problem.place.file == "example.md"
        assert problem.message.endswith((".", "?"))
        assert problem.remedy.endswith((".", "?"))


@pytest.mark.parametrize("name", RULES)
def test_a_rule_says_what_it_guards_on_what_authority_and_gives_an_example_of_each_kind(name):
    rule = RULES[name]
    assert rule.AUTHORITY
    assert rule.PASSES
    assert rule.FAILS
    assert (rule.__doc__ or "").split("\n")[0].endswith(".")
    assert rule.__name__.rpartition(".")[2] == name.replace("-", "_")


@pytest.mark.parametrize("name", RULES)
def test_the_command_explains_a_rule_with_its_examples(name):
    lines = explain(PROJECT, name, ())
    told = "\n".join(lines)
    assert lines[0] == f"Rule {name} ({RULES[name].LEVEL})"
    assert RULES[name].AUTHORITY in told
    for example in (*RULES[name].PASSES, *RULES[name].FAILS):
        for line in example.splitlines():
            assert line in told


def test_a_conclusion_on_equality_signed_by_an_officer_is_let_through():
    said = Text("No adverse impact.", "equality.answers.0.says")
    document = Document("equality", "Example", (Part("body", children=(Block("words", (said,)),)),))
    assert [problem.rule for problem in check(document)] == ["equality-conclusion"]
    assert check(document, answered=frozenset({"equality.answers.0.says"})) == []
