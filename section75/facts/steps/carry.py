"""Carry: money left stays in the fund for the next year."""

from typing import Annotated, ClassVar

from section75.facts.base import Choice, Line, Words
from section75.facts.step import Step
from section75.facts.taking import Case, Taking


class Carry(Step):
    """Carry it forward."""

    verb: ClassVar[str] = "carry"
    serves: ClassVar[tuple[str, ...]] = ("underspend",)

    carry: Line
    """Where to, in words: the next Financial Year of the fund."""
    use: Annotated[Words, Choice("any", "non-recurrent")] = Words("any")
    """Whether it may be used for anything the fund may, or only once, for what does not go on."""

    def take(self, case: Case) -> Taking:
        """Keep it where it is."""
        kept = case.of_fund or case.scheme
        return Taking(case.named("fund", kept.key, kept.name, case.room(self)) if kept else ())
