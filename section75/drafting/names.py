"""The names that a text may use: every field of the facts, what follows from them, and the law at their date.

In: an agreement, and the dated words of the law. Out: the mapping that templates are rendered with; maps read as lists. And, without any
facts: what each text may speak of where it stands, by which templates are checked before there is anything to render them with.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from section75.facts.agreement import Agreement
from section75.facts.compliance import Compliance, Group
from section75.facts.contributions import Accounts
from section75.facts.decision_dates import DecisionDates
from section75.facts.departures import Departure, Departures
from section75.facts.equality import EqualityAnalysis
from section75.facts.figures import Figures
from section75.facts.law import Law, Roles
from section75.facts.parent import Parent
from section75.facts.report import Report
from section75.facts.standing import Listing
from section75.facts.statements import Statement
from section75.text.kinds import ANY, NUMBER, WORDS, Kinds, Named, listed
from section75.text.kinds import fields_of as kinds_of_fields

if TYPE_CHECKING:
    from collections.abc import Iterable

    from section75.facts.base import Fact
    from section75.facts.instrument import Instrument

Stand = Literal[
    "agreement", "report", "equality", "instrument", "figures", "compliance", "regulation", "departures", "departure", "register", "strip"
]  # fmt: skip
"""Where a text stands: in an agreement, a section of a report, an equality analysis, an instrument, a pool manager's figures, a statement
of compliance, what that says of one regulation, the departures from the model wording, one of them, the register, any head."""


def names_of(agreement: Agreement, roles: Roles) -> dict[str, object]:
    """Return the names for an agreement's own texts."""
    return {
        **fields_of(agreement),
        "resources": agreement.given,
        "insurance": agreement.covered,
        "arrangement": agreement.arrangement,
        "money": Accounts(agreement),
        "law": Law(roles, agreement.law_as_at),
    }


def names_of_instrument(agreement: Agreement, instrument: Instrument, roles: Roles) -> dict[str, object]:
    """Return the names for the texts of an instrument."""
    return {**names_of(agreement, roles), "instrument": instrument, "parent": Parent(agreement, instrument)}


def names_of_figures(statement: Statement, roles: Roles) -> dict[str, object]:
    """Return the names for the text of a pool manager's report or annual return."""
    return {**names_of(statement.agreement, roles), "figures": statement.figures, "statement": statement}


def fields_of(fact: Fact) -> dict[str, object]:
    """Return the fields of a fact by name; a map gives the things in it."""
    return {name: _listed(getattr(fact, name)) for name in type(fact).model_fields}


def _listed(value: object) -> object:
    return tuple(value.values()) if isinstance(value, Mapping) else value


# ------------------------------------------------------------------ without facts


def kinds_of_names(roles: Roles | None) -> dict[str, Kinds]:
    """Return the kinds of the names that every text may use: the twin of `names_of`. Where the words of the law have faults any will do."""
    agreement = kinds_of_fields(Agreement)
    own = {name: agreement[name] for name in Agreement.model_fields}
    law: Kinds = ANY if roles is None else frozenset({Named("law", frozenset(roles))})
    derived = {"resources": agreement["given"], "insurance": agreement["covered"], "arrangement": agreement["arrangement"]}
    return {**own, **derived, "money": frozenset({Accounts}), "law": law}


def kinds_for(stand: Stand, roles: Roles | None) -> dict[str, Kinds]:
    """Return the kinds of the names that a text of one stand may use."""
    return {**({} if stand in ALONE else kinds_of_names(roles)), **_ADDED[stand]}


def kinds_of_instruments(models: Iterable[type[Instrument]]) -> dict[str, Kinds]:
    """Return the kinds of what a text calls `instrument`, where it serves instruments of these models."""
    return {"instrument": frozenset(models)}


_REPORT: Kinds = frozenset({Report})
_STATEMENT: Kinds = frozenset({Compliance})
_OPEN: Kinds = listed(frozenset({Named("blank", frozenset({"label", "where", "target"}))}))
ALONE: tuple[Stand, ...] = ("register",)
"""Texts that speak of no one agreement."""
_ADDED: dict[Stand, dict[str, Kinds]] = {
    "agreement": {"surviving": listed(frozenset({Named("clause", frozenset({"id"}))}))},
    "report": {"report": _REPORT, "mood": WORDS, "dates": frozenset({DecisionDates}), "statement": _STATEMENT},
    "equality": {"report": _REPORT, "equality": frozenset({EqualityAnalysis})},
    "instrument": {"parent": frozenset({Parent})},
    "figures": {"figures": frozenset({Figures}), "statement": frozenset({Statement})},
    "compliance": {"statement": _STATEMENT},
    "regulation": {"statement": _STATEMENT, "group": frozenset({Group})},
    "departures": {"departures": frozenset({Departures})},
    "departure": {"departure": frozenset({Departure})},
    "register": {"register": frozenset({Listing})},
    "strip": {"kind": WORDS, "blanks": NUMBER, "assumptions": NUMBER, "notes": NUMBER, "open": _OPEN},
}
