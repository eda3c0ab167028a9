"""The forms of a comparison, a file each; this one gathers what they show and finds them.

In: two versions of a text. Out: `Comparison`. A form has `write(comparison)`, which returns bytes; its name is the ending of its files.
"""

from __future__ import annotations

import pkgutil
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from section75.comparison.changes import changes
from section75.comparison.pairs import pair
from section75.comparison.summary import summary
from section75.drafting.comparison import draft_comparison
from section75.problems import Refused
from section75.text.library import Library

if TYPE_CHECKING:
    from section75.commands.versions import Version
    from section75.comparison.changes import Change
    from section75.comparison.pairs import Pairs
    from section75.comparison.summary import Summary
    from section75.document.tree import Document
    from section75.project import Project

TERMINAL = "txt"
"""The form that is shown where no file is named."""


@dataclass(frozen=True)
class Comparison:
    """Two versions of one paper."""

    project: Project
    paper: str
    old: Version
    new: Version

    @cached_property
    def pairs(self) -> Pairs:
        """Which block was which."""
        return pair(self.old.document, self.new.document)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Every change, in reading order."""
        return changes(self.pairs)

    @cached_property
    def summary(self) -> Summary:
        """The changes summed up."""
        return summary(self.changes)

    def page(self, *, beside: bool = False) -> Document:
        """Return the comparison as a page, with both texts side by side where they are wanted. Raises `Refused` for faults of its texts."""
        library, folder = Library(self.project.root), self.project.root / "templates" / "comparison"
        page, sides = (library.read(folder / f"{name}.md", name) for name in ("page", "sides"))
        if page is None or sides is None:
            raise Refused(library.problems)
        return draft_comparison(self.pairs, self.old.name, self.new.name, page, sides if beside else None)


class Form(Protocol):
    """A module that shows a comparison in one form."""

    @staticmethod
    def write(comparison: Comparison) -> bytes:
        """Return the comparison in this form."""


def forms() -> tuple[str, ...]:
    """Return the endings of the forms.

    >>> forms()
    ('docx', 'html', 'json', 'md', 'pdf', 'txt')
    """
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def form(name: str) -> Form:
    """Return the module of a form."""
    return cast("Form", import_module(f"{__name__}.{name}"))
