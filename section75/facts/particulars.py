"""Single particulars of an agreement and its partners, each of which one line of a document prints.

In: the parts `drafted_by`, `vat` and `year_end` of an agreement; `contacts` and `consents` of a partner. Out: the model of each.
A part that is left out stands as an empty one, so that each of its lines prints as its own blank.
"""

from typing import Annotated

from section75.facts.base import Afresh, Blank, Blankable, Date, Fact, Line


class Drafter(Fact):
    """The lawyers who hold the agreement."""

    department: Annotated[Line | Blank, Blankable("the legal department that holds the agreement, and its address")]
    """The legal department, and its address."""
    reference: Annotated[Line | Blank, Blankable("the reference of the legal file"), Afresh]
    """The reference of its file."""


class Vat(Fact):
    """How the partners treat the money for value added tax, as they have been advised, in words that follow *as*."""

    pooled_funds: Annotated[Line | Blank, Blankable("the VAT model on which the Partners have been advised for each Pooled Fund")]
    """The model for each pooled fund."""
    function_payments: Annotated[Line | Blank, Blankable("the VAT treatment of Function Payments, as advised")]
    """The treatment of what one partner pays another for exercising functions."""


class YearEnd(Fact):
    """Days of the calendar by which the partners close their accounts together, as words: 12 April."""

    draft_figures: Annotated[Line | Blank, Blankable("the date that suits the partner whose accounts close first")]
    """By when the pool manager gives draft figures for the year end."""
    balances: Annotated[Line | Blank, Blankable("the date")]
    """By when the chief finance officers agree the balances."""


class Contacts(Fact):
    """Whom to ask at one partner, beside its lead, its authorised officer and where notices go: posts and shared addresses."""

    deputy: Annotated[Line | Blank, Blankable("the deputy of that officer")]
    """The deputy of its authorised officer."""
    legal: Annotated[Line | Blank, Blankable("the legal department")]
    """The legal department that has a copy of each notice."""
    data_protection: Annotated[Line | Blank, Blankable("the data protection officer and the post for information requests")]
    """Its data protection officer, and the post that deals with requests for information."""
    complaints: Annotated[Line | Blank, Blankable("the complaints contact")]
    """Who receives complaints."""
    safeguarding: Annotated[Line | Blank, Blankable("the safeguarding and out of hours contacts")]
    """Whom to reach about safeguarding, and out of hours."""


class Consent(Fact):
    """The consent of a body to an NHS trust's taking part (SI 2000/617, regulations 7(2) and 9(2))."""

    body: Line
    """The body that consents."""
    given: Annotated[Date | Blank, Blankable("the date of the consent of {body}")]
    """Its date."""
    reference: Annotated[Line | Blank, Blankable("the reference of the consent of {body}")]
    """Its reference."""
