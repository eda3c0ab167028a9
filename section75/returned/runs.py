"""The words inside a paragraph: what stood there, what stands there, and who changed it.

In: a `w:p` of WordprocessingML, and the fields that are open where it begins. Out: `Pieces`, its words cut at our bookmarks, with
its marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from section75.returned.marks import FIELD, FIELD_CLOSE, FIELD_OPEN, FIELD_SHOWS, Mark, Piece, guarded, tidied
from section75.returned.package import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

W: Final = f"{{{WORDS}}}"
KEY: Final = re.compile(r"_s75_([0-9]{1,7})(w?)_")
"""How our bookmarks begin. A second one on the words of a number (`n`) tells nothing of its own."""
REF: Final = re.compile(r"\s*REF\s+_s75_([0-9]{1,7})[nw]?_\S*(\s|$)", re.IGNORECASE)
CONTENTS: Final = re.compile(r"\s*TOC\b", re.IGNORECASE)
CHANGES: Final = {"ins": "inserted", "del": "deleted", "moveTo": "moved here", "moveFrom": "moved away"}
NEW: Final = frozenset({"ins", "moveTo"})
SIGNS: Final = {"tab": " ", "br": " ", "cr": " ", "ptab": " ", "noBreakHyphen": "-", "softHyphen": ""}
THINGS: Final = frozenset(
    {"drawing", "pict", "object", "footnoteReference", "endnoteReference", "sym", "AlternateContent", "oMath", "oMathPara"}
)
"""What is no words: a picture, a note, a formula. One sign stands for it, so that a new one is seen."""
THING: Final = "\ufffc"
PASSED: Final = frozenset({"pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr"})


@dataclass(slots=True)
class Field:
    """A field that has begun: its instruction so far, and whether its result is being shown."""

    code: str = ""
    shows: bool = False

    @property
    def contents(self) -> bool:
        """Whether it is the contents."""
        return bool(CONTENTS.match(self.code))

    @property
    def place(self) -> str:
        """The place of the paragraph whose number it prints, or nothing."""
        found = REF.match(self.code)
        return found[1] if found else ""


@dataclass(slots=True)
class Open:
    """What is open where a paragraph begins, or between its runs: fields and comments; and which bookmarks wait for words."""

    fields: list[Field] = field(default_factory=list)
    comments: dict[str, list[str]] = field(default_factory=dict)
    begun: dict[str, int] = field(default_factory=dict)
    """The number of the paragraph in which each comment begins."""
    said: dict[str, str] = field(default_factory=dict)
    """The words on which each comment that has ended stands."""
    keys: list[str] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)
    """Text boxes that were met: their paragraphs are no part of the words around them."""


@dataclass(frozen=True, slots=True)
class _State:
    old: bool = True
    new: bool = True
    change: int = -1


@dataclass(slots=True)
class Pieces:
    """The words of one paragraph, as they are read."""

    open: Open
    number: int
    cut: list[list[str]] = field(default_factory=lambda: [["", "", ""]])
    changes: list[tuple[_Element, list[str]]] = field(default_factory=list)
    contents: bool = False

    def read(self, paragraph: _Element) -> Pieces:
        """Read the paragraph."""
        for key in self.open.keys:
            self._key(key)
        self.open.keys.clear()
        self._see_contents()
        self._children(paragraph, _State())
        for one in self.cut:
            one[1], one[2] = _closed(one[1]), _closed(one[2])
        return self

    def pieces(self) -> tuple[Piece, ...]:
        """Return the words, cut where our bookmarks begin."""
        return tuple(Piece(*one) for place, one in enumerate(self.cut) if place or any(one))

    def marks(self) -> Iterable[Mark]:
        """Yield the tracked changes of words."""
        for element, words in self.changes:
            yield mark(element, "words", "".join(words))

    # ------------------------------------------------------------------ elements

    def _children(self, element: _Element, state: _State) -> None:
        for child in element:
            name = _name(child)
            if name in CHANGES:
                self.changes.append((child, []))
                self._children(child, _State(state.old and name not in NEW, state.new and name in NEW, len(self.changes) - 1))
            elif name == "r":
                self._run(child, state)
            elif name == "fldSimple":
                self._simple(child, state)
            elif name in THINGS:
                self._thing(child, state)
            elif not self.anchor(child) and name not in PASSED:
                self._children(child, state)

    def anchor(self, element: _Element) -> bool:
        """Take a bookmark or the beginning or end of a comment; return whether it is one."""
        name, number = _name(element), element.get(f"{W}id", "")
        if name == "bookmarkStart":
            if found := KEY.match(element.get(f"{W}name", "")):
                self._key(found[1] + found[2])
        elif name == "commentRangeStart":
            self.open.comments[number] = []
            self.open.begun[number] = self.number
        elif name == "commentRangeEnd":
            self.open.said[number] = "".join(self.open.comments.pop(number, ()))
        elif name == "commentReference":
            self.open.begun.setdefault(number, self.number)
        else:
            return name == "bookmarkEnd"
        return True

    def _run(self, run: _Element, state: _State) -> None:
        for child in run:
            name = _name(child)
            if name in ("t", "delText"):
                self._say(guarded(child.text or ""), state)
            elif name in SIGNS:
                self._say(SIGNS[name], state)
            elif name == "fldChar":
                self._field(child.get(f"{W}fldCharType", ""), state)
            elif name in ("instrText", "delInstrText"):
                if self.open.fields and not self.open.fields[-1].shows:
                    self.open.fields[-1].code += child.text or ""
            elif name in THINGS:
                self._thing(child, state)
            else:
                self.anchor(child)

    def _thing(self, element: _Element, state: _State) -> None:
        self._say(THING, state)
        self.open.boxes.extend(element.iter(f"{W}txbxContent"))

    # ------------------------------------------------------------------ fields

    def _field(self, kind: str, state: _State) -> None:
        fields = self.open.fields
        if kind == "begin":
            fields.append(Field())
        elif kind == "separate" and fields:
            self._shows(fields[-1], state)
        elif kind == "end" and fields:
            if not fields[-1].shows:
                self._shows(fields[-1], state)
            if fields.pop().place:
                self._put(FIELD_CLOSE, state)

    def _shows(self, one: Field, state: _State) -> None:
        one.shows = True
        self._see_contents()
        if one.place:
            self._put(f"{FIELD_OPEN}{int(one.place)}{FIELD_SHOWS}", state)

    def _simple(self, element: _Element, state: _State) -> None:
        one = Field(element.get(f"{W}instr", ""))
        self.open.fields.append(one)
        self._shows(one, state)
        self._children(element, state)
        self.open.fields.pop()
        if one.place:
            self._put(FIELD_CLOSE, state)

    def _see_contents(self) -> None:
        self.contents = self.contents or any(one.contents for one in self.open.fields)

    # ------------------------------------------------------------------ words

    def _key(self, key: str) -> None:
        self.cut.append([key, "", ""])

    def _say(self, words: str, state: _State) -> None:
        if any(not one.shows for one in self.open.fields):
            return
        self._put(words, state)
        if state.change >= 0:
            self.changes[state.change][1].append(words)
        for said in self.open.comments.values():
            said.append(words)

    def _put(self, words: str, state: _State) -> None:
        self.cut[-1][1] += words if state.old else ""
        self.cut[-1][2] += words if state.new else ""


def mark(element: _Element, of: str, words: str = "") -> Mark:
    """Return the mark that an element makes: on words, on the end of a paragraph or on a row."""
    kind = CHANGES[_name(element)]
    who, when = (guarded(element.get(f"{W}{name}", "")) for name in ("author", "date"))
    return Mark(kind, of, who, when, tidied(words))  # type: ignore[arg-type]


def _name(element: _Element) -> str:
    """Return the name of an element without its namespace, since what others have added has other ones."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _closed(words: str) -> str:
    """Return words without signs of fields that begin or end in another paragraph."""
    kept = FIELD.sub(lambda found: found[0].translate(_AWAY), words)
    kept = kept.replace(FIELD_OPEN, "").replace(FIELD_SHOWS, "").replace(FIELD_CLOSE, "")
    return kept.translate(_BACK)


_AWAY: Final = {0xE000: 0xE010, 0xE001: 0xE011, 0xE002: 0xE012}
_BACK: Final = {new: old for old, new in _AWAY.items()}
