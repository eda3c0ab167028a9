"""One fact is stated once: changed, it is new in the agreement, in a schedule, in the report and in the equality draft, and old nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import pytest
from whole import LANCASHIRE, PAPERS, ROOT, copy_of

from section75.document.index import walk
from section75.document.tree import plain
from section75.project import Project

if TYPE_CHECKING:
    from pathlib import Path


PLACES = ("body", "schedules", "report", "equality")


@dataclass(frozen=True)
class Change:
    """Lines of the facts as they stand and as they are to be, and the printed forms of the new and the old value."""

    fact: str
    lines: dict[str, str]
    new_forms: tuple[str, ...]
    old_forms: tuple[str, ...]
    places: tuple[str, ...] = PLACES


CHANGES = (
    Change(
        "the split",
        {"split: {council: 50 %, ccgs: 50 %}": "split: {council: 60 %, ccgs: 40 %}"},
        ("60:40", "60%", "40%"),
        ("50:50", "50%", "50 %", "in equal shares", "half and half"),
    ),
    Change(
        "a partner's name",
        {
            "NHS Chorley and South Ribble Clinical Commissioning Group": "NHS Ribble Valley Clinical Commissioning Group",
            "short: Chorley and South Ribble CCG": "short: Ribble Valley CCG",
        },
        ("NHS Ribble Valley Clinical Commissioning Group", "Ribble Valley CCG"),
        ("Chorley",),
    ),
    Change("a date", {"when: November 2014": "when: December 2014"}, ("December 2014",), ("November 2014",)),
    Change("the spend", {"spend: £6.2m": "spend: £7.4m"}, ("£7.4m", "£7,400,000"), ("£6.2", "£6,200,000", "6.2 million")),
    Change(
        "the commencement",
        {"commencement: TBC": "commencement: 1 April 2018"},
        ("1 April 2018",),
        ("[● the commencement date]",),
        places=("body", "report", "equality"),  # a schedule says “the Commencement Date”, which the body defines
    ),
)


@cache
def places(root: Path) -> dict[str, str]:
    """Return what the papers of a project say, by place; the report and the equality draft are each one place."""
    partnership = Project(root).read(LANCASHIRE)
    agreement, report, equality = (partnership.draft(paper).drafted.document for paper in PAPERS)
    said = {"body": "", "schedules": "", "cover": "", "report": "", "equality": ""}
    for name, document in (("agreement", agreement), ("report", report), ("equality", equality)):
        for part, block, _ in walk(document):
            place = {"schedule": "schedules", "cover": "cover", "strip": "cover"}.get(part.kind, "body") if name == "agreement" else name
            words = "\n".join(plain(content) for content in ((block or part).heading, block.content if block else ()))
            said[place] += f"{words}\n"
    return said


def changed(folder: Path, change: Change) -> Path:
    copy_of(folder, ROOT / "agreements" / LANCASHIRE)
    facts = folder / "agreements" / LANCASHIRE / "agreement.yaml"
    text = facts.read_text(encoding="utf-8")
    for before, after in change.lines.items():
        assert text.count(f"{before}\n") == 1, "the fact is stated once"
        text = text.replace(f"{before}\n", f"{after}\n")
    facts.write_text(text, encoding="utf-8")
    return folder


@pytest.mark.thorough
@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.fact)
def test_a_fact_changed_once_is_new_everywhere_and_old_nowhere(change, tmp_path):
    before, now = places(ROOT), places(changed(tmp_path, change))
    assert any(form in said for said in before.values() for form in change.old_forms)
    assert [place for place in change.places if not any(form in now[place] for form in change.new_forms)] == []
    assert [(place, form) for place, said in now.items() for form in change.old_forms if form in said] == []
