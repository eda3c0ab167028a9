"""The command `compare`: where its texts come from, and what it writes."""

import json
import re
import subprocess
from dataclasses import replace

import pytest
from pages import Page
from test_command import HILL, run
from whole import copy_of

from section75.commands.comparison import Comparison, form, forms
from section75.commands.versions import version
from section75.comparison.redline import redline_of
from section75.comparison.settling import settle
from section75.problems import Refused
from section75.project import Project
from section75.writers import written

OLD, NEW = "one team will plan each discharge", "one team will plan every discharge"


def git(root, *words):
    settings = ("-c", "user.name=x", "-c", "user.email=x@x.org", "-c", "commit.gpgsign=false", "-c", "core.autocrlf=false")
    subprocess.run(("git", "-C", str(root), *settings, *words), check=True, capture_output=True)


@pytest.fixture(scope="module")
def hill(tmp_path_factory):
    """A project in git, whose agreement has been changed since it was committed."""
    root = copy_of(tmp_path_factory.mktemp("hill"), HILL)
    git(root, "init", "-q", "-b", "main")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "As signed")
    facts = root / "agreements" / "hill" / "agreement.yaml"
    source = facts.read_text(encoding="utf-8")
    assert OLD in source
    facts.write_text(source.replace(OLD, NEW), encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def comparison(hill):
    project = Project(hill)
    return Comparison(project, "agreement", *(version(project, asked, "agreement") for asked in ("hill@HEAD", "hill")))


def shown(comparison, name):
    return form(name).write(comparison).decode()


# ------------------------------------------------------------------ where the texts come from


def test_what_changed_since_a_revision_is_told_with_its_place(comparison):
    said = " ".join(shown(comparison, "txt").split())
    assert "one team will plan each discharge" in said
    assert "one team will plan every discharge" in said
    assert re.search(r"[0-9]+ changes from hill@HEAD to hill\.", said)


def test_an_older_revision_is_drafted_with_its_own_texts_and_leaves_the_work_tree_alone(hill):
    clause = hill / "templates" / "clauses" / "680-counterparts.md"
    before = clause.read_bytes()
    clause.write_bytes(before.replace(b"counterpart", b"copy"))
    try:
        old = version(Project(hill), "hill@main", "agreement")
        assert b"counterpart" not in clause.read_bytes()
    finally:
        clause.write_bytes(before)
    assert "counterpart" in str(old.document)


def test_a_text_of_record_of_a_draft_has_no_changes_but_those_made_since(comparison, hill):
    record = hill / "signed.md"
    record.write_bytes(written(comparison.old.document, comparison.old.house, "md"))
    signed = version(comparison.project, str(record), "agreement")
    assert replace(comparison, old=signed, new=comparison.old).changes == ()
    changes = json.loads(shown(replace(comparison, old=signed), "json"))["changes"]
    assert {("each" in change["old"], "every" in change["new"]) for change in changes} == {(True, True)}


# ------------------------------------------------------------------ forms


def test_the_forms_are_those_of_their_folder():
    assert forms() == ("docx", "html", "json", "md", "pdf", "txt")


@pytest.mark.thorough
@pytest.mark.parametrize("name", ["html", "json", "md", "txt", "docx"])
def test_the_same_comparison_is_the_same_bytes(comparison, name):
    assert form(name).write(comparison) == form(name).write(replace(comparison))


def test_the_page_has_a_summary_the_redline_and_both_texts_side_by_side(comparison):
    page = Page(shown(comparison, "html"))
    assert [heading.seen for heading in page.named("h2")][:2] == ["Summary", "How to read what follows"]
    assert page.named("h2")[-1].seen == "Side by side"
    assert page.named("ins")
    assert page.named("del")
    links = [link.attributes["href"].removeprefix("#") for link in page.named("a")]
    assert [name for name in links if not page.by_id(name)] == []


def test_the_page_for_a_pull_request_has_a_heading_for_each_changed_clause(comparison):
    page = shown(comparison, "md")
    assert page.startswith("# Hill Partnership Agreement: what changed\n")
    assert "<del>one team will plan each discharge</del><ins>one team will plan every discharge</ins>" in page
    assert not re.search(r"\{[#.+-]", page)


def test_the_redline_is_of_the_two_texts(comparison):
    both = redline_of(comparison.pairs)
    assert settle(both, "old") == settle(comparison.old.document, "new")
    assert settle(both, "new") == settle(comparison.new.document, "new")


def test_two_equal_texts_have_a_page_that_says_so(comparison):
    page = shown(replace(comparison, old=comparison.new), "md")
    assert "The two say the same." in page
    assert "Summary" not in page


def test_the_ending_of_the_file_tells_the_form(comparison, hill, tmp_path, monkeypatch):
    monkeypatch.setattr("section75.commands.verbs.compare.version", lambda _, asked, __: comparison.old if "@" in asked else comparison.new)
    assert run(hill, "compare", "hill@HEAD", "hill", "-o", str(tmp_path / "x.json")) == 0
    assert (tmp_path / "x.json").read_text(encoding="utf-8") == shown(comparison, "json")


# ------------------------------------------------------------------ what cannot be compared


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("hil", "There is no agreement “hil”."),
        ("hill@nothing", "There is no revision “nothing” here."),
        ("hill@--help", "There is no revision “--help” here."),
        ("executed/2020.md", "There is no such file."),
    ],
)
def test_what_is_not_there_is_refused(hill, asked, said):
    with pytest.raises(Refused, match=said):
        version(Project(hill), asked, "agreement")


def test_a_document_that_is_not_there_is_refused(comparison):
    with pytest.raises(Refused, match="“hill” has no document “equalty”"):
        version(comparison.project, "hill", "equalty")


def test_a_form_that_is_not_known_is_wrong_usage_and_writes_nothing(hill, tmp_path, capsys):
    assert run(hill, "compare", "hill", "hill", "-o", str(tmp_path / "x.doc")) == 2
    assert "There is no form “doc”. Did you mean “docx”?" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.thorough
def test_a_fault_in_an_older_revision_names_it(hill):
    facts = hill / "agreements" / "hill" / "agreement.yaml"
    before = facts.read_text(encoding="utf-8")
    facts.write_text(before.replace("kind: agreement", "kind: agrement"), encoding="utf-8")
    git(hill, "commit", "-qam", "A slip")
    facts.write_text(before, encoding="utf-8")
    with pytest.raises(Refused) as refused:
        version(Project(hill), "hill@HEAD", "agreement")
    git(hill, "commit", "-qam", "Mended")
    git(hill, "reset", "-q", "--mixed", "HEAD~2")
    assert [problem.place.file for problem in refused.value.problems] == ["HEAD:agreements/hill/agreement.yaml"]
