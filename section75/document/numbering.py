"""Numbers: which label each block prints, and what each cross-reference says.

In: a Document without numbers, and a Scheme. Out: the same Document with `number` set on everything
numbered and every `Reference` label resolved. A block whose `number` is `fixed` keeps it.

>>> [label("1.1.1", (9, 2, 1)), label("(a)", (27,)), label("(i)", (4,)), label("(A)", (3,))]
['9.2.1', '(aa)', '(iv)', '(C)']
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from section75.document.references import resolve
from section75.document.replacing import replaced

if TYPE_CHECKING:
    from collections.abc import Iterable

    from section75.document.house import Scheme
    from section75.document.tree import Block, Document, Part

ROMAN: Final = (
    (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
HEADED: Final = frozenset({"clause", "paragraph", "section"})
UNNUMBERED: Final = frozenset({"title", "unnumbered"})
"""Roles of sections that are not counted: numbered words under them are plain lists."""
PLAIN: Final = ("1.", "(a)", "(i)")


def roman(number: int) -> str:
    """Return a number in small roman figures."""
    figures = ""
    for value, letters in ROMAN:
        times, number = divmod(number, value)
        figures += letters * times
    return figures


def letters(number: int) -> str:
    """Return the lettering that Word uses: a to z, then aa, bb, and so on."""
    times, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (times + 1)


def label(form: str, ordinals: tuple[int, ...]) -> str:
    """Return the label of the last ordinal in a form; decimal forms print the ones above it too."""
    if not form:
        return ""
    if form.startswith("1.1"):
        return ".".join(map(str, ordinals[-(form.count(".") + 1) :]))
    last = ordinals[-1]
    figure = {"1": str(last), "a": letters(last), "i": roman(last), "A": letters(last).upper()}
    sign = next(character for character in form if character in figure)
    return form.replace(sign, figure[sign], 1)


@dataclass(frozen=True, slots=True)
class _Level:
    """Where numbering stands: the forms of this and the deeper levels, and the ordinals above."""

    forms: tuple[str, ...]
    above: tuple[int, ...] = ()

    def down(self, ordinal: int) -> _Level:
        return _Level(self.forms[1:], (*self.above, ordinal))

    def label(self, ordinal: int) -> str:
        return label(self.forms[0] if self.forms else "", (*self.above, ordinal))


def number(document: Document, scheme: Scheme) -> Document:
    """Return the document with every number set and every cross-reference resolved."""
    schedules = 0
    parts = []
    tables = _Tables()
    for part in document.parts:
        schedules += part.kind == "schedule"
        parts.append(_part(part, schedules, scheme, tables))
    return resolve(replaced(document, parts=tuple(parts)))


class _Tables:
    """Counts captioned tables and figures: tables afresh in each schedule, figures through the document."""

    def __init__(self) -> None:
        self.tables = self.figures = 0

    def label(self, kind: str) -> str:
        if kind == "figure":
            self.figures += 1
            return f"Figure {self.figures}"
        self.tables += 1
        return f"Table {self.tables}"


def _part(part: Part, schedule: int, scheme: Scheme, tables: _Tables) -> Part:
    if part.kind == "blanks":  # a final copy has none, so nothing in it may count
        return part
    if part.kind == "schedule":
        tables.tables = 0
    forms = {
        "operative": scheme.clauses,
        "schedule": scheme.schedules,
        "parties": scheme.parties,
        "cover": scheme.parties,
        "background": scheme.recitals,
        "body": scheme.sections,
    }.get(part.kind, ())
    walk = _Walk(scheme, tables, body=part.kind == "body")
    label = part.number if part.fixed else f"Schedule {schedule}" if part.kind == "schedule" else ""
    return replaced(part, number=label, children=walk.blocks(part.children, _Level(forms)))


class _Counts:
    """How many of each family stand so far among siblings."""

    def __init__(self) -> None:
        self.of = {"headed": 0, "item": 0, "division": 0}

    def next(self, block: Block) -> int:
        """Count a block and return its ordinal; blocks without numbers have none."""
        family = "headed" if block.kind in HEADED and block.role not in UNNUMBERED else block.kind
        if family in self.of:
            self.of[family] += 1
        return self.of.get(family, 0)


@dataclass(frozen=True, slots=True)
class _Walk:
    """One part's numbering: every method returns blocks with their numbers."""

    scheme: Scheme
    tables: _Tables
    body: bool

    def blocks(self, blocks: Iterable[Block], level: _Level, counts: _Counts | None = None) -> tuple[Block, ...]:
        """Return siblings with their numbers; headed blocks, items and divisions count apart. In a box nothing is numbered."""
        counts = counts or _Counts()
        numbered = []
        for block in blocks:
            if self._plain and block.kind != "item":
                counts.of["item"] = 0
            shared = counts if self._runs_on(block, level) else None
            numbered.append(self._block(block, level, counts.next(block), shared))
        return tuple(numbered)

    @property
    def _plain(self) -> bool:
        """Whether numbered words of this part are plain lists, each of which begins at one."""
        return self.body and self.scheme.section_items[0] == "1."

    def _runs_on(self, block: Block, level: _Level) -> bool:
        """Return whether a sub-section without number lets the numbers of its section run on."""
        bare = not any(self.scheme.sections[1:])
        return block.kind == "section" and self.body and bool(level.above) and (bare or not level.label(1)) and not self._plain

    def _block(self, block: Block, level: _Level, ordinal: int, shared: _Counts | None) -> Block:
        match block.kind:
            case "division":
                return self._labelled(block, f"Part {ordinal}", level)
            case "clause" | "paragraph" | "item":
                return self._labelled(block, level.label(ordinal), level.down(ordinal))
            case "section":
                return self._section(block, level, ordinal, shared)
            case "box":
                return self._labelled(block, "", _Level(()))
            case "definition":
                return self._labelled(block, "", _Level(self.scheme.definitions))
            case "recommendations":
                return self._labelled(block, "", _Level(self.scheme.recommendations))
            case "table" | "figure" if block.heading:
                return self._labelled(block, self.tables.label(block.kind), level)
            case _:
                return self._labelled(block, "", level, shared)

    def _section(self, block: Block, level: _Level, ordinal: int, shared: _Counts | None) -> Block:
        """Return a section of a report: sub-sections number on from it, or numbered words do. Its title has no number."""
        if not self.body or block.role == "title":
            return self._labelled(block, "", level)
        if block.role in UNNUMBERED:
            return self._labelled(block, "", _Level(PLAIN))
        if shared:
            return self._labelled(block, "", _Level(self.scheme.section_items, level.above), shared)
        inner = level.down(ordinal)
        if not any(child.kind == "section" for child in block.children) or any(child.kind == "item" for child in block.children):
            inner = _Level(self.scheme.section_items, inner.above)
        return self._labelled(block, level.label(ordinal), inner)

    def _labelled(self, block: Block, label: str, inside: _Level, shared: _Counts | None = None) -> Block:
        return replaced(
            block,
            number=block.number if block.fixed else label,
            children=self.blocks(block.children, inside, shared),
        )
