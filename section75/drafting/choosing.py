"""Which sections a report has, and where: what its kind of decision needs, may have and never prints.

In: a report, the agreement it speaks of, the rules of sections, the texts and the house's style. Out: the order of the
sections, those that stand under another, and a warning for each section that the decision needs and whose facts are not there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from section75.facts.sections import barred, needed, stated
from section75.facts.values import Words
from section75.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from section75.facts.agreement import Agreement
    from section75.facts.house import ReportStyle
    from section75.facts.report import Report
    from section75.facts.section_rules import SectionRule
    from section75.text.library import Template

OWN = "agreements/"


@dataclass(frozen=True, slots=True)
class Choosing:
    """Chooses the sections of one report."""

    report: Report
    agreement: Agreement
    rules: Mapping[str, SectionRule]
    texts: Mapping[str, Template]
    style: ReportStyle

    @property
    def order(self) -> list[str]:
        """The sections that have a place of their own, in order; overlays that no list names follow the first, or are the last."""
        named = [str(name) for name in self.report.sections or self.style.order if self._printed(name)]
        overlays = [name for name, rule in self.rules.items() if rule.overlay and name not in named and self._printed(name)]
        last = [name for name in overlays if self.rules[name].last]
        return [*named[:1], *(name for name in overlays if name not in last), *named[1:], *last]

    def under(self, name: str) -> list[str]:
        """Return the sections that stand under one because the decision needs them and the house gives them no other place."""
        if name != self.style.needed_under or self.report.sections or self._own(name):
            return []
        return [other for other, rule in self.rules.items() if not rule.overlay and self._placeless(other) and self._asked(rule, other)]

    def _asked(self, rule: SectionRule, name: str) -> bool:
        return self._printed(name) and (bool(rule.facts) or needed(rule, self.report, self.agreement))

    def _placeless(self, name: str) -> bool:
        style = self.style
        elsewhere = {*style.order, *style.covers, *self.report.implications, *(one for names in style.under.values() for one in names)}
        return Words(name) not in elsewhere

    def _printed(self, name: str) -> bool:
        """Whether a section is in: an officer's own words always are, and so is what a report names, but for an overlay without facts."""
        rule = self.rules.get(str(name))
        if rule is None or self._own(name):
            return True
        if not rule.overlay and Words(name) in self.report.sections:
            return True
        if needed(rule, self.report, self.agreement):
            return True
        return not barred(rule, self.report) and stated(rule, self.report, self.agreement)

    def _own(self, name: str) -> bool:
        text = self.texts.get(str(name))
        return text is not None and text.file.startswith(OWN)

    def missing(self) -> Iterator[Problem]:
        """Yield a warning for each section that the decision needs, that is printed, and whose facts are not there."""
        below = [name for section in self.order for name in self.under(section)]
        for name in (*self.order, *below):
            rule = self.rules.get(name)
            if (
                rule is None
                or self._own(name)
                or self.report.sections
                or Words(name) in self.report.no_implications
                or stated(rule, self.report, self.agreement)
            ):
                continue
            facts = " or ".join(str(path) for path in rule.facts)
            message = f"A decision to {self.report.kind} needs the section “{name}”, and no facts for it are given."
            remedy = f"State {facts}, or write {name}.md in the folder of the report; till then it is a blank."
            yield Problem(self.report.place("kind"), "section", "warning", message, remedy)
