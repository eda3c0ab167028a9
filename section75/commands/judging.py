"""What rules find in a partnership, and what of it the partnership waives.

In: a partnership, and its papers as they are drafted. Out: problems, those waived with their reasons; at the end, a warning for each waiver
that waived nothing. A waiver counts for the paper in whose facts it stands; one of a paper that was not judged is not judged either.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from section75.commands.conflicts import open_conflicts
from section75.executed import is_executed
from section75.rules import check, check_facts
from section75.rules.waivers import idle, waived
from section75.varying.signed import CONFORMED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.document.tree import Document
    from section75.problems import Problem
    from section75.project import Partnership


@dataclass(slots=True)
class Judging:
    """The rules at work on one partnership; it remembers which papers were judged and which waivers were of use."""

    partnership: Partnership
    terms: frozenset[str]
    judged: set[str] = field(default_factory=set)
    used: dict[str, set[str]] = field(default_factory=dict)

    def facts(self) -> list[Problem]:
        """Return what is wrong with the facts alone."""
        return [judged for problem in check_facts(self.partnership.facts) for judged in self._waived([problem], self.owner(problem))]

    def paper(self, paper: str, document: Document) -> list[Problem]:
        """Return what is wrong with a drafted paper; what was signed is as it is, and so is a copy that shows what a deed makes of it."""
        partnership = self.partnership
        if is_executed(paper):
            return []
        self.judged.add(paper)
        if paper.endswith(CONFORMED):
            return []
        report = partnership.report(paper)
        problems = check(document, self.terms, partnership.answered, partnership.agreement, report, partnership.facts)
        conflicts = open_conflicts(partnership.project.root, partnership.name, paper)
        return [*self._waived(problems, partnership.holder(paper)), *conflicts]

    def idle(self) -> Iterator[Problem]:
        """Yield the waivers of no use, of those whose papers have all been judged."""
        for name, holder in self.partnership.holders.items():
            if {paper for paper in self.partnership.papers if self.partnership.holder(paper) == name} <= self.judged:
                yield from idle(holder, self.used.get(name, set()))

    def _waived(self, problems: list[Problem], name: str) -> list[Problem]:
        judged = waived(problems, self.partnership.holders[name])
        self.used.setdefault(name, set()).update(problem.rule for problem in judged if problem.level == "waived")
        return judged

    def owner(self, problem: Problem) -> str:
        """Return whose facts a problem of facts is in, by its file: the agreement's, if it is in no other's."""
        files = {holder.place(next(iter(type(holder).model_fields))).file: name for name, holder in self.partnership.holders.items()}
        return files.get(problem.place.file, "agreement")
