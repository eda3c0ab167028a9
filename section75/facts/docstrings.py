"""What the fields of the models are, in the words that stand under them in the code.

In: a model. Out: its fields, each with its docstring. They are read when an editor's schema or a file with its remarks is written, and not
whenever a command begins, as pydantic would.
"""

from __future__ import annotations

import ast
import inspect
import sys
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import BaseModel


def docstrings(model: type[BaseModel]) -> dict[str, str]:
    """Return what each field of a model is; an inherited one is told where it is stated."""
    kinds = [kind for kind in reversed(model.__mro__) if kind.__module__.startswith(__package__)]
    told = {name: words for kind in kinds for name, words in _in_module(kind.__module__).get(kind.__name__, {}).items()}
    return {name: told.get(name, "") for name in model.model_fields}


@cache
def _in_module(module: str) -> dict[str, dict[str, str]]:
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {node.name: dict(_under_fields(node.body)) for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}


def _under_fields(body: list[ast.stmt]) -> list[tuple[str, str]]:
    return [
        (field.target.id, inspect.cleandoc(words.value.value))
        for field, words in pairwise(body)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if isinstance(words, ast.Expr) and isinstance(words.value, ast.Constant) and isinstance(words.value.value, str)
    ]
