"""An instrument drafted: a deed with the parts of an agreement, a letter, or a memorandum.

In: an instrument's facts, the agreement of its folder, the text of its kind and the texts that several kinds share. Out: the numbered
Document. The headings of one sign are its parts: `.background` and `.operative`, or else sections of the body.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING, Final

from section75.document.index import index
from section75.document.numbering import number
from section75.document.tree import Document, Part, plain
from section75.drafting.agreement import Drafted, Origin
from section75.drafting.assumptions import noted
from section75.drafting.lexicon import renamed
from section75.drafting.names import names_of_instrument
from section75.drafting.provisions import with_provisions
from section75.drafting.strip import with_strip
from section75.drafting.writing import Writing
from section75.facts.deeds import Deed
from section75.facts.letters import Letter
from section75.facts.variation import VariationDeed
from section75.problems import Place, Problem, Refused, errors

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from section75.document.tree import Block, PartKind
    from section75.drafting.report import Paper
    from section75.facts.fact import Assumption
    from section75.facts.instrument import Instrument
    from section75.text.library import Template

PARTS: Final[Mapping[str, PartKind]] = {
    "parties": "parties", "background": "background", "operative": "operative", "schedule": "schedule", "execution": "execution",
}  # fmt: skip
SECTIONS: Final = ("1.", "(a)", "(i)")
SECTION_ITEMS: Final = ("1.1", "(a)", "(i)")


@dataclass(frozen=True, slots=True)
class InstrumentTexts:
    """The texts of instruments by kind, and those that several kinds share."""

    kinds: Mapping[str, Template]
    parts: Mapping[str, Template]
    provisions: Mapping[str, Document] = field(default_factory=dict)
    """What a deed of variation sets out whole, by the names of the texts beside its facts."""


def draft_instrument(instrument: Instrument, paper: Paper, texts: InstrumentTexts) -> Drafted:
    """Return the instrument drafted and numbered. Raises `Refused` with every fault of every text at once."""
    name = instrument.kind.replace(" ", "-")
    text = texts.kinds.get(name)
    if text is None:
        place = instrument.place("kind")
        missing = Problem(place, "name", "error", f"There is no text “{name}”.", f"Put templates/instruments/{name}.md back.")
        raise Refused([*errors(paper.library.problems), missing])
    writing = Writing(names_of_instrument(paper.agreement, instrument, paper.roles))
    files = {name: text.file}
    parts = tuple(_parts(_blocks(instrument, text, texts, writing, files)))
    if faults := [*errors(paper.library.problems), *writing.problems]:
        raise Refused(faults)
    title, subject = _title(parts)
    document = Document("instrument", title, parts, title, subject=subject)
    printed = index(document).printed_facts()
    assumed = tuple(one for one in (*instrument.assumptions, *paper.agreement.assumptions) if one.path in printed or _decided(one, writing))
    document = renamed(noted(document, assumed, {}), paper.agreement.lexicon)
    if isinstance(instrument, VariationDeed):  # what is quoted is in the agreement's own words already
        document = replace(document, parts=with_provisions(document.parts, texts.provisions, instrument.annexed))
    document = number(document, replace(paper.scheme, sections=SECTIONS, section_items=SECTION_ITEMS))
    document = with_strip(document, assumed, paper.front, writing)
    return Drafted(document, {name: Origin(file, "", writing.looked_at.get(name, frozenset())) for name, file in files.items()}, assumed)


def conformed_copy(document: Document, instrument: Instrument, paper: Paper, texts: InstrumentTexts) -> Drafted:
    """Return a conformed text with what its footer says of it. Raises `Refused`."""
    writing, files = Writing(names_of_instrument(paper.agreement, instrument, paper.roles)), dict[str, str]()
    foot = " ".join(plain(block.content) for block in _shared("conformed", texts, writing, files))
    if faults := [*errors(paper.library.problems), *writing.problems]:
        raise Refused(faults)
    return Drafted(replace(document, reference=foot))


def _part_of(block: Block) -> PartKind:
    return PARTS.get(block.role, "body")


def _parts(blocks: Iterator[Block]) -> Iterator[Part]:
    """Yield the parts that the headings of one sign begin; neighbours of one kind are one part, under the first heading."""
    for kind, run in groupby(blocks, key=_part_of):
        together = tuple(run)
        if kind == "body":
            yield Part("body", children=together)
            continue
        children = tuple(child for block in together for child in block.children)
        if kind == "operative":
            children = tuple(replace(child, kind="clause") if child.kind == "section" else child for child in children)
        yield Part(kind, together[0].heading, children, together[0].id or kind, place=together[0].place)


def _title(parts: tuple[Part, ...]) -> tuple[str, str]:
    """Return the words of the first heading, and those right under it."""
    first = next((block for part in parts for block in part.children if block.kind == "section"), None)
    if first is None:
        return "", ""
    return plain(first.heading), plain(first.children[0].content) if first.role == "title" and first.children else ""


def _decided(assumption: Assumption, writing: Writing) -> bool:
    """Return whether an assumption of the instrument chose between words without being printed."""
    return any(assumption.path in facts for facts in writing.looked_at.values())


def _blocks(instrument: Instrument, text: Template, texts: InstrumentTexts, writing: Writing, files: dict[str, str]) -> Iterator[Block]:
    """Yield the blocks of an instrument: its own text, with the shared ones where they belong."""
    own = writing.blocks(text.body, text.id)
    if isinstance(instrument, Letter):
        yield from own
        return
    title = next((place for place, block in enumerate(own, 1) if block.role == "title"), 0)
    yield from own[:title]
    yield from _shared("parties", texts, writing, files)
    yield from own[title:]
    for name in _after(instrument):
        yield from _shared(name, texts, writing, files)


def _after(instrument: Instrument) -> tuple[str, ...]:
    """Return the names of the shared texts that follow an instrument's own, in order."""
    if not isinstance(instrument, Deed):
        return ("hand-execution",)
    if not isinstance(instrument, VariationDeed):
        return ("general", "deed-execution")
    return ("general", "amendments", "deed-execution") if instrument.in_schedule else ("amendments", "general", "deed-execution")


def _shared(name: str, texts: InstrumentTexts, writing: Writing, files: dict[str, str]) -> tuple[Block, ...]:
    text = texts.parts.get(name)
    if text is None:
        place = Place(f"templates/instruments/parts/{name}.md")
        writing.problems.append(Problem(place, "name", "error", "This text is missing.", "Instruments need it: put it back."))
        return ()
    files[name] = text.file
    return writing.blocks(text.body, name)
