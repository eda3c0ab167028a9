"""The library: every text that lawyers own, found by listing folders, its header read and its template compiled.

In: the project's folder. Out: `Template`s by folder, and the problems of those that do not compile.
A text in the folder of a partnership stands in for the library's text of the same id, or is added by its number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from section75.facts.raw import Map, Words
from section75.facts.reader import parse_yaml
from section75.problems import Place, Problem, one_of
from section75.text.environment import Compiled, Environment, compile_condition, compile_template

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

NAMED: Final = re.compile(r"(?:(?P<order>\d{3})-)?(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)\.md")
HEADER: Final = ("when", "definitions", "note", "survives")


@dataclass(frozen=True, slots=True)
class Definition:
    """A definition as a template's header gives it: the term, and the words that follow it."""

    term: str
    template: Compiled


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


class Library:
    """Reads texts; keeps the problems it met, all of them."""

    def __init__(self, root: Path) -> None:
        """Start with an empty list of problems; `root` is the folder that places are shown from."""
        self.root = root
        self.environment = Environment()
        self.problems: list[Problem] = []

    def folder(self, *folders: Path) -> dict[str, Template]:
        """Return the texts of folders by id, in order; a later folder replaces by id."""
        found: dict[str, Template] = {}
        for folder in folders:
            found.update(self._folder(folder, found))
        return dict(sorted(found.items(), key=lambda entry: (entry[1].order, entry[0])))

    def _folder(self, folder: Path, earlier: dict[str, Template]) -> Iterable[tuple[str, Template]]:
        for path in sorted(folder.glob("*.md")) if folder.is_dir() else ():
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
        source = path.read_text(encoding="utf-8")
        header, body = _parted(source)
        fields, problems = parse_yaml(header, file, first_line=2) if header else (Map(), ())
        self.problems.extend(problems)
        for key in fields:
            if key not in HEADER:
                place = fields.keys_at[key]
                self._refuse(file, place.line, f"“{key}” is not part of a header.", one_of(key, HEADER), place.column)
        compiled = self._kept(compile_template(self.environment, body, file))
        condition = self._condition(fields, file)
        definitions = tuple(self._definitions(fields, file))
        if not compiled:
            return None
        survives = str(fields.get("survives", "")) in ("yes", "true")
        when = str(fields.get("when", ""))
        return Template(name, order, file, compiled, when, condition, definitions, str(fields.get("note", "")), survives)

    def _condition(self, fields: Map, file: str) -> Compiled | None:
        when = fields.get("when")
        if not isinstance(when, Words):
            return None
        return self._kept(compile_condition(self.environment, when, file, when.place.line if when.place else 1))

    def _definitions(self, fields: Map, file: str) -> Iterable[Definition]:
        given = fields.get("definitions")
        if not isinstance(given, Map):
            return
        for term, words in given.items():
            padding = "\n" * (given.keys_at[term].line - 1)
            compiled = self._kept(compile_template(self.environment, f"{padding}“**{term}**”: {words}", file))
            if compiled:
                yield Definition(term, compiled)

    def _kept(self, compiled: Compiled | Problem) -> Compiled | None:
        if isinstance(compiled, Problem):
            self.problems.append(compiled)
            return None
        return compiled

    def _refuse(self, file: str, line: int, message: str, remedy: str, column: int = 1) -> None:
        self.problems.append(Problem(Place(file, line, column), "header", "error", message, remedy))

    def _shown(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.as_posix()


def _parted(source: str) -> tuple[str, str]:
    """Return a text's header and its body; the header's lines are left empty in the body, so that lines keep their numbers."""
    if not source.startswith("---\n"):
        return "", source
    header, closed, body = source[4:].partition("\n---\n")
    if not closed:
        return "", source
    return header, "\n" * (header.count("\n") + 3) + body
