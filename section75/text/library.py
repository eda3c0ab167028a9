"""The library: every text that lawyers own, found by listing folders, its header read and its template compiled.

In: the project's folder. Out: `Template`s by folder, and the problems of those that do not compile.
A text in the folder of a partnership stands in for the library's text of the same id, or is added by its number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from section75.document.replacing import replaced
from section75.facts.characters import readable
from section75.facts.raw import Map, Words
from section75.facts.reader import parse_yaml
from section75.problems import Place, Problem, errors, one_of
from section75.text.compiling import compile_condition, compile_template
from section75.text.lately import Lately

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from section75.text.environment import Compiled

NAMED: Final = re.compile(r"(?:(?P<order>\d{3})-)?(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)\.md")
HEADER: Final[dict[str, type]] = {
    "when": Words,
    "definitions": Map,
    "note": Words,
    "survives": Words,
    "full_only": Words,
    "instead_of": Words,
    "for_each": Words,
    "meets": Map,
}
ANSWERS: Final = ("survives", "full_only")
REMEDIES: Final[dict[type, str]] = {
    Words: "Put the words in quotes if they contain a colon.",
    Map: "Write each as “Term: words.” on its own line.",
}
FENCE: Final = "---\n"
LARGEST: Final = 1_000_000
"""Bytes in a text; the longest has 30,000."""
MOST_READ: Final = 384
"""How many texts a process remembers: those of the library, about three hundred, and those of the agreements it met last."""


@dataclass(frozen=True, slots=True)
class Definition:
    """A definition as a template's header gives it: the term, and the words that follow it."""

    term: str
    template: Compiled


@dataclass(frozen=True, slots=True)
class Met:
    """Requirements of the law that a text deals with, and the name within it of the words that do."""

    name: str
    requirements: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Template:
    """One text: where it stands, when it is in, what it defines, and its compiled body."""

    id: str
    order: int
    file: str
    body: Compiled = field(compare=False)
    when: str = ""
    condition: Compiled | None = field(default=None, compare=False)
    definitions: tuple[Definition, ...] = field(default=(), compare=False)
    note: str = ""
    survives: bool = False
    full_only: bool = False
    """Whether only the full form of an agreement has it."""
    instead_of: tuple[str, ...] = ()
    """The texts in whose place it stands when it is in; it is known by the name of the first."""

    for_each: str = ""
    """The list for each thing of which there is a schedule of its own: `schemes`; the text speaks of `scheme`."""
    meets: tuple[Met, ...] = ()
    """The requirements of the law that it deals with, and where in it."""

    @property
    def known_as(self) -> str:
        """The name that its heading bears and that references use."""
        return self.instead_of[0] if self.instead_of else self.id


class Library:
    """Reads texts; keeps the problems it met, all of them."""

    def __init__(self, root: Path) -> None:
        """Start with an empty list of problems; `root` is the folder that places are shown from."""
        self.root = root
        self.problems: list[Problem] = []
        self.unread: dict[str, str] = {}
        """The words of texts that have faults, by id: others may still refer to them."""

    def folder(self, *folders: Path) -> dict[str, Template]:
        """Return the texts of folders by id, in order; a later folder replaces by id."""
        found: dict[str, Template] = {}
        for folder in folders:
            found.update(self._folder(folder, found))
        return dict(sorted(found.items(), key=lambda entry: (entry[1].order, entry[0])))

    def _folder(self, folder: Path, earlier: dict[str, Template]) -> Iterable[tuple[str, Template]]:
        for path in sorted(folder.glob("[!.]*.md")) if folder.is_dir() else ():
            named = NAMED.fullmatch(path.name)
            if not named:
                self._refuse(self._shown(path), 1, f"“{path.name}” is not the name of a text.", "Name it NNN-words-with-hyphens.md.")
                continue
            replaced = earlier.get(named["id"])
            order = int(named["order"] or (replaced.order if replaced else 999))
            template = self.read(path, named["id"], order)
            if template:
                yield template.id, template

    def read(self, path: Path, name: str = "", order: int = 0) -> Template | None:
        """Return one text, or nothing if it has faults; they are in `problems`."""
        file = self._shown(path)
        source = self._source(path, file)
        if source is None:
            return None
        template, problems = READ.found(Known(source, file), _read)
        self.problems.extend(problems)
        if template is None:
            self.unread[name] = source
        elif (template.id, template.order) != (name, order):
            return replaced(template, id=name, order=order)
        return template

    def _source(self, path: Path, file: str) -> str | None:
        data = path.read_bytes()
        if len(data) > LARGEST:
            self._refuse(file, 1, f"The text has {len(data):,} bytes; the most is {LARGEST:,}.", "Divide it.")
            return None
        try:
            return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError as fault:
            self._refuse(file, data[: fault.start].count(b"\n") + 1, "The text is not UTF-8.", "Save it with the encoding UTF-8.")
            return None

    def _refuse(self, file: str, line: int, message: str, remedy: str) -> None:
        self.problems.append(Problem(Place(file, line), "header", "error", message, remedy))

    def _shown(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.as_posix()


class Known(NamedTuple):
    """What a text is known by: every sign of it, and its file."""

    source: str
    file: str


READ: Final = Lately[Known, "tuple[Template | None, tuple[Problem, ...]]"](MOST_READ)
"""What was read in this process, or read before and handed on to it: the template, or nothing, and what is wrong with the text."""


def _read(known: Known) -> tuple[Template | None, tuple[Problem, ...]]:
    """Return the template of a text, or nothing, and what is wrong with it."""
    reading = _Reading(known.source, known.file)
    named = NAMED.fullmatch(known.file.rpartition("/")[2])
    name, order = (named["id"], int(named["order"] or 0)) if named else ("", 0)
    return reading.template(name, order), tuple(reading.problems)


@dataclass(slots=True)
class _Reading:
    """One text being read, and what is wrong with it."""

    source: str
    file: str
    problems: list[Problem] = field(default_factory=list)

    def template(self, name: str, order: int) -> Template | None:
        """Return the template, or nothing if the text has faults."""
        header, body = self._parted()
        body = readable(body, self._hidden, Place(self.file))
        fields = self._header(header)
        compiled = self._kept(compile_template(body, self.file, self.source))
        condition = self._condition(fields)
        definitions = tuple(self._definitions(fields))
        if not compiled or errors(self.problems):
            return None
        survives, full_only = (str(fields.get(key, "no")).casefold() in ("yes", "true") for key in ANSWERS)
        return Template(
            name,
            order,
            self.file,
            compiled,
            str(fields.get("when", "")),
            condition,
            definitions,
            str(fields.get("note", "")),
            survives,
            full_only,
            tuple(str(fields.get("instead_of", "")).replace(",", " ").split()),
            str(fields.get("for_each", "")),
            tuple(_met(fields.get("meets"))),
        )

    def _parted(self) -> tuple[str, str]:
        """Return a text's header and its body; the header's lines are left empty in the body, so that lines keep their numbers."""
        if not self.source.startswith(FENCE):
            return "", self.source
        header, closed, body = f"\n{self.source[4:]}".partition(f"\n{FENCE}")
        if not closed:
            self._refuse(1, "The header is not closed.", "Write --- on a line of its own where it ends.")
            return "", "\n" * self.source.count("\n")
        return header[1:], "\n" * (header.count("\n") + 2) + body

    def _header(self, header: str) -> Map:
        """Return the fields of a header, those of them that can be used."""
        fields, problems = parse_yaml(header, self.file, first_line=2) if header.strip() else (Map(), ())
        self.problems.extend(problems)
        for key in list(fields):
            value, place = fields[key], fields.keys_at[key]
            if key not in HEADER:
                self._refuse(place.line, f"“{key}” is not part of a header.", one_of(key, HEADER), place.column)
            elif not isinstance(value, HEADER[key]):
                expected = "Terms are" if HEADER[key] is Map else "Plain words are"
                self._refuse(place.line, f"{expected} expected in “{key}”.", REMEDIES[HEADER[key]], place.column)
            elif key in ANSWERS and str(value).casefold() not in ("yes", "no", "true", "false"):
                self._refuse(place.line, f"“{value}” is neither yes nor no.", "Write yes or no.", place.column)
            else:
                continue
            del fields[key]
        return fields

    def _condition(self, fields: Map) -> Compiled | None:
        when = fields.get("when")
        if not isinstance(when, Words):
            return None
        return self._kept(compile_condition(when, self.file, when.place.line if when.place else 1, self.source))

    def _definitions(self, fields: Map) -> Iterable[Definition]:
        given = fields.get("definitions")
        if not isinstance(given, Map):
            return
        for term, words in given.items():
            place = given.keys_at[term]
            if not isinstance(words, Words) or words.unknown:
                self._refuse(place.line, f"“{term}” has no words that define it.", "Write them behind the colon.", place.column)
                continue
            padding = "\n" * (place.line - 1)
            compiled = self._kept(compile_template(f"{padding}“**{term}**”: {words}", self.file, self.source))
            if compiled:
                yield Definition(term, compiled)

    def _kept(self, compiled: Compiled | tuple[Problem, ...]) -> Compiled | None:
        if isinstance(compiled, tuple):
            self.problems.extend(compiled)
            return None
        return compiled

    def _refuse(self, line: int, message: str, remedy: str, column: int = 1) -> None:
        self.problems.append(Problem(Place(self.file, line, column), "header", "error", message, remedy))

    def _hidden(self, place: Place, message: str, remedy: str) -> None:
        self.problems.append(Problem(place, "template", "error", message, remedy))


def _met(given: object) -> Iterable[Met]:
    """Yield what a header says under `meets`: by name within the text, the requirements, divided by commas."""
    if isinstance(given, Map):
        for name, words in given.items():
            yield Met(name, tuple(str(words).replace(",", " ").split()), given.keys_at[name])
