"""A project: which partnerships there are, what papers each has, and how each is drafted.

In: the root folder with `agreements/`, `templates/` and `schedules/`. Out: `Partnership`s, and their `Paper`s drafted on demand.
Faults of all the files of a partnership come at once.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from section75.drafting.agreement import Drafted, Texts, draft_agreement
from section75.drafting.report import Paper, draft_equality, draft_report
from section75.facts.agreement import Agreement
from section75.facts.base import Fact, read_model
from section75.facts.equality import EqualityAnalysis
from section75.facts.law import Roles, read_roles
from section75.facts.report import Report
from section75.problems import Place, Problem, Refused, one_of
from section75.text.houses import read_house
from section75.text.library import Library

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from section75.document.house import House

Model = TypeVar("Model", bound=Fact)


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

    @cached_property
    def roles(self) -> Roles:
        """The words that depend on the date of the law."""
        return read_roles(self.root / "templates" / "law", "templates/law")

    # ------------------------------------------------------------------ read

    def read(self, name: str) -> Partnership:
        """Return the facts of a partnership. Raises `Refused` with every fault of all its files."""
        if name not in self.names:
            raise Refused([Problem(Place("agreements"), "name", "error", f"There is no agreement “{name}”.", one_of(name, self.names))])
        folder = self.root / "agreements" / name
        agreement = self._model(Agreement, folder / "agreement.yaml", beneath=self.root / "templates" / "defaults.yaml")
        known = {field: getattr(agreement, field) for field in ("partners", "groups", "bodies", "lineage")}
        gather = _Gather()
        reports = {
            path.stem: report
            for path in sorted((folder / "reports").glob("*.yaml"))
            if (report := gather(lambda path=path: self._model(Report, path, known)))  # type: ignore[misc]
        }
        known = {**known, "reports": reports}
        file = folder / "equality.yaml"
        equality = gather(lambda: self._model(EqualityAnalysis, file, known)) if file.is_file() else None
        gather.refuse()
        return Partnership(self, name, agreement, reports, equality)

    def _model(self, model: type[Model], path: Path, known: Mapping[str, object] | None = None, beneath: Path | None = None) -> Model:
        return read_model(model, path, path.relative_to(self.root).as_posix(), known or {}, beneath)

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
        own = self.root / "agreements" / partnership.name / "reports" / name
        houses = self.root / "templates" / "houses"
        folders = [self.root / "templates" / "reports" / "sections", houses / "default" / "sections", houses / house.name / "sections", own]
        sections = paper.library.folder(*dict.fromkeys(folders))
        return Made(f"reports/{name}", draft_report(report, paper, sections, style.report), house)

    def draft_equality(self, partnership: Partnership, analysis: EqualityAnalysis) -> Made:
        """Return the equality analysis."""
        house, _ = read_house(self.root, analysis.house, analysis.place("house"))
        paper = self._paper(partnership, house)
        forms = paper.library.folder(self.root / "templates" / "equality")
        if analysis.form not in forms:
            problem = Problem(analysis.place("form"), "form", "error", f"There is no form “{analysis.form}”.", one_of(analysis.form, forms))
            raise Refused([problem, *paper.library.problems])
        return Made("equality", draft_equality(analysis, paper, forms[analysis.form]), house)

    def _paper(self, partnership: Partnership, house: House) -> Paper:
        library = Library(self.root)
        strip = library.read(self.root / "templates" / "draft-strip.md", "draft-strip")
        if strip is None:
            raise Refused(library.problems)
        return Paper(partnership.agreement, library, self.roles, house.scheme, strip)

    def library(self) -> Library:
        """Return an empty library, to read texts with."""
        return Library(self.root)

    def texts(self, library: Library, name: str = "") -> Texts:
        """Return the texts of an agreement; those of its own folder stand in for the library's."""
        templates = self.root / "templates"
        parts = {path.stem: text for path in templates.glob("*.md") if path.name != "README.md" and (text := library.read(path, path.stem))}
        own = [self.root / "agreements" / name / "clauses"] if name else []
        clauses = library.folder(templates / "clauses", *own)
        return Texts(parts, clauses, library.folder(self.root / "schedules"))

    def terms(self) -> frozenset[str]:
        """Return every plain term that some text of the library can define."""
        texts = self.texts(Library(self.root))
        every = [*texts.clauses.values(), *texts.schedules.values()]
        return frozenset(term.term for text in every for term in text.definitions if "{" not in term.term)


class _Gather:
    """Runs readings one after another and keeps the faults of all of them."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def __call__(self, read: Callable[[], Model]) -> Model | None:
        try:
            return read()
        except Refused as refused:
            self.problems.extend(refused.problems)
            return None

    def refuse(self) -> None:
        if self.problems:
            raise Refused(self.problems)
