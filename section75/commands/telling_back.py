"""What came back, told to people and to programs.

In: what was read, and what of it was taken over. Out: lines for the terminal, JSON, or a Document whose words are those of
`templates/returned/report.md`, for any of the writers.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from itertools import groupby
from typing import TYPE_CHECKING, Final

from section75.document.numbering import number
from section75.document.tree import Document, Part, plain
from section75.drafting.writing import Writing
from section75.facts.dates import Day
from section75.problems import Refused, errors
from section75.returned.proposing import printed_at
from section75.returned.sent import Sent
from section75.text.library import Library
from section75.text.wording import long_date

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from section75.commands.applying import Applied
    from section75.commands.coming_back import Back
    from section75.document.house import Scheme
    from section75.returned.event import Event

TEMPLATE: Final = "returned/report.md"
KEPT_BACK: Final = ("content", "end", "nodes", "cells", "paragraphs", "key", "after_key", "follows")
"""Fields of an event that serve the toolkit alone."""
SAID: Final = {
    "value": "value", "text": "words", "reference": "reference", "comment": "comment", "added": "added", "removed": "taken out",
    "moved": "moved", "joined": "run together", "split": "divided", "lost": "mark lost", "duplicated": "copied",
}  # fmt: skip
"""What the terminal calls each kind of event."""


@dataclass(frozen=True, slots=True)
class Clause:
    """What was done to one clause, schedule or part: its number and heading, and the events."""

    title: str
    events: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """An event with what is known beyond it: where else its value is printed, and whether it is taken over, or why not."""

    event: Event
    elsewhere: tuple[str, ...] = ()
    taken: bool = False
    left: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """All that a report says, by the names that its text uses."""

    file: str
    title: str
    date: str
    clauses: tuple[Clause, ...]
    silent: int
    tracked: int
    comments: int
    unexplained: tuple[str, ...] = ()
    remarks: tuple[object, ...] = ()
    applied: bool = False


def account(back: Back, applied: Applied | None = None) -> Account:
    """Return what is to be told, clause by clause, in the order of the text."""
    sent = Sent(back.sent)
    events = [event for event in back.read.events if not event.follows]
    changes = [event for event in events if event.kind != "comment"]
    told = [_told(event, sent, applied) for event in events]
    clauses = [Clause(_title(sent, key), tuple(group)) for key, group in groupby(told, lambda one: _clause_key(sent, one.event))]
    silent = sum(not event.tracked for event in changes)
    comments = len(events) - len(changes)
    unexplained = tuple(f"{problem.message} {problem.remedy}" for problem in back.read.problems)
    date = long_date(Day.fromisoformat(back.record.date)) if back.record else ""
    counts = (silent, len(changes) - silent, comments)
    return Account(back.shown, back.sent.title, date, tuple(clauses), *counts, unexplained, back.read.remarks, applied is not None)


def _told(event: Event, sent: Sent, applied: Applied | None) -> Told:
    left = next((f"{problem.message} {problem.remedy}" for one, problem in applied.left if one is event), "") if applied else ""
    elsewhere = tuple(printed_at(sent, event)) if event.kind == "value" else ()
    return Told(event, elsewhere, applied is not None and event in applied.taken, left)


def _clause_key(sent: Sent, event: Event) -> str:
    line = sent.lines.get(event.key)
    return str(sent.places[id(line.clause)]) if line else ""


def _title(sent: Sent, key: str) -> str:
    node = sent.nodes[int(key)] if key else None
    line = sent.line(node) if node else None
    if node is None or line is None:
        return ""
    place = line.place[:1].upper() + line.place[1:]
    return f"{place}: {plain(node.heading)}" if node.number and node.heading else place


# ------------------------------------------------------------------ forms


def in_lines(told: Account) -> Iterator[str]:
    """Yield the lines for the terminal."""
    for clause in told.clauses:
        yield clause.title or told.title
        for one in clause.events:
            yield from _lines(one)
    for remark in told.remarks:
        yield _remark(remark)
    yield _summary(told)


def _lines(told: Told) -> Iterator[str]:
    event = told.event
    how = "" if event.kind == "comment" else ", tracked" if event.tracked else ", NOT TRACKED"
    who = f", {event.who}" if event.who else ""
    yield f"  {event.place}: {SAID[event.kind]}{how}{who}"
    if event.kind == "comment":
        answers = f" (answers “{event.answers}”)" if event.answers else ""
        on = f" on “{event.on}”" if event.on else ""
        yield f"      “{event.new}”{on}{answers}{' (done)' if event.done else ''}"
    elif event.kind in ("added", "duplicated", "moved"):
        yield f"      after {event.after or 'the beginning'}: {event.old if event.kind == 'moved' else event.new}"
    else:
        yield from (f"    - {line}" for line in event.old.split("\n") if line)
        yield from (f"    + {line}" for line in event.new.split("\n") if line and event.kind != "lost")
    if event.fact:
        yield f"      {event.fact}: {event.proposed[0]}" + (f"; also printed in {', '.join(told.elsewhere)}" if told.elsewhere else "")
    if told.taken:
        yield "      taken over"
    elif told.left:
        yield f"      not taken over. {told.left}"


def _remark(remark: object) -> str:
    kind, place, words, count = (getattr(remark, name) for name in ("kind", "place", "words", "count"))
    if kind == "formats":
        return f"{count} changes of format alone are tracked: not read."
    if kind == "contents":
        return f"{count} tracked changes stand in the contents, which Word makes afresh: not read."
    return f"{place}: a number was typed over and will come back when fields are updated: “{words}”"


def _summary(told: Account) -> str:
    changes = told.silent + told.tracked
    return f"{changes} changes, {told.silent} of them not tracked; {told.comments} comments; {len(told.unexplained)} not accounted for."


def in_json(told: Account) -> str:
    """Return the account for programs: the fields of `Account`, each event with its own."""
    data = {name.name: getattr(told, name.name) for name in fields(told) if name.name not in ("clauses", "remarks")}
    data["events"] = [
        {
            "clause": clause.title,
            **{name.name: getattr(one.event, name.name) for name in fields(one.event) if name.name not in KEPT_BACK},
            "elsewhere": one.elsewhere,
            "taken": one.taken,
            "left": one.left,
        }
        for clause in told.clauses
        for one in clause.events
    ]
    data["remarks"] = [{name.name: getattr(remark, name.name) for name in fields(remark)} for remark in told.remarks]  # type: ignore[arg-type]
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def in_document(told: Account, root: Path, scheme: Scheme) -> Document:
    """Return the account as a document. Raises `Refused` where its text has faults."""
    library = Library(root)
    text = library.read(root / "templates" / TEMPLATE, "returned")
    writing = Writing({"account": told})
    part = Part("body", children=writing.blocks(text.body, "returned") if text else ())
    if faults := [*errors(library.problems), *writing.problems]:
        raise Refused(faults)
    title = next((plain(block.heading) for block in part.children if block.role == "title"), "")
    return number(Document("report", title, (part,), running=title, reference=told.title), scheme)
