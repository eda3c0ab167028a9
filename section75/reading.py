"""The files of one partnership read: the faults of all of them come at once.

In: the root folder, the name of a partnership, and the shelves of texts. Out: `Reading`, with the facts as far as they could be read, and
every problem. A report is read even where the agreement has faults: what it points at is then only asked for by its key.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from section75.drafting.agreement import unknown_choices
from section75.drafting.choosing import Choosing
from section75.drafting.report import unknown_sections
from section75.facts.agreement import Agreement
from section75.facts.base import Fact, read_facts, read_model
from section75.facts.equality import EqualityAnalysis
from section75.facts.figures import Figures
from section75.facts.figures_fit import misfits
from section75.facts.instrument import Instrument
from section75.facts.letters import MODELS
from section75.facts.raw import Map, Words
from section75.facts.reader import read_yaml
from section75.facts.report import Report
from section75.facts.sections import read_section_rules
from section75.problems import Problem, Refused, one_of
from section75.rules.waivers import unfit
from section75.text.houses import read_house
from section75.text.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from section75.facts.house import HouseStyle
    from section75.facts.raw import Node
    from section75.facts.section_rules import SectionRule
    from section75.shelves import Shelves

Model = TypeVar("Model", bound=Fact)
POINTED_AT = ("partners", "groups", "bodies", "lineage")
"""The maps of an agreement to which its reports and its equality analysis refer."""
REPORTED = ("funds", "schemes", "sources", "reserves", "performance")
"""The maps of an agreement to which besides these its pool managers' figures refer."""


class Reading:
    """The facts of a partnership, as far as they could be read, and what is wrong with them."""

    def __init__(self, root: Path, name: str, shelves: Shelves) -> None:
        """Read every file."""
        self.root, self.name, self.shelves = root, name, shelves
        self.folder = root / "agreements" / name
        self.problems: list[Problem] = []
        self.known: dict[str, object] = {}
        self.unread: dict[str, Node] | None = {}
        self.agreement = self._agreement()
        self.reports = {path.stem: report for path in self._report_files() if (report := self._model(Report, path))}
        self.known["reports"] = self.reports
        self.equality = self._equality()
        paths = sorted((self.folder / "instruments").glob("[!.]*.yaml"))
        self.instruments = {path.stem: instrument for path in paths if (instrument := self._instrument(path))}
        self.figures = self._figures()
        self.styles: dict[str, HouseStyle] = {}
        self.rules = self._rules()
        self.missing: list[Problem] = []
        """What decisions need and no facts are given for: of no interest while anything else is wrong."""
        self._houses()
        self._choices()

    def _report_files(self) -> list[Path]:
        return sorted((self.folder / "reports").glob("[!.]*.yaml"))

    def _agreement(self) -> Agreement | None:
        path = self.folder / "agreement.yaml"
        agreement = self._model(Agreement, path, self.root / "templates" / "defaults.yaml")
        if agreement:
            self.known.update({name: getattr(agreement, name) for name in POINTED_AT})
        else:
            tree, _ = read_facts(Agreement, path, self._shown(path))
            self.unread = {name: tree[name] for name in (*POINTED_AT, *REPORTED) if name in tree} if tree.whole else None
        return agreement

    def _equality(self) -> EqualityAnalysis | None:
        path = self.folder / "equality.yaml"
        if not path.is_file():
            return None
        if self.unread is not None:
            self.unread["reports"] = Map({report.stem: Words(report.stem) for report in self._report_files()})
        return self._model(EqualityAnalysis, path)

    def _instrument(self, path: Path) -> Instrument | None:
        """Return an instrument, read by the model of its kind; of an unknown kind, what all have in common tells the fault."""
        kind = read_yaml(path, self._shown(path))[0].get("kind")
        return self._model(MODELS.get(str(kind), Instrument), path)

    def _figures(self) -> dict[str, Figures]:
        """Return the pool managers' figures; whether they fit the agreement is asked once it could be read."""
        paths = sorted((self.folder / "figures").glob("[!.]*.yaml"))
        if self.agreement:
            self.known.update({name: getattr(self.agreement, name) for name in REPORTED})
        found = {path.stem: figures for path in paths if (figures := self._model(Figures, path))}
        if self.agreement:
            self.problems += [problem for figures in found.values() for problem in misfits(figures, self.agreement)]
        return found

    def _model(self, model: type[Model], path: Path, beneath: Path | None = None) -> Model | None:
        """Return the facts of a file, or nothing where it is refused; if the agreement cannot be read to its end, only its words are."""
        if self.unread is None:
            self.problems += read_yaml(path, self._shown(path))[1]
            return None
        try:
            fact = read_model(model, path, self._shown(path), self.known, beneath, self.unread)
        except Refused as refused:
            self.problems += refused.problems
            return None
        self.problems += fact.warnings
        return fact

    def _shown(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()

    # ------------------------------------------------------------------ what facts choose among texts

    def _rules(self) -> Mapping[str, SectionRule]:
        try:
            return read_section_rules(self.root)
        except Refused as refused:
            self.problems += refused.problems
            return {}

    def _houses(self) -> None:
        for fact in (self.agreement, *self.reports.values(), self.equality, *self.instruments.values(), *self.figures.values()):
            try:
                if fact and fact.house is not None:
                    _, self.styles[fact.house] = read_house(self.root, fact.house, fact.place("house"))
            except Refused as refused:
                self.problems += refused.problems

    def _choices(self) -> None:
        """Refuse clauses, sections, forms and rules that there are not."""
        library = Library(self.root)
        if self.agreement:
            texts = self.shelves.agreement(library, self.name)
            unread = library.unread
            self.problems += unknown_choices(self.agreement, {*texts.clauses, *unread}, {*texts.schedules, *unread})
        for name, report in self.reports.items():
            if style := self.styles.get(report.house):
                sections = self.shelves.sections(library, report.house, self.name, name)
                self.problems += unknown_sections(report, {*sections, *library.unread}, style.report)
                if self.agreement:
                    self.missing += Choosing(report, self.agreement, self.rules, sections, style.report).missing()
        if self.equality:
            self.problems += _unknown_form(self.equality, {*self.shelves.forms(library), *library.unread})
        for holder in (self.agreement, *self.reports.values(), self.equality, *self.instruments.values(), *self.figures.values()):
            self.problems += unfit(holder) if holder else ()


def _unknown_form(analysis: EqualityAnalysis, forms: set[str]) -> Iterator[Problem]:
    if analysis.form not in forms:
        yield Problem(analysis.place("form"), "form", "error", f"There is no form “{analysis.form}”.", one_of(analysis.form, forms))
