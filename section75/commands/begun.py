"""What a new agreement states before anyone has filled it in: its kind, its two partners, and what its arrangement calls for.

In: the answers of the newcomer. Out: the fields of `agreement.yaml`, none of them guessed: who, what and how was asked; all else is blank.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from section75.facts.partners import COUNCILS, NHS_BODIES

if TYPE_CHECKING:
    from section75.facts.skeleton import Stated

KINDS: Final = ("agreement", "framework", "memorandum")
ARRANGEMENTS: Final = ("pooled", "aligned", "lead commissioning", "integrated provision", "secondment", "section 113")
FUNDS: Final = ("pooled", "aligned")
"""The arrangements with a fund, to which the partners contribute."""
SIDES: Final = ("council", "nhs")
TITLES: Final = {"agreement": "Agreement for", "framework": "Framework agreement for", "memorandum": "Memorandum of understanding for"}
KEYS: Final = {"integrated care board": "icb", "nhs trust": "trust", "nhs foundation trust": "trust", "clinical commissioning group": "ccg"}
SHORT: Final = {"icb": "the ICB", "trust": "the Trust", "ccg": "the CCG", "nhs": "the NHS Body"}


@dataclass(frozen=True, slots=True)
class Answers:
    """What a newcomer has said of an agreement."""

    kind: str
    arrangements: tuple[str, ...]
    service: str
    council: str
    council_type: str
    nhs: str
    nhs_type: str
    lead: str
    year: str = ""
    title: str = ""
    form: str = "under hand"

    @property
    def nhs_key(self) -> str:
        """The key of the NHS body."""
        return KEYS.get(self.nhs_type, "nhs")

    @property
    def leading(self) -> str:
        """The key of the partner that leads the service."""
        return "council" if self.lead == "council" else self.nhs_key

    @property
    def other(self) -> str:
        """The key of the other partner."""
        return self.nhs_key if self.lead == "council" else "council"


def facts_of(answers: Answers) -> dict[str, Stated]:
    """Return the fields of the agreement."""
    stated: dict[str, Stated] = {
        "title": answers.title or f"{TITLES[answers.kind]} {answers.service}",
        "kind": answers.kind,
        "form": answers.form,
        "partners": {
            "council": {"name": answers.council, "short": "the Council", "type": answers.council_type},
            answers.nhs_key: {"name": answers.nhs, "short": SHORT[answers.nhs_key], "type": answers.nhs_type},
        },
        "functions": _functions(answers),
        "funds": _funds(answers),
        "schemes": {"service": _scheme(answers)},
        "contributions": {answers.year: {"service": {answers.leading: "TBC", answers.other: "TBC"}}} if answers.year else "",
        "staff": _staff(answers),
    }
    return {name: value for name, value in stated.items() if value}


def _exercises(answers: Answers) -> bool:
    """Whether the lead exercises a function of the other partner."""
    return bool({"lead commissioning", "integrated provision"} & set(answers.arrangements))


def _functions(answers: Answers) -> Stated:
    owners = (answers.other, answers.leading) if _exercises(answers) else (answers.leading, answers.other)
    return {f"{owner}_function": {"of": owner} for owner in owners}


def _funds(answers: Answers) -> Stated:
    kind = next((one for one in FUNDS if one in answers.arrangements), "")
    return {"fund": {"name": f"{kind.capitalize()} Fund", "kind": kind, "host": answers.leading}} if kind else {}


def _scheme(answers: Answers) -> Stated:
    modes = {"lead commissioning": "commissions", "integrated provision": "provides"}
    asked = [mode for arrangement, mode in modes.items() if arrangement in answers.arrangements]
    stated: dict[str, Stated] = {
        "name": answers.service,
        "fund": "fund" if _funds(answers) else "",
        "lead": answers.leading,
        "mode": "both" if len(asked) > 1 else "".join(asked),
        "functions": list(dict.fromkeys(_functions(answers))),
        "delegated": [f"{answers.other}_function"] if _exercises(answers) else "",
    }
    return {name: value for name, value in stated.items() if value}


def _staff(answers: Answers) -> Stated:
    hows = [how for how in ("secondment", "section 113") if how in answers.arrangements]
    return {how.replace(" ", "_"): {"how": how, "of": answers.other, "to": answers.leading} for how in hows}


TYPES: Final = {"council": COUNCILS, "nhs": NHS_BODIES}
"""What each side may be in law."""
