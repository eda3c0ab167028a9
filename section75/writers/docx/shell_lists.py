"""The lists of a fresh shell, made from a house's scheme: every level is bound to a style.

In: the kind of shell and a Scheme. Out: the numbering part, and the (list, level) of each style.

An empty form makes an invisible level: what stands below it starts afresh after each paragraph of that level's
style, without an instance of the list for each list in the text.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from section75.document.typography import FIXED_SPACE
from section75.writers.docx.xml import DECLARED, HEADER

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from section75.document.house import Scheme

MARGIN: Final = 720
"""Where text stands at the levels whose numbers are at the margin, in twips."""
FIGURES: Final = {"1": "decimal", "a": "lowerLetter", "i": "lowerRoman", "A": "upperLetter"}
SHARED: Final = {
    "Clause1": "Heading1",
    "ScheduleText1": "SchedulePara1",
    "ReportPara1": "Heading3",
    "ListBulletLast": "ListBullet",
    "ListBulletLast2": "ListBullet2",
}
"""Styles that stand at the level of another style; their paragraphs state the list themselves."""


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list as it is written: its style, figure, words, and where number and text stand.

    `plain` makes the number of bold words not bold.
    """

    style: str
    figure: str
    words: str
    left: int = 0
    hanging: int = 0
    plain: bool = False

    def xml(self, place: int) -> str:
        """Return the level; a number without indent is followed by nothing, any other by a tab."""
        follows = "" if self.hanging else '<w:suff w:val="nothing"/>'
        tab = f'<w:tabs><w:tab w:val="num" w:pos="{self.left}"/></w:tabs>' if self.hanging else ""
        plain = '<w:rPr><w:b w:val="0"/></w:rPr>' if self.plain else ""
        return (
            f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{self.figure}"/>'
            f'<w:pStyle w:val="{self.style}"/>{follows}<w:lvlText w:val="{self.words}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr>{tab}<w:ind w:left="{self.left}" w:hanging="{self.hanging}"/></w:pPr>{plain}</w:lvl>'
        )


def level(style: str, form: str, place: int, left: int, hanging: int) -> Level:
    """Return a level whose first number has the form.

    >>> level("Clause3", "1.1.1", 2, 1680, 960).words, level("Clause4", "(a)", 3, 2280, 600).words
    ('%1.%2.%3', '(%4)')
    """
    if not form:
        return Level(style, "none", "", left)
    if form.startswith("1.1"):
        places = range(max(place - form.count("."), 0), place + 1)
        return Level(style, "decimal", ".".join(f"%{one + 1}" for one in places), left, hanging)
    sign = next(character for character in form if character in FIGURES)
    return Level(style, FIGURES[sign], form.replace(sign, f"%{place + 1}", 1), left, hanging)


def run(styles: Sequence[str], forms: Sequence[str], *, first: int = 0, margin: int = 1) -> list[Level]:
    """Return levels from `first` on; the numbers of the first `margin` of them stand at the margin.

    A style for which there is no form gets no level.
    """
    levels, left = [], 0
    for place, (style, form) in enumerate(zip(styles, forms, strict=False)):
        hanging = MARGIN if place < margin else 960 if form.count(".") > 1 else 600
        left = (MARGIN if form else 0) if place < margin else max(left, MARGIN) + hanging
        levels.append(level(style, form, first + place, left, hanging))
    return levels


def _agreement(scheme: Scheme) -> dict[int, list[Level]]:
    schedule = [
        Level("ScheduleHeading", "decimal", f"Schedule{FIXED_SPACE}%1"),
        Level("SchedulePart", "decimal", f"Part{FIXED_SPACE}%2"),
    ]
    paragraphs = ("SchedulePara1", "SchedulePara2", "SchedulePara3", "SchedulePara4")
    clauses = ("Heading1", "Clause2", "Clause3", "Clause4", "Clause5")
    return {
        1: run(clauses, scheme.clauses, margin=2),
        2: schedule + run(paragraphs, scheme.schedules, first=2, margin=2),
        3: run(("Party", "PartyA"), scheme.parties),
        4: run(("Recital", "RecitalA", "RecitalB"), scheme.recitals),
        7: [Level("Definition", "none", "", MARGIN), *_definitions(scheme)],
        8: [replace(one, plain=True) for one in run(("CoverParty",), scheme.parties)],
    }


def _definitions(scheme: Scheme) -> list[Level]:
    return [
        level(style, form, place, MARGIN + 600 * place, 600)
        for place, (style, form) in enumerate(zip(("DefinitionA", "DefinitionB"), scheme.definitions, strict=False), 1)
    ]


def _report(scheme: Scheme) -> dict[int, list[Level]]:
    headings, forms = ["Heading2"], list(scheme.sections[:1])
    if scheme.sections[1:2] not in ((), ("",)):
        headings, forms = [*headings, "Heading3"], [*forms, scheme.sections[1]]
    items = ("ReportPara", "ReportSub", "ReportSubB")
    section = run((*headings, *items), (*forms, *scheme.section_items), margin=len(headings) + 1)
    return {
        5: section,
        6: [Level("RecommendationLead", "none", ""), *run(("Recommendation", "RecommendationA"), scheme.recommendations, first=1)],
        7: [Level("Definition", "none", ""), *_definitions(scheme)],
    }


def lists(kind: str, scheme: Scheme) -> dict[int, list[Level]]:
    """Return the lists of a kind of shell, by number."""
    own = _agreement(scheme) if kind == "agreement" else _report(scheme)
    bullets = [Level(style, "bullet", "•", left, 360) for style, left in (("ListBullet", 1080), ("ListBullet2", 1680))]
    plain = run(("ListNumber", "ListNumber2", "ListNumber3"), ("1.", "(a)", "(i)"))
    return own | {9: bullets, 10: plain}


def numbers(made: dict[int, list[Level]]) -> dict[str, tuple[int, int]]:
    """Return the (list, level) of each style."""
    found = {one.style: (number, place) for number, levels in made.items() for place, one in enumerate(levels)}
    shared = {style: found[other] for style, other in SHARED.items() if other in found}
    return found | shared


def part(made: dict[int, list[Level]]) -> str:
    """Return the numbering part."""
    kinds = "".join(_list(number, levels) for number, levels in made.items())
    instances = "".join(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>' for number in made)
    return f"{HEADER}<w:numbering {DECLARED}>{kinds}{instances}</w:numbering>"


def _list(number: int, levels: Iterable[Level]) -> str:
    written = "".join(one.xml(place) for place, one in enumerate(levels))
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="75000{number:03d}"/>'
        f'<w:multiLevelType w:val="multilevel"/>{written}</w:abstractNum>'
    )
