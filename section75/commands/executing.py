"""`execute`: a paper kept as it was signed, its numbers frozen.

In: a paper of an agreement, and the day of signing. Out: the two files of its record under `agreements/<name>/executed/`. Refused while
the paper is not final, where another day is stated, or where that day has a text already: what was signed is never written over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from section75.commands.finish import finished, graver, unfinished
from section75.commands.judging import Judging
from section75.comparison.frozen import freeze
from section75.executed import stem_of
from section75.facts.dates import Day
from section75.facts.reading import renewed
from section75.filing.files import write_all
from section75.problems import Place, Problem, Refused
from section75.records import Record, fingerprint, kept
from section75.text.wording import long_date

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from section75.partnership import Made, Partnership
    from section75.project import Project

DEFAULTS = "templates/defaults.yaml"
SIGNED = ("agreement", "instruments/")
"""How the names of the papers begin that are signed."""


def execute(project: Project, name: str, paper: str, day: Day) -> tuple[Path, ...]:
    """Keep a paper as it was signed on a day, and return the files written. Raises `Refused` with all that stands against it."""
    partnership = project.read(name)
    path = partnership.executed.folder / f"{stem_of(paper, day.isoformat())}.md"
    made = partnership.draft(paper)
    problems = [*_dates(partnership, paper, day), *_taken(path, project.root), *_open(partnership, made)]
    if problems:
        raise Refused(problems)
    document = freeze(finished(made.drafted.document))
    record = Record(
        document, "executed", day.isoformat(), paper, made.house.name, facts_of(partnership, paper), texts_of(partnership, made)
    )
    files = kept(record, path)
    write_all(files)
    return tuple(files)


def _open(partnership: Partnership, made: Made) -> Iterator[Problem]:
    """Yield what a final copy of the paper refuses."""
    judging = Judging(partnership, partnership.project.terms())
    assumptions = partnership.agreement.assumptions if made.name == "agreement" else made.drafted.assumed
    document = made.drafted.document
    found = [*partnership.warnings, *judging.facts(), *unfinished(document, assumptions), *judging.paper(made.name, document)]
    yield from (problem for problem in graver(found) if problem.level == "error")


def _taken(path: Path, root: Path) -> Iterator[Problem]:
    for file in (path, path.with_suffix(".json")):
        if file.exists():
            message = "This text was signed already, and is never written over."
            yield Problem(Place(file.relative_to(root).as_posix()), "executed", "error", message, "Give the day of another signing.")


# ------------------------------------------------------------------ the day


def _dates(partnership: Partnership, paper: str, day: Day) -> Iterator[Problem]:
    """Yield what is wrong with the day: it must be the one that the facts state."""
    last = partnership.executed.last
    if paper == "agreement" and last:
        yield from _varied(partnership, last, day)
        return
    holder = partnership.holders[partnership.holder(paper)]
    stated = getattr(holder, "executed_on", None)
    if isinstance(stated, Day) and stated != day:
        message = f"It is stated that this was executed on {long_date(stated)}, not on {long_date(day)}."
        yield Problem(holder.place("executed_on"), "executed", "error", message, "Give that day, or state the right one.")


def _varied(partnership: Partnership, last: str, day: Day) -> Iterator[Problem]:
    """Yield what is wrong with a day on which an agreement that was signed before is signed as varied: a deed must be of that day."""
    place = Place(f"agreements/{partnership.name}/instruments")
    if day.isoformat() <= last:
        message = f"The agreement was signed on {last} already."
        yield Problem(place, "executed", "error", message, "As varied it is signed on a later day, that of the deed.")
    elif not any(getattr(instrument, "executed_on", None) == day for instrument in partnership.instruments.values()):
        message = f"The agreement was signed on {last}; no deed of {long_date(day)} varies it."
        yield Problem(
            place, "executed", "error", message, "State the deed among its instruments, with executed_on; or give the day of the deed."
        )


# ------------------------------------------------------------------ what it was made from


def facts_of(partnership: Partnership, paper: str) -> dict[str, str]:
    """Return the files of facts that a paper is drafted from, as they are, by their paths: the agreement’s, the older ones, its own."""
    root, folder = partnership.project.root.resolve(), (partnership.project.root / "agreements" / partnership.name).resolve()
    own = folder / f"{partnership.holder(paper)}.yaml"
    files = {*renewed(folder / "agreement.yaml"), own, root / DEFAULTS}
    return {file.relative_to(root).as_posix(): file.read_bytes().decode() for file in sorted(files)}


def texts_of(partnership: Partnership, made: Made) -> dict[str, str]:
    """Return the fingerprints of the library's texts that a paper is drafted from, by their paths.

    Of an agreement these are the clauses and schedules that are in, and the parts and words of steps that every agreement has.
    """
    project = partnership.project
    files = {origin.file for origin in made.drafted.origins.values()}
    if made.name == "agreement":
        texts = project.texts(project.library(), partnership.name)
        files |= {text.file for shelf in (texts.parts, texts.steps) for text in shelf.values()}
    return {file: fingerprint((project.root / file).read_bytes()) for file in sorted(files)}
