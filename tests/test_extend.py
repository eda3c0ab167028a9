"""`extend`: what it writes, what it refuses and what would be needed, and what must happen by when."""

from __future__ import annotations

import shutil

import pytest
from whole import NORTHSHIRE, PROJECT, ROOT, copy_of, paragraphs, partnership

from section75.cli import main
from section75.commands.extending import plan_extension
from section75.commands.extension_limits import Asked
from section75.commands.lineage import with_entries
from section75.commands.saying import DONE, PROBLEMS, USAGE
from section75.facts.base import Blank
from section75.facts.dates import day
from section75.facts.governance import Earlier
from section75.problems import Refused
from section75.project import Project

WARWICKSHIRE = "warwickshire-cwpt-mental-health"
CURRENT = "the Section 75 agreement for the provision of integrated mental health services for adults and older people in Warwickshire"
DEED = "2018-03-31-extension"
CABINET = "2018-02-15-cabinet"
ASKED = ("--of", "current", "--to", "31 March 2019", "--on", "31 March 2018", "--decided", "15 February 2018", "--body", "Cabinet")
TIMETABLE = """\
What must happen by when:
     17 January 2018  Notice of the decision is published, if it is a key decision, at the latest (SI 2012/2089, regulation 9)
     7 February 2018  The agenda, the report and the equality analysis are published, at the latest (five clear working days)
    15 February 2018  The decision is taken (Cabinet)
       31 March 2018  Each other party has decided by its own body: CWPT
       31 March 2018  The deed is executed by every party, at the latest
       31 March 2018  The agreement ends unless it has been extended by then
       31 March 2019  The agreement ends, as extended
              no day  Call-in: the house of this council states no length for that day, so none is reckoned (house.yaml, call_in)
"""


# ------------------------------------------------------------------ the real case


def before_it(folder):
    """Return a project with Warwickshire as it was before the report of 15 February 2018."""
    root = copy_of(folder, ROOT / "agreements" / WARWICKSHIRE)
    own = root / "agreements" / WARWICKSHIRE
    (own / "instruments" / f"{DEED}.yaml").unlink()
    shutil.rmtree(own / "reports")
    (own / "equality.yaml").unlink()
    facts = own / "agreement.yaml"
    text = facts.read_text(encoding="utf-8")
    start, end = text.index("  extension:\n    title: the second"), text.index("  coventry:\n    title: the partnership")
    facts.write_text(text[:start] + text[end:], encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def extended(tmp_path_factory):
    """Return the project after `extend`, and its agreement.yaml as it was before."""
    root = before_it(tmp_path_factory.mktemp("extended"))
    before = (root / "agreements" / WARWICKSHIRE / "agreement.yaml").read_text(encoding="utf-8")
    assert main(("extend", WARWICKSHIRE, *ASKED, "--apply"), root) == DONE
    return root, before


def test_warwickshires_deed_is_the_hand_made_one_where_its_facts_are_known(extended):
    made = Project(extended[0]).read(WARWICKSHIRE).instruments[DEED]
    known = partnership(WARWICKSHIRE).instruments[DEED]
    assert (made.kind, made.of.key, made.entry.key) == (known.kind, known.of.key, known.entry.key)
    assert [one.key for one in made.follows] == [one.key for one in known.follows]
    assert (made.until, made.approvals) == (known.until, known.approvals)
    assert made.entry.model_copy(update={"title": known.entry.title}) == known.entry
    assert [name for name in ("basis", "clause", "executed_on", "reason", "figures") if not isinstance(getattr(made, name), Blank)] == []
    assert isinstance(known.basis, Blank)


def test_its_report_asks_the_cabinet_of_15_february_2018_for_that_extension(extended):
    made = Project(extended[0]).read(WARWICKSHIRE).reports[CABINET]
    known = partnership(WARWICKSHIRE).reports[CABINET]
    assert (made.kind, made.house, made.meeting) == (known.kind, known.house, known.meeting)
    (limb,) = made.recommendations
    assert (limb.verb, limb.extends.ends) == (known.recommendations[0].verb, known.recommendations[0].extends.ends)


def test_nothing_is_said_of_equality(extended):
    analysis = Project(extended[0]).read(WARWICKSHIRE).equality
    assert (analysis.report.kind, analysis.answers, analysis.form) == ("extend", (), "warwickshire")


def test_what_is_written_prints_the_old_and_the_new_last_day(extended):
    facts = Project(extended[0]).read(WARWICKSHIRE)
    deed = "\n".join(one.words for one in paragraphs(facts.draft(f"instruments/{DEED}").drafted.document))
    report = "\n".join(one.words for one in paragraphs(facts.draft(f"reports/{CABINET}").drafted.document))
    assert "The Agreement ends at the end of 31 March 2018." in deed
    assert "begins on the day after 31 March 2018 and ends at the end of 31 March 2019" in deed
    assert "for a further period of 12 months expiring on 31 March 2019" in report


def test_every_line_of_an_officers_file_is_kept_and_only_the_entry_is_added(extended):
    root, before = extended
    after = (root / "agreements" / WARWICKSHIRE / "agreement.yaml").read_text(encoding="utf-8").splitlines()
    added = [line for line in after if line not in before.splitlines()]
    assert added == [
        "  extension:",
        f"    title: the second extension of {CURRENT}",
        "    kind: deed",
        "    ends: 31 March 2019",
    ]
    assert len(after) == len(before.splitlines()) + 8
    assert [line for line in after if line in before.splitlines()][:90] == before.splitlines()[:90]


@pytest.mark.thorough
def test_without_apply_the_lines_are_printed_with_the_timetable_and_the_file_stays(tmp_path, capsys):
    root = before_it(tmp_path)
    file = root / "agreements" / WARWICKSHIRE / "agreement.yaml"
    before = file.read_bytes()
    assert main(("extend", WARWICKSHIRE, *ASKED), root) == DONE
    said = capsys.readouterr().out
    assert file.read_bytes() == before
    assert "      by: 12 months\n      ends: 31 March 2019\n" in said
    assert said.endswith(TIMETABLE)
    made = Project(root).read(WARWICKSHIRE).instruments[DEED]
    assert (made.until, made.entry) == (day("31 March 2019"), None)
    assert main(("extend", WARWICKSHIRE, *ASKED), root) == PROBLEMS
    assert f"instruments/{DEED}.yaml:1:1: error: This file is there already." in capsys.readouterr().err


# ------------------------------------------------------------------ what is refused, and what would be needed

REFUSED = [
    ("31 March 2029", "1 May 2027", "", "The agreement already runs to 31 March 2029.", "Ask for a later day."),
    ("31 March 2030", "1 October 2028", "", "The right had to be used by 30 September 2028: 1 October 2028 is too late.", "--by consent"),
    ("31 March 2031", "1 May 2028", "", "by 1 year at a time, now to 31 March 2030 and not to 31 March 2031.", "--by consent"),
    ("31 March 2031", "1 May 2028", "option", "by 1 year at a time, now to 31 March 2030", "before the end of 31 March 2029"),
    ("31 March 2030", "1 April 2029", "consent", "The agreement ended on 31 March 2029: on 1 April 2029 there is", "renew"),
    ("31 March 2030", "1 May 2028", "", "The lineage does not tell of an extension made before: that of 8 December 2026", "--apply"),
]


@pytest.mark.parametrize(("to", "on", "by", "message", "remedy"), REFUSED)
def test_what_the_agreement_does_not_allow_is_refused_with_what_is_needed(to, on, by, message, remedy):
    with pytest.raises(Refused) as refused:
        plan_extension(partnership(NORTHSHIRE), Asked(day(to), day(on), by))
    (problem,) = refused.value.problems
    assert message in problem.message
    assert remedy in problem.remedy


def test_a_right_that_is_used_up_is_told_with_its_steps():
    renewed = partnership(f"{NORTHSHIRE}-2027")
    again = Asked(day("31 March 2030"), day("1 May 2028"), apply=True)
    (limb,) = plan_extension(renewed, again).decision.limbs
    assert limb["extends"] == "extension"
    with pytest.raises(Refused, match="by 1 year at a time, now to 31 March 2030"):
        plan_extension(renewed, Asked(day("31 March 2031"), day("1 May 2028")))


def test_an_extension_before_its_decision_is_refused():
    with pytest.raises(Refused, match=r"It would be done on 1 May 2028, before the decision of 2 May 2028\."):
        plan_extension(partnership(NORTHSHIRE), Asked(day("31 March 2030"), day("1 May 2028"), decided=day("2 May 2028"), apply=True))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--to", "31 March 2030", "--on", "1 May 2028", "--by", "conset"), "Did you mean “consent”?"),
        (("--to", "31 March 2030", "--on", "01/05/2028"), "may be read day first or month first"),
        (("--to", "31 March 2030", "--on", "1 May 2028", "--of", "agreement_2032"), "Did you mean “agreement_2023”?"),
    ],
)
def test_words_that_say_nothing_are_told(words, said, capsys):
    assert main(("extend", NORTHSHIRE, *words), ROOT) in (USAGE, PROBLEMS)
    assert said in capsys.readouterr().err


# ------------------------------------------------------------------ by the right of one partner, and of all


def test_a_partner_that_may_extend_alone_does_so_by_letter_and_the_letter_before_enters_the_lineage():
    plan = plan_extension(partnership(NORTHSHIRE), Asked(day("31 March 2030"), day("1 May 2028"), apply=True))
    letter = plan.files[f"agreements/{NORTHSHIRE}/instruments/2028-05-01-option-letter.yaml"]
    stated = [line for line in letter.splitlines() if line and not line.lstrip().startswith("#")]
    assert stated == [
        "kind: option letter",
        "entry: extension_2",
        "follows: [extension]",
        "reason: TBC",
        "given_by: council",
        "given_to: [district, icb]",
        "given_on: 1 May 2028",
        "delivered_by: TBC",
        "signed_by: TBC",
        "reference: TBC",
        "clause: 4.1",
        "new_expiry: 31 March 2030",
        "last_day: 30 September 2028",
    ]
    lineage = plan.files[f"agreements/{NORTHSHIRE}/agreement.yaml"]
    assert "    when: 8 December 2026\n    effect: extends\n    by: 1 year\n    ends: 31 March 2029\n  extension_2:\n" in lineage


def test_a_right_that_needs_all_partners_is_used_by_deed():
    kent = partnership("kent-kmpt-mental-health")
    plan = plan_extension(kent, Asked(day("31 March 2014"), day("1 March 2013"), "option"))
    (deed,) = [text for file, text in plan.files.items() if "instruments" in file]
    assert "\nbasis: option\n" in deed
    assert "\nclause: TBC\n" in deed  # the agreement has not been executed, so that its numbers may still move
    assert "\nnew_expiry: 31 March 2014\n" in deed


# ------------------------------------------------------------------ lines put into a lineage

ENTRY = {"next": {"title": "the next", "of": ["a", "b"]}}
NEW = "  next:\n    title: the next\n    of: [a, b]\n"
PLACES = [
    ("title: X\nlineage:\n  old:\n    title: the old\nkind: agreement\n", "  old:\n    title: the old\n"),
    ("lineage:\n  old:\n    title: the old   # why\n\n# ---- next part\n\nkind: agreement\n", "  old:\n    title: the old   # why\n"),
    (
        "lineage:\n  old: {title: the old}\n  # a note between\n  older:\n    title: >-\n      the\n      older\n",
        "      the\n      older\n",
    ),
    ("kind: agreement\nlineage:\n  old:\n    title: the old\n", "    title: the old\n"),
]


@pytest.mark.parametrize(("text", "after"), PLACES)
def test_an_entry_goes_after_the_last_one_and_all_else_stays(text, after):
    made = with_entries(text, "agreement.yaml", ENTRY)
    assert made == text.replace(after, after + NEW)


def test_without_a_lineage_it_goes_after_the_term():
    made = with_entries("term:\n  expiry: TBC\n\nkind: agreement\n", "agreement.yaml", ENTRY)
    assert made == f"term:\n  expiry: TBC\n\nlineage:\n{NEW}\nkind: agreement\n"


@pytest.mark.parametrize(
    "text", ["lineage: {}\n", "lineage: {old: {title: x}}\n", "lineage:\n  next:\n    title: x\n", "kind: agreement\n"]
)
def test_where_there_is_no_sure_place_the_lines_are_left_to_a_person(text):
    with pytest.raises(Refused, match="no sure place"):
        with_entries(text, "agreement.yaml", ENTRY)


def test_the_ends_of_lines_stay_what_they_were():
    made = with_entries("lineage:\r\n  old:\r\n    title: x\r\n", "agreement.yaml", ENTRY)
    assert made.count("\r\n") == made.count("\n") == 6


@pytest.mark.parametrize(
    ("effect", "ends", "own"), [("extends", "31 March 2029", True), ("extends", "31 March 2026", False), ("ended", "31 March 2029", False)]
)
def test_what_extends_the_agreement_itself_ends_after_it_begins(effect, ends, own):
    entry = Earlier.model_validate({"title": "x", "kind": "letter", "when": "8 December 2026", "effect": effect, "ends": ends})
    assert partnership(NORTHSHIRE).agreement.arrangement.extended_by(entry) is own


@pytest.mark.thorough
def test_an_extension_of_the_agreement_itself_is_no_recital_of_it(tmp_path):
    root = copy_of(tmp_path, ROOT / "agreements" / NORTHSHIRE)
    file = root / "agreements" / NORTHSHIRE / "agreement.yaml"
    entry = {"title": "the first extension", "kind": "letter", "when": "8 December 2026", "effect": "extends", "ends": "31 March 2029"}
    file.write_text(with_entries(file.read_text(encoding="utf-8"), "agreement.yaml", {"extension": entry}), encoding="utf-8")
    words = [one.seen for one in paragraphs(Project(root).read(NORTHSHIRE).draft_of_agreement.drafted.document)]
    assert words == [one.seen for one in paragraphs(PROJECT.read(NORTHSHIRE).draft_of_agreement.drafted.document)]
