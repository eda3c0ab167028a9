"""Sound inputs to begin with, for each target.

In: nothing. Out: bytes.
"""

from __future__ import annotations

from typing import Final

from cases import CASES, ROOT
from returning import Hand, sent_file

from section75.pictures.svg import Frame, box, picture, text
from section75.pictures.svg import Hand as Written

RIVER: Final = CASES / "good" / "river" / "agreements" / "river"


def _drawn() -> bytes:
    return picture(40, "Title", "Told", [box(Frame(1, 2, 30, 20)), text("Words & more", 2, 12, Written(bold=True))]).encode()


SEEDS: Final = {
    "facts": lambda: [(RIVER / "agreement.yaml").read_bytes()],
    "report": lambda: [path.read_bytes() for path in sorted((RIVER / "reports").glob("*.yaml"))],
    "house": lambda: [path.read_bytes() for path in sorted((ROOT / "templates" / "houses").glob("*/house.yaml"))],
    "clause": lambda: [path.read_bytes() for path in sorted((ROOT / "templates" / "clauses").glob("*.md"))[::8]],
    "record": lambda: [b"---\ntitle: T\nkind: agreement\n---\n\n# Operative {.operative}\n\n## 1. Clause {#a}\n\n1.1 Words.\n"],
    "word": lambda: [sent_file(), Hand().replace("The Partners must pool", "21", "77", tracked=True).data()],
    "shell": lambda: [(ROOT / "templates" / "houses" / "default" / "shell-agreement.docx").read_bytes()],
    "picture": lambda: [_drawn()],
}
