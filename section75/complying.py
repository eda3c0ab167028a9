"""What the Regulations require, for one project: the requirements, the texts that deal with them, and the compliance statement.

In: the root folder. Out: requirements read once with the problems of their files and of the headers that name them; for an agreement its
`Meeting`s, and its statement drafted.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from section75.drafting.compliance import draft_compliance
from section75.drafting.meeting import meetings_of, places_in, unknown_requirements
from section75.drafting.regulations import REGULATION, Regulations
from section75.facts.compliance import statement_of
from section75.facts.requirements import read_requirements
from section75.problems import Refused
from section75.shelves import PARTS, Shelves
from section75.text.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from section75.document.tree import Document
    from section75.drafting.agreement import Drafted
    from section75.drafting.report import Paper
    from section75.facts.agreement import Agreement
    from section75.facts.law import Roles
    from section75.facts.requirements import Meeting, Requirements
    from section75.problems import Problem
    from section75.text.library import Template

PAPER = "compliance"
"""The name of the paper, and of its text."""


@dataclass(frozen=True)
class Complying:
    """The requirements of the law, as a project states them."""

    root: Path

    @property
    def requirements(self) -> Requirements:
        """Every requirement by its id, in order."""
        return self._read[0]

    @cached_property
    def _read(self) -> tuple[Requirements, tuple[Problem, ...]]:
        try:
            return read_requirements(self.root / "templates" / "law" / "requirements", "templates/law/requirements"), ()
        except Refused as refused:
            return {}, refused.problems

    def problems(self, name: str = "") -> list[Problem]:
        """Return the problems of the requirements and of headers that name them; with a name, of that partnership's own texts only."""
        texts = Shelves(self.root).agreement(Library(self.root), name)
        known, others = self.requirements, PARTS
        found = [
            problem
            for shelf in (texts.clauses, texts.schedules, texts.annexes, texts.parts)
            for problem in unknown_requirements(shelf, known, others)
        ]
        return [one for one in found if one.place.file.startswith(f"agreements/{name}/")] if name else [*self._read[1], *found]

    def meetings(self, agreement: Agreement, name: str, roles: Roles) -> tuple[Meeting, ...]:
        """Return the texts that deal with requirements, and which of them stand in an agreement."""
        return meetings_of(agreement, Shelves(self.root).agreement(Library(self.root), name), roles)

    def told(self, document: Document, meetings: Iterable[Meeting], paper: Paper) -> Regulations:
        """Return what the Regulations ask of a drafted agreement, for another paper. Raises `Refused` with every fault of the text."""
        text = self._text(REGULATION, paper.library)
        return Regulations(statement_of(paper.agreement, self.requirements, places_in(document, meetings)), text)

    def draft(self, document: Document, meetings: Iterable[Meeting], paper: Paper) -> Drafted:
        """Return the statement of a drafted agreement. Raises `Refused` with every fault of its texts."""
        return draft_compliance(self.told(document, meetings, paper), paper, self._text(PAPER, paper.library))

    def _text(self, name: str, library: Library) -> Template:
        text = library.read(self.root / "templates" / f"{name}.md", name)
        if text is None:
            raise Refused(library.problems)
        return text
