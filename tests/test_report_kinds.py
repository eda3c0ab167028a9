"""Every kind of decision: its sections, its overlays, its recommendations, and the papers that say the same in another form."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from whole import LANCASHIRE, ROOT, copy_of, drafted, paragraphs
from whole import partnership as partnership_of

from section75.document.tree import plain
from section75.drafting.choosing import Choosing
from section75.facts.agreement import Agreement
from section75.facts.base import read_model
from section75.facts.report import KINDS, VERBS, Report
from section75.facts.sections import read_section_rules
from section75.project import Partnership, Project
from section75.reading import POINTED_AT
from section75.shelves import Shelves
from section75.text.houses import read_house
from section75.text.library import Library
from section75.text.verbs import conjugated
from section75.writers import written

if TYPE_CHECKING:
    from pathlib import Path

    from section75.document.tree import Block, Document

NAME = "2017-07-13-cabinet"
FORMATS = ("docx", "pdf", "html", "md")
RULES = read_section_rules(ROOT)

OPTIONS = """
options:
  - {name: Do nothing, advantages: [no cost], disadvantages: [no audit trail], cost: none, rejected_because: disputes would go on}
  - {name: Make an agreement, advantages: [clear shares], disadvantages: [staff time], cost: none, recommended: yes}
"""
URGENT = """
urgency:
  route: special urgency
  because: the funds end on 31 July 2017
  agreed_by: the chair of scrutiny
  agreed_on: 3 July 2017
"""
LATE = """
retrospective: {since: 1 April 2017, because: national guidance was late}
"""
EXEMPT = """
appendices:
  - {label: A, title: Money, exempt: yes, paragraph: 3, public_interest: it would harm the council in negotiation, tells_public: The sums.}
"""
WRONG = """
correction: {of: the notice of 1 June 2017, published: 1 June 2017, said: "It is not a key decision.", should_say: "It is a key decision."}
"""


def partnership(folder: Path, facts: str = "", kind: str = "propose", *, own: bool = False, house: str = "lancashire") -> Partnership:
    """Return the Lancashire partnership with its report of 2017 changed: its kind, house and further facts; its own texts kept or not."""
    whole = partnership_of(LANCASHIRE)
    text = (ROOT / "agreements" / LANCASHIRE / "reports" / f"{NAME}.yaml").read_text(encoding="utf-8")
    if "appendices:" in facts:
        before, _, after = text.partition("appendices:")
        text = before + after[after.index("implications:") :]
    file = folder / "report.yaml"
    text = text.replace("kind: propose", f"kind: {kind}").replace("house: lancashire", f"house: {house}")
    file.write_text(text + facts, encoding="utf-8")
    known = {name: getattr(whole.agreement, name) for name in POINTED_AT}
    return replace(whole, reports={NAME if own else "bare": read_model(Report, file, "report.yaml", known)})


def document(made: Partnership, tail: str = "") -> Document:
    (name,) = made.reports
    return made.draft(f"reports/{name}{tail}").drafted.document


def sections(document: Document) -> list[str]:
    """Return the ids of sections with headings, in order of reading."""
    found: list[str] = []

    def look(block: Block) -> None:
        if block.kind == "section" and block.id:
            found.append(block.id)
        for child in block.children:
            look(child)

    for part in document.parts:
        for block in part.children:
            look(block)
    return found


def said(document: Document) -> str:
    return "\n".join(paragraph.seen for paragraph in paragraphs(document))


def missing(made: Partnership) -> list[str]:
    """Return the sections of which a warning says that there are no facts for them."""
    ((name, report),) = made.reports.items()
    _, style = read_house(ROOT, report.house)
    texts = Shelves(ROOT).sections(Library(ROOT), report.house, made.name, name)
    warned = list(Choosing(report, made.agreement, RULES, texts, style.report).missing())
    assert all(problem.level == "warning" for problem in warned)
    return sorted(problem.message.split("“")[1].split("”")[0] for problem in warned)


# ------------------------------------------------------------------ sections


@pytest.mark.parametrize("house", ["lancashire", "default"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_the_sections_it_needs_and_none_it_never_has(kind, house, tmp_path):
    made = partnership(tmp_path, kind=kind, house=house)
    found = sections(document(made))
    unmet = {"sign-off"} if house == "lancashire" else set()  # its reports have no such section
    assert {name for name, rule in RULES.items() if kind in rule.needs} - set(found) - unmet == set()
    assert [name for name, rule in RULES.items() if kind in rule.never and name in found] == []


@pytest.mark.parametrize("kind", KINDS)
def test_with_the_officers_own_background_a_report_of_any_kind_has_no_section_below_it_and_no_warning(kind, tmp_path):
    made = partnership(tmp_path, kind=kind, own=True)
    assert sections(document(made)) == sections(drafted(LANCASHIRE, f"reports/{NAME}").drafted.document)
    assert missing(made) == []


def test_what_a_decision_needs_and_no_facts_give_is_a_warning_and_a_blank(tmp_path):
    made = partnership(tmp_path, kind="renew")
    assert missing(made) == ["options", "reasons", "timetable", "workforce"]
    assert "[● the other courses that were considered, and why they are not recommended]" in said(document(made))


def test_facts_take_the_place_of_the_blank_and_of_the_warning(tmp_path):
    made = partnership(
        tmp_path, OPTIONS + "reasons: [disputes would end]\nno_implications: [workforce]\ntimetable: {a: {what: x, when: y}}", "renew"
    )
    assert missing(made) == []
    assert "[● the other courses" not in said(document(made))


def test_an_optional_section_is_left_out_till_there_are_facts_for_it(tmp_path):
    bare, told = partnership(tmp_path), partnership(tmp_path, OPTIONS)
    assert ["options" in sections(document(made)) for made in (bare, told)] == [False, True]


def test_every_fact_that_decides_about_a_section_is_one_that_there_is():
    known = {*(f"report.{name}" for name in dir(Report)), *(f"report.{name}" for name in Report.model_fields)}
    known |= {f"agreement.{name}" for name in Agreement.model_fields}
    assert [str(path) for rule in RULES.values() for path in rule.facts if str(path) not in known] == []


# ------------------------------------------------------------------ an end by each route, and overlays


@pytest.mark.parametrize(
    ("route", "words"),
    [
        ("expiry", "The agreement is left to run out on 31 March 2019 and is not renewed."),
        ("notice", "Notice is given on 30 September 2018, and the agreement ends on 31 March 2019."),
        ("mutual", "The partners agree that the agreement ends on 31 March 2019."),
        ("partial", "One part of the agreement ends on 31 March 2019: the pooled fund. The rest goes on."),
    ],
)
def test_an_agreement_ends_by_each_route_in_its_own_words(route, words, tmp_path):
    facts = f"\nending: {{route: {route}, ends: 31 March 2019, notice: 30 September 2018, part: the pooled fund}}\n"
    assert words in said(document(partnership(tmp_path, facts, "end")))


@pytest.mark.parametrize("house", ["lancashire", "kent", "warwickshire", "cambridgeshire", "default"])
@pytest.mark.parametrize(
    ("facts", "section", "words"),
    [
        (URGENT, "urgency", "It cannot reasonably wait because the funds end on 31 July 2017."),
        (LATE, "retrospective", "The arrangements have been in effect since 1 April 2017, before the date of this decision."),
        (EXEMPT, "exempt", "It holds exempt information within paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972"),
        (WRONG, "correction", "It should have said: It is a key decision."),
    ],
)
def test_an_overlay_stands_near_the_head_in_every_house(facts, section, words, house, tmp_path):
    found = document(partnership(tmp_path, facts, house=house))
    assert words in said(found)
    assert sections(found).index(section) <= 1


def test_an_urgent_report_leaves_out_what_can_wait_and_asks_for_less(tmp_path):
    made = partnership(tmp_path, URGENT, "renew")
    assert {"governance", "functions", "workforce"} & set(sections(document(made))) == set()
    assert missing(made) == ["reasons"]


# ------------------------------------------------------------------ verbs


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_follows_its_stem(verb):
    assert conjugated(verb, "infinitive") == verb
    assert conjugated(verb, "third person") == f"{verb}s"
    assert conjugated(verb, "passive").islower()


@pytest.mark.parametrize(("house", "words"), [("lancashire", "Authorise the Director"), ("warwickshire", "Authorises the Director")])
def test_a_house_says_its_recommendations_in_its_own_mood(house, words, tmp_path):
    assert words in said(document(partnership(tmp_path, house=house)))


# ------------------------------------------------------------------ the record and the notice


def test_the_record_says_in_the_passive_what_was_recommended_and_leaves_the_decision_blank(tmp_path):
    record = said(document(partnership(tmp_path), "-decision-record"))
    assert "[● OFFICER TO COMPLETE: the decision]" in record
    assert "It was agreed that the County Council should commence negotiations" in record
    assert "The Director of Adult Services and the Director of Legal and Democratic Services were authorised to agree the terms" in record
    assert "[● OFFICER TO COMPLETE: the reasons for the decision]" in record


def test_the_record_of_a_decision_that_was_taken_has_no_blank_for_it(tmp_path):
    facts = "\ndecided: {outcome: as recommended, on: 13 July 2017, reasons: [disputes end], rejected: [none], interests: None}\n"
    record = said(document(partnership(tmp_path, facts), "-decision-record"))
    assert "What the report recommended was decided:" in record
    assert "[● OFFICER TO COMPLETE: the" not in record


@pytest.mark.parametrize("outcome", ["with changes", "deferred", "refused"])
def test_a_decision_other_than_the_recommended_is_never_recorded_as_if_it_were(outcome, tmp_path):
    record = said(document(partnership(tmp_path, f"\ndecided: {{outcome: {outcome}}}\n"), "-decision-record"))
    assert "It was agreed" not in record
    assert "were authorised" not in record


def test_the_notice_lists_the_documents_and_leaves_out_what_is_exempt(tmp_path):
    notice = document(partnership(tmp_path, EXEMPT), "-notice")
    assert "Appendix A: Money (not for publication)" in said(notice)
    body = next(part for part in notice.parts if part.kind == "body")
    assert plain(body.children[0].heading).startswith("Notice of a decision to be made")


@pytest.mark.parametrize("tail", ["-decision-record", "-notice"])
@pytest.mark.parametrize("ending", FORMATS)
def test_both_papers_are_written_in_every_format(tail, ending):
    made = drafted(LANCASHIRE, f"reports/{NAME}{tail}")
    assert written(made.drafted.document, made.house, ending)


# ------------------------------------------------------------------ a sixth council


@pytest.mark.thorough
def test_a_sixth_council_is_a_folder(tmp_path):
    house = tmp_path / "templates" / "houses" / "northshire"
    copy_of(tmp_path, ROOT / "agreements" / LANCASHIRE)
    (house / "sections").mkdir(parents=True)
    (house / "house.yaml").write_text(
        "name: Northshire County Council\n"
        "report:\n  order: [front, recommendations, background, papers]\n  mood: third person\n  sections: none\n"
        "  paragraphs: none\n  titles: {background: What has happened}\n",
        encoding="utf-8",
    )
    limbs = "{% for one in report.recommendations %}\n1. {{ one.verb | in_mood(mood) }} {{ one.words }}.\n{% endfor %}\n"
    stem = f"::: recommendations\nThat {{{{ report.meeting.body }}}}:\n\n{limbs}:::\n"
    (house / "sections" / "recommendations.md").write_text(stem, encoding="utf-8")
    file = tmp_path / "agreements" / LANCASHIRE / "reports" / f"{NAME}.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("house: lancashire", "house: northshire") + OPTIONS, encoding="utf-8")
    shutil.rmtree(file.with_suffix(""))
    made = Project(tmp_path).read(LANCASHIRE).draft(f"reports/{NAME}")
    found = sections(made.drafted.document)
    assert [name for name in found if name in ("recommendations", "background", "papers")] == ["recommendations", "background", "papers"]
    assert found.index("background") < found.index("options") < found.index("papers")
    assert "What has happened" in said(made.drafted.document)
    assert "Agrees that the County Council should commence" in said(made.drafted.document)
    assert all(written(made.drafted.document, made.house, ending) for ending in FORMATS)
