"""What is wrong with the texts that are for all partnerships, found once for each content of them.

In: the root folder, how to find it, and where it is kept. Out: `Problem`s; their places are relative to the root, so they are the same
wherever it is. To check several hundred texts takes longer than to draft a short agreement; to see whether one has changed does not.
"""

from __future__ import annotations

import json
from dataclasses import astuple, dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from section75.filing.inputs import digest, program, texts_of
from section75.filing.store import Form, kept_or_made
from section75.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from section75.filing.store import Store


@dataclass(frozen=True, slots=True)
class _Texts:
    """The content of all texts as one hash, how to find what is wrong with them, and where it is kept."""

    content: str
    find: Callable[[], tuple[Problem, ...]] = field(compare=False)
    store: Store | None = field(compare=False)


def found_once(root: Path, find: Callable[[], tuple[Problem, ...]], store: Store | None = None) -> tuple[Problem, ...]:
    """Return what is wrong with the texts of a project, as it is found now or was found for the same texts."""
    return _found(_Texts(digest(f"{path} {content}" for path, content in texts_of(root).items()), find, store))


@lru_cache(maxsize=32)
def _found(texts: _Texts) -> tuple[Problem, ...]:
    return kept_or_made(texts.store, lambda: digest(["problems of texts", texts.content, program()]), texts.find, Form(_packed, _unpacked))


def _packed(problems: tuple[Problem, ...]) -> bytes:
    return json.dumps([astuple(problem) for problem in problems]).encode("utf-8")


def _unpacked(data: bytes) -> tuple[Problem, ...]:
    return tuple(Problem(Place(*place), *said) for place, *said in json.loads(data))
