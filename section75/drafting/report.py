"""A Cabinet or committee report drafted in its council's style.

In: a `Report`, the agreement it speaks of, the texts of its sections and the house's `ReportStyle`. Out: the numbered Document.
A section's words come from the partnership's own text of that name, else from the house's, else from the library's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from section75.document.index import index
from section75.document.numbering import number
from section75.document.tree import Block, Document, Part, Text
from section75.drafting.agreement import Drafted, Origin
from section75.drafting.lexicon import renamed
from section75.drafting.names import names_of
from section75.drafting.strip import with_strip
from section75.drafting.writing import Writing
from section75.facts.values import Words
from section75.problems import Problem, Refused, errors, one_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from section75.document.house import Scheme
    from section75.facts.agreement import Agreement
    from section75.facts.equality import EqualityAnalysis
    from section75.facts.house import ReportStyle
    from section75.facts.law import Roles
    from section75.facts.report import Report
    from section75.text.library import Library, Template


@dataclass(frozen=True, slots=True)
class Paper:
    """What a paper about an agreement is drafted with."""

    agreement: Agreement
    library: Library
    roles: Roles
    scheme: Scheme
    strip: Template


def draft_report(report: Report, paper: Paper, sections: Mapping[str, Template], style: ReportStyle) -> Drafted:
    """Return the report drafted and numbered. Raises `Refused` with every fault of every text at once."""
    writing = Writing({**names_of(paper.agreement, paper.roles), "report": report})
    made = _Sections(report, sections, style, writing)
    children = made.in_order()
    subject = f"{report.meeting.body}"
    document = Document("report", str(report.title), (Part("body", children=children),), str(report.title), reference=subject)
    return _finished(document, paper, writing, {name: text.file for name, text in sections.items()})


def draft_equality(analysis: EqualityAnalysis, paper: Paper, form: Template) -> Drafted:
    """Return the equality analysis drafted and numbered: facts, prompts, officers' answers and blanks."""
    names = {**names_of(paper.agreement, paper.roles), "equality": analysis, "report": analysis.report}
    writing = Writing(names)
    part = Part("body", children=writing.blocks(form.body, "form"))
    title = next((block for block in part.children if block.role == "title"), None)
    words = "".join(inline.words for inline in title.heading if isinstance(inline, Text)) if title else str(analysis.form)
    return _finished(Document("equality", words, (part,), words), paper, writing, {"form": form.file})


def _finished(document: Document, paper: Paper, writing: Writing, files: Mapping[str, str]) -> Drafted:
    if faults := [*errors(paper.library.problems), *writing.problems]:
        raise Refused(faults)
    document = number(renamed(document, paper.agreement.lexicon), paper.scheme)
    printed = index(document).printed_facts()
    assumed = [assumption for assumption in paper.agreement.assumptions if assumption.path in printed]
    document = with_strip(document, assumed, paper.strip, writing)
    origins = {name: Origin(files.get(name, ""), "", facts) for name, facts in writing.looked_at.items()}
    return Drafted(document, origins)


@dataclass(frozen=True, slots=True)
class _Sections:
    """The sections of one report, put in the order of the house."""

    report: Report
    texts: Mapping[str, Template]
    style: ReportStyle
    writing: Writing

    def in_order(self) -> tuple[Block, ...]:
        """Return all sections; those that the house boxes stand together in one box."""
        blocks: list[Block] = []
        boxed: list[Block] = []
        for name in self.style.order:
            made = self.section(name)
            if name in self.style.boxed:
                boxed += made
                continue
            if boxed:
                blocks.append(Block("box", children=tuple(boxed)))
                boxed = []
            blocks += made
        return (*blocks, *([Block("box", children=tuple(boxed))] if boxed else []))

    def section(self, name: str) -> tuple[Block, ...]:
        """Return one section, under its heading if the house gives it one."""
        children = self.words(name)
        if name == self.style.under_implications:
            children = (*children, *(block for kind in self.report.implications for block in self.section(kind)))
        title = self.style.titles.get(Words(name))
        if title is None or not children:
            return children
        return (Block("section", heading=(Text(str(title)),), children=children, id=name),)

    def words(self, name: str) -> tuple[Block, ...]:
        """Return what a section says."""
        text = self.texts.get(name)
        if text is None:
            self.writing.problems.append(_no_section(name, self.report, self.texts))
            return ()
        return self.writing.blocks(text.body, name) if self.writing.holds(text.condition, name) else ()


def unknown_sections(report: Report, sections: Iterable[str], style: ReportStyle) -> Iterator[Problem]:
    """Yield the sections that a report or its house asks for and that there are not."""
    known = set(sections)
    for name in (*style.order, *report.implications):
        if name not in known:
            yield _no_section(name, report, known)


def _no_section(name: str, report: Report, known: Iterable[str]) -> Problem:
    place = getattr(name, "place", None) or report.place("implications")
    return Problem(place, "section", "error", f"There is no section “{name}”.", one_of(name, known))
