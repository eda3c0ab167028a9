"""YAML as officers write it: what is kept, what is refused, and where the fault is said to be."""

from unittest.mock import patch

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from section75.facts import reader
from section75.facts.raw import List, Map, Words
from section75.facts.reader import parse_yaml, read_text, read_yaml
from section75.facts.renewal import overlay

LOADERS = [yaml.SafeLoader, *([yaml.CSafeLoader] if hasattr(yaml, "CSafeLoader") else [])]


@pytest.fixture(params=LOADERS, ids=lambda loader: loader.__name__)
def _either_loader(request, monkeypatch):
    monkeypatch.setattr(reader, "LOADER", request.param)


def faults(text):
    data = text if isinstance(text, bytes) else text.encode()
    return [str(problem).removeprefix("f:") for problem in read_text(data, "f")[1]]


BRACES = "Inside { } a comma ends a value: put an amount with commas in quotes, or each field on its own line."
COMMENT = "Put the whole value in quotes, or a space after # if it is a comment."
SIGNS = "Write “key: value”, and put words with : # [ ] { } , & * ! in quotes."
FIT = "Indent it as they are; put a value that begins with a bracket or a quotation mark in quotes as a whole."

REFUSED = {
    "alias": ("a: *x", ["1:4: error: “*x” is an alias. Write the value out, or put it in quotes. [yaml]"]),
    "anchor": ("a: &x 1", ["1:4: error: “&x” is an anchor. Take it out, or put the value in quotes. [yaml]"]),
    "tag": ("a: !x 1", ["1:4: error: “!x” is a tag. Take it out, or put the value in quotes. [yaml]"]),
    "merge": ("<<: {a: 1}", ["1:1: error: “<<” merges another map in. Write the fields out. [yaml]"]),
    "equal keys": ("d: 1\ne: 2\nd: 3", ["3:1: error: “d” stands on line 1 already. Keep one of the two. [yaml]"]),
    "two documents": (
        "a: 1\n---\nb: 2",
        ["2:1: error: A second document begins here. Keep one agreement, report or analysis a file; take the line --- out. [yaml]"],
    ),
    "tab": ("a:\n\tb: 1", ["2:1: error: Here is a tab (U+0009). Use spaces. [yaml]"]),
    "no-break space": (
        "a: x\u00a0y",
        ["1:5: error: Here is a space that is not an ordinary space (U+00A0). Type an ordinary space. [yaml]"],
    ),
    "right-to-left override": (
        "a: x\u202ey",
        ["1:5: error: Here is a character that cannot be seen (U+202E). Delete it and type the words again. [yaml]"],
    ),
    "zero width after an emoji": (
        "a: 😀\u200by",
        ["1:5: error: Here is a character that cannot be seen (U+200B). Delete it and type the words again. [yaml]"],
    ),
    "control": ("a: \x07", ["1:4: error: Here is a control character (U+0007). Delete it. [yaml]"]),
    "private": (
        "a: \ue000",
        ["1:4: error: Here is a private character, which prints differently everywhere (U+E000). Type the words again. [yaml]"],
    ),
    "line separator": (
        "a: x\u2028b: y",
        ["1:5: error: Here is a hidden line break (U+2028). Break the line with the return key. [yaml]"],
    ),
    "no character": ("a: \ufffe", ["1:4: error: Here is no character at all (U+FFFE). Delete it. [yaml]"]),
    "hidden by an escape": (
        r'a: "x\u200by"',
        ["1:4: error: A code in double quotes stands for a sign that cannot be seen. Take it out. [yaml]"],
    ),
    "not UTF-8": (b"a: 1\nb: \xa36", ["2:1: error: The file is not UTF-8. Save it with the encoding UTF-8. [yaml]"]),
    "depth": ("a: " + "[" * 20_000, ["1:15: error: This is nested more than 12 levels deep. Use fewer levels. [yaml]"]),
    "size": ("x" * 1_000_001, ["1:1: error: The file has 1,000,001 bytes; the most is 1,000,000. Divide it. [yaml]"]),
    "commas in braces": (
        "{icb: £6,200,000, council: 5}",
        [f"1:10: error: “200” has no colon. {BRACES} [yaml]", f"1:14: error: “000” has no colon. {BRACES} [yaml]"],
    ),
    "comment by accident": (
        "a: Wolds House #2 Station Road",
        [f"1:16: warning: “#2 Station Road” is read as a comment. {COMMENT} [yaml]"],
    ),
    "comment on purpose": ("a: Wolds House # the old one", []),
    "sign in quotes": ("a: 'Wolds House #2'", []),
    "a map as a key": ("{a: b}: c", ["1:1: error: A key must be plain words. Put words with { or [ in quotes. [yaml]"]),
    "no key": (
        "{'': c}",
        ["1:2: error: A key is missing here. Write the name of the field; for a value not known write TBC. [yaml]"],
    ),
    "a list": ("- a", ["1:1: error: The file does not hold facts. Begin with a line such as “title: …”. [yaml]"]),
    "nothing": ("# only this", ["1:1: error: The file does not hold facts. Begin with a line such as “title: …”. [yaml]"]),
    "second colon": (
        "aims: Aim: improve",
        ["1:10: error: A second colon stands in this line. Put words that contain a colon in quotes. [yaml]"],
    ),
    "open quotes": ("a: 'x\nb: y\n", ["1:4: error: Words in quotes do not end. Close the quotation marks. [yaml]"]),
    "open brackets": (
        "a: [1, 2\nb: 3\n",
        ["1:4: error: A [ is not closed, or a comma is missing. Write [one, two]. [yaml]"],
    ),
    "open braces": (
        "a: {b: 1\nc: d\n",
        ["1:4: error: A { is not closed, or a comma is missing. Write {key: value, key: value}. [yaml]"],
    ),
    "escape": ('a: "C:\\q"', ["1:4: error: A backslash in double quotes begins a code. Use single quotes. [yaml]"]),
    "at sign": ("a: @x", ["1:4: error: A value cannot begin with this sign. Put it in quotes. [yaml]"]),
    "dash": ("a: - x", ["1:4: error: A dash cannot stand here. Put each item on its own line, below the key. [yaml]"]),
    "indent": ("a:\n  b: 1\n c: 2", [f"3:2: error: This line does not fit the lines above it. {FIT} [yaml]"]),
    "directive": ("%YAML 9.9\n---\na: b", [f"1:1: error: “%YAML 9.9” cannot be read. {SIGNS} [yaml]"]),
    "several at once": (
        "a: *x\nb: &y 1\nb: 2",
        [
            "1:4: error: “*x” is an alias. Write the value out, or put it in quotes. [yaml]",
            "2:4: error: “&y” is an anchor. Take it out, or put the value in quotes. [yaml]",
            "3:1: error: “b” stands on line 2 already. Keep one of the two. [yaml]",
        ],
    ),
}


@pytest.mark.usefixtures("_either_loader")
@pytest.mark.parametrize(("text", "expected"), REFUSED.values(), ids=REFUSED)
def test_what_could_be_misread_is_refused_at_its_place(text, expected):
    assert faults(text) == expected


@pytest.mark.usefixtures("_either_loader")
def test_every_scalar_stays_the_words_that_were_written():
    tree, problems = read_text(b"a: no\nb: 010\nc: 12:30\nd: ~\ne: 'x'\nf: 1e3\n", "f")
    assert not problems
    assert tree == {"a": "no", "b": "010", "c": "12:30", "d": "~", "e": "x", "f": "1e3"}
    assert all(isinstance(value, Words) for value in tree.values())
    assert [key for key, value in tree.items() if value.quoted] == ["e"]


@pytest.mark.usefixtures("_either_loader")
def test_every_value_knows_its_path_and_place_and_every_key_its_place():
    tree, _ = read_text("services:\n  - name: 😀 x\n    of: {a: b}\n".encode(), "x/a.yaml")
    services = tree["services"]
    assert isinstance(services, List)
    first = services[0]
    assert isinstance(first, Map)
    inner = first["of"]
    assert isinstance(inner, Map)
    assert (first.path, str(first.place)) == ("services.0", "x/a.yaml:2:5")
    assert (first["name"].path, str(first["name"].place)) == ("services.0.name", "x/a.yaml:2:11")
    assert str(first.keys_at["of"]) == str(inner.key_at) == "x/a.yaml:3:5"
    assert (inner["a"].path, str(inner["a"].place)) == ("services.0.of.a", "x/a.yaml:3:13")


@pytest.mark.usefixtures("_either_loader")
def test_line_ends_of_windows_and_a_byte_order_mark_change_no_place():
    plain = read_text(b"a: 1\nb: [c,\n  d]\n", "f")
    windows = read_text(b"\xef\xbb\xbfa: 1\r\nb: [c,\r\n  d]\r\n", "f")
    assert plain == windows
    assert plain[0].keys_at == windows[0].keys_at


def test_a_file_with_a_fault_of_syntax_is_not_whole():
    assert read_text(b"a: 1\nb: *x\n", "f")[0].whole
    assert not read_text(b"a: 1\nb: [\n", "f")[0].whole


def test_a_header_is_placed_by_the_lines_of_its_file():
    tree, problems = parse_yaml("when: a #b\nnote: *x", "c.md", first_line=2)
    assert [str(problem.place) for problem in problems] == ["c.md:2:9", "c.md:3:7"]
    assert str(tree.keys_at["note"]) == "c.md:3:1"


def test_a_file_is_shown_by_the_name_it_is_given(tmp_path):
    (tmp_path / "agreement.yaml").write_text("title: x")
    tree, _ = read_yaml(tmp_path / "agreement.yaml", "agreements/x/agreement.yaml")
    assert str(tree["title"].place) == "agreements/x/agreement.yaml:1:8"


def test_a_file_that_is_not_there_is_a_fault_and_no_crash(tmp_path):
    tree, problems = read_yaml(tmp_path / "none.yaml", "x/none.yaml")
    assert not tree.whole
    assert list(map(str, problems)) == [
        "x/none.yaml:1:1: error: This file is not there or cannot be opened. Check its name and folder. [yaml]"
    ]


@pytest.mark.usefixtures("_either_loader")
def test_a_lone_question_mark_says_that_something_is_not_known():
    tree, problems = read_text(b"a: ?\nb: {c: ?, d: x}\ne: |\n  who: ?\nf: ? # really\n*x : y\n", "f")
    assert tree == {"a": "~", "b": {"c": "~", "d": "x"}, "e": "who: ?\n", "f": "~"}
    assert [str(problem.place) for problem in problems] == ["f:6:1"]


SOUP = st.lists(
    st.sampled_from([*"ab:-?,[]{}#&*!|>'\"%@`~ \n\t\r\\\u00a0\u2028😀", ": ", "- ", "\n  ", "\n", "---\n", "...", "<<: ", "a: "])
).map("".join)


@settings(deadline=None)  # the parser in pure Python may be slow on a busy machine
@given(SOUP | st.text())
def test_nothing_that_anyone_types_crashes_the_reader_or_differs_between_loaders(text):
    found = []
    for loader in LOADERS:
        with patch.object(reader, "LOADER", loader):
            tree, problems = parse_yaml(text, "f")
        assert tree.whole or problems
        if all(problem.level == "warning" for problem in problems):
            found.append((tree, problems))
    assert len(found) < 2 or found[0] == found[1]


@given(st.binary(max_size=200))
def test_no_bytes_crash_the_reader(data):
    tree, problems = read_text(data, "f")
    assert tree.whole or problems


# ------------------------------------------------------------------ renewals


def laid(older, newer):
    merged, problems = overlay(parse_yaml(older, "old")[0], parse_yaml(newer, "new")[0])
    return merged, [str(problem) for problem in problems]


def test_what_a_renewal_does_not_mention_stays_and_what_it_mentions_replaces():
    merged, problems = laid("a: 1\nb: {c: 2, d: 3}\n", "b: {d: 4, e: 5}\n")
    assert not problems
    assert merged == {"a": "1", "b": {"c": "2", "d": "4", "e": "5"}}
    inner = merged["b"]
    assert isinstance(inner, Map)
    assert [str(inner[key].place) for key in "cde"] == ["old:2:8", "new:1:8", "new:1:14"]


def test_a_list_in_a_renewal_replaces_the_whole_list():
    assert laid("a: [1, 2, 3]", "a: [4]")[0] == {"a": ["4"]}


def test_words_replace_a_map_and_a_map_replaces_words():
    assert laid("a: {b: 1}\nc: x", "a: y\nc: {d: 2}")[0] == {"a": "y", "c": {"d": "2"}}


def test_removed_takes_a_thing_away_and_in_quotes_is_only_a_word():
    assert laid("a: 1\nb: 2\nc: {d: 3}", "a: removed\nb: 'removed'\nc: {d: removed}") == ({"b": "removed", "c": {}}, [])


def test_removing_what_was_never_there_is_a_fault():
    assert laid("schemes: {winter: {a: 1}}", "schemes: {wintr: removed}\nx: {y: removed}")[1] == [
        "new:1:11: error: There is no schemes.wintr to remove. Did you mean “winter”? [renewal]",
        "new:2:5: error: There is no x.y to remove. Take the line out. [renewal]",
    ]


def test_laying_over_leaves_both_trees_as_they_were():
    older, newer = parse_yaml("a: {b: 1}", "old")[0], parse_yaml("a: {b: removed, c: 2}", "new")[0]
    overlay(older, newer)
    assert older == {"a": {"b": "1"}}
    assert newer == {"a": {"b": "removed", "c": "2"}}
