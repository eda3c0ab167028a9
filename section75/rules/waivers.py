"""Waivers: what rules find and a partnership lets stand, each with its reason.

In: what rules found, and the facts whose `waive` names rules. Out: the same, with what is waived at the level “waived” and its reason for a
remedy; a fault for each waiver of a rule that there is not, or that cannot be waived; a warning for each that waives nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, Protocol

from section75.problems import Place, Problem, did_you_mean
from section75.rules import rules

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from section75.facts.base import By, Words

RULE: Final = "waive"


class Waiving(Protocol):
    """Facts of a paper that may waive what rules find in it."""

    @property
    def waive(self) -> By[Words, Words]:
        """The reasons by the ids of rules."""


def waived(problems: Iterable[Problem], holder: Waiving) -> list[Problem]:
    """Return the problems, those of rules that the holder waives with its reason."""
    reasons = {str(rule): " ".join(because.split()) for rule, because in holder.waive.items()}
    return [replace(one, level="waived", remedy=reasons[one.rule]) if one.rule in reasons else one for one in problems]


def idle(holder: Waiving, used: Collection[str]) -> Iterator[Problem]:
    """Yield a warning for each waiver of a rule that found nothing to waive."""
    for rule in holder.waive:
        if rule not in used:
            message = f"“{rule}” is waived here and finds nothing."
            yield Problem(_place(rule), RULE, "warning", message, "Take the waiver out.")


def unfit(holder: Waiving) -> Iterator[Problem]:
    """Yield a fault for each waiver of what is no rule, or of a rule that cannot be waived."""
    every = rules()
    may = [name for name, rule in every.items() if not _firm(rule)]
    for name in holder.waive:
        if name not in every:
            message = f"There is no rule “{name}” to waive; what cannot be read cannot be waived either."
            remedy = did_you_mean(name, may) or "Use the id that stands in brackets after what it found."
            yield Problem(_place(name), RULE, "error", message, remedy)
        elif why := _firm(every[str(name)]):
            yield Problem(_place(name), RULE, "error", f"“{name}” cannot be waived: {why}.", "Mend what it finds.")


def _firm(rule: object) -> str:
    """Return why a rule cannot be waived, if it cannot."""
    return str(getattr(rule, "FIRM", ""))


def _place(rule: Words) -> Place:
    return rule.place or Place("facts")
