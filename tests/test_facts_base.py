"""The base of the models: every kind of field, every fault at once and at its place, blanks, assumptions and renewals."""

import json
from typing import Annotated, ClassVar

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import model_validator

from section75.facts import reader
from section75.facts.base import (
    Afresh,
    Amount,
    Blank,
    Blankable,
    BlankChoice,
    By,
    Choice,
    Date,
    Day,
    Decide,
    Fact,
    Fault,
    FinancialYear,
    Keyed,
    KeyOf,
    Length,
    Line,
    Many,
    Money,
    Number,
    Passage,
    Proportion,
    Reference,
    Shares,
    SharesOf,
    Until,
    Variant,
    WhenKnown,
    Words,
    Year,
    keep,
    read_facts,
    read_model,
)
from section75.problems import Place, Refused


class Post(Fact):
    shorthand = "post"

    post: Line
    email: Line | None = None


class Partner(Fact):
    former: ClassVar = {"title": "name"}

    name: Line
    kind: Annotated[Words, Choice("county council", "integrated care board")]
    address: Annotated[Line | Blank, Blankable("the principal office of {name}")]
    lead: Annotated[Post | Blank, Blankable("the lead officer of {name}")]
    code: Annotated[Line | Blank | None, Blankable("the code of {name}")] = None
    succeeds: Many[Line] = ()


class Term(Fact):
    commencement: Annotated[Date | Blank, Blankable("the commencement date"), Afresh]
    expiry: Annotated[Date | Blank, Blankable("the expiry date"), Afresh]
    notice: Length | None = None
    decide: Until | None = None
    opened: WhenKnown | None = None

    @model_validator(mode="after")
    def _in_order(self):
        if isinstance(self.expiry, Day) and isinstance(self.commencement, Day) and self.expiry < self.commencement:
            raise Fault("It ends before it begins.", "Check both dates.", at="expiry")
        return self


class SharedStep(Fact):
    share: Annotated[Shares, SharesOf("partners")]
    up_to: Amount | None = None


class BearStep(Fact):
    bear: Annotated[Partner, Reference("partners")]


class Body(Fact):
    reports_to: Annotated[Words, KeyOf("boards")] | None = None


class Fund(Fact):
    name: Line
    host: Annotated[Partner | Blank, Reference("partners"), Blankable("the host of the {name}")]
    overspend: Many[Annotated[SharedStep | BearStep, Variant("step")]] = ()
    decides: Annotated[Partner | Body, Reference("partners", "boards")] | None = None
    reserve: Annotated[Amount | Blank, Blankable("the reserve held by {host.name} in the {name}")]


Contribution = Annotated[Amount | Blank, Blankable("the contribution to {keys[2]} in {keys[1]}")]


class Scheme(Fact):
    lead: Annotated[Partner, Reference("partners")]
    approvals: Annotated[Many[Line], Afresh] = ()


class Agreement(Fact):
    renews: Line | None = None
    title: Line
    pooled: Decide = False
    partners: Annotated[Keyed[Partner], keep("partners")]
    term: Term
    boards: Annotated[Keyed[Body], keep("boards")] = Keyed({})
    funds: Annotated[Keyed[Fund], keep("funds")] = Keyed({})
    contributions: By[FinancialYear, By[Annotated[Words, KeyOf("funds")], Contribution]] = By({})
    schemes: Keyed[Scheme] = Keyed({})
    people: Number | None = None
    share: Proportion | None = None
    improvement: Passage | None = None


GOOD = """\
title: Better Care
pooled: yes
partners:
  council:
    name: Kent County Council
    kind: County Council
    lead: Director of Adult Services
    code: TBC
    succeeds: [Old Council, Older Council]
  icb:
    name: NHS Kent
    kind: integrated care board
    address: {assumed: 1 High Street, because: it is on their website}
    lead: {post: Director of Place, email: place@example.org}
    succeeds: NHS West Kent
term: {commencement: 1 April 2026, expiry: TBC, notice: 12 months, decide: 6 months before expiry, opened: May 2014}
boards:
  board: {reports_to: wellbeing}
  wellbeing: {}
funds:
  home:
    name: Home Fund
    host: council
    overspend:
      - share: 50:50
        up_to: £1.5m
      - share: {icb: 60 %, council: 40 %}
      - bear: icb
    decides: board
  away: {name: Away Fund}
contributions:
  2026/27: {home: "6,200,000", away: TBC}
people: 1,200
share: 1/3
improvement: |
  One.

  Two.
"""


@pytest.fixture
def write(tmp_path):
    def write(text, folder="x"):
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / "a.yaml").write_text(text)
        return tmp_path / folder / "a.yaml"

    return write


@pytest.fixture
def read(write):
    def read(text, folder="x", known=None):
        return read_model(Agreement, write(text, folder), f"{folder}/a.yaml", known or {})

    return read


@pytest.fixture
def agreement(read):
    return read(GOOD)


# ------------------------------------------------------------------ what is taken


def test_each_field_holds_the_value_of_its_kind(agreement):
    council, icb = agreement.partners.values()
    home = agreement.funds["home"]
    assert agreement.title == "Better Care"
    assert agreement.pooled is True
    assert council.kind == "county council"
    assert council.lead == Post(post="Director of Adult Services")
    assert icb.lead.email == "place@example.org"
    assert (council.succeeds, icb.succeeds) == (("Old Council", "Older Council"), ("NHS West Kent",))
    assert agreement.term.commencement == Day(2026, 4, 1)
    assert agreement.term.decide.on(Day(2028, 3, 31)) == Day(2027, 9, 30)
    assert home.overspend[0].share.named == {"council": 1 / 2, "icb": 1 / 2}
    assert home.overspend[0].up_to == Money(150_000_000)
    assert agreement.contributions[Year(2026)]["home"] == Money(620_000_000)
    assert (agreement.people, agreement.share * 3) == (1200, 1)
    assert agreement.improvement == "One.\n\nTwo."


def test_a_reference_is_the_thing_itself_and_within_its_own_map_a_checked_key(agreement):
    home = agreement.funds["home"]
    assert home.host is agreement.partners["council"]
    assert home.overspend[2].bear is agreement.partners["icb"]
    assert home.decides is agreement.boards["board"]
    assert agreement.boards["board"].reports_to == "wellbeing"


def test_every_value_knows_its_path_and_every_thing_its_key_and_place(agreement):
    home = agreement.funds["home"]
    found = {value.path: str(value.place) for value in (home.name, home.overspend[0].up_to, agreement.term.notice, agreement.people)}
    assert found == {
        "funds.home.name": "x/a.yaml:22:11",
        "funds.home.overspend.0.up_to": "x/a.yaml:26:16",
        "term.notice": "x/a.yaml:16:57",
        "people": "x/a.yaml:33:9",
    }
    assert (home.key, home.path, str(home.place())) == ("home", "funds.home", "x/a.yaml:21:3")
    assert str(home.place("host")) == "x/a.yaml:23:11"
    assert str(home.place("reserve")) == "x/a.yaml:21:3"
    lead = agreement.partners["council"].lead
    assert (lead.post.path, str(lead.place("post"))) == ("partners.council.lead.post", "x/a.yaml:7:11")
    assert [year.path for year in agreement.contributions] == ["contributions.2026/27"]


def test_known_things_of_another_file_can_be_referred_to(write, agreement):
    class Report(Fact):
        leads: Annotated[Partner, Reference("partners")]

    path = write("leads: icb", "report")
    assert read_model(Report, path, "r.yaml", {"partners": agreement.partners}).leads is agreement.partners["icb"]
    with pytest.raises(Refused) as refused:
        read_model(Report, write("leads: ibc", "report"), "r.yaml", {"partners": agreement.partners})
    assert str(refused.value) == "r.yaml:1:8: error: There is no “ibc” in partners. Did you mean “icb”? [facts]"


def test_facts_are_equal_and_hash_alike_wherever_they_are_written(read):
    one, other = read(GOOD), read(f"# moved down\n{GOOD}", "y")
    assert one == other
    assert hash(one) == hash(other)
    assert one != read(GOOD.replace("people: 1,200", "people: 1,201"))
    assert one != read(GOOD.replace("expiry: TBC", "expiry: 1 May 2027"))


def test_nothing_in_the_facts_can_be_changed(agreement):
    with pytest.raises(ValueError, match="frozen"):
        agreement.title = "Other"
    with pytest.raises(TypeError):
        agreement.partners["x"] = None


def test_models_can_be_built_without_a_file():
    partner = Partner(name="Kent", kind="county council", lead="Director")
    assert partner.lead.post == "Director"
    assert partner.address.label == "the principal office of Kent"
    assert partner.place("name") == Place("")
    with pytest.raises(ValueError, match="Did you mean “name”"):
        Partner(nam="Kent", name="Kent", kind="county council")


def test_the_schema_for_editors_can_be_made():
    schema = json.dumps(Agreement.model_json_schema())
    assert '"a key of partners"' in schema
    assert '["county council", "integrated care board"]' in schema


# ------------------------------------------------------------------ blanks


def test_what_is_absent_or_to_be_confirmed_is_a_blank_named_after_its_siblings(agreement):
    council, icb = agreement.partners.values()
    blanks = [council.address, council.code, agreement.term.expiry, agreement.contributions[Year(2026)]["away"]]
    assert [blank.label for blank in blanks] == [
        "the principal office of Kent County Council",
        "the code of Kent County Council",
        "the expiry date",
        "the contribution to away in 2026/27",
    ]
    assert [str(blank.place) for blank in blanks] == ["x/a.yaml:4:3", "x/a.yaml:8:11", "x/a.yaml:16:44", "x/a.yaml:32:38"]
    assert icb.code is None


def test_the_label_of_a_blank_may_name_a_field_of_a_sibling_or_another_blank(agreement):
    home, away = agreement.funds.values()
    assert home.reserve.label == "the reserve held by Kent County Council in the Home Fund"
    assert away.reserve.label == "the reserve held by the host of the Away Fund in the Away Fund"


@pytest.mark.parametrize("words", ["", "TBC", "tbd", "to be agreed", "?", "~", '"TBC"', "To be confirmed"])
def test_a_blank_may_be_written_in_many_ways(read, words):
    council = read(GOOD.replace("lead: Director of Adult Services", f"lead: {words}")).partners["council"]
    assert council.lead.label == "the lead officer of Kent County Council"


def test_an_optional_field_left_empty_is_absent(read):
    assert read(GOOD.replace("people: 1,200", "people:")).people is None


def test_a_rule_that_decides_by_a_blank_is_a_fault_and_no_crash(write):
    class Hasty(Term):
        @model_validator(mode="after")
        def _hasty(self):
            if self.expiry > Day(2026, 1, 1):
                raise Fault("Too late.", "Hurry.")
            return self

    with pytest.raises(Refused, match="“the expiry date” is not known yet, so nothing can be decided by it"):
        read_model(Hasty, write("notice: 1 year"), "t.yaml")


# ------------------------------------------------------------------ assumptions


def test_an_assumption_is_the_value_assumed_and_is_recorded_with_its_reason(agreement):
    (assumption,) = agreement.assumptions
    assert agreement.partners["icb"].address == "1 High Street"
    assert agreement.partners["icb"].address.path == assumption.path == "partners.icb.address"
    assert (assumption.words, assumption.because, str(assumption.place)) == (
        "1 High Street",
        "it is on their website",
        "x/a.yaml:13:24",
    )


@pytest.mark.parametrize(
    ("was", "assumed", "path", "words"),
    [
        ("pooled: yes", "pooled: {assumed: yes, because: r}", "pooled", "yes"),
        ("host: council", "host: {assumed: council, because: r}", "funds.home.host", "council"),
        ("[Old Council, Older Council]", "{assumed: [A, B], because: r}", "partners.council.succeeds", "A, B"),
        ("[Old Council, Older Council]", "[A, {assumed: B, because: r}]", "partners.council.succeeds.1", "B"),
        ("lead: Director of Adult Services", "lead: {assumed: {post: D}, because: r}", "partners.council.lead", "D"),
        ('"6,200,000"', '{assumed: "5", because: r}', "contributions.2026/27.home", "5"),
    ],
)
def test_anything_may_be_assumed(read, was, assumed, path, words):
    found = read(GOOD.replace(was, assumed)).assumptions
    assert (path, words, "r") in [(one.path, one.words, one.because) for one in found]


def test_the_parts_of_an_assumed_map_keep_the_path_of_the_field(read):
    text = GOOD.replace("lead: Director of Adult Services", "lead: {assumed: {post: D}, because: r}")
    assert read(text).partners["council"].lead.post.path == "partners.council.lead.post"


@pytest.mark.parametrize(
    ("assumed", "fault"),
    [
        (
            "{assumed: x}",
            (
                "1:1: error: The assumption of “title” gives no reason. "
                "Write because: and the reason in one line; it is printed as a drafting note. [facts]"
            ),
        ),
        (
            "{assumed: x, because: y, since: z}",
            "1:33: error: “since” is no part of an assumption. Write {assumed: …, because: …} and nothing else. [facts]",
        ),
    ],
)
def test_an_assumption_needs_a_reason_and_nothing_else(read, assumed, fault):
    with pytest.raises(Refused) as refused:
        read(GOOD.replace("title: Better Care", f"title: {assumed}"))
    assert str(refused.value) == f"x/a.yaml:{fault}"


# ------------------------------------------------------------------ faults

BAD = """\
title: TBC
pooled: maybe
partnrs: 3
partners:
  council: {title: Kent, name: Kent, kind: county counsil, lead: {email: x}}
  Bad-Key: {name: NHS Kent, kind: integrated care board}
  icb: {name: NHS Kent, kind: integrated care board, address: {a: b}}
term: {commencement: 1 April 2026, expiry: 31 March 2025, notice: [1 year], decide: TBC}
boards:
  board: {reports_to: welbeing}
  wellbeing: {reports_to: *x}
funds:
  home:
    host: concil
    reserve: 1.5
    overspend:
      - share: 60:40
      - share: {icb: 60 %, council: 50 %}
      - share: {icbb: 60 %, council: 40 %}
      - {bear: icb, share: equally}
      - agree
  other: x
contributions:
  2026/28: {home: TBC}
  2026/27: {hom: "6", home: {icb: 5}}
people: [a]
share: 60
schemes: {}
"""

FAULTS = """\
1:8: error: “title” cannot be left blank. State it. [facts]
2:9: error: “maybe” is neither yes nor no. Write yes or no. [facts]
3:1: error: “partnrs” is not a field here. Did you mean “partners”? [facts]
5:13: error: “title” has another name now. It is now called “name”. [facts]
5:44: error: “county counsil” is not one of the choices. Did you mean “county council”? [facts]
5:60: error: “post” is missing. Add a line “post: …”. [facts]
6:3: error: “Bad-Key” is not a key. Keys are small letters, figures and _. Write bad_key. [facts]
7:54: error: Words are expected here, not fields. Put the words in quotes if they contain a colon. [facts]
8:67: error: One value is expected here, not a list. Write it without brackets or dash. [facts]
8:85: error: “decide” cannot be left blank. State it. [facts]
10:23: error: There is no “welbeing” in boards. Did you mean “wellbeing”? [facts]
11:27: error: “*x” is an alias. Write the value out, or put it in quotes. [yaml]
13:3: error: “name” is missing. Add a line “name: …”. [facts]
14:11: error: There is no “concil” in partners. Did you mean “council”? [facts]
15:14: error: “1.5” may be pounds or millions. Write pence with two figures, or say £6.2m. [facts]
17:16: error: “60:40” does not say whose share is which. Write {icb: 60 %, council: 40 %}. [facts]
18:9: error: The shares make 110 %, not 100 %. Write thirds as 1/3; make the shares sum to 100 %. [facts]
19:17: error: There is no “icbb” in partners. Did you mean “icb”? [facts]
20:9: error: This step does not say exactly one of: share, bear. Write each as one entry with one of these words. [facts]
21:9: error: This step does not say exactly one of: share, bear. Write each as one entry with one of these words. [facts]
22:10: error: Fields are expected here, one on each line. Begin with “name: …”. [facts]
24:3: error: “2026/28” is not one year. Write 2026/27. [facts]
25:13: error: There is no “hom” in funds. Did you mean “home”? [facts]
25:23: error: Words are expected here, not fields. Put the words in quotes if they contain a colon. [facts]
26:9: error: One value is expected here, not a list. Write it without brackets or dash. [facts]
27:8: error: “60” lacks its sign. Write 60 %. [facts]
"""

LOADERS = [yaml.SafeLoader, *([yaml.CSafeLoader] if hasattr(yaml, "CSafeLoader") else [])]


@pytest.mark.parametrize("loader", LOADERS)
def test_all_faults_of_a_file_come_at_once_each_at_its_place(read, monkeypatch, loader):
    monkeypatch.setattr(reader, "LOADER", loader)
    with pytest.raises(Refused) as refused:
        read(BAD)
    assert str(refused.value).replace("x/a.yaml:", "") == FAULTS.rstrip("\n")


ONE_FAULT = {
    "a partner with faults is still referred to": (
        ("    name: NHS Kent\n    kind: i", "    kind: i"),
        "10:3: error: “name” is missing. Add a line “name: …”. [facts]",
    ),
    "a rule points at the field it names": (
        ("expiry: TBC", "expiry: 1 April 2025"),
        "16:44: error: It ends before it begins. Check both dates. [facts]",
    ),
    "a thing that is missing whole": (
        ("term: {commencement", "terms: {commencement"),
        "1:1: error: “term” is missing. Add a line “term: …”. [facts]",
        "16:1: error: “terms” is not a field here. Did you mean “term”? [facts]",
    ),
    "no fund is stated": (
        ("  2026/27: {home:", "  2026/27: {homes:"),
        "32:13: error: There is no “homes” in funds. Did you mean “home”? [facts]",
    ),
    "syntax hides the rest": (
        ("title: Better Care", "title: Better: Care\nfoo: bar"),
        "1:14: error: A second colon stands in this line. Put words that contain a colon in quotes. [yaml]",
    ),
    "several lines where one is meant": (
        ("title: Better Care", "title: |\n  a\n  b"),
        "1:8: error: These words run over several lines. Write one line, or join the lines with >- after the colon. [facts]",
    ),
    "a blank map": (
        ("  wellbeing: {}", "  wellbeing: TBC"),
        "19:14: error: “wellbeing” cannot be left blank. State it. [facts]",
    ),
    "a step that was refused already": (
        ("- bear: icb", "- *x"),
        "28:9: error: “*x” is an alias. Write the value out, or put it in quotes. [yaml]",
    ),
    "a step left blank": (
        ("- bear: icb", "- TBC"),
        "28:9: error: “overspend” cannot be left blank. State it. [facts]",
    ),
    "a share without its sign": (
        ("{icb: 60 %, council: 40 %}", "{icb: 60, council: 40 %}"),
        "27:22: error: “60” lacks its sign. Write 60 %. [facts]",
    ),
    "a blank in a list": (
        ("[Old Council, Older Council]", "[Old Council, TBC]"),
        "9:29: error: “succeeds” cannot be left blank. State it. [facts]",
    ),
    "a list where a map is meant": (
        ("boards:\n  board: {reports_to: wellbeing}\n  wellbeing: {}", "boards: [a, b]"),
        "17:9: error: Entries with a key each are expected here. Write each as “key: …” on its own line. [facts]",
        "27:14: error: There is no “board” in partners or boards. Use one of: council, icb. [facts]",
    ),
}


@pytest.mark.parametrize(("change", "expected"), [(c, e) for c, *e in ONE_FAULT.values()], ids=ONE_FAULT)
def test_one_slip_gives_its_faults_and_no_others(read, change, expected):
    assert change[0] in GOOD
    with pytest.raises(Refused) as refused:
        read(GOOD.replace(*change))
    assert [str(problem).removeprefix("x/a.yaml:") for problem in refused.value.problems] == expected


def test_a_warning_refuses_nothing_and_is_kept(read):
    agreement = read(GOOD.replace("title: Better Care", "title: Better Care #2 Fund"))
    assert agreement.title == "Better Care"
    assert [str(warning.place) for warning in agreement.warnings] == ["x/a.yaml:1:20"]


LEAVES = st.sampled_from(["TBC", "x", "council", "icb", "£5", "1 April 2026", "60 %", "2026/27", "yes", "", "'7'", "*a", "removed"])
SOUP = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.dictionaries(
            st.sampled_from([*Agreement.model_fields, *Fund.model_fields, "council", "home", "2026/27", "share", "assumed", "because"]),
            inner,
            max_size=4,
        ).map(lambda entries: "{" + ", ".join(f"{key}: {value}" for key, value in entries.items()) + "}")
    ),
    max_leaves=12,
)


@pytest.mark.thorough
@settings(deadline=None)  # files are written, and the machine may be busy
@given(st.dictionaries(st.sampled_from(list(Agreement.model_fields)[1:]), SOUP))
def test_whatever_the_fields_hold_is_read_or_refused(tmp_path_factory, fields):
    path = tmp_path_factory.getbasetemp() / "soup.yaml"
    path.write_text("".join(f"{key}: {value}\n" for key, value in fields.items()) or "x: y")
    try:
        read_model(Agreement, path, "soup.yaml")
    except Refused as refused:
        assert all(problem.message and problem.remedy and problem.place.file for problem in refused.problems)  # noqa: PT017 - either may happen


@settings(deadline=None)  # likewise
@given(st.sampled_from(GOOD.splitlines()), SOUP)
def test_one_field_changed_to_anything_never_crashes(tmp_path_factory, line, value):
    path = tmp_path_factory.getbasetemp() / "changed.yaml"
    key, colon, _ = line.partition(":")
    path.write_text(GOOD.replace(line, f"{key}{colon} {value}") if colon else GOOD)
    try:
        agreement = read_model(Agreement, path, "changed.yaml")
    except Refused as refused:
        assert refused.problems  # noqa: PT017 - either may happen
    else:
        assert hash(agreement) == hash(read_model(Agreement, path, "changed.yaml"))


# ------------------------------------------------------------------ renewals

RENEWAL = """\
renews: ../x
term: {commencement: 1 April 2027}
funds:
  away: removed
  home:
    overspend: [{bear: council}]
contributions:
  2026/27: {away: removed}
  2027/28: {home: TBC}
"""


def test_a_renewal_states_only_what_changes_and_each_value_keeps_its_own_place(read, agreement):
    renewed = read(RENEWAL, "y")
    assert renewed.title == agreement.title
    assert list(renewed.funds) == ["home"]
    assert [step.bear.key for step in renewed.funds["home"].overspend] == ["council"]
    assert list(map(str, renewed.contributions)) == ["2026/27", "2027/28"]
    assert str(renewed.term.place("notice")) == "x/a.yaml:16:57"
    assert str(renewed.term.place("commencement")) == "y/a.yaml:2:22"
    assert [assumption.path for assumption in renewed.assumptions] == ["partners.icb.address"]


def test_dates_and_approvals_are_never_inherited(read):
    read(GOOD.replace("expiry: TBC", "expiry: 31 March 2028") + "schemes: {one: {lead: icb, approvals: [Cabinet]}}\n")
    renewed = read("renews: ../x\n", "y")
    assert [renewed.term.commencement.label, renewed.term.expiry.label] == ["the commencement date", "the expiry date"]
    assert renewed.schemes["one"].approvals == ()
    assert renewed.schemes["one"].lead.key == "icb"


def test_an_assumption_that_a_renewal_replaces_is_gone(read, agreement):
    renewed = read("renews: ../x\npartners: {icb: {address: 2 High Street}}\n", "y")
    assert renewed.partners["icb"].address == "2 High Street"
    assert (len(agreement.assumptions), len(renewed.assumptions)) == (1, 0)


def test_a_renewal_of_a_renewal_is_laid_over_both(read, write, agreement):
    write(RENEWAL, "y")
    third = read("renews: ../y/a.yaml\ntitle: Third\n", "z")
    assert (third.title, third.partners["icb"].name, list(third.funds)) == ("Third", agreement.partners["icb"].name, ["home"])


def test_faults_in_what_is_inherited_point_at_the_older_file(read, write):
    write(GOOD.replace("people: 1,200", "people: many"))
    with pytest.raises(Refused) as refused:
        read("renews: ../x\nfunds: {nothing: removed}\n", "y")
    assert [str(problem) for problem in refused.value.problems] == [
        "x/a.yaml:33:9: error: “many” is not a whole number. Write figures: 12 or 1,250. [facts]",
        "y/a.yaml:2:9: error: There is no funds.nothing to remove. Take the line out. [renewal]",
    ]


def test_agreements_that_renew_each_other_are_refused(read, write):
    write("renews: ../y\n")
    with pytest.raises(Refused) as refused:
        read("renews: ../x\n", "y")
    assert [str(problem) for problem in refused.value.problems] == [
        (
            "x/a.yaml:1:9: error: “../y” is renewed by this very file, directly or by way of others. "
            "Name the agreement that came before it. [renewal]"
        )
    ]


def test_an_older_agreement_that_is_not_there_is_refused(read):
    with pytest.raises(Refused, match=r"y/a.yaml:1:9: error: There is no “../older” with a file a.yaml to renew"):
        read("renews: ../older\n", "y")


def test_the_merged_tree_can_be_shown_with_the_file_of_each_value(write):
    write(GOOD)
    tree, problems = read_facts(Agreement, write("renews: ../x\ntitle: New\n", "y"), "y/a.yaml")
    assert not problems
    assert [str(tree[key].place) for key in ("title", "people")] == ["y/a.yaml:2:8", "x/a.yaml:33:9"]


def test_a_choice_by_a_blank_names_the_blank(agreement):
    with pytest.raises(BlankChoice, match="the expiry date"):
        bool(agreement.term.expiry)
