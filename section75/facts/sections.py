"""Which sections each kind of decision needs, may have, and never prints: what `templates/reports/kinds.yaml` may say.

In: that file. Out: `SectionRule`s by section, in order. A section of which it says nothing is printed wherever a house asks for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from section75.facts.base import Blank, read_model
from section75.facts.section_rules import SectionRules

if TYPE_CHECKING:
    from pathlib import Path

    from section75.facts.agreement import Agreement
    from section75.facts.report import Report
    from section75.facts.section_rules import SectionRule

FILE = "templates/reports/kinds.yaml"


def read_section_rules(root: Path) -> Mapping[str, SectionRule]:
    """Return the rule of each section by its name; raise `Refused` where the file has faults."""
    return {str(name): rule for name, rule in read_model(SectionRules, root / FILE, FILE).sections.items()}


def needed(rule: SectionRule, report: Report, agreement: Agreement) -> bool:
    """Return whether the decision must have the section; an overlay is needed where the report has its facts."""
    if rule.overlay:
        return stated(rule, report, agreement)
    return report.kind in rule.needs and not (report.urgency is not None and rule.urgent != "needs")


def barred(rule: SectionRule, report: Report) -> bool:
    """Return whether the decision never has the section."""
    return report.kind in rule.never or (report.urgency is not None and rule.urgent == "never")


def stated(rule: SectionRule, report: Report, agreement: Agreement) -> bool:
    """Return whether any of the facts that the section tells is there; a section that asks for none always has them."""
    holders = {"report": report, "agreement": agreement}
    return not rule.facts or any(not _empty(_taken(holders, str(path))) for path in rule.facts)


def _taken(holders: Mapping[str, object], path: str) -> object:
    first, *rest = path.split(".")
    value: object = holders[first]
    for name in rest:
        value = tuple(value.values()) if isinstance(value, Mapping) else value
        if isinstance(value, tuple):
            value = tuple(one for one in (getattr(each, name) for each in value) if not _empty(one))
        elif value is not None:
            value = getattr(value, name)
    return value


def _empty(value: object) -> bool:
    return value is None or isinstance(value, Blank) or (isinstance(value, tuple | Mapping) and not value)
