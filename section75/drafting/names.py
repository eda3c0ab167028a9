"""The names that a text may use: every field of the facts, what follows from them, and the law at their date.

In: an agreement, and the dated words of the law. Out: the mapping that templates are rendered with; maps read as lists.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from section75.facts.law import Law, Roles

if TYPE_CHECKING:
    from section75.facts.agreement import Agreement
    from section75.facts.base import Fact


def names_of(agreement: Agreement, roles: Roles) -> dict[str, object]:
    """Return the names for an agreement's own texts."""
    return {
        **fields_of(agreement),
        "resources": agreement.given,
        "insurance": agreement.covered,
        "arrangement": agreement.arrangement,
        "law": Law(roles, agreement.law_as_at),
    }


def fields_of(fact: Fact) -> dict[str, object]:
    """Return the fields of a fact by name; a map gives the things in it."""
    return {name: _listed(getattr(fact, name)) for name in type(fact).model_fields}


def _listed(value: object) -> object:
    return tuple(value.values()) if isinstance(value, Mapping) else value
