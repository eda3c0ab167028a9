"""Texts made ready: read and compiled once, and handed on as bytes from one process to the next.

In: what this process has read of texts. Out: the same as bytes; or bytes, and what they hold is read from now on without its text being
parsed. A text is known by every sign of its source, so that no other is ever taken for it; which program made the bytes, whoever keeps
them has to see to.
"""

from __future__ import annotations

import pickle
from io import BytesIO
from typing import TYPE_CHECKING, Final

from section75.text.environment import HOUSE, PROGRAMS, program
from section75.text.library import READ, Library

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from section75.text.environment import Compiled, Environment
    from section75.text.library import Template

THE_HOUSE: Final = "the house"
"""How bytes speak of the environment, of which there is one in each process."""


class _Packing(pickle.Pickler):
    def persistent_id(self, thing: object) -> str | None:
        return THE_HOUSE if thing is HOUSE else None


class _Unpacking(pickle.Unpickler):
    def persistent_load(self, said: str) -> Environment:
        if said != THE_HOUSE:
            raise pickle.UnpicklingError(said)
        return HOUSE


def packed() -> bytes:
    """Return all texts that this process knows and that have no fault, with their programs."""
    read = {known: found for known, found in READ.items() if found[0]}
    programs = {(one.file, one.source): program(one) for template, _ in read.values() if template for one in _compiled(template)}
    held = BytesIO()
    _Packing(held, pickle.HIGHEST_PROTOCOL).dump((read, programs))
    return held.getvalue()


def read_and_packed(root: Path, files: Iterable[str]) -> bytes:
    """Read texts of a project, and return them packed: the work of one process for others."""
    library = Library(root)
    for file in files:
        library.read(root / file)
    return packed()


def unpack(data: bytes) -> None:
    """Know the texts that another process has packed."""
    read, programs = _Unpacking(BytesIO(data)).load()
    READ.update(read)
    PROGRAMS.update(programs)


def _compiled(template: Template) -> Iterator[Compiled]:
    yield template.body
    yield from [template.condition] if template.condition else ()
    yield from (definition.template for definition in template.definitions)
