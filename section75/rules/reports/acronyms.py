"""An acronym is written out with it in brackets, or it in brackets after it, once in the paper.

Lancashire’s report of 2017 uses LCC and LCFT and never says what they are; Kent’s of 2012 does so with FACS and HONOS.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules.mutations import IN_SECTION, Mutation, section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Subject

ID: Final = "acronyms"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "Plain English: an acronym is written out where it is first used (WCAG 2.2, success criterion 3.1.4)."
PASSES: Final = ("# Staff {#staff}\n\nThe Hillshire Care Foundation Trust (HCFT) employs them. HCFT agreed.\n",)
FAILS: Final = ("# Staff {#staff}\n\nThey work within HCFT.\n",)
MUTATIONS: Final = (Mutation(section("The team works within HCFT."), IN_SECTION, paper="report"),)

USED: Final = re.compile(r"(?<![\w@./’'])([A-Z]{2,6})s?(?![\w@/]|\.[A-Za-z])")
KNOWN: Final = frozenset(
    ["NHS", "UK", "EU", "VAT", "HM", "OK", "PDF", "MP", "TBC", "DRAFT", "II", "III", "IV", "VI", "VII", "VIII", "IX", "XI"]
)
"""Acronyms that are words by now, and numbers."""


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each acronym once, where it is first used, if the paper never writes it out."""
    if subject.document.kind != "report" or (subject.report and subject.document.title != subject.report.title):
        return  # the record of the decision and the notice repeat what the report has written out
    paragraphs = subject.said
    every = "\n".join(said.words for said in paragraphs)
    seen: set[str] = set()
    for said in paragraphs:
        if said.words.isupper():
            continue
        for acronym in USED.findall(re.sub(r"\[● [^\]]*\]", "", said.words)):
            if acronym in KNOWN or acronym in seen or acronym.casefold() in every.split():
                continue
            seen.add(acronym)
            if not _written_out(acronym, every):
                yield Problem(
                    said.place, ID, LEVEL, f"“{acronym}” is never written out.", f"Write it out at first use, with ({acronym}) after it."
                )


def _written_out(acronym: str, every: str) -> bool:
    """Return whether the acronym stands in brackets after its words, or its words in brackets after it."""
    return bool(re.search(rf"\([“\"‘']?(?:the |or )?[“\"‘']?{acronym}s?\b|\b{acronym}s? \([A-Za-z][^)]{{5,}}\)", every))
