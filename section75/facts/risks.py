"""Risk: how an agreement has it assessed, and the risks that a report names.

In: `risk_assessment` of an agreement and `risks` of a report. Out: the model of each.
How likely or how grave a risk is stays an officer's to say.
"""

from typing import Annotated

from section75.facts.base import Blank, Blankable, Fact, Line, Many, Passage


class RiskAssessment(Fact):
    """A look at every risk that the partners take together, again and again."""

    every: Annotated[Line | Blank, Blankable("how often risk is assessed")]
    """How often."""
    covers: Many[Line] = ()
    """The kinds of risk that it covers."""
    actions: Line | None = None
    """What becomes of the actions that it finds, in words that follow *actions are*."""


class Risk(Fact):
    """A risk that a report names."""

    words: Passage
    """What may happen, in words that follow *There is a risk*."""
    likelihood: Annotated[Line | Blank, Blankable("how likely it is that {words}, and how much it would matter")]
    """How likely it is and how much it would matter, as an officer judges."""
    mitigation: Passage | None = None
    """What is done about it."""
    owner: Line | None = None
    """The post that answers for it."""
