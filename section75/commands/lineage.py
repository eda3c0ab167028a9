"""Entries put into the lineage of an `agreement.yaml` as an officer would: after its last entry, and nothing else in the file changes.

In: the text of the file, and entries by their keys. Out: the text with them, or `Refused`. That it then reads as before but for the entries
is proved on what the file says; comments and blank lines stay as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.facts.raw import Map, Words
from section75.facts.reader import parse_yaml
from section75.facts.skeleton import plain_lines
from section75.problems import Place, Problem, Refused, errors

if TYPE_CHECKING:
    from collections.abc import Mapping

    from section75.facts.raw import Node
    from section75.facts.skeleton import Stated

RULE: Final = "lineage"
BY_HAND: Final = "Add the lines by hand, and ask without --apply."


def entry_lines(entries: Mapping[str, Mapping[str, Stated]], indent: str = "  ") -> list[str]:
    """Return the lines of entries, as they stand under `lineage:`."""
    return [line for key, fields in entries.items() for line in (f"{indent}{key}:", *plain_lines(fields, indent * 2))]


def with_entries(text: str, file: str, entries: Mapping[str, Mapping[str, Stated]]) -> str:
    """Return the text of an `agreement.yaml` with entries added to its lineage. Raises `Refused` where there is no sure place for them."""
    old, problems = parse_yaml(text.removeprefix("\ufeff"), file)
    if found := errors(problems):
        raise Refused(found)
    lines = text.splitlines()
    lineage = old.get("lineage")
    if lineage is None:
        at, new = _end_of(lines, old, "term", file), ["", "lineage:", *entry_lines(entries)]
    elif isinstance(lineage, Map) and lineage:
        first = next(iter(lineage.keys_at.values()))
        indent = " " * (first.column - 1)
        at, new = _end_of(lines, old, "lineage", file), entry_lines(entries, indent)
    else:
        raise _unsure(old, file)
    ending = "\r\n" if "\r\n" in text else "\n"
    made = ending.join([*lines[:at], *new, *lines[at:]]) + ending
    _prove(old, made, file, entries)
    return made


def _end_of(lines: list[str], tree: Map, key: str, file: str) -> int:
    """Return after how many lines what stands under a key ends, without the comments and blank lines that follow it."""
    place = tree.keys_at.get(key)
    if place is None or not lines[place.line - 1].rstrip().startswith(f"{key}:"):
        raise _unsure(tree, file)
    at = place.line
    end = at
    while at < len(lines) and (not lines[at].strip() or lines[at].startswith((" ", "#"))):
        at += 1
        if lines[at - 1].strip() and lines[at - 1].startswith(" "):
            end = at
    return end


def _prove(old: Map, made: str, file: str, entries: Mapping[str, Mapping[str, Stated]]) -> None:
    """Refuse a text that says anything else than the old one and the entries."""
    new, problems = parse_yaml(made.removeprefix("\ufeff"), file)
    lineage = _bare(old.get("lineage") or Map())
    expected = {**_bare(old), "lineage": {**lineage, **{key: _stated(fields) for key, fields in entries.items()}}}
    if errors(problems) or set(entries) & set(lineage) or _bare(new) != expected:
        raise _unsure(old, file)


def _unsure(tree: Map, file: str) -> Refused:
    place = tree.keys_at.get("lineage") or Place(file)
    return Refused([Problem(place, RULE, "error", "There is no sure place in this file for the new lines of the lineage.", BY_HAND)])


def _bare(node: Node) -> dict[str, object]:
    return {key: _plain(one) for key, one in node.items()} if isinstance(node, Map) else {}


def _plain(node: Node) -> object:
    if isinstance(node, Words):
        return str(node)
    return _bare(node) if isinstance(node, Map) else [_plain(one) for one in node]


def _stated(fields: Mapping[str, Stated]) -> dict[str, object]:
    return {name: value if isinstance(value, str) else list(value) for name, value in fields.items()}
