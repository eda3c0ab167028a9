"""Jinja as the house uses it: strict, sandboxed, and with every printed fact kept apart from the markup.

In: the text of a template and the names it may use. Out: rendered text in which a printed fact stands as a token
(`U+E000 index U+E001`), with the list of what the tokens print, and in which each line begins with a mark
(`U+F0000 + line`) that tells its template line. The markup reader takes both away again.

A fact therefore never meets Markdown, nor a second pass of Jinja, and carries its path into the tree.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError, UndefinedError, nodes, pass_context
from jinja2.exceptions import SecurityError, TemplateRuntimeError
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.sandbox import ImmutableSandboxedEnvironment

from section75.facts.base import Fact
from section75.facts.values import BlankChoice
from section75.problems import Place, Problem, did_you_mean
from section75.text.printing import FILTERS, TESTS, Unprintable, as_inlines

if TYPE_CHECKING:
    from jinja2.runtime import Context

    from section75.document.tree import Inline

TOKEN_OPEN: Final = "\ue000"  # noqa: S105 - a mark in text
TOKEN_CLOSE: Final = "\ue001"  # noqa: S105 - likewise
MARK: Final = 0xF0000

ALLOWED: Final = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Const, nodes.Compare, nodes.Operand,
    nodes.And, nodes.Or, nodes.Not, nodes.Test, nodes.Filter, nodes.List, nodes.If, nodes.For, nodes.CondExpr,
)  # fmt: skip


def mark(line: int) -> str:
    """Return the mark of a template line."""
    return chr(MARK + line)


class Missing(StrictUndefined):
    """A name or field that does not exist: any use of it says so, and what it may have meant."""

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = None,  # noqa: ANN401 - Jinja's own signature
        name: str | None = None,
        exc: type[TemplateRuntimeError] = UndefinedError,
    ) -> None:
        """Turn Jinja's hint into our sentence."""
        if obj.__class__.__name__ == "MissingType":
            hint = f"“{name}” is not a name that templates have."
        elif hint is None or "has no attribute" in hint:
            kind = type(obj).__name__.lower()
            known = fields_of(obj)
            hint = f"“{name}” is not a field of {_a(kind)}. {did_you_mean(str(name), known)}".rstrip()
        super().__init__(hint, obj, name, exc)


def _a(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


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
        self.filters = dict(FILTERS)
        self.included: frozenset[str] = frozenset()
        self.tests = {**TESTS, "in": self.tests["in"], "included": lambda name: name in self.included}
        self.globals = {}
        self.used: set[str] = set()

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - Jinja's own signature
        """Take a field of a fact; a map reads as the list of its values."""
        if isinstance(obj, Fact):
            self.used.add(f"{obj.path}.{attribute}".lstrip("."))
        value = super().getattr(obj, attribute)
        return tuple(value.values()) if isinstance(value, Mapping) else value

    getitem = getattr  # type: ignore[assignment]  # noqa: A003 - both names are Jinja's


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
    """A template ready to render; `file` is how places show it."""

    file: str
    source: str
    template: Template = field(compare=False)
    environment: Environment = field(compare=False)

    def render(self, names: Mapping[str, object]) -> Rendered | Problem:
        """Return the rendered text, or the one problem that stopped it."""
        sink: list[tuple[Inline, ...]] = []
        self.environment.used.clear()
        try:
            text = self.template.render({**names, "printed": sink})
        except (TemplateError, SecurityError, BlankChoice, Unprintable) as fault:
            return self._problem(fault)
        text = _without_tag_lines(text, self.source.split("\n"))
        return Rendered(text, tuple(sink), frozenset(self.environment.used))

    def _problem(self, fault: Exception) -> Problem:
        trace, line = fault.__traceback__, 1
        while trace:
            if trace.tb_frame.f_code.co_filename == self.file:
                line = trace.tb_lineno
            trace = trace.tb_next
        return Problem(Place(self.file, line), "template", "error", str(fault), REMEDIES.get(type(fault), REMEDY))


REMEDY: Final = "See the names and filters in templates/README.md."
REMEDIES: Final[dict[type[Exception], str]] = {BlankChoice: "Ask “is known” first, and say what the text is to be while it is not."}


def compile_template(environment: Environment, source: str, file: str) -> Compiled | Problem:
    """Compile a template, refusing what the house does not allow."""
    try:
        tree = environment.parse(source, None, file)
    except TemplateSyntaxError as fault:
        return Problem(Place(file, fault.lineno), "template", "error", f"{fault.message}".rstrip(".") + ".", REMEDY)
    for node in tree.find_all(nodes.Node):
        if not isinstance(node, (*ALLOWED, nodes.EvalContextModifier)):
            kind = type(node).__name__
            return Problem(Place(file, node.lineno), "template", "error", f"“{kind}” is not allowed in a template.", REMEDY)
    code = environment.compile(tree, None, file)
    return Compiled(file, source, Template.from_code(environment, code, {}, None), environment)


def compile_condition(environment: Environment, source: str, file: str, line: int) -> Compiled | Problem:
    """Compile the `when:` of a header: it renders `yes` or nothing."""
    padding = "\n" * (line - 1)
    return compile_template(environment, f"{padding}{{% if {source} %}}yes{{% endif %}}", file)


def _without_tag_lines(text: str, source: list[str]) -> str:
    """Drop each line that is empty now but was not in the template: it held only tags."""
    return "\n".join(line for line in text.split("\n") if not _only_tags(line, source))


def _only_tags(line: str, source: list[str]) -> bool:
    words = "".join(sign for sign in line if ord(sign) < MARK)
    numbers = [ord(sign) - MARK for sign in line if ord(sign) >= MARK]
    return not words.strip() and bool(numbers) and bool(source[numbers[0] - 1].strip())
