"""Jinja as the house uses it: strict, sandboxed, and with every printed fact kept apart from the markup.

In: the text of a template and the names it may use. Out: rendered text in which a printed fact stands as a token
(`U+E000 index U+E001`), with the list of what the tokens print, and in which each line begins with a mark
(`U+F0000 + line`) that tells its template line. The markup reader takes both away again.

A fact therefore never meets Markdown, nor a second pass of Jinja, and carries its path into the tree.
"""

from __future__ import annotations

import marshal
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Sized
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Final

from jinja2 import StrictUndefined, Template, TemplateError, UndefinedError, nodes, pass_context
from jinja2.exceptions import SecurityError, TemplateRuntimeError
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.sandbox import ImmutableSandboxedEnvironment

from section75.facts.base import Blank, Fact
from section75.facts.values import BlankChoice
from section75.problems import Place, Problem, did_you_mean
from section75.text.lately import Lately
from section75.text.printing import FILTERS, TESTS, Said, Unprintable, as_inlines

if TYPE_CHECKING:
    from types import CodeType

    from jinja2.runtime import Context

    from section75.document.tree import Inline

TOKEN_OPEN: Final = "\ue000"  # noqa: S105 - a mark in text
TOKEN_CLOSE: Final = "\ue001"  # noqa: S105 - likewise
MARK: Final = 0xF0000
RULE: Final = "template"
REMEDY: Final = "See the names and filters in templates/README.md."
NONE: Final = "the fact is none."
REPEATED: Final = "each time"
"""The filter that counts what a loop repeats; with the space in its name no template can ask for it."""
MOST_REPEATED: Final = 2_000_000
"""How many signs a text may come to by repeating; the longest of the library comes to less than a twentieth of it."""


def mark(line: int) -> str:
    """Return the mark of a template line."""
    return chr(MARK + line)


class Missing(StrictUndefined):
    """A name or field that does not exist: it is refused at once, with what it may have meant."""

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = None,  # noqa: ANN401 - Jinja's own signature
        name: str | None = None,
        exc: type[TemplateRuntimeError] = UndefinedError,
    ) -> None:
        """Say so in our own sentence. Raises what Jinja would raise at the first use."""
        super().__init__(hint, obj, name, exc)
        if obj.__class__.__name__ == "MissingType" and hint is None:
            raise exc(" ".join(unknown_name(str(name), ())))
        if obj is None:
            raise exc(f"There is nothing from which to take “{name}”: {NONE}")
        if hint is None or "has no attribute" in hint:
            kind = type(obj).__name__.lower()
            raise exc(" ".join(unknown_field(str(name), f"an {kind}" if kind[0] in "aeiou" else f"a {kind}", fields_of(obj))))
        raise exc(f"{hint}".rstrip(".") + ".")


def unknown_name(name: str, known: Iterable[str]) -> tuple[str, str]:
    """Return what is said of a name that does not exist, and the remedy."""
    return f"“{name}” is not a name that this text may use.", did_you_mean(name, known) or REMEDY


def unknown_field(name: str, owner: str, known: Iterable[str]) -> tuple[str, str]:
    """Return what is said of a field that does not exist, and the remedy; `owner` with its article."""
    return f"“{name}” is not a field of {owner}.", did_you_mean(name, known) or REMEDY


def fields_of(owner: object) -> list[str]:
    """Return the names that a template may take from a fact."""
    return [name for name in dir(type(owner)) if not name.startswith(("_", "model_"))] if isinstance(owner, Fact) else []


class LineMarks(Extension):
    """Marks the start of every line of a template's own text with its line number."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Yield the tokens, those of text with marks."""
        for token in stream:
            if token.type != "data":
                yield token
                continue
            first, *rest = token.value.split("\n")
            marked = [mark(token.lineno + number) + line for number, line in enumerate(rest, 1)]
            opening = mark(1) + first if token.lineno == 1 else first
            yield Token(token.lineno, "data", "\n".join([opening, *marked]))


class Environment(ImmutableSandboxedEnvironment):
    """The sandbox, with our filters and tests only, recording which facts a template looked at."""

    def __init__(self) -> None:
        """Set the house's rules; see DESIGN and `templates/README.md`."""
        super().__init__(
            undefined=Missing,
            finalize=_printed,
            extensions=[LineMarks],
            lstrip_blocks=True,
            optimized=False,  # Jinja would answer “is included” once, when it compiles
            keep_trailing_newline=True,
            comment_start_string="<!--",
            comment_end_string="-->",
        )
        self.filters = {**FILTERS, "each": self.each, "said": _said, REPEATED: self.repeat}
        self.tests = {**TESTS, "in": self.tests["in"], "included": _included}
        self.globals = {}
        self.used: set[str] = set()
        self.repeated = 0

    def each(self, values: Iterable[object] | Blank, name: str) -> object:
        """Take one field of each thing in a list."""
        return values if isinstance(values, Blank) else tuple(self.getattr(value, name) for value in values)

    def repeat(self, values: object, signs: int) -> object:
        """Give a loop its values, and count the signs that it writes: lists in lists in lists would take for ever."""
        if isinstance(values, Sized) and not isinstance(values, Blank):
            self.repeated += len(values) * signs
        if self.repeated > MOST_REPEATED:
            raise Unprintable(f"This text repeats more than {MOST_REPEATED:,} signs.")
        return values

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - Jinja's own signature
        """Take a field of a fact; a map reads as the list of its values."""
        if isinstance(obj, Fact):
            self.used.add(f"{obj.path}.{attribute}".lstrip("."))
        # The sandbox asks what an attribute is that it does not know; a stated field of a fact needs no such question.
        stated = isinstance(obj, Fact) and attribute in _stated(type(obj))
        value = getattr(obj, attribute) if stated else super().getattr(obj, attribute)
        return tuple(value.values()) if isinstance(value, Mapping) else value

    getitem = getattr  # type: ignore[assignment]  # noqa: A003 - both names are Jinja's


@cache
def _stated(kind: type[Fact]) -> frozenset[str]:
    return frozenset(kind.model_fields)


@pass_context
def _included(context: Context, name: str) -> bool:
    return name in context["included"]


@pass_context
def _said(context: Context, step: object, rule: object) -> Said:
    if "words_of_steps" not in context:
        raise Unprintable("The words of steps are not at hand in this paper.")
    return Said(context["words_of_steps"](step, rule))


@pass_context
def _printed(context: Context, value: object) -> str:
    sink = context["printed"]
    sink.append(as_inlines(value))
    return f"{TOKEN_OPEN}{len(sink) - 1}{TOKEN_CLOSE}"


@dataclass(frozen=True, slots=True)
class Rendered:
    """A template's text after Jinja, what its tokens print, and the paths of the facts it looked at."""

    text: str
    printed: tuple[tuple[Inline, ...], ...]
    used: frozenset[str]


@dataclass(frozen=True, slots=True)
class Compiled:
    """A template that may be rendered, its syntax tree and the runs of text in it.

    `file` is how places show it, `lines` are those of the whole file.
    """

    file: str
    source: str
    tree: nodes.Template = field(compare=False)
    outputs: tuple[nodes.Output, ...] = field(compare=False)
    lines: tuple[str, ...] = field(compare=False)

    def render(self, names: Mapping[str, object]) -> Rendered | Problem:
        """Return the rendered text, or the one problem that stopped it."""
        sink: list[tuple[Inline, ...]] = []
        around, HOUSE.used, HOUSE.repeated = HOUSE.used, set(), 0
        used = HOUSE.used
        try:
            text = _code(self).render({"included": frozenset(), **names, "printed": sink})
        except (TemplateError, SecurityError, BlankChoice, Unprintable) as fault:
            return self._problem(fault, str(fault))
        except (TypeError, AttributeError, ValueError) as fault:
            return self._problem(fault, UNFIT)
        except (RecursionError, SyntaxError) as fault:
            return self._problem(fault, "The tags of this text stand too deep in one another.")
        finally:
            around |= used
            HOUSE.used = around
        text = _without_tag_lines(text, self.source.split("\n"))
        return Rendered(text, tuple(sink), frozenset(used))

    def _problem(self, fault: Exception, message: str) -> Problem:
        trace, line = fault.__traceback__, 1
        while trace:
            if trace.tb_frame.f_code.co_filename == self.file:
                line = trace.tb_lineno
            trace = trace.tb_next
        quoted = QUOTED.search(message)
        remedy = "Ask “is none” first." if message.endswith(NONE) else KNOWN if isinstance(fault, BlankChoice) else REMEDY
        return Problem(place_in(self.lines, self.file, line, quoted[1] if quoted else ""), RULE, "error", message, remedy)


UNFIT: Final = "Something here is none, or not of the kind that is needed."
KNOWN: Final = "Ask “is known” first, and say what the text is to be while it is not."
QUOTED: Final = re.compile("“([^”]+)”")
LINE_MARK: Final = re.compile(f"[{chr(MARK)}-\U0010ffff]")
HOUSE: Final = Environment()
"""The one environment; it holds nothing of a document but, while it is rendered, which facts were looked at."""


MOST_PROGRAMS: Final = 448
"""How many programs a process remembers: those of the library, some four hundred, and those of the agreements it met last."""
PROGRAMS: Final = Lately[tuple[str, str], bytes](MOST_PROGRAMS)
"""The programs of templates, by file and source, as Python writes them."""


@lru_cache(MOST_PROGRAMS)
def _code(compiled: Compiled) -> Template:
    return Template.from_code(HOUSE, marshal.loads(program(compiled)), {}, None)  # noqa: S302 - made by this program


def program(compiled: Compiled) -> bytes:
    """Return the program of a template; most texts of the library stand in few documents, so it is made when first asked for."""
    return PROGRAMS.found((compiled.file, compiled.source), lambda _: marshal.dumps(_programmed(compiled)))


def _programmed(compiled: Compiled) -> CodeType:
    loops = [(loop, loop.iter) for loop in compiled.tree.find_all(nodes.For)]
    try:
        for loop, values in loops:
            loop.iter = nodes.Filter(values, REPEATED, [nodes.Const(_signs(loop))], [], None, None, lineno=loop.lineno)
        return HOUSE.compile(compiled.tree, None, compiled.file)
    finally:  # the tree is read again by others, who look for what the lawyer wrote
        for loop, values in loops:
            loop.iter = values


def _signs(loop: nodes.For) -> int:
    """Return how many signs of its own a loop writes each time, and one at least."""
    return 1 + sum(len(data.data) for data in loop.find_all(nodes.TemplateData))


def place_in(lines: Sequence[str], file: str, line: int, word: str) -> Place:
    """Return where a word stands in a line of a file, or else the first tag of the line."""
    words = lines[line - 1] if 0 < line <= len(lines) else ""
    found = re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", words) if word else None
    found = found or re.search(r"\{[{%]", words) or re.search(r"\S", words)
    return Place(file, line, found.start() + 1 if found else 1)


def _without_tag_lines(text: str, source: list[str]) -> str:
    """Drop each line that is empty now but was not in the template: it held only tags."""
    return "\n".join(line for line in text.split("\n") if not _only_tags(line, source))


def _only_tags(line: str, source: list[str]) -> bool:
    marked = LINE_MARK.search(line)
    return marked is not None and not LINE_MARK.sub("", line).strip() and bool(source[ord(marked[0]) - MARK - 1].strip())
