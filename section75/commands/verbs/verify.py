"""`verify`: from which facts and texts a built file came, which of them have changed since, and whether its words were altered.

In: a built file. Out: what it is, on the terminal; the status is 0 where its words are as they were built, and else 1.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from section75.commands.saying import DONE, PROBLEMS

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from section75.commands.verbs import Commands
    from section75.commands.verifying import Verified
    from section75.project import Project

SHOWN = 20
"""How many differences are shown."""


def options(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the verb and its options."""
    verify = commands.add_parser("verify", help="say where a built file came from, and whether its words were altered since")
    verify.add_argument("file", metavar="FILE", type=Path, help="a file that was built: .docx, .pdf, .html or .md")


def run(project: Project, asked: argparse.Namespace) -> int:
    """Verify, and say what was found."""
    from section75.commands.verifying import verify

    found = verify(project, asked.file)
    sys.stdout.write("\n".join(_told(found)) + "\n")
    return DONE if found.made_from and not found.differences else PROBLEMS


def _told(found: Verified) -> Iterator[str]:
    yield f"It says that it is {found.source.paper} of agreements/{found.source.name}, with the text {found.source.fingerprint}."
    if not found.made_from:
        yield "Neither the facts and texts as they are nor an earlier revision in git make that text: what it says cannot be tried."
        return
    yield f"That text is made by {found.made_from}."
    if found.changed:
        yield f"Changed since: {', '.join(found.changed)}."
    if found.same_bytes:
        yield "The file is as it was built, to the byte."
    elif not found.differences:
        yield "Its words are as they were built; the file was saved anew."
    else:
        yield f"Its words were altered in {len(found.differences)} lines (- as built, + as it is):"
        yield from found.differences[:SHOWN]
