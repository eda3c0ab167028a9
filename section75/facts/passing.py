"""Bodies, Acts and ideas that came and went, and law that is on its way: what the folders of `templates/law` may say of them.

In: `templates/law/bodies/`, `acts/` and `pending/`. Out: `Passing`s, each with its names, its first and last day and what took its place;
`Coming`s, each with what is known and how sure. A body of one place, such as a trust that merged, is no matter of these files: a
partnership says under `succeeds` or `formerly` of its partner what came before it.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import TypeAdapter, ValidationError

from section75.facts.base import Choice, Date, Day, Decide, Fact, Keyed, Line, Many, Passage, Words
from section75.facts.context import Context
from section75.facts.law import Roles
from section75.facts.partners import COUNCILS, NHS_BODIES, OTHERS
from section75.facts.reader import read_yaml
from section75.facts.refusals import problems_of
from section75.problems import Problem, Refused, errors


class Named(Fact):
    """Something that the words of a paper may name."""

    row: Line
    """The row of the table of dated law that it is: tl-b-04; the rule that tells of it is named like the table, tl-b."""
    names: Many[Line] = ()
    """What texts call it, in the singular, in small or capital letters."""
    initials: Many[Line] = ()
    """The initials, or a word of one spelling, that texts use."""
    near: Many[Line] = ()
    """Words one of which stands in the same sentence; left out, none needs to."""
    unless: Many[Line] = ()
    """Words by which a sentence speaks of something else."""
    authority: Line
    """The Act or instrument that says so; `(unverified)` where it has not been read."""

    @property
    def table(self) -> str:
        """The table of its row: tl-b."""
        return self.row[:4]


class Passing(Named):
    """A body, an Act or an idea that was good law between two days."""

    type: Annotated[Words | None, Choice(*COUNCILS, *NHS_BODIES, *OTHERS)] = None
    """The type of partner that it is, if it can be one."""
    since: Date | None = None
    """Its first day, if that is of interest."""
    until: Date | None = None
    """Its last day."""
    in_force: Decide = True
    """Whether it ever came into force."""
    successor: Passage | None = None
    """What took its place."""
    certainty: Annotated[Words, Choice("read", "partly read", "unread")] = Words("unread")
    """How sure the dates are: whether the words of the authority have been read."""
    told_by: Line | None = None
    """The rule that tells of it where facts of the agreement name it."""

    def there_on(self, day: Day) -> bool:
        """Return whether it was there, or good law, on a day."""
        return self.in_force and (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class Coming(Named):
    """Law that is announced, or made and not yet in force."""

    what: Passage
    """What it would change."""
    sure: Passage
    """How sure that is, and what is not known."""
    since: Date
    """The day from which it has been known."""
    checked: Date
    """The day on which somebody last looked."""


@dataclass(frozen=True, slots=True)
class DatedLaw:
    """What a project states of law that changes, and the day that somebody tries, if it is another than the papers' own."""

    passing: tuple[Passing, ...] = ()
    coming: tuple[Coming, ...] = ()
    roles: Roles | None = None
    """The words of the library that depend on the date of the law."""
    as_at: Day | None = None


NOTHING_DATED = DatedLaw()
Read = TypeVar("Read", Passing, Coming)


def read_passing(law: Path, shown: str) -> tuple[Passing, ...]:
    """Read every file on bodies and Acts; raise `Refused` with all their faults."""
    return _read(Passing, [path for name in ("bodies", "acts") for path in sorted((law / name).glob("[!.]*.yaml"))], law, shown)


def read_coming(law: Path, shown: str) -> tuple[Coming, ...]:
    """Read every file on law that is on its way; raise `Refused` with all their faults."""
    return _read(Coming, sorted((law / "pending").glob("[!.]*.yaml")), law, shown)


def _read(model: type[Read], files: list[Path], law: Path, shown: str) -> tuple[Read, ...]:
    read: list[Read] = []
    problems: list[Problem] = []
    adapter: TypeAdapter[Keyed[Read]] = TypeAdapter(Keyed[model])  # type: ignore[valid-type]
    for path in files:
        tree, faults = read_yaml(path, f"{shown}/{path.relative_to(law).as_posix()}")
        problems += faults
        context = Context(tree)
        try:
            read += adapter.validate_python(tree, context=context).values()
        except ValidationError as error:
            problems += problems_of(error, tree)
        problems += context.problems
    if errors(problems):
        raise Refused(problems)
    return tuple(read)
