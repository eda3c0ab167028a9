"""The shelves: in which folders the texts of each kind of paper stand, and every text checked where it stands.

In: the project's folder, and the words of the law. Out: texts by kind of paper, and the problems of all of them without any facts: those of
texts that no paper uses as well, and those of branches that no fact has led to.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from section75.drafting.agreement import FRONT, Texts
from section75.drafting.names import kinds_for, kinds_of_instruments
from section75.drafting.regulations import REGULATION, SCHEDULE
from section75.drafting.steps import unworded
from section75.drafting.strip import Front
from section75.facts.deeds import Deed
from section75.facts.letters import MODELS
from section75.facts.step import Step
from section75.facts.steps import STEPS
from section75.facts.variances import Rule
from section75.facts.variation import VariationDeed
from section75.problems import Place, Problem
from section75.text.houses import DEFAULT
from section75.text.kinds import ANY, items
from section75.text.library import Library
from section75.text.markup import check_numbers
from section75.text.static import Scope, check_names
from section75.text.targets import check_targets, misnamed, names_in, names_of_source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from section75.drafting.names import Stand
    from section75.facts.instrument import Instrument
    from section75.facts.law import Roles
    from section75.text.kinds import Kinds
    from section75.text.library import Template

STRIPS: Final = ("draft-strip", "blanks")
PAPERS: Final[tuple[Stand, ...]] = ("compliance", "departures", "departure", "register")
"""The texts beside those of the agreement that are whole papers."""
PARTS: Final = (*FRONT, "execution", REGULATION, "headings", "not-used", *STRIPS)
HEADED: Final = ("operative", "execution")
STATEMENT: Final[Mapping[str, Stand]] = {REGULATION: "regulation", SCHEDULE: "compliance"}
"""The texts of an agreement that speak of what the Regulations ask."""
SAID: Final = "| said("
"""How a text says a step; where none does, what the words of steps refer to need not be there."""
OF_DEEDS: Final = ("general", "deed-execution")
"""The parts that only deeds have."""
OF_VARIATIONS: Final = ("amendments", "conformed")
"""The parts that only deeds of variation have."""


@dataclass(frozen=True, slots=True)
class Shelves:
    """The texts in a root folder."""

    root: Path

    def agreement(self, library: Library, name: str = "") -> Texts:
        """Return the texts of an agreement; those of its own folder stand in for the library's."""
        templates = self.root / "templates"
        files = (path for path in sorted(templates.glob("[!.]*.md")) if path.name != "README.md" and path.stem not in PAPERS)
        parts = {path.stem: text for path in files if (text := library.read(path, path.stem))}
        folder = self.root / "agreements" / name
        clauses, schedules, annexes = ([folder / kind] if name else [] for kind in ("clauses", "schedules", "annexes"))
        return Texts(
            parts,
            library.folder(templates / "clauses", *clauses),
            library.folder(self.root / "schedules", *schedules),
            library.folder(*annexes),
            self.steps(library),
        )

    def steps(self, library: Library) -> dict[str, Template]:
        """Return the words of steps for overspends and underspends, by verb."""
        return library.folder(self.root / "templates" / "steps")

    def sections(self, library: Library, house: str, name: str = "", report: str = "") -> dict[str, Template]:
        """Return the sections of reports in a house; those of a report's own folder stand in for them."""
        houses = self.root / "templates" / "houses"
        own = [self.root / "agreements" / name / "reports" / report] if report else []
        folders = [self.root / "templates" / "reports" / "sections", houses / DEFAULT / "sections", houses / house / "sections", *own]
        return library.folder(*dict.fromkeys(folders))

    @property
    def beside_names(self) -> list[str]:
        """The names of the papers that go with every report, in order."""
        return sorted(path.stem for path in (self.root / "templates" / "reports").glob("[!.]*.md"))

    def beside(self, library: Library) -> dict[str, Template]:
        """Return the texts of the papers that go with every report."""
        return library.folder(self.root / "templates" / "reports")

    def forms(self, library: Library) -> dict[str, Template]:
        """Return the forms of equality analyses."""
        return library.folder(self.root / "templates" / "equality")

    def instruments(self, library: Library) -> dict[str, Template]:
        """Return the text of each kind of instrument."""
        return library.folder(self.root / "templates" / "instruments")

    def instrument_parts(self, library: Library) -> dict[str, Template]:
        """Return what several kinds of instrument have in common."""
        return library.folder(self.root / "templates" / "instruments" / "parts")

    def figures(self, library: Library) -> dict[str, Template]:
        """Return the text of each kind of a pool manager's figures."""
        return library.folder(self.root / "templates" / "figures")

    def front(self, library: Library) -> Front | None:
        """Return what stands at the front of a draft, if its texts can be read."""
        strip, listing = (library.read(self.root / "templates" / f"{name}.md", name) for name in STRIPS)
        return Front(strip, listing) if strip and listing else None

    # ------------------------------------------------------------------ checked without facts

    def check(self, roles: Roles | None) -> list[Problem]:
        """Return the problems of every text that is for all partnerships."""
        checking = _Checking(Library(self.root), roles)
        texts = self.agreement(checking.library)
        checking.agreement(texts)
        checking.problems += self._missing(texts, checking.library)
        for style in sorted((self.root / "templates" / "houses").glob("*/house.yaml")):
            checking.each("report", self.sections(checking.library, style.parent.name))
        for beside in self.beside(checking.library).values():
            checking.each("report", {beside.id: beside})
        for paper in PAPERS:
            if text := checking.library.read(self.root / "templates" / f"{paper}.md", paper):
                checking.each(paper, {paper: text})
        for form in self.forms(checking.library).values():
            checking.each("equality", {form.id: form})
        for kind in self.figures(checking.library).values():
            checking.each("figures", {kind.id: kind})
        self._check_instruments(checking)
        return checking.found()

    def _check_instruments(self, checking: _Checking) -> None:
        """Check each text of an instrument by the names of its own kind, together with the parts that stand in it."""
        deeds = frozenset(model for model in MODELS.values() if issubclass(model, Deed))
        parts = self.instrument_parts(checking.library)
        for part in parts.values():
            whole = deeds if part.id in OF_DEEDS else frozenset(MODELS.values())
            checking.instrument(part, frozenset({VariationDeed}) if part.id in OF_VARIATIONS else whole)
        for kind, model in MODELS.items():
            text = self.instruments(checking.library).get(kind.replace(" ", "-"))
            if text:
                checking.instrument(text, frozenset({model}))
                checking.targets([text, *parts.values()], {text.id, *parts})

    def _missing(self, texts: Texts, library: Library) -> Iterator[Problem]:
        """Yield the parts that every agreement has and that have no text or no heading."""
        here = {*texts.parts, *library.unread}
        for name in PARTS:
            if name not in here:
                place = Place(f"templates/{name}.md")
                yield Problem(place, "name", "error", "This text is missing.", "Every agreement needs it: put it back.")
        headed = {spot.name for spot in names_in(texts.parts["headings"])} if "headings" in texts.parts else set(HEADED)
        for name in HEADED:
            if name not in headed:
                place = Place("templates/headings.md")
                yield Problem(place, "name", "error", f"There is no heading “{name}”.", f"Write “# Words {{#{name}}}”.")

    def check_own(self, roles: Roles | None, name: str, houses: Mapping[str, str]) -> list[Problem]:
        """Return the problems of a partnership's own texts; `houses` gives the house of each of its reports."""
        checking = _Checking(Library(self.root), roles, only=f"agreements/{name}/")
        checking.agreement(self.agreement(checking.library, name))
        for report, house in houses.items():
            checking.each("report", self.sections(checking.library, house, name, report))
        return [problem for problem in checking.found() if problem.place.file.startswith(checking.only)]


@dataclass(slots=True)
class _Checking:
    """Checks texts, each shelf by its own names; `only` is how the files begin that are to be checked."""

    library: Library
    roles: Roles | None
    only: str = ""
    problems: list[Problem] = field(default_factory=list)

    def agreement(self, texts: Texts) -> None:
        """Check the texts of an agreement, and that each bears the name of its file."""
        schedules = texts.beside
        unread = {spelt for name in self.library.unread for spelt in (name, f"schedule-{name}", f"annex-{name}")}
        included = frozenset({*texts.clauses, *schedules, *unread})
        own = [text for name, text in texts.parts.items() if name not in STRIPS]
        every = [*own, *texts.clauses.values(), *schedules.values()]
        apart = {name: text for name, text in {**texts.parts, **schedules}.items() if name in STATEMENT}
        self.texts("agreement", [text for text in every if text not in apart.values()], included)
        for name, text in apart.items():
            self.texts(STATEMENT[name], [text], included)
        self.texts("strip", [text for name, text in texts.parts.items() if name in STRIPS])
        self.steps(texts.steps, included)
        saying = any(SAID in text.body.source for text in every)
        self.targets([*every, *(texts.steps.values() if saying else ())], {*FRONT, *included})
        named = misnamed({**texts.clauses, **schedules}, unread)
        self.problems += [problem for problem in named if problem.place.file.startswith(self.only)]

    def steps(self, texts: Mapping[str, Template], included: frozenset[str]) -> None:
        """Check the words of each step by the names of its own model, and that there are words for each list in which it may stand."""
        self.problems += unworded(texts, self.library.unread)
        for verb, text in texts.items():
            names = {"step": frozenset({STEPS.get(verb, Step)}), "rule": frozenset({Rule})}
            self.texts("agreement", [text], included, names)

    def each(self, stand: Stand, texts: Mapping[str, Template]) -> None:
        """Check the texts of one paper."""
        self.texts(stand, texts.values())
        self.targets(texts.values(), {*texts, *self.library.unread})

    def targets(self, texts: Iterable[Template], others: set[str]) -> None:
        """Check names and references; what a text with faults holds may be referred to."""
        unread = {name for source in self.library.unread.values() for name in names_of_source(source)}
        self.problems += check_targets(texts, others | unread, self.only)

    def instrument(self, text: Template, models: Iterable[type[Instrument]]) -> None:
        """Check a text that serves instruments of some models."""
        self.texts("instrument", [text], more=kinds_of_instruments(models))

    def texts(
        self, stand: Stand, texts: Iterable[Template], included: frozenset[str] = frozenset(), more: Mapping[str, Kinds] | None = None
    ) -> None:
        """Check the names, fields and numbers of texts."""
        names = {**kinds_for(stand, self.roles), **(more or {})}
        decided = {name: kinds for name, kinds in names.items() if name != "surviving"}
        for text in texts:
            if not text.file.startswith(self.only):
                continue
            one = {text.for_each.removesuffix("s"): items(names.get(text.for_each, ANY)) or ANY} if text.for_each else {}
            for compiled in (text.body, *(definition.template for definition in text.definitions)):
                self.problems += check_names(compiled, Scope({**names, **one}, included))
            if text.condition:
                self.problems += check_names(text.condition, Scope(decided))
            self.problems += check_numbers(text.body.source, text.file)

    def found(self) -> list[Problem]:
        """Return the problems of reading and of checking, each once."""
        return sorted({*self.library.problems, *self.problems})
