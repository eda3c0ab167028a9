"""Alternative texts: what a picture shows, in words that stand beside it too.

In: a sentence that says what the picture is, and its facts, most important first. Out: one text of at most 400 characters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST: Final = 400
_MORE: Final = " …"


def told(lead: str, facts: Iterable[str]) -> str:
    """Return the lead and as many whole facts as fit; dots at the end say that there are more.

    >>> told("Timeline.", ["1 April 2027: start", "31 March 2030: end"])
    'Timeline. 1 April 2027: start. 31 March 2030: end.'
    """
    said = lead if len(lead) <= LONGEST else lead[: LONGEST - len(_MORE)] + _MORE
    for fact in facts:
        longer = f"{said} {fact}.".strip()
        if len(longer) + len(_MORE) > LONGEST:
            return said if said.endswith(_MORE) else said + _MORE
        said = longer
    return said
