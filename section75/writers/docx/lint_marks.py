"""Checks of what runs through the text: bookmarks, fields, references, tracked changes, comments.

In: a `Package`. Out: faults.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from section75.writers.docx.xml import tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from section75.writers.docx.lint_package import Package

NAME: Final = re.compile(r"[A-Za-z_]\w{0,39}")
POINTS_AT: Final = re.compile(r"\b(?:PAGEREF|REF) (\S+)")
CODES: Final = ("instrText", "delInstrText")
ENDS: Final = ("moveFrom", "moveTo")
CHANGES: Final = ("ins", "del", *ENDS, *(f"{end}RangeStart" for end in ENDS), "pPrChange")


def bookmarks(package: Package) -> Iterator[str]:
    """Every bookmark has a name of its own that Word allows, a beginning and an end."""
    starts = [one for _, one in package.each("bookmarkStart")]
    names = Counter(one.get(tag("name"), "") for one in starts)
    keys = Counter(one.get(tag("id")) for one in starts)
    yield from (f"Two bookmarks are called {name}." for name, times in names.items() if times > 1)
    yield from (f"The bookmark name “{name}” is not allowed." for name in names if not NAME.fullmatch(name))
    yield from (f"Two bookmarks have the id {key}." for key, times in keys.items() if times > 1)
    halves = set(keys) ^ {one.get(tag("id")) for _, one in package.each("bookmarkEnd")}
    yield from (f"Bookmark {key} has no beginning or no end." for key in sorted(map(str, halves)))


def fields(package: Package) -> Iterator[str]:
    """Every field begins, says what it is, separates and ends, within its part."""
    for name, root in package.stories():
        open_fields: list[str] = []
        for mark in root.iter(tag("fldChar"), *map(tag, CODES)):
            kind = mark.get(tag("fldCharType"), "code")
            if not _follows(kind, open_fields):
                yield f"{name}: a field is not balanced at “{kind}”."
                break
        else:
            if open_fields:
                yield f"{name}: a field does not end."


def _follows(kind: str, open_fields: list[str]) -> bool:
    """Take the mark into the open fields; return whether it may stand there."""
    if kind == "begin":
        open_fields.append(kind)
        return True
    if kind == "code" and open_fields[-1:] in (["begin"], ["code"]):
        open_fields[-1] = kind
        return True
    if kind == "separate" and open_fields[-1:] == ["code"]:
        open_fields[-1] = kind
        return True
    return kind == "end" and bool(open_fields) and open_fields.pop() != "begin"


def references(package: Package) -> Iterator[str]:
    """Every reference and link points at a bookmark."""
    names = {one.get(tag("name")) for _, one in package.each("bookmarkStart")}
    for part, one in package.each(*CODES):
        for name in POINTS_AT.findall(one.text or ""):
            if name not in names:
                yield f"{part}: a field points at the bookmark {name}, which is missing."
    for part, one in package.each("hyperlink"):
        anchor = one.get(tag("anchor"))
        if anchor and anchor not in names:
            yield f"{part}: a link points at the bookmark {anchor}, which is missing."


def tracked(package: Package) -> Iterator[str]:
    """Words that are deleted are written so, and no others; every change has its author and an id of its own."""
    for name, one in package.each("t", "instrText"):
        if _within(one, "del"):
            yield f"{name}: “{(one.text or '')[:40]}” is deleted, but not written as deleted text."
    for name, one in package.each("delText", "delInstrText"):
        if not _within(one, "del"):
            yield f"{name}: “{(one.text or '')[:40]}” is written as deleted, but is not."
    changes = [*package.each(*CHANGES)]
    if any(not one.get(tag("author")) for _, one in changes):
        yield "A tracked change has no author."
    if len({one.get(tag("id")) for _, one in changes}) < len(changes):
        yield "Two tracked changes have the same id."


def moves(package: Package) -> Iterator[str]:
    """Every move has a name of its own, and two ends, each of which begins and ends."""
    names: dict[str, Counter[str]] = {}
    for end in ENDS:
        starts = [one for _, one in package.each(f"{end}RangeStart")]
        halves = {_key(one) for one in starts} ^ {_key(one) for _, one in package.each(f"{end}RangeEnd")}
        yield from (f"The range {key} of a move ({end}) has no beginning or no end." for key in sorted(halves))
        names[end] = Counter(one.get(tag("name"), "") for one in starts)
        yield from (f"Two moves are called {name}." for name, times in names[end].items() if times > 1)
    gone, come = (set(names[end]) for end in ENDS)
    yield from (f"The move {name} has one end only." for name in sorted(gone ^ come))


def _within(element: _Element, name: str) -> bool:
    return next(element.iterancestors(tag(name)), None) is not None


def comments(package: Package) -> Iterator[str]:
    """Every comment is anchored once, and every anchor has a comment."""
    written = Counter(_key(one) for _, one in package.each("comment"))
    for name, says in (
        ("commentReference", "is not referred to"),
        ("commentRangeStart", "has no beginning"),
        ("commentRangeEnd", "has no end"),
    ):
        found = Counter(_key(one) for _, one in package.each(name))
        yield from (f"Comment {key} {says} in the text." for key in sorted(set(written) - set(found)))
        yield from (f"Comment {key} is anchored, but missing." for key in sorted(set(found) - set(written)))
        yield from (f"Comment {key} is anchored twice." for key, times in sorted(found.items()) if times > 1)


def _key(element: _Element) -> str:
    return element.get(tag("id"), "")
