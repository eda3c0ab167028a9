"""The verbs of the command, a file each; this one finds them.

In: the words of the command line. Out: the parser that reads them, and what each verb does. A verb has `options(commands)`, which adds
its words to the parser, and `run(project, asked)`, which does it and returns the status. What verbs have in common stands in `saying`.
"""

from __future__ import annotations

import argparse
import pkgutil
from importlib import import_module
from typing import TYPE_CHECKING, Final, Protocol, cast, runtime_checkable

if TYPE_CHECKING:
    from pathlib import Path

    from section75.project import Project

DESCRIPTION: Final = "Section 75 agreements and the papers that go with them, from facts."
DEFAULT: Final = "build"
"""The verb that is meant where none is named."""
Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives what `add_subparsers` returns no public name


@runtime_checkable
class AtOnce(Protocol):
    """A verb that may be done from what is kept, without loading the project."""

    @staticmethod
    def at_once(root: Path, asked: argparse.Namespace) -> int | None:
        """Do it and return the status, or return nothing where it cannot be done so."""


class Verb(Protocol):
    """A module that does what one word of the command asks."""

    @staticmethod
    def options(commands: Commands[argparse.ArgumentParser]) -> None:
        """Add the verb and its options to the parser."""

    @staticmethod
    def run(project: Project, asked: argparse.Namespace) -> int:
        """Do it, and return the status."""


def verbs() -> tuple[str, ...]:
    """Return the name of each verb, the default first."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return (DEFAULT, *(name for name in names if name != DEFAULT))


def verb(name: str) -> Verb:
    """Return the module of a verb."""
    return cast("Verb", import_module(f"{__name__}.{name}"))


def parser(wanted: str = "") -> argparse.ArgumentParser:
    """Return the parser of the command line, or only what one verb needs, so that it starts at once; `command` names the verb."""
    whole = argparse.ArgumentParser(prog="build.py", description=DESCRIPTION)
    commands = whole.add_subparsers(required=True, metavar="COMMAND", dest="command")
    for name in (wanted,) if wanted else verbs():
        verb(name).options(commands)
    return whole
