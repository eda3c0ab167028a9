"""Houses: the folder of a council's dress, read into plain data.

In: `templates/houses/<council>/`, with the default house beneath. Out: `House` for numbering and the writers, and the `HouseStyle`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.document.house import ALPHA, DECIMAL, House, Scheme
from section75.facts.base import read_model
from section75.facts.house import HouseStyle
from section75.problems import Place, Problem, Refused, one_of

if TYPE_CHECKING:
    from pathlib import Path

    from section75.facts.house import ReportStyle

DEFAULT: Final = "default"
SHELLS: Final = {
    "agreement": "shell-agreement.docx",
    "instrument": "shell-agreement.docx",
    "report": "shell-report.docx",
    "equality": "shell-report.docx",
    "figures": "shell-report.docx",
    "compliance": "shell-report.docx",
    "departures": "shell-report.docx",
    "register": "shell-report.docx",
}


def read_house(root: Path, name: str, asked_at: Place | None = None) -> tuple[House, HouseStyle]:
    """Return a house by the name of its folder; raise `Refused` if there is none, or its file has faults."""
    houses = root / "templates" / "houses"
    folder = houses / name
    known = [path.parent.name for path in houses.glob("*/house.yaml")]
    if name not in known:  # a path would lead to a house elsewhere
        place = asked_at or Place("templates/houses")
        raise Refused([Problem(place, "house", "error", f"There is no house “{name}”.", one_of(name, known))])
    shown = f"templates/houses/{name}/house.yaml"
    beneath = houses / DEFAULT / "house.yaml"
    style = read_model(HouseStyle, folder / "house.yaml", shown, beneath=None if name == DEFAULT else beneath)
    folders = list(dict.fromkeys((houses / DEFAULT, folder)))
    shells = {kind: _nearest(folders, file) for kind, file in SHELLS.items()}
    sheets = tuple(sheet for one in folders if (sheet := one / "print.css").is_file())
    return House(name, scheme_of(style), shells, sheets, houses / DEFAULT / "screen.css"), style


def _nearest(folders: list[Path], file: str) -> Path:
    return next(path for folder in reversed(folders) if (path := folder / file).is_file() or folder is folders[0])


def scheme_of(style: HouseStyle) -> Scheme:
    """Return the numbering that a style asks for."""
    report: ReportStyle = style.report
    section = "" if report.sections == "none" else str(report.sections)
    paragraph = "1." if report.paragraphs == "none" else str(report.paragraphs)
    return Scheme(
        clauses=ALPHA if style.clauses == "alpha" else DECIMAL,
        sections=(section, "" if report.sub_sections == "none" else str(report.sub_sections)),
        section_items=(paragraph, str(report.lists), "(i)"),
        recommendations=(str(report.recommendations), "(a)"),
    )
