"""The real cases of overspends and underspends: facts in YAML, and what a finance officer is told of them.

Each `expected.md` says what is real and what is illustrative, reckons the figures, and gives the command and all that it prints.
"""

import re
import shlex

import pytest
from cases import CASES, ROOT

from section75.commands.forecast import Asked, forecast_asked
from section75.commands.forecast_lines import told
from section75.commands.verbs import parser
from section75.drafting.steps import PlainSteps
from section75.facts.agreement import Agreement
from section75.facts.base import read_model
from section75.facts.law import read_roles
from section75.shelves import Shelves
from section75.text.library import Library

MONEY = CASES / "money"
BLOCK = re.compile(r"```\n\$ forecast (?P<words>[^\n]+)\n\n(?P<lines>.*?)```", re.DOTALL)
TOLD = {
    f"{file.parent.name}-{number}": (file.parent, found["words"], found["lines"])
    for file in sorted(MONEY.glob("*/expected.md"))
    for number, found in enumerate(BLOCK.finditer(file.read_text(encoding="utf-8")), 1)
}


def facts(case):
    """Return the agreement of a case."""
    return read_model(Agreement, case / "agreement.yaml", f"{case.name}/agreement.yaml")


def shown(agreement, words):
    """Return what the command prints of a forecast."""
    given = parser().parse_args(["forecast", *shlex.split(words)])
    made = forecast_asked(agreement, Asked(given.name, given.scheme, given.year, given.found, given.fault))
    steps = PlainSteps.of(agreement, Shelves(ROOT).steps(Library(ROOT)), read_roles(ROOT / "templates" / "law", "templates/law"))
    return "\n".join(told(agreement, made, steps.said)) + "\n"


@pytest.mark.parametrize("name", TOLD)
def test_a_real_case_is_told_as_it_was_reckoned_by_hand(name):
    case, words, lines = TOLD[name]
    assert shown(facts(case), words) == lines


def test_every_real_case_of_the_issue_is_there():
    named = {name.rpartition("-")[0] for name in TOLD}
    assert named >= {
        "agree-then-fall-back",
        "berkshire-eight-parties",
        "dowry-excess",
        "herefordshire-three-pools",
        "luton-fixed-and-variable",
        "provider-contains",
        "rotherham-waterfall",
    }
