"""Pool managers' figures: the quarterly report and the annual return, from one file each to every format.

The case is `tests/cases/good/mill`: two pooled funds, a quarterly report with an overspend, and the annual return of the year before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from cases import CASES, ROOT, laid_out
from reading import Page
from word_reading import root, words

from section75 import cli
from section75.commands.finish import unfinished
from section75.document.index import walk
from section75.document.tree import Blank, Block, Document, plain
from section75.facts.base import Fault, Money
from section75.facts.consequences import Consequences
from section75.facts.figures import Figures
from section75.facts.fund_statement import FundStatement
from section75.facts.money import money
from section75.facts.statement_lines import SchemeLine, Sums
from section75.facts.statements import Statement
from section75.project import Project
from section75.text.kinds import fields_of
from section75.text.markup import read_document
from section75.writers import written
from section75.writers.docx.lint import lint
from section75.writers.docx.xml import tag

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from section75.project import Made, Partnership

LAWYERS = ROOT / "templates" / "README.md"
MILL = CASES / "good" / "mill"
QUARTERLY, ANNUAL = "figures/2026-q1", "figures/2025-annual"
Table = tuple[tuple[str, ...], ...]


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Project:
    return Project(laid_out(tmp_path_factory.mktemp("mill"), MILL))


@pytest.fixture(scope="module")
def mill(project) -> Partnership:
    return project.read("mill")


@pytest.fixture(scope="module")
def made(mill) -> dict[str, Made]:
    return {paper: mill.draft(paper) for paper in (QUARTERLY, ANNUAL)}


def changed(tmp_path: Path, name: str, *changes: tuple[str, str]) -> Project:
    """Return the project with other words in one file of figures."""
    folder = laid_out(tmp_path, MILL)
    file = folder / "agreements" / "mill" / f"{name}.yaml"
    facts = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert facts.count(old) == 1, old
        facts = facts.replace(old, new)
    file.write_text(facts, encoding="utf-8")
    return Project(folder)


def statement(partnership: Partnership, name: str = "2026-q1") -> Statement:
    return Statement(partnership.agreement, partnership.figures[name], partnership.figures)


def tables(document: Document) -> Iterator[Block]:
    return (block for _, block, _ in walk(document) if block and block.kind == "table")


def cells(table: Block) -> Table:
    return tuple(tuple(plain(cell.content) for cell in row.children) for row in table.children if any(row.children))


def paragraphs(document: Document) -> list[str]:
    return [plain(block.content) for _, block, _ in walk(document) if block and block.content]


# ------------------------------------------------------------------ sums


def test_the_statement_adds_up_by_scheme_by_partner_and_by_fund(mill):
    made = statement(mill)
    home, adapted = made.funds
    assert [(line.scheme.key, line.sums.planned, line.sums.moved, line.sums.variance) for line in home.schemes] == [
        ("nursing_at_home", Money(102_500_000), Money(2_000_000), Money(7_500_000)),
        ("reablement", Money(82_500_001), Money(-2_000_000), Money(-1_000_000)),
    ]
    assert [(line.of.key, line.planned, line.received) for line in home.partners] == [
        ("council", Money(72_000_001), Money(18_000_000)),
        ("icb", Money(113_000_000), Money(28_250_000)),
    ]
    assert home.total.planned == sum((line.planned for line in home.partners), Money(0)) == Money(185_000_001)
    assert made.total.spent == home.total.spent + adapted.total.spent == Money(52_000_050)


def test_the_year_before_comes_from_its_annual_return(mill):
    home, _ = statement(mill).funds
    assert [line.sums.last for line in home.schemes] == [Money(109_000_001), Money(79_000_000)]
    assert home.total.last == Money(188_000_001)
    assert [line.last for line in home.partners] == [Money(70_000_000), Money(110_000_000)]


def test_without_an_annual_return_the_year_before_is_as_the_agreement_tells(tmp_path):
    history = "history:\n  reablement: {2025/26: {budget: 8, outturn: 9.50}}\n"
    project = changed(tmp_path, "agreement", ("\ninformation:", f"\n{history}\ninformation:"))
    partnership = project.read("mill")
    home, _ = Statement(partnership.agreement, partnership.figures["2026-q1"]).funds
    assert [line.sums.last for line in home.schemes] == [None, Money(950)]
    assert home.total.last == Money(950)


def test_an_overspend_follows_the_steps_of_the_agreement_to_the_penny(mill):
    found = statement(mill).consequences
    assert found is not None
    (over,) = found.lists
    assert [(row.step, str(row.kind), row.sum, row.left) for row in over.rows] == [
        (1, "scheme", Money(1_000_000), Money(6_500_000)),
        (2, "reserve", Money(3_000_000), Money(3_500_000)),
        (3, "partner", Money(1_400_000), Money(2_100_000)),
        (3, "partner", Money(2_100_000), Money(0)),
    ]
    assert found.bears == Money(3_500_000)


def test_an_overspend_draws_on_the_reserve_as_it_was_when_the_year_began(tmp_path):
    project = changed(tmp_path, "figures/2026-q1", ("{opening: 50000, closing: 50000}", "{opening: 4000, closing: 4000}"))
    found = statement(project.read("mill")).consequences
    assert found is not None
    assert [row.sum for row in found.lists[0].rows if row.kind == "reserve"] == [Money(400_000)]


def test_what_was_settled_stands_beside_what_the_steps_come_to(mill):
    (settlement,) = statement(mill, "2025-annual").settled
    assert [(line.of.key, line.sum, line.by_steps) for line in settlement.lines] == [
        ("council", Money(2_000_000), Money(2_000_000)),
        ("icb", Money(3_000_001), Money(3_000_001)),
    ]
    assert settlement.difference == Money(0)


def test_a_partner_that_settled_nothing_still_stands_beside_what_the_steps_come_to(tmp_path):
    project = changed(
        tmp_path,
        "figures/2025-annual",
        ("home: {council: 20000, icb: 30000.01}", "home: {icb: 30000.01}"),
        ("home: {opening: 0, closing: 5000}", "home: {opening: 0, closing: -15000}"),
    )
    (settlement,) = statement(project.read("mill"), "2025-annual").settled
    assert [line.difference for line in settlement.lines] == [Money(-2_000_000), Money(0)]


# ------------------------------------------------------------------ papers


def test_each_file_is_a_paper_of_its_partnership(project, mill):
    assert mill.papers == project.papers("mill") == ["agreement", ANNUAL, QUARTERLY, "compliance"]


def test_the_papers_have_nothing_left_open_but_what_the_agreement_assumes(made):
    for paper in made.values():
        assert unfinished(paper.drafted.document) == []
    assert {one.path for one in made[QUARTERLY].drafted.assumed} == {"periods.pressure_alert", "periods.remedial_plan"}


def test_a_report_of_an_overspend_states_the_duty_to_alert_and_when_it_was_met(made):
    document = made[QUARTERLY].drafted.document
    said = "\n".join(paragraphs(document))
    assert "must tell each other Partner within 5 Working Days" in said
    alerts = next(table for table in tables(document) if plain(table.heading) == "Alerts")
    assert cells(alerts)[1] == ("Nursing at Home", "£75,000", "8 June 2026", "10 June 2026")


def test_without_an_overspend_no_alert_is_spoken_of(tmp_path):
    project = changed(
        tmp_path,
        "figures/2026-q1",
        ("forecast: 1,120,000", "forecast: 1,045,000"),
        ("forecast: 795,000.01", "forecast: 805,000.01"),
        ("forecast: 1915000.01", "forecast: 1850000.01"),
    )
    said = "\n".join(paragraphs(project.read("mill").draft(QUARTERLY).drafted.document))
    assert "No Scheme is forecast to overspend" in said
    assert "must tell each other Partner" not in said


def test_what_is_not_reported_is_a_blank_and_no_total_rests_on_it(tmp_path):
    project = changed(
        tmp_path, "figures/2026-q1", ("    forecast: 1,120,000\n", ""), ("    known: 8 June 2026\n", ""), (", forecast: 1915000.01", "")
    )
    partnership = project.read("mill")
    made = statement(partnership)
    assert isinstance(made.total.expected, type(made.unreckoned))
    assert made.consequences is None
    document = partnership.draft(QUARTERLY).drafted.document
    labels = {inline.label for _, block, _ in walk(document) if block for inline in block.content if isinstance(inline, Blank)}
    assert "the forecast for Nursing at Home" in labels
    assert "It cannot be told [● who bears what]" in "\n".join(paragraphs(document))


def test_the_words_of_the_agreement_rename_the_words_of_its_reports(tmp_path):
    project = changed(tmp_path, "agreement", ("\nterm:", "\nlexicon: {manager: Fund Officer, scheme: Project}\n\nterm:"))
    document = project.read("mill").draft(QUARTERLY).drafted.document
    assert document.title.startswith("Fund Officer’s report to the Partners")
    assert "No Scheme" not in "\n".join(paragraphs(document))


def test_a_report_of_one_fund_speaks_of_that_fund_alone(tmp_path):
    folder = laid_out(tmp_path, MILL)
    facts = "kind: quarterly\nfund: adapted\nyear: 2026/27\nquarter: 2\nas_at: 30 September 2026\nschemes:\n  adaptations: {spent: 9.50}\n"
    (folder / "agreements" / "mill" / "figures" / "2026-q2.yaml").write_text(facts, encoding="utf-8")
    document = Project(folder).read("mill").draft("figures/2026-q2").drafted.document
    said = "\n".join(paragraphs(document))
    assert "£9.50" in said
    assert "Adaptations Fund" in said
    assert "Home Fund" not in said
    assert "Nursing at Home" not in said


def test_how_a_scheme_is_shown_in_accounts_is_what_the_agreement_says_if_the_return_does_not(tmp_path):
    project = changed(tmp_path, "figures/2025-annual", ('  adaptations: {council: "gross, as the body that decides on each grant"}\n', ""))
    file = project.root / "agreements" / "mill" / "agreement.yaml"
    facts = file.read_text(encoding="utf-8")
    file.write_text(
        facts.replace("    name: Adaptations\n", "    name: Adaptations\n    accounting: gross in every account\n"), encoding="utf-8"
    )
    _, adapted = statement(project.read("mill"), "2025-annual").funds
    assert [line.how for line in adapted.shown] == ["gross in every account"]


# ------------------------------------------------------------------ formats


def from_markdown(made: Made) -> list[Table]:
    data = written(made.drafted.document, made.house, "md").decode()
    return [cells(table) for table in tables(read_document(data, "paper.md"))]


def from_html(made: Made) -> list[Table]:
    found: list[list[list[str]]] = []
    for element in Page(written(made.drafted.document, made.house, "html").decode()).elements:
        if element.name == "table":
            found.append([])
        elif element.name == "tr":
            found[-1].append([])
        elif element.name in ("th", "td"):
            found[-1][-1].append(element.seen)
    return [tuple(map(tuple, table)) for table in found]


def from_word(made: Made) -> list[Table]:
    body = root(written(made.drafted.document, made.house, "docx"))
    return [tuple(tuple(words(cell) for cell in row.iter(tag("tc"))) for row in table.iter(tag("tr"))) for table in body.iter(tag("tbl"))]


def amounts(row: tuple[str, ...]) -> dict[int, Money]:
    """Return the amounts of a row by their columns."""
    found = {}
    for column, cell in enumerate(row):
        try:
            found[column] = money(cell) if "£" in cell else None
        except Fault:
            found[column] = None
    return {column: amount for column, amount in found.items() if amount is not None}


@pytest.mark.parametrize("paper", [QUARTERLY, ANNUAL])
def test_every_table_with_a_total_adds_up(paper, made):
    checked = 0
    for table in tables(made[paper].drafted.document):
        body = [row for row in table.children if row.role == "body"]
        if not any(row.role == "total" for row in table.children) or table.id.startswith("steps-"):
            continue
        rows = [amounts(row) for row in cells(Block("table", children=tuple(body)))]
        total = amounts(cells(table)[-1])
        for column, stated in total.items():
            assert stated == sum((row[column] for row in rows), Money(0)), (plain(table.heading), column)
            checked += 1
    assert checked > 20


@pytest.mark.parametrize("paper", [QUARTERLY, ANNUAL])
@pytest.mark.parametrize("read", [from_markdown, from_html, from_word])
def test_every_format_has_the_same_tables(paper, read, made):
    expected = [table for table in map(cells, tables(made[paper].drafted.document)) if any("£" in cell for row in table for cell in row)]
    found = [table for table in read(made[paper]) if any("£" in cell for row in table for cell in row)]
    assert [list(map(folded, table)) for table in found] == [list(map(folded, table)) for table in expected]


def folded(row: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(" ".join(re.sub("[\u00a0\u202f]", " ", cell).split()) for cell in row)


@pytest.mark.parametrize("paper", [QUARTERLY, ANNUAL])
def test_the_word_file_is_sound(paper, made):
    assert lint(written(made[paper].drafted.document, made[paper].house, "docx")) == []


def test_the_build_puts_them_into_a_folder_of_their_own(tmp_path):
    folder, out = laid_out(tmp_path / "project", MILL), tmp_path / "out"
    assert cli.main(["build", "mill", "--document", QUARTERLY, "--format", "md", "--out", str(out)], folder) == 0
    assert [path.relative_to(out).as_posix() for path in out.rglob("*.md")] == ["mill/figures/2026-q1.md"]


# ------------------------------------------------------------------ models


@pytest.mark.parametrize(
    ("quarter", "ends"), [(1, "2026-06-30"), (2, "2026-09-30"), (3, "2026-12-31"), (4, "2027-03-31"), (None, "2027-03-31")]
)
def test_a_quarter_ends_on_its_last_day(quarter, ends):
    kind = "annual" if quarter is None else "quarterly"
    made = Figures.model_validate({"kind": kind, "fund": "all", "year": "2026/27", **({"quarter": quarter} if quarter else {})})
    assert made.ends.isoformat() == ends


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({"kind": "annual", "quarter": 1}, "An annual return is of no quarter."),
        ({"kind": "quarterly"}, "A quarterly report is of a quarter from 1 to 4."),
        ({"kind": "annual", "as_at": "1 April 2027"}, "The date of the figures is not in 2026/27."),
    ],
)
def test_what_does_not_go_together_is_refused(facts, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        Figures.model_validate({"fund": "all", "year": "2026/27", **facts})


@pytest.mark.parametrize(
    ("row", "model"),
    [
        ("`statement`", Statement),
        ("a fund of it", FundStatement),
        ("a scheme of it", SchemeLine),
        ("sums", Sums),
        ("consequences", Consequences),
    ],
)
def test_the_fields_that_lawyers_are_told_of_are_those_there_are(row, model):
    (line,) = [line for line in LAWYERS.read_text(encoding="utf-8").splitlines() if line.startswith(f"| {row} |")]
    told = set(re.findall(r"`(\w+)`", re.sub(r"\([^()]*\)", "", line.split("|")[2])))
    assert told == set(fields_of(model)) - {"agreement", "figures", "others", "made"}
