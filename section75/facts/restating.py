"""One value of a file of facts stated otherwise, and nothing else in the file touched: no comment, no line, no other value.

In: the bytes of a YAML file, the dotted path of a value, and the words that it is to have. Out: the bytes of the new file; or a `Fault`
that says why that value cannot be changed in its place. What comes out has been read again: it says the new value, and all else that it
said before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import yaml

from section75.facts.faults import Fault
from section75.facts.raw import List, Map, Words, parts
from section75.facts.reader import LOADER, parse_yaml
from section75.problems import errors

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.facts.raw import Node
    from section75.problems import Place

BOM: Final = b"\xef\xbb\xbf"
BY_HAND: Final = "Change it in the file by hand."


def restated(data: bytes, name: str, path: str, words: str) -> bytes:
    """Return the file with other words for one value; `name` is how the file is shown. Raises `Fault` where that cannot be done."""
    text = data.removeprefix(BOM).decode("utf-8")
    tree, problems = parse_yaml(text, name)
    if errors(problems):
        raise Fault(f"{name} has faults.", "Mend them first: see check.")
    node = stated(tree, path)
    start, end, style = _span(text, node)
    for written in _written(words, style):
        new = f"{text[:start]}{written}{text[end:]}"
        again, faults = parse_yaml(new, name)
        if not errors(faults) and len(faults) == len(problems) and _same_but(tree, again, node.path, words):
            return (BOM if data.startswith(BOM) else b"") + new.encode()
    raise Fault(f"“{path}” cannot be changed in its place.", BY_HAND)


def stated(tree: Map, path: str) -> Words:
    """Return the words that a file states at a path. Raises `Fault` where it states none there, or only assumes them."""
    node = _found(tree, path)
    if node is None:
        file = tree.place.file if tree.place else "The file"
        raise Fault(f"{file} does not state “{path}”.", "State it there: what it has comes from another file.")
    if isinstance(node, Map) and "assumed" in node:
        raise Fault(f"“{path}” is only assumed, with a reason that other words may not have.", "State it plainly once it is settled.")
    if not isinstance(node, Words):
        raise Fault(f"“{path}” is no single value.", BY_HAND)
    return node


def _found(tree: Map, path: str) -> Node | None:
    """Return what stands at a path; plain words stand for the one field that they abbreviate."""
    every = {node.path: node for node in _every(tree)}
    if path in every:
        return every[path]
    short = every.get(path.rpartition(".")[0])
    return short if isinstance(short, Words) else None


def _every(node: Node) -> Iterator[Node]:
    yield node
    for _, inner in parts(node):
        yield from _every(inner)


def _span(text: str, node: Words) -> tuple[int, int, str]:
    """Return where in the text a value is written, and how it is quoted."""
    place: Place | None = node.place
    lines = [0, *(found.end() for found in re.finditer("\n", text))]
    for event in yaml.parse(text, Loader=LOADER):
        mark: Any = event.start_mark
        if isinstance(event, yaml.ScalarEvent) and place and (mark.line + 1, mark.column + 1) == (place.line, place.column):
            end: Any = event.end_mark
            if event.style in ("|", ">"):
                raise Fault(f"“{node.path}” runs over several lines.", BY_HAND)
            return lines[mark.line] + mark.column, lines[end.line] + end.column, event.style or ""
    raise Fault(f"“{node.path}” cannot be found in its file.", BY_HAND)


def _written(words: str, style: str) -> Iterator[str]:
    """Yield the ways in which words may be written, first as they were."""
    single, double = f"'{words.replace(chr(39), chr(39) * 2)}'", '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'
    ways = {"": words, "'": single, '"': double}
    if words.strip():
        yield ways[style]
    yield from (way for kind, way in ways.items() if kind and kind != style)


def _same_but(old: Node, new: Node, path: str, words: str) -> bool:
    """Whether two trees say the same but for the words at a path, which the new one has."""
    if isinstance(old, Words) and isinstance(new, Words):
        return str(new) == (words if old.path == path else str(old)) and old.path == new.path
    if isinstance(old, Map) and isinstance(new, Map):
        return list(old) == list(new) and all(_same_but(old[key], new[key], path, words) for key in old)
    if isinstance(old, List) and isinstance(new, List):
        return len(old) == len(new) and all(_same_but(*pair, path, words) for pair in zip(old, new, strict=True))
    return False
