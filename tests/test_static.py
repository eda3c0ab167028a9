"""Templates are checked against the models without any facts: all names, fields, filters and references, in every branch."""

from __future__ import annotations

from fractions import Fraction
from typing import get_args

import pytest
from cases import RIVER, laid_out
from whole import PROJECT

from section75.document.tree import Text
from section75.drafting.names import ALONE, Stand, kinds_for, kinds_of_names, names_of
from section75.facts.agreement import Agreement
from section75.facts.arrangement import Arrangement
from section75.facts.equality import EqualityAnalysis
from section75.facts.report import Report
from section75.facts.values import Shares
from section75.problems import Problem, Refused
from section75.project import Project
from section75.text.compiling import compile_template
from section75.text.kinds import Listed, fields_of
from section75.text.library import Library, Template
from section75.text.markup import read_blocks
from section75.text.printing import PRINTED
from section75.text.static import Scope, check_names
from section75.text.targets import check_targets

SCOPE = Scope(kinds_for("report", PROJECT.roles), frozenset({"notices", "schedule-exit"}))


def said(text: str, scope: Scope = SCOPE) -> list[str]:
    """Return what is said of a text: the line, the column and the message of each problem."""
    return [f"{problem.place.line}:{problem.place.column} {problem.message}" for problem in faults(text, scope)]


def faults(text: str, scope: Scope = SCOPE) -> tuple[Problem, ...]:
    compiled = compile_template(text, "text.md")
    return compiled if isinstance(compiled, tuple) else check_names(compiled, scope)


# ------------------------------------------------------------------ the project's own texts


def test_every_text_of_the_library_stands_without_facts():
    assert PROJECT.text_problems == ()


@pytest.mark.parametrize("name", PROJECT.names)
def test_every_text_of_an_agreement_stands_without_facts(name):
    assert [problem for problem in PROJECT.read(name).warnings if problem.level == "error"] == []


def test_texts_are_checked_by_the_names_that_they_are_rendered_with():
    agreement = PROJECT.read(PROJECT.names[0]).agreement
    assert set(kinds_of_names(PROJECT.roles)) == set(names_of(agreement, PROJECT.roles))
    of_one_agreement = set(get_args(Stand)) - set(ALONE)
    assert all(set(kinds_for(stand, PROJECT.roles)) >= set(kinds_of_names(PROJECT.roles)) for stand in of_one_agreement)


def test_every_model_says_of_what_kind_its_fields_are():
    """A property without an annotation would let any name behind it pass."""
    models = [owner for owner in reached() if not issubclass(owner, (*PRINTED, Shares, Fraction))]
    assert [f"{owner.__name__}.{name}" for owner in models for name, kinds in fields_of(owner).items() if object in kinds] == []
    assert {Agreement, Arrangement, Report, EqualityAnalysis} <= set(models)


def reached() -> list[type]:
    """Return every class of the facts that a template can come to."""
    waiting, found = [Agreement, Report, EqualityAnalysis], []
    while waiting:
        owner = waiting.pop()
        found.append(owner)
        held = [kind for kinds in fields_of(owner).values() for kind in kinds]
        held += [inner for kind in held if isinstance(kind, Listed) for inner in kind.items]
        waiting += [
            kind for kind in dict.fromkeys(held) if isinstance(kind, type) and kind is not object and kind not in (*found, *waiting)
        ]
    return found


# ------------------------------------------------------------------ names and fields


@pytest.mark.parametrize(
    "text",
    [
        "{{ title }} {{ term.expiry }} {{ subject | capital }}",
        "{% for partner in partners %}{{ loop.index }} {{ partner.key }} {{ partner.lead.post }}{% endfor %}",
        "{{ partners | each('name') | list_and }} {{ groups | each('members') | length }}",
        "{% if arrangement.nhs is not none and arrangement.nhs.several %}{{ arrangement.nhs.a }}{% endif %}",
        "{% if 'notices' is included or 'schedule-exit' is included %}x{% endif %}",
        "{% if kind == 'framework' %}{% elif kind in ['agreement', 'memorandum'] %}{% endif %}",
        "{{ outcomes }}",  # a list or a blank: which of the two only the facts say
        "{{ report.meeting.date | weekday }} {{ report.recommendations | length | words }}",
        "{{ law.data_protection_legislation }}",
        "{{ insurance | each('covers') | list_and }} {% for one in resources %}{{ one.items | list_or }}{% endfor %}",
        "{% for year in contributions %}{{ year.anything.at_all }}{% endfor %}",  # maps in maps are not followed
        "{{ title if better_care_fund else subject }}",
    ],
)
def test_a_text_that_asks_for_what_there_is_stands(text):
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ titel }}", "1:4 “titel” is not a name that this text may use."),
        ("a\n  {{ term.expirey }}", "2:11 “expirey” is not a field of a term."),
        ("{% if false %}{{ xyzzy }}{% endif %}", "1:18 “xyzzy” is not a name that this text may use."),
        ("{% for fund in funds %}{{ fund.hots }}{% endfor %}", "1:32 “hots” is not a field of a fund."),
        ("{% for fund in funds if fund.kindd %}x{% endfor %}", "1:30 “kindd” is not a field of a fund."),
        ("{{ partners | each('nmae') | list_and }}", "1:21 “nmae” is not a field of a partner."),
        ("{{ law.data_protectoin }}", "1:8 “data_protectoin” is not a field of a law."),
        ("{{ arrangement.nhs.is_nhs_trust }}", "1:20 “is_nhs_trust” is not a field of a group."),
        ("{{ partners.council.name }}", "1:13 “council” is not a field of a list."),
        ("{{ title.upper }}", "1:10 “upper” is not a field of words."),
        ("{{ title | shout }}", "1:12 There is no filter “shout”."),
        ("{% if title is defined %}{% endif %}", "1:16 There is no test “defined”."),
        ("{% if 'notises' is included %}{% endif %}", "1:8 There is no clause or schedule “notises” that could be included here."),
        ("{{ partners }}", "1:4 “partners” is a list, which cannot be printed by itself."),
        ("{{ term }}", "1:4 “term” is a term, which cannot be printed."),
        ("{{ partners | list_and }}", "1:4 “partners” is a partner, which cannot be printed."),
        ("{{ funds | each('host') | list_and }}", "1:18 “host” is a partner, which cannot be printed."),
        ("{{ term.extension | capital }}", "1:9 “extension” is an extension, which cannot be printed."),
        ("{{ arrangement.pooled }}", "1:16 “pooled” is a yes or no, which cannot be printed."),
        ("{{ title | list_and }}", "1:12 “list_and” takes a list, not words."),
        ("{{ term.expiry | short_money }}", "1:18 “short_money” takes an amount of money, not a date."),
        ("{% for sign in title %}{% endfor %}", "1:16 “title” is no list, so it cannot be repeated over."),
        ("{% if report.kind == 'aprove' %}{% endif %}", "1:23 “aprove” is not one of the choices, so this never holds."),
        ("{% if kind in ['agreement', 'deed'] %}{% endif %}", "1:30 “deed” is not one of the choices, so this never holds."),
        ("{{ title if better_care_fund }}", "1:10 This says nothing where its condition does not hold."),
    ],
)
def test_a_text_that_asks_for_what_there_is_not_is_refused_at_its_column(text, expected):
    assert said(text) == [expected]


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("{{ titel }}", "Did you mean “title”?"),
        ("{{ xyzzy }}", "See the names and filters in templates/README.md."),
        ("{{ law.data_protectoin_legislation }}", "Did you mean “data_protection_legislation”?"),
        ("{% if title is knwon %}{% endif %}", "Did you mean “known”?"),
        ("{% if 'notises' is included %}{% endif %}", "Did you mean “notices”?"),
        ("{% if kind in ['deed'] %}{% endif %}", "Use one of: agreement, framework, memorandum."),
        ("{{ term }}", "Print one of its fields."),
    ],
)
def test_what_is_refused_says_what_to_do(text, remedy):
    assert [problem.remedy for problem in faults(text)] == [remedy]


def test_all_slips_of_a_text_come_at_once_whichever_branch_they_stand_in():
    text = "{% if titel %}{{ a1 }}{% elif b2 %}{{ c3 }}{% else %}{% for d in e4 %}{{ d.x }}{{ f5 }}{% endfor %}{% endif %}"
    assert [line.split("“")[1].split("”")[0] for line in said(text)] == ["titel", "a1", "b2", "c3", "e4", "f5"]


def test_a_loop_variable_is_gone_after_its_loop():
    assert said("{% for one in partners %}{{ one.name }}{% endfor %}\n{{ one }}") == ["2:4 “one” is not a name that this text may use."]


# ------------------------------------------------------------------ names of blocks, and references


def targets(*texts: str) -> list[str]:
    made = []
    for number, text in enumerate(texts, 1):
        compiled = compile_template(text, f"{number}.md")
        assert not isinstance(compiled, tuple)
        made.append(Template(str(number), number, f"{number}.md", compiled))
    return [f"{problem.place} {problem.message}" for problem in check_targets(made, ["cover"])]


@pytest.mark.parametrize(
    "texts",
    [
        ("# One {#one}\n\n1. See [clause](#two) and [cover](#cover).\n", "# Two {#two}\n\n1. See [clause](#one).\n"),
        ("{% if title %}\n# One {#one}\n{% else %}\n# Another {#one}\n{% endif %}\n",),
        ("{% if title %}\n# A {#one}\n{% elif subject %}\n# B {#one}\n{% elif form %}\n# C {#one}\n{% endif %}\n",),
        ("{% for one in schemes %}\n## One {#of-{{ one.key }}}\n\nSee [it](#of-{{ one.key }}), [home](#of-home).\n{% endfor %}\n",),
        ("{% if title %}{#one}{% endif %} \\{#one} is no name\n",),
    ],
)
def test_names_that_stand_once_in_a_document_may_be_referred_to(texts):
    assert targets(*texts) == []


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("# One {#one}\n\n1. Words. {#one}\n",), "1.md:3:13 “one” is a name already, in 1.md:1."),
        (("# One {#one}\n", "# Two {.part #one}\n"), "2.md:1:15 “one” is a name already, in 1.md:1."),
        (
            ("{% if title %}{% else %}\n1. See [it](#noticse).\n{% endif %}\n", "# N {#notices}\n"),
            "1.md:2:14 There is no “noticse” to refer to.",
        ),
    ],
)
def test_a_name_borne_twice_and_a_reference_to_nothing_are_refused(texts, expected):
    assert targets(*texts) == [expected]


# ------------------------------------------------------------------ where it is done


def problems_of(root) -> list[Problem]:
    with pytest.raises(Refused) as refused:
        Project(root).read("river")
    return list(refused.value.problems)


def test_a_text_with_a_slip_of_syntax_does_not_make_the_references_to_it_wrong(tmp_path):
    root = laid_out(tmp_path / "project", RIVER)
    notices = root / "templates" / "clauses" / "620-notices.md"
    notices.write_text(notices.read_text(encoding="utf-8") + "\n{% if %}\n", encoding="utf-8")
    assert {problem.place.file for problem in problems_of(root)} == {"templates/clauses/620-notices.md"}


def test_a_part_that_every_agreement_needs_is_missed(tmp_path):
    root = laid_out(tmp_path / "project", RIVER)
    (root / "templates" / "execution.md").unlink()
    (root / "templates" / "headings.md").write_text("# Parties {#parties}\n\n# Execution {#execution}\n", encoding="utf-8")
    assert [str(problem) for problem in problems_of(root)] == [
        "templates/execution.md:1:1: error: This text is missing. Every agreement needs it: put it back. [name]",
        "templates/headings.md:1:1: error: There is no heading “operative”. Write “# Words {#operative}”. [name]",
    ]


def test_the_slips_of_another_partnership_do_not_stop_this_one(tmp_path):
    root = laid_out(tmp_path / "project", RIVER)
    own = root / "agreements" / "other" / "clauses"
    own.mkdir(parents=True)
    (own.parent / "agreement.yaml").write_text("renews: ../river\n", encoding="utf-8")
    (own / "650-testing.md").write_text("# Testing {#testing}\n\n1. {{ titel }}\n", encoding="utf-8")
    assert Project(root).read("river").name == "river"
    with pytest.raises(Refused, match="titel"):
        Project(root).read("other")


def test_a_warning_of_a_report_is_shown_and_does_not_refuse(tmp_path):
    root = laid_out(tmp_path / "project", RIVER)
    path = root / "agreements" / "river" / "reports" / "2026-02-05-cabinet.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("title: River", "status: Part #1\ntitle: River"), encoding="utf-8")
    assert [problem.level for problem in Project(root).read("river").warnings] == ["warning"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_may_end_as_they_do_on_any_system(end, tmp_path):
    clause = tmp_path / "010-term.md"
    lines = ("---", "when: yes", "---", "# Term {#term}", "", "{% if yes %}", "1. It lasts.", "{% endif %}", "")
    clause.write_bytes(end.join(lines).encode())
    read = Library(tmp_path).read(clause, "term")
    (section,) = read_blocks(read.body.render({"yes": True}).text, "010-term.md").blocks
    assert (section.id, [(item.place.line, item.content) for item in section.children]) == ("term", [(7, (Text("It lasts"),))])
