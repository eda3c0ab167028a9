"""The proof of a deed: that its amendments, applied to the signed text, make the text that they should.

In: a deed of variation, the text that it changes and what it makes of it. Out: a problem for each part of the proof that does not hold
any more.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from section75.comparison.printed import fingerprint
from section75.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.document.tree import Document
    from section75.facts.base import Day
    from section75.facts.variation import VariationDeed


@dataclass(frozen=True, slots=True)
class Signed:
    """A signed text, the day on which it was executed, and the names of the deeds that have changed it, in order."""

    document: Document
    executed: Day
    deeds: tuple[str, ...] = ()


def unproved(deed: VariationDeed, signed: Signed | None, conformed: Document | None) -> Iterator[Problem]:
    """Yield what of the proof that a deed carries does not hold."""
    proof = deed.proof
    if proof is None:
        return
    place = proof.place("executed")
    if signed is None or conformed is None or signed.executed != proof.executed:
        message = f"The deed was proved on the text executed on {proof.executed:%-d %B %Y}, which is not the text it changes now."
        yield Problem(place, "proof", "error", message, "Put that text back, or write the deed again with “vary”.")
        return
    if signed.deeds != tuple(map(str, proof.deeds)):
        message = f"The deed was proved after {_listed(proof.deeds)}, and now follows {_listed(signed.deeds)}."
        yield Problem(
            place, "proof", "error", message, "Write the deed again with “vary”, so that its amendments speak of the text as it now is."
        )
    elif fingerprint(signed.document) != proof.signed:
        message = "The signed text has other words than when the deed was proved."
        yield Problem(proof.place("signed"), "proof", "error", message, "Put back the text as it was signed.")
    elif (now := fingerprint(conformed)) != proof.conformed:
        message = "The amendments make another text than when the deed was proved."
        remedy = f"Undo the change or, if they now say what the parties have agreed, state “conformed: {now}”."
        yield Problem(proof.place("conformed"), "proof", "error", message, remedy)


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(names) or "no other deed"
