"""The formats: each module or package of this folder writes a numbered Document in one of them.

In: a Document and its House. Out: bytes. A format's file ending is its module's name, but for Markdown.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module
from typing import TYPE_CHECKING, Final, Protocol, cast

if TYPE_CHECKING:
    from section75.document.house import House
    from section75.document.tree import Document

ENDINGS: Final = {"markdown": "md"}


class EngineMissing(Exception):  # noqa: N818 - it is an answer to the user, not a fault of the program
    """An engine, or a library of the system that it stands on, is not installed."""


class Unprintable(Exception):  # noqa: N818 - likewise
    """The engine would have to print something else than what was designed, or fetch something."""


class Writer(Protocol):
    """A module that writes one format."""

    @staticmethod
    def write(document: Document, house: House) -> bytes:
        """Return the document in this format."""


def formats() -> dict[str, str]:
    """Return the module of each format by its file ending.

    >>> sorted(formats())
    ['docx', 'html', 'md', 'pdf']
    """
    names = [module.name for module in pkgutil.iter_modules(__path__)]
    return {ENDINGS.get(name, name): name for name in names}


def written(document: Document, house: House, ending: str) -> bytes:
    """Return a document in a format; its engine is imported only now."""
    module = import_module(f"section75.writers.{formats()[ending]}")
    return cast("Writer", module).write(document, house)
