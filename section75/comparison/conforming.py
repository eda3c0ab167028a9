"""A newer text made to fit a signed one: what stays keeps its number, what is gone is “Not used”, what is new is lettered.

In: the text as signed, whose numbers are fixed; the newer text, numbered by its house; and the words that stand where something is gone.
Out: the newer text with every number fixed, none of which ever meant another provision. But for numbers and “Not used” places the two are
the same; where the newer text has such places of its own, only the signed numbers decide which stand. Raises `Refused` where no number is
left, or where something refers to what is gone.

At one place newcomers stand behind what is not used, since that had its number first.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from section75.comparison.captions import number_captions
from section75.comparison.lettering import NoLabel, labels
from section75.comparison.pairs import pair
from section75.comparison.unused import CAPTIONED, is_unused, references_to_unused, unused, without_unused
from section75.document.numbering import HEADED
from section75.document.references import resolve
from section75.document.replacing import replaced
from section75.document.tree import Block, Document, Inline, Part, plain
from section75.problems import Place, Problem, Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from section75.comparison.entries import Entry

Numbered = Block | Part
UNDER: Final = re.compile(r".*\.(?=1$)")
"""What a number tells of those above it, where it is the first of its siblings: `9.` of `9.1`."""
MOST_SAID: Final = 60
"""Letters of a provision's words that a problem repeats."""
REMEDY: Final = (
    "Substitute the whole: put a text with a new name in its place, so that the old one is not used and the new one is numbered afresh."
)


@dataclass(slots=True)
class _Place:
    """One place among siblings: what stands there now, the number that it keeps, and the two as entries, where they are two.

    A newcomer keeps no number; what is not used has no entries.
    """

    node: Numbered
    kept: str = ""
    now: Entry | None = None
    signed: _Signed | None = None


@dataclass(frozen=True, slots=True)
class _Signed:
    """A node of the signed text, with the places that are not used, and its entry, which knows what became of it."""

    node: Document | Numbered
    entry: Entry

    def children(self, named: frozenset[str]) -> list[tuple[Numbered, Entry | None]]:
        """Return what it holds, in order; places that are not used have no entry."""
        held = self.node.parts if isinstance(self.node, Document) else self.node.children
        entries = iter(self.entry.children)
        return [(child, None if is_unused(child, named) else next(entries)) for child in held]


def conform(signed: Document, new: Document, words: tuple[Inline, ...]) -> Document:
    """Return the newer text with the numbers of the signed one; `words` stand where something is gone. Raises `Refused`."""
    named = _names(new)
    new = without_unused(new, named)
    pairs = pair(without_unused(signed, named), new)
    fitting = _Fitting(words, named)
    parts = fitting.siblings(_Signed(signed, pairs.old), pairs.new, "")
    fitted, refused = number_captions(replaced(new, parts=tuple(part for part in parts if isinstance(part, Part))))
    conformed = resolve(fitted)
    problems = [*fitting.problems, *(_refusal(*one) for one in refused), *references_to_unused(conformed, signed)]
    if problems:
        raise Refused(problems)
    return conformed


def _names(document: Document) -> frozenset[str]:
    def names(nodes: Sequence[Numbered]) -> set[str]:
        return {name for node in nodes for name in (node.id, *names(node.children)) if name}

    return frozenset(names(document.parts))


@dataclass(slots=True)
class _Fitting:
    """The work on one pair of texts; `problems` grows."""

    words: tuple[Inline, ...]
    named: frozenset[str]
    problems: list[Problem] = field(default_factory=list)

    def siblings(self, signed: _Signed | None, now: Entry, above: str) -> list[Numbered]:
        """Return what a node holds now, each numbered, with what is not used in its place; `above` is the number it stands under."""
        places = self._places(signed, now) if signed else [_Place(_node(child), now=child) for child in now.children]
        self._number(places, now, above)
        return [self._filled(place, above) for place in places]

    def _places(self, signed: _Signed, now: Entry) -> list[_Place]:
        """Return the places in order: what stays and what is not used as they were signed, newcomers as late as they may stand."""
        made: list[_Place] = []
        waiting: list[_Place] = []
        left = iter(signed.children(self.named))
        for child in now.children:
            if not (child.stable and child.partner):
                waiting.append(_Place(_node(child), now=child))
                continue
            for node, entry in left:
                if entry is child.partner:
                    made += [*waiting, *self._staying(node, entry, child)]
                    waiting = []
                    break
                made += self._gone(node, entry)
        return [*made, *(gone for node, entry in left for gone in self._gone(node, entry)), *waiting]

    def _gone(self, node: Numbered, entry: Entry | None) -> list[_Place]:
        """Return the place of what is not used: nothing where no number was."""
        if not node.number:
            return []
        return [_Place(node if entry is None else unused(node, self.words), node.number)]

    def _staying(self, node: Numbered, entry: Entry, now: Entry) -> list[_Place]:
        """Return the place of what stays; what has become another kind of provision is gone, and a newcomer."""
        if _family(node) != _family(_node(now)):
            return [*self._gone(node, entry), _Place(_node(now), now=now)]
        return [_Place(_node(now), node.number, now, _Signed(node, entry))]

    # ------------------------------------------------------------------ numbers

    def _number(self, places: Sequence[_Place], now: Entry, above: str) -> None:
        """Give each newcomer a number, a family at a time."""
        families: defaultdict[str, list[_Place]] = defaultdict(list)
        for place in places:
            if (family := _family(place.node)) and place.node.kind not in CAPTIONED:
                families[family].append(place)
        for family, members in families.items():
            printed = next((node.number for child in now.children if _family(node := _node(child)) == family), "")
            first = UNDER.sub(f"{above}.", printed) if above else printed
            try:
                numbers = labels(first, [place.kept for place in members])
            except NoLabel as fault:
                where = next(place.node for place in members if not place.kept)
                self.problems.append(_refusal(fault, where))
                continue
            for place, number in zip(members, numbers, strict=True):
                place.kept = number

    def _filled(self, place: _Place, above: str) -> Numbered:
        """Return what stands at a place, with its number and all that it holds."""
        if place.now is None:
            return place.node
        node = place.node
        caption = isinstance(node, Block) and node.kind in CAPTIONED
        number = place.kept or (node.number if caption else "")
        under = number.rstrip(".") if _family(node) in ("headed", "item") and number else above
        held = self.siblings(place.signed, place.now, under)
        return _holding(node, number, held, fixed=bool(place.kept))


def _holding(node: Numbered, number: str, held: Sequence[Numbered], *, fixed: bool) -> Numbered:
    children = tuple(child for child in held if isinstance(child, Block))
    return replaced(node, number=number, fixed=fixed, children=children)


def _node(entry: Entry) -> Numbered:
    if isinstance(entry.node, Document):
        raise TypeError(entry.node.title)
    return entry.node


def _family(node: Numbered) -> str:
    """Return with which others a node is counted, or nothing for what has no number."""
    if isinstance(node, Part) or node.kind in CAPTIONED:
        return node.number.partition(" ")[0]
    return "" if not node.number or node.kind == "words" else "headed" if node.kind in HEADED else node.kind


def _refusal(fault: NoLabel, node: Numbered) -> Problem:
    before, after = (str(one).rstrip(".") for one in fault.args)
    between = f"between “{before}” and “{after}”" if before and after else f"after “{before}”" if before else f"before “{after}”"
    what = _shortened(plain(node.heading) or plain(node.content if isinstance(node, Block) else ()))
    message = f"No number is left {between} for “{what}” that could not be taken for another."
    return Problem(node.place or Place("executed"), "frozen-numbers", "error", message, REMEDY)


def _shortened(words: str) -> str:
    return words if len(words) <= MOST_SAID else f"{words[:MOST_SAID]}…"
