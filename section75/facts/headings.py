"""The headings of a scheme's own schedule, each of which may be left to the facts or answered in one of five ways.

In: the map `headings` of a scheme. Out: `Headings`, and for a template the `Entry` of each in the order of the form.
"""

from dataclasses import dataclass
from typing import Annotated

from pydantic import model_validator

from section75.facts.base import Blank, Blankable, Choice, Fact, Fault, Passage, Words


class Heading(Fact):
    """What a scheme says under one heading, in place of what its facts say."""

    says: Annotated[Words, Choice("own", "main", "main with changes", "none", "not used")]
    """Its own words; as in the main agreement; as in it with changes; none; or not used."""
    words: Annotated[Passage | Blank | None, Blankable("what {keys[1]} says under {keys[3]}")] = None
    """The scheme's own words, or its changes: sentences."""

    @model_validator(mode="after")
    def _has_its_words(self) -> "Heading":
        needs = self.says in ("own", "main with changes")
        if needs and self.words is None:
            raise Fault(f"“{self.says}” needs the words themselves.", "Write them after “words:”, or TBC.", at="says")
        if not needs and self.words is not None:
            raise Fault(f"“{self.says}” leaves no room for words.", "Write “says: own” or “says: main with changes”.", at="words")
        return self

    @property
    def sentence(self) -> Words | Blank | None:
        """The words without their last stop, which the text sets."""
        if not isinstance(self.words, str):
            return self.words
        return Words(self.words.rstrip().removesuffix("."), self.words.path, self.words.place)


@dataclass(frozen=True, slots=True)
class Entry:
    """One heading of the form: its key, and what the scheme says under it, if it says anything."""

    key: Words
    stated: Heading | None

    @property
    def says(self) -> Words:
        """How it is answered: `facts` where the scheme says nothing of its own."""
        return self.stated.says if self.stated else Words("facts")


class Headings(Fact):
    """The headings of the form, in its order; one left out is filled from the facts."""

    summary: Heading | None = None
    """Name and summary."""
    aims: Heading | None = None
    """Aims and outcomes."""
    arrangement: Heading | None = None
    """Which arrangement is used."""
    functions: Heading | None = None
    """Functions."""
    services: Heading | None = None
    """Services and people."""
    bodies: Heading | None = None
    """Host, lead commissioner and provider."""
    contributions: Heading | None = None
    """Contributions."""
    finance: Heading | None = None
    """Financial governance and virement."""
    variances: Heading | None = None
    """Overspends and underspends."""
    vat: Heading | None = None
    """VAT and accounting treatment."""
    resources: Heading | None = None
    """Resources and staff."""
    governance: Heading | None = None
    """Governance and lead officers."""
    performance: Heading | None = None
    """Performance."""
    information: Heading | None = None
    """Information."""
    approvals: Heading | None = None
    """Approvals and consultation."""
    term: Heading | None = None
    """Term and exit."""
    changes: Heading | None = None
    """What it changes in the main agreement, clause by clause."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Each heading of the form, in order."""
        return tuple(Entry(Words(name), getattr(self, name)) for name in type(self).model_fields)
