"""Shares as exact fractions.

In: words such as `60 %`, `1/3`, `equally`, and maps of bearers to them. Out: `Share`, `Shares`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, Self

from section75.facts.faults import Fault

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from section75.problems import Place

_FIGURES = r"[0-9]{1,12}(?:\.[0-9]{1,12})?"
_PER_CENT = re.compile(rf"({_FIGURES})\s*(?:%|per ?cent)", re.IGNORECASE)
_FRACTION = re.compile(r"([0-9]{1,12})\s*/\s*([0-9]{1,12})")
_RATIO = re.compile(rf"({_FIGURES})\s*[:/]\s*({_FIGURES})")


class Share(Fraction):
    """A part of a whole, exact, with its path and place."""

    path: str
    place: Place | None

    def __new__(
        cls,
        numerator: int | Fraction = 0,
        denominator: int | None = None,
        path: str = "",
        place: Place | None = None,
    ) -> Self:
        """Keep the fraction."""
        self = super().__new__(cls, numerator, denominator)
        self.path, self.place = path, place
        return self


Percent = Share

How = Literal["named", "equally", "by contribution"]


@dataclass(frozen=True)
class Shares:
    """How something is shared: equally, by contribution, or by named shares that sum to exactly one."""

    how: How
    named: Mapping[str, Fraction] = field(default_factory=lambda: MappingProxyType({}))
    path: str = field(default="", compare=False, repr=False)
    place: Place | None = field(default=None, compare=False, repr=False)

    def __hash__(self) -> int:
        """Hash what is compared."""
        return hash((self.how, tuple(sorted(self.named.items()))))

    def among(self, bearers: Sequence[str]) -> dict[str, Fraction] | None:
        """Return each bearer's share, or nothing where only the contributions can tell.

        >>> Shares("equally").among(["council", "icb"])
        {'council': Fraction(1, 2), 'icb': Fraction(1, 2)}
        """
        if self.how == "equally":
            return {bearer: Fraction(1, len(bearers)) for bearer in bearers}
        return dict(self.named) if self.how == "named" else None


def share(words: str) -> Share:
    """Read one share.

    >>> share("60 %"), share("33.3 per cent"), share("1/3")
    (Share(3, 5), Share(333, 1000), Share(1, 3))
    """
    if found := _PER_CENT.fullmatch(words.strip()):
        value = Fraction(found[1]) / 100
    elif (found := _FRACTION.fullmatch(words.strip())) and int(found[2]):
        value = Fraction(int(found[1]), int(found[2]))
    elif re.fullmatch(_FIGURES, words.strip()):
        raise Fault(f"“{words}” lacks its sign.", f"Write {words.strip()} %.")
    else:
        raise Fault(f"“{words}” is not a share.", "Write 60 % or 1/3.")
    if value > 1:
        raise Fault(f"“{words}” is more than the whole.", "A share is at most 100 %.")
    return Share(value)


def shares_in_words(words: str, bearers: Sequence[str] = ()) -> Shares:
    """Read `equally`, `by contribution` or, where just two bearers are known, `50:50`."""
    plain = " ".join(words.split()).casefold()
    if plain == "equally":
        return Shares("equally")
    if plain == "by contribution":
        return Shares("by contribution")
    found = _RATIO.fullmatch(plain)
    if not found:
        raise Fault(f"“{words}” does not say how to share.", "Write equally, by contribution or {icb: 60 %, council: 40 %}.")
    first, second = Fraction(found[1]), Fraction(found[2])
    if first == second and first + second in {1, 2, 100} and len(bearers) == 2:  # noqa: PLR2004 - two halves
        return Shares("named", MappingProxyType(dict.fromkeys(bearers, Fraction(1, 2))))
    names = list(bearers) if len(bearers) == 2 else ["icb", "council"]  # noqa: PLR2004 - likewise
    example = f"{{{names[0]}: {found[1]} %, {names[1]}: {found[2]} %}}"
    raise Fault(f"“{words}” does not say whose share is which.", f"Write {example}.")


def named_shares(shares: Mapping[str, Fraction]) -> Shares:
    """Keep shares by bearer; refuse them unless they sum to exactly one."""
    total = sum(shares.values(), Fraction(0))
    if total != 1:
        raise Fault(f"The shares make {_per_cent(total)}, not 100 %.", "Write thirds as 1/3; make the shares sum to 100 %.")
    return Shares("named", MappingProxyType(dict(shares)))


def _per_cent(total: Fraction) -> str:
    return f"{float(total * 100):.10g} %"
