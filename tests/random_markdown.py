"""A random agreement drafted, judged, and written as Markdown, in this process.

In: the YAML of an agreement. Out: what became of it: `drafted`, or `refused` with problems; `differs` or `lost` is a broken promise.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import mkdtemp

from cases import ROOT

from section75.document.house import House, Scheme
from section75.drafting.agreement import draft_agreement
from section75.facts.agreement import Agreement
from section75.facts.base import read_model
from section75.problems import Refused
from section75.project import Project
from section75.rules import check
from section75.text.houses import read_house
from section75.text.markup import read_document
from section75.writers.markdown import write

UNDRESSED = House("", Scheme())


class Drafting:
    """Drafts one agreement after another from the real texts."""

    def __init__(self) -> None:
        """Read what all agreements have in common."""
        self.project = Project(ROOT)
        self.house, _ = read_house(ROOT, "default")
        self.terms = self.project.terms()
        self.path = Path(mkdtemp(prefix="drafted-")) / "agreement.yaml"

    def draft(self, facts: str, *, again: bool) -> str:
        """Return what became of an agreement; `again` judges it too, drafts it twice, and reads its text of record back."""
        self.path.write_text(facts, encoding="utf-8")
        try:
            text = self._text(judged=again)
        except Refused as refused:
            return (
                "refused" if refused.problems and all(one.message and one.remedy for one in refused.problems) else "refused without a word"
            )
        if again:
            if self._text(judged=False) != text:
                return "differs"
            if _letters(write(read_document(text.decode(), "agreement.md"), UNDRESSED)) != _letters(text):
                return "lost"
        return "drafted"

    def _text(self, *, judged: bool) -> bytes:
        agreement = read_model(Agreement, self.path, "agreement.yaml", {}, ROOT / "templates" / "defaults.yaml")
        library = self.project.library()
        document = draft_agreement(agreement, self.project.texts(library), library, self.project.roles, self.house.scheme).document
        if judged:
            check(document, self.terms)
        return write(document, UNDRESSED)


def _letters(text: bytes) -> bytes:
    return b"".join(text.split())
