"""People: how the service of approved mental health professionals is run.

In: the part `approved_professionals` of an agreement. Out: the model.
Their approval is the council's whoever employs them (Mental Health Act 1983, section 114), and no fact can say otherwise.
"""

from typing import Annotated

from section75.facts.base import Blank, Blankable, Fact, Line, Reference
from section75.facts.partners import Partner


class ApprovedProfessionals(Fact):
    """The service of approved mental health professionals."""

    run_by: Annotated[Partner | Blank, Reference("partners"), Blankable("the partner that runs the service of AMHPs")]
    """The partner that runs the rota and directs the working time."""
    least: Annotated[Line | Blank, Blankable("the least number of AMHPs")]
    """The least number of them that must be available, as words or figures."""
    out_of_hours: Annotated[Line | Blank, Blankable("who provides AMHPs outside office hours")]
    """Who provides the service outside office hours."""
    supervised_by: Annotated[Line | Blank, Blankable("the post that supervises AMHPs professionally")]
    """The post of the council that supervises them professionally."""
