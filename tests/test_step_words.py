"""The words of steps: how each is told in the agreement, and the worked example beside them."""

import re

import pytest
from building import HOSTILE
from cases import CASES, ROOT, laid_out
from forecasting import FACTS, facts

from section75.document.tree import Text
from section75.drafting.names import names_of
from section75.drafting.steps import PlainSteps, StepWords, unworded
from section75.drafting.writing import Writing
from section75.facts.law import read_roles
from section75.facts.money import money
from section75.facts.steps.offset import Offset
from section75.facts.variances import rules_of
from section75.facts.worked import examples
from section75.project import Project
from section75.rules import check
from section75.shelves import Shelves
from section75.text.library import Library
from section75.writers.markdown import write

TEXTS = Shelves(ROOT).steps(Library(ROOT))
ROLES = read_roles(ROOT / "templates" / "law", "templates/law")

BY_CONTRIBUTION = "by the Partners that contribute, in proportion to what each contributes"
POSTS = "the treasurer and the accountant"
LIFTED = "agree before the money is spent that this limit does not apply"
AGREED = "as the Partners agree in writing under the schedule on risk"
DECIDED = "as the Board decides under the schedule on risk"


def told(which, step):
    """Return the words of one step of the home fund, written in YAML."""
    agreement = facts(FACTS.replace('reserve: "500"}', f'reserve: "500", {which}: [{{{step}}}]}}'))
    rule = next(rule for rule in rules_of(agreement) if rule.steps)
    return PlainSteps.of(agreement, TEXTS, ROLES).said(rule.steps[0], rule)


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ("offset: spare money, up_to: £5", "by setting it against spare money, up to £5"),
        ("draw: shared", "from the shared reserve"),
        ("draw: the reserve, up_to: £5", "from the reserve, up to £5"),
        ("share: equally", "by the Partners that contribute, in equal shares"),
        ("share: equally, each_scheme: yes", "by the Partners that contribute to the Scheme concerned, in equal shares"),
        ("share: by contribution, up_to: £5", "by the Partners that contribute, in proportion to what each contributes, up to £5 in all"),
        (
            "share: by contribution, counting: recurrent",
            "by the Partners that contribute, in proportion to what each contributes, leaving out what is not recurrent",
        ),
        (
            "share: by contribution, each_scheme: yes, up_to: its contribution, unless_agreed: [the treasurer, the accountant]",
            f"{BY_CONTRIBUTION} to the Scheme concerned, up to what each contributes to that Scheme, unless {POSTS} {LIFTED}",
        ),
        ("share: {icb: 60 %, council: 30 %, trust: 10 %}", "by the ICB as to 60%, the Council as to 30% and the Trust as to 10%"),
        ("share: {icb: 100 %}", "by the ICB alone"),
        ("bear: each", "by each Partner, so far as the money is its own"),
        ("bear: icb, up_to: £5", "by the ICB alone, up to £5"),
        ("bear: nhs", "by the NHS bodies alone"),
        ("bear: host", "by the Council alone, as host"),
        ("bear: lead, up_to: its contribution", "by the Partner that runs the Scheme concerned alone, up to what it contributes"),
        ("contain: trust", "by the Trust, which must contain it within the services that it provides"),
        ("fault: late orders", "by the Partner that caused it through late orders, so far as it did"),
        ("decide: board", "as the Board decides under the schedule on risk"),
        (
            "decide: partners, otherwise: equally",
            f"{AGREED} or, if nothing is agreed, by the Partners that contribute, in equal shares",
        ),
    ],
)
def test_a_step_of_an_overspend_goes_on_from_is_met_in_this_order(step, words):
    assert told("overspend", step) == words


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ("offset: overspends of other schemes", "by setting it against overspends of other schemes"),
        ("draw: shared, up_to: £5", "by paying it into the shared reserve, up to £5"),
        ("share: by contribution", "by returning it to the Partners that contribute, in proportion to what each contributes"),
        ("share: {icb: 100 %}", "by returning it to the ICB alone"),
        ("bear: each", "by leaving it with each Partner whose money it is"),
        ("bear: council", "by leaving it with the Council, or returning it there"),
        ("contain: trust", "by leaving it with the Trust for the services that it provides"),
        ("carry: the next Financial Year", "by carrying it forward to the next Financial Year"),
        (
            "carry: the next Financial Year, use: non-recurrent",
            "by carrying it forward to the next Financial Year, for spending that does not go on from year to year",
        ),
        (
            "decide: board, otherwise: by contribution",
            f"{DECIDED} or, if nothing is decided, by returning it to the Partners that contribute, in proportion to what each contributes",
        ),
    ],
)
def test_a_step_of_an_underspend_goes_on_from_is_used_in_this_order(step, words):
    assert told("underspend", step) == words


def test_the_words_take_the_lexicon_of_the_agreement():
    agreement = facts(f"{FACTS}lexicon: {{family: authority}}\n".replace('reserve: "500"}', 'reserve: "500", overspend: [{bear: each}]}'))
    rule = next(rule for rule in rules_of(agreement) if rule.steps)
    assert PlainSteps.of(agreement, TEXTS, ROLES).said(rule.steps[0], rule) == "by each Party, so far as the money is its own"


def test_a_fact_in_a_step_never_becomes_markup():
    agreement = facts()
    rule = rules_of(agreement)[0]
    words = StepWords(TEXTS, Writing(names_of(agreement, ROLES)))(Offset(offset=HOSTILE), rule)
    assert all(isinstance(inline, Text) for inline in words)
    assert "".join(inline.words for inline in words) == f"by setting it against {HOSTILE}"


# ------------------------------------------------------------------ the texts themselves


def test_every_step_has_words_for_each_list_in_which_it_may_stand():
    assert list(unworded(TEXTS, ())) == []


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("file", "words", "said"),
    [
        ("bear", None, "templates/steps/bear.md:1:1: error: This text is missing."),
        ("bear", "# Overspend\n\nby {{ step.bearrer.short }}\n\n# Underspend\n\nby X\n", "“bearrer” is not a field of a bear."),
        ("bear", "# Overspend\n\nby X\n", "There is no heading “Underspend” with one paragraph under it."),
        ("carry", "# Underspend\n\nby [paragraph](#nowhere)\n", "There is no “nowhere” to refer to."),
        ("drag", "# Overspend\n\nby X\n", "There is no step “drag”."),
    ],
)
def test_a_slip_in_the_words_of_a_step_is_found_without_any_facts(tmp_path, file, words, said):
    root = laid_out(tmp_path / "project")
    text = root / "templates" / "steps" / f"{file}.md"
    if words is None:
        text.unlink()
    else:
        text.write_text(words, encoding="utf-8")
    assert said in "\n".join(map(str, Project(root).text_problems))


# ------------------------------------------------------------------ the worked example

MILL = CASES / "good" / "mill"
HOME = '    illustration: {year: 2026/27, forecast: {nursing_at_home: "1,300,000", reablement: "700,000"}}\n'
CHANGES = (
    (
        "    underspend: [{share: by contribution}]\n",
        f"    underspend: [{{share: by contribution}}]\n{HOME}",
    ),
    (
        "      - {share: {council: 40 %, icb: 60 %}}\n",
        '      - {share: {council: 40 %, icb: 60 %}, up_to: "100,000"}\n      - {decide: board}\n',
    ),
    (
        "    underspend: [{bear: council}]\n",
        '    underspend: [{bear: council}]\n    illustration: {year: 2026/27, forecast: {adaptations: "300,000"}}\n',
    ),
)
OVERSPEND = """\
| Overspend | Nursing at Home | £275,000 | £275,000 |
| Step 1 | Underspend of Reablement | £125,000.01 | £149,999.99 |
| Step 2 | The reserve of the Home Fund | £30,000 | £119,999.99 |
| Step 3 | The Council | £40,000 | £79,999.99 |
| Step 3 | The ICB | £60,000 | £19,999.99 |
| = Left to a decision | Step 4 | £19,999.99 | £0 |
| = Left | Nothing is left | £0 | £0 |"""


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Return the small agreement with two illustrations, drafted."""
    root = laid_out(tmp_path_factory.mktemp("worked"), MILL)
    file = root / "agreements" / "mill" / "agreement.yaml"
    whole = file.read_text(encoding="utf-8")
    for old, new in CHANGES:
        assert old in whole
        whole = whole.replace(old, new, 1)
    file.write_text(whole, encoding="utf-8")
    return Project(root).read("mill").draft("agreement")


@pytest.fixture(scope="module")
def schedule(made):
    """Return the schedule on risk as Markdown."""
    words = write(made.drafted.document, made.house).decode()
    return words[words.index("# Schedule 8: Who bears") :].split("{.schedule #schedule-financial-protocol}")[0]


def table_of(words, caption):
    """Return the rows of a table, cell by cell, without its head."""
    lines = words[words.index(caption) :].split("\n\n")[0].splitlines()[3:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_a_worked_example_says_that_it_is_one_and_stands_under_its_list(schedule):
    said = "This is an illustration, and no forecast. It supposes that in 2026/27 Nursing at Home costs £275,000 more than is contributed"
    assert schedule.count("### Worked example") == len(("the overspend of one fund", "the underspend of the other"))
    assert schedule.index("## 2. Overspends: Home Fund") < schedule.index(said) < schedule.index("## 3. Underspends: Home Fund")


def test_its_table_runs_from_the_overspend_by_each_bearer_to_what_is_left(schedule):
    assert OVERSPEND in schedule


def test_the_table_of_an_underspend_says_where_it_goes(schedule):
    rows = table_of(schedule, "Table: Illustration: Underspend of the Adaptations Fund")
    assert [row[1] for row in rows] == ["Adaptations", "The Council", "Nothing is left"]


def test_each_table_of_a_worked_example_adds_up(schedule):
    for caption in re.findall("Table: Illustration: .*", schedule):
        rows = table_of(schedule, caption)
        sums = [money(row[2]) for row in rows]
        assert sum(sums[1:], money("0")) == sums[0]
        assert [money(row[3]) for row in rows[1:]] == [sums[0] - sum(sums[1:place], money("0")) for place in range(2, len(rows) + 1)]


def test_no_rule_finds_fault_with_a_worked_example(made):
    assert [problem for problem in check(made.drafted.document) if "risk-share" in problem.place.file] == []


def test_an_example_of_figures_that_are_not_known_is_a_blank():
    dark = FACTS.replace(
        'reserve: "500"}', 'reserve: "500", overspend: [{bear: host}], illustration: {year: 2026/27, forecast: {beds: 5}}}'
    )
    (example,) = examples(facts(dark.replace('council: "2,000"', "council: TBC")))
    assert example.amount.label == "the worked example: what is contributed to Beds in 2026/27 is not known"
