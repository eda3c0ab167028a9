"""What goes with an instrument: the report that asks for the decision, the equality analysis, and the timetable.

In: a partnership, the files of the instrument, and what is to be decided. Out: every file written at once, after all of them were tried in
a copy, and the lines that tell what to do by when. No fact is invented: what is not known is a blank, and nothing is said of equality.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from section75.commands.composing import composed, slug
from section75.commands.timetable import Step, timetable, told, too_late
from section75.commands.trial import tried
from section75.facts.equality import EqualityAnalysis
from section75.facts.report import Report
from section75.filing.files import write_all
from section75.problems import Place, Problem, Refused
from section75.rules.reading import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from section75.facts.base import Day
    from section75.facts.partners import Partner
    from section75.facts.skeleton import Stated
    from section75.project import Partnership, Project

AT_THE_END: Final = ("functions_after", "staff_after", "joint_after")
"""What an equality analysis asks only where an agreement is to end."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody is asked to decide: its kind, the day on which it is carried out, and by whom and when, if that is known."""

    kind: str
    on: Day
    limbs: tuple[Mapping[str, Stated], ...]
    decided: Day | None = None
    body: str = ""
    more: Mapping[str, Stated] = field(default_factory=dict)
    """Further fields of the report."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be written and told: the files of the instrument as text by path, the decision, further steps, and lines to print."""

    files: Mapping[str, str]
    decision: Decision
    steps: tuple[Step, ...] = ()
    lines: tuple[str, ...] = ()
    into: str = ""
    """The folder of the new agreement, where there is one."""
    previous: str = ""
    """The key in its lineage of the agreement that was analysed before."""


@dataclass(frozen=True, slots=True)
class Followed:
    """The report and the equality analysis: the files that are new, the name of the report, and what to say of those there already."""

    files: Mapping[str, str]
    report: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """What was written, and what a person reads of it."""

    files: tuple[Path, ...]
    lines: tuple[str, ...]


def carry_out(project: Project, partnership: Partnership, plan: Plan) -> Written:
    """Write the files of a plan with the report and the equality analysis that go with them.

    Raises `Refused`, with nothing written, where a file is there already or the partnership could not be read with them.
    """
    followed = follow(partnership, plan)
    files = {**plan.files, **followed.files}
    name = plan.into or partnership.name
    _refuse_changed(project, partnership, plan)
    with tried(project, files) as trial:
        made = trial.read(name)
        _draft(made, files if plan.into else [file for file in files if not file.endswith("/agreement.yaml")])
        report = made.reports[followed.report]
        style = made.styles[report.house]
        steps = timetable(report, style, plan.decision.on, plan.steps)
        late = too_late(report, style, plan.decision.on)
    lines = [*plan.lines, *followed.lines, "What must happen by when:", *told(steps)]
    if late:
        lines.append(f"Too early: the decision can first be carried out on {shown(late)}, and {shown(plan.decision.on)} is planned.")
    write_all({project.root / file: text.encode() for file, text in files.items()})
    return Written(tuple(project.root / file for file in files), tuple(lines))


def _draft(made: Partnership, files: Iterable[str]) -> None:
    """Draft every paper whose facts are new, so that what is written can be built at once. Raises `Refused`.

    An agreement to whose lineage lines were added is not drafted again: that nothing else changed is proved.
    """
    stems = {file.partition("/")[2].partition("/")[2].removesuffix(".yaml") for file in files}
    for paper in made.papers:
        if paper in stems:
            made.draft(paper)


def _refuse_changed(project: Project, partnership: Partnership, plan: Plan) -> None:
    """Refuse to write over a file, but for the agreement's own, whose lines are asked to be added."""
    own = f"agreements/{partnership.name}/agreement.yaml"
    there = [file for file in plan.files if file != own and (project.root / file).exists()]
    remedy = "It was not touched: take it away, or choose another day."
    if there:
        raise Refused(Problem(Place(file), plan.decision.kind, "error", "This file is there already.", remedy) for file in there)


def follow(partnership: Partnership, plan: Plan) -> Followed:
    """Return the report and the equality analysis that go with an instrument; what is there already stays, and is told of."""
    decision, name = plan.decision, plan.into or partnership.name
    stem = f"{(decision.decided or decision.on).isoformat()}-{slug(decision.body) or slug(decision.kind)}"
    folder = f"agreements/{name}"
    file = f"{folder}/reports/{stem}.yaml"
    files: dict[str, str] = {}
    lines: list[str] = []
    if not plan.into and stem in partnership.reports:
        lines.append(f"{file} is there already and was not touched: check that it asks for this decision.")
    else:
        files[file] = composed(file, Report, _report(partnership, decision))
    if plan.into or partnership.equality is None:
        files[f"{folder}/equality.yaml"] = _equality(partnership, plan, stem)
    else:
        lines += _looked_at_again(partnership, f"{folder}/equality.yaml", stem, decision.kind)
    return Followed(files, stem, tuple(lines))


def _report(partnership: Partnership, decision: Decision) -> dict[str, Stated]:
    agreement = partnership.agreement
    return {
        "kind": decision.kind,
        "house": str(agreement.house),
        "title": str(agreement.title),
        "meeting": {"body": decision.body or "TBC", "date": decision.decided.isoformat() if decision.decided else "TBC"},
        "recommendations": decision.limbs,
        **decision.more,
    }


def _equality(partnership: Partnership, plan: Plan, report: str) -> str:
    """Return a new analysis, in which nothing is answered."""
    house, root = str(partnership.agreement.house), partnership.project.root
    form = house if (root / "templates" / "equality" / f"{house}.md").is_file() else "default"
    facts = {"form": form, "house": house, "kind": "update" if plan.previous else "new", "report": report}
    file = f"agreements/{plan.into or partnership.name}/equality.yaml"
    return composed(file, EqualityAnalysis, {**facts, **({"previous": plan.previous} if plan.previous else {})})


def _looked_at_again(partnership: Partnership, file: str, report: str, kind: str) -> list[str]:
    """Return what to do with an analysis that was made for another decision: it says nothing of this one until an officer has looked."""
    analysis = partnership.equality
    if analysis is None or analysis.report is partnership.reports.get(report):
        return []
    lines = [
        f"{file} informs reports/{_name_of(partnership, analysis.report)} and was not touched. It says nothing of this decision until",
        f"  officers have looked at it again: state kind: update and report: {report}, and answer afresh what has changed.",
    ]
    if answered := Counter(str(answer.question) for answer in analysis.answers):
        asked = ", ".join(question if number == 1 else f"{question} ({number})" for question, number in answered.items())
        newest = max(answer.on for answer in analysis.answers)
        lines.append(f"  Answered, the last on {shown(newest)}, and to be looked at again: {asked}.")
    missing = [question for question in AT_THE_END if kind == "end" and question not in answered]
    return [*lines, *([f"  Not answered, and asked where an agreement ends: {', '.join(missing)}."] if missing else [])]


def _name_of(partnership: Partnership, report: Report) -> str:
    return next((name for name, one in partnership.reports.items() if one is report), "another report")


def our_council(partnership: Partnership, given: str = "") -> Partner:
    """Return the partner that decides here: the one named, the council in whose style papers are printed, or the only council.

    Raises `Refused` where that is not certain.
    """
    partners = partnership.agreement.partners
    if given in partners:
        return partners[given]
    councils = [partner for partner in partners.values() if partner.is_council]
    style = partnership.styles.get(partnership.agreement.house)
    ours = [partner for partner in councils if style and partner.name == style.name] or councils
    if given or len(ours) != 1:
        message = f"There is no partner “{given}”." if given else "More than one partner could be meant."
        raise Refused(
            [Problem(partnership.agreement.place("partners"), "partner", "error", message, f"Say --partner: {', '.join(partners)}.")]
        )
    return ours[0]


def approval_of(partner: Partner, decision: Decision) -> tuple[Mapping[str, Stated], ...]:
    """Return the partner's own decision as an instrument tells it, where it is known who decides; when it was given is a blank."""
    if not decision.body:
        return ()
    asked = {"asked": shown(decision.decided)} if decision.decided else {}
    return ({"partner": partner.key, "body": decision.body, **asked, "given": "TBC", "minute": "TBC"},)
