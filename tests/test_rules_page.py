"""The page of all rules is fresh and whole, and `explain` without an id lists the same."""

from __future__ import annotations

import re

from whole import ROOT

from section75.cli import main
from section75.commands.rules_page import listed, page
from section75.rules import rules

PAGE = ROOT / "docs" / "rules.md"


def test_the_page_in_docs_is_that_of_the_rules():
    assert PAGE.read_text(encoding="utf-8") == page(), "run: make docs"


def test_the_page_has_a_row_for_each_rule_in_the_table_of_its_family():
    rows = re.findall(r"^\| `([^`]+)` \| (\w+) \| (.+) \| (.+) \|$", page(), re.MULTILINE)
    assert sorted(name for name, *_ in rows) == sorted(rules())
    assert all(level == rules()[name].LEVEL and " ".join(rules()[name].AUTHORITY.split()) in told for name, level, _, told in rows)
    assert re.findall(r"^## (\w+)", page(), re.MULTILINE)[:2] in (["Law", "Drafting"], ["Drafting", "Reports"])


def test_explain_without_an_id_lists_the_rules(capsys):
    assert main(["explain"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines == listed()
    assert sorted(line.split()[0] for line in lines) == sorted(rules())


def test_the_command_writes_the_page(tmp_path, capsys):
    assert main(["explain", "--page"], tmp_path) == 0
    assert (tmp_path / "docs" / "rules.md").read_text(encoding="utf-8") == page()
    assert capsys.readouterr().out == "Wrote docs/rules.md.\n"
