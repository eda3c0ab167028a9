"""YAML events to a tree of words with places; whatever could be misread is refused.

In: a file. Out: `Map` and the problems found. Every scalar stays words: `no`, `010`, `12:30`.
Read from events, because composed nodes no longer show aliases, equal keys or a colon that is missing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeAlias

import yaml

from section75.facts.characters import hidden, readable
from section75.facts.raw import List, Map, Node, Words, joined
from section75.facts.syntax import in_our_words, is_left_open
from section75.problems import Level, Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

RULE = "yaml"
DEEPEST = 12
LARGEST = 1_000_000
"""Bytes in a file; the largest agreement known has 20,000."""

MOST_READ_AGAIN = 2_000_000
"""Signs of a file that are read again for its lone question marks: a hundred of them in the largest agreement known."""

_Event: TypeAlias = Any
_Mark: TypeAlias = Any
"""The published types of PyYAML let a mark be absent, which after parsing it never is."""

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_COMMENT = re.compile(r"\s+(#[^\s#].*)")


def read_yaml(path: Path, name: str) -> tuple[Map, tuple[Problem, ...]]:
    """Read a file; `name` is how it is shown in places. `Map.whole` is false if it could not be read to its end."""
    try:
        data = path.read_bytes()
    except OSError:
        return _unread(name, "This file is not there or cannot be opened.", "Check its name and folder.")
    return read_text(data, name)


def read_text(data: bytes, name: str) -> tuple[Map, tuple[Problem, ...]]:
    """Read the bytes of a file."""
    if len(data) > LARGEST:
        return _unread(name, f"The file has {len(data):,} bytes; the most is {LARGEST:,}.", "Divide it.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return _unread(name, "The file is not UTF-8.", "Save it with the encoding UTF-8.", line)
    return parse_yaml(text, name)


def parse_yaml(text: str, name: str, first_line: int = 1) -> tuple[Map, tuple[Problem, ...]]:
    """Read YAML that begins at a line of its file: the header of a template begins at the second."""
    reader = _Reader(text, name, first_line)
    return reader.read(), tuple(sorted(reader.problems))


def _unread(name: str, message: str, remedy: str, line: int = 1) -> tuple[Map, tuple[Problem, ...]]:
    tree = Map(place=Place(name))
    tree.whole = False
    return tree, (Problem(Place(name, line), RULE, "error", message, remedy),)


class _TooDeep(Exception):  # noqa: N818 - not an error, but where the reading stops
    """Twenty thousand brackets take the parser half a minute, so it is not asked for the rest."""

    def __init__(self, place: Place) -> None:
        super().__init__(str(place))
        self.place = place


class _Reader:
    """One pass over the events of one file."""

    def __init__(self, text: str, name: str, first_line: int) -> None:
        self.name, self.first_line = name, first_line
        self.problems: list[Problem] = []
        self.text = readable(text, self.fault, Place(name, first_line))
        self.lines = re.split(r"\r?\n", self.text)
        self.events: Iterator[_Event] = iter(())
        self.read_again = 0

    def fault(self, place: Place, message: str, remedy: str, level: Level = "error") -> None:
        self.problems.append(Problem(place, RULE, level, message, remedy))

    def place(self, mark: _Mark) -> Place:
        return Place(self.name, mark.line + self.first_line, mark.column + 1)

    # ------------------------------------------------------------------ the whole file

    def read(self) -> Map:
        problems = list(self.problems)
        tree = self.parsed()
        while tree is None:
            self.problems = list(problems)
            tree = self.parsed()
        return tree

    def parsed(self) -> Map | None:
        """Return the tree, or nothing where a lone question mark was put right and the text is to be parsed again."""
        tree = Map(place=Place(self.name, self.first_line))
        clean = not self.problems
        try:
            self.events = iter(yaml.parse(self.text, Loader=LOADER))
            found = self.document()
        except _TooDeep as deep:
            tree.whole = False
            self.fault(deep.place, f"This is nested more than {DEEPEST} levels deep.", "Use fewer levels.")
            return tree
        except yaml.YAMLError as error:
            if self.known_question_mark(error):
                return None
            tree.whole = False
            if clean:
                self.syntax(error)
            return tree
        if isinstance(found, Map):
            return found
        tree.whole = False
        if not self.problems:
            self.fault(Place(self.name, self.first_line), "The file does not hold facts.", "Begin with a line such as “title: …”.")
        return tree

    def known_question_mark(self, error: yaml.YAMLError) -> bool:
        """Put `~` for `?` where an officer wrote `lead: ?`, which YAML takes for the beginning of a key."""
        mark: _Mark = getattr(error, "problem_mark", None)
        if mark is None or self.rest(mark)[:1] != "?" or not re.search("keys are not allowed|node content", str(error)):
            return False
        self.read_again += len(self.text)
        if self.read_again > MOST_READ_AGAIN:
            return False
        line = self.lines[mark.line]
        self.lines[mark.line] = f"{line[: mark.column]}~{line[mark.column + 1 :]}"
        self.text = "\n".join(self.lines)
        return True

    def syntax(self, error: yaml.YAMLError) -> None:
        mark, opened = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
        said = f"{getattr(error, 'context', None) or ''} {getattr(error, 'problem', None) or error}"
        if opened and is_left_open(said):
            mark = opened
        place = self.place(mark) if mark else Place(self.name, self.first_line)
        line = self.lines[min(mark.line, len(self.lines) - 1)] if mark else ""
        self.fault(place, *in_our_words(said, line))

    def document(self) -> Node | None:
        found: Node | None = None
        depth = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                depth += 1
                if depth > 1:
                    remedy = "Keep one agreement, report or analysis a file; take the line --- out."
                    self.fault(self.place(event.start_mark), "A second document begins here.", remedy)
                    return found
            elif isinstance(event, yaml.NodeEvent):
                found = self.value(event, "", self.place(event.start_mark), 0)
        return found

    # ------------------------------------------------------------------ values

    def value(self, event: _Event, path: str, key_at: Place, depth: int) -> Node:
        place = self.place(event.start_mark)
        refused = self.refused(event, place, path, depth)
        node = self.accepted(event, place, path, depth) if refused is None else refused
        node.key_at = key_at
        return node

    def accepted(self, event: _Event, place: Place, path: str, depth: int) -> Node:
        if isinstance(event, yaml.ScalarEvent):
            self.warn_of_comment(event)
            return Words(event.value, path, place, quoted=bool(event.style))  # libyaml says "" for plain, PyYAML None
        if isinstance(event, yaml.MappingStartEvent):
            return self.map(place, path, depth)
        return self.list(place, path, depth)

    def refused(self, event: _Event, place: Place, path: str, depth: int) -> Words | None:
        if isinstance(event, yaml.AliasEvent):
            self.fault(place, f"“*{event.anchor}” is an alias.", "Write the value out, or put it in quotes.")
        elif event.anchor:
            self.fault(place, f"“&{event.anchor}” is an anchor.", "Take it out, or put the value in quotes.")
        elif event.tag:
            self.fault(place, f"“{event.tag}” is a tag.", "Take it out, or put the value in quotes.")
        elif depth == DEEPEST and not isinstance(event, yaml.ScalarEvent):
            raise _TooDeep(place)
        elif isinstance(event, yaml.ScalarEvent) and event.style == '"' and hidden(event.value):
            self.fault(place, "A code in double quotes stands for a sign that cannot be seen.", "Take it out.")
        else:
            return None
        self.skip(event)
        words = Words("", path, place)
        words.refused = True
        return words

    def skip(self, event: _Event) -> None:
        depth = int(isinstance(event, yaml.CollectionStartEvent))
        while depth:
            event = next(self.events)
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)

    def warn_of_comment(self, event: _Event) -> None:
        """Warn where `#2 Station Road` has silently become a comment."""
        rest = "" if event.style else self.rest(event.end_mark)
        if found := _COMMENT.match(rest):
            end = self.place(event.end_mark)
            place = Place(self.name, end.line, end.column + found.start(1))
            remedy = "Put the whole value in quotes, or a space after # if it is a comment."
            self.fault(place, f"“{found[1].strip()}” is read as a comment.", remedy, "warning")

    # ------------------------------------------------------------------ lists and maps

    def list(self, place: Place, path: str, depth: int) -> List:
        items = List((), path, place)
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            at = self.place(event.start_mark)
            items.append(self.value(event, joined(path, len(items)), at, depth + 1))
        return items

    def map(self, place: Place, path: str, depth: int) -> Map:
        entries = Map(None, path, place)
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            at = self.place(event.start_mark)
            key = self.key(event, at, depth)
            value = self.value(next(self.events), joined(path, key or "?"), at, depth + 1)
            if key is not None and key in entries:
                first = entries.keys_at[key].line
                self.fault(at, f"“{key}” stands on line {first} already.", "Keep one of the two.")
            elif key is not None:
                entries[key], entries.keys_at[key] = value, at
        return entries

    def key(self, event: _Event, place: Place, depth: int) -> str | None:
        """Return a key, or nothing where it is refused."""
        if not isinstance(event, yaml.ScalarEvent) or event.anchor or event.tag:
            if self.refused(event, place, "", depth) is None:
                self.fault(place, "A key must be plain words.", "Put words with { or [ in quotes.")
                self.skip(event)
            return None
        if event.value == "<<":
            self.fault(place, "“<<” merges another map in.", "Write the fields out.")
        elif not event.value.strip():
            self.fault(place, "A key is missing here.", "Write the name of the field; for a value not known write TBC.")
        elif not self.colon_follows(event.end_mark):
            remedy = "Inside { } a comma ends a value: put an amount with commas in quotes, or each field on its own line."
            self.fault(place, f"“{event.value}” has no colon.", remedy)
        else:
            return str(event.value)
        return None

    def colon_follows(self, mark: _Mark) -> bool:
        return self.rest(mark).lstrip().startswith(":")

    def rest(self, mark: _Mark) -> str:
        """Return what follows in the line; libyaml may place the end of a file one line below the last."""
        line = self.lines[mark.line] if mark.line < len(self.lines) else ""
        return line[mark.column :]
