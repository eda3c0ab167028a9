"""Papers under hand: a notice to end an agreement, the letter that exercises an option, and the memorandum that does not bind.

In: `instruments/<date>-<kind>.yaml`. Out: `NoticeToEnd`, `OptionLetter`, `Memorandum`; and `MODELS`, the model of every kind of instrument.
"""

from collections.abc import Mapping
from typing import Annotated, Final

from pydantic import model_validator

from section75.facts.base import Blank, Blankable, By, Choice, Date, Day, Fault, KeyOf, Length, Line, Many, Passage, Reference, Words
from section75.facts.deeds import ExtensionDeed, NovationDeed, TerminationDeed
from section75.facts.instrument import Instrument
from section75.facts.partners import Body, Partner
from section75.facts.variation import VariationDeed


class Letter(Instrument):
    """What letters have in common."""

    given_by: Annotated[Partner | Body, Reference("partners", "bodies")]
    """The party that gives it."""
    given_to: Many[Annotated[Partner | Body, Reference("partners", "bodies")]]
    """The parties to which it is given."""
    given_on: Annotated[Date | Blank, Blankable("the date of this letter")]
    """Its date."""
    delivered_by: Annotated[Line | Blank, Blankable("how this letter is delivered, as the clause on notices allows")]
    """How it is delivered."""
    signed_by: Annotated[Line | Blank, Blankable("the post of the authorised signatory")]
    """The post that signs."""
    reference: Annotated[Line | Blank, Blankable("the reference of the sender")]
    """The sender's reference."""
    clause: Annotated[Line | Blank, Blankable("the number of the clause relied on")]
    """The clause of the agreement under which it is given, by its number."""


class NoticeToEnd(Letter):
    """A notice that ends the agreement, or a part of it."""

    ground: Annotated[Words | Blank, Choice("without cause", "want of money", "breach"), Blankable("the ground of this notice")]
    """Why it may be given."""
    period: Annotated[Length | Blank, Blankable("the period of notice")]
    """How long the notice must be."""
    ends_on: Annotated[Date | Blank, Blankable("the day on which the agreement ends")]
    """The last day."""
    scheme: Line | None = None
    """The scheme or service that alone ends, if the agreement goes on."""
    breach: Passage | None = None
    """The breach, and the notice that asked for it to be put right."""

    @model_validator(mode="after")
    def _is_long_enough(self) -> "NoticeToEnd":
        if not isinstance(self.ground, Blank) and self.ground == "breach" and self.breach is None:
            raise Fault("The breach is not stated.", "Say under breach what it is, and when it was to be put right.", at="ground")
        if isinstance(self.period, Blank) or self.period.unit not in MEASURED or not isinstance(self.given_on, Day):
            return self
        if isinstance(self.ends_on, Day) and self.ends_on < self.period.after(self.given_on):
            raise Fault("The notice is too short.", "Give a later day, or check the period.", at="ends_on")
        return self


class OptionLetter(Letter):
    """A letter that exercises a right to extend."""

    new_expiry: Annotated[Date | Blank, Blankable("the new expiry date")]
    """The new last day."""
    last_day: Annotated[Date | Blank, Blankable("the last day for exercising the option")]
    """The last day on which the option can be exercised."""

    @model_validator(mode="after")
    def _is_in_time(self) -> "OptionLetter":
        if isinstance(self.given_on, Day) and isinstance(self.last_day, Day) and self.given_on > self.last_day:
            raise Fault("The letter comes after the last day for exercising the option.", "A new agreement is needed.", at="given_on")
        return self


class Memorandum(Instrument):
    """A memorandum of understanding: intentions, and nothing that binds."""

    about: Annotated[Passage | Blank, Blankable("what the memorandum is about")]
    """What it is about, in words that follow *about*."""
    starts: Annotated[Date | Blank, Blankable("the date from which the memorandum applies")]
    """From when it applies."""
    aims: Annotated[Many[Line] | Blank, Blankable("the shared aims")]
    """The aims, each in words that follow *to*."""
    intentions: Annotated[
        By[Annotated[Words, KeyOf("partners", "bodies")], Many[Line]] | Blank, Blankable("what each organisation intends to do")
    ]
    """What each intends to do, in words that follow *intends to*."""
    meets: Annotated[Passage | Blank, Blankable("who meets, and how often")]
    """Who meets and how often, as a sentence without its stop."""
    figures: Passage | None = None
    """Money, for planning only, as a sentence without its stop."""
    discussed_by: Annotated[Many[Line] | Blank, Blankable("the posts that talk through differences")]
    """The posts that talk through differences."""
    reviewed: Annotated[Line | Blank, Blankable("when the memorandum is reviewed")]
    """When it is reviewed."""
    leaving_notice: Annotated[Length | Blank, Blankable("how long before leaving an organisation expects to say so")]
    """How long before leaving an organisation says so."""

    @property
    def binds(self) -> bool:
        """It does not."""
        return False


MEASURED: Final = ("day", "week", "month", "quarter", "year")
"""Units of notice that can be counted without a calendar of working days."""
MODELS: Final[Mapping[str, type[Instrument]]] = {
    "extension": ExtensionDeed,
    "variation": VariationDeed,
    "termination": TerminationDeed,
    "novation": NovationDeed,
    "notice": NoticeToEnd,
    "option letter": OptionLetter,
    "memorandum": Memorandum,
}
"""The model of each kind; its text has the same name, with hyphens."""
