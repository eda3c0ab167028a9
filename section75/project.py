"""A project: which partnerships there are, what papers each has, and how each is drafted.

In: the root folder with `agreements/`, `templates/` and `schedules/`. Out: `Partnership`s, and their `Paper`s drafted on demand.
Faults of all the files of a partnership come at once.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from section75.drafting.agreement import Drafted, Texts, draft_agreement
from section75.drafting.instrument import InstrumentTexts, draft_instrument
from section75.drafting.report import Paper, draft_beside, draft_equality, draft_report
from section75.facts.law import Roles, read_roles
from section75.facts.letters import Letter
from section75.facts.sections import read_section_rules
from section75.problems import Place, Problem, Refused, errors, one_of
from section75.reading import Reading
from section75.rules import Facts
from section75.shelves import Shelves
from section75.text.houses import read_house
from section75.text.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from section75.document.house import House
    from section75.facts.agreement import Agreement
    from section75.facts.equality import EqualityAnalysis
    from section75.facts.instrument import Instrument
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
    instruments: Mapping[str, Instrument] = field(default_factory=dict)

    @property
    def papers(self) -> list[str]:
        """The names of its papers, in the order in which they are built."""
        reports, instruments = self.project.report_papers(self.reports), (f"instruments/{name}" for name in self.instruments)
        return ["agreement", *reports, *(["equality"] if self.equality else []), *instruments]

    def draft(self, paper: str) -> Made:
        """Return a paper drafted and numbered. Raises `Refused` with every fault of its texts."""
        if paper == "agreement":
            return self.project.draft_agreement(self)
        if paper == "equality" and self.equality:
            return self.project.draft_equality(self, self.equality)
        if paper.startswith("instruments/"):
            return self.project.draft_instrument(self, paper.removeprefix("instruments/"))
        return self.project.draft_report(self, paper.removeprefix("reports/"))

    def report(self, paper: str) -> Report | None:
        """Return the facts behind a report, its record of decision or its notice; nothing for any other paper."""
        name = paper.removeprefix("reports/") if paper.startswith("reports/") else ""
        return next((report for stem, report in self.reports.items() if name == stem or name.startswith(f"{stem}-")), None)

    @property
    def facts(self) -> Facts:
        """What the rules of facts read."""
        return Facts(self.agreement, self.reports, self.equality)

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
        reports = self.report_papers(sorted(path.stem for path in folder.glob("reports/*.yaml")))
        instruments = sorted(f"instruments/{path.stem}" for path in folder.glob("instruments/*.yaml"))
        return ["agreement", *reports, *(["equality"] if (folder / "equality.yaml").is_file() else []), *instruments]

    def report_papers(self, reports: Iterable[str]) -> list[str]:
        """Return the names of reports, each with the papers that say the same in another form: the record of the decision, the notice."""
        beside = self.shelves.beside_names
        return [f"reports/{name}{tail}" for name in reports for tail in ("", *(f"-{paper}" for paper in beside))]

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
        warnings = tuple(sorted({*found, *reading.missing}))
        return Partnership(self, name, reading.agreement, reading.reports, reading.equality, warnings, reading.instruments)

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
        if name not in partnership.reports:
            return self._draft_beside(partnership, name)
        report = partnership.reports[name]
        house, style = read_house(self.root, report.house, report.place("house"))
        paper = self._paper(partnership, house)
        sections = self.shelves.sections(paper.library, house.name, partnership.name, name)
        return Made(f"reports/{name}", draft_report(report, paper, sections, style.report, read_section_rules(self.root)), house)

    def _draft_beside(self, partnership: Partnership, name: str) -> Made:
        """Return the paper `<report>-<form>`: the record of a decision, or the notice of it."""
        form = next(form for form in self.shelves.beside_names if name.removesuffix(f"-{form}") in partnership.reports)
        report = partnership.reports[name.removesuffix(f"-{form}")]
        house, style = read_house(self.root, report.house, report.place("house"))
        paper = self._paper(partnership, house)
        texts = self.shelves.beside(paper.library)
        if form not in texts:
            raise Refused(paper.library.problems)
        return Made(f"reports/{name}", draft_beside(report, paper, texts[form], style.report), house)

    def draft_equality(self, partnership: Partnership, analysis: EqualityAnalysis) -> Made:
        """Return the equality analysis."""
        house, _ = read_house(self.root, analysis.house, analysis.place("house"))
        paper = self._paper(partnership, house)
        form = self.shelves.forms(paper.library)[analysis.form]
        return Made("equality", draft_equality(analysis, paper, form), house)

    def draft_instrument(self, partnership: Partnership, name: str) -> Made:
        """Return an instrument; a letter has the dress of a report in Word, which has closer lines."""
        instrument = partnership.instruments[name]
        agreement = partnership.agreement
        place = instrument.place("house") if instrument.house else agreement.place("house")
        house, _ = read_house(self.root, instrument.house or agreement.house, place)
        paper = self._paper(partnership, house)
        if isinstance(instrument, Letter):
            house = replace(house, shells={**house.shells, "instrument": house.shells["report"]})
        texts = InstrumentTexts(self.shelves.instruments(paper.library), self.shelves.instrument_parts(paper.library))
        return Made(f"instruments/{name}", draft_instrument(instrument, paper, texts), house)

    def _paper(self, partnership: Partnership, house: House) -> Paper:
        library = Library(self.root)
        front = self.shelves.front(library)
        if front is None:
            raise Refused(library.problems)
        return Paper(partnership.agreement, library, self.roles, house.scheme, front)

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
