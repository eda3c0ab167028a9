"""`new`: a commented file of facts to fill in, which builds at once with blanks.

In: the name of an agreement and the answers of a newcomer; what is missing is asked for at a terminal, and nowhere else.
Out: `agreement.yaml`, a report or `equality.yaml`. A file that is there already is never touched.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar

from section75.commands.begun import ARRANGEMENTS, FUNDS, KINDS, SIDES, TYPES, Answers, facts_of
from section75.commands.composing import composed, slug
from section75.facts.agreement import Agreement
from section75.facts.dates import day, financial_year
from section75.facts.equality import EqualityAnalysis
from section75.facts.faults import Fault
from section75.facts.raw import Words
from section75.facts.reader import read_yaml
from section75.facts.reading import read_facts
from section75.facts.report import KINDS as REPORTS
from section75.facts.report import Report
from section75.filing.files import write_all
from section75.problems import Place, Problem, Refused, one_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from section75.facts.fact import Fact
    from section75.facts.skeleton import Stated

Value = TypeVar("Value")

FORMS: Final = ("under hand", "deed")


class Mistyped(Exception):  # noqa: N818 - what the newcomer is told, not a fault of the program
    """An answer that is missing or is not one of the choices."""


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask: the option it is given by, what is asked at a terminal, and what it may be, if only a few."""

    option: str
    words: str
    choices: tuple[str, ...] = ()


AGREEMENT: Final = (
    Question("kind", "What is it", KINDS),
    Question("arrangement", "How do the partners work together (several with commas)", ARRANGEMENTS),
    Question("service", "What is the service called"),
    Question("council", "What is the full name of the council"),
    Question("council_type", "What kind of council is it", TYPES["council"]),
    Question("nhs", "What is the full name of the NHS body"),
    Question("nhs_type", "What kind of NHS body is it", TYPES["nhs"]),
    Question("lead", "Which of them leads the service, and hosts the fund if there is one", SIDES),
)
YEAR: Final = Question("year", "From which financial year do the partners contribute, such as 2026/27")
REPORT: Final = (
    Question("report", "What is decided", REPORTS),
    Question("on", "On which day"),
    Question("body", "Who decides"),
)


def begin(root: Path, name: str, options: Mapping[str, str], ask: Callable[[str], str] | None) -> Path:
    """Write what the options ask for and return its file; `ask` asks the person at the terminal, if there is one."""
    if options["equality"]:
        return new_equality(root, name)
    if options["report"]:
        return new_report(root, name, answered(REPORT, options, ask), options["title"])
    answers = answered(AGREEMENT, options, ask)
    if any(fund in answers["arrangement"].split(", ") for fund in FUNDS):
        answers |= answered((YEAR,), options, ask)
    return new_agreement(root, name, answers, options["title"], options["form"])


def answered(questions: Sequence[Question], given: Mapping[str, str], ask: Callable[[str], str] | None) -> dict[str, str]:
    """Return an answer to each question: what was given, or else what a person at the terminal says.

    Raises `Mistyped` with all that is missing, where there is nobody to ask.
    """
    answers = {question.option: given.get(question.option, "").strip() for question in questions}
    for question in questions:
        if not answers[question.option] and ask:
            answers[question.option] = _asked(question, ask)
    missing = [question for question in questions if not answers[question.option]]
    if missing:
        raise Mistyped(f"Say also {', '.join(_option(question) for question in missing)}. Nothing is asked where nobody is at a terminal.")
    for question in questions:
        _chosen(question, answers[question.option])
    return answers


def new_agreement(root: Path, name: str, answers: Mapping[str, str], title: str, form: str) -> Path:
    """Write the facts of a new agreement and return their file."""
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
        raise Mistyped(f"“{name}” is no name of a folder. Use small letters, figures and hyphens: {slug(name) or 'our-partnership'}.")
    if form not in FORMS:
        raise Mistyped(f"There is no form “{form}”. {one_of(form, FORMS)}")
    arrangements = tuple(one.strip() for one in answers["arrangement"].split(","))
    said = {part: answers[part] for part in ("kind", "service", "council", "council_type", "nhs", "nhs_type", "lead")}
    year = _read(financial_year, answers["year"]) if answers.get("year") else ""
    facts = facts_of(Answers(**said, arrangements=arrangements, year=str(year), title=title, form=form))
    defaults, _ = read_yaml(root / "templates" / "defaults.yaml", "templates/defaults.yaml")
    return _written(root, f"agreements/{name}/agreement.yaml", Agreement, facts, tuple(defaults))


def new_report(root: Path, name: str, answers: Mapping[str, str], title: str) -> Path:
    """Write the facts of a new report of an agreement and return their file."""
    on = _read(day, answers["on"])
    agreement = _of(root, name)
    facts: dict[str, Stated] = {
        "kind": answers["report"],
        "house": agreement.get("house", "default"),
        "title": title or agreement.get("title", name),
        "meeting": {"body": answers["body"], "date": f"{on.isoformat()}"},
        "recommendations": [],
    }
    return _written(root, f"agreements/{name}/reports/{on.isoformat()}-{slug(answers['body'])}.yaml", Report, facts)


def new_equality(root: Path, name: str) -> Path:
    """Write the facts of a new equality analysis, of the newest report, and return their file."""
    agreement = _of(root, name)
    reports = sorted(path.stem for path in (root / "agreements" / name / "reports").glob("*.yaml"))
    file = f"agreements/{name}/equality.yaml"
    if not reports:
        remedy = "Make the report first: new NAME --report approve --on DATE --body WORDS."
        raise Refused([Problem(Place(file), "new", "error", "There is no report that it informs.", remedy)])
    house = agreement.get("house", "default")
    form = house if (root / "templates" / "equality" / f"{house}.md").is_file() else "default"
    return _written(root, file, EqualityAnalysis, {"form": form, "house": house, "kind": "new", "report": reports[-1]})


def _read(read: Callable[[str], Value], words: str) -> Value:
    """Return what words say, or tell the newcomer how to write it."""
    try:
        return read(words)
    except Fault as fault:
        raise Mistyped(f"{fault.message} {fault.remedy}") from None


def _of(root: Path, name: str) -> dict[str, str]:
    """Return what the agreement says in words, whether or not all its facts are sound."""
    file = f"agreements/{name}/agreement.yaml"
    if not (root / file).is_file():
        names = [path.parent.name for path in (root / "agreements").glob("*/agreement.yaml")]
        raise Refused([Problem(Place("agreements"), "name", "error", f"There is no agreement “{name}”.", one_of(name, names))])
    tree, _ = read_facts(Agreement, root / file, file)
    return {key: str(value) for key, value in tree.items() if isinstance(value, Words) and not value.unknown}


def _written(root: Path, file: str, model: type[Fact], facts: Mapping[str, Stated], elsewhere: Sequence[str] = ()) -> Path:
    if (root / file).exists():
        raise Refused([Problem(Place(file), "new", "error", "This file is there already.", "It was not touched: choose another name.")])
    write_all({root / file: composed(file, model, facts, elsewhere).encode()})
    return root / file


def _asked(question: Question, ask: Callable[[str], str]) -> str:
    may_be = f" ({', '.join(question.choices)})" if question.choices else ""
    return ask(f"{question.words}?{may_be} ").strip()


def _chosen(question: Question, answer: str) -> None:
    for one in answer.split(",") if question.option == "arrangement" else [answer]:
        if question.choices and one.strip() not in question.choices:
            raise Mistyped(f"{_option(question)}: “{one.strip()}” is not one of the choices. {one_of(one.strip(), question.choices)}")


def _option(question: Question) -> str:
    return f"--{question.option.replace('_', '-')}"
