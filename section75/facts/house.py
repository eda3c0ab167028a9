"""A council's house style: what `templates/houses/<council>/house.yaml` may say.

In: the house's file laid over the default house's. Out: `HouseStyle`. Structure only; its sentences stand in texts beside it.
"""

from typing import Annotated

from section75.facts.base import Amount, Blank, By, Choice, Date, Day, Fact, Line, Many, Number, Words


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


class Dated(Fact):
    """Something that a council's constitution says, while that holds."""

    since: Date | None = None
    """The first day on which it holds."""
    until: Date | None = None
    """The last."""
    authority: Line
    """Where the council says so."""

    def holds_on(self, day: Day | Blank) -> bool:
        """Return whether it holds on a day; on one that is not known, whether it has no last day."""
        if isinstance(day, Blank):
            return self.until is None
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class Threshold(Dated):
    """From how much money a year the council holds a decision to be a key decision, while that holds."""

    amount: Amount
    """How much, in pounds."""


class CallIn(Dated):
    """How long after its record is published a decision may be called in (Local Government Act 2000, section 9F; the length is local)."""

    working_days: Number
    """Working days after the day on which the record is published."""


class Governance(Dated):
    """How the council is governed (Local Government Act 2000, section 9B)."""

    model: Annotated[Words, Choice("executive", "committee system")]
    """By a leader or mayor with a cabinet, or by committees."""


class HouseStyle(Fact):
    """A council's style, and what its constitution says that rules ask about."""

    name: Line
    """The council."""
    thresholds: Many[Threshold] = ()
    """What makes a decision a key decision by its money, one after another."""
    call_in: Many[CallIn] = ()
    """How long its decisions may be called in, one after another; left out, nothing is reckoned."""
    governance: Many[Governance] = ()
    """How it is governed, one after another; left out, by an executive."""
    posts: Many[Line] = ()
    """Posts to which its decision makers may leave things, beside those that facts name."""
    clauses: Annotated[Words, Choice("decimal", "alpha")] = Words("decimal")
    """1, 1.1, 1.1.1, (a), (i); or 1, 1.1, (a), (i), (A)."""
    report: ReportStyle
    """How it orders and numbers its reports."""
