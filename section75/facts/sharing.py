"""How a step shares an amount: equally, by contribution, or in named shares, each with the one who bears it.

In: words such as `by contribution`, and maps of partners and groups to shares. Out: `Sharing`, with its `Borne` portions.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated

from section75.facts.base import Choice, Share, Shares, SharesOf, Words
from section75.facts.partners import Group, Partner, Side
from section75.facts.references import context_of
from section75.problems import Place

if TYPE_CHECKING:
    from pydantic_core.core_schema import ValidationInfo


@dataclass(frozen=True, slots=True)
class Borne:
    """One bearer's stated share."""

    bearer: Side
    share: Share


@dataclass(frozen=True)
class Sharing:
    """How an amount is shared."""

    how: Annotated[Words, Choice("equally", "by contribution", "named")]
    """Equally, by contribution, or in named shares."""
    portions: tuple[Borne, ...] = ()
    """The named shares, in the order stated; they sum to the whole."""
    path: str = field(default="", compare=False, repr=False)
    place: Place | None = field(default=None, compare=False, repr=False)

    @property
    def named(self) -> Mapping[str, Fraction]:
        """The named shares by the keys of their bearers."""
        return {portion.bearer.key: portion.share for portion in self.portions}


BY_CONTRIBUTION = Sharing(Words("by contribution"))
"""In proportion to what each contributes."""


class SharingOf(SharesOf):
    """A sharing among the things of maps: `Annotated[Sharing, SharingOf("partners", "groups")]`."""

    def _read(self, value: object, info: "ValidationInfo") -> object:
        if isinstance(value, Sharing):
            return value
        shares = super()._read(value, info)
        if not isinstance(shares, Shares):
            return shares
        context = context_of(info)
        found = [(context.find(self.names, bearer), share) for bearer, share in shares.named.items()]
        portions = [Borne(bearer, Share(share)) if not isinstance(share, Share) else Borne(bearer, share)
                    for bearer, share in found if isinstance(bearer, Partner | Group)]  # fmt: skip
        return Sharing(Words(shares.how), tuple(portions), shares.path, shares.place)


Shared = Annotated[Sharing, SharingOf("partners", "groups")]
"""Equally, by contribution, or named shares of partners and groups."""
