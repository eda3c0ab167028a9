"""Changes as a reader wants them told first: what is the same change in many places is one line.

In: changes. Out: a `Summary`: lines, each a change with all the places where it was made, and how many slight changes follow from them.

One fact that prints otherwise is one line, and so are the same few words replaced by the same others. A term that went and one that came
with the same meaning are one line too, which says that it was renamed, and holds the places where its uses were replaced.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from section75.comparison.changes import Change
from section75.comparison.entries import WORDS
from section75.document.terms import forms
from section75.document.tree import Deleted, Inserted, Note, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FEW: Final = 8
"""Words up to which the same replacement in several places is one line."""
SAME_MEANING: Final = 0.8
"""The share of words that two meanings have in common if a term was only renamed."""

LineKind = Literal["added", "removed", "replaced", "moved", "renamed"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a summary: what was done, and every change that it tells of. Of a renamed term `old` and `new` are the terms."""

    kind: LineKind
    what: str
    old: str
    new: str
    changes: tuple[Change, ...]

    @property
    def first(self) -> Change:
        """The change that it is told by."""
        return self.changes[0]


@dataclass(frozen=True, slots=True)
class Summary:
    """What changed, and how many numbers and ends of list items changed with it."""

    lines: tuple[Line, ...]
    renumbered: int
    endings: int

    @property
    def count(self) -> int:
        """How many changes the lines tell of."""
        return sum(len(line.changes) for line in self.lines)


def summary(changes: Sequence[Change]) -> Summary:
    """Return the lines that tell of changes, in the order in which the first of each stands."""
    slight = [change for change in changes if change.slight]
    weighty = [change for change in changes if not change.slight]
    renamed = _renamed(weighty)
    by_line: dict[object, list[Change]] = {}
    for change in weighty:
        by_line.setdefault(_line_of(change, renamed), []).append(change)
    return Summary(
        tuple(_line(found) for found in by_line.values()),
        sum(change.kind == "renumbered" for change in slight),
        sum(change.what == "ending" for change in slight),
    )


def _line(found: list[Change]) -> Line:
    first = found[0]
    went = next((one for one in found if one.what == "definition" and one.kind == "removed"), None)
    came = next((one for one in found if one.what == "definition" and one.kind == "added"), None)
    if went and came:
        others = [one for one in found if one not in (went, came)]
        return Line("renamed", "definition", went.name, came.name, (came, went, *others))
    replaced = _replaced(first)
    old, new = replaced if replaced and len(found) > 1 else (first.old, first.new)
    kind: LineKind = "replaced" if first.kind == "renumbered" else first.kind
    return Line(kind, first.what, old, new, tuple(found))


Renamed = dict[tuple[str, str], tuple[Change, Change]]


def _line_of(change: Change, renamed: Renamed) -> object:
    """Return what two changes must have alike to stand on one line."""
    for (old, new), pair in renamed.items():
        if any(change is one for one in pair) or _is_use(change, old, new):
            return ("renamed", old, new)
    if change.what == "value":
        return ("value", change.fact, change.old, change.new)
    replaced = _replaced(change)
    return ("words", *replaced) if replaced else id(change)


def _replaced(change: Change) -> tuple[str, str] | None:
    """Return the words that went and those that came, if a change replaces the same few words throughout."""
    found = set(_replacements(change))
    if len(found) != 1:
        return None
    old, new = found.pop()
    return (old, new) if old and new and len(WORDS.findall(old)) <= FEW and len(WORDS.findall(new)) <= FEW else None


def _replacements(change: Change) -> Iterable[tuple[str, str]]:
    """Yield each replacement: what went and what came, one of them empty where words only went or only came."""
    marks = [inline for inline in change.content if not isinstance(inline, Note)]
    for before, inline, after in zip([None, *marks], marks, [*marks[1:], None], strict=False):
        if isinstance(inline, Deleted) and plain(inline.content):
            yield plain(inline.content), plain(after.content) if isinstance(after, Inserted) else ""
        elif isinstance(inline, Inserted) and not isinstance(before, Deleted) and plain(inline.content):
            yield "", plain(inline.content)


# ------------------------------------------------------------------ renamed terms


def _renamed(changes: Sequence[Change]) -> Renamed:
    went = [change for change in changes if change.what == "definition" and change.kind == "removed" and change.name]
    came = [change for change in changes if change.what == "definition" and change.kind == "added" and change.name]
    found: Renamed = {}
    for old in went:
        alike = [new for new in came if _meaning(old.old, old.name) and _same(_meaning(old.old, old.name), _meaning(new.new, new.name))]
        if len(alike) == 1 and all(alike[0] is not new for _, new in found.values()):
            found[old.name, alike[0].name] = (old, alike[0])
    return found


def _meaning(words: str, term: str) -> list[str]:
    return WORDS.findall(words.replace(f"“{term}”", "", 1))


def _same(old: list[str], new: list[str]) -> bool:
    shared = len(set(old) & set(new))
    return 2 * shared >= SAME_MEANING * (len(set(old)) + len(set(new)))


def _is_use(change: Change, old: str, new: str) -> bool:
    """Return whether a change does nothing but use a renamed term by its new name."""
    found = list(_replacements(change))
    return bool(found) and all(_form(went, old) and _form(came, new) for went, came in found)


def _form(words: str, term: str) -> bool:
    return words.removesuffix("’s").removesuffix("’") in forms(term)
