"""A project: which partnerships there are, what papers each has, and how each is drafted.

In: the root folder with `agreements/`, `templates/` and `schedules/`. Out: `Partnership`s, and their `Paper`s drafted on demand.
Faults of all the files of a partnership come at once.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from section75.drafting.agreement import Drafted, Texts, draft_agreement
from section75.drafting.report import Paper, draft_equality, draft_report
from section75.facts.law import Roles, read_roles
from section75.problems import Place, Problem, Refused, errors, one_of
from section75.reading import Reading
from section75.shelves import Shelves
from section75.text.houses import read_house
from section75.text.library import Library

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from section75.document.house import House
    from section75.facts.agreement import Agreement
    from section75.facts.equality import EqualityAnalysis
    from section75.facts.report import Report


@dataclass(frozen=True, slots=True)
class Made:
    """One paper of a partnership: its name (`reports/2017-07-13-cabinet`), drafted, and the house it is dressed in."""

    name: str
    drafted: Drafted
    house: House


@dataclass(frozen=True)
class Partnership:
    """The facts of one partnership, and the project they belong to."""

    project: Project
    name: str
    agreement: Agreement
    reports: Mapping[str, Report] = field(default_factory=dict)
    equality: EqualityAnalysis | None = None
    warnings: tuple[Problem, ...] = ()

    @property
    def papers(self) -> list[str]:
        """The names of its papers, in the order in which they are built."""
        return ["agreement", *(f"reports/{name}" for name in self.reports), *(["equality"] if self.equality else [])]

    def draft(self, paper: str) -> Made:
        """Return a paper drafted and numbered. Raises `Refused` with every fault of its texts."""
        if paper == "agreement":
            return self.project.draft_agreement(self)
        if paper == "equality" and self.equality:
            return self.project.draft_equality(self, self.equality)
        return self.project.draft_report(self, paper.removeprefix("reports/"))

    @property
    def answered(self) -> frozenset[str]:
        """The paths of what officers have answered, with name and date."""
        return frozenset(answer.says.path for answer in self.equality.answers) if self.equality else frozenset()


@dataclass(frozen=True)
class Project:
    """The project in a root folder."""

    root: Path

    @property
    def names(self) -> list[str]:
        """The folders that hold an agreement."""
        return sorted(path.parent.name for path in (self.root / "agreements").glob("*/agreement.yaml"))

    def papers(self, name: str) -> list[str]:
        """Return the names of the papers of a partnership, told by its folder alone."""
        folder = self.root / "agreements" / name
        reports = sorted(f"reports/{path.stem}" for path in folder.glob("reports/*.yaml"))
        return ["agreement", *reports, *(["equality"] if (folder / "equality.yaml").is_file() else [])]

    @property
    def roles(self) -> Roles:
        """The words that depend on the date of the law. Raises `Refused` where their files have faults."""
        roles, problems = self._law
        if roles is None:
            raise Refused(problems)
        return roles

    @cached_property
    def _law(self) -> tuple[Roles | None, tuple[Problem, ...]]:
        try:
            return read_roles(self.root / "templates" / "law", "templates/law"), ()
        except Refused as refused:
            return None, refused.problems

    @property
    def shelves(self) -> Shelves:
        """The folders of texts."""
        return Shelves(self.root)

    @cached_property
    def text_problems(self) -> tuple[Problem, ...]:
        """The problems of every text that is for all partnerships, whether or not a paper uses it, and of the words of the law."""
        roles, problems = self._law
        return (*problems, *self.shelves.check(roles))

    # ------------------------------------------------------------------ read

    def read(self, name: str) -> Partnership:
        """Return the facts of a partnership. Raises `Refused` with every fault of all its files and of every text."""
        if name not in self.names:
            raise Refused([Problem(Place("agreements"), "name", "error", f"There is no agreement “{name}”.", one_of(name, self.names))])
        reading = Reading(self.root, name, self.shelves)
        houses = {report: facts.house for report, facts in reading.reports.items() if facts.house in reading.styles}
        found = {*self.text_problems, *reading.problems, *self.shelves.check_own(self._law[0], name, houses)}
        if reading.agreement is None or errors(found):
            raise Refused(found)
        return Partnership(self, name, reading.agreement, reading.reports, reading.equality, tuple(sorted(found)))

    # ------------------------------------------------------------------ draft

    def draft_agreement(self, partnership: Partnership) -> Made:
        """Return the agreement."""
        agreement = partnership.agreement
        house, _ = read_house(self.root, agreement.house, agreement.place("house"))
        library = Library(self.root)
        texts = self.texts(library, partnership.name)
        return Made("agreement", draft_agreement(agreement, texts, library, self.roles, house.scheme), house)

    def draft_report(self, partnership: Partnership, name: str) -> Made:
        """Return a report."""
        report = partnership.reports[name]
        house, style = read_house(self.root, report.house, report.place("house"))
        paper = self._paper(partnership, house)
        sections = self.shelves.sections(paper.library, house.name, partnership.name, name)
        return Made(f"reports/{name}", draft_report(report, paper, sections, style.report), house)

    def draft_equality(self, partnership: Partnership, analysis: EqualityAnalysis) -> Made:
        """Return the equality analysis."""
        house, _ = read_house(self.root, analysis.house, analysis.place("house"))
        paper = self._paper(partnership, house)
        form = self.shelves.forms(paper.library)[analysis.form]
        return Made("equality", draft_equality(analysis, paper, form), house)

    def _paper(self, partnership: Partnership, house: House) -> Paper:
        library = Library(self.root)
        strip = self.shelves.strip(library)
        if strip is None:
            raise Refused(library.problems)
        return Paper(partnership.agreement, library, self.roles, house.scheme, strip)

    def library(self) -> Library:
        """Return an empty library, to read texts with."""
        return Library(self.root)

    def texts(self, library: Library, name: str = "") -> Texts:
        """Return the texts of an agreement; those of its own folder stand in for the library's."""
        return self.shelves.agreement(library, name)

    def terms(self) -> frozenset[str]:
        """Return every plain term that some text of the library can define."""
        texts = self.texts(Library(self.root))
        every = [*texts.clauses.values(), *texts.schedules.values()]
        return frozenset(term.term for text in every for term in text.definitions if "{" not in term.term)
