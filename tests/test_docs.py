"""What is written for people is true: examples in docstrings, the command in README, and the names in templates/README."""

from __future__ import annotations

import argparse
import doctest
import re
import tomllib
from importlib import import_module

import pytest
from test_walls import MODULES
from whole import PROJECT, ROOT

import section75
from section75.commands.verbs import parser, verbs
from section75.facts.agreement import Agreement
from section75.facts.arrangement import Arrangement
from section75.facts.partners import Partner
from section75.facts.term import Periods
from section75.rules import reports, rules
from section75.text.environment import Environment
from section75.text.library import HEADER

README = (ROOT / "README.md").read_text(encoding="utf-8")
FOR_LAWYERS = (ROOT / "templates" / "README.md").read_text(encoding="utf-8")


# ------------------------------------------------------------------ docstrings


@pytest.mark.parametrize("module", MODULES)
def test_the_examples_in_docstrings_are_true(module):
    assert doctest.testmod(import_module(module)).failed == 0


def test_there_are_examples_to_try():
    tried = [test for module in MODULES for test in doctest.DocTestFinder().find(import_module(module)) if test.examples]
    assert len(tried) >= 20


@pytest.mark.parametrize("module", MODULES)
def test_every_module_says_what_it_is(module):
    assert (import_module(module).__doc__ or "").strip()


# ------------------------------------------------------------------ the command


def options() -> dict[str, list[str]]:
    """Return the options of each command."""
    (commands,) = [action for action in parser()._actions if isinstance(action, argparse._SubParsersAction)]  # noqa: SLF001 - no other way
    return {
        name: [option for action in command._actions for option in action.option_strings if option.startswith("--")]  # noqa: SLF001
        for name, command in commands.choices.items()
    }


def table_of_commands() -> dict[str, str]:
    """Return each line of README's table of commands, by command."""
    return {words.split()[0]: words for words in re.findall(r"^\| `([^`]+)` \|", README, re.MULTILINE) if words.split()[0] in verbs()}


def test_the_command_has_the_commands_it_says_it_has():
    assert tuple(options()) == tuple(verbs())


@pytest.mark.parametrize("command", sorted(verbs()))
def test_readme_lists_every_command_with_its_options_and_no_others(command):
    said = table_of_commands()[command]
    assert set(re.findall(r"--[a-z-]+", said.split(" | ")[0])) == set(options()[command]) - {"--help"}


def test_readme_uses_no_option_that_there_is_not():
    known = {option for each in options().values() for option in each} | {"--require-hashes"}
    assert set(re.findall(r"--[a-z][a-z-]+", README)) <= known


def test_what_readme_points_at_is_there():
    links = [link for link in re.findall(r"\]\(([^)]+)\)", README) if not link.startswith("http")]
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_changelog_has_the_version_and_all_places_agree_on_it():
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert version == section75.__version__
    assert re.search(rf"^## \[?{re.escape(version)}\b", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)


# ------------------------------------------------------------------ the names that lawyers use


def line_of(beginning: str) -> str:
    (line,) = [line for line in FOR_LAWYERS.splitlines() if line.startswith(beginning)]
    return line


def coded(words: str) -> set[str]:
    """Return the plain names between back ticks."""
    return {name for one in re.findall(r"`([^`]+)`", words) for name in re.findall(r"^\.?(\w+)(?:\(.*\))?$", one)}


def test_filters_are_those_that_the_readme_lists():
    asked_for = {name for name in Environment().filters if name.isidentifier()}
    assert coded(line_of("Filters: ")) == asked_for


def test_tests_are_those_that_the_readme_lists():
    assert set(re.findall(r" is (\w+)`", line_of("Tests: "))) == set(Environment().tests) - {"in"}


def test_keys_of_a_header_are_those_that_the_readme_lists():
    assert coded(line_of("Header (")) >= set(HEADER)


def test_what_follows_from_the_facts_is_what_the_readme_lists():
    properties = {name for name, value in vars(Arrangement).items() if isinstance(value, property)}
    rows = [line for line in FOR_LAWYERS.splitlines() if line.startswith("| `arrangement.")]
    first = {name for row in rows for name in re.findall(r"`(?:arrangement)?\.(\w+)`", row.split("|")[1])}
    beside = set(re.findall(r"`\.(\w+)`", line_of("| `arrangement.exercises`")))
    assert coded(line_of("| `arrangement.` flags")) | first | beside == properties


@pytest.mark.parametrize(("row", "model"), [("periods", Periods), ("partners", Partner)])
def test_the_fields_that_the_readme_lists_are_there(row, model):
    listed = coded(line_of(f"| `{row}` |").split("|", 2)[2])
    has = set(model.model_fields) | {name for name in dir(model) if not name.startswith("_")}
    assert listed - has - {"notices"} == set()


def test_every_period_is_listed():
    assert coded(line_of("| `periods` |").split("|", 2)[2]) == set(Periods.model_fields)


def test_every_name_at_the_left_of_the_table_of_facts_is_one_that_templates_have():
    table = FOR_LAWYERS.split("## Facts")[1].split("## House style")[0]
    left = {name for row in re.findall(r"^\| (.+?) \|", table, re.MULTILINE) for name in coded(row)}
    known = {*Agreement.model_fields, "arrangement", "law", "money", "resources", "statement", "council", "nhs", "care_council"}
    assert left - known == set()


def test_every_text_compiles_and_names_only_what_there_is():
    assert PROJECT.text_problems == ()


def test_each_check_found_in_real_reports_names_the_rules_that_make_it():
    rows = re.findall(r"^\| ([0-9]+)\. .+ \| .+ \| (.+) \|$", reports.__doc__ or "", re.MULTILINE)
    assert [int(number) for number, _ in rows] == list(range(1, 26))
    named = [re.findall(r"`([a-z0-9-]+)`", made) for _, made in rows]
    assert all(named)
    of_law = re.findall(r"^\| CAB-([0-9]+) \| .+ \| (.+) \|$", reports.__doc__ or "", re.MULTILINE)
    assert [int(number) for number, _ in of_law] == list(range(1, 21))
    named += [re.findall(r"`([a-z0-9-]+)`", made) for _, made in of_law]
    of_reports = {name for name, rule in rules().items() if rule.__name__.startswith(f"{reports.__name__}.")}
    assert {name for names in named for name in names} <= of_reports


def test_every_rule_is_told_from_its_file():
    files = [path for path in (ROOT / "section75" / "rules").glob("*/*.py") if path.stem != "__init__"]
    assert len(rules()) == len(files)
