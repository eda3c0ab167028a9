"""One text at a time: render it, read it, stamp its origins.

In: a compiled template and the names it may use. Out: blocks, and the facts it looked at. Faults are kept, so that all come at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from section75.drafting.figures import illustrated
from section75.drafting.origins import stamped
from section75.drafting.punctuation import punctuated
from section75.problems import Problem
from section75.text.markup import read_blocks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from section75.document.tree import Block
    from section75.text.environment import Compiled


class Writing:
    """Renders texts for one document with one set of names; keeps the problems and the facts looked at."""

    def __init__(self, names: Mapping[str, object]) -> None:
        """Start without problems."""
        self.names = names
        self.problems: list[Problem] = []
        self.failed: set[str] = set()
        """The files of texts that could not be rendered: their shape is no further matter."""
        self.looked_at: dict[str, frozenset[str]] = {}

    def blocks(self, template: Compiled, name: str = "") -> tuple[Block, ...]:
        """Return the blocks of a text; `name` is the id under which the facts it looked at are kept."""
        rendered = template.render(self.names)
        if isinstance(rendered, Problem):
            self.problems.append(rendered)
            self.failed.add(template.file)
            return ()
        if name:
            self.looked_at[name] = self.looked_at.get(name, frozenset()) | rendered.used
        result = read_blocks(rendered.text, template.file, rendered.printed)
        self.problems.extend(result.problems)
        blocks, problems = illustrated(stamped(result.blocks, template.source))
        self.problems.extend(problems)
        return punctuated(blocks)

    def holds(self, condition: Compiled | None, name: str) -> bool:
        """Return whether a condition holds; none at all always does."""
        if condition is None:
            return True
        rendered = condition.render(self.names)
        if isinstance(rendered, Problem):
            self.problems.append(rendered)
            return False
        self.looked_at[name] = rendered.used
        return "yes" in rendered.text

    def kept(self, made: Block | object) -> object:
        """Return what was made, or nothing where it is a problem, which is kept."""
        if isinstance(made, Problem):
            self.problems.append(made)
            return None
        return made
