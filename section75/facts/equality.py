"""The facts of an equality analysis: what `equality.yaml` may say.

In: the file, the agreement and its reports. Out: `EqualityAnalysis`. Everything about impact is an officer's answer, signed with name and
date, or a blank: no default says anything of it (Equality Act 2010, section 149).
"""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Final

from section75.facts.base import Blank, Blankable, By, Choice, Date, Fact, Line, Many, Reference, Words
from section75.facts.endorsement import Considered, SignOff, Version
from section75.facts.governance import Earlier
from section75.facts.report import Report
from section75.facts.telling import Comment
from section75.facts.waivers import Waivers

CHARACTERISTICS: Final = (
    ("age", "Age"),
    ("disability", "Disability"),
    ("gender_reassignment", "Gender reassignment"),
    ("marriage", "Marriage and civil partnership"),
    ("pregnancy", "Pregnancy and maternity"),
    ("race", "Race"),
    ("religion", "Religion or belief"),
    ("sex", "Sex"),
    ("sexual_orientation", "Sexual orientation"),
)
"""The protected characteristics (Equality Act 2010, section 4), in the order of the Act."""

LOCAL: Final = (
    ("rural_isolation", "Rural isolation"),
    ("deprivation", "Deprivation"),
    ("carers", "Carers"),
    ("care_experience", "Care experience"),
    ("armed_forces", "Armed forces"),
)
"""What some councils ask about beside the protected characteristics; a council's form chooses among them."""

OF_EACH: Final = ("who_uses", "feedback", "effect", "mitigation", "opportunity", "rating", "found")
"""What may be answered for each characteristic; all of them but `mitigation` and `found` also for the proposal as a whole."""

QUESTIONS: Final = (
    *OF_EACH,
    *("area", "others", "changes", "stays", "background", "engagement", "combined", "results", "reduction", "weighing", "proposal"),
    *("monitoring", "previous_plan", "previous_result", "previous_change"),
    *("courses", "staff_profile", "eliminate", "advance", "foster", "overlap", "relations", "health_inequalities", "human_rights"),
    *("safeguarding", "quality", "course", "published", "screening", "groups"),
    *("functions_after", "staff_after", "joint_after"),
)
"""What an officer may answer; the last three where an agreement is to end."""


class Answer(Comment):
    """What an officer answers, with name and date."""

    question: Annotated[Words, Choice(*QUESTIONS)]
    """The question answered."""
    characteristic: Annotated[Words | None, Choice("all", *(key for key, _ in (*CHARACTERISTICS, *LOCAL)))] = None
    """The protected characteristic it concerns; none for the questions about the whole."""
    owner: Line | None = None
    """For an action: who owns it."""
    due: Line | None = None
    """For an action: by when."""
    judged: Line | None = None
    """For an action: how anyone will know that it has worked."""


@dataclass(frozen=True, slots=True)
class Characteristic:
    """A protected characteristic and the answers given for it, by question."""

    id: str
    name: str
    answers: dict[str, Answer]

    asked: ClassVar[tuple[str, ...]] = QUESTIONS
    """The names that `__getattr__` answers; templates are checked against them."""

    def __getattr__(self, question: str) -> Answer | None:
        """Return the answer to a question, or nothing where none is given."""
        if question not in QUESTIONS:
            raise AttributeError(question)
        return self.answers.get(question)


class EqualityAnalysis(Fact):
    """The facts of an equality analysis."""

    form: Line
    """The council's form: a text of templates/equality."""
    house: Line
    """The council whose style it is printed in."""
    kind: Annotated[Words, Choice("new", "update")]
    """Whether it is the first on its subject."""
    report: Annotated[Report, Reference("reports")]
    """The report whose decision it informs, by the name of its file."""
    previous: Annotated[Earlier | None, Reference("lineage")] = None
    """What was analysed before, by its key in the agreement's lineage."""
    reference: Annotated[Line | Blank, Blankable("the reference of this analysis")]
    """Its number."""
    directorate: Annotated[Line | Blank, Blankable("the directorate")]
    """The directorate."""
    prepared_by: Annotated[Line | Blank, Blankable("the officer who prepares this analysis")]
    """The officer who prepares it."""
    review: Annotated[Line | Blank, Blankable("when this analysis is reviewed")]
    """When it is reviewed."""
    version: Version | None = None
    """Its version."""
    begun: Annotated[Date | Blank, Blankable("OFFICER TO COMPLETE: the date on which this analysis was begun")]
    """When it was begun."""
    team: Many[Line] = ()
    """The others who took part, by post."""
    considered: Many[Considered] = ()
    """Who considers it before the decision."""
    answers: Many[Answer] = ()
    """What officers have answered."""
    sign_off: SignOff = SignOff()
    """Who has signed it."""
    waive: Waivers = By({})
    """Findings of rules that are let stand in the analysis, by the rule's id, each with the reason."""

    @property
    def characteristics(self) -> tuple[Characteristic, ...]:
        """Each protected characteristic with its answers."""
        return tuple(Characteristic(key, name, self._answers(key)) for key, name in CHARACTERISTICS)

    @property
    def local(self) -> tuple[Characteristic, ...]:
        """What a council's form may ask about besides, with the answers."""
        return tuple(Characteristic(key, name, self._answers(key)) for key, name in LOCAL)

    @property
    def whole(self) -> Characteristic:
        """The answers about the proposal as a whole."""
        return Characteristic("all", "", self._answers("all") | self._answers(None))

    def _answers(self, characteristic: str | None) -> dict[str, Answer]:
        return {answer.question: answer for answer in self.answers if answer.characteristic == characteristic}
