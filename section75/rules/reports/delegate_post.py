"""The post to which a recommendation leaves something is one that there is: the facts or the house know it, or its holder is stated.

Cambridgeshire in 2012 left the signing to a Cabinet Member whom the front of its report names; six limbs of Enfield’s leave things to posts
that its constitution lists. A post that was renamed last year can decide nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from section75.facts.base import Fact
from section75.problems import Problem
from section75.rules.mutations import Mutation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.facts.report import Report
    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "delegate-post"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = (
    "Local Government Act 2000, section 9E, and Local Government Act 1972, section 101: functions are delegated to an officer or "
    "member, and so to a post that somebody holds."
)
PASSES: Final = (
    """\
report:
  members: [{name: Sam Roe, portfolio: Adult Social Care}]
  recommendations: [{verb: Delegate, words: to agree and sign the agreement, delegate: Cabinet Member for Adult Social Care}]
""",
    """\
report:
  recommendations: [{verb: Delegate, words: to agree and sign the agreement, delegate: Director of Adult Social Care}]
""",
    """\
report:
  recommendations: [{verb: Delegate, words: to vary it within the year, delegate: Executive Director for People, held_by: Sam Roe}]
""",
)
FAILS: Final = (
    """\
report:
  recommendations: [{verb: Delegate, words: to agree and sign the agreement, delegate: Cabinet Member for Adult Social Care}]
""",
    """\
report:
  recommendations:
    - {verb: Delegate, words: to vary it within the year, delegate: [Director of Adult Social Care, Executive Director for People]}
""",
)
MUTATIONS: Final = (
    Mutation({"report.recommendations.1.delegate": "Executive Director for People"}, "report.recommendations.1.delegate", paper="report"),
)
REMEDY: Final = "State it as a post of a partner or under “posts” of the house, or name who holds it under “held_by”."


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each delegate that is named nowhere else, where no holder is stated."""
    for report in facts.reports.values():
        known = {_plain(words) for words in _known(facts, report)}
        for limb in report.recommendations:
            for delegate in limb.delegate:
                if _plain(delegate) not in known and not limb.held_by:
                    place = delegate.place or limb.place("delegate")
                    yield Problem(place, ID, LEVEL, f"No post “{delegate}” is known to the facts or to the house.", REMEDY)


def _known(facts: Facts, report: Report) -> Iterator[str]:
    """Yield everything that the facts say in one value, the recommendations apart: a post is known if it is one of them."""
    for name in type(report).model_fields:
        if name not in ("recommendations", "decided"):
            yield from _leaves(getattr(report, name))
    yield from _leaves(facts.agreement)
    yield from (f"Cabinet Member for {member.portfolio}" for member in report.members if member.portfolio)
    if style := facts.houses.get(str(report.house)):
        yield from map(str, style.posts)


def _leaves(value: object) -> Iterator[str]:
    """Yield the words in facts, however deep they stand."""
    if isinstance(value, str):
        yield str(value)
    elif isinstance(value, Fact):
        for name in type(value).model_fields:
            yield from _leaves(getattr(value, name))
    elif isinstance(value, Mapping | tuple):
        for one in value.values() if isinstance(value, Mapping) else value:
            yield from _leaves(one)


def _plain(post: str) -> str:
    """Return a post as it is compared.

    >>> _plain("Head of Service  – People & Places"), _plain("the Cabinet Member")
    ('head of service people and places', 'cabinet member')
    """
    return " ".join(re.findall(r"[\w’']+", post.casefold().replace("&", " and "))).removeprefix("the ")
