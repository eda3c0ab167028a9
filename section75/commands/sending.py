"""`send`: a paper written for the other side, and its text kept as it was sent.

In: a paper of an agreement, and the day. Out: the Word file, which bears the fingerprint of its text, and the record of that text under
`agreements/<name>/sent/`. Before anything is written the file is read back against the record: it must say what was kept, word for word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.commands.executing import facts_of, texts_of
from section75.commands.sent_texts import sent_folder
from section75.document.traces import traced, traces
from section75.filing.files import write_all
from section75.problems import Place, Problem, Refused
from section75.records import Record, fingerprint, kept
from section75.returned.reading import read_returned
from section75.text.markup import read_document
from section75.writers import written
from section75.writers.docx.properties import SENT_TEXT, with_property

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from section75.facts.dates import Day
    from section75.project import Project

RULE: Final = "sent"


def send(project: Project, name: str, paper: str, day: Day, out: Path) -> tuple[Path, ...]:
    """Write a paper to be sent on a day, keep its text, and return the files. Raises `Refused` where that day has another text already."""
    partnership = project.read(name)
    made = partnership.draft(paper)
    record = Record(
        made.drafted.document, "sent", day.isoformat(), paper, made.house.name, facts_of(partnership, paper), texts_of(partnership, made)
    )
    path = sent_folder(project.root, name) / f"{day.isoformat()}-{paper.replace('/', '-')}.md"
    files = kept(record, path)
    if taken := list(_taken(files, project.root)):
        raise Refused(taken)
    data = with_property(written(record.document, made.house, "docx"), SENT_TEXT, fingerprint(files[path]))
    file = out / name / "sent" / f"{path.stem}.docx"
    _prove(data, file.name, record, files[path])
    write_all({**files, file: data})
    return (file, *files)


def _taken(files: dict[Path, bytes], root: Path) -> Iterator[Problem]:
    for file, data in files.items():
        if file.exists() and file.read_bytes() != data:
            message = "Another text was sent on that day, and what was sent is never written over."
            yield Problem(Place(file.relative_to(root).as_posix()), RULE, "error", message, "Give the day on which this one goes out.")


def _prove(data: bytes, shown: str, record: Record, text: bytes) -> None:
    """Read the file back against the text that is kept; a file that says anything else must not go out."""
    found = read_returned(data, shown, traced(read_document(text.decode(), shown), traces(record.document)))
    if found.events or found.problems:
        first = found.events[0].place if found.events else found.problems[0].message
        message = f"The file would not be read back as it was sent: {first}."
        raise Refused([Problem(Place(shown), RULE, "error", message, "Tell the people who look after the toolkit; nothing was written.")])
