"""`text`: the words of a Word file, a paragraph a line, so that git can show what changed in it (docs/review.md tells git how).

In: a .docx file, ours or not. Out: its words on the terminal as they read with every tracked change accepted, and then its comments.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from section75.commands.saying import DONE

if TYPE_CHECKING:
    import argparse

    from section75.commands.verbs import Commands
    from section75.project import Project


def options(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the verb and its options."""
    text = commands.add_parser("text", help="print the words of a Word file, a paragraph a line, for git to compare")
    text.add_argument("file", metavar="FILE.docx", type=Path, help="a Word file")


def run(_: Project, asked: argparse.Namespace) -> int:
    """Print the words."""
    from section75.returned.marks import shown
    from section75.returned.package import opened
    from section75.returned.paragraphs import read
    from section75.returned.views import accepted

    found = read(opened(asked.file.read_bytes(), str(asked.file)))
    lines = [line for one in accepted(found.paragraphs) if (line := " ".join(shown(one.words).split()))]
    comments = [f"[{comment.who}: {' '.join(comment.words.split())}]" for comment in found.comments]
    sys.stdout.write("".join(f"{line}\n" for line in [*lines, *comments]))
    return DONE
