"""The days that the law and a council's constitution set for a decision: clear days, working days, and the dates reckoned from them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from whole import NORTHSHIRE, PROJECT, ROOT, partnership, printed

from section75.facts.clear_days import clear_days, clear_working_days, is_working, latest, latest_working, working_days_after
from section75.facts.dates import Day, day
from section75.facts.decision import Urgency
from section75.facts.decision_dates import DecisionDates
from section75.rules import reports, rules
from section75.rules.reports import cab_13
from section75.text.houses import read_house

DAYS = st.dates(date(2001, 1, 1), date(2039, 12, 31))


def dates_of(name: str, report: str) -> DecisionDates:
    facts = partnership(name).reports[report]
    return DecisionDates(facts, read_house(ROOT, facts.house)[1])


# ------------------------------------------------------------------ days


@pytest.mark.parametrize(
    ("when", "why"),
    [
        ("2 January 2012", "New Year on a Sunday"),
        ("5 June 2012", "the Diamond Jubilee"),
        ("8 May 2020", "May Day moved"),
        ("3 June 2022", "the Platinum Jubilee"),
        ("19 September 2022", "the State Funeral"),
        ("8 May 2023", "the Coronation"),
        ("6 April 2026", "Easter Monday"),
        ("28 December 2027", "Boxing Day on a Sunday"),
        ("4 April 2026", "a Saturday"),
    ],
)
def test_a_bank_holiday_in_england_is_no_working_day(when, why):
    assert not is_working(day(when)), why


@pytest.mark.parametrize("when", ["17 March 2026", "12 July 2027", "30 November 2026", "2 January 2026", "3 August 2026"])
def test_a_holiday_of_scotland_or_northern_ireland_is_a_working_day(when):
    assert is_working(day(when))


@pytest.mark.parametrize(
    ("meeting", "notice", "agenda"),
    [
        ("10 March 2026", "9 February 2026", "2 March 2026"),
        ("8 April 2026", "10 March 2026", "27 March 2026"),
        ("5 January 2027", "7 December 2026", "23 December 2026"),
    ],
)
def test_the_notice_counts_days_of_every_kind_and_the_agenda_working_days(meeting, notice, agenda):
    assert latest(day(meeting), 28) == day(notice)
    assert latest_working(day(meeting), 5) == day(agenda)


@given(DAYS, st.integers(0, 40))
def test_the_latest_day_leaves_enough_clear_days_and_the_next_too_few(event, clear):
    found = latest(event, clear)
    assert clear_days(found, event) == clear
    assert clear_days(found + timedelta(days=1), event) < clear


@given(DAYS, st.integers(0, 15))
def test_the_latest_working_day_leaves_enough_clear_working_days_and_no_later_working_day_does(event, clear):
    found = latest_working(event, clear)
    assert is_working(found)
    assert clear_working_days(found, event) == clear
    later = [found + timedelta(days=number) for number in range(1, (event - found).days)]
    assert all(clear_working_days(one, event) < clear for one in later if is_working(one))


@given(DAYS, st.integers(1, 15))
def test_working_days_after_a_day_are_counted_from_the_next(start, number):
    found = working_days_after(start, number)
    assert is_working(found)
    assert clear_working_days(start, found) == number - 1


# ------------------------------------------------------------------ decisions


def test_the_days_of_a_decision_are_reckoned_from_its_facts_and_its_house():
    dates = dates_of(NORTHSHIRE, "2026-03-10-cabinet")
    assert dates.known
    assert (dates.notice_by, dates.agenda_by) == (Day(2026, 2, 9), Day(2026, 3, 2))
    assert (dates.call_in_expected, dates.effect) == (Day(2026, 3, 17), Day(2026, 3, 18))
    assert dates.call_in_ends == Day(2026, 3, 19)
    assert dates.private_notice_by is None


def test_nothing_is_reckoned_of_a_meeting_before_the_regulations():
    dates = dates_of("cambridgeshire-older-people-occupational-therapy", "2012-04-17-cabinet")
    assert not dates.known
    assert (dates.notice_by, dates.agenda_by, dates.call_in_expected, dates.effect) == (None, None, None, None)


def test_of_a_council_that_states_no_call_in_none_is_reckoned():
    dates = dates_of("lancashire-mental-health-rehabilitation", "2017-07-13-cabinet")
    assert dates.notice_by == Day(2017, 6, 14)
    assert (dates.call_in_expected, dates.effect) == (None, None)


def test_a_member_who_decides_alone_has_no_agenda():
    dates = dates_of("lancashire-mental-health-rehabilitation", "2015-10-12-cabinet-member")
    assert dates.notice_by == Day(2015, 9, 13)
    assert dates.agenda_by is None


def test_the_report_prints_the_latest_days_and_the_notice_the_day_of_the_agenda():
    report = printed(NORTHSHIRE, "reports/2026-03-10-cabinet", "md").decode()
    assert "| Notice of the key decision published, at the latest | 9 February 2026 |" in report
    assert "| The decision can be carried out and the agreement signed, at the earliest | 18 March 2026 |" in report
    assert (
        "| Agenda and report open to the public | By 2 March 2026 |"
        in printed(NORTHSHIRE, "reports/2026-03-10-cabinet-notice", "md").decode()
    )


# ------------------------------------------------------------------ call-in


def found_of_call_in(name: str, **changes: object) -> list[str]:
    """Return what the rule on call-in says of the example, whose house has five working days, with parts of its report changed."""
    facts = partnership(name).facts
    ((key, report),) = facts.reports.items()
    changed = {part: getattr(report, part).model_copy(update=update) if part != "urgency" else update for part, update in changes.items()}
    facts = replace(facts, reports={key: report.model_copy(update=changed)})
    return [problem.message for problem in cab_13.check_facts(facts)]


def test_a_decision_may_have_effect_on_the_day_after_its_call_in():
    assert found_of_call_in(NORTHSHIRE) == []


def test_a_decision_that_has_effect_on_the_last_day_of_its_call_in_is_told():
    told = found_of_call_in(NORTHSHIRE, decided={"effective": Day(2026, 3, 19)})
    assert told == ["The decision has effect from 19 March 2026, and can be called in until 19 March 2026."]


def test_a_decision_that_is_not_called_in_may_have_effect_at_once():
    urgent = Urgency.model_validate({"route": "special urgency", "no_call_in": "yes"})
    assert found_of_call_in(NORTHSHIRE, decided={"effective": Day(2026, 3, 12)}, urgency=urgent) == []


def test_an_agreement_that_begins_before_its_call_in_can_end_is_told():
    told = found_of_call_in(NORTHSHIRE, meeting={"date": Day(2026, 3, 26)}, decided={"on": Day(2026, 3, 26), "effective": Day(2026, 4, 10)})
    assert told == ["The agreement begins on 1 April 2026, and call-in cannot end before 2 April 2026."]


# ------------------------------------------------------------------ the rules


@pytest.mark.parametrize("house", ["cambridgeshire", "kent", "lancashire", "warwickshire"])
def test_no_house_of_a_real_council_states_a_time_for_call_in_that_nobody_has_read(house):
    assert read_house(ROOT, house)[1].call_in == ()


@pytest.mark.parametrize("name", PROJECT.names)
def test_the_rules_of_decisions_find_nothing_in_the_real_reports(name):
    own = [rule for rule in rules().values() if rule.__name__.startswith(reports.__name__) and rule.ID.startswith(("cab-", "agenda"))]
    found = [problem for rule in own if hasattr(rule, "check_facts") for problem in rule.check_facts(partnership(name).facts)]
    assert [str(problem) for problem in found] == []
