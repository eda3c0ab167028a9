"""Pages as pictures: a few pages of short cuts of real papers, and how far two pictures of a page are apart.

In: nothing. Out: the pages that are kept, each drawn by poppler in greys at a low resolution, and what differs from what is kept.

A paper is cut to the parts that its pages show, so that it is laid out in seconds and a change elsewhere does not move them.
"""

from __future__ import annotations

import subprocess
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image, ImageChops, ImageFilter, ImageOps
from pypdf import PdfReader
from redline_sample import REDLINE
from samples import HOUSE
from whole import NORTHSHIRE, drafted

from section75.writers import pdf

if TYPE_CHECKING:
    from pathlib import Path

    from section75.document.house import House
    from section75.document.tree import Document, Part

DOTS = 45
"""Dots an inch: lines of text are seen, letters hardly."""
DARKER = 60
"""Of 255 greys: by so much a dot differs that a reader would see another mark there."""
MEAN = 1.5
SHARE = 0.004
"""How far apart two pictures of one page may be: the mean of greys, and the share of dots that differ. A line that moves
is more than that; letters smoothed by another version of poppler are less."""
FRONT = ("strip", "cover", "parties", "background", "execution")


@dataclass(frozen=True, slots=True)
class Cut:
    """A paper and what is kept of it: how many clauses, which schedules; of a report how many blocks."""

    name: str
    paper: str
    clauses: int = 0
    schedules: tuple[str, ...] = ()

    def document(self) -> tuple[Document, House]:
        """Return the cut."""
        if not self.name:
            return REDLINE, HOUSE
        made = drafted(self.name, self.paper)
        parts = tuple(self._cut(part) for part in made.drafted.document.parts if self._keeps(part))
        return replace(made.drafted.document, parts=parts), made.house

    def _keeps(self, part: Part) -> bool:
        return part.kind in ("strip", "body", "operative") or part.kind in FRONT or part.id in self.schedules

    def _cut(self, part: Part) -> Part:
        kept = {"operative": self.clauses, "body": 6}.get(part.kind, len(part.children))
        return replace(part, children=part.children[:kept])


KENT = Cut("kent-kmpt-mental-health", "agreement", clauses=2)
BETTER_CARE = Cut(NORTHSHIRE, "agreement", clauses=5, schedules=("schedule-contributions",))
DEED = Cut(NORTHSHIRE, "instruments/2026-09-29-variation", clauses=99)
MARKED = Cut("", "redline")
REPORTS = {
    "cambridgeshire": "cambridgeshire-older-people-occupational-therapy reports/2012-04-17-cabinet",
    "kent": "kent-kmpt-mental-health reports/2012-07-12-cabinet-committee",
    "lancashire": "lancashire-mental-health-rehabilitation reports/2017-07-13-cabinet",
    "northshire": f"{NORTHSHIRE} reports/2026-03-10-cabinet",
    "warwickshire": "warwickshire-cwpt-mental-health reports/2018-02-15-cabinet",
}
PAGES: dict[str, tuple[Cut, str]] = {
    "kent-cover": (KENT, ""),
    "kent-blanks": (KENT, "Background"),
    "kent-notes": (KENT, "Drafting note 2."),
    "kent-execution": (KENT, "by two authorised officers"),
    "northshire-contents": (BETTER_CARE, "Contents"),
    "northshire-clauses": (BETTER_CARE, "Agreed terms"),
    "northshire-money": (BETTER_CARE, "these sums are indicative"),
    "northshire-execution": (BETTER_CARE, "Executed as a deed"),
    "northshire-deed": (DEED, ""),
    "redline": (MARKED, "Parties"),
    "redline-money": (MARKED, "£9,640,000"),
    **{f"{house}-report": (Cut(*paper.split()), "") for house, paper in REPORTS.items()},
}
"""The pages by their names: of which cut, and the words that stand on the page; without words it is the first."""


@cache
def printed(cut: Cut) -> bytes:
    """Return a cut as PDF, laid out once."""
    return pdf.write(*cut.document())


@cache
def texts(cut: Cut) -> tuple[str, ...]:
    """Return the words of each page of a cut."""
    return tuple(page.extract_text() for page in PdfReader(BytesIO(printed(cut))).pages)


def picture(name: str) -> Image.Image:
    """Return a page as poppler draws it."""
    cut, words = PAGES[name]
    page = next(number for number, text in enumerate(texts(cut), 1) if words in text and (words == "Contents" or "Contents\n" not in text))
    command = ["pdftoppm", "-r", str(DOTS), "-gray", "-png", "-f", str(page), "-singlefile", "-"]
    drawn = subprocess.run(command, input=printed(cut), capture_output=True, check=True).stdout
    return Image.open(BytesIO(drawn)).convert("L")


def difference(kept: Image.Image, now: Image.Image) -> tuple[str, Image.Image]:
    """Return in words how far two pictures are apart, nothing if they are one page, and a picture of where."""
    if kept.size != now.size:
        return f"The page is {now.size}, not {kept.size} dots.", now
    smooth = ImageFilter.GaussianBlur(0.7)
    apart = ImageChops.difference(kept.filter(smooth), now.filter(smooth))
    counts = apart.histogram()
    dots = sum(counts)
    mean = sum(grey * count for grey, count in enumerate(counts)) / dots
    share = sum(counts[DARKER:]) / dots
    told = f"The greys differ by {mean:.2f} in the mean ({MEAN} may be), {share:.2%} of the dots visibly ({SHARE:.2%} may be)."
    return told if mean > MEAN or share > SHARE else "", ImageOps.invert(apart)


def save(image: Image.Image, path: Path) -> Path:
    """Keep a picture."""
    path.parent.mkdir(parents=True, exist_ok=True)
    image.save(path, optimize=True)
    return path
