"""The agreement that an instrument is about: that of its folder or one of its lineage, with its parties.

In: an instrument and the agreement of its folder. Out: `Parent` and `Party`, of which the texts of instruments speak.
"""

from dataclasses import dataclass

from section75.facts.agreement import Agreement
from section75.facts.base import Blank, Day, When, Words
from section75.facts.deeds import NovationDeed
from section75.facts.instrument import Instrument
from section75.facts.letters import Letter, Memorandum
from section75.facts.partners import COUNCILS, Body, Partner
from section75.facts.phrases import Glue, Phrase


@dataclass(frozen=True, slots=True)
class Party:
    """One party to an instrument: a partner, or a body that made an earlier agreement."""

    of: Partner | Body
    address: Words | Blank

    @property
    def name(self) -> Words:
        """The full legal name."""
        return self.of.name

    @property
    def short(self) -> Words:
        """What the instrument calls it, with its article."""
        return self.of.short

    @property
    def term(self) -> Words:
        """The short name without its article."""
        return self.of.term

    @property
    def article(self) -> Words:
        """The article before the short name."""
        return self.of.article

    @property
    def succeeds(self) -> tuple[Words, ...]:
        """Bodies in whose place it stands by law."""
        return self.of.succeeds if isinstance(self.of, Partner) else ()

    @property
    def type(self) -> Words:
        """What kind of body it is in law."""
        return self.of.type

    @property
    def is_council(self) -> bool:
        """Whether it is a local authority."""
        return self.of.type in COUNCILS


@dataclass(frozen=True, slots=True)
class Intention:
    """What one party to a memorandum intends to do."""

    party: Party
    things: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Parent:
    """The agreement that an instrument is about."""

    agreement: Agreement
    instrument: Instrument

    @property
    def named(self) -> Phrase:
        """Its title with an article."""
        if self.instrument.of:
            return Phrase((self.instrument.of.title,))
        return Phrase((Glue("the "), self.agreement.title))

    @property
    def dated(self) -> When | Blank:
        """Its date; that of the agreement of the folder is known when it is signed."""
        if self.instrument.of:
            return self.instrument.of.when
        made = self.agreement.executed_on
        return made if isinstance(made, Day) else Blank("the date of the agreement")

    @property
    def ends(self) -> Day | Blank:
        """The day at the end of which it ends, before this instrument changes that."""
        of = self.instrument.of
        if of is None:
            extended = [item.ends for item in self.instrument.follows if item.effect == "extends" and item.ends]
            return max(extended) if extended else self.agreement.term.expiry
        return of.ends if of.ends is not None else Blank("the day on which the agreement ends", f"lineage.{of.key}.ends")

    @property
    def own(self) -> bool:
        """Whether it is the agreement of the folder itself."""
        return self.instrument.of is None and self.instrument.entry is None

    @property
    def parties(self) -> tuple[Party, ...]:
        """Those who made the agreement, or else make the instrument itself, or all partners."""
        made = self.instrument.of or self.instrument.entry
        return tuple(map(self.party, (made.of if made else ()) or tuple(self.agreement.partners.values())))

    @property
    def signers(self) -> tuple[Party, ...]:
        """Who makes the instrument: the parties, and a body that joins by it."""
        joining = self.instrument.joining if isinstance(self.instrument, NovationDeed) else None
        new = joining is not None and all(party.of is not joining for party in self.parties)
        return (*self.parties, self.party(joining)) if joining and new else self.parties

    @property
    def sender(self) -> Party | Blank:
        """Who gives a letter."""
        return self.party(self.instrument.given_by) if isinstance(self.instrument, Letter) else Blank("who gives this")

    @property
    def receivers(self) -> tuple[Party, ...]:
        """To whom a letter is given."""
        return tuple(map(self.party, self.instrument.given_to)) if isinstance(self.instrument, Letter) else ()

    @property
    def intentions(self) -> tuple[Intention, ...]:
        """What each party to a memorandum intends to do, where that is known."""
        stated = self.instrument.intentions if isinstance(self.instrument, Memorandum) else Blank("")
        if isinstance(stated, Blank):
            return ()
        known: dict[str, Partner | Body] = {**self.agreement.bodies, **self.agreement.partners}
        return tuple(Intention(self.party(known[key]), things) for key, things in stated.items())

    def party(self, of: Partner | Body) -> Party:
        """Return a partner or body as a party."""
        stated = self.instrument.addresses.get(Words(of.key))
        known = of.address if isinstance(of, Partner) else Blank(f"the principal office of {of.name}", f"addresses.{of.key}")
        return Party(of, stated or known)
