"""Law as at a date: what papers name out of its time, what they may say of the past, and the words that the library has for every day."""

from __future__ import annotations

import doctest
from datetime import timedelta
from functools import cache

import pytest
from cases import RIVER, laid_out
from whole import PROJECT

from section75.cli import main
from section75.commands.judging import Judging
from section75.facts.base import Day
from section75.facts.dates import day
from section75.problems import Refused
from section75.rules import passing
from section75.rules.passing import excused, hits

TABLE = PROJECT.dated.passing
LANCASHIRE = "lancashire-mental-health-rehabilitation"


def named(words: str, at: str, *, story: bool = False) -> set[str]:
    """Return the rows of what words name as good law on a day on which it was not."""
    gone = [one for one in TABLE if not one.there_on(day(at))]
    return {str(hit.named.row) for hit in hits([words], gone) if not excused(hit.sentence, hit.named, day(at), story=story)}


# ------------------------------------------------------------------ what is out of its time


@pytest.mark.parametrize(
    ("words", "last", "first", "row"),
    [
        ("The PCT pays.", "31 March 2013", "1 April 2013", "tl-b-03"),
        ("Clinical commissioning groups pay.", "30 June 2022", "1 July 2022", "tl-b-04"),
        ("The Department of Health decides.", "7 January 2018", "8 January 2018", "tl-b-26"),
        ("Data are kept under the Data Protection Act 1998.", "24 May 2018", "25 May 2018", "tl-c-01"),
        ("Data are kept under the GDPR.", "31 December 2020", "1 January 2021", "tl-c-02"),
        ("Services are bought under SI 2013/500.", "31 December 2023", "1 January 2024", "tl-c-08"),
        ("Services are bought under the Public Contracts Regulations 2015.", "23 February 2025", "24 February 2025", "tl-c-07"),
        ("Needs are met under the National Assistance Act 1948.", "31 March 2015", "1 April 2015", "tl-a-06"),
        ("The duty is that of section 14Z2.", "30 June 2022", "1 July 2022", "tl-a-28"),
    ],
)
def test_a_thing_may_be_named_on_its_last_day_and_not_on_the_next(words, last, first, row):
    assert named(words, last) == set()
    assert named(words, first) == {row}


@pytest.mark.parametrize(
    ("words", "before", "first", "row"),
    [
        ("The integrated care board pays.", "30 June 2022", "1 July 2022", "tl-b-04"),
        ("Services are bought under the Procurement Act 2023.", "23 February 2025", "24 February 2025", "tl-c-07"),
        ("Data are kept under the UK GDPR.", "31 December 2020", "1 January 2021", "tl-c-02"),
        ("Needs are met under the Care Act 2014.", "31 March 2015", "1 April 2015", "tl-a-07"),
    ],
)
def test_a_thing_may_not_be_named_before_its_first_day(words, before, first, row):
    assert named(words, before) == {row}
    assert named(words, first) == set()


def test_law_that_never_came_into_force_is_told_on_any_day():
    assert named("A person is protected by the Liberty Protection Safeguards.", "1 April 2026") == {"tl-a-20b"}
    assert named("The Liberty Protection Safeguards are not yet in force.", "1 April 2026") == set()


# ------------------------------------------------------------------ what may be said


@pytest.mark.parametrize(
    "words",
    [
        "The Group is the successor of the former Primary Care Trust.",
        "The CCG decided on 3 May 2021 to share the cost.",
        "Records that the CCG made in 2019/20 and in the year 2021 are kept.",
        "Section 75 of the Health and Social Care Act 2012 and section 31 of the Local Government Act 2003 are other powers.",
        "A notice under section 114 of the Local Government Finance Act 1988 is no notice under section 117.",
        "The CPA of a council, its ICP, its CCA and its LAA are not meant; nor is the Board, DH or a care trust.",
        "Monitor spending each month.",
        "The Partners monitor it, and Monitor is a word of this list.",
        "Links to the LINKS page are kept.",
        "No Special Health Authority and no NHS foundation trust is meant.",
        "The Department of Health and Social Care decides.",
        "The UK GDPR is the General Data Protection Regulation as it forms part of the law of the United Kingdom.",
        "The earlier text read: “the clinical commissioning group pays its share within one month”.",
        "A contract awarded under the Public Contracts Regulations 2015 goes on under them.",
    ],
)
def test_no_false_alarm(words):
    assert named(words, "1 April 2026") == set()


def test_what_is_to_come_may_be_announced():
    assert named("Integrated care boards will take over on 1 July 2022.", "1 May 2022") == set()
    assert named("From 25 May 2018 the Data Protection Act 2018 applies.", "1 May 2018") == set()


def test_a_report_tells_of_the_past_in_plainer_words_than_an_agreement_may():
    words = "The CCG was asked."
    assert named(words, "1 April 2026", story=True) == set()
    assert named(words, "1 April 2026") == {"tl-b-04"}


def test_the_year_in_the_name_of_an_act_is_no_date():
    assert named("Under the Data Protection Act 1998 and SI 2013/500 it is lawful.", "1 April 2026") == {"tl-c-01", "tl-c-08"}


# ------------------------------------------------------------------ the table


def test_each_row_has_a_table_and_a_rule_and_each_end_an_authority():
    assert {one.table for one in TABLE} == {"tl-a", "tl-b", "tl-c"}
    assert {one.table for one in PROJECT.dated.coming} == {"tl-e"}
    assert [one.path for one in TABLE if one.certainty == "read" and "unverified" in one.authority] == []
    assert [one.path for one in TABLE if one.since and one.until and one.since > one.until] == []
    assert [one.path for one in TABLE if not one.names and not one.initials] == []


@cache
def edges() -> tuple[Day, ...]:
    """Return the days on which something of the table begins or ends, with those before and after, since the Act of 2006."""
    days = {near + timedelta(days=move) for one in TABLE for near in (one.since, one.until) if near for move in (-1, 0, 1)}
    return tuple(sorted(Day(one.year, one.month, one.day) for one in days if one.year >= 2007))


@pytest.mark.parametrize("role", PROJECT.roles)
def test_the_dated_words_of_the_library_are_good_law_on_every_day_on_which_they_are_chosen(role):
    stale = [
        (str(dated.words), str(hit.named.row), str(at))
        for dated in PROJECT.roles[role]
        for at in edges()
        if dated.right_on(at)
        for hit in hits([dated.words], [one for one in TABLE if not one.there_on(at)])
        if not excused(dated.words, hit.named, at)
    ]
    assert stale == []


NOT_FROM_THE_FIRST = {"better_care_power", "better_care_national_body", "better_care_grants", "complaints_regulations"}
"""Dated words for which there was nothing, or nothing is known, before some day."""


@pytest.mark.parametrize("role", PROJECT.roles)
def test_there_is_one_wording_on_every_day(role):
    first = Day(2015, 4, 1) if role.startswith("better") else Day(2009, 4, 1) if role in NOT_FROM_THE_FIRST else Day(2008, 1, 1)
    assert [str(at) for at in edges() if at >= first and sum(dated.right_on(at) for dated in PROJECT.roles[role]) != 1] == []


@pytest.mark.parametrize(
    ("role", "at", "words"),
    [
        ("data_protection_legislation", "24 May 2018", "Data Protection Act 1998"),
        ("data_protection_legislation", "25 May 2018", "Data Protection Act 2018"),
        ("data_protection_legislation", "31 December 2020", "Regulation (EU) 2016/679"),
        ("data_protection_legislation", "1 January 2021", "UK GDPR"),
        ("data_protection_legislation", "19 June 2025", "Data (Use and Access) Act 2025"),
        ("data_complaint_procedure", "18 June 2026", "its own procedure"),
        ("data_complaint_procedure", "19 June 2026", "requires it to have"),
        ("procurement_law", "23 February 2025", "Public Contracts Regulations 2015"),
        ("procurement_law", "24 February 2025", "Procurement Act 2023"),
        ("health_procurement_law", "31 December 2023", "Competition"),
        ("health_procurement_law", "1 January 2024", "Provider Selection Regime"),
        ("trust_consent_body", "30 June 2022", "clinical commissioning group"),
        ("trust_consent_body", "1 July 2022", "integrated care board"),
        ("local_voice_body", "31 March 2013", "Local Involvement Network"),
        ("local_voice_body", "1 April 2013", "Local Healthwatch"),
        ("equality_duty", "4 April 2011", "Race Relations Act 1976"),
        ("equality_duty", "5 April 2011", "section 149"),
        ("complaints_regulations", "1 April 2009", "Complaints (England) Regulations 2009"),
    ],
)
def test_the_wording_is_that_of_the_day(role, at, words):
    (right,) = [dated.words for dated in PROJECT.roles[role] if dated.right_on(day(at))]
    assert words in right


# ------------------------------------------------------------------ another date


@pytest.fixture(scope="module")
def renewed():
    """Return what rules of dated law find in Lancashire's agreement of 2017, judged by the law of 2026."""
    read = PROJECT.judged_by("2026-04-01").read(LANCASHIRE)
    judging = Judging(read, PROJECT.terms())
    found = [*judging.facts(), *judging.paper("agreement", read.draft("agreement").drafted.document)]
    return [problem for problem in found if problem.rule in ("bodies-in-law", "tl-a", "tl-b", "tl-c", "tl-e")]


@pytest.mark.thorough
def test_each_group_is_told_at_its_place_with_its_last_day_and_its_successor(renewed):
    told = [problem for problem in renewed if problem.rule == "bodies-in-law"]
    assert len(told) == 6
    for problem in told:
        assert problem.level == "error"
        assert problem.place.file == f"agreements/{LANCASHIRE}/agreement.yaml"
        assert "30 June 2022, and integrated care boards" in problem.message


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("words", "ended", "successor"),
    [
        ("CCGs", "30 June 2022", "integrated care boards"),
        ("Public Contracts Regulations 2015", "23 February 2025", "the Procurement Act 2023"),
        ("Patient Choice and Competition", "31 December 2023", "Provider Selection Regime"),
        ("Data Protection Act 1998", "24 May 2018", "the UK GDPR and the Data Protection Act 2018"),
        ("Information Governance Toolkit", "31 March 2018", "the Data Security and Protection Toolkit"),
    ],
)
def test_what_a_renewal_must_change_is_told_with_its_end_and_successor(renewed, words, ended, successor):
    assert any(words in one.message and ended in one.message and successor in one.message for one in renewed)


def test_dated_words_that_only_the_library_knows_are_told_with_those_of_the_other_day(renewed):
    assert any("section 14Z2 " in one.message and "section 14Z45" in one.remedy for one in renewed)
    assert any("Health and Care Professions Council" in one.message and "Social Work England" in one.remedy for one in renewed)


def test_words_of_facts_are_told_where_they_are_stated_and_each_place_once(renewed):
    places = [problem.place for problem in renewed if "“CCG" in problem.message]
    assert len(places) == len(set(places)) == 2
    assert {place.file for place in places} == {f"agreements/{LANCASHIRE}/agreement.yaml"}


def test_pending_law_is_told_once_with_how_sure_it_is(renewed):
    told = [problem for problem in renewed if problem.rule == "tl-e"]
    assert {problem.level for problem in told} == {"advice"}
    rows = [row for problem in told for row in ("tl-e-05", "tl-e-08") if row in problem.message]
    assert sorted(rows) == ["tl-e-05", "tl-e-08"]
    assert all("Looked at on 21 November 2026" in problem.message for problem in told)


@pytest.mark.thorough
def test_the_command_judges_by_another_date(tmp_path, capsys):
    root = laid_out(tmp_path / "project", RIVER)
    main(["check", "river", "--as-at", "2012-05-01"], root)
    assert "There was no integrated care board on 1 May 2012" in capsys.readouterr().err
    main(["check", "river"], root)
    assert "There was no" not in capsys.readouterr().err


def test_what_is_no_day_is_refused():
    with pytest.raises(Refused, match="--as-at"):
        PROJECT.judged_by("yesterday")


def test_the_examples_of_reading_are_true():
    assert doctest.testmod(passing).failed == 0


def test_a_fault_in_the_files_of_pending_law_is_told_at_its_place(tmp_path, capsys):
    root = laid_out(tmp_path / "project", RIVER)
    (root / "templates" / "law" / "pending" / "wrong.yaml").write_text("bill:\n  row: tl-e-99\n", encoding="utf-8")
    assert main(["check", "river"], root) == 1
    assert "templates/law/pending/wrong.yaml:1:1: error:" in capsys.readouterr().err
