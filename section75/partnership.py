"""A partnership: its facts, and which papers it has.

In: the facts of the files of its folder, and the project they belong to. Out: `Made` papers, drafted on demand, and the
`Facts` that rules read.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from section75.complying import PAPER
from section75.executed import FOLDER, Executed, is_executed
from section75.rules import Facts
from section75.varying.signed import CONFORMED, conformed_papers

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from section75.document.house import House
    from section75.drafting.agreement import Drafted
    from section75.facts.agreement import Agreement
    from section75.facts.equality import EqualityAnalysis
    from section75.facts.figures import Figures
    from section75.facts.house import HouseStyle
    from section75.facts.instrument import Instrument
    from section75.facts.report import Report
    from section75.facts.requirements import Meeting
    from section75.problems import Problem
    from section75.project import Project


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
    styles: Mapping[str, HouseStyle] = field(default_factory=dict)
    """The houses that its papers are printed in, by name."""
    figures: Mapping[str, Figures] = field(default_factory=dict)
    """Its pool managers' figures, by the name of their file."""

    @property
    def papers(self) -> list[str]:
        """The names of its papers, in the order in which they are built."""
        reports, instruments = self.project.report_papers(self.reports), (f"instruments/{name}" for name in self.instruments)
        figures = (f"figures/{name}" for name in self.figures)
        conformed = (f"instruments/{name}" for name in conformed_papers(self.folder, self.instruments))
        varied = sorted((*instruments, *conformed))
        own = ["agreement", *reports, *(["equality"] if self.equality else []), *varied, *figures, PAPER]
        return [*own, *self.executed.papers]

    @cached_property
    def executed(self) -> Executed:
        """What of it was signed."""
        return Executed(self.project.root, self.name, self.project.store)

    @property
    def folder(self) -> Path:
        """The folder of its files."""
        return self.project.root / "agreements" / self.name

    def draft(self, paper: str) -> Made:
        """Return a paper drafted and numbered. Raises `Refused` with every fault of its texts."""
        if paper == "agreement":
            return self.draft_of_agreement
        if paper == PAPER:
            return self.project.draft_compliance(self)
        if paper == "equality" and self.equality:
            return self.project.draft_equality(self, self.equality)
        if is_executed(paper):
            return self.project.draft_executed(self, paper.removeprefix(f"{FOLDER}/"))
        if paper.startswith("instruments/") and paper.endswith(CONFORMED):
            return self.project.draft_conformed(self, paper.removeprefix("instruments/").removesuffix(CONFORMED))
        if paper.startswith("instruments/"):
            return self.project.draft_instrument(self, paper.removeprefix("instruments/"))
        if paper.startswith("figures/"):
            return self.project.draft_figures(self, paper.removeprefix("figures/"))
        return self.project.draft_report(self, paper.removeprefix("reports/"))

    @cached_property
    def draft_of_agreement(self) -> Made:
        """The agreement drafted, once for all the papers that look into it."""
        return self.project.draft_agreement(self)

    @cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        """The texts that deal with requirements of the law, and which of them stand in the agreement."""
        return self.project.complying.meetings(self.agreement, self.name, self.project.roles)

    def report(self, paper: str) -> Report | None:
        """Return the facts behind a report, its record of decision or its notice; nothing for any other paper."""
        holder = self.holder(paper)
        return self.reports[holder.removeprefix("reports/")] if holder.startswith("reports/") else None

    def holder(self, paper: str) -> str:
        """Return the name of the paper in whose facts those of a paper stand: its report's, for a record of decision or a notice."""
        paper = paper.removesuffix(CONFORMED)
        stems = [stem for stem in self.reports if f"{paper}-".startswith(f"reports/{stem}-")]
        return f"reports/{max(stems, key=len)}" if stems else "agreement" if paper == PAPER else paper

    @property
    def holders(self) -> dict[str, Agreement | Report | EqualityAnalysis | Instrument | Figures]:
        """The facts of each paper that has its own, by its name."""
        return {
            "agreement": self.agreement,
            **{f"reports/{name}": report for name, report in self.reports.items()},
            **({"equality": self.equality} if self.equality else {}),
            **{f"instruments/{name}": instrument for name, instrument in self.instruments.items()},
            **{f"figures/{name}": figures for name, figures in self.figures.items()},
        }

    @property
    def facts(self) -> Facts:
        """What the rules of facts read."""
        project = self.project
        return Facts(
            self.agreement,
            self.reports,
            self.equality,
            project.dated,
            self.styles,
            self.figures,
            project.heads,
            project.complying.requirements,
            self.meetings,
        )

    @property
    def answered(self) -> frozenset[str]:
        """The paths of what officers have answered and commented, with name and date."""
        answers = self.equality.answers if self.equality else ()
        comments = (comment for report in self.reports.values() for comment in report.comments)
        return frozenset(comment.says.path for comment in (*answers, *comments))
