"""A Cabinet or committee report drafted in its council's style.

In: a `Report`, the agreement it speaks of, the texts of its sections and the `HouseStyle`. Out: the numbered Document.
A section's words come from the partnership's own text of that name, else from the house's, else from the library's.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from section75.document.index import index
from section75.document.numbering import number
from section75.document.rows import row
from section75.document.tree import Block, Document, Part, Text
from section75.drafting.agreement import Drafted, Origin
from section75.drafting.choosing import Choosing
from section75.drafting.lexicon import renamed
from section75.drafting.names import names_of
from section75.drafting.regulations import SECTION
from section75.drafting.strip import Front, with_strip
from section75.drafting.writing import Writing
from section75.facts.decision_dates import DecisionDates
from section75.facts.law import Law
from section75.facts.values import Blank, Words
from section75.problems import Problem, Refused, errors, one_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from section75.document.house import Scheme
    from section75.drafting.regulations import Regulations
    from section75.facts.agreement import Agreement
    from section75.facts.equality import EqualityAnalysis
    from section75.facts.fact import Assumption
    from section75.facts.house import HouseStyle, ReportStyle
    from section75.facts.law import Roles
    from section75.facts.report import Report
    from section75.facts.section_rules import SectionRule
    from section75.text.library import Library, Template


@dataclass(frozen=True, slots=True)
class Paper:
    """What a paper about an agreement is drafted with."""

    agreement: Agreement
    library: Library
    roles: Roles
    scheme: Scheme
    front: Front
    regulations: Regulations | None = None
    """What the Regulations ask of the agreement, for the statement of it and for a report with an appendix that tells it."""


def draft_report(
    report: Report, paper: Paper, sections: Mapping[str, Template], style: HouseStyle, rules: Mapping[str, SectionRule]
) -> Drafted:
    """Return the report drafted and numbered. Raises `Refused` with every fault of every text at once."""
    writing = Writing(_names(report, paper, style))
    choosing = Choosing(report, paper.agreement, rules, sections, style.report)
    made = _Sections(report, sections, style.report, writing, choosing, paper.regulations)
    children = made.in_order()
    subject = f"{report.meeting.body}"
    document = Document("report", str(report.title), (Part("body", children=children),), str(report.title), reference=subject)
    return _finished(document, paper, writing, {name: text.file for name, text in sections.items()}, report.assumptions)


def draft_beside(report: Report, paper: Paper, form: Template, style: HouseStyle) -> Drafted:
    """Return a paper that says the same as a report in another form: the record of the decision, or the notice of it."""
    writing = Writing(_names(report, paper, style))
    part = Part("body", children=writing.blocks(form.body, "form"))
    words = _title(part) or str(report.title)
    document = Document("report", words, (part,), str(report.title), reference=f"{report.meeting.body}")
    return _finished(document, paper, writing, {"form": form.file}, report.assumptions)


def _names(report: Report, paper: Paper, style: HouseStyle) -> dict[str, object]:
    statement = paper.regulations.statement if paper.regulations else None
    return {**_names_at_meeting(report, paper), "mood": style.report.mood, "dates": DecisionDates(report, style), "statement": statement}


def _names_at_meeting(report: Report, paper: Paper) -> dict[str, object]:
    """Return the names for a report and for what is attached to it: the law is that of the day of the meeting, once that is known."""
    names = {**names_of(paper.agreement, paper.roles), "report": report}
    day = report.meeting.date
    return names if isinstance(day, Blank) else {**names, "law_as_at": day, "law": Law(paper.roles, day)}


def _title(part: Part) -> str:
    title = next((block for block in part.children if block.role == "title"), None)
    return "".join(inline.words for inline in title.heading if isinstance(inline, Text)) if title else ""


def draft_equality(analysis: EqualityAnalysis, paper: Paper, form: Template) -> Drafted:
    """Return the equality analysis drafted and numbered: facts, prompts, officers' answers and blanks."""
    writing = Writing({**_names_at_meeting(analysis.report, paper), "equality": analysis})
    part = Part("body", children=writing.blocks(form.body, "form"))
    words = _title(part) or str(analysis.form)
    return _finished(Document("equality", words, (part,), words), paper, writing, {"form": form.file}, analysis.assumptions)


def _finished(document: Document, paper: Paper, writing: Writing, files: Mapping[str, str], own: Sequence[Assumption]) -> Drafted:
    """Return the document numbered, with its strip; all that its `own` facts assume counts, and what it prints of the agreement's."""
    if faults := [*errors(paper.library.problems), *writing.problems]:
        raise Refused(faults)
    document = number(renamed(document, paper.agreement.lexicon), paper.scheme)
    printed = index(document).printed_facts()
    assumed = (*own, *(assumption for assumption in paper.agreement.assumptions if assumption.path in printed))
    document = with_strip(document, assumed, paper.front, writing)
    origins = {name: Origin(files.get(name, ""), "", facts) for name, facts in writing.looked_at.items()}
    return Drafted(document, origins, assumed)


@dataclass(frozen=True, slots=True)
class _Sections:
    """The sections of one report, put in the order of the house."""

    report: Report
    texts: Mapping[str, Template]
    style: ReportStyle
    writing: Writing
    choosing: Choosing
    regulations: Regulations | None

    def in_order(self) -> tuple[Block, ...]:
        """Return all sections; those that the house boxes stand together in one box."""
        blocks: list[Block] = []
        boxed: list[Block] = []
        for name in self.choosing.order:
            if name in self.style.in_front:
                blocks = self._in_front(blocks, name)
                continue
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
        below = (*self.style.under.get(Words(name), ()), *self.choosing.under(name))
        children = (*children, *(block for under in below for block in self.section(under)))
        title = self.report.titles.get(Words(name)) or self.style.titles.get(Words(name))
        if title is None or name in self.style.untitled or not children:
            return children
        role = "unnumbered" if name in self.style.unnumbered else ""
        return (Block("section", heading=(Text(str(title)),), children=children, id=name, role=role),)

    def _in_front(self, blocks: list[Block], name: str) -> list[Block]:
        """Return the blocks with a section as the last row of the table that stands last in them, or after them if none does."""
        children = self.words(name)
        title = self.report.titles.get(Words(name)) or self.style.titles.get(Words(name), Words(""))
        last = replace(row((Text(str(title)),), children), id=name)
        return list(_with_row(tuple(blocks), last) or (*blocks, *children))

    def words(self, name: str) -> tuple[Block, ...]:
        """Return what a section says."""
        text = self.texts.get(name)
        if text is None:
            self.writing.problems.append(_no_section(name, self.report, self.texts))
            return ()
        blocks = self.writing.blocks(text.body, name) if self.writing.holds(text.condition, name) else ()
        return self.regulations.under(blocks, self.writing, "unnumbered") if self.regulations and name == SECTION else blocks


def _with_row(blocks: tuple[Block, ...], last: Block) -> tuple[Block, ...] | None:
    """Return the blocks with a row at the end of the table of labels that stands last in them, or nothing if there is none."""
    for place, block in reversed(list(enumerate(blocks))):
        if block.role == "key":
            return (*blocks[:place], replace(block, children=(*block.children, last)), *blocks[place + 1 :])
        if inside := _with_row(block.children, last):
            return (*blocks[:place], replace(block, children=inside), *blocks[place + 1 :])
    return None


def unknown_sections(report: Report, sections: Iterable[str], style: ReportStyle) -> Iterator[Problem]:
    """Yield the sections that a report or its house asks for and that there are not."""
    known = set(sections)
    for name in (*style.order, *report.implications):
        if name not in known:
            yield _no_section(name, report, known)


def _no_section(name: str, report: Report, known: Iterable[str]) -> Problem:
    place = getattr(name, "place", None) or report.place("implications")
    return Problem(place, "section", "error", f"There is no section “{name}”.", one_of(name, known))
