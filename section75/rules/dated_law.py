"""What a paper names that is not good law at its date, as problems: shared by the rules of the tables of dated law.

In: a finished paper with the facts behind it. Out: `Problem`s with successor, day and authority. The date is that of the meeting for a
report, that of the law for anything else, or another that somebody tries. What only the library says is told once a paper, since a lawyer
mends it in one place; what a fact or a partnership's own text says is told at each place.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from section75.document.tree import Text
from section75.facts.base import Blank, Fact, Words
from section75.problems import Place, Problem
from section75.rules import at
from section75.rules.passing import BINDING, excused, hits, met
from section75.rules.reading import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.facts.base import Day
    from section75.facts.passing import Coming, Passing
    from section75.problems import Level
    from section75.rules import Subject
    from section75.rules.passing import Met

TOLD: Final = ("lineage.", "history.", "replaces.", "consultation.", "approvals.", "stated_totals.", "background_papers.")
"""How the paths begin of facts that tell of the past."""
BEFORE: Final = (".succeeds", ".formerly")
MADE: Final = ".regime"
"""A contract stays under the rules by which it was bought."""


def stale(subject: Subject, table: str) -> Iterator[Problem]:
    """Yield what a paper names of one table that is not good law at its date."""
    day = day_of(subject)
    if day is None:
        return
    seen: set[tuple[str, Place | None]] = set()
    rows = [one for one in subject.facts.dated.passing if one.table == table]
    for one in met(subject.index.paragraphs, rows, day, story=subject.document.kind not in BINDING):
        if _is_told(subject, one):
            continue
        place = place_of_fact(subject, one) or one.place
        key = (one.named.path, place if _is_own(place) else None)
        if key not in seen:
            seen.add(key)
            yield _problem(subject, one, place, day)


def day_of(subject: Subject) -> Day | None:
    """Return the day by which a paper is judged, if it is known."""
    facts = subject.facts
    if facts.dated.as_at:
        return facts.dated.as_at
    reports = {"report": subject.report, "equality": facts.equality.report if facts.equality else None}
    report = reports.get(subject.document.kind)
    at = report.meeting.date if report else subject.agreement.law_as_at if subject.agreement else None
    return None if isinstance(at, Blank) else at


# ------------------------------------------------------------------ facts


def _is_told(subject: Subject, one: Met[Passing]) -> bool:
    """Return whether a naming is of the past, or is told of elsewhere."""
    fact, passing = one.fact, one.named
    if fact.startswith(TOLD) or fact.endswith(MADE) or any(part in fact for part in BEFORE):
        return True
    if not fact or fact.startswith("law."):
        return False
    if passing.told_by:
        return True
    if fact.startswith("partners.") and passing.type and subject.agreement:
        partner = subject.agreement.partners.get(fact.split(".")[1])
        return partner is not None and partner.type == passing.type
    return False


def place_of_fact(subject: Subject, one: Met[Passing] | Met[Coming]) -> Place | None:
    """Return where the fact is stated whose words name something: in the paper’s own facts, or those of the agreement."""
    for held in (subject.report, subject.facts.equality, subject.agreement) if one.fact else ():
        place = _stated(held, one.fact, one.words)
        if place:
            return place
    return None


def _stated(held: object, path: str, words: str) -> Place | None:
    """Return where words are stated at a path, if they are."""
    place: Place | None = None
    for part in path.split("."):
        inner = _part(held, part)
        place = _place_in(held, part, inner) or place
        held = inner
    return place if isinstance(held, str) and words.casefold() in held.casefold() else None


def _part(held: object, part: str) -> object:
    match held:
        case Fact():
            return getattr(held, part, None)
        case Mapping():
            return next((value for key, value in held.items() if str(key) == part), None)
        case tuple():
            return held[int(part)] if part.isdigit() and int(part) < len(held) else None
        case _:
            return None


def _place_in(held: object, part: str, inner: object) -> Place | None:
    if isinstance(inner, Words):
        return inner.place
    return held.place(part) if isinstance(held, Fact) and part in type(held).model_fields else None


def _is_own(place: Place) -> bool:
    """Return whether a place is in a partnership's own files."""
    return not place.file.startswith(("templates/", "schedules/"))


# ------------------------------------------------------------------ words


def _problem(subject: Subject, one: Met[Passing], place: Place, day: Day) -> Problem:
    """Return what is told of a naming: until when or from when it was good law, what took its place, and what to do."""
    passing = one.named
    sure = passing.certainty == "read" and (subject.document.kind in BINDING or _must_change(subject, place))
    level: Level = "error" if sure else "warning"
    words = f"“{one.words}” {_verb(passing)} {shown(day)}; {_time(passing, day)} ({passing.authority}; {passing.row})."
    return Problem(place, passing.table, level, words, _remedy(subject, one, day))


def _must_change(subject: Subject, place: Place) -> bool:
    """Return whether a fact of the agreement is met in another paper while another day is tried: the agreement is judged by it too."""
    return bool(subject.facts.dated.as_at and subject.agreement and place.file == subject.agreement.place("title").file)


def _verb(passing: Passing) -> str:
    return "is named as if it were there on" if passing.table == "tl-b" else "is named as if it were good law on"


def _time(passing: Passing, day: Day) -> str:
    if passing.until and passing.until < day:
        return f"it ended on {shown(passing.until)}" + (f", and in its place came {passing.successor}" if passing.successor else "")
    if passing.since and passing.in_force:
        return f"it began on {shown(passing.since)}"
    return "it is not known to be in force" + (f", and {passing.successor}" if passing.successor else "")


def _remedy(subject: Subject, one: Met[Passing], day: Day) -> str:
    passing = one.named
    now = words_at(subject, one.fact, day)
    if now:
        return _says(now)
    if passing.until and passing.until < day:
        return f"Name {passing.successor}, or say that it was so." if passing.successor else "Take it out, or say that it was so."
    return "Name what there was at the time, or say that it is to come."


def words_at(subject: Subject, fact: str, day: Day) -> str:
    """Return what the library says for a dated word on a day; nothing for any other fact."""
    role = fact.removeprefix("law.") if fact.startswith("law.") else ""
    right = [dated.words for dated in (subject.facts.dated.roles or {}).get(role, ()) if dated.right_on(day)]
    return str(right[0]) if right else ""


def changed(subject: Subject, rule: str) -> Iterator[Problem]:
    """Yield the dated words of a paper that read otherwise on the day that is tried, each once; what a table tells of is left to it."""
    day = subject.facts.dated.as_at
    if day is None:
        return
    seen: set[str] = set()
    for found in subject.index.texts:
        fact, words = (found.inline.fact, found.inline.words) if isinstance(found.inline, Text) else ("", "")
        now = words_at(subject, fact, day) if fact not in seen else ""
        if now and now.casefold() != words.casefold():
            seen.add(fact)
            if not _in_tables(subject, words, day):
                message = f"“{words}” is what the library said at the date of this paper; on {shown(day)} it says otherwise."
                yield Problem(at(found), rule, "warning", message, _says(now))


def _in_tables(subject: Subject, words: str, day: Day) -> bool:
    """Return whether dated words name what is not good law on a day, so that the rule of its table tells of them."""
    gone = [one for one in subject.facts.dated.passing if not one.there_on(day)]
    return any(not excused(words, hit.named, day) for hit in hits([words], gone))


def _says(now: str) -> str:
    return f"An agreement of that date says: “{now}”."
