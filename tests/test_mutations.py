"""Each rule guards against one way of breaking a lawful partnership: it alone finds it, at the right file, line and column."""

from __future__ import annotations

import doctest
from functools import cache
from typing import TYPE_CHECKING

import pytest
import splicing
from breaking import edited, folder_of, lawful, placed
from cases import CASES, laid_out

from section75.commands.judging import Judging
from section75.project import Project
from section75.rules import rules

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from section75.partnership import Partnership
    from section75.problems import Problem
    from section75.rules.mutations import Mutation

    Judge = Callable[[str, Mapping[str, str], str], list[Problem]]

MUTATIONS = [(name, mutation) for name, rule in rules().items() for mutation in getattr(rule, "MUTATIONS", ())]


@pytest.fixture(scope="module")
def judge(tmp_path_factory) -> Judge:
    """Return what the rules find in the facts, and in one drafted paper, of a base whose files are replaced by others."""

    @cache
    def base_project(base: str) -> tuple[Project, frozenset[str]]:
        project = Project(laid_out(tmp_path_factory.mktemp(base), CASES / "good" / base))
        return project, project.terms()

    @cache
    def judged(base: str, files: frozenset[tuple[str, str]], paper: str) -> list[Problem]:
        project, terms = base_project(base)
        _write(project, base, dict(files))
        read = project.read(base)
        judging = Judging(read, terms)
        drafted = read.draft(_named(read, paper)).drafted.document
        found = [*judging.facts(), *judging.paper(_named(read, paper), drafted)]
        return [problem for problem in found if problem.level not in ("waived", "information")]

    return lambda base, files, paper: judged(base, frozenset(files.items()), paper)


def _write(project: Project, base: str, files: Mapping[str, str]) -> None:
    """Make the files of a partnership these, and no others."""
    folder = project.root / folder_of(base).relative_to(CASES / "good" / base)
    for path in folder.rglob("*.*"):
        if path.relative_to(folder).as_posix() not in files:
            path.unlink()
    for file, text in files.items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(text, encoding="utf-8")


def _named(read: Partnership, paper: str) -> str:
    """Return the name of a paper of a partnership; of several reports or figures the last."""
    last = {"report": read.reports, "figures": read.figures}.get(paper)
    return paper if last is None else f"{'reports' if paper == 'report' else paper}/{max(last)}"


@pytest.mark.parametrize(("name", "mutation"), MUTATIONS)
def test_exactly_that_rule_finds_what_was_broken_where_it_was_broken(name: str, mutation: Mutation, judge: Judge):
    sound = edited(lawful(mutation.base), mutation.lawful)
    broken = edited(sound, mutation.edits)
    before = {(problem.rule, problem.message) for problem in judge(mutation.base, sound, mutation.paper)}
    new = [problem for problem in judge(mutation.base, broken, mutation.paper) if (problem.rule, problem.message) not in before]
    found = [problem for problem in new if problem.rule == name or (problem.level != "advice" and problem.rule not in mutation.also)]
    place = f"agreements/{mutation.base}/{placed(broken, mutation.at)}"
    assert [(problem.rule, str(problem.place)) for problem in found] == [(name, place)], "\n".join(map(str, found))
    assert found[0].level == rules()[name].LEVEL


LAWFUL = sorted({(mutation.base, tuple(mutation.lawful.items()), mutation.paper) for _, mutation in MUTATIONS}, key=str)


@pytest.mark.parametrize(("base", "edits", "paper"), LAWFUL)
def test_a_partnership_is_lawful_before_it_is_broken(base: str, edits: tuple[tuple[str, str | None], ...], paper: str, judge: Judge):
    found = judge(base, edited(lawful(base), dict(edits)), paper)
    dated_back = "law_as_at" in dict(edits)  # then it names bodies and Acts of another time, which is beside the point here
    held = [problem for problem in found if problem.level != "advice" and not (dated_back and problem.rule.startswith("tl-"))]
    assert [str(problem) for problem in held] == []


BLANKS = (
    {"law_as_at": "TBC", "improvement": "TBC", "consultation": "TBC", "executed_on": "TBC"},
    {"consultation.consulted": "TBC", "consultation.opened": "TBC", "consultation.closed": "TBC"},
    {"functions.adult_care.sections": "TBC", "functions.community_health.sections": "TBC", "schemes.reablement.services": "TBC"},
    {"functions.adult_care.sections": None, "functions.community_health.sections": None, "schemes.reablement.services": None},
    {"functions.adult_care.sections": "[the whole Act]", "schemes.reablement.delegated": None},
    {"schemes.reablement.functions": None, "schemes.reablement.delegated": None},
)
"""What is not known yet: each is listed as a blank, and is no finding of a rule of law."""


@pytest.mark.parametrize("edits", BLANKS)
def test_what_is_not_known_yet_is_no_breach_of_law(edits: dict[str, str | None], judge: Judge):
    found = judge("fully-stated", edited(lawful("fully-stated"), edits), "agreement")
    assert [str(problem) for problem in found if problem.rule.startswith(("reg3", "reg4", "reg5", "reg6"))] == []


@pytest.mark.parametrize("name", sorted(rules()))
def test_every_rule_has_a_mutation(name: str):
    assert getattr(rules()[name], "MUTATIONS", ())


def test_the_examples_of_splicing_are_true():
    assert doctest.testmod(splicing).failed == 0
