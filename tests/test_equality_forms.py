"""Every form of an equality analysis: it drafts, asks every question of every characteristic, and says nothing that no officer has said."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest
from cases import RIVER, ROOT, laid_out
from whole import LANCASHIRE

from section75.document.index import flat, walk
from section75.document.tree import Blank, Block, plain
from section75.facts.dates import day
from section75.facts.equality import CHARACTERISTICS, LOCAL, OF_EACH, QUESTIONS
from section75.project import Project
from section75.rules import check
from section75.rules.drafting.equality_conclusion import CONCLUSION, ID

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Literal

    from section75.project import Made, Partnership

    Answers = Literal["none", "all"]
    Drafts = Callable[[str, str, str, Answers], tuple[Partnership, Made]]

FORMS = sorted(path.stem for path in (ROOT / "templates" / "equality").glob("*.md"))
AGREEMENTS = {
    "river": ("2026-02-05-cabinet", "plan", "the Riverside Plan", "May 2025"),
    LANCASHIRE: ("2017-07-13-cabinet", "case_for_change", "Reshaping Mental Health Services: A Case for Change", "November 2014"),
}
"""For each agreement: the report; and what was analysed before, with its title and date."""

NINE = tuple(key for key, _ in CHARACTERISTICS)
FOURTEEN = (*NINE, *(key for key, _ in LOCAL))
OF_THE_WHOLE = tuple(question for question in QUESTIONS if question not in ("mitigation", "found"))
PREVIOUS = ("previous_plan", "previous_result", "previous_change")
AFTER = ("functions_after", "staff_after", "joint_after")
SCREENED = ("found", "screening", "groups")
"""What only a form asks that screens before it assesses."""
FOUR = ("who_uses", "feedback", "effect", "mitigation")

ASKED = {
    "cambridgeshire": {
        **dict.fromkeys((*NINE, "rural_isolation", "deprivation"), (*FOUR, "rating")),
        "all": (
            *("who_uses", "background", "feedback", "engagement", "opportunity", "combined", "reduction", "weighing", "proposal"),
            *("monitoring", "changes", "stays", "others", "relations"),
        ),
    },
    "default": {
        **dict.fromkeys(FOURTEEN, tuple(question for question in OF_EACH if question not in SCREENED)),
        "all": tuple(question for question in OF_THE_WHOLE if question not in (*PREVIOUS, *AFTER, *SCREENED)),
    },
    "kent": {
        **dict.fromkeys(NINE, ("who_uses", "effect", "opportunity", "mitigation", "found")),
        "all": (
            *("proposal", "rating", "background", "engagement", "feedback", "effect", "combined", "weighing", "reduction", "monitoring"),
            *("changes", "others", "screening", "groups"),
        ),
    },
    "lancashire": {
        **dict.fromkeys(NINE, FOUR),
        "all": (
            *("who_uses", "feedback", "effect", "area", "others", "changes", "stays", "background", "engagement", "combined", "results"),
            *("reduction", "weighing", "proposal", "monitoring"),
        ),
    },
    "warwickshire": {
        **dict.fromkeys(NINE, FOUR),
        **dict.fromkeys(("carers", "deprivation", "rural_isolation"), ("effect",)),
        "all": (
            *("who_uses", "background", "feedback", "engagement", "effect", "combined", "weighing", "reduction", "opportunity"),
            *("proposal", "monitoring", "changes", "others", "relations"),
        ),
    },
}
"""What each council's form asks about each characteristic, and about the whole; an update asks three more, and an ending three others."""

EVERY = pytest.mark.parametrize("form", FORMS)
KINDS = pytest.mark.parametrize("kind", ["new", "update"])
BOTH = pytest.mark.parametrize("name", sorted(AGREEMENTS))


def asked(form: str, kind: str) -> set[tuple[str, str]]:
    pairs = {(characteristic, question) for characteristic, questions in ASKED[form].items() for question in questions}
    return pairs | {("all", question) for question in PREVIOUS if kind == "update"}


def says(characteristic: str, question: str) -> str:
    return f"No impact, said of {characteristic} and {question}"


def signed(characteristic: str, question: str) -> str:
    return f"{says(characteristic, question)} (Jo Bloggs, 1 May 2026; source: the census)"


def every_answer() -> list[dict[str, str]]:
    of_each = [(characteristic, question) for characteristic in FOURTEEN for question in OF_EACH]
    return [
        {
            "characteristic": characteristic,
            "question": question,
            "says": says(characteristic, question),
            "by": "Jo Bloggs",
            "on": "1 May 2026",
            "source": "the census",
        }
        for characteristic, question in (*of_each, *(("all", question) for question in OF_THE_WHOLE))
    ]


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> Drafts:
    """Draft a form on the facts of an agreement, as new or update, with no answer or with every answer."""
    root: Path = laid_out(tmp_path_factory.mktemp("forms"), RIVER)
    shutil.copytree(ROOT / "agreements" / LANCASHIRE, root / "agreements" / LANCASHIRE)
    project = Project(root)

    @cache
    def draft(form: str, kind: str, name: str, answers: Answers) -> tuple[Partnership, Made]:
        report, previous = AGREEMENTS[name][:2]
        facts = {"form": form, "house": "default", "kind": kind, "report": report, "answers": every_answer() if answers == "all" else []}
        earlier = {"previous": previous} if kind == "update" else {}
        (root / "agreements" / name / "equality.yaml").write_text(json.dumps(facts | earlier, indent=1), encoding="utf-8")
        partnership = project.read(name)
        return partnership, partnership.draft("equality")

    return draft


def content(made: Made) -> list[tuple[str, list[str]]]:
    """Return the words of each block, and the labels of its blanks; what stands before the title depends on how many blanks there are."""
    blocks = [block for part, block, _ in walk(made.drafted.document) if block and part.kind == "body"]
    return [(words(block), [inline.label for inline in flat(block.content) if isinstance(inline, Blank)]) for block in blocks]


def words(block: Block) -> str:
    return plain(block.content) + block.end


def replaced(before: Made, after: Made) -> dict[str, list[str]]:
    """Return the words that took the place of blanks, each with the labels of the blanks that are gone from there."""
    return {
        new: [label for label in labels if label not in left]
        for (_, labels), (new, left) in zip(content(before), content(after), strict=True)
        if labels != left
    }


def test_each_form_states_what_it_asks():
    assert sorted(ASKED) == FORMS


@pytest.mark.thorough
@EVERY
@KINDS
@BOTH
def test_a_form_drafts_without_problems_whether_or_not_an_officer_has_answered(form, kind, name, drafts):
    for answers in ("none", "all"):
        partnership, made = drafts(form, kind, name, answers)
        found = check(made.drafted.document, partnership.project.terms(), partnership.answered, partnership.agreement)
        assert [f"{problem.place}: {problem.message}" for problem in found if problem.level != "advice"] == []


@pytest.mark.thorough
@EVERY
@KINDS
@BOTH
def test_each_question_has_a_blank_of_its_own_and_the_answer_stands_in_its_place(form, kind, name, drafts):
    (_, before), (_, after) = drafts(form, kind, name, "none"), drafts(form, kind, name, "all")
    printed = replaced(before, after)
    gone = [label for labels in printed.values() for label in labels]
    pairs = asked(form, kind)
    missing = {pair for pair in pairs if not any(signed(*pair) in new for new in printed)}
    assert missing == set()
    assert len(gone) == len(set(gone)) == len(pairs)
    assert all(label.startswith("OFFICER TO COMPLETE: ") for label in gone)


@EVERY
@KINDS
@BOTH
def test_a_form_concludes_nothing_where_no_officer_has_answered(form, kind, name, drafts):
    partnership, made = drafts(form, kind, name, "none")
    assert [words for words, _ in content(made) if CONCLUSION.search(words)] == []
    assert [problem for problem in check(made.drafted.document, agreement=partnership.agreement) if problem.rule == ID] == []


@EVERY
@BOTH
def test_an_update_names_what_was_analysed_before(form, name, drafts):
    title, when = AGREEMENTS[name][2:]
    _, made = drafts(form, "update", name, "none")
    printed = "\n".join(words for words, _ in content(made))
    assert f"“{title}”" in printed
    assert when in printed


def test_the_default_form_asks_every_question_there_is():
    every = {(answer["characteristic"], answer["question"]) for answer in every_answer()}
    assert asked("default", "update") == {pair for pair in every if pair[1] not in (*AFTER, *SCREENED)}


@EVERY
def test_a_form_for_a_decision_before_the_duty_of_the_act_of_2010_is_warned_about_and_none_on_its_first_day(form, drafts):
    partnership, made = drafts(form, "new", "river", "none")

    def told(at: str) -> list[tuple[str, str]]:
        facts = replace(partnership.facts, dated=replace(partnership.facts.dated, as_at=day(at)))
        found = check(made.drafted.document, agreement=partnership.agreement, facts=facts)
        return [
            (problem.level, problem.message.partition(";")[0]) for problem in found if problem.rule == "tl-c" and "149" in problem.message
        ]

    assert [(level, words.casefold()) for level, words in told("4 April 2011")] == [
        ("warning", "“section 149 of the equality act 2010” is named as if it were good law on 4 april 2011")
    ]
    assert told("5 April 2011") == []
