"""The deed that changes the text of an agreement, and each of its amendments.

In: `instruments/<date>-variation.yaml`; what is too long for it stands beside it, as `instruments/<date>-variation/<name>.md`. Out:
`VariationDeed`.
All amendments speak of the agreement as it stood before the deed, and name its places as it prints them.
"""

import re
from collections.abc import Mapping
from typing import Annotated, Final

from pydantic import model_validator

from section75.facts.base import Blank, Blankable, By, Choice, Date, Decide, Fact, Fault, Line, Many, Passage, Words
from section75.facts.deeds import Deed

MANY: Final = 10
"""More amendments than these stand in a schedule to the deed."""
NEEDS: Final[Mapping[str, tuple[str, ...]]] = {"substitute": ("old", "new"), "replace": ("new",), "insert": ("new",)}
"""What an amendment must have; a text beside the file may stand for “new”, but for a few words."""
MAY: Final[Mapping[str, tuple[str, ...]]] = {
    "old": ("substitute", "omit"),
    "new": ("substitute", "replace", "insert"),
    "text": ("replace", "insert"),
    "after": ("insert",),
    "before": ("insert",),
    "at": ("insert",),
    "column": ("substitute", "insert", "omit"),
    "references": ("substitute", "replace", "insert"),
    "annexed": ("replace", "insert"),
}
"""The amendments that may have a field, where not all may."""
NAME: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Amendment(Fact):
    """One change to the text of the agreement."""

    target: Line
    """The clause, paragraph, definition, table or schedule, as the agreement prints it: clause 2.2."""
    do: Annotated[Words, Choice("substitute", "replace", "insert", "omit", "not used")]
    """Substitute words in it; replace the whole; insert words in it, or something after it; omit words or all of it; or keep its number."""
    within: Annotated[Words | None, Choice("heading", "opening words", "words", "end")] = None
    """What of it changes, if not the whole or some words: its heading; the words before its list; its words; the sign at its end."""
    old: Passage | None = None
    """The words that are replaced or omitted, exactly as they are printed. They must stand there once."""
    new: Passage | None = None
    """The new words; where a whole sub-clause is new, with its number."""
    after: Passage | None = None
    """The words after which the new ones are inserted."""
    before: Passage | None = None
    """The words before which the new ones are inserted."""
    at: Annotated[Words | None, Choice("after", "beginning", "alphabetical")] = None
    """Where something whole is inserted: after the target (so if nothing is said), first in it, or where the alphabet puts a definition."""
    row: Many[Line] = ()
    """In a table: the words of the row’s first cell, or of as many as tell it from the others."""
    column: Line | None = None
    """In a table: the heading of the column."""
    text: Many[Line] = ()
    """The name of the text beside this file that sets out what is new; of several new schedules, one each."""
    annexed: Decide = False
    """Whether what is set out stands in an annex to the deed: a whole schedule."""
    references: By[Line, Line] = By({})
    """The references among the new words, as they are printed, and the name of what each refers to."""

    @property
    def stopped(self) -> bool:
        """Whether the new words end a sentence of their own."""
        return str(self.new or "").endswith(".")

    @model_validator(mode="after")
    def _is_whole(self) -> "Amendment":
        for name in NEEDS.get(self.do, ()):
            if not getattr(self, name) and not (name == "new" and self.text and self.do != "substitute"):
                raise Fault(f"To {self.do}, “{name}” is needed.", "Give the exact words.", at="do")
        for name, verbs in MAY.items():
            if getattr(self, name) and self.do not in verbs:
                raise Fault(f"To {self.do}, no “{name}” is needed.", "Take it out, or do something else.", at=name)
        return self

    @model_validator(mode="after")
    def _says_one_thing(self) -> "Amendment":
        for one, other in (("new", "text"), ("after", "before")):
            if getattr(self, one) and getattr(self, other):
                raise Fault(f"“{one}” and “{other}” are both stated.", "Keep one of the two.", at=other)
        for name in self.text:
            if not NAME.fullmatch(name):
                raise Fault(f"“{name}” is no name of a text.", "Use small letters, figures and hyphens: clause-14a.", at="text")
        return self


class Proof(Fact):
    """That the amendments were applied to the signed text, and what they made of it. The toolkit writes it and holds the deed to it."""

    executed: Date
    """The day on which the text was executed that the deed changes."""
    deeds: Many[Line] = ()
    """The names of the deeds that had changed that text, in order."""
    signed: Line
    """The fingerprint of the words of that text, as those deeds have changed it."""
    conformed: Line
    """The fingerprint of the words that the amendments make of it."""


class VariationDeed(Deed):
    """A deed of variation."""

    effective: Annotated[Date | Blank, Blankable("the date from which the variation takes effect")]
    """From when it takes effect."""
    clause: Annotated[Line | Blank, Blankable("the number of the clause on variation")]
    """The clause on variation, by its number."""
    earlier_because: Passage | None = None
    """On what basis it takes effect before it is made, if it does."""
    earlier: Many[Date] = ()
    """The dates of the deeds of variation made before it that no entry of the lineage tells of, in order."""
    amendments: Many[Amendment]
    """The changes, in the order of the agreement."""
    names: By[Line, Line] = By({})
    """The names that references of the new words use for places of the signed text that had none."""
    proof: Proof | None = None
    """That the amendments make the text they should."""

    @property
    def in_schedule(self) -> bool:
        """Whether the amendments are so many that they stand in a schedule to the deed."""
        return len(self.amendments) > MANY

    @property
    def annexed(self) -> tuple[Words, ...]:
        """The names of the texts that are annexed, in order."""
        return tuple(name for amendment in self.amendments if amendment.annexed for name in amendment.text)

    @model_validator(mode="after")
    def _says_why_it_reaches_back(self) -> "VariationDeed":
        days = (self.effective, self.executed_on)
        if self.earlier_because is None and not any(isinstance(day, Blank) for day in days) and days[0] < days[1]:
            message = "The variation takes effect before the deed is made, and nothing says on what basis."
            raise Fault(message, "State it under “earlier_because”, or give a later day.", at="effective")
        return self
