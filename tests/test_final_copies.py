"""Every blank has a fact: where all facts are stated, every paper is built as a final copy; where one is missing, its blank stands.

The agreement of `tests/cases/good/fully-stated` is in the short form, that of `tests/cases/good/hill` in the full one. What neither of
them has (staff, a trust, several schemes) is laid over the latter.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from cases import CASES, ROOT, laid_out

from section75.cli import main
from section75.commands.finish import unfinished
from section75.document.index import index, walk
from section75.document.tree import Blank, plain
from section75.drafting.agreement import draft_agreement
from section75.facts.agreement import Agreement
from section75.facts.base import read_model
from section75.facts.term import Periods
from section75.project import Project
from section75.text.houses import read_house

if TYPE_CHECKING:
    from pathlib import Path

    from section75.document.tree import Document

FULLY_STATED = CASES / "good" / "fully-stated"
HILL = CASES / "good" / "hill" / "agreements" / "hill" / "agreement.yaml"
DEFAULTS = ROOT / "templates" / "defaults.yaml"
PAPERS = ("agreement", "compliance", "equality", *(f"reports/2026-02-05-cabinet{tail}" for tail in ("", "-decision-record", "-notice")))
MOST_CLAUSES = 26
"""Of the short form with a pooled fund; without one it has no more than 23."""

Facts = dict[str, Any]


def merged(older: Facts, newer: Facts) -> Facts:
    """Return one map laid over another; what is none in the newer is taken out."""
    both = dict(older)
    for key, value in newer.items():
        both[key] = merged(both[key], value) if isinstance(value, dict) and isinstance(both.get(key), dict) else value
    return {key: value for key, value in both.items() if value is not None}


def together(one: Facts, other: Facts) -> Facts:
    """Return what two maps say; what is none in either stays so."""
    both = {
        key: together(one[key], value) if isinstance(value, dict) and isinstance(one.get(key), dict) else value
        for key, value in other.items()
    }
    return one | both


def agreement_of(facts: Facts, folder: Path) -> Agreement:
    path = folder / "agreement.yaml"
    path.write_text(yaml.safe_dump(facts, sort_keys=False, allow_unicode=True), encoding="utf-8")
    return read_model(Agreement, path, "agreement.yaml", {}, DEFAULTS)


def hill(changes: Facts, folder: Path) -> Document:
    """Return the agreement of the hill case with some facts changed, drafted."""
    facts = merged(yaml.load(HILL.read_text(encoding="utf-8"), yaml.BaseLoader), changes)  # noqa: S506 - it makes strings only
    house, _ = read_house(ROOT, "default")
    project = Project(ROOT)
    library = project.library()
    return draft_agreement(agreement_of(facts, folder), project.texts(library), library, project.roles, house.scheme).document


def blanks(document: Document) -> set[str]:
    return {found.inline.label for found in index(document).blanks if isinstance(found.inline, Blank)}


def printed(document: Document) -> str:
    return "\n".join(plain(block.content) for _, block, _ in walk(document) if block)


# ------------------------------------------------------------------ everything is stated


@pytest.fixture(scope="module")
def final(tmp_path_factory):
    """The papers of the fully stated partnership, built as final copies in Markdown, by name."""
    root = laid_out(tmp_path_factory.mktemp("final"), FULLY_STATED)
    assert main(["build", "--final", "--format", "md", "--out", str(root / "out"), "--jobs", "1"], root) == 0
    written = root / "out" / "fully-stated"
    return {path.relative_to(written).with_suffix("").as_posix(): path.read_text(encoding="utf-8") for path in written.rglob("*.md")}


@pytest.mark.thorough
def test_every_paper_of_a_fully_stated_partnership_is_built_as_a_final_copy(final):
    assert sorted(final) == sorted(PAPERS)
    for text in final.values():
        assert not re.search(r"●|\{>>|Draft\.|\{\.strip\}|Not signed", text)


@pytest.mark.thorough
def test_a_final_copy_prints_what_once_could_only_be_a_blank(final):
    for words in ("Dated 27 March 2026", "LEG/2026/041", "version 3, of 2 February 2026", "UK GDPR articles 6(1)(e) and 9(2)(g)"):
        assert words in final["agreement"]
    assert "| NHS Meadowshire Integrated Care Board | £1,200,000 |" in final["reports/2026-02-05-cabinet"]
    assert (
        "The contribution is within the approved budget. (Kim White, Director of Finance, 13 January 2026)"
        in final["reports/2026-02-05-cabinet"]
    )
    assert "Subject to call-in until 13 February 2026" in final["reports/2026-02-05-cabinet-decision-record"]
    assert "| Prepared by | Alex Green, Head of Commissioning | Signed | 15 January 2026 |" in final["equality"]


def test_the_short_form_is_short(final):
    operative = final["agreement"].partition("{.operative")[2].partition("{.schedule")[0]
    assert len(re.findall(r"^## \d+\. ", operative, re.MULTILINE)) == MOST_CLAUSES


def test_a_full_agreement_with_every_fact_has_nothing_open(tmp_path):
    assert unfinished(hill({}, tmp_path)) == []


# ------------------------------------------------------------------ a fact that is not stated


MISSING = [
    ({"executed_on": None}, "the date of this agreement"),
    ({"drafted_by": {"department": None}}, "the legal department that holds the agreement, and its address"),
    ({"drafted_by": {"reference": None}}, "the reference of the legal file"),
    ({"vat": None}, "the VAT treatment of Function Payments, as advised"),
    ({"partners": {"council": {"contacts": {"deputy": None}}}}, "the deputy of that officer"),
    ({"partners": {"icb": {"contacts": {"legal": None}}}}, "the legal department"),
    ({"partners": {"icb": {"contacts": {"safeguarding": None}}}}, "the safeguarding and out of hours contacts"),
    ({"information": {"bases": {"care": None}}}, "the basis and condition for care"),
    ({"information": {"kept": {"care": None}}}, "the period for records of care"),
    ({"schemes": {"home": {"specification": None}}}, "the title, version and date of the service specification"),
    ({"schemes": {"home": {"payment_covers": None}}}, "the costs that the payment covers"),
    ({"schemes": {"home": {"payments": None}}}, "the number of instalments and the date of each"),
    ({"schemes": {"home": {"no_contracts": None}}}, "each contract with its provider, holder, dates, value and treatment, or none"),
    ({"performance": {"at_home": {"source": None}}}, "the source of the data for people still at home after 91 days"),
]


def test_without_its_fact_each_blank_stands_with_the_words_it_always_had(tmp_path):
    without: Facts = {}
    for taken_out, _ in MISSING:
        without = together(without, taken_out)
    assert blanks(hill(without, tmp_path)) == {blank for _, blank in MISSING}


SECOND = {
    "name": "Second Scheme",
    "lead": "council",
    "functions": ["support"],
    "people": "adults",
    "services": ["advice"],
    "aims": ["help"],
}
FUND = {"name": "Home Fund", "kind": "pooled", "host": "council", "manager": "Finance Manager"}
TEAM = {"how": "section 113", "of": "icb", "to": "council", "posts": {"Nurse": "4"}}
PLACEMENTS = {"split": {"council": "50 %", "icb": "50 %"}, "approved_by": "council", "sourced_by": "council"}
CONSENT = {"body": "NHS Vale ICB", "given": "2 March 2026", "reference": "V/1"}
MORE = [
    ({"schemes": {"second": SECOND, "home": {"accounting": "in its accounts"}}},
     {"schemes": {"second": {"accounting": "in its own accounts"}}}, "the accounting treatment of this scheme"),
    ({"funds": {"home": FUND}, "schemes": {"home": {"fund": "home"}}},
     {"year_end": {"draft_figures": "9 April"}}, "the date that suits the partner whose accounts close first"),
    ({"funds": {"home": FUND}, "schemes": {"home": {"fund": "home"}}, "vat": None}, {"vat": {"pooled_funds": "the agency model"}},
     "the VAT model on which the Partners have been advised for each Pooled Fund"),
    ({"staff": {"team": TEAM}, "functions": {"support": {"act": "Mental Health Act 1983"}}, "schemes": {"home": {"providers": None}}},
     {"staff": {"team": {"approved_professionals": "two of the four"}}}, "how many of these posts, or none"),
    ({"partners": {"icb": {"type": "nhs trust"}}}, {"partners": {"icb": {"consents": [CONSENT]}}},
     "each body with which it has a relevant NHS contract"),
    ({"schemes": {"home": {"placements": PLACEMENTS}}}, {"schemes": {"home": {"placements": {"invoiced": "month"}}}}, "month or Quarter"),
]  # fmt: skip


@pytest.mark.thorough
@pytest.mark.parametrize(("facts", "stated", "blank"), MORE, ids=[blank for *_, blank in MORE])
def test_what_only_some_agreements_need_has_a_fact_too(facts, stated, blank, tmp_path):
    assert blank in blanks(hill(facts, tmp_path))
    document = hill(merged(facts, stated), tmp_path)
    assert blank not in blanks(document)
    while isinstance(stated, dict | list):
        stated = next(iter(stated.values() if isinstance(stated, dict) else stated))
    assert stated in printed(document)


# ------------------------------------------------------------------ what the library proposes


def test_what_the_library_proposes_is_settled_by_stating_the_same(tmp_path):
    proposed = yaml.load(DEFAULTS.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - it makes strings only
    facts = yaml.load(HILL.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - likewise
    silent = {name: value for name, value in facts.items() if name not in ("periods", "disputes")}
    every = {"disputes", *(f"periods.{name}" for name in Periods.model_fields)}
    assert {assumption.path for assumption in agreement_of(silent, tmp_path).assumptions} == every
    same = {
        "periods": {name: length["assumed"] for name, length in proposed["periods"].items()},
        "disputes": proposed["disputes"]["assumed"],
    }
    assert agreement_of(silent | same, tmp_path).assumptions == ()


# ------------------------------------------------------------------ reports


def test_what_a_report_only_assumes_stops_its_final_copy(tmp_path, capsys):
    root = laid_out(tmp_path / "project", FULLY_STATED)
    report = root / "agreements" / "fully-stated" / "reports" / "2026-02-05-cabinet.yaml"
    text = report.read_text(encoding="utf-8")
    assumed = "report_of: {assumed: Director of Adult Social Care, because: The last report was of that director.}"
    report.write_text(text.replace("report_of: Director of Adult Social Care", assumed), encoding="utf-8")
    words = ["build", "--document", "reports/2026-02-05-cabinet", "--format", "md", "--out", str(tmp_path / "out"), "--jobs", "1"]
    assert main([*words, "--final"], root) == 1
    assert "“Director of Adult Social Care” is only assumed." in capsys.readouterr().err
    assert main(words, root) == 0
    assert "1 assumption to confirm" in (tmp_path / "out" / "fully-stated" / "reports" / "2026-02-05-cabinet.md").read_text(
        encoding="utf-8"
    )


def test_the_law_of_a_report_and_of_its_equality_analysis_is_that_of_the_meeting(tmp_path):
    partnership = Project(laid_out(tmp_path, FULLY_STATED)).read("fully-stated")
    for paper in ("reports/2026-02-05-cabinet", "equality"):
        strip = partnership.draft(paper).drafted.document.parts[0]
        assert plain(strip.children[0].content).endswith("The law is stated as at 5 February 2026.")
    assert "27 March 2026" in plain(partnership.draft("agreement").drafted.document.parts[0].children[0].content)


@pytest.mark.thorough
def test_an_officers_words_in_a_report_may_say_what_an_analysis_found(tmp_path):
    root = laid_out(tmp_path, FULLY_STATED)
    report = root / "agreements" / "fully-stated" / "reports" / "2026-02-05-cabinet.yaml"
    text = report.read_text(encoding="utf-8")
    report.write_text(
        text.replace("says: The analysis found that people", "says: It found no adverse impact but that people"), encoding="utf-8"
    )
    assert main(["build", "--format", "md", "--out", str(tmp_path / "out"), "--jobs", "1"], root) == 0
