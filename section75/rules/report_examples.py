"""Lawful reports of other kinds than the one with every fact stated, for the mutations of rules of reports.

In: nothing. Out: edits, as `Mutation` has them under `lawful`.
"""

from __future__ import annotations

from typing import Final

from section75.rules.mutations import section

NOT_KEY: Final[dict[str, str | None]] = {
    "report.key_decision": "{is_key: no, because: it moves no money}",
    "report.notice.reason": None,
    "report.options": (
        "[{name: Make the agreement, advantages: [one assessment], disadvantages: [none], cost: none, recommended: yes}, "
        "{name: Do nothing, advantages: [none], disadvantages: [two assessments], cost: none, rejected_because: nothing would change}]"
    ),
    "report.budget_effect": None,
    "contributions.2026/27.reablement": "{council: 120000, icb: 120000}",
    "funds.reablement.reserve": "50000",
}
"""A report on so little money that its decision is not key."""
EXEMPT: Final[dict[str, str | None]] = {
    "report.appendices": (
        "[{label: A, title: Equality analysis, equality: yes}, "
        "{label: B, title: Prices, exempt: yes, paragraph: 3, public_interest: disclosure would harm its talks}]"
    ),
    "report.private": "{notice: 6 January 2026, second_notice: 27 January 2026, reasons: prices are discussed}",
    **section("Appendix B has the prices."),
}
"""A report with an appendix that is kept from the public."""
