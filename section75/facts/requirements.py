"""What the Regulations require of an arrangement: what `templates/law/requirements/*.yaml` may say, and which texts deal with it.

In: that folder. Out: `Requirement`s by id, in their order; `Meeting`s say which requirements a text of the library deals with, and whether
it stands in an agreement.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from section75.facts.base import By, Date, Day, Fact, Line, Passage
from section75.facts.context import Context
from section75.facts.reader import read_yaml
from section75.facts.refusals import problems_of
from section75.problems import Problem, Refused, errors


class Requirement(Fact):
    """One thing that a regulation asks of an agreement, or of those who make it."""

    paragraph: Line
    """The paragraph of SI 2000/617: 7(3)(a)."""
    asks: Passage
    """What it asks for, in words that follow *the Regulations ask for*."""
    since: Date | None = None
    """The first day on which it is asked for."""
    until: Date | None = None
    """The last day on which it is asked for."""
    authority: Line
    """The instrument that says so."""

    def right_on(self, day: object) -> bool:
        """Return whether it is asked for on a day; where the day is not known, whether it still is."""
        if not isinstance(day, Day):
            return self.until is None
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


Requirements = dict[str, Requirement]


@dataclass(frozen=True, slots=True)
class Meeting:
    """One text that deals with requirements."""

    names: frozenset[str]
    """The names by which an agreement may leave it out."""
    places: Mapping[str, tuple[str, ...]]
    """By requirement, the names that its paragraphs bear, the smallest that is right first."""
    stands: bool
    """Whether the text stands in the agreement."""


def read_requirements(folder: Path, shown: str) -> Requirements:
    """Read every file of a folder; raise `Refused` with all their faults."""
    found: Requirements = {}
    problems: list[Problem] = []
    adapter: TypeAdapter[By[Line, Requirement]] = TypeAdapter(By[Line, Requirement])
    for path in sorted(folder.glob("[!.]*.yaml")):
        tree, faults = read_yaml(path, f"{shown}/{path.name}")
        problems += faults
        context = Context(tree)
        try:
            read = adapter.validate_python(tree, context=context)
            found |= {str(name): requirement for name, requirement in read.items()}
        except ValidationError as error:
            problems += problems_of(error, tree)
        problems += context.problems
    if errors(problems):
        raise Refused(problems)
    return found
