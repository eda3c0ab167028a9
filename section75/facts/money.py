"""Money in whole pence.

In: words such as `6,200,000`, `£6.2m`, `£12,345.67`. Out: `Money`. No float and no `Decimal` ever holds an amount.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar

from section75.facts.faults import Fault

if TYPE_CHECKING:
    from collections.abc import Mapping

    from section75.problems import Place

Bearer = TypeVar("Bearer", bound=str)

_SCALES = {"": 1, "k": 1_000, "thousand": 1_000, "m": 1_000_000, "million": 1_000_000, "bn": 10**9, "billion": 10**9}
_AMOUNT = re.compile(
    r"(?P<minus>[-−–]\s*£?|£?\s*[-−–]|£?)\s*(?P<whole>[0-9][0-9,]{0,20})(?:\.(?P<part>[0-9]{1,12}))?"
    r"\s*(?P<scale>k|m|bn|thousand|million|billion)?",
    re.IGNORECASE,
)
_GROUPS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})*|[0-9]+")


@dataclass(frozen=True, order=True)
class Money:
    """An amount in whole pence; negative for money taken out."""

    pence: int
    path: str = field(default="", compare=False, repr=False)
    place: Place | None = field(default=None, compare=False, repr=False)

    def __bool__(self) -> bool:
        """Whether there is any."""
        return self.pence != 0

    def __add__(self, other: Money) -> Money:
        """Add an amount."""
        return Money(self.pence + other.pence) if isinstance(other, Money) else NotImplemented

    def __radd__(self, other: int) -> Money:
        """Let `sum` begin with nothing."""
        return self if other == 0 else NotImplemented

    def __sub__(self, other: Money) -> Money:
        """Take an amount away."""
        return Money(self.pence - other.pence) if isinstance(other, Money) else NotImplemented

    def __neg__(self) -> Money:
        """Turn it round."""
        return Money(-self.pence)

    def __mul__(self, times: int) -> Money:
        """Take it so many times."""
        return Money(self.pence * times) if isinstance(times, int) else NotImplemented

    __rmul__ = __mul__

    def split(self, shares: Mapping[Bearer, Fraction]) -> dict[Bearer, Money]:
        """Divide the amount by shares that sum to one; the parts always sum to the whole.

        Odd pence go to the largest remainders, and among equals to the first key in the alphabet.

        >>> Money(100).split({"council": Fraction(1, 3), "icb": Fraction(2, 3)})
        {'council': Money(pence=33), 'icb': Money(pence=67)}
        """
        if sum(shares.values()) != 1:
            raise ValueError("Shares must sum to one.")
        exact = {bearer: self.pence * share for bearer, share in shares.items()}
        whole = {bearer: part.numerator // part.denominator for bearer, part in exact.items()}
        over = self.pence - sum(whole.values())
        order = sorted(exact, key=lambda bearer: (whole[bearer] - exact[bearer], bearer))
        return {bearer: Money(pence + (bearer in order[:over])) for bearer, pence in whole.items()}


def money(words: str) -> Money:
    """Read an amount.

    >>> money("£6.2m"), money("6,200,000"), money("£12,345.67"), money("-500")
    (Money(pence=620000000), Money(pence=620000000), Money(pence=1234567), Money(pence=-50000))
    """
    found = _AMOUNT.fullmatch(words.strip())
    if not found:
        raise Fault(f"“{words}” is not an amount of money.", "Write £6,200,000, £6.2m or £12,345.67.")
    whole, part, scale = found["whole"], found["part"] or "", (found["scale"] or "").lower()
    _check_figures(words, whole, part, scale)
    pence = Fraction(f"{whole.replace(',', '')}.{part or 0}") * _SCALES[scale] * 100
    if pence.denominator != 1:
        raise Fault(f"“{words}” is not a whole number of pence.", "Write pence with two figures.")
    return Money(-int(pence) if found["minus"].strip("£ ") else int(pence))


def _check_figures(words: str, whole: str, part: str, scale: str) -> None:
    if not _GROUPS.fullmatch(whole):
        raise Fault(f"“{words}” has a comma in the wrong place.", "Put commas between thousands: £6,200,000.")
    if len(whole) > 1 and whole.startswith("0"):
        raise Fault(f"“{words}” begins with a nought.", "Leave the nought out.")
    if not scale and part and len(part) != 2:  # noqa: PLR2004 - pence have two figures
        raise Fault(f"“{words}” may be pounds or millions.", "Write pence with two figures, or say £6.2m.")
