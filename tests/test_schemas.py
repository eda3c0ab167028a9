"""The JSON Schemas: fresh, with words for every field, and of one mind with the reader about real files."""

from __future__ import annotations

import pytest
from editing import FOLDER, LINE, faults, kind_of, validator
from whole import ROOT

from section75.cli import main
from section75.commands.schema import fresh

CASES = ROOT / "tests" / "cases"
AGREEMENTS = sorted((ROOT / "agreements").rglob("*.yaml"))
GOOD = [
    *AGREEMENTS,
    *(path for path in sorted((CASES / "good").glob("*/agreements/**/*.yaml"))),
    *sorted((CASES / "money").rglob("*.yaml")),
    *sorted((ROOT / "templates" / "houses").glob("*/house.yaml")),
]
SOUND = """\
title: Reablement
kind: agreement
form: deed
partners:
  council: {name: Hill County Council, type: county council, short: the Council}
  icb: {name: NHS Hill Integrated Care Board, type: Integrated Care Board, short: the ICB, lead: Director of Place}
term: {commencement: 1 April 2026, expiry: TBC}
functions:
  care: {of: council, act: Care Act 2014, sections: 18, covers: meeting needs}
funds:
  pool: {name: Pooled Fund, kind: pooled, host: council, manager: TBC, reserve: 50000.01, overspend: [{share: equally}]}
schemes:
  home: {name: Home Service, fund: pool, lead: council, delegated: [], area: {assumed: all of Hill, because: No other is named.}}
contributions:
  2026/27: {home: {icb: 100000, council: {amount: £2.5m, recurrent: no}}}
"""


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_schema_accepts_what_the_reader_accepts(path):
    assert faults(path.read_text(encoding="utf-8"), kind_of(path)) == []


def test_the_schema_accepts_the_shapes_that_officers_write():
    assert faults(SOUND, "agreement") == []


@pytest.mark.parametrize(
    ("old", "new", "at"),
    [
        ("partners:\n", "partnrs:\n", ": Additional properties"),
        ("kind: agreement", "kind: contract", "kind"),
        ("kind: pooled", "kind: poled", "funds"),
        ("{share: equally}", "{share: equally, bear: each}", "funds"),
        ("icb: {name: NHS Hill", "ICB: {name: NHS Hill", "partners"),
        ("amount: £2.5m", "amount: plenty", "contributions"),
        ("lead: Director of Place", "leed: Director of Place", "partners"),
        (", because: No other is named.", "", "schemes"),
        ("form: deed\n", "", ": 'form' is a required"),
        ("recurrent: no", "recurrent: perhaps", "contributions"),
        ("contributions:\n", "waive: [sums]\ncontributions:\n", "waive"),
    ],
)
def test_a_schema_marks_what_the_reader_refuses(old, new, at):
    assert old in SOUND
    found = faults(SOUND.replace(old, new), "agreement")
    assert any(fault.startswith(at) for fault in found), found


def test_a_renewal_need_state_nothing_and_may_remove_anything():
    renewal = "renews: ../hill\nterm: {expiry: 31 March 2028}\nschemes: {home: removed}\nfunds: {pool: {reserve: removed}}\n"
    assert faults(renewal, "renewal") == []
    assert faults(renewal, "agreement") != []
    assert faults(renewal.replace("reserve", "reserv"), "renewal") != []


@pytest.mark.parametrize(("kind", "found"), [("extension", False), ("letter", True)])
def test_the_schema_of_instruments_knows_their_kinds(kind, found):
    assert bool(faults(f"kind: {kind}\n", "instrument")) == found


def test_an_instrument_may_say_only_what_its_kind_may():
    assert faults("kind: memorandum\nreason: TBC\n", "instrument") == []
    assert faults("kind: memorandum\nexercises: option\nreason: TBC\n", "instrument") != []


def test_the_schemas_in_the_folder_are_those_of_the_models():
    assert {path.name: path.read_bytes().decode() for path in sorted(FOLDER.glob("*.json"))} == {
        path.name: data.decode() for path, data in sorted(fresh().items())
    }, "run: python build.py schema"


def test_the_command_writes_them_and_says_so(capsys):
    assert main(["schema"]) == 0
    assert "Wrote section75/facts/schema/agreement.json.\n" in capsys.readouterr().out


@pytest.mark.parametrize("name", [path.stem for path in sorted(FOLDER.glob("*.json"))])
def test_every_field_has_words_for_whoever_hovers_over_it(name):
    schema = validator(name).schema
    validator(name).check_schema(schema)
    assert list(wordless(schema, name)) == []


def wordless(schema, at):
    """Yield the path of each field without a description."""
    for word, field in schema.get("properties", {}).items():
        if isinstance(field, dict) and "const" not in field and not field.get("description", "").strip():
            yield f"{at}.{word}"
    for inner in ("definitions", "properties", "patternProperties"):
        for word, one in schema.get(inner, {}).items():
            yield from wordless(one, f"{at}.{word}")
    for inner in ("anyOf", "allOf"):
        for one in schema.get(inner, ()):
            yield from wordless(one, at)


@pytest.mark.parametrize("path", AGREEMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_each_file_of_facts_begins_with_the_line_by_which_an_editor_finds_its_schema(path):
    line = LINE.match(path.read_text(encoding="utf-8"))
    assert line, "the first line is no # yaml-language-server: $schema=…"
    assert (path.parent / line[1]).resolve() == (FOLDER / f"{kind_of(path)}.json").resolve()
