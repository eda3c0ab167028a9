"""A council's house style: what `templates/houses/<council>/house.yaml` may say.

In: the house's file laid over the default house's. Out: `HouseStyle`. Structure only; its sentences stand in texts beside it.
"""

from typing import Annotated

from section75.facts.base import By, Choice, Fact, Line, Many, Words


class ReportStyle(Fact):
    """How a council orders and numbers its reports."""

    order: Many[Line]
    """The sections, in order; each is a text of that name."""
    boxed: Many[Line] = ()
    """The sections that stand together in a ruled box."""
    under_implications: Line | None = None
    """The section under which the report's implications stand, each with its own heading."""
    under: By[Line, Many[Line]] = By({})
    """The sections that always stand under another, each with its own heading."""
    in_front: Many[Line] = ()
    """The sections that stand as rows at the end of the table of the first section, their headings as labels."""
    unnumbered: Many[Line] = ()
    """The sections whose headings have no number where the others have one."""
    untitled: Many[Line] = ()
    """The sections that have no heading, though the default house gives them one."""
    titles: By[Line, Line] = By({})
    """The heading of each section; a section without one has none."""
    needed_under: Line | None = None
    """The section under which those stand that a kind of decision needs and the order does not name; a report's own text stands for all."""
    covers: Many[Line] = ()
    """Sections that kinds of decision need and that this council's own sections already hold, under other names."""
    mood: Annotated[Words, Choice("infinitive", "third person")] = Words("infinitive")
    """How the verb of a recommendation stands: *recommended to: Agree*, or *That the Cabinet: Agrees*."""
    sections: Annotated[Words, Choice("none", "1.", "1.0")] = Words("none")
    """How sections are numbered."""
    sub_sections: Annotated[Words, Choice("none", "1.1")] = Words("none")
    """How sections of sections are numbered."""
    paragraphs: Annotated[Words, Choice("none", "1.1", "1.1.1", "(1)", "1.")] = Words("none")
    """How the numbered words of a section are numbered; none leaves plain lists, 1. 2. 3. The form 1.1.1 prints every number above."""
    lists: Annotated[Words, Choice("(a)", "a)")] = Words("(a)")
    """How lists under numbered words are lettered."""
    recommendations: Annotated[Words, Choice("1.", "(i)", "(a)", "a)", "1)")] = Words("1.")
    """How recommendations are numbered."""


class HouseStyle(Fact):
    """A council's style."""

    name: Line
    """The council."""
    clauses: Annotated[Words, Choice("decimal", "alpha")] = Words("decimal")
    """1, 1.1, 1.1.1, (a), (i); or 1, 1.1, (a), (i), (A)."""
    report: ReportStyle
    """How it orders and numbers its reports."""
