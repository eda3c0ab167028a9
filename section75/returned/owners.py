"""Which paragraph of a returned file is which line of the text as sent.

In: one view of the file, and the text as sent. Out: `Owned`: where each line stands and what it says there; which lines were found by their
words alone, are joined with another, divided, moved, copied or gone; and which paragraphs are new.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from section75.returned.marks import tidied
from section75.returned.rereading import TOKEN
from section75.returned.sent import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from section75.returned.sent import Sent
    from section75.returned.views import Standing

LIKE: Final = 0.4
"""How like a line a paragraph must be to be it, where it stands between the same neighbours and has lost its bookmark."""
COMPLETES: Final = 0.6
"""How much of the rest of a line a paragraph must say to be its second half."""
MOST: Final = 20_000
"""How many paragraphs are held against lines; a file that has lost more is another text."""
TELLING: Final = 4
"""How many words a paragraph must have to be known by them alone wherever it stands."""


@dataclass(slots=True)
class Owned:
    """Where each line of the text as sent stands in one view, by the numbers of its paragraphs."""

    at: dict[str, int] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    lost: set[str] = field(default_factory=set)
    """Lines found by their words, since their bookmark is gone."""
    joined: dict[str, str] = field(default_factory=dict)
    """Lines that run on from another, and that other."""
    split: dict[str, tuple[int, ...]] = field(default_factory=dict)
    """Lines that are divided, and the paragraphs that hold the rest."""
    copied: dict[int, str] = field(default_factory=dict)
    """Paragraphs that bear the bookmark of a line which stands elsewhere."""
    removed: set[str] = field(default_factory=set)
    moved: set[str] = field(default_factory=set)
    added: list[int] = field(default_factory=list)


def own(view: Sequence[Standing], sent: Sent) -> Owned:
    """Find out which paragraph is which line."""
    return _Owning(view, sent).done()


class _Owning:
    """One view being gone through."""

    def __init__(self, view: Sequence[Standing], sent: Sent) -> None:
        self.view, self.sent, self.owned = view, sent, Owned()
        self.keys = list(sent.lines)
        self.order = {key: place for place, key in enumerate(self.keys)}
        self.loose: list[int] = []

    def done(self) -> Owned:
        self._bookmarked()
        self._same_words()
        self._divided()
        self._between_neighbours()
        owned = self.owned
        owned.removed = {key for key in self.sent.lines if key not in owned.at}
        owned.added = [number for number in self.loose if number not in owned.copied]
        owned.moved = self._out_of_order()
        return owned

    def _words(self, number: int) -> str:
        return self.sent.recognised(self.view[number].words)

    # ------------------------------------------------------------------ by bookmark

    def _bookmarked(self) -> None:
        seen: dict[str, list[int]] = {}
        for number, one in enumerate(self.view):
            for key in one.keys:
                if key in self.sent.lines:
                    seen.setdefault(key, []).append(number)
        for key, numbers in seen.items():
            self._take(key, numbers)
        held = set(self.owned.at.values())
        for number, one in enumerate(self.view):
            if number not in held and one.read and not one.empty:
                self.loose.append(number)
                copied = next((key for key in one.keys if key in self.owned.at), "")
                if copied:
                    self.owned.copied[number] = copied

    def _take(self, key: str, numbers: list[int]) -> None:
        """Give a line the likeliest of the paragraphs that bear its bookmark."""
        line = self.sent.lines[key]
        said = {number: self.sent.recognised(_own_words(self.view[number], key), line) for number in numbers}
        number = numbers[0] if len(numbers) == 1 else max(numbers, key=lambda one: likeness(said[one], line.words))
        others = [one for one in self.view[number].keys if one != key and one in self.sent.lines]
        if others and not said[number] and line.words:
            return
        self.owned.at[key], self.owned.words[key] = number, said[number]
        holder = next((one for one in self.view[number].keys if self.owned.at.get(one) == number), key)
        if holder != key and self.owned.words[holder]:
            self.owned.joined[key] = holder

    # ------------------------------------------------------------------ by words

    def _missing(self) -> list[str]:
        return [key for key, line in self.sent.lines.items() if key not in self.owned.at and line.words]

    def _found(self, key: str, number: int) -> None:
        self.owned.at[key] = number
        self.owned.words[key] = self.sent.recognised(self.view[number].words, self.sent.lines[key])
        self.owned.lost.add(key)
        self.owned.copied.pop(number, None)
        self.loose.remove(number)

    def _same_words(self) -> None:
        """Find the lines that stand word for word in a paragraph without bookmark: between their neighbours, or if telling anywhere."""
        by_words: dict[str, list[int]] = {}
        for number in self.loose:
            by_words.setdefault(self._words(number), []).append(number)
        for anywhere in (False, True):
            for key in self._missing():
                words = self.sent.lines[key].words
                low, high = (-1, len(self.view)) if anywhere else self._neighbours(key)
                there = [number for number in by_words.get(words, ()) if low < number < high and number in self.loose]
                if there and (not anywhere or len(words.split()) >= TELLING):
                    self._found(key, there[0])

    def _between_neighbours(self) -> None:
        """Find the lines that are like a paragraph without bookmark between their neighbours, the likeliest first."""
        pairs: list[tuple[float, int, str, int]] = []
        missing = self._missing()
        for key in missing if len(missing) * len(self.loose) <= MOST else ():
            low, high = self._neighbours(key)
            line = self.sent.lines[key]
            pairs += [
                (likeness(self._words(number), line.words), -self.order[key], key, number)
                for number in self.loose
                if low < number < high and bool(self.view[number].row) == bool(line.row)
            ]
        for like, _, key, number in sorted(pairs, reverse=True):
            if like >= LIKE and key not in self.owned.at and number in self.loose:
                self._found(key, number)

    def _neighbours(self, key: str) -> tuple[int, int]:
        """Return the paragraphs of the lines before and after one that are found, between which it should stand."""
        place = self.order[key]
        low = next((self.owned.at[one] for one in reversed(self.keys[:place]) if one in self.owned.at), -1)
        high = next((self.owned.at[one] for one in self.keys[place + 1 :] if one in self.owned.at), len(self.view))
        return low, high

    # ------------------------------------------------------------------ divided, moved

    def _divided(self) -> None:
        """Find the paragraphs that hold the rest of the line before them."""
        holders = {number: key for key, number in self.owned.at.items() if key not in self.owned.joined}
        rest: dict[str, list[int]] = {}
        for number in list(self.loose):
            key = self._before(number, holders, rest)
            if not key or self.owned.copied.get(number, key) != key:
                continue
            line = self.sent.lines[key]
            so_far = [self.owned.words[key], *(self._words(one) for one in rest.get(key, ()))]
            left = _tokens(line.words) - sum((_tokens(words) for words in so_far), Counter())
            here = _tokens(self._words(number))
            if here and (here & left).total() >= COMPLETES * here.total():
                rest.setdefault(key, []).append(number)
                self.loose.remove(number)
                self.owned.copied.pop(number, None)
        self.owned.split = {key: tuple(numbers) for key, numbers in rest.items()}

    def _before(self, number: int, holders: dict[int, str], rest: dict[str, list[int]]) -> str:
        """Return the line that the paragraph before one belongs to, if its first half stands there."""
        before = number - 1
        while before >= 0 and self.view[before].empty and before not in holders:
            before -= 1
        if before < 0 or self.view[before].row != self.view[number].row:
            return ""
        return holders.get(before) or next((key for key, numbers in rest.items() if before in numbers), "")

    def _out_of_order(self) -> set[str]:
        """Return the lines that do not stand in the order of the text: those outside the longest run that does."""
        keys = [key for key, line in self.sent.lines.items() if line.fixed and key in self.owned.at and key not in self.owned.joined]
        kept = _longest_run([self.owned.at[key] for key in keys])
        return {key for place, key in enumerate(keys) if place not in kept}


def _own_words(one: Standing, key: str) -> str:
    """Return the words of a paragraph that are a line's own: all of them, unless another line stands there too."""
    if len(one.keys) == 1:
        return one.words
    return tidied("".join(words for other, words in one.pieces if other == key))


def _tokens(words: str) -> Counter[str]:
    return Counter(token for token in TOKEN.findall(words) if token.strip())


def likeness(one: str, other: str) -> float:
    """Return how many of the words of two texts they share: 0 for none, 1 for all."""
    first, second = _tokens(visible(one)), _tokens(visible(other))
    both = first.total() + second.total()
    return 2 * (first & second).total() / both if both else 1.0


def _longest_run(numbers: Iterable[int]) -> set[int]:
    """Return the places of a longest increasing run of numbers."""
    values = list(numbers)
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for place, value in enumerate(values):
        at = bisect_left(tails, value)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [value]
        ends[at : at + 1] = [place]
    run, place = set(), ends[-1] if ends else -1
    while place >= 0:
        run.add(place)
        place = before[place]
    return run
