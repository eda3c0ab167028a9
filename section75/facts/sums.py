"""A sum that is stated beside its parts: refused where it is not what they come to.

In: the stated sum, and what the parts come to. Out: nothing, or a `Fault` that names both figures and the difference.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from section75.facts.base import Blank, Fault, Money

if TYPE_CHECKING:
    from collections.abc import Iterable

    from section75.problems import Place


def agree(field: str, stated: Money | Blank | None, reckoned: Money | Blank, how: str, parts: Iterable[Money | Blank] = ()) -> None:
    """Refuse a stated sum that differs from what its parts come to; nothing is said where either is not known."""
    if isinstance(stated, Money) and isinstance(reckoned, Money) and stated != reckoned:
        message, remedy = unequal(stated, reckoned, how)
        raise Fault(message, f"{remedy}{standing(part.place for part in parts)}", at=field)


def standing(places: Iterable[Place | None]) -> str:
    """Return where the parts of a sum stand, as a sentence that follows another; nothing where no place is known."""
    lines = sorted({place.line for place in places if place})
    return f" The parts stand in line{'s' * (len(lines) > 1)} {' and '.join(map(str, lines))}." if lines else ""


def unequal(stated: Money, reckoned: Money, how: str) -> tuple[str, str]:
    """Return what is said of a sum that differs from its parts, and the remedy."""
    return (
        f"{pounds(stated)} is stated, but {how} is {pounds(reckoned)}: the difference is {pounds(stated - reckoned)}.",
        "Correct the sum or its parts.",
    )


def pounds(amount: Money) -> str:
    """Return an amount for a message.

    >>> pounds(Money(123_456_00)), pounds(Money(-50))
    ('£123,456', '−£0.50')
    """
    whole, pence = divmod(abs(amount.pence), 100)
    return f"{'−' if amount.pence < 0 else ''}£{whole:,}{f'.{pence:02}' if pence else ''}"
