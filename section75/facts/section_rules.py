"""The rule of one section of a report, as data: which kinds of decision need it and which never have it.

In: `templates/reports/kinds.yaml`. Out: the models of what it may say.
"""

from typing import Annotated

from section75.facts.base import By, Choice, Decide, Fact, Line, Many, Words
from section75.facts.report import KINDS


class SectionRule(Fact):
    """Which decisions need a section. Those that neither need it nor never have it may have it."""

    needs: Many[Annotated[Words, Choice(*KINDS)]] = ()
    """The kinds of decision that need it."""
    never: Many[Annotated[Words, Choice(*KINDS)]] = ()
    """The kinds of decision that never have it."""
    urgent: Annotated[Words, Choice("needs", "may", "never")] = Words("needs")
    """What becomes of it where the decision is urgent: no change, no longer needed, or left out."""
    facts: Many[Line] = ()
    """The facts that it tells, as `report.options`: where none is there, the section is left out or, if it is needed, has a blank."""
    overlay: Decide = False
    """Whether any kind of decision has it, wherever its facts are given."""
    last: Decide = False
    """Whether an overlay that no list names stands after all other sections, as an appendix does."""


class SectionRules(Fact):
    """The whole file."""

    sections: By[Line, SectionRule]
    """The rule of each section, in the order in which they stand."""
