"""Conflicts: what we and the other side changed in two ways, kept until a person has settled each.

In: the conflicts of a merge. Out: `agreements/<name>/sent/<text>-conflicts.yaml`, an entry each with the three texts; and, until its line
`settled` says how it was settled, a problem that no final copy passes.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from section75.commands.sent_texts import sent_folder
from section75.facts.raw import List, Map, Words
from section75.facts.reader import read_text, read_yaml
from section75.problems import Place, Problem, errors

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from section75.comparison.merging import Conflict

TAIL: Final = "-conflicts.yaml"
RULE: Final = "conflict"
OPEN: Final = "TBC"
FIELDS: Final = ("what", "place", "id", "base", "ours", "theirs")
HEAD: Final = """\
# What we and the other side changed in two ways. The draft has ours. For each, keep it so, or write what was agreed in the facts or in a
# clause of the agreement's own; then say under settled how it was settled. No final copy is made while one says TBC.
"""
REMEDY: Final = "Keep ours, or write theirs in the facts or in clauses/{}.md; then say under settled how it was settled."
FORM: Final = "Write it again with: python build.py returned FILE.docx --merge."


def written(conflicts: Iterable[Conflict], paper: str, before: bytes | None = None) -> bytes:
    """Return the file of the conflicts of a paper; what an older file says of the same conflict is kept."""
    known = _settled(before) if before else {}
    lines = [HEAD, f"paper: {json.dumps(paper, ensure_ascii=False)}\nconflicts:\n"]
    for conflict in conflicts:
        said = {name: " / ".join(str(getattr(conflict, name)).split("\n")) for name in FIELDS}
        entry = [f"{name}: {json.dumps(words, ensure_ascii=False)}\n" for name, words in said.items()]
        settled = known.get(tuple(said.values()), OPEN)
        entry.append(f"settled: {OPEN if settled == OPEN else json.dumps(settled, ensure_ascii=False)}\n")
        lines.append("  - " + "    ".join(entry))
    return "".join(lines).encode()


def _settled(data: bytes) -> Mapping[tuple[str, ...], str]:
    tree, _ = read_text(data, "")
    return {tuple(str(one.get(name, "")) for name in FIELDS): str(one.get("settled", OPEN)) for one in _entries(tree)}


def _entries(tree: Map) -> list[Map]:
    listed = tree.get("conflicts")
    return [one for one in listed if isinstance(one, Map)] if isinstance(listed, List) else []


def open_conflicts(root: Path, name: str, paper: str) -> Iterator[Problem]:
    """Yield a problem for each conflict of a paper that nobody has settled."""
    for file in sorted(sent_folder(root, name).glob(f"*{TAIL}")):
        shown = file.relative_to(root).as_posix()
        tree, problems = read_yaml(file, shown)
        if faults := errors(problems):
            yield from faults
            continue
        if not isinstance(tree.get("paper"), Words) or not isinstance(tree.get("conflicts"), List):
            yield Problem(Place(shown), RULE, "error", "This is no list of conflicts.", FORM)
        elif tree["paper"] == paper:
            yield from (_problem(one, shown) for one in _entries(tree) if _is_open(one))


def _is_open(entry: Map) -> bool:
    settled = entry.get("settled")
    return not isinstance(settled, Words) or settled.unknown


def _problem(entry: Map, shown: str) -> Problem:
    said = {name: str(entry.get(name, "")) for name in FIELDS}
    texts = f"As sent: “{said['base']}”. Ours: “{said['ours']}”. Theirs: “{said['theirs']}”."
    message = f"{said['place']}: both sides changed it ({said['what']}). {texts}"
    return Problem(entry.place or Place(shown), RULE, "warning", message, REMEDY.format(said["id"] or "NAME"))
