"""`vary`: the deed drafted from what has changed, its proof, the conformed copy, and a deed after a deed."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
from cases import RIVER, laid_out
from whole import NORTHSHIRE, ROOT, copy_of

from section75.cli import main
from section75.commands.finish import finished
from section75.comparison.frozen import freeze
from section75.comparison.printed import printed
from section75.filing.files import write_all
from section75.project import Project
from section75.records import Record, kept
from section75.text.markup import read_document

if TYPE_CHECKING:
    from pathlib import Path

DEED = "2026-10-01-variation"
NEXT = "2027-01-01-variation"
CLAUSE = """\
# Telephone line {#telephone-line}

1. The Council must keep a telephone line for people who leave hospital, which: {#telephone-line-duty}

    1. is open every day; and
    2. costs nothing to call.

2. [Clause](#telephone-line-duty) ends when this Agreement ends.
"""


@pytest.fixture(scope="module")
def executed(tmp_path_factory):
    """Return a project whose agreement was executed on 30 March 2026 and has changed since: the improvement expected, and a clause more."""
    root = laid_out(tmp_path_factory.mktemp("executed"), RIVER)
    changed(
        root, "form: under hand", "form: under hand\napprovals:\n  - {partner: council, body: Cabinet, given: 10 March 2026, minute: TBC}"
    )
    made = Project(root).read("river").draft("agreement")
    folder = root / "agreements" / "river"
    record = Record(freeze(finished(made.drafted.document)), "executed", "2026-03-30", "agreement", made.house.name, {}, {})
    write_all(kept(record, folder / "executed" / "2026-03-30.md"))
    changed(root, "one team will plan each discharge", "one team will plan each discharge early")
    (folder / "clauses").mkdir(exist_ok=True)
    (folder / "clauses" / "085-telephone-line.md").write_text(CLAUSE, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def drafted(executed, tmp_path_factory):
    """Return the same project with the deed that `vary` has drafted."""
    root = tmp_path_factory.mktemp("drafted")
    shutil.copytree(executed, root, dirs_exist_ok=True)
    assert varied(root) == 0
    return root


@pytest.fixture
def before(executed, tmp_path):
    shutil.copytree(executed, tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.fixture
def root(drafted, tmp_path):
    shutil.copytree(drafted, tmp_path, dirs_exist_ok=True)
    return tmp_path


def changed(root: Path, old: str, new: str, file: str = "agreement.yaml") -> None:
    path = root / "agreements" / "river" / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) >= 1, old
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def varied(root: Path, day: str = "1 October 2026") -> int:
    return main(["vary", "river", "--on", day], root)


def built(root: Path, paper: str) -> int:
    return main(["build", "river", "--document", f"instruments/{paper}", "--format", "md", "--out", str(root / "build")], root)


def page(root: Path, paper: str) -> str:
    return (root / "build" / "river" / "instruments" / f"{paper}.md").read_text(encoding="utf-8")


@pytest.mark.thorough
def test_the_deed_says_what_has_changed_and_the_conformed_copy_shows_it(before, capsys):
    root = before
    assert varied(root) == 0
    said = capsys.readouterr().out
    assert f"Wrote agreements/river/instruments/{DEED}.yaml." in said
    assert "Proved: read back and applied to the signed text" in said
    assert re.search("1 October 2026 +Every partner has decided and executes the deed", said)
    assert "Wrote agreements/river/reports/" in said
    assert built(root, DEED) == 0
    deed = page(root, DEED)
    assert "insert “early”." in deed
    assert "insert—\n\n::: box {.provision}\n\n1. **Telephone line** {number=" in deed
    assert "applied to the text of the Agreement executed on 30 March 2026. What they make of it" in deed
    assert built(root, f"{DEED}-conformed") == 0
    copy = page(root, f"{DEED}-conformed")
    assert "one team will plan each discharge early" in copy
    assert "A. Telephone line" in copy or "Telephone line {#telephone-line number=" in copy
    assert "reference: Conformed copy:" in copy


@pytest.mark.thorough
def test_the_deed_has_blanks_for_what_nobody_has_decided_and_finds_its_clause(root):
    facts = (root / "agreements" / "river" / "instruments" / f"{DEED}.yaml").read_text(encoding="utf-8")
    partnership = Project(root).read("river")
    deed = partnership.instruments[DEED]
    signed = partnership.project.varying(partnership).before(DEED).document
    clause = next(block for part in signed.parts for block in part.children if block.id == "variation")
    assert "reason: TBC" in facts
    assert [str(one.given) for one in deed.approvals] != []
    assert all(type(one.given).__name__ == "Blank" for one in deed.approvals)
    assert str(deed.clause) == clause.number.rstrip(".")


@pytest.mark.thorough
def test_a_second_deed_speaks_of_the_text_as_the_first_has_changed_it(root):
    changed(root, "executed_on: TBC", "executed_on: 29 September 2026", f"instruments/{DEED}.yaml")
    changed(root, "is open every day", "is open on Working Days", "clauses/085-telephone-line.md")
    assert varied(root, "1 January 2027") == 0
    facts = (root / "agreements" / "river" / "instruments" / f"{NEXT}.yaml").read_text(encoding="utf-8")
    assert "number: 2\n" in facts
    assert "earlier: [29 September 2026]\n" in facts
    assert facts.count("- target: ") == 1
    partnership = Project(root).read("river")
    after = list(printed(partnership.project.varying(partnership).after(NEXT)))
    assert any("is open on Working Days; and" in line for line in after)
    assert any("one team will plan each discharge early" in line for line in after)


@pytest.mark.thorough
def test_once_nothing_has_changed_there_is_nothing_to_vary(root, capsys):
    changed(root, "executed_on: TBC", "executed_on: 29 September 2026", f"instruments/{DEED}.yaml")
    assert varied(root, "1 January 2027") == 0
    assert "there is nothing to vary" in capsys.readouterr().out
    assert not (root / "agreements" / "river" / "instruments" / f"{NEXT}.yaml").exists()


@pytest.mark.thorough
def test_a_deed_that_is_there_is_never_written_over(root, capsys):
    changed(root, "one team will plan each discharge early", "one team will plan each discharge very early")
    assert varied(root) == 1
    assert "This file is there already." in capsys.readouterr().err


@pytest.mark.thorough
def test_a_deed_that_is_altered_after_it_was_proved_is_not_built(root, capsys):
    changed(root, 'new: "early"', 'new: "later"', f"instruments/{DEED}.yaml")
    assert built(root, DEED) == 1
    assert "The amendments make another text than when the deed was proved." in capsys.readouterr().err


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (f"instruments/{DEED}.yaml", "quoted", "", "The quotation cuts “"),
        ("executed/2026-03-30.md", "Riverside County Council", "Hill County Council", "it has been altered since"),
        (f"instruments/{DEED}.yaml", "executed: 30 March 2026", "executed: 31 March 2026", "which is not the text it changes now"),
        (f"instruments/{DEED}.yaml", "  - target: ", "  - target: the top of ", "the text has no such place"),
    ],
)
def test_a_deed_whose_proof_no_longer_holds_is_not_built(file, old, new, message, root, capsys):
    if old == "quoted":
        old, new = _quoted(root)
    changed(root, old, new, file)
    assert built(root, DEED) == 1
    assert message in capsys.readouterr().err


def _quoted(root: Path) -> tuple[str, str]:
    """Return the words after which the deed inserts, and the same cut in the middle of a word."""
    deed = Project(root).read("river").instruments[DEED]
    words = next(str(one.after) for one in deed.amendments if one.after)
    return f'after: "{words}"', f'after: "{words[:-1]}"'


@pytest.mark.thorough
def test_a_text_that_a_deed_sets_out_and_that_is_gone_is_missed(root, capsys):
    for path in (root / "agreements" / "river" / "instruments" / DEED).glob("after-*.md"):
        path.unlink()
    assert built(root, DEED) == 1
    assert "There is no text “after-clause" in capsys.readouterr().err


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("day", "status", "message"),
    [
        ("soon", 1, "--on"),
        ("1 January 2026", 1, "No text of river has been executed by 1 January 2026"),
        ("1 April 2028", 1, "The agreement ends on 31 March 2028"),
    ],
)
def test_what_cannot_be_varied_is_refused_and_nothing_is_written(day, status, message, before, capsys):
    assert varied(before, day) == status
    assert message in capsys.readouterr().err
    assert list((before / "agreements" / "river").glob("instruments/*")) == []


def test_the_texts_beside_a_deed_are_texts_of_record(root):
    paths = sorted((root / "agreements" / "river" / "instruments" / DEED).glob("*.md"))
    assert paths
    for path in paths:
        document = read_document(path.read_text(encoding="utf-8"), path.name)
        assert document.kind == "amendment"
        assert list(printed(document))


@pytest.mark.thorough
def test_northshire_varies_a_risk_share_a_contribution_a_clause_and_a_definition_by_one_proven_deed(tmp_path, capsys):
    root = copy_of(tmp_path, ROOT / "agreements" / NORTHSHIRE)
    folder = root / "agreements" / NORTHSHIRE
    facts = folder / "agreement.yaml"
    text = facts.read_text(encoding="utf-8")
    for old, new in (
        ("- share: {icb: 55 %, council: 45 %}", "- share: {icb: 52 %, council: 48 %}"),
        ('winter: {icb: "620,000", council: "480,000"}', 'winter: {icb: "620,000", council: "500,000"}'),
        ("intellectual_property: the employer of its maker\n", ""),
    ):
        assert old in text
        text = text.replace(old, new, 1)
    facts.write_text(text, encoding="utf-8")
    (folder / "clauses").mkdir()
    (folder / "clauses" / "085-telephone-line.md").write_text(CLAUSE, encoding="utf-8")
    assert main(["vary", NORTHSHIRE, "--on", "1 March 2027"], root) == 0
    deed = (folder / "instruments" / "2027-03-01-variation.yaml").read_text(encoding="utf-8")
    assert all(words in deed for words in ("52", "500,000", "the definition of “Intellectual Property”", "not used"))
    capsys.readouterr()
