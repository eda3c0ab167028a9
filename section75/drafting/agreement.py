"""An agreement drafted: facts and texts become one Document.

In: an `Agreement`, the library's texts for it, the law at its date and the house's numbering scheme.
Out: the numbered Document, and where each clause came from. Raises `Refused` with every fault of every text at once.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, cast

from section75.comparison.conforming import conform
from section75.document.numbering import letters, number
from section75.document.tree import Block, Document, Note, Part, Text, plain
from section75.drafting import shape
from section75.drafting.assumptions import noted
from section75.drafting.callers import with_callers
from section75.drafting.definitions import with_definitions
from section75.drafting.lexicon import renamed
from section75.drafting.names import names_of
from section75.drafting.regulations import REGULATION, SCHEDULE, Regulations, meeting_of, statement_within
from section75.drafting.steps import with_step_words
from section75.drafting.strip import Front, with_strip
from section75.drafting.writing import Writing
from section75.problems import Problem, Refused, did_you_mean, errors

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from section75.document.house import Scheme
    from section75.facts.agreement import Agreement
    from section75.facts.fact import Assumption
    from section75.facts.law import Roles
    from section75.facts.requirements import Requirements
    from section75.text.library import Library, Template

DEFAULTS: Final = "templates/defaults.yaml"
FRONT: Final = ("cover", "parties", "background")


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts an agreement is drafted from, by id and in order."""

    parts: Mapping[str, Template]
    """cover, parties, background, execution, regulation, draft-strip, blanks, headings, not-used."""
    clauses: Mapping[str, Template]
    schedules: Mapping[str, Template]
    annexes: Mapping[str, Template] = field(default_factory=dict)
    """Documents that one partnership annexes, lettered after the schedules."""
    steps: Mapping[str, Template] = field(default_factory=dict)
    """The words of steps for overspends and underspends, by verb."""
    requirements: Requirements = field(default_factory=dict)
    """What the Regulations ask, by id, for the schedule that shows where each is dealt with."""

    @property
    def beside(self) -> dict[str, Template]:
        """The schedules and then the annexes, by the ids that references use."""
        schedules = {f"schedule-{name}": text for name, text in self.schedules.items()}
        return schedules | {f"annex-{name}": text for name, text in self.annexes.items()}


@dataclass(frozen=True, slots=True)
class Origin:
    """Why a clause or schedule is in a document, and what it looked at."""

    file: str
    when: str
    facts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Drafted:
    """A document, the origin of each clause and schedule by id, and what is only assumed in it."""

    document: Document
    origins: Mapping[str, Origin] = field(default_factory=dict)
    assumed: tuple[Assumption, ...] = ()
    """What is only assumed in a report, an equality analysis or an instrument; an agreement's assumptions are its own."""


def draft_agreement(
    agreement: Agreement, texts: Texts, library: Library, roles: Roles, scheme: Scheme, signed: Document | None = None
) -> Drafted:
    """Return the agreement drafted and numbered; once it is signed, with the numbers of the signed text."""
    writing = with_step_words(Writing(names_of(agreement, roles)), texts.steps)
    problems = [*errors(library.problems), *unknown_choices(agreement, texts.clauses, texts.schedules)]
    included = chosen_texts(agreement, texts, writing)
    surviving = tuple(replace(text, id=text.known_as) for text in included.values() if text.survives)
    replaced = {name for text in included.values() for name in text.instead_of}
    writing.names = {**writing.names, "surviving": surviving, "included": frozenset({*included, *replaced})}
    parts = _parts(agreement, texts, included, writing)
    parts = with_callers(with_definitions(parts, _definitions(_defining(included, texts), writing)))
    if [*problems, *writing.problems]:
        raise Refused([*problems, *writing.problems])
    document = Document("agreement", str(agreement.title), parts, running=str(agreement.title), subject=_subject(parts))
    document = noted(document, agreement.assumptions, writing.looked_at)
    document = number(renamed(document, agreement.lexicon, _proposed(agreement)), scheme)
    if signed:
        document = conform(signed, document, _unused(texts, writing).heading)
    document = with_strip(document, agreement.assumptions, Front(texts.parts["draft-strip"], texts.parts["blanks"]), writing)
    origins = {name: Origin(text.file, text.when, writing.looked_at.get(name, frozenset())) for name, text in included.items()}
    return Drafted(document, origins)


def _proposed(agreement: Agreement) -> tuple[str, ...]:
    """Return the paths of what the library proposes where the agreement is silent; `renamed` reads them as its own words."""
    return tuple(fact.path for fact in agreement.assumptions if fact.place and fact.place.file == DEFAULTS)


def chosen_texts(agreement: Agreement, texts: Texts, writing: Writing) -> dict[str, Template]:
    """Return the clauses, schedules and annexes that are in, in order; ids begin with `schedule-` and `annex-`."""
    both = {**texts.clauses, **texts.beside}
    out = set(agreement.clauses.leave_out)
    full = agreement.arrangement.full
    chosen = {name: text for name, text in both.items() if not out & {name, text.known_as} and (full or not text.full_only)}
    held = {name: text for name, text in chosen.items() if writing.holds(text.condition, name)}
    replaced = {name for text in held.values() for name in text.instead_of}
    return {name: text for name, text in held.items() if name not in replaced}


def _defining(included: Mapping[str, Template], texts: Texts) -> Iterable[Template]:
    """Return the texts whose definitions serve: those that are in, and those in whose place one of them stands."""
    replaced = [texts.clauses[name] for text in included.values() for name in text.instead_of]
    return (*included.values(), *replaced)


def unknown_choices(agreement: Agreement, clauses: Iterable[str], schedules: Iterable[str]) -> Iterable[Problem]:
    """Yield the clauses and schedules that an agreement chooses about and that there are not."""
    known = {"leave_out": {*clauses, *(f"schedule-{name}" for name in schedules)}, "not_used": set(clauses)}
    for chosen, ids in known.items():
        for name in getattr(agreement.clauses, chosen):
            if name not in ids:
                place = name.place or agreement.clauses.place(chosen)
                remedy = did_you_mean(name, ids) or "Name a file of templates/clauses by its words."
                yield Problem(place, "clauses", "error", f"There is no clause “{name}”.", remedy)


def _parts(agreement: Agreement, texts: Texts, included: Mapping[str, Template], writing: Writing) -> tuple[Part, ...]:
    headings = _headings(texts.parts["headings"], writing)
    front = [Part(kind, headings.get(kind, ()), writing.blocks(texts.parts[kind].body, kind), id=kind) for kind in FRONT]
    clauses = [_clause(name, text, agreement, texts, writing) for name, text in included.items() if name in texts.clauses]
    operative = Part("operative", headings["operative"], tuple(filter(None, clauses)), id="operative")
    schedules = [part for name, text in included.items() if name not in texts.clauses for part in _schedules(name, text, writing)]
    execution = Part("execution", headings["execution"], writing.blocks(texts.parts["execution"].body, "execution"), id="execution")
    return _with_statement((*front, operative, *_lettered(filter(None, schedules)), execution), agreement, texts, included, writing)


def _with_statement(
    parts: tuple[Part, ...], agreement: Agreement, texts: Texts, included: Mapping[str, Template], writing: Writing
) -> tuple[Part, ...]:
    """Return the parts with the schedule of compliance, which is written last: it refers to the names that all the others bear."""
    text = included.get(SCHEDULE)
    if text is None:
        return parts
    standing = {name: text for name, text in included.items() if name not in agreement.clauses.not_used} | dict(texts.parts)
    meetings = tuple(meeting_of(name, text, stands=True) for name, text in standing.items())
    told = Regulations(statement_within(agreement, texts.requirements, parts, meetings), texts.parts[REGULATION])
    names = writing.names
    writing.names = {**names, "statement": told.statement}
    blocks = told.under(writing.blocks(text.body, SCHEDULE), writing)
    writing.names = names
    made = _shaped(blocks, text, writing)
    return tuple(made if made and part.id == SCHEDULE else part for part in parts)


def _lettered(schedules: Iterable[Part]) -> Iterable[Part]:
    """Yield the parts, each annex with its letter; schedules are numbered later."""
    annexes = 0
    for part in schedules:
        annexes += part.id.startswith("annex-")
        yield replace(part, number=f"Annex {letters(annexes).upper()}", fixed=True) if part.id.startswith("annex-") else part


def _headings(text: Template, writing: Writing) -> dict[str, tuple[Text, ...]]:
    """Return the headings of the parts: the headings of one text, by id."""
    return {block.id: block.heading for block in writing.blocks(text.body)}  # type: ignore[misc]


def _clause(name: str, text: Template, agreement: Agreement, texts: Texts, writing: Writing) -> Block | None:
    if name in agreement.clauses.not_used:
        return replace(_unused(texts, writing), kind="clause", id=name, role="not used")
    blocks = writing.blocks(text.body, name)
    clause = None if text.file in writing.failed else writing.kept(shape.clause(blocks, text.file))
    return replace(clause, heading=_guided(clause.heading, text)) if isinstance(clause, Block) else None


def _unused(texts: Texts, writing: Writing) -> Block:
    """Return the heading of what is not used."""
    return writing.blocks(texts.parts["not-used"].body)[0]


def _schedules(name: str, text: Template, writing: Writing) -> Iterable[Part | None]:
    """Return the schedule of a text, or one for each thing that its header says it is written for; of the one written last, its place."""
    if name == SCHEDULE:
        return [Part("schedule", id=name)]
    if not text.for_each:
        return [_schedule(name, text, writing)]
    names, made = writing.names, []
    things = cast("tuple[object, ...]", names[text.for_each])
    for thing in things:
        writing.names = {**names, text.for_each.removesuffix("s"): thing}
        made.append(_schedule(name, text, writing))
    writing.names = names
    return made


def _schedule(name: str, text: Template, writing: Writing) -> Part | None:
    return _shaped(writing.blocks(text.body, name), text, writing)


def _shaped(blocks: tuple[Block, ...], text: Template, writing: Writing) -> Part | None:
    schedule = None if text.file in writing.failed else writing.kept(shape.schedule(blocks, text.file))
    return replace(schedule, heading=_guided(schedule.heading, text)) if isinstance(schedule, Part) else None


def _guided(heading: tuple, text: Template) -> tuple:  # type: ignore[type-arg]
    return (*heading, Note(f"Guidance: {' '.join(text.note.split())}")) if text.note else heading


def _definitions(included: Iterable[Template], writing: Writing) -> dict[str, Block]:
    """Return the definitions that the included texts bring, by term; two that differ are a problem."""
    brought: dict[str, Block] = {}
    for text in included:
        for definition in text.definitions:
            for block in writing.blocks(definition.template):
                term = plain(block.content[:1]).strip("“”")
                if brought.setdefault(term, block) != block and block.place:
                    first = brought[term].place
                    message = f"“{term}” is defined otherwise in {first}."
                    writing.problems.append(Problem(block.place, "definitions", "error", message, "Keep one of the two."))
    return brought


def _subject(parts: tuple[Part, ...]) -> str:
    """Return the words under the title on the cover."""
    cover = parts[0].children
    title = next((block for block in cover if block.kind == "section"), None)
    return plain(title.children[0].content) if title and title.children else ""
