"""What goes with a report: its appendices, and the papers that it relies on.

In: the parts `appendices` and `background_papers` of a report. Out: the model of each.
"""

from typing import Annotated

from pydantic import model_validator

from section75.facts.base import Blank, Blankable, Decide, Fact, Fault, Line, Number, Passage


class Appendix(Fact):
    """A paper attached to the report."""

    label: Line
    """Its letter or number."""
    title: Line
    """Its title."""
    equality: Decide = False
    """Whether it is the equality analysis."""
    compliance: Decide = False
    """Whether it shows where the agreement deals with each thing that the Regulations ask; the report itself then ends with it."""
    exempt: Decide = False
    """Whether it is kept from the public."""
    paragraph: Annotated[Number | Blank, Blankable("the paragraph of Schedule 12A by which Appendix {label} is exempt")]
    """If it is exempt: by which paragraph of Part 1 of Schedule 12A to the Local Government Act 1972."""
    public_interest: Annotated[Passage | Blank, Blankable("why the public interest is in keeping Appendix {label} exempt")]
    """If it is exempt: why the public interest in that outweighs the public interest in disclosure, in words that follow *because*."""
    tells_public: Passage | None = None
    """If it is exempt: what the public can be told of it."""

    @model_validator(mode="after")
    def _is_open_if_the_report_prints_it(self) -> "Appendix":
        if self.compliance and self.exempt:
            message = f"Appendix {self.label} is printed in the report, so it cannot be kept from the public."
            raise Fault(message, "Take compliance out, and attach the paper “compliance” instead.", place=self.place("exempt"))
        return self


class Paper(Fact):
    """A background paper (Local Government Act 1972, section 100D)."""

    title: Line
    """Its title."""
    date: Annotated[Line | Blank, Blankable("the date of {title}")]
    """Its date."""
    contact: Annotated[Line | Blank, Blankable("the contact for {title}")]
    """Whom to ask for it."""
    location: Annotated[Line | Blank, Blankable("where {title} may be seen")]
    """Where it may be seen, or who keeps it."""
    attached: Decide = False
    """Whether it is attached to the report."""
