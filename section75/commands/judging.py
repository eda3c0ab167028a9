"""What rules find in a partnership, and what of it the partnership waives.

In: a partnership, and its papers as they are drafted. Out: problems, those waived with their reasons; at the end, a warning for each waiver
that waived nothing. A waiver counts for the paper in whose facts it stands; one of a paper that was not judged is not judged either.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from section75.commands.conflicts import open_conflicts
from section75.document.index import index
from section75.executed import is_executed
from section75.problems import LEVELS
from section75.rules import Subject, check_facts, judged
from section75.rules.waivers import idle, waived
from section75.varying.signed import CONFORMED

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from section75.document.tree import Document
    from section75.problems import Level, Problem
    from section75.project import Partnership


@dataclass(slots=True)
class Judging:
    """The rules at work on one partnership; it remembers which papers it has judged and which waivers were of use."""

    partnership: Partnership
    terms: frozenset[str]
    levels: Container[Level] = LEVELS
    """Of which levels the rules are that judge."""
    papers: set[str] = field(default_factory=set)
    used: dict[str, set[str]] = field(default_factory=dict)

    def facts(self) -> list[Problem]:
        """Return what is wrong with the facts alone."""
        found = check_facts(self.partnership.facts, self.levels)
        return [told for problem in found for told in self._waived([problem], self.owner(problem))]

    def paper(self, paper: str, document: Document) -> list[Problem]:
        """Return what is wrong with a drafted paper; what was signed is as it is, and so is a copy that shows what a deed makes of it."""
        partnership = self.partnership
        if is_executed(paper):
            return []
        self.papers.add(paper)
        if paper.endswith(CONFORMED):
            return []
        report = partnership.report(paper)
        of_paper = (partnership.answered, partnership.agreement, report, partnership.facts)
        problems = judged(Subject(document, index(document), self.terms, *of_paper), self.levels)
        conflicts = open_conflicts(partnership.project.root, partnership.name, paper)
        return [*self._waived(problems, partnership.holder(paper)), *conflicts]

    def idle(self) -> Iterator[Problem]:
        """Yield the waivers of no use, of those whose papers have all been judged by all rules."""
        if self.levels != LEVELS:
            return
        for name, holder in self.partnership.holders.items():
            if {paper for paper in self.partnership.papers if self.partnership.holder(paper) == name} <= self.papers:
                yield from idle(holder, self.used.get(name, set()))

    def _waived(self, problems: list[Problem], name: str) -> list[Problem]:
        told = waived(problems, self.partnership.holders[name])
        self.used.setdefault(name, set()).update(problem.rule for problem in told if problem.level == "waived")
        return told

    def owner(self, problem: Problem) -> str:
        """Return whose facts a problem of facts is in, by its file: the agreement's, if it is in no other's."""
        files = {holder.place(next(iter(type(holder).model_fields))).file: name for name, holder in self.partnership.holders.items()}
        return files.get(problem.place.file, "agreement")
