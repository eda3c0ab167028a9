"""The forms of a comparison, a file each; this one gathers what they show and finds them.

In: two versions of a text. Out: `Comparison`. A form has `write(comparison)`, which returns bytes; its name is the ending of its files.
"""

from __future__ import annotations

import pkgutil
from dataclasses import dataclass, replace
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from section75.comparison.changes import changes
from section75.comparison.pairs import pair
from section75.comparison.redline import redline_of
from section75.comparison.summary import summary
from section75.drafting.comparison import draft_comparison, draft_state
from section75.problems import Refused
from section75.text.library import Library

if TYPE_CHECKING:
    from section75.commands.versions import Version
    from section75.comparison.changes import Change
    from section75.comparison.pairs import Pairs
    from section75.comparison.summary import Summary
    from section75.document.tree import Document
    from section75.project import Project
    from section75.text.library import Template

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
        page, sides = self._texts("page", "sides")
        return draft_comparison(self.pairs, self.old.name, self.new.name, page, sides if beside else None)

    def redline(self) -> Document:
        """Return the whole redline, at the head of whose pages stands what it compares. Raises `Refused` for faults of that text."""
        (line,) = self._texts("state")
        return replace(redline_of(self.pairs), state=draft_state(self.old.name, self.new.name, line))

    def _texts(self, *names: str) -> list[Template]:
        library, folder = Library(self.project.root), self.project.root / "templates" / "comparison"
        found = [text for name in names if (text := library.read(folder / f"{name}.md", name)) is not None]
        if len(found) < len(names):
            raise Refused(library.problems)
        return found


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
