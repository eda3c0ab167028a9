"""A file of facts to its model: read, follow `renews`, unwrap assumptions, validate once, report every fault.

In: a model, a path and what is known already. Out: the frozen model, or `Refused` with all the problems.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Final, TypeVar

from pydantic import ValidationError

from section75.facts.assumptions import assumptions, unwrap
from section75.facts.context import Context
from section75.facts.fact import Fact
from section75.facts.raw import Map, Node, Words
from section75.facts.reader import read_yaml
from section75.facts.refusals import problems_of
from section75.facts.renewal import RULE, overlay, without_afresh
from section75.problems import Place, Problem, Refused

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Model = TypeVar("Model", bound=Fact)

MOST_RENEWED: Final = 50
"""How many agreements may be laid over one another; a partnership that is renewed each year has lasted as long."""

_NOTHING: dict[str, object] = {}
_NO_NODES: dict[str, Node] = {}


def read_model(
    model: type[Model],
    path: Path,
    name: str,
    known: Mapping[str, object] = _NOTHING,
    beneath: Path | None = None,
    unread: Mapping[str, Node] = _NO_NODES,
) -> Model:
    """Read a file; `name` is how it is shown in places, `known` what its references may point at beside itself.

    `beneath` is a file of defaults: what the file and those it renews do not state comes from there. `unread` holds maps of other files
    that had faults: their keys may be pointed at all the same.
    Raises `Refused` with every fault of the file, of the older files it renews, and of the models at once.
    """
    tree, problems = read_facts(model, path, name)
    if not tree.whole:
        raise Refused(problems)
    if beneath:
        tree, more = _laid_over(beneath, tree)
        problems = (*problems, *more)
    context = Context(tree, dict(known), dict(unread))
    try:
        fact = model.model_validate(tree, context=context)
    except ValidationError as error:
        raise Refused([*problems, *context.problems, *problems_of(error, tree)]) from None
    faults = [*problems, *context.problems]
    if any(problem.level == "error" for problem in faults):
        raise Refused(faults)
    fact.remember(tuple(assumptions(tree)), tuple(faults))
    return fact


def read_facts(model: type[Fact], path: Path, name: str) -> tuple[Map, tuple[Problem, ...]]:
    """Return the raw tree of a file laid over all that it renews; `explain facts` shows it."""
    return _read(model, path, name, ())


def _read(model: type[Fact], path: Path, name: str, newer: tuple[Path, ...]) -> tuple[Map, tuple[Problem, ...]]:
    tree, read = read_yaml(path, name)
    problems = [*read, *unwrap(tree)]
    renews = tree.get("renews") if "renews" in model.model_fields else None
    if not tree.whole or not isinstance(renews, Words) or renews.unknown:
        return tree, tuple(problems)
    older_path, older_name = _older(path, name, renews)
    if fault := _unfit(older_path, renews, (*newer, path.resolve())):
        tree.whole = False
        return tree, (*problems, fault)
    older, older_problems = _read(model, older_path, older_name, (*newer, path.resolve()))
    merged, faults = overlay(without_afresh(older, model), tree)
    merged.whole = older.whole
    return merged, (*problems, *older_problems, *faults)


def renewed(path: Path) -> tuple[Path, ...]:
    """Return a file of facts and every older file that it is laid over, as reading follows them."""
    files: list[Path] = []
    while path.is_file() and path.resolve() not in files:
        files.append(path.resolve())
        renews = read_yaml(path, path.name)[0].get("renews")
        if not isinstance(renews, Words):
            break
        older = _older(path, path.name, renews)[0]
        if _unfit(older, renews, tuple(files)):
            break
        path = older
    return tuple(files)


def _laid_over(beneath: Path, tree: Map) -> tuple[Map, tuple[Problem, ...]]:
    """Return the tree laid over a file of defaults, shown as its last folders."""
    defaults, read = read_yaml(beneath, "/".join(beneath.parts[-2:]))
    wrapped = list(unwrap(defaults))
    merged, faults = overlay(defaults, tree)
    return merged, (*read, *wrapped, *faults)


def _older(path: Path, name: str, renews: Words) -> tuple[Path, str]:
    """Return the older file: `../bcf-2026` means the file of the same name in that folder."""
    target = renews if renews.endswith((".yaml", ".yml")) else posixpath.join(renews, path.name)
    shown = posixpath.normpath(posixpath.join(posixpath.dirname(name), target))
    return (path.parent / target).resolve(), shown


def _unfit(older: Path, renews: Words, newer: tuple[Path, ...]) -> Problem | None:
    place = renews.place or Place("")
    if not older.is_relative_to(newer[-1].parent.parent):
        message = f"“{renews}” leads out of the folder of all agreements."
        return Problem(place, RULE, "error", message, "Write the folder as seen from this file: ../older-name.")
    if len(newer) > MOST_RENEWED:
        message = f"More than {MOST_RENEWED} agreements renew one another here."
        return Problem(place, RULE, "error", message, "State the facts afresh, without renews.")
    if older in newer:
        message = f"“{renews}” is renewed by this very file, directly or by way of others."
        return Problem(place, RULE, "error", message, "Name the agreement that came before it.")
    if not older.is_file():
        message = f"There is no “{renews}” with a file {older.name} to renew."
        return Problem(place, RULE, "error", message, "Write the folder as seen from this file: ../older-name.")
    return None
