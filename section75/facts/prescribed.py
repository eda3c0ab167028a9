"""Functions that the Regulations prescribe, exclude or no longer name: what `templates/law/prescribed/*.yaml` may say.

In: that folder. Out: `Head`s of regulations 5 and 6, each with the Acts and sections it names and the days between which it does.
"""

from pathlib import Path
from typing import Annotated

from pydantic import TypeAdapter, ValidationError

from section75.facts.base import Choice, Date, Day, Fact, Keyed, Line, Many, Words
from section75.facts.context import Context
from section75.facts.reader import read_yaml
from section75.facts.refusals import problems_of
from section75.problems import Problem, Refused, errors


class Head(Fact):
    """Functions under some Acts that arrangements may include, may not include, or no longer include."""

    row: Line
    """The requirement that it belongs to, which is also the rule that guards it: reg6-a-iv."""
    of: Annotated[Words, Choice("nhs", "council")]
    """Whose functions they are: regulation 5 is of NHS bodies, regulation 6 of local authorities."""
    effect: Annotated[Words, Choice("included", "excluded", "ended")] = Words("included")
    """Whether arrangements may include them, may not, or could once."""
    acts: Many[Line] = ()
    """The Acts, each with its year."""
    words: Many[Line] = ()
    """Words in the singular by which facts speak of it, where no section tells it."""
    sections: Many[Line] = ()
    """The sections, Parts and Schedules; left out, the whole of each Act."""
    since: Date | None = None
    """The first day on which it is so."""
    until: Date | None = None
    """The last day on which it is so."""
    authority: Line
    """The instrument that says so; `(unverified)` where its words have not been read."""

    def right_on(self, day: Day) -> bool:
        """Return whether it is so on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


def read_heads(folder: Path, shown: str) -> tuple[Head, ...]:
    """Read every file of a folder; raise `Refused` with all their faults."""
    heads: list[Head] = []
    problems: list[Problem] = []
    adapter: TypeAdapter[Keyed[Head]] = TypeAdapter(Keyed[Head])
    for path in sorted(folder.glob("[!.]*.yaml")):
        tree, faults = read_yaml(path, f"{shown}/{path.name}")
        problems += faults
        context = Context(tree)
        try:
            heads += adapter.validate_python(tree, context=context).values()
        except ValidationError as error:
            problems += problems_of(error, tree)
        problems += context.problems
    if errors(problems):
        raise Refused(problems)
    return tuple(heads)
