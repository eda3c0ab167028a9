"""Every appendix that a report cites is listed, every one listed is cited, and none is skipped.

Kent’s report of 2012 cites appendices 3 and 4; appendices 1 and 2 are never spoken of, and there is no list of them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules.mutations import IN_SECTION, Mutation, section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level, Place
    from section75.rules import Subject

ID: Final = "appendices"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = (
    "Local Government Act 1972, section 100B: reports are open with what is attached to them; a reader must know what that is."
)
PASSES: Final = (
    """\
report:
  appendices: [{label: A, title: Background}, {label: B, title: The agreement}]
---
# Background {#b}

Appendix A has more, and Appendix 'B' the agreement.
""",
)
FAILS: Final = (
    """\
report:
  appendices: [{label: A, title: Background}]
---
# Background {#b}

Appendix A has more, and Appendix B the agreement.
""",
    """\
report:
  appendices: [{label: 3, title: Presentation}, {label: 4, title: Business plan}]
---
# Background {#b}

Appendices 3 and 4 have more.
""",
    """\
report:
  appendices: [{label: A, title: Background}, {label: B, title: The agreement}]
---
# Background {#b}

Appendix A has more.
""",
)
MUTATIONS: Final = (Mutation(section("Appendix B has more."), IN_SECTION, paper="report"),)

LABEL: Final = r"['‘’“”\"]?(?:[A-Z]|[0-9]{1,2})(?![A-Za-z0-9])['‘’“”\"]?"
CITED: Final = re.compile(rf"\bAppendi(?:x|ces) ({LABEL}(?:(?:, | and |, and | or | to )(?:Appendix )?{LABEL})*)", re.IGNORECASE)
LONE: Final = re.compile(r"[A-Z0-9]+")


def check(subject: Subject) -> Iterator[Problem]:
    """Yield appendices cited and not listed, listed and not cited, and gaps."""
    if subject.report is None:
        return
    listed = {appendix.label: appendix for appendix in subject.report.appendices}
    cited: dict[str, Place] = {}
    for said in subject.said:
        for words in CITED.findall(said.words):
            for label in LONE.findall(re.sub(r" (?:and|or|to) |Appendix", " ", words)):
                cited.setdefault(label, said.place)
    for label, place in cited.items():
        if label not in listed:
            yield Problem(place, ID, LEVEL, f"Appendix {label} is cited and is not among the appendices.", "List it, or correct its label.")
    for label, appendix in listed.items():
        if label not in cited and LABELLED.fullmatch(label):
            yield Problem(appendix.place("label"), ID, LEVEL, f"Appendix {label} is listed and never cited.", "Cite it, or take it out.")
    for label in _skipped([label for label in listed if LABELLED.fullmatch(label)]):
        place = subject.report.place("appendices")
        message = f"There are appendices after Appendix {label}, and no Appendix {label}."
        yield Problem(place, ID, LEVEL, message, "List it, or letter the others anew.")


LABELLED: Final = re.compile(r"[A-Z]|[0-9]{1,2}")


def _skipped(labels: list[str]) -> list[str]:
    """Return the letters or numbers that come before the last one listed and are not."""
    if labels and all(label.isdigit() for label in labels):
        return [str(number) for number in range(1, max(map(int, labels))) if str(number) not in labels]
    if labels and all(label.isalpha() for label in labels):
        return [chr(code) for code in range(ord("A"), ord(max(labels))) if chr(code) not in labels]
    return []
