"""A project: which partnerships there are, what papers each has, and how each is drafted.

In: the root folder with `agreements/`, `templates/` and `schedules/`. Out: `Partnership`s, and their `Paper`s drafted on demand.
Faults of all the files of a partnership come at once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from section75.complying import PAPER, Complying
from section75.drafting.agreement import Drafted, Texts, draft_agreement
from section75.drafting.figures_report import draft_figures
from section75.drafting.instrument import InstrumentTexts, conformed_copy, draft_instrument
from section75.drafting.report import Paper, draft_beside, draft_equality, draft_report
from section75.drafting.writing import Writing
from section75.executed import FOLDER, Executed
from section75.facts.base import Fault
from section75.facts.dates import day as day_of
from section75.facts.law import Roles, read_roles
from section75.facts.letters import Letter
from section75.facts.passing import DatedLaw, read_coming, read_passing
from section75.facts.prescribed import read_heads
from section75.facts.sections import read_section_rules
from section75.facts.statements import Statement
from section75.facts.variation import VariationDeed
from section75.found_once import found_once
from section75.partnership import Made, Partnership
from section75.problems import Place, Problem, Refused, errors, one_of
from section75.reading import Reading
from section75.shelves import Shelves
from section75.text.houses import read_house
from section75.text.library import Library
from section75.varying.signed import CONFORMED, Varying, conformed_papers

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from section75.document.house import House
    from section75.facts.base import Day
    from section75.facts.equality import EqualityAnalysis
    from section75.facts.prescribed import Head
    from section75.filing.store import Store


__all__ = ["Made", "Partnership", "Project"]


@dataclass(frozen=True)
class Project:
    """The project in a root folder."""

    root: Path
    as_at: Day | None = None
    """The day by whose law rules judge, if it is another than that of each paper; texts are drafted as at their own dates."""
    store: Store | None = None
    """Where is kept what was found of the texts."""

    def judged_by(self, day: str) -> Project:
        """Return the project with rules that judge by the law of a day. Raises `Refused` where that is no day."""
        try:
            return replace(self, as_at=day_of(day))
        except Fault as fault:
            raise Refused([Problem(Place("--as-at"), "date", "error", fault.message, fault.remedy)]) from None

    @property
    def names(self) -> list[str]:
        """The folders that hold an agreement."""
        return sorted(path.parent.name for path in (self.root / "agreements").glob("*/agreement.yaml"))

    def papers(self, name: str) -> list[str]:
        """Return the names of the papers of a partnership, told by its folder alone."""
        folder = self.root / "agreements" / name
        reports = self.report_papers(sorted(path.stem for path in folder.glob("reports/[!.]*.yaml")))
        stems = [path.stem for path in folder.glob("instruments/[!.]*.yaml")]
        instruments = sorted(f"instruments/{stem}" for stem in (*stems, *conformed_papers(folder, stems)))
        figures = sorted(f"figures/{path.stem}" for path in folder.glob("figures/[!.]*.yaml"))
        own = ["agreement", *reports, *(["equality"] if (folder / "equality.yaml").is_file() else []), *instruments, *figures, PAPER]
        return [*own, *Executed(self.root, name).papers]

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
    def dated(self) -> DatedLaw:
        """The bodies and Acts that have come and gone, and the law that is on its way."""
        return self._dated[0]

    @cached_property
    def _dated(self) -> tuple[DatedLaw, tuple[Problem, ...]]:
        law, shown = self.root / "templates" / "law", "templates/law"
        try:
            return DatedLaw(read_passing(law, shown), read_coming(law, shown), self._law[0], self.as_at), ()
        except Refused as refused:
            return DatedLaw(), refused.problems

    @property
    def heads(self) -> tuple[Head, ...]:
        """The functions that the Regulations prescribe, and those that they exclude."""
        return self._heads[0]

    @cached_property
    def _heads(self) -> tuple[tuple[Head, ...], tuple[Problem, ...]]:
        try:
            return read_heads(self.root / "templates" / "law" / "prescribed", "templates/law/prescribed"), ()
        except Refused as refused:
            return (), refused.problems

    @cached_property
    def complying(self) -> Complying:
        """What the Regulations require, and which texts deal with it."""
        return Complying(self.root)

    @property
    def shelves(self) -> Shelves:
        """The folders of texts."""
        return Shelves(self.root)

    @cached_property
    def text_problems(self) -> tuple[Problem, ...]:
        """The problems of every text that is for all partnerships, whether or not a paper uses it, and of the words of the law."""
        return found_once(self.root, self._find_text_problems, self.store)

    def _find_text_problems(self) -> tuple[Problem, ...]:
        roles, problems = self._law
        return (*problems, *self._dated[1], *self._heads[1], *self.shelves.check(roles), *self.complying.problems())

    # ------------------------------------------------------------------ read

    def read(self, name: str) -> Partnership:
        """Return the facts of a partnership. Raises `Refused` with every fault of all its files and of every text."""
        if name not in self.names:
            raise Refused([Problem(Place("agreements"), "name", "error", f"There is no agreement “{name}”.", one_of(name, self.names))])
        reading = Reading(self.root, name, self.shelves)
        houses = {report: facts.house for report, facts in reading.reports.items() if facts.house in reading.styles}
        found = {*self.text_problems, *reading.problems, *self.shelves.check_own(self._law[0], name, houses)}
        found.update(self.complying.problems(name))
        if reading.agreement is None or errors(found):
            raise Refused(found)
        warnings = tuple(sorted({*found, *reading.missing}))
        papers = (reading.agreement, reading.reports, reading.equality, warnings, reading.instruments, reading.styles, reading.figures)
        return Partnership(self, name, *papers)

    # ------------------------------------------------------------------ draft

    def draft_agreement(self, partnership: Partnership) -> Made:
        """Return the agreement; once it is signed its numbers are those of the signed text, whatever has come and gone since."""
        agreement, signed = partnership.agreement, partnership.executed.agreement
        house, _ = read_house(self.root, agreement.house, agreement.place("house"))
        library = Library(self.root)
        texts = self.texts(library, partnership.name)
        drafted = draft_agreement(agreement, texts, library, self.roles, house.scheme, signed.document if signed else None)
        return Made("agreement", drafted, house)

    def draft_executed(self, partnership: Partnership, stem: str) -> Made:
        """Return a text as it was signed, in the house it was signed in. Raises `Refused` where it was altered."""
        record = partnership.executed.read(stem)
        house, _ = read_house(self.root, record.house)
        return Made(f"{FOLDER}/{stem}", Drafted(record.document), house)

    def draft_report(self, partnership: Partnership, name: str) -> Made:
        """Return a report."""
        if name not in partnership.reports:
            return self._draft_beside(partnership, name)
        report = partnership.reports[name]
        house, style = read_house(self.root, report.house, report.place("house"))
        paper = self.paper(partnership, house)
        if report.compliance_appendix:
            agreement = partnership.draft_of_agreement.drafted.document
            paper = replace(paper, regulations=self.complying.told(agreement, partnership.meetings, paper))
        sections = self.shelves.sections(paper.library, house.name, partnership.name, name)
        return Made(f"reports/{name}", draft_report(report, paper, sections, style, read_section_rules(self.root)), house)

    def _draft_beside(self, partnership: Partnership, name: str) -> Made:
        """Return the paper `<report>-<form>`: the record of a decision, or the notice of it."""
        form = next(form for form in self.shelves.beside_names if name.removesuffix(f"-{form}") in partnership.reports)
        report = partnership.reports[name.removesuffix(f"-{form}")]
        house, style = read_house(self.root, report.house, report.place("house"))
        paper = self.paper(partnership, house)
        texts = self.shelves.beside(paper.library)
        if form not in texts:
            raise Refused(paper.library.problems)
        return Made(f"reports/{name}", draft_beside(report, paper, texts[form], style), house)

    def draft_equality(self, partnership: Partnership, analysis: EqualityAnalysis) -> Made:
        """Return the equality analysis."""
        house, _ = read_house(self.root, analysis.house, analysis.place("house"))
        paper = self.paper(partnership, house)
        form = self.shelves.forms(paper.library)[analysis.form]
        return Made("equality", draft_equality(analysis, paper, form), house)

    def draft_instrument(self, partnership: Partnership, name: str) -> Made:
        """Return an instrument; a letter has the dress of a report in Word, which has closer lines."""
        instrument = partnership.instruments[name]
        agreement = partnership.agreement
        place = instrument.place("house") if instrument.house else agreement.place("house")
        house, _ = read_house(self.root, instrument.house or agreement.house, place)
        paper = self.paper(partnership, house)
        if isinstance(instrument, Letter):
            house = replace(house, shells={**house.shells, "instrument": house.shells["report"]})
        provisions = {}
        if isinstance(instrument, VariationDeed):
            varying = self.varying(partnership)
            varying.prove(name)
            provisions = varying.texts(name)
        texts = InstrumentTexts(self.shelves.instruments(paper.library), self.shelves.instrument_parts(paper.library), provisions)
        return Made(f"instruments/{name}", draft_instrument(instrument, paper, texts), house)

    def draft_conformed(self, partnership: Partnership, name: str) -> Made:
        """Return the agreement as a deed of variation leaves it, dressed as the agreement is."""
        agreement = partnership.agreement
        house, _ = read_house(self.root, agreement.house, agreement.place("house"))
        paper = self.paper(partnership, house)
        texts = InstrumentTexts({}, self.shelves.instrument_parts(paper.library))
        document = self.varying(partnership).after(name)
        return Made(f"instruments/{name}{CONFORMED}", conformed_copy(document, partnership.instruments[name], paper, texts), house)

    def varying(self, partnership: Partnership) -> Varying:
        """Return the signed texts of a partnership and the deeds that vary them."""
        library = Library(self.root)
        words = library.read(self.root / "templates" / "not-used.md", "not-used")
        if words is None:
            raise Refused(library.problems)
        unused = Writing({}).blocks(words.body)[0].heading
        return Varying(partnership.folder, partnership.instruments, unused)

    def draft_figures(self, partnership: Partnership, name: str) -> Made:
        """Return a pool manager's report or annual return."""
        figures, agreement = partnership.figures[name], partnership.agreement
        place = figures.place("house") if figures.house else agreement.place("house")
        house, _ = read_house(self.root, figures.house or agreement.house, place)
        paper = self.paper(partnership, house)
        statement = Statement(agreement, figures, partnership.figures)
        return Made(f"figures/{name}", draft_figures(statement, paper, self.shelves.figures(paper.library)), house)

    def draft_compliance(self, partnership: Partnership) -> Made:
        """Return the compliance statement, which names the clauses of the agreement as it is drafted now."""
        agreement = partnership.agreement
        house, _ = read_house(self.root, agreement.house, agreement.place("house"))
        document = partnership.draft_of_agreement.drafted.document
        return Made(PAPER, self.complying.draft(document, partnership.meetings, self.paper(partnership, house)), house)

    def paper(self, partnership: Partnership, house: House) -> Paper:
        """Return what the papers about an agreement are drafted with."""
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
        return replace(self.shelves.agreement(library, name), requirements=self.complying.requirements)

    def terms(self) -> frozenset[str]:
        """Return every plain term that some text of the library can define."""
        texts = self.texts(Library(self.root))
        every = [*texts.clauses.values(), *texts.schedules.values()]
        return frozenset(term.term for text in every for term in text.definitions if "{" not in term.term)
