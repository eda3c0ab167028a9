"""Every rule holds against its own examples, and the command explains it with them."""

from __future__ import annotations

import re
import shutil
import textwrap
from functools import cache
from typing import TYPE_CHECKING

import pytest
from whole import PROJECT, ROOT, copy_of, partnership

from section75.commands.explain import explain
from section75.commands.judging import Judging
from section75.document.house import Scheme
from section75.document.numbering import number
from section75.document.tree import Block, Document, Part, Text, plain
from section75.project import Project
from section75.rules import Facts, check, check_facts, rules
from section75.text.markup import read_blocks

if TYPE_CHECKING:
    from section75.problems import Problem
    from section75.project import Partnership

RULES = rules()
EXAMPLES = [(name, says, example) for name, rule in RULES.items() for says in ("PASSES", "FAILS") for example in getattr(rule, says)]
KINDS = {"equality-conclusion": "equality", "double-negative": "report"}
TERMS = frozenset({"Losses"})
"""Terms that the library of the examples can define."""


def document_of(example: str, kind: str) -> Document:
    """Return an example as an agreement of its clauses and schedules, or as an equality analysis of its sections."""
    read = read_blocks(example, "example.md")
    assert read.problems == ()
    if kind != "agreement":
        return number(Document(kind, "Example", (Part("body", children=read.blocks),)), Scheme())
    clauses = tuple(_clause(block) for block in read.blocks if not _is_schedule(block))
    schedules = (Part("schedule", one.heading, one.children, one.id, place=one.place) for one in read.blocks if _is_schedule(one))
    return number(Document(kind, "Example", (Part("operative", children=clauses), *schedules)), Scheme())


def _is_schedule(block: Block) -> bool:
    return plain(block.heading).startswith("Schedule: ")


def _clause(block: Block) -> Block:
    return Block("clause", (), block.children, block.id, block.heading, place=block.place)


@pytest.fixture(scope="module")
def read(tmp_path_factory):
    """Return the facts of an example: its YAML laid over a complete partnership of two, each part of a file replaced as a whole.

    The texts are laid out and checked once, and each example is read once.
    """
    river = ROOT / "tests" / "cases" / "good" / "river" / "agreements" / "river"
    project = Project(copy_of(tmp_path_factory.mktemp("rules"), river))
    folder = project.root / "agreements" / "river"

    @cache
    def laid_over(yaml: str) -> Partnership:
        shutil.rmtree(folder)
        shutil.copytree(river, folder)
        for name, own in _parts(yaml).items():
            path = {"report": next(folder.glob("reports/*.yaml")), "figures": folder / "figures" / "2026-q2.yaml"}.get(name)
            path = path or folder / f"{name}.yaml"
            path.parent.mkdir(exist_ok=True)
            below = _parts(path.read_text(encoding="utf-8")) if path.is_file() else {}
            parts = below | _parts(textwrap.dedent(own.partition("\n")[2]))
            path.write_text("".join(parts.values()), encoding="utf-8")
        return project.read("river")

    return laid_over


def _parts(yaml: str) -> dict[str, str]:
    """Return the parts of YAML by their first words, each with the lines beneath it."""
    return {part.partition(":")[0]: part for part in re.split(r"^(?=[a-z])", yaml, flags=re.MULTILINE) if re.match(r"[a-z]", part)}


def found(name: str, example: str, read) -> list[Problem]:
    yaml, between, markdown = example.partition("---\n")
    if not re.match(r"(agreement|report|equality|figures):\n", example):
        yaml, markdown = "", example
    facts, agreement, report = Facts(), None, None
    if yaml:
        partnership = read(yaml)
        facts, agreement, report = partnership.facts, partnership.agreement, next(iter(partnership.reports.values()))
    problems = check_facts(facts) if not between or not yaml else []
    if markdown:
        problems += check(document_of(markdown, KINDS.get(name, _kind(name))), TERMS, frozenset(), agreement, report, facts)
    return [problem for problem in problems if problem.rule == name]


def _kind(name: str) -> str:
    return "report" if ".reports." in RULES[name].__name__ else "agreement"


@pytest.mark.parametrize(("name", "says", "example"), EXAMPLES)
def test_an_example_passes_or_fails_as_it_says(name, says, example, read):
    assert bool(found(name, example, read)) == (says == "FAILS")


@pytest.mark.parametrize(("name", "example"), [(name, example) for name, says, example in EXAMPLES if says == "FAILS"])
def test_what_a_rule_finds_has_its_level_a_place_and_a_remedy(name, example, read):
    for problem in found(name, example, read):
        assert problem.level == RULES[name].LEVEL
        assert problem.place.file == "example.md" or problem.place.file.startswith("agreements/river/")
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


@pytest.mark.parametrize("name", PROJECT.names)
def test_the_reports_of_the_project_keep_the_rules_of_reports(name):
    read = partnership(name)
    judging = Judging(read, PROJECT.terms())
    problems = judging.facts()
    for paper in (paper for paper in read.papers if read.report(paper)):
        problems += judging.paper(paper, read.draft(paper).drafted.document)
    assert [str(problem) for problem in problems if problem.level in ("error", "warning")] == []
