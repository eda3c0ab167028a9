"""The text that a deed changes: the latest executed before it, as the deeds made since have changed it.

In: the folder of a partnership, and its instruments by name. Out: `Signed`, or nothing where no text has been executed. What stands in the
folder alone says which deeds have one, so that papers can be listed without reading any facts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, TypeVar

from section75.comparison.applying import applied
from section75.comparison.names import drawing
from section75.document.index import walk
from section75.document.tree import Block, Part
from section75.facts.base import Blank
from section75.facts.dates import day
from section75.facts.variation import VariationDeed
from section75.pictures.drawn_here import is_drawn_here
from section75.problems import Place, Problem, Refused
from section75.records import read_record
from section75.text.markup import read_document
from section75.varying.amending import Beside, operations_of
from section75.varying.proof import Signed, unproved

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from section75.comparison.atoms import Content
    from section75.document.tree import Document
    from section75.facts.instrument import Instrument

Holder = TypeVar("Holder", Part, Block)
DATE: Final = len("2026-03-30")
CONFORMED: Final = "-conformed"
"""How the name of the paper ends that shows what a deed makes of the signed text."""


@dataclass(frozen=True, slots=True)
class Varying:
    """The signed texts and deeds of one partnership; `unused` are the words of what is not used."""

    folder: Path
    instruments: Mapping[str, Instrument]
    unused: Content

    def before(self, name: str) -> Signed | None:
        """Return the text that a deed changes. Raises `Refused` where an earlier deed cannot be carried out."""
        path = executed_before(self.folder, name)
        if path is None:
            return None
        document = read_record(path, self._shown(path)).document
        earlier = tuple(self._executed(path.stem, name))
        for one in earlier:
            document = self._applied(one, document)
        return Signed(document, day(path.stem), earlier)

    def after(self, name: str) -> Document:
        """Return what a deed makes of the text that it changes. Raises `Refused` where it cannot be carried out, or nothing is signed."""
        signed = self.before(name)
        if signed is None:
            place = self.instruments[name].place("kind")
            raise Refused(
                [Problem(place, "deed", "error", "No text has been executed before this deed.", "Keep the signed text: execute.")]
            )
        return self._applied(name, signed.document)

    def prove(self, name: str) -> None:
        """See that a deed can be carried out on the text that it changes, and that its proof holds. Raises `Refused`."""
        deed, signed = self.instruments[name], self.before(name)
        made = self._applied(name, signed.document) if signed else None
        problems = list(unproved(deed, signed, made)) if isinstance(deed, VariationDeed) else []
        if problems:
            raise Refused(problems)

    def texts(self, name: str) -> dict[str, Document]:
        """Return the texts that stand beside the facts of a deed, by name. Raises `Refused` with the faults of one of them."""
        paths = sorted((self.folder / "instruments" / name).glob("[!.]*.md"))
        drawings = {path.stem: self._drawing(path) for path in sorted((self.folder / "instruments" / name).glob("[!.]*.svg"))}
        return {path.stem: drawn(read_document(path.read_text(encoding="utf-8"), self._shown(path)), drawings) for path in paths}

    def _drawing(self, path: Path) -> str:
        """Return a drawing that is known by its fingerprint. Raises `Refused` for any other picture."""
        data = path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")
        if drawing(data) != path.stem or not is_drawn_here(data):
            message = "This is not a drawing that was made with the deed."
            raise Refused(
                [Problem(Place(self._shown(path)), "drawing", "error", message, "Restore it as it was kept (git log), or begin anew.")]
            )
        return data

    def _shown(self, path: Path) -> str:
        return f"agreements/{self.folder.name}/{path.relative_to(self.folder).as_posix()}"

    def _executed(self, since: str, name: str) -> Iterator[str]:
        """Yield the deeds of variation made between the executed text and a deed."""
        for one, instrument in sorted(self.instruments.items()):
            made = isinstance(instrument, VariationDeed) and instrument.of is None and not isinstance(instrument.executed_on, Blank)
            if made and since < one[:DATE] and one < name:
                yield one

    def _applied(self, name: str, signed: Document) -> Document:
        deed = self.instruments[name]
        if not isinstance(deed, VariationDeed):
            raise TypeError(name)
        return applied(operations_of(deed, Beside(self.texts(name), signed, self.unused)), signed)


def drawn(document: Document, drawings: Mapping[str, str]) -> Document:
    """Return a text of record with its drawings, each known by its fingerprint."""

    def in_it(node: Holder) -> Holder:
        node = replace(node, children=tuple(map(in_it, node.children)))
        return replace(node, picture=drawings.get(node.picture, node.picture)) if isinstance(node, Block) else node

    return replace(document, parts=tuple(map(in_it, document.parts))) if drawings else document


def drawings_in(document: Document) -> dict[str, str]:
    """Return the drawings in a document by their fingerprints."""
    pictures = (block.picture for _, block, _ in walk(document) if block and block.picture.startswith("<svg"))
    return {drawing(picture): picture for picture in pictures}


def executed_before(folder: Path, name: str) -> Path | None:
    """Return the latest executed text of an agreement that is older than an instrument, by the date with which its name begins.

    A text of the same day is the agreement as that instrument has varied it.
    """
    return max((path for path in (folder / "executed").glob("????-??-??.md") if path.stem < name[:DATE]), default=None)


def conformed_papers(folder: Path, names: Iterable[str]) -> list[str]:
    """Return the names of the papers that show what deeds of variation make of a signed text."""
    return [f"{name}{CONFORMED}" for name in names if "-variation" in name and executed_before(folder, name)]
