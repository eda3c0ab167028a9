"""The fields of a Word shell: which words of a document it prints, chosen at most by whether there are any.

In: the XML of a shell, as docxtpl gives it. Out: Jinja's template. A shell is a file of Word, which nobody reads in a diff; so it may
print a name and choose by one, and can neither reckon, call, repeat nor fetch anything.
"""

from __future__ import annotations

from typing import Final

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

ALLOWED: Final = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.If, nodes.CondExpr, nodes.Compare, nodes.Operand,
    nodes.And, nodes.Or, nodes.Not, nodes.Filter,
)  # fmt: skip
FILTERS: Final = ("upper", "lower", "capitalize", "trim")


class Fields(SandboxedEnvironment):
    """Jinja with nothing but names, choices and four filters."""

    def __init__(self) -> None:
        """Be strict about names, and escape what is printed."""
        super().__init__(undefined=StrictUndefined, autoescape=True)
        self.globals = {}
        self.filters = {name: self.filters[name] for name in FILTERS}
        self.tests = {}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Refuse whatever is more than a field. Raises `TemplateSyntaxError`."""
        tree = super()._parse(source, name, filename)
        for node in tree.find_all(nodes.Node):
            if not isinstance(node, ALLOWED) or (isinstance(node, nodes.Filter) and (node.args or node.kwargs)):
                raise TemplateSyntaxError("a shell prints names and chooses by them, and does nothing more", node.lineno)
        return tree
