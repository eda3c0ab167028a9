"""Papers that change, extend, end or follow an agreement: what every one of them may say.

In: `instruments/<date>-<kind>.yaml`, and the agreement it belongs to. Out: `Instrument`, the base of the models of all kinds.
"""

from typing import Annotated, Final

from section75.facts.base import Blank, Blankable, By, Choice, Date, Fact, KeyOf, Line, Many, Number, Passage, Reference, Words
from section75.facts.governance import Approval, Earlier
from section75.facts.waivers import Waivers

KINDS: Final = ("extension", "variation", "termination", "novation", "notice", "option letter", "memorandum")


class Decision(Approval):
    """A party's own decision to make the instrument."""

    given: Annotated[Date | Blank, Blankable("the date on which the {body} approved this")]
    """When it was approved; a report alone is no approval."""


class Instrument(Fact):
    """What every instrument may say."""

    kind: Annotated[Words, Choice(*KINDS)]
    """What it is: its own text has this name."""
    house: Line | None = None
    """The council whose style it is printed in, if it is not the agreement's."""
    number: Number | None = None
    """Its number among the instruments of the agreement."""
    of: Annotated[Earlier | None, Reference("lineage")] = None
    """The agreement that it is about, by its key in the lineage; left out, the agreement of its folder."""
    entry: Annotated[Earlier | None, Reference("lineage")] = None
    """The instrument itself, by its key in the lineage, where the agreement tells of it."""
    follows: Many[Annotated[Earlier, Reference("lineage")]] = ()
    """The instruments made before it, by their keys in the lineage, in order."""
    addresses: By[Annotated[Words, KeyOf("partners", "bodies")], Line] = By({})
    """Principal offices that the agreement does not state."""
    approvals: Many[Decision] = ()
    """Each party's own decision to make it."""
    reason: Annotated[Passage | Blank, Blankable("why the parties make this")]
    """Why it is made, in words that follow *because*."""
    waive: Waivers = By({})
    """Findings of rules that are let stand in the instrument, by the rule's id, each with the reason."""

    @property
    def binds(self) -> bool:
        """Whether it creates legal relations."""
        return True

    @property
    def deed(self) -> bool:
        """Whether it is executed as a deed."""
        return False
