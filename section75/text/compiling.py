"""From the words of a template to one that may be rendered; what the house does not allow is refused, all of it at once.

In: the words, and the file they stand in. Out: `Compiled`, or the problems.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinja2 import TemplateSyntaxError, nodes

from section75.problems import Place, Problem, one_of
from section75.text.environment import HOUSE, REMEDY, RULE, Compiled, place_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ALLOWED: Final = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Const, nodes.Compare, nodes.Operand,
    nodes.And, nodes.Or, nodes.Not, nodes.Test, nodes.Filter, nodes.List, nodes.If, nodes.For, nodes.CondExpr,
    nodes.EvalContextModifier,
)  # fmt: skip
SAID: Final[dict[type[nodes.Node], str]] = {
    nodes.Macro: "A macro", nodes.CallBlock: "A call of a macro", nodes.Call: "A call", nodes.Include: "“include”",
    nodes.Import: "“import”", nodes.FromImport: "“import”", nodes.Extends: "“extends”", nodes.Block: "A block", nodes.Assign: "“set”",
    nodes.AssignBlock: "“set”", nodes.With: "“with”", nodes.FilterBlock: "A filter over a block", nodes.Concat: "The sign ~",
    nodes.Getitem: "A square bracket after a name", nodes.Tuple: "A list in round brackets", nodes.Dict: "A map",
    nodes.BinExpr: "Arithmetic", nodes.UnaryExpr: "Arithmetic",
}  # fmt: skip
TAGS: Final = ("if", "elif", "else", "endif", "for", "endfor")
UNKNOWN_TAG: Final = re.compile(r"unknown tag '(?P<tag>\w+)'")
UNREADABLE: Final = (
    ("end of template", "A tag is opened here and not ended.", "Write {% endif %} or {% endfor %} where it ends."),
    ("end of comment", "A remark is not closed.", "Write --> where it ends."),
    (
        "unexpected",
        "A tag is not closed as it was opened, or a bracket is left over.",
        "Write {{ … }} round a fact and {% … %} round a choice.",
    ),
    ("expected token", "A tag lacks something, or holds too much.", "Write {% if x %}, {% for x in y %} or {{ x | filter }}."),
)
KEPT_SPACE: Final = re.compile(r"\{[{%][-+]|[-+][}%]\}")


def compile_template(source: str, file: str, whole: str = "") -> Compiled | tuple[Problem, ...]:
    """Read a template; `whole` is the text of its file, if the source is a part of it or has been moved in it."""
    lines = tuple((whole or source).split("\n"))
    try:
        tree = HOUSE.parse(source, None, file)
    except TemplateSyntaxError as fault:
        said = _in_our_words(f"{fault.message}")
        return (Problem(place_in(lines, file, fault.lineno, ""), RULE, "error", *said),)
    except (RecursionError, ValueError, OverflowError):
        return (Problem(Place(file), RULE, "error", "A tag of this text cannot be read.", REMEDY),)
    every = list(tree.find_all(nodes.Node))
    if problems := tuple(sorted({*_forbidden(every, file, lines), *_signs(source, file)})):
        return problems
    return Compiled(file, source, tree, tuple(node for node in every if isinstance(node, nodes.Output)), lines)


def compile_condition(condition: str, file: str, line: int, whole: str) -> Compiled | tuple[Problem, ...]:
    """Read the `when:` of a header, which stands on a line: it renders `yes` or nothing."""
    padding = "\n" * (line - 1)
    return compile_template(f"{padding}{{% if {condition} %}}yes{{% endif %}}", file, whole)


def _in_our_words(said: str) -> tuple[str, str]:
    """Return what is wrong and what to do, in place of Jinja's sentence."""
    if unknown := UNKNOWN_TAG.search(said):
        return f"There is no tag “{unknown['tag']}”.", one_of(unknown["tag"], TAGS)
    found = (sentences for part, *sentences in UNREADABLE if part in said)
    message, remedy = next(found, (f"This cannot be read: {said.rstrip('.')}.", REMEDY))
    return message, remedy


def _forbidden(every: Iterable[nodes.Node], file: str, lines: tuple[str, ...]) -> Iterator[Problem]:
    for node in every:
        if not isinstance(node, ALLOWED):
            said = next((words for kind, words in SAID.items() if isinstance(node, kind)), f"“{type(node).__name__}”")
            line: int | None = node.lineno  # Jinja gives some nodes none
            yield Problem(place_in(lines, file, line or 1, ""), RULE, "error", f"{said} is not allowed in a template.", REMEDY)


def _signs(source: str, file: str) -> Iterator[Problem]:
    for number, line in enumerate(source.split("\n"), 1):
        if found := KEPT_SPACE.search(line):
            message = f"“{found[0]}” takes spaces and lines away that are structure here."
            yield Problem(Place(file, number, found.start() + 1), RULE, "error", message, "Leave the sign - or + out.")
