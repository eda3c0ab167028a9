"""What holds of a fund or scheme that states no list of steps, because the agreement's clauses or other facts say it.

In: a fund, or a scheme. Out: steps; none where nothing is said, so that nobody bears the amount.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from section75.facts.base import Blank, Words
from section75.facts.sharing import Borne, Sharing
from section75.facts.steps.bear import Bear
from section75.facts.steps.share import ShareOut

if TYPE_CHECKING:
    from section75.facts.finance import Fund
    from section75.facts.services import Placements, Scheme
    from section75.facts.step import Step


def steps_of_fund(fund: Fund, which: str) -> tuple[Step, ...]:
    """Return the steps of a fund; aligned money stays with the partner whose it is (the clauses on overspends and underspends)."""
    stated = fund.overspend if which == "overspend" else fund.underspend
    return stated or ((Bear(bear=Words("each")),) if fund.kind == "aligned" else ())


def steps_of_scheme(scheme: Scheme, which: str) -> tuple[Step, ...]:
    """Return the steps of a scheme that departs from its fund, or that its placements settle."""
    stated = scheme.overspend if which == "overspend" else scheme.underspend
    return stated or (_of_placements(scheme.placements, which) if scheme.placements else ())


def _of_placements(placements: Placements, which: str) -> tuple[Step, ...]:
    """Return what the clauses say of shared placements: the cost is split, and what a partner has not spent stays its own."""
    if isinstance(placements.split, Blank):
        return ()
    portions = tuple(Borne(portion.bearer, portion.share) for portion in placements.split)
    return (ShareOut(share=Sharing(Words("named"), portions)),) if which == "overspend" else (Bear(bear=Words("each")),)
