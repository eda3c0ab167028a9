"""`end`: notices that are long enough, deeds of all, what goes back, and what must happen by when."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest
from whole import NORTHSHIRE, ROOT, copy_of, paragraphs, partnership

from section75.cli import main
from section75.commands.ending import plan_ending
from section75.commands.ending_limits import Asked
from section75.commands.extending import plan_extension
from section75.commands.extension_limits import Asked as Extension
from section75.commands.saying import DONE, USAGE
from section75.commands.timetable import told
from section75.facts.base import Blank
from section75.facts.dates import day
from section75.facts.deeds import TerminationDeed
from section75.problems import Refused
from section75.project import Project

CAMBRIDGESHIRE = "cambridgeshire-older-people-occupational-therapy"
CAUSE, MONEY, BREACH = "without cause", "want of money", "breach"


def asked(on, to="", ground="", scheme="", breach="", of=""):
    return Asked(day(on), day(to) if to else None, ground, scheme, breach, of)


def stated(plan, folder="instruments"):
    """Return the lines of a file of the plan that state something."""
    (text,) = [text for file, text in plan.files.items() if f"/{folder}/" in file]
    return [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]


# ------------------------------------------------------------------ how long a notice must be

DAYS = [
    (asked("1 February 2027", ground=CAUSE), "2028-03-31", "57.1", "12 months"),  # a notice that affects the Better Care Fund
    (asked("1 February 2027", ground=MONEY), "2027-05-01", "57.3", "3 months"),
    (asked("1 February 2027", ground=BREACH, breach="it has not paid"), "2027-03-01", "57.5", "20 working days"),
    (asked("1 February 2027", ground=CAUSE, scheme="winter"), "2027-05-01", "57.1", "3 months"),  # an aligned fund holds none of that money
    (asked("1 February 2027", ground=CAUSE, scheme="carers"), "2028-03-31", "57.1", "12 months"),
    (asked("1 February 2027", "30 June 2027", MONEY), "2027-06-30", "57.3", "3 months"),
]


@pytest.mark.parametrize(("wanted", "last", "clause", "period"), DAYS)
def test_a_notice_runs_to_the_earliest_lawful_day_or_a_later_one(wanted, last, clause, period):
    plan = plan_ending(partnership(NORTHSHIRE), wanted)
    lines = stated(plan)
    assert f"ends_on: {day(last).day} {day(last):%B %Y}" in lines
    assert {f"clause: {clause}", f"period: {period}", f"ground: {wanted.ground}", "given_by: council", "given_to: [district, icb]"} <= set(
        lines
    )
    told_of_it = any("The last day is the earliest that is lawful" in line for line in plan.lines)
    assert told_of_it is not bool(wanted.to)


def test_what_is_reckoned_from_a_period_that_is_only_assumed_is_assumed_with_the_reason():
    plan = plan_ending(partnership("kent-kmpt-mental-health"), asked("1 June 2012", ground=MONEY))
    lines = stated(plan)
    assert [lines[lines.index(f"{name}:") + 1] for name in ("period", "ends_on")] == ["  assumed: 3 months", "  assumed: 1 September 2012"]
    assert "clause: TBC" in lines  # nobody has executed it, so that its numbers may still move
    assert plan.lines == ("The last day is the earliest that is lawful, if the period that is only assumed is agreed: 1 September 2012.",)


REFUSED = [
    (
        asked("1 February 2027", "31 January 2028", CAUSE),
        "12 months of notice from 1 February 2027 end on 31 March 2028",
        "--to 2028-03-31",
    ),
    (asked("1 February 2027", "30 April 2028", CAUSE), "takes effect only on 31 March, and not on 30 April 2028", "--to 2029-03-31"),
    (asked("1 February 2027", "30 April 2027", MONEY), "3 months of notice from 1 February 2027 end on 1 May 2027", "--to 2027-05-01"),
    (asked("1 May 2027", ground=CAUSE), "The agreement ends by itself on 31 March 2029", "Let it run out"),
    (asked("1 February 2027", ground=BREACH), "A notice for breach says what the breach is", "--breach"),
    (asked("1 April 2029", ground=CAUSE), "The agreement ended on 31 March 2029.", "Nothing is left"),
    (asked("1 February 2027"), "A deed needs the day on which the agreement ends.", "--to"),
    (asked("1 February 2027", "31 January 2027"), "before the deed of 1 February 2027", "on or after"),
    (asked("1 February 2027", "31 March 2029"), "The agreement ends by itself on 31 March 2029", "Let it run out"),
    (asked("1 February 2027", "31 March 2027", scheme="winter"), "A deed of termination ends the whole agreement.", "--ground"),
]


@pytest.mark.parametrize(("wanted", "message", "remedy"), REFUSED)
def test_what_is_too_short_or_for_which_there_is_no_right_is_refused(wanted, message, remedy):
    with pytest.raises(Refused) as refused:
        plan_ending(partnership(NORTHSHIRE), wanted)
    (problem,) = refused.value.problems
    assert message in problem.message
    assert remedy in problem.remedy


def test_a_scheme_that_there_is_not_is_told_with_the_nearest():
    with pytest.raises(Refused, match="There is no “winer” among the schemes"):
        plan_ending(partnership(NORTHSHIRE), asked("1 February 2027", ground=CAUSE, scheme="winer"))


def test_a_ground_that_there_is_not_is_wrong_usage(capsys):
    assert main(("end", NORTHSHIRE, "--on", "1 February 2027", "--ground", "without reason"), ROOT) == USAGE
    assert "Did you mean “without cause”?" in capsys.readouterr().err


def ended_already():
    """Return Northshire after a deed of 1 March 2027 by which it ends on 30 September 2027."""
    facts = {"kind": "termination", "executed_on": "1 March 2027", "ends_on": "30 September 2027"}
    known = partnership(NORTHSHIRE)
    return replace(known, instruments={**known.instruments, "2027-03-01-termination": TerminationDeed.model_validate(facts)})


def test_what_is_to_end_already_is_neither_ended_later_nor_extended():
    with pytest.raises(Refused, match="ends by itself on 30 September 2027, and this would not end it before 31 December 2027"):
        plan_ending(ended_already(), asked("1 April 2027", "31 December 2027"))
    with pytest.raises(Refused, match="is to end on 30 September 2027, by a notice or a deed that has been made"):
        plan_extension(ended_already(), Extension(day("31 March 2030"), day("1 April 2027")))


# ------------------------------------------------------------------ what becomes of things

DEED = [
    "ends_on: 30 September 2027",
    "pooled: yes",
    "  - 'to the ICB, arranging community health, rehabilitation and reablement services'",
    "  - 'to the County Council, providing equipment and minor adaptations for use at home'",
    "staff_after: staff return to their employer",
    "final_account: 30 December 2027",
    "accounted_by: TBC",  # three partners lead schemes, so that no one of them answers for all
    "pay_within: 30 days",
    "records_kept_by: they stay with the Partner that made them, which gives the others access",
    "releases: TBC",
]


def test_a_deed_of_all_says_what_the_agreement_says_and_leaves_the_rest_blank():
    lines = stated(plan_ending(partnership(NORTHSHIRE), asked("1 March 2027", "30 September 2027")))
    assert [line for line in DEED if line not in lines] == []
    assert any(line.startswith("survives:") for line in lines)


def test_the_report_tells_the_same_ending():
    plan = plan_ending(partnership(NORTHSHIRE), asked("1 February 2027", ground=CAUSE))
    ending = plan.decision.more["ending"]
    assert (ending["route"], ending["ends"], ending["notice"]) == ("notice", "31 March 2028", "1 February 2027")
    assert ending["functions"].startswith("These go back: to the ICB, arranging community health")
    assert plan.decision.limbs[0]["words"] == (
        "the giving of notice to end the Northshire Better Care Fund Framework Partnership Agreement on 31 March 2028"
    )


def test_of_an_earlier_agreement_only_what_is_known_is_said():
    plan = plan_ending(partnership(CAMBRIDGESHIRE), Asked(day("17 April 2012"), day("30 June 2012"), of="pooled"))
    lines = stated(plan)
    assert {"of: pooled", "ends_on: 30 June 2012", "functions_back: TBC", "final_account: TBC", "survives: TBC"} <= set(lines)


# ------------------------------------------------------------------ by when

TIMETABLE = """\
     1 February 2027  Notice is given, and received by every other partner
       31 March 2028  The agreement ends, and the functions exercised for others go back
        1 March 2027  The exit plan is settled in its final form, at the latest (periods.remedial_plan)
   30 September 2027  Each partner tells the others what they need to know of its staff, at the latest (periods.exit_plan)
        1 March 2027  The partners that remain have met, at the latest (periods.change_in_law)
   30 September 2027  Notice to end the placing of staff (discharge_hub) is given, at the latest (6 months of notice)
    29 February 2028  It is agreed what people, staff and providers are told, at the latest
   30 September 2027  If the contract with Northshire Care Company (reablement at home) is to end too, notice is given to the \
provider, at the latest (6 months of notice)
    31 December 2027  If the contract with Homeward Bridging Care (bridging care) is to end too, notice is given to the provider, \
at the latest (3 months of notice)
       31 March 2027  If the contract with Wolds Equipment Services (the equipment store, with delivery, fitting and collection) is to end \
too, notice is given to the provider, at the latest (12 months of notice)
        30 June 2028  The final account is sent, at the latest (periods.final_account)
   30 September 2028  The duty to help one another ends (periods.exit_help)
"""


def test_the_steps_are_reckoned_from_the_agreements_own_periods_and_contracts():
    plan = plan_ending(partnership(NORTHSHIRE), asked("1 February 2027", ground=CAUSE))
    assert "\n".join((*told(plan.steps), "")) == TIMETABLE
    assert "".join(plan.lines[1:]) == (
        "The notice ends it for the County Council alone; it goes on between the District Council and the ICB"
        " unless clause 58.2 ends it for all."
    )


def test_a_contract_whose_notice_is_too_long_is_told_with_the_day_on_which_it_ends():
    plan = plan_ending(partnership(NORTHSHIRE), asked("1 March 2027", "30 April 2027"))
    (equipment,) = [line for line in told(plan.steps) if "Wolds Equipment Services" in line]
    assert "notice is given to the provider: it then ends on 1 March 2028 (12 months of notice)" in equipment


@pytest.mark.thorough
def test_what_is_written_builds_at_once_and_nothing_is_said_of_equality(tmp_path, capsys):
    root = copy_of(tmp_path, ROOT / "agreements" / CAMBRIDGESHIRE)
    shutil.rmtree(root / "agreements" / CAMBRIDGESHIRE / "instruments")
    words = ("--on", "30 April 2012", "--to", "30 June 2012", "--of", "pooled", "--decided", "19 April 2012", "--body", "Cabinet")
    assert main(("end", CAMBRIDGESHIRE, *words), root) == DONE
    said = capsys.readouterr().out
    made = Project(root).read(CAMBRIDGESHIRE)
    deed = made.instruments["2012-04-30-termination"]
    known = partnership(CAMBRIDGESHIRE).instruments["2012-04-17-termination"]
    assert (deed.of.key, isinstance(deed.releases, Blank)) == (known.of.key, True)
    assert "The “End Date” is 30 June 2012." in [
        one.words for one in paragraphs(made.draft("instruments/2012-04-30-termination").drafted.document)
    ]
    assert made.reports["2012-04-19-cabinet"].ending.route == "mutual"
    assert "equality.yaml informs reports/2012-04-17-cabinet and was not touched." in said
    assert "Not answered, and asked where an agreement ends: " in said
