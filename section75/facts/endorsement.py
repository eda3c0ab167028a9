"""Who took part in an equality analysis, who considered it and who signed it.

In: the parts `version`, `considered` and `sign_off` of `equality.yaml`. Out: the model of each. A signature is an officer's act: what is
stated here is that it was given, by whom, how and when; what is not stated is a blank.
"""

from typing import Annotated

from section75.facts.base import Blank, Blankable, Date, Fact, Line


class Version(Fact):
    """A version of the analysis."""

    number: Line
    """Its number."""
    on: Date
    """Its date."""


class Considered(Fact):
    """Officers or a management team that considers the analysis before the decision."""

    by: Line
    """Who."""
    on: Annotated[Date | Blank, Blankable("OFFICER TO COMPLETE: when it is considered by {by}")]
    """When."""


class Signature(Fact):
    """A signature that has been given."""

    signature: Line
    """How it was given: *Signed*, *Signed electronically*, *Signed on the paper copy*."""
    on: Date
    """When."""


class Endorsement(Signature):
    """A signature with who gave it."""

    name: Line
    """Name and post."""


class SignOff(Fact):
    """Who has signed; each council's form has those that it asks for."""

    prepared_by: Signature | None = None
    """The officer who prepared the analysis, whom `prepared_by` names."""
    head_of_service: Endorsement | None = None
    """The line manager or head of service."""
    management_team: Endorsement | None = None
    """A member of the directorate's management team."""
    adviser: Endorsement | None = None
    """The equality adviser."""
    decision_maker: Endorsement | None = None
    """Whoever signs off the decision."""
