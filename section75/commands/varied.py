"""What `vary` writes: a deed of variation drafted from what has changed, with its proof.

In: a partnership whose agreement has been executed, and the day from which the deed takes effect. Out: `Varied`: the facts of the deed and
the texts beside them, as text by path, and what to say. Nothing is invented: what nobody has decided yet is a blank.

The text as signed, with the deeds made since, is compared with the agreement as its facts and texts now read. The cover and the pages that
are signed stay as they were: they are no terms.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from section75.commands.begun_words import begun_words
from section75.commands.finish import finished
from section75.commands.timetable import Step
from section75.comparison.addresses import Places
from section75.comparison.applying import applied
from section75.comparison.conforming import conform
from section75.comparison.operations import operations
from section75.comparison.printed import fingerprint, printed
from section75.facts.base import Blank, Day
from section75.facts.reader import parse_yaml
from section75.facts.variation import VariationDeed
from section75.problems import Place, Problem, Refused
from section75.rules.reading import shown
from section75.text.markup import read_document
from section75.varying.amending import Beside, operations_of
from section75.varying.signed import drawings_in
from section75.varying.stating import stated
from section75.writers import written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.commands.begun_words import BegunWords
    from section75.comparison.operation import Operation
    from section75.document.tree import Document
    from section75.partnership import Partnership
    from section75.varying.proof import Signed
    from section75.varying.signed import Varying
    from section75.varying.stating import Stated, Value

AS_SIGNED: Final = ("cover", "execution")
VARIATION: Final = "variation"
"""The id of the clause on variation."""
HEAD: Final = (
    "# yaml-language-server: $schema=../../../section75/facts/schema/instrument.json",
    "# Drafted by “vary” from what has changed since the agreement was signed: read every amendment. TBC is a blank to fill in.",
    "# An amendment that should not be made is taken out of the facts or texts of the agreement; then delete this file and vary again.",
    "",
)
UNDECIDED: Final = "kind: variation\nexecuted_on: TBC\neffective: TBC\nclause: TBC\nreason: TBC\n"
"""What a deed states before anybody has decided anything: enough to read its amendments."""


@dataclass(frozen=True, slots=True)
class Varied:
    """The files to write, as text by their paths in the project, what to say of them, and what must happen by when."""

    files: Mapping[str, str]
    lines: tuple[str, ...]
    steps: tuple[Step, ...] = ()


def varied(partnership: Partnership, on: Day) -> Varied:
    """Return the deed that brings a signed agreement to what its facts and texts now say. Raises `Refused`."""
    name = f"{on.isoformat()}-variation"
    varying = partnership.project.varying(partnership)
    _refuse_too_late(partnership, on)
    signed = varying.before(name)
    if signed is None:
        message = f"No text of {partnership.name} has been executed by {shown(on)}, so there is nothing to vary."
        raise Refused(
            [Problem(_place(partnership), "vary", "error", message, "Change the draft; once it is signed, keep its text: execute.")]
        )
    now = wanted(signed.document, finished(partnership.draft_of_agreement.drafted.document), varying)
    found = operations(signed.document, now)
    if not found:
        return Varied({}, (f"The agreement reads as it was signed on {shown(signed.executed)}: there is nothing to vary.",))
    return _drafted(partnership, _Deed(name, on, signed, now, found), varying)


def _refuse_too_late(partnership: Partnership, on: Day) -> None:
    expiry = partnership.agreement.term.expiry
    if isinstance(expiry, Day) and on > expiry:
        message = f"The agreement ends on {shown(expiry)}: after that nothing is left to vary."
        raise Refused([Problem(partnership.agreement.term.place("expiry"), "vary", "error", message, "Make a new agreement: renew.")])


def wanted(signed: Document, new: Document, varying: Varying) -> Document:
    """Return the agreement as it is to read, with the numbers of the signed text and its cover and pages to sign. Raises `Refused`."""
    conformed = conform(signed, new, varying.unused)
    kept = {str(part.kind): part for part in signed.parts if part.kind in AS_SIGNED}
    return replace(conformed, parts=tuple(kept.get(part.kind, part) for part in conformed.parts))


# ------------------------------------------------------------------ the deed


@dataclass(frozen=True, slots=True)
class _Deed:
    """A deed in the making: its name and day, the text before and after it, and its amendments."""

    name: str
    on: Day
    signed: Signed
    wanted: Document
    found: tuple[Operation, ...]


def _drafted(partnership: Partnership, deed: _Deed, varying: Varying) -> Varied:
    folder = f"agreements/{partnership.name}/instruments"
    facts = stated(deed.found, deed.signed.document)
    house = partnership.draft_of_agreement.house
    texts = {name: written(text, house, "md").decode() for name, text in facts.texts.items()}
    amendments = "\n".join(lines(facts))
    _prove(deed, amendments, texts, varying)
    head = "\n".join([*HEAD, *_facts(partnership, deed)])
    files = {
        f"{folder}/{deed.name}.yaml": f"{head}\n{amendments}\n",
        **{f"{folder}/{deed.name}/{name}.md": text for name, text in texts.items()},
    }
    files |= {f"{folder}/{deed.name}/{name}.svg": drawing for text in facts.texts.values() for name, drawing in drawings_in(text).items()}
    there = [file for file in files if (partnership.project.root / file).exists()]
    if there:
        remedy = "It was not touched: take it away, or choose another day."
        raise Refused(Problem(Place(file), "vary", "error", "This file is there already.", remedy) for file in there)
    return Varied(files, _told(deed, begun_words(partnership.project.root)), tuple(_steps(partnership, deed)))


def _prove(deed: _Deed, amendments: str, texts: Mapping[str, str], varying: Varying) -> None:
    """See that what is written, read back and carried out, makes the text that is wanted. Raises `Refused`."""
    tree, problems = parse_yaml(f"{UNDECIDED}{amendments}", "the deed")
    facts = VariationDeed.model_validate(tree)
    beside = Beside({name: read_document(text, f"{name}.md") for name, text in texts.items()}, deed.signed.document, varying.unused)
    made = applied(operations_of(facts, beside), deed.signed.document)
    if problems or list(printed(made)) != list(printed(deed.wanted)):
        message = "The amendments that were found do not make the agreement as it now reads."
        raise Refused([Problem(Place("the deed"), "vary", "error", message, "Nothing was written. Report this with the two texts.")])


def _facts(partnership: Partnership, deed: _Deed) -> Iterator[str]:
    """Yield the facts of a deed but for its amendments."""
    yield "kind: variation"
    yield f"number: {_number(partnership, deed)}"
    yield "executed_on: TBC"
    yield f"effective: {shown(deed.on)}"
    yield f"clause: {_clause(deed.signed.document)}"
    days = [one.executed_on for name in deed.signed.deeds if isinstance(one := partnership.instruments[name], VariationDeed)]
    if days:
        yield f"earlier: [{', '.join(shown(day) for day in days if isinstance(day, Day))}]"
    yield "reason: TBC"
    yield from _approvals(partnership)
    yield "proof:"
    yield f"  executed: {shown(deed.signed.executed)}"
    if deed.signed.deeds:
        yield f"  deeds: [{', '.join(deed.signed.deeds)}]"
    yield f"  signed: {_quoted(fingerprint(deed.signed.document))}"
    yield f"  conformed: {_quoted(fingerprint(deed.wanted))}"


def _approvals(partnership: Partnership) -> Iterator[str]:
    """Yield a line for the decision of each partner; whose body is not known stands there to be filled in."""
    bodies = {one.partner.key: str(one.body) for one in partnership.agreement.approvals}
    known = [key for key in partnership.agreement.partners if key in bodies]
    if known:
        yield "approvals:"
        yield from (f"  - {{partner: {key}, body: {_quoted(bodies[key])}, given: TBC, minute: TBC}}" for key in known)
    for key in partnership.agreement.partners:
        if key not in bodies:
            yield f"# {'' if known else 'approvals: '}- {{partner: {key}, body: who decides, given: TBC, minute: TBC}}"


def _number(partnership: Partnership, deed: _Deed) -> int:
    """Return the number of a deed among those that varied the agreement."""
    earlier = [
        one for name, one in partnership.instruments.items() if isinstance(one, VariationDeed) and one.of is None and name < deed.name
    ]
    return len(earlier) + 1


def _clause(signed: Document) -> str:
    """Return the number of the clause on variation, which is found by its id."""
    places = Places(signed)
    return next((_quoted(places.at(path).number.rstrip(".")) for path in places.names if places.at(path).id == VARIATION), "TBC")


def _told(deed: _Deed, words: BegunWords) -> tuple[str, ...]:
    places = len({one.place for one in deed.found})
    return (
        f"{len(deed.found)} amendments at {places} places, drafted from what has changed since {shown(deed.signed.executed)}.",
        "Proved: read back and applied to the signed text, they make the agreement as it now reads.",
        *words.say("reminders.vary", {}).splitlines(),
    )


def _steps(partnership: Partnership, deed: _Deed) -> Iterator[Step]:
    """Yield what the partners do besides the decision of one of them."""
    if not isinstance(partnership.agreement.periods.variation_response, Blank):
        yield Step(None, "Each other partner answers the written proposal in the time that the clause on variation gives")
    yield Step(deed.on, "Every partner has decided and executes the deed, at the latest: state approvals, reason and executed_on")
    expiry = partnership.agreement.term.expiry
    if isinstance(expiry, Day):
        yield Step(expiry, "The agreement ends: what is not executed by then varies nothing")


def _place(partnership: Partnership) -> Place:
    return partnership.agreement.place("title")


# ------------------------------------------------------------------ as YAML


def lines(stated: Stated) -> Iterator[str]:
    """Yield the amendments, and the names that references need, as lines of YAML."""
    yield "amendments:" if stated.amendments else "amendments: []"
    for amendment in stated.amendments:
        for ordinal, (name, value) in enumerate(amendment.items()):
            yield f"  {'  ' if ordinal else '- '}{name}: {_written(value)}"
    if stated.names:
        yield "names:"
        yield from (f"  {_quoted(place)}: {name}" for place, name in stated.names.items())


def _written(value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{_quoted(key)}: {_quoted(one)}' for key, one in value.items())}}}"
    return f"[{', '.join(map(_quoted, value))}]" if isinstance(value, Sequence) else ""


def _quoted(words: str) -> str:
    """Return words as YAML reads them back, whatever is in them."""
    return json.dumps(words, ensure_ascii=False)
