"""When an agreement runs, and how long things take under it.

In: `term` and `periods` of `agreement.yaml`. Out: `Term` and `Periods`, frozen.
"""

from typing import Annotated, Final

from pydantic import model_validator

from section75.facts.base import Afresh, Blank, Blankable, Date, Day, Fact, Fault, Length, Line, Reference, Until
from section75.facts.partners import Partner

TIMES: Final = {
    "once": 1, "one": 1, "twice": 2, "two": 2, "three times": 3, "three": 3, "four times": 4, "four": 4, "five times": 5, "five": 5,
}  # fmt: skip
"""Words for how often."""


class Extension(Fact):
    """A right to extend the term."""

    length: Length
    """By how long each time."""
    times: Line | None = None
    """How often."""
    decide: Annotated[Until | Blank, Blankable("by when an extension must be decided")]
    """By when it must be decided."""
    by: Annotated[Partner | None, Reference("partners")] = None
    """The partner that may extend by notice alone; left out, an extension needs the agreement of all."""

    @property
    def most(self) -> int:
        """How often as a number; once, where that is not said or not in words that can be read."""
        said = (self.times or "once").casefold()
        return int(said) if said.isdecimal() else TIMES.get(said, 1)


class Term(Fact):
    """From when, until when."""

    commencement: Annotated[Date | Blank, Blankable("the commencement date"), Afresh]
    """The day on which it begins."""
    expiry: Annotated[Date | Blank, Blankable("the expiry date"), Afresh]
    """The day at the end of which it ends."""
    length: Length | None = None
    """How long it runs, where the partners have said so beside both days: it is compared with them, and nothing is worked out from it."""
    extension: Extension | None = None
    """A right to extend it, if there is one."""
    notice: Length | None = None
    """Notice to end it; the same as `periods: notice`."""

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> "Term":
        if isinstance(self.expiry, Day) and isinstance(self.commencement, Day) and self.expiry <= self.commencement:
            raise Fault("The agreement ends before it begins.", "Check both dates.", at="expiry")
        return self


class Periods(Fact):
    """How long things take. What an agreement does not state is proposed by `templates/defaults.yaml`."""

    notice: Annotated[Length | Blank, Blankable("the period of notice to end this agreement")]
    """Notice to end the agreement."""
    budget_notice: Annotated[Length | Blank, Blankable("the period of notice for want of money")]
    """Notice by a partner that cannot fund its share."""
    breach_remedy: Annotated[Length | Blank, Blankable("the time to remedy a breach")]
    """Time to put a material breach right."""
    payment: Annotated[Length | Blank, Blankable("the time for payment")]
    """Time to pay a valid invoice."""
    report: Annotated[Length | Blank, Blankable("the time for a quarterly report")]
    """Time for a quarterly report after the end of the quarter."""
    annual_report: Annotated[Length | Blank, Blankable("the time for the annual report")]
    """Time for the annual report after the end of the financial year."""
    pressure_alert: Annotated[Length | Blank, Blankable("the time to report a cost pressure")]
    """Time to tell the others of a cost pressure."""
    remedial_plan: Annotated[Length | Blank, Blankable("the time for a remedial plan")]
    """Time to propose a remedial plan."""
    consent: Annotated[Length | Blank, Blankable("the time to answer a request for consent")]
    """Time to answer a request for consent."""
    contract_alert: Annotated[Length | Blank, Blankable("the time to report a contract event")]
    """Time to tell the others of a breach or dispute under a contract."""
    variation_response: Annotated[Length | Blank, Blankable("the time to answer a proposed variation")]
    """Time to answer a proposed variation."""
    claim_alert: Annotated[Length | Blank, Blankable("the time to report a claim")]
    """Time to tell the others of a claim."""
    incident_alert: Annotated[Length | Blank, Blankable("the time to report a serious incident")]
    """Time to tell the others of a serious incident."""
    complaint_alert: Annotated[Length | Blank, Blankable("the time to pass on a complaint")]
    """Time to pass on a complaint."""
    request_alert: Annotated[Length | Blank, Blankable("the time to pass on a request for information")]
    """Time to pass on a request for information."""
    request_help: Annotated[Length | Blank, Blankable("the time to help with a request for information")]
    """Time to supply information that another needs for its answer."""
    data_breach_alert: Annotated[Length | Blank, Blankable("the time to report a personal data breach")]
    """Time to tell the others of a personal data breach."""
    relief: Annotated[Length | Blank, Blankable("how long an event beyond control may last")]
    """How long an event beyond control may last before a partner may end what it affects."""
    retention: Annotated[Length | Blank, Blankable("how long records are kept")]
    """How long records are kept."""
    confidentiality: Annotated[Length | Blank, Blankable("how long confidentiality lasts")]
    """How long confidentiality lasts after the end."""
    review: Annotated[Length | Blank, Blankable("the time for the annual review")]
    """Time for the annual review after the end of the financial year."""
    exit_plan: Annotated[Length | Blank, Blankable("when the exit plan is due")]
    """How long before the end the exit plan is agreed."""
    exit_help: Annotated[Length | Blank, Blankable("how long help continues after the end")]
    """How long the partners help each other after the end."""
    final_account: Annotated[Length | Blank, Blankable("the time for the final account")]
    """Time for the final account after the end."""
    change_in_law: Annotated[Length | Blank, Blankable("the time to meet about a change in law")]
    """Time to meet about a change in law."""
    new_address: Annotated[Length | Blank, Blankable("the notice of a new address")]
    """Notice of a new address."""
    minutes: Annotated[Length | Blank, Blankable("the time for minutes")]
    """Time to circulate minutes."""
    papers: Annotated[Length | Blank, Blankable("the time for papers")]
    """Time to circulate papers before a meeting."""
    placement_decision: Annotated[Length | Blank, Blankable("the time to decide on a placement")]
    """Time to decide whether a placement is approved."""
    placement_review: Annotated[Length | Blank, Blankable("how often a placement is reviewed")]
    """How often a placement is reviewed."""
