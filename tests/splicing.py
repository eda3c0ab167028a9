"""Changes to the YAML of an officer's file, made in its text, so that everything else stays where it is.

In: the text, and YAML by dotted path. Out: the text with a value replaced, added under the key above it, or taken out; and where a path
stands in a text, counted from one: a map by its key, anything else by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

Key = yaml.ScalarNode | None


def spliced(text: str, edits: Mapping[str, str | None]) -> str:
    """Return the text after the edits, one after another.

    >>> print(spliced("a: {b: 1, c: 2}\\nd:\\n  e: x\\n", {"a.b": "3", "a.c": None, "d.f": "[y]"}))
    a: {b: 3, }
    d:
      f: [y]
      e: x
    <BLANKLINE>
    """
    for path, value in edits.items():
        text = _out(text, path) if value is None else _in(text, path, value)
    return text


def where(text: str, path: str) -> tuple[int, int]:
    """Return line and column of what a path names.

    >>> where("a: {b: 1}\\n", "a.b"), where("a: {b: 1}\\n", "a")
    ((1, 8), (1, 1))
    """
    key, node = _found(text, path)
    mark = (key if key and isinstance(node, yaml.MappingNode) else node).start_mark
    return mark.line + 1, mark.column + 1


def _tree(text: str) -> yaml.Node:
    return yaml.compose(text, Loader=yaml.CSafeLoader)


def _found(text: str, path: str) -> tuple[Key, yaml.Node]:
    """Return the node of a path, with the key that it stands under. Raises `KeyError` where there is none."""
    key: Key = None
    node = _tree(text)
    for part in path.split("."):
        if isinstance(node, yaml.SequenceNode):
            key, node = None, node.value[int(part)]
        elif isinstance(node, yaml.MappingNode):
            held = {one.value: (one, value) for one, value in node.value}
            key, node = held[part]
        else:
            raise KeyError(path)
    return key, node


def _in(text: str, path: str, value: str) -> str:
    try:
        _, node = _found(text, path)
    except KeyError:
        return _beside(text, path, value)
    start, end = node.start_mark.index, node.end_mark.index
    if not getattr(node, "flow_style", True):
        end = len(text[:end].rstrip())
        value = f"\n{value}" if "\n" in value else value
    return text[:start] + value + text[end:]


def _beside(text: str, path: str, value: str) -> str:
    """Return the text with a new key before the first of its map."""
    above, _, name = path.rpartition(".")
    node = _found(text, above)[1] if above else _tree(text)
    assert isinstance(node, yaml.MappingNode), path
    first = node.value[0][0].start_mark
    line = f"{name}: {value}"
    new = f"{line}, " if node.flow_style else f"{line}\n{' ' * first.column}"
    return text[: first.index] + new + text[first.index :]


def _out(text: str, path: str) -> str:
    key, _ = _found(text, path)
    above = path.rpartition(".")[0]
    parent = _found(text, above)[1] if above else _tree(text)
    assert key is not None, path
    assert isinstance(parent, yaml.MappingNode), path
    after = [other.start_mark.index for other, _ in parent.value if other.start_mark.index > key.start_mark.index]
    last = parent.end_mark.index - 1 if parent.flow_style else parent.end_mark.index
    start, end = key.start_mark.index, min(after, default=last)
    if not parent.flow_style:
        start -= key.start_mark.column
        end = text.rfind("\n", 0, end) + 1 if after else end
    return text[:start] + text[end:]
