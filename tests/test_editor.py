"""What somebody sees who writes facts in Visual Studio Code: its YAML language server completes, explains and underlines by our schemas."""

from __future__ import annotations

import pytest
from conftest import PACKAGES
from language_server import LanguageServer
from whole import ROOT

pytestmark = pytest.mark.validators("yaml-language-server")

NORTHSHIRE = ROOT / "agreements" / "northshire-better-care-fund"
AGREEMENT = NORTHSHIRE / "agreement.yaml"
REPORT = NORTHSHIRE / "reports" / "2026-03-10-cabinet.yaml"
FACTS = sorted((ROOT / "agreements").rglob("*.yaml"))


@pytest.fixture(scope="module")
def editor():
    with LanguageServer(PACKAGES / "yaml-language-server" / "bin" / "yaml-language-server", ROOT) as server:
        yield server


def committed(path, old="", new=""):
    """Return a committed file, with one thing in it typed otherwise."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    return text.replace(old, new, 1)


@pytest.mark.parametrize("path", FACTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_nothing_is_underlined_in_a_committed_file(path, editor):
    assert editor.faults(path, committed(path)) == []


@pytest.mark.parametrize(
    ("path", "old", "new", "said"),
    [
        (AGREEMENT, "\nsubject:", "\n|subjct:", "Property subjct is not allowed."),
        (AGREEMENT, "\npartners:\n", "\n|partnrs:\n", "Property partnrs is not allowed."),
        (AGREEMENT, "kind: framework", "kind: |contract", 'Value is not accepted. Valid values: "agreement", "framework", "memorandum".'),
        (AGREEMENT, "kind: pooled", "kind: |poled", 'Value is not accepted. Valid values: "pooled", "aligned", "not pooled".'),
        (REPORT, "\nrecommendations:", "\n|recomendations:", "Property recomendations is not allowed."),
        (NORTHSHIRE / "figures" / "2026-q1.yaml", "kind: quarterly", "kind: |weekly", "Value is not accepted."),
        (NORTHSHIRE / "instruments" / "2026-09-29-variation.yaml", "kind: variation", "kind: |variatoin", "Value is not accepted."),
        (NORTHSHIRE.with_name(f"{NORTHSHIRE.name}-2027") / "agreement.yaml", "\nrenews:", "\n|renew:", "Property renew is not allowed."),
    ],
)
def test_what_is_misspelt_is_underlined_where_it_stands(path, old, new, said, editor):
    """The sign `|` stands where the fault must begin."""
    before, _, after = committed(path, old, new).partition("|")
    spot = (before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)
    assert any((line, column) == spot and words.startswith(said) for line, column, words in editor.faults(path, before + after))


@pytest.mark.parametrize(
    ("path", "typed", "offered"),
    [
        (AGREEMENT, "ti|\n", {"title", "partners", "contributions", "review"}),
        (AGREEMENT, "kind: |\n", {"agreement", "framework", "memorandum"}),
        (AGREEMENT, "partners:\n  council:\n    name: Hill County Council\n    |\n", {"short", "type", "notices", "signs"}),
        (AGREEMENT, "partners:\n  council:\n    type: |\n", {"county council", "integrated care board", "nhs trust"}),
        (AGREEMENT, "funds:\n  pool:\n    overspend:\n      - |\n", {"share", "bear", "draw", "decide"}),
        (REPORT, "kind: |\n", {"approve", "renew", "extend"}),
        (REPORT, "meeting:\n  |\n", {"body", "date"}),
        (NORTHSHIRE / "equality.yaml", "answers:\n  - |\n", {"question", "says", "by", "on"}),
    ],
)
def test_what_may_be_typed_is_offered(path, typed, offered, editor):
    head = committed(path).partition("\n")[0]
    assert offered <= set(editor.completions(path, f"{head}\n{typed}"))


@pytest.mark.parametrize(
    ("path", "old", "new", "words"),
    [
        (AGREEMENT, "\ntitle:", "\nti|tle:", "What the agreement is called."),
        (AGREEMENT, "\nkind:", "\nki|nd:", "a framework, to which schemes may be added"),
        (AGREEMENT, "    virement:", "    vire|ment:", "between"),
        (REPORT, "\nkind:", "\nki|nd:", "What the decision is."),
    ],
)
def test_hovering_over_a_key_says_what_it_is(path, old, new, words, editor):
    assert words in editor.hover(path, committed(path, old, new))
