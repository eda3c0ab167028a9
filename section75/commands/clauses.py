"""What a verb asks of an agreement as it is drafted and stated: the number of a clause, a period, its name in a sentence.

In: a partnership and the id of a clause, or the name of a period. Out: words and lengths; what is not settled is a blank or left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from section75.document.references import Spot, pieces, targets
from section75.document.tree import Block, Part, Reference
from section75.facts.base import Blank, Day, Period

if TYPE_CHECKING:
    from collections.abc import Sequence

    from section75.facts.agreement import Agreement
    from section75.facts.governance import Earlier
    from section75.project import Partnership


def clause_number(partnership: Partnership, name: str) -> str:
    """Return the number of a clause by its id, 57.1; a blank where the agreement is not executed, since numbers may still move."""
    target = targets(partnership.draft_of_agreement.drafted.document).get(name)
    if target is None or not target.node.number or not isinstance(partnership.agreement.executed_on, Day):
        return "TBC"
    return "".join(piece.words for piece in pieces(target, Spot(Part("body")))).removeprefix("clause ")


def has_clause(partnership: Partnership, name: str) -> bool:
    """Return whether the agreement as drafted has a clause or sub-clause with this id."""
    return name in targets(partnership.draft_of_agreement.drafted.document)


def surviving(partnership: Partnership) -> list[str]:
    """Return the clauses that go on after the end, as the clause on that lists them; none where the agreement is not executed."""
    target = targets(partnership.draft_of_agreement.drafted.document).get("consequences-survival")
    if target is None or not isinstance(target.node, Block) or not isinstance(partnership.agreement.executed_on, Day):
        return []
    return [one.label for item in target.node.children for one in item.content if isinstance(one, Reference)]


def period_known(agreement: Agreement, name: str) -> Period | None:
    """Return a period that the agreement states or the library proposes; nothing where neither does."""
    periods = agreement.periods
    found = None if isinstance(periods, Blank) else getattr(periods, name)
    return found if isinstance(found, Period) else None


def assumed(agreement: Agreement, path: str) -> str:
    """Return why what is stated at a path is only assumed; nothing where it is settled."""
    return next((one.because for one in agreement.assumptions if one.path == path), "")


def named(of: Earlier | None, agreement: Agreement) -> str:
    """Return an agreement as it stands in a sentence: that of the lineage, or else the folder's own."""
    return str(of.title) if of else f"the {agreement.title}"


def listed(items: Sequence[str]) -> str:
    """Return `a, b and c`."""
    return " and ".join(filter(None, (", ".join(items[:-1]), *items[-1:]))) if items else "none"


def spelled(length: Period) -> str:
    """Return a length of time as facts state it.

    >>> spelled(Period(12, "month")), spelled(Period(1, "year"))
    ('12 months', '1 year')
    """
    return f"{length.n} {length.unit}{'s' if length.n > 1 else ''}"
