"""What becomes of functions, staff, contracts, records and money when an agreement ends, from what the agreement itself says of it.

In: the facts of an agreement, the schemes that end, and the words of `templates/begun.yaml`. Out: `Leavings`; what the agreement does not
say is a blank.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from section75.facts.base import Blank

if TYPE_CHECKING:
    from collections.abc import Mapping

    from section75.commands.begun_words import BegunWords
    from section75.facts.agreement import Agreement
    from section75.facts.services import Scheme

BLANK: Final = "TBC"


@dataclass(frozen=True, slots=True)
class Leavings:
    """What is left when an agreement, or some schemes of it, end."""

    agreement: Agreement
    schemes: tuple[Scheme, ...]
    words: BegunWords

    @property
    def functions_back(self) -> list[str] | str:
        """The functions that go back, each with the partner to which it goes; a blank where one of them is not described."""
        back = {f.key: f for scheme in self.schemes for f in scheme.delegated if f.of is not scheme.lead}
        if not back or any(isinstance(function.covers, Blank) for function in back.values()):
            return BLANK
        names = [{"partner": str(function.of.short), "thing": str(function.covers)} for function in back.values()]
        return [self.words.say("ending.function", one) for one in names]

    @property
    def staff(self) -> str:
        """What becomes of staff, as a sentence without its stop."""
        return self._said("staff", self.agreement.ending.staff)

    @property
    def contracts(self) -> str:
        """What becomes of contracts."""
        return self._said("contracts", self.agreement.ending.contracts)

    @property
    def records(self) -> str:
        """Who keeps which records."""
        return self._said("records", self.agreement.ending.records)

    @property
    def of_report(self) -> Mapping[str, str]:
        """The same as a report tells it; the words begin as in the middle of a sentence."""
        functions = self.functions_back
        stated = self.agreement.ending
        money = [self._said(name, said) for name, said in (("assets", stated.assets), ("surplus", stated.surplus)) if said]
        back = functions if isinstance(functions, str) else self.words.say("ending.functions", {"thing": "; ".join(functions)})
        return {
            "functions": _capital(back),
            "staff": _capital(self.staff),
            "records": _capital(self._said("records_of_report", stated.records)),
            "money": _capital("; ".join(money)) or BLANK,
            "contracts": _capital(self.contracts),
        }

    def _said(self, name: str, stated: str | None) -> str:
        return self.words.say(f"ending.{name}", {"thing": str(stated)}) if stated else BLANK


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
