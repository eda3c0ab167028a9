"""Templates checked against the models, without any facts: every unknown name and field, in whichever branch it stands.

In: a compiled template, and what may be spoken of where it stands. Out: every problem at its line and column.
Blanks are no matter here: whether a choice hangs on one is seen only when the text is rendered.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from jinja2 import nodes

from section75.facts.base import Blank
from section75.facts.phrases import Phrase
from section75.problems import Problem, did_you_mean, one_of
from section75.text import kinds
from section75.text.environment import HOUSE, REMEDY, RULE, place_in, unknown_field, unknown_name
from section75.text.kinds import ANY, NUMBER, YES_OR_NO, Chosen, Kinds, Listed, Named
from section75.text.printing import PRINTED, TAKES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from section75.text.environment import Compiled

PHRASE: Final[Kinds] = frozenset({Phrase})
LOOP_NAMES: Final = frozenset({"first", "last", "index", "index0", "revindex", "revindex0", "length"})
LOOP: Final[Kinds] = frozenset({Named("loop", LOOP_NAMES, NUMBER | YES_OR_NO)})

Names = Mapping[str, Kinds]


@dataclass(frozen=True, slots=True)
class Scope:
    """What may be spoken of where a text stands: names with their kinds, and the clauses and schedules that may be included."""

    names: Names
    included: frozenset[str] = frozenset()


def check_names(compiled: Compiled, scope: Scope) -> tuple[Problem, ...]:
    """Return what a template asks for that there is not."""
    walk = _Walk(compiled, scope)
    walk.statements(compiled.tree.body, scope.names)
    return tuple(sorted(set(walk.problems)))


@dataclass(slots=True)
class _Walk:
    """One walk over one template."""

    compiled: Compiled
    scope: Scope
    problems: list[Problem] = field(default_factory=list)

    def fault(self, node: nodes.Node, word: str, message: str, remedy: str = REMEDY) -> None:
        place = place_in(self.compiled.lines, self.compiled.file, node.lineno, word)
        self.problems.append(Problem(place, RULE, "error", message, remedy))

    # ------------------------------------------------------------------ statements

    def statements(self, body: Iterable[nodes.Node], names: Names) -> None:
        for node in body:
            match node:
                case nodes.Output(nodes=printed):
                    for expression in printed:
                        self.printed(expression, names)
                case nodes.If(test=test, body=then, elif_=others, else_=rest):
                    self.kinds(test, names)
                    for branch in (then, others, rest):
                        self.statements(branch, names)
                case nodes.For():
                    self.loop(node, names)

    def printed(self, node: nodes.Expr, names: Names) -> None:
        if not isinstance(node, nodes.TemplateData):
            self.words(node, self.kinds(node, names))

    def words(self, node: nodes.Node, found: Kinds) -> None:
        """Refuse what can be no words, whatever the facts: a whole thing, a list, a yes."""
        if any(_is(kind, (*PRINTED, Blank, object)) for kind in found):
            return
        name, kind = _last(node), min(found, key=str)
        if isinstance(kind, Listed):
            self.fault(node, name, f"“{name}” is a list, which cannot be printed by itself.", "Use list_and, or repeat over it.")
        elif kind is bool:
            self.fault(node, name, f"“{name}” is a yes or no, which cannot be printed.", "Choose by it instead.")
        else:
            self.fault(node, name, f"“{name}” is {kinds.noun(kind)}, which cannot be printed.", "Print one of its fields.")

    def loop(self, node: nodes.For, names: Names) -> None:
        over = self.kinds(node.iter, names)
        items = kinds.items(over)
        if items is None:
            self.fault(node, _last(node.iter), f"“{_last(node.iter)}” is no list, so it cannot be repeated over.", "Repeat over a list.")
        inner = {**names, "loop": LOOP}
        if isinstance(node.target, nodes.Name):
            inner[node.target.name] = items or ANY
        if node.test:
            self.kinds(node.test, inner)
        self.statements(node.body, inner)
        self.statements(node.else_, names)

    # ------------------------------------------------------------------ expressions

    def kinds(self, node: nodes.Node, names: Names) -> Kinds:
        """Return what an expression may be, and note what is wrong in it."""
        match node:
            case nodes.Const(value=value):
                return frozenset({type(value)})
            case nodes.Name(name=name):
                return self.name(node, name, names)
            case nodes.Getattr(node=owner, attr=attr):
                return self.field(node, attr, self.kinds(owner, names))
            case nodes.Filter(node=nodes.Expr() as given):
                return self.filtered(node, self.kinds(given, names))
            case nodes.Test():
                return self.test(node, names)
            case nodes.Compare():
                return self.compared(node, names)
            case nodes.CondExpr(test=test, expr1=one, expr2=other):
                self.kinds(test, names)
                if other is None:
                    self.fault(node, "if", "This says nothing where its condition does not hold.", "Add else and what is printed then.")
                return self.kinds(one, names) | (self.kinds(other, names) if other else ANY)
            case nodes.And(left=left, right=right) | nodes.Or(left=left, right=right):
                return self.kinds(left, names) | self.kinds(right, names)
            case nodes.List(items=items):
                return kinds.listed(frozenset().union(*(self.kinds(item, names) for item in items)) or ANY)
        for child in node.iter_child_nodes():
            self.kinds(child, names)
        return YES_OR_NO if isinstance(node, nodes.Not) else ANY

    def name(self, node: nodes.Node, name: str, names: Names) -> Kinds:
        if name in names:
            return names[name]
        self.fault(node, name, *unknown_name(name, names))
        return ANY

    def field(self, node: nodes.Node, name: str, owner: Kinds) -> Kinds:
        found = kinds.field(owner, name)
        if isinstance(found, tuple):
            self.fault(node, name, *unknown_field(name, *found))
            return ANY
        return found

    def filtered(self, node: nodes.Filter, given: Kinds) -> Kinds:
        if node.name not in HOUSE.filters:
            self.fault(node, node.name, f"There is no filter “{node.name}”.", one_of(node.name, HOUSE.filters))
            return ANY
        takes, given = TAKES.get(node.name), kinds.stated(given)
        if takes and not any(_is(kind, (*takes, object)) for kind in given):
            needed = "a list" if tuple in takes else kinds.noun(takes[0])
            self.fault(node, node.name, f"“{node.name}” takes {needed}, not {kinds.noun(min(given, key=str))}.")
        self.joined(node, given)
        match node.name:
            case "length":
                return NUMBER
            case "with_the":
                return kinds.listed(PHRASE)
            case "each":
                return self.each(node, kinds.items(given) or ANY)
            case "quoted" if kinds.items(given):
                return kinds.listed(PHRASE)
        return PHRASE

    def joined(self, node: nodes.Filter, given: Kinds) -> None:
        """Refuse to make words of what can be none: of the things of a list, or of the thing itself."""
        inner = kinds.items(given)
        if node.node and node.name in ("list_and", "list_or", "with_the", "quoted") and inner is not None:
            self.words(_named(node.node), inner)
        elif node.node and node.name in ("capital", "quoted"):
            self.words(node.node, given)

    def each(self, node: nodes.Filter, items: Kinds) -> Kinds:
        named = node.args[0] if len(node.args) == 1 else None
        if not isinstance(named, nodes.Const) or not isinstance(named.value, str):
            self.fault(node, "each", "“each” needs the name of one field.", 'Write each("short").')
            return kinds.listed(ANY)
        return kinds.listed(self.field(node, named.value, items))

    def test(self, node: nodes.Test, names: Names) -> Kinds:
        if node.name not in HOUSE.tests:
            self.fault(node, node.name, f"There is no test “{node.name}”.", one_of(node.name, HOUSE.tests))
        if node.name == "included":
            self.included(node)
        else:
            given = self.kinds(node.node, names)
            for argument in node.args:
                self.choice(node, given, argument)
        return YES_OR_NO

    def included(self, node: nodes.Test) -> None:
        asked = node.node.value if isinstance(node.node, nodes.Const) else None
        if not isinstance(asked, str):
            self.fault(node, "included", "“is included” follows the name of a clause or schedule.", "Write 'notices' is included.")
        elif asked not in self.scope.included:
            near = did_you_mean(asked, self.scope.included)
            remedy = near or ("Name a file of templates/clauses or schedules." if self.scope.included else "Take the question out.")
            self.fault(node, asked, f"There is no clause or schedule “{asked}” that could be included here.", remedy)

    def compared(self, node: nodes.Compare, names: Names) -> Kinds:
        given = self.kinds(node.expr, names)
        for operand in node.ops:
            self.kinds(operand.expr, names)
            if operand.op in ("eq", "ne", "in", "notin"):
                self.choice(node, given, operand.expr)
        return YES_OR_NO

    def choice(self, node: nodes.Node, compared: Kinds, other: nodes.Node) -> None:
        """Refuse a comparison with words that the fact can never be."""
        given = kinds.stated(compared)
        words = {word for kind in given if isinstance(kind, Chosen) for word in kind.words}
        if not words or not all(isinstance(kind, Chosen) for kind in given):
            return
        for one in other.items if isinstance(other, nodes.List) else [other]:
            if isinstance(one, nodes.Const) and one.value not in words:
                message = f"“{one.value}” is not one of the choices, so this never holds."
                self.fault(node, str(one.value), message, one_of(str(one.value), words))


def _is(kind: object, classes: tuple[type, ...]) -> bool:
    """Whether a kind is one of the classes; a list is a tuple, a choice is words, and what is quite unknown may be anything."""
    if isinstance(kind, Listed):
        return tuple in classes
    if isinstance(kind, Chosen):
        return str in classes
    if kind is object or kind is bool:
        return kind in classes
    return isinstance(kind, type) and issubclass(kind, tuple(one for one in classes if one is not object))


def _named(node: nodes.Node) -> nodes.Node:
    """Return what a list is called by: the field that `each` takes, or the list itself."""
    return node.args[0] if isinstance(node, nodes.Filter) and node.name == "each" and node.args else node


def _last(node: nodes.Node) -> str:
    """Return the last name of an expression, to find its column by."""
    match node:
        case nodes.Getattr(attr=name) | nodes.Name(name=name) | nodes.Filter(name=name):
            return str(name)
        case nodes.Const(value=value):
            return str(value)
    return ""
