"""The exemption from consultation for the Better Care Fund (SI 2000/617, regulation 4(2A)(b)), as an agreement claims it.

In: the facts of a partnership. Out: what it says of consultation, where it claims that exemption.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from section75.facts.base import Blank

if TYPE_CHECKING:
    from section75.facts.governance import Consultation
    from section75.rules import Facts

CLAIMED: Final = re.compile(r"223GA|better care fund|\bBCF\b", re.IGNORECASE)


def claimed(facts: Facts) -> Consultation | None:
    """Return what the agreement says of consultation, if that is that the Better Care Fund exempts it."""
    held = facts.agreement.consultation if facts.agreement else None
    if held is None or isinstance(held, Blank) or held.position != "exempt":
        return None
    return held if CLAIMED.search(held.because or "") else None
