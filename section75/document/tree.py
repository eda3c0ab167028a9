"""The tree of a document. Read this file first.

In: nothing; drafting and the Markdown reader build it. Out: frozen dataclasses without behaviour,
read by numbering, index, rules and writers.

A `Document` has `Part`s, a part has `Block`s, a block has `Inline`s and further blocks.
Three fields are never printed and never compared: `place` (file and line a block came from), `origin`
(fingerprint of its template line and the key of the loop that repeated it) and, in comparisons of
wording, `Text.fact` (the path of the fact that the words print).

A redline is an ordinary Document that shows a newer text and remembers the older one: in words by `Inserted`, `Deleted`, `Both` and
`Reference.was`, in blocks and parts by `change` and `was`. Everywhere else these are empty.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from section75.problems import Place


# ------------------------------------------------------------------ inside a paragraph


@dataclass(frozen=True, slots=True)
class Text:
    """Words, and the path of the fact they print (`partners.council.name`), if any."""

    words: str
    fact: str = ""


@dataclass(frozen=True, slots=True)
class Strong:
    """Bold words."""

    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Definition:
    """A term where it is defined. Printed bold between curly quotation marks, which are not part of it."""

    content: tuple[Inline, ...]

    @property
    def term(self) -> str:
        """The term as words."""
        return plain(self.content)


@dataclass(frozen=True, slots=True)
class Reference:
    """A live cross-reference: the id it points at, and the words it prints.

    Until a document is numbered the label is what the lawyer wrote in the brackets; numbering replaces
    it by `clause 9.2` or `paragraph 3 of Schedule 4`, keeping a capital letter at its head.
    In a redline `was` is the label that the older text printed, where it differs.
    """

    target: str
    label: str
    was: str = ""


@dataclass(frozen=True, slots=True)
class Blank:
    """Something not yet known: printed `[● label]`, counted, refused in a final copy."""

    label: str
    fact: str = ""


FINDING = "Check: "
"""How the words of a note begin that tells what a rule has found."""


@dataclass(frozen=True, slots=True)
class Note:
    """A drafting note on the words before it. `Guidance: ` notes leave with a final copy; all others refuse it."""

    words: str

    @property
    def finding(self) -> bool:
        """Whether the note tells what a rule has found."""
        return self.words.startswith(FINDING)

    @property
    def guidance(self) -> bool:
        """Whether the note only explains a clause of the library, and asks nothing."""
        return self.words.startswith("Guidance: ")


@dataclass(frozen=True, slots=True)
class Inserted:
    """Words that a redline shows as new."""

    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Deleted:
    """Words that a redline shows as gone."""

    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Both:
    """The same words, printed from one fact in the older text and from another, or none, in the newer: no change that anybody sees."""

    old: Text | Blank
    new: Text | Blank


Inline = Text | Strong | Definition | Reference | Blank | Note | Inserted | Deleted | Both


# ------------------------------------------------------------------ paragraphs and what holds them

Kind = Literal[
    "clause",  # numbered and headed, in the operative provisions; its children are items
    "division",  # `Part 1: …` of a schedule
    "paragraph",  # numbered and headed, in a schedule
    "section",  # a heading of a report, an equality analysis or a letter; may hold sections
    "item",  # numbered words at any depth: sub-clause, sub-paragraph, party, recital, recommendation
    "bullet",
    "definition",  # begins with a Definition
    "closing",  # words that follow the items of a list, or go on after them
    "words",  # an unnumbered paragraph
    "table",  # heading is its caption; children are rows
    "row",
    "cell",
    "figure",  # heading is its caption; content is its alternative text; picture holds the SVG
    # containers, written ::: kind … :::
    "box",  # ruled on four sides
    "aside",  # the small box at the right of a report's head
    "lines",  # short lines of front matter, close together
    "recommendations",  # lead-in words, then numbered items
    "execution",  # a block to sign: first the testimonium (words), then a bullet for each line to fill in
]

Ending = Literal["", ";", "; and", "; or", ".", ":", ",", "?"]

Was = tuple[tuple[str, object], ...]
"""In a redline: the fields that another text had otherwise, each with its older value."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its share of the width in per cent (0: shared equally) and how it is set."""

    width: int = 0
    align: Literal["left", "right"] = "left"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or something that holds paragraphs.

    `number` is the label as printed, punctuation included (`9.`, `9.2`, `(a)`); `fixed` says that it was
    stored when the document was signed. `end` is the punctuation that ends the words (`; and`): it belongs
    to the list, is no part of `content`, and writers print it after the content. `role` refines a kind:
    a row is `header`, `body` or `total`; a table is `plain`, `form` or `key` (labels left, no header row).
    In a redline `change` is `inserted`, `deleted`, `moved-from:<n>` or `moved-to:<n>` (the two ends of move n), for the block with all that
    it holds, or empty; `was` holds the fields that the older text had otherwise (`number`, `end`, `fixed`, …).
    """

    kind: Kind
    content: tuple[Inline, ...] = ()
    children: tuple[Block, ...] = ()
    id: str = ""
    heading: tuple[Inline, ...] = ()
    number: str = ""
    fixed: bool = False
    end: Ending = ""
    role: str = ""
    columns: tuple[Column, ...] = ()
    picture: str = ""
    change: str = ""
    was: Was = ()
    origin: str = field(default="", compare=False, repr=False)
    place: Place | None = field(default=None, compare=False, repr=False)


PartKind = Literal[
    "strip",  # what a draft says of itself, before anything else
    "blanks",  # what a draft still lacks, listed
    "cover",
    "parties",
    "background",
    "operative",
    "execution",
    "schedule",
    "body",  # the text of a report, an equality analysis or a letter
]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the document. `number` is `Schedule 4` for a schedule and empty elsewhere; `change` and `was` as for a block."""

    kind: PartKind
    heading: tuple[Inline, ...] = ()
    children: tuple[Block, ...] = ()
    id: str = ""
    number: str = ""
    fixed: bool = False
    change: str = ""
    was: Was = ()
    place: Place | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document.

    `kind` is agreement, report or equality. `title` names it in metadata; `running` is the short title of
    the header, `state` its draft mark (empty in a final copy), `reference` the words of the footer,
    `subject` a line for metadata, `author` the body that issues it, `source` the line of metadata that says where a built file came from.
    `was` as for a block.
    """

    kind: str
    title: str
    parts: tuple[Part, ...]
    running: str = ""
    state: str = ""
    reference: str = ""
    subject: str = ""
    author: str = ""
    source: str = ""
    was: Was = ()


Node = Document | Part | Block


def plain(content: tuple[Inline, ...]) -> str:
    """Return the words of inline content as a reader of the printed page sees them; notes are left out.

    >>> plain((Text("the "), Definition((Text("Council"),)), Text(" of "), Blank("name")))
    'the “Council” of [● name]'
    """
    return "".join(map(_words, content))


def _words(inline: Inline) -> str:
    match inline:
        case Text(words=words):
            return words
        case Strong(content=content) | Inserted(content=content) | Deleted(content=content):
            return plain(content)
        case Definition(content=content):
            return f"“{plain(content)}”"
        case Reference(label=label):
            return label
        case Blank(label=label):
            return f"[● {label}]"
        case Both(new=new):
            return _words(new)
        case Note():
            return ""
