"""Files of facts as an editor sees them, and what a schema says of them.

In: a file of YAML, and the name of a schema of `section75/facts/schema`. Out: the values by the core rules of YAML 1.2, and faults.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from jsonschema import Draft7Validator

from section75.facts.raw import List, Map, Words
from section75.facts.reader import parse_yaml

if TYPE_CHECKING:
    from section75.facts.raw import Node

FOLDER = Path(__file__).resolve().parent.parent / "section75" / "facts" / "schema"
LINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")


@cache
def validator(name: str) -> Draft7Validator:
    return Draft7Validator(json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8")))


def faults(text: str, name: str) -> list[str]:
    """Return what an editor would underline, as path and message."""
    tree, problems = parse_yaml(text, "case.yaml")
    assert [str(problem) for problem in problems if problem.level == "error"] == []
    found = validator(name).iter_errors(seen(tree))
    return [f"{'/'.join(map(str, fault.absolute_path))}: {fault.message[:200]}" for fault in found]


def seen(node: Node) -> object:
    """Return a node as YAML 1.2 types it."""
    if isinstance(node, Map):
        return {str(key): seen(value) for key, value in node.items()}
    if isinstance(node, List):
        return [seen(one) for one in node]
    return str(node) if isinstance(node, Words) and node.quoted else _typed(str(node))


def _typed(words: str) -> object:
    if words in ("", "~", "null", "Null", "NULL"):
        return None
    if words.casefold() in ("true", "false"):
        return words.casefold() == "true"
    if re.fullmatch(r"[-+]?[0-9]+", words):
        return int(words)
    if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", words):
        return float(words)
    return words


def kind_of(path: Path) -> str:
    """Return the schema that serves a file, by its place and by whether it renews another."""
    if path.parent.name in ("reports", "instruments", "figures"):
        return path.parent.name.removesuffix("s") if path.parent.name != "figures" else "figures"
    if path.name == "agreement.yaml":
        return "renewal" if re.search(r"^renews:", path.read_text(encoding="utf-8"), re.MULTILINE) else "agreement"
    return path.stem
