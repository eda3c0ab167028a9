"""`returned`: a Word file that came back, and the text that it is read against.

In: the file, or its bytes, and perhaps the text to read it against. Out: `Back`: what the other side did, and to which paper of which
partnership. The file says itself which text it was made from; where it does not, nobody guesses.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from section75.commands.sent_texts import FOLDER
from section75.comparison.merging import merge
from section75.document.house import Scheme
from section75.document.numbering import number
from section75.problems import Place, Problem, Refused
from section75.records import Record, read_record
from section75.returned.package import opened
from section75.returned.reading import compared
from section75.returned.rebuilding import as_returned
from section75.text.markup import read_document
from section75.writers.docx.properties import SENT_TEXT

if TYPE_CHECKING:
    from pathlib import Path

    from section75.comparison.merging import Merged
    from section75.document.tree import Document
    from section75.project import Made, Project
    from section75.returned.event import Read
    from section75.returned.package import Package

RULE: Final = "returned"
SAY: Final = "Say which text it was made from: --against agreements/NAME/sent/DAY-PAPER.md."


@dataclass(frozen=True, slots=True)
class Back:
    """What came back: the file as it is shown, the text it was made from, and what was done to it.

    `name` and `record` are empty where it was read against a text that is no record of a partnership.
    """

    shown: str
    sent: Document
    read: Read
    name: str = ""
    record: Record | None = None
    path: Path | None = None


def come_back(project: Project, file: Path, against: Path | None = None) -> Back:
    """Read a file that came back. Raises `Refused` where it cannot be read, or nobody knows against what, and `OSError`."""
    package = opened(file.read_bytes(), file.name)
    path = against or _sent_as(project, package)
    name = path.parent.parent.name if path.parent.name == FOLDER else ""
    record = read_record(path, _shown(project, path)) if path.with_suffix(".json").is_file() else None
    sent = record.document if record else number(read_document(path.read_text(encoding="utf-8"), _shown(project, path)), Scheme())
    return Back(file.name, sent, compared(package, sent), name if name in project.names else "", record, path)


def merged(project: Project, back: Back) -> tuple[Merged, Made]:
    """Return what the draft of today and the file that came back make of the text as sent, numbered; and that draft."""
    made = project.read(back.name).draft(back.record.paper if back.record else "agreement")
    found = merge(back.sent, made.drafted.document, as_returned(back.sent, back.read.events))
    return replace(found, document=number(found.document, made.house.scheme)), made


def _sent_as(project: Project, package: Package) -> Path:
    """Return the text that a file says it was made from."""
    wanted = package.property(SENT_TEXT)
    if not wanted:
        message = "The file does not say which text it was made from: it was not written by `send`, or lost that on its way."
        raise _refused(package.shown, message, SAY)
    for about in sorted((project.root / "agreements").glob(f"*/{FOLDER}/*.json")):
        try:
            if json.loads(about.read_bytes()).get("text") == wanted:
                return about.with_suffix(".md")
        except (ValueError, AttributeError):
            continue
    remedy = f"Fetch the commit that has it; or {SAY[:1].lower()}{SAY[1:]}"
    raise _refused(package.shown, "The text that the file was made from is not under agreements/*/sent.", remedy)


def _refused(shown: str, message: str, remedy: str) -> Refused:
    return Refused([Problem(Place(shown), RULE, "error", message, remedy)])


def _shown(project: Project, path: Path) -> str:
    return path.relative_to(project.root).as_posix() if path.is_relative_to(project.root) else path.name
