"""How an agreement names things: the words of a drafting family, and those that the agreement uses in their place.

In: the map `lexicon` of an agreement. Out: `Lexicon`.
"""

from typing import Annotated, Final

from section75.facts.base import Choice, Fact, Line, Words

FAMILIES: Final = {
    "partners": {},
    "authority": {
        "partner": "Party", "partners": "Parties", "host": "Host", "scheme": "Individual Service", "contribution": "Financial Contribution",
    },
    "council-icb": {"partner": "Party", "partners": "Parties", "host": "Host", "manager": "Pooled Fund Manager", "officer": "Lead Officer"},
}  # fmt: skip


class Lexicon(Fact):
    """How this agreement names things; what is not stated comes from the drafting family."""

    family: Annotated[Words, Choice("partners", "authority", "council-icb")] = Words("partners")
    """The drafting family whose words are used."""
    partner: Line | None = None
    """Instead of Partner."""
    partners: Line | None = None
    """Instead of Partners."""
    host: Line | None = None
    """Instead of Host Partner."""
    pooled_fund: Line | None = None
    """Instead of Pooled Fund."""
    aligned_fund: Line | None = None
    """Instead of Aligned Fund."""
    scheme: Line | None = None
    """Instead of Scheme."""
    manager: Line | None = None
    """Instead of Pool Manager."""
    contribution: Line | None = None
    """Instead of Contribution."""
    officer: Line | None = None
    """Instead of Authorised Officer."""
    service_user: Line | None = None
    """Instead of Service User."""

    def said(self, name: str) -> str | None:
        """Return what this agreement says for a word of the first family, or nothing where it says the same."""
        return getattr(self, name) or FAMILIES[self.family].get(name)
