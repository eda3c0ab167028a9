"""`schema`: the JSON Schemas by which editors complete and check the YAML.

In: nothing. Out: a schema for each kind of file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from section75.commands.saying import wrote
from section75.commands.schema import write_schemas

if TYPE_CHECKING:
    import argparse

    from section75.commands.verbs import Commands
    from section75.project import Project


def options(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    commands.add_parser("schema", help="write the JSON Schemas by which editors complete and check the YAML")


def run(project: Project, _: argparse.Namespace) -> int:
    """Write every schema."""
    return wrote(project, write_schemas())
