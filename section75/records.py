"""Records: texts kept for good, as they were signed or sent, with all that is needed to compare and to print them again.

In: a Document and what is known of it. Out: two files, `<stem>.md`, the Markdown of record, and `<stem>.json` beside it; or, read back, the
`Record` with the same Document: its facts, origins and numbers, and the drawings that Markdown only names.

The .json holds the fingerprint (SHA-256) of the .md; the two are read only together and unaltered.
"""

from __future__ import annotations

import json
import pickle
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final, Literal, cast, get_args

from section75 import __version__
from section75.comparison.entries import picture_name
from section75.document.house import House, Scheme
from section75.document.index import walk
from section75.document.replacing import replaced
from section75.document.traces import Mismatch, Span, Trace, Words, traced, traces
from section75.document.tree import Document
from section75.filing.inputs import digest, program
from section75.filing.store import Form, kept_or_made
from section75.pictures.drawn_here import is_drawn_here
from section75.problems import Place, Problem, Refused
from section75.text.markup import read_document
from section75.writers.markdown import write

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from section75.document.tree import Block
    from section75.filing.store import Store

State = Literal["executed", "sent"]
STATES: Final = get_args(State)
UNDRESSED: Final = House("", Scheme())
"""The house by which texts are kept: Markdown wears no dress."""
RESTORE: Final = "Restore both files as they were kept (git log shows every version); a text that was signed or sent is never changed."


@dataclass(frozen=True, slots=True)
class Record:
    """A text kept for good.

    `date` is the day of signing or sending (ISO 8601), `paper` its name among the papers of its partnership, `house` the house it is
    printed in, `version` that of the toolkit. `facts` are the files of facts as they were, `texts` the fingerprints (SHA-256) of the texts
    it was drafted from; both by their path in the project.
    """

    document: Document
    state: State
    date: str
    paper: str
    house: str
    facts: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    version: str = __version__


# ------------------------------------------------------------------ kept


def kept(record: Record, path: Path) -> dict[Path, bytes]:
    """Return the two files of a record by their paths; `path` is that of the .md.

    Raises `Refused` if the text would not come back from them as it is: then it must not be signed or sent.
    """
    text = write(record.document, UNDRESSED)
    about = _written(record, text)
    again = _read(text, about, path.name).document
    if _letters(write(again, UNDRESSED)) != _letters(text) or traces(again) != traces(record.document):
        message = "The text cannot be kept: it would come back otherwise than it is."
        raise Refused([Problem(Place(path.name), "record", "error", message, "Look for signs in its words that Markdown reads as marks.")])
    return {path: text, path.with_suffix(".json"): about}


def _letters(text: bytes) -> bytes:
    """Return a text without spaces: of several, or at the end of a line, one or none comes back."""
    return b"".join(text.split())


def fingerprint(data: bytes) -> str:
    """Return the SHA-256 of bytes in hexadecimal."""
    return sha256(data).hexdigest()


def _written(record: Record, text: bytes) -> bytes:
    about = {
        "text": fingerprint(text),
        "state": record.state,
        "date": record.date,
        "paper": record.paper,
        "house": record.house,
        "version": record.version,
        "facts": {path: {"sha256": fingerprint(words.encode()), "text": words} for path, words in sorted(record.facts.items())},
        "texts": dict(sorted(record.texts.items())),
        "drawings": _drawings(record.document),
    }
    first = json.dumps(about, ensure_ascii=False, indent=1).removesuffix("\n}")
    lines = ",\n  ".join(json.dumps(_told(trace), ensure_ascii=False) for trace in traces(record.document))
    return f'{first},\n "traces": [\n  {lines}\n ]\n}}\n'.encode()


def _drawings(document: Document) -> dict[str, str]:
    """Return what is drawn in a document, by the name that Markdown gives it."""
    pictures = [block.picture for _, block, _ in walk(document) if block and block.picture]
    return {name: picture for picture in pictures if (name := picture_name(picture)) != picture}


def _told(trace: Trace) -> dict[str, object]:
    """Return a trace as plain data; what is empty is left out."""
    said = {
        "origin": trace.origin,
        "number": trace.number,
        "heading": _told_words(trace.heading),
        "content": _told_words(trace.content),
    }
    return {name: value for name, value in said.items() if value}


def _told_words(words: Words) -> dict[str, object]:
    said = {"facts": [[span.start, span.end, span.fact] for span in words.spans], "blanks": list(words.blanks)}
    return {name: value for name, value in said.items() if value}


# ------------------------------------------------------------------ read


def read_record(path: Path, shown: str = "", store: Store | None = None) -> Record:
    """Return the record of an .md file. Raises `Refused` where one of its two files is missing, altered or not whole.

    `shown` is how the file is called in problems and in the places of blocks. `store` keeps what was read, by the content of both files.
    """
    beside = path.with_suffix(".json")
    called = shown or path.name
    for file, name in ((path, called), (beside, called.removesuffix(".md") + ".json")):
        if not file.is_file():
            raise _refused(name, "This file of a record is missing.")
    return _read_once(_Files(path.read_bytes(), beside.read_bytes(), called, store))


@dataclass(frozen=True, slots=True)
class _Files:
    """The two files of a record by their content, how the first is called, and where what was read of them is kept."""

    text: bytes
    about: bytes
    called: str
    store: Store | None = field(compare=False)

    @property
    def key(self) -> str:
        """What the record is kept under."""
        return digest(["record", fingerprint(self.text), fingerprint(self.about), self.called, program()])


def _packed(record: Record) -> bytes:
    return pickle.dumps(record, pickle.HIGHEST_PROTOCOL)


def _unpacked(data: bytes) -> Record:
    return cast("Record", pickle.loads(data))  # noqa: S301 - kept by this program, whole, for these very files


PICKLED: Final = Form(_packed, _unpacked)


@lru_cache(maxsize=16)
def _read_once(files: _Files) -> Record:
    """Return a record as it is read now or was read before: a long text is read once for all that is drafted from it."""
    return kept_or_made(files.store, lambda: files.key, lambda: _read(files.text, files.about, files.called), PICKLED)


def _read(text: bytes, about: bytes, called: str) -> Record:
    beside = called.removesuffix(".md") + ".json"
    try:
        said = json.loads(about)
        known = _known(said)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise _refused(beside, "This is not the description of a record.") from None
    if said["text"] != fingerprint(text):
        raise _refused(called, "The text is not the one that was kept: it has been altered since.")
    altered = [path for path, words in known.facts.items() if said["facts"][path]["sha256"] != fingerprint(words.encode())]
    if altered:
        raise _refused(beside, f"The facts of {altered[0]} are not those that were kept.")
    document = read_document(text.decode(), called)
    try:
        document = traced(document, (_trace(one) for one in said["traces"]))
    except (Mismatch, ValueError, KeyError, TypeError, AttributeError):
        raise _refused(beside, "The traces do not fit the text.") from None
    return replaced(known, document=_drawn(document, said["drawings"]))


def _refused(file: str, message: str) -> Refused:
    return Refused([Problem(Place(file), "record", "error", message, RESTORE)])


def _known(said: dict[str, Any]) -> Record:
    """Return what a description says of a record, which has no text yet; raises where it is not whole."""
    words = {name: _string(said[name]) for name in ("text", "state", "date", "paper", "house", "version")}
    if words["state"] not in STATES or not isinstance(said["traces"], list):
        raise ValueError
    facts = {path: _string(file["text"]) for path, file in said["facts"].items()}
    texts = {path: _string(value) for path, value in said["texts"].items()}
    drawings = {name: _string(value) for name, value in said["drawings"].items()}
    if any(picture_name(drawing) != name or not is_drawn_here(drawing) for name, drawing in drawings.items()):
        raise ValueError
    state = cast("State", words["state"])
    return Record(Document("", "", ()), state, words["date"], words["paper"], words["house"], facts, texts, words["version"])


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _trace(said: dict[str, Any]) -> Trace:
    words = (_words(said.get(name, {})) for name in ("heading", "content"))
    return Trace(_string(said.get("origin", "")), _string(said.get("number", "")), *words)


def _words(said: dict[str, Any]) -> Words:
    spans = tuple(Span(int(start), int(end), _string(fact)) for start, end, fact in said.get("facts", []))
    return Words(spans, tuple(map(_string, said.get("blanks", []))))


def _drawn(document: Document, drawings: Mapping[str, str]) -> Document:
    def drawn(block: Block) -> Block:
        return replaced(block, picture=drawings.get(block.picture, block.picture), children=tuple(map(drawn, block.children)))

    return replaced(document, parts=tuple(replaced(part, children=tuple(map(drawn, part.children))) for part in document.parts))
