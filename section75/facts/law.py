"""Words that depend on the date of the law: `law.data_protection_legislation`.

In: `templates/law/*.yaml` and the date at which an agreement states the law. Out: the words in force on that date.
A date not known gives a blank, since any choice would be a guess.
"""

from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from section75.facts.base import Blank, By, Date, Day, Fact, Line, Many, Passage, Words
from section75.facts.context import Context
from section75.facts.reader import read_yaml
from section75.facts.refusals import problems_of
from section75.problems import Problem, Refused


class Dated(Fact):
    """Words, and the days between which they are right."""

    words: Passage
    """What a document says."""
    since: Date | None = None
    """The first day on which they are right."""
    until: Date | None = None
    """The last day on which they are right."""
    authority: Line
    """The instrument or page that says so; `(unverified)` where it has not been read."""

    def right_on(self, day: Day) -> bool:
        """Return whether the words are right on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


Roles = dict[str, tuple[Dated, ...]]


def read_roles(folder: Path, shown: str) -> Roles:
    """Read every file of a folder; raise `Refused` with all their faults. A role stands in one file only."""
    roles: Roles = {}
    problems: list[Problem] = []
    adapter: TypeAdapter[By[Line, Many[Dated]]] = TypeAdapter(By[Line, Many[Dated]])
    for path in sorted(folder.glob("[!.]*.yaml")):
        tree, faults = read_yaml(path, f"{shown}/{path.name}")
        problems += faults
        context = Context(tree)
        try:
            read = adapter.validate_python(tree, context=context)
            roles |= {str(role): dated for role, dated in read.items()}
        except ValidationError as error:
            problems += problems_of(error, tree)
        problems += context.problems
    if any(problem.level == "error" for problem in problems):
        raise Refused(problems)
    return roles


class Law:
    """The words of the law as at one date; each role is an attribute."""

    def __init__(self, roles: Roles, day: Day | Blank) -> None:
        """Keep the roles and the date."""
        self._roles, self._day = roles, day

    def __getattr__(self, role: str) -> Words | Blank:
        """Return the words of a role, or a blank where the date or the words are not known."""
        if role.startswith("_") or role not in self._roles:
            raise AttributeError(role)
        missing = Blank(f"{role.replace('_', ' ')} at the date of the law", f"law.{role}")
        if isinstance(self._day, Blank):
            return missing
        right = [dated.words for dated in self._roles[role] if dated.right_on(self._day)]
        return Words(right[0], f"law.{role}") if right else missing

    def __dir__(self) -> list[str]:
        """Return the names of the roles, for “did you mean”."""
        return list(self._roles)
