"""Numbers after signing: what a newcomer is called between two provisions whose numbers are fixed, as Acts are amended.

In: the number that the first of some siblings would print (`1.`, `9.1`, `(a)`, `(i)`, `Schedule 1`), and the numbers that are
stored for them. Out: a number for each newcomer, between its neighbours, which no other ever had; or `NoLabel`, because a reader could
take it for another.

Behind 14 and before 15 stands 14A, then 14B; before 14A stands 14ZA. `Z` says before, so no letter after `Y` is used.

>>> labels("1.", ("14.", "", "", "15.", ""))
('14.', '14A.', '14B.', '15.', '16.')
>>> labels("(a)", ("", "(a)", "", "(b)")), labels("(i)", ("(i)", "", "(ii)")), labels("1.", ("", "", "1."))
(('(za)', '(a)', '(aa)', '(b)'), ('(i)', '(ia)', '(ii)'), ('A1.', 'B1.', '1.'))
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal, cast

from section75.document.numbering import label, roman

if TYPE_CHECKING:
    from collections.abc import Sequence

Style = Literal["1", "a", "i", "A"]
"""How the number itself is written, shown by its first member."""
Key = tuple[tuple[int, str], ...]
"""Where a number sorts: its base, then one token a letter. Each `Z` before a letter puts it below the plain one."""

BEFORE: Final = "z"
LAST: Final[dict[Style, str]] = {"1": "y", "a": "y", "A": "y", "i": "h"}
"""The last letter a style uses: `z` says before, and (ii) would be both the second roman item and the one behind (i)."""
ROMANS: Final = tuple(roman(number) for number in range(1, 40))
"""Roman numbers that can be told from lettered ones: from 40 on they are written with more letters."""
TOKEN: Final = re.compile(r"z*[a-y]")
FIRST: Final = re.compile(r"(.*)([1aiA])([.)]?)")
SHAPES: Final[dict[Style, re.Pattern[str]]] = {
    "1": re.compile(r"(?P<front>[a-y](?=1(?![0-9])))?(?P<base>[1-9][0-9]*)(?P<letters>(?:z*[a-y])*)"),
    "a": re.compile(r"(?P<front>)(?P<base>z*[a-y])(?P<letters>(?:z*[a-y])*)"),
    "i": re.compile(rf"(?P<front>)(?P<base>z+[a-h]|{'|'.join(sorted(ROMANS, key=len, reverse=True))})(?P<letters>(?:z*[a-h])*)"),
}


class NoLabel(Exception):  # noqa: N818 - it is an answer to the user, not a fault of the program
    """No number is left between two others that a reader could not take for a third; `args` are the two, as printed."""


@dataclass(frozen=True, slots=True)
class Form:
    """How the numbers of some siblings are printed: the words before and after, and the style of what lies between."""

    head: str
    style: Style
    tail: str

    def own(self, printed: str) -> str:
        """Return the number itself of one as printed: `2A` of `9.2A`, `b` of `(b)`, nothing of nothing.

        Raises `NoLabel` where it has another form.
        """
        if not printed:
            return ""
        if not (printed.startswith(self.head) and printed.endswith(self.tail)):
            raise NoLabel(printed, "")
        return printed[len(self.head) : len(printed) - len(self.tail)]

    def printed(self, own: str) -> str:
        """Return the number as printed."""
        return f"{self.head}{own}{self.tail}"


def form_of(first: str) -> Form:
    """Return the form of siblings by what the first of them prints; raises `NoLabel` for a form that cannot be lettered.

    >>> form_of("9.2.1"), form_of("Annex A")
    (Form(head='9.2.', style='1', tail=''), Form(head='Annex ', style='A', tail=''))
    """
    found = FIRST.fullmatch(first)
    if not found:
        raise NoLabel(first, "")
    return Form(found[1], cast("Style", found[2]), found[3])


def labels(first: str, given: Sequence[str]) -> tuple[str, ...]:
    """Return the numbers of siblings: those that are stored, and for each newcomer (empty) one of its own.

    `first` is what the first of them would print by the house. Where none is stored they are numbered plainly. Raises `NoLabel`.
    """
    if all(given):
        return tuple(given)
    form = form_of(first)
    if not any(given):
        return tuple(form.printed(label(form.style, (number,))) for number in range(1, len(given) + 1))
    _check_order(form, tuple(filter(None, given)))
    named: list[str] = []
    for place, stored in enumerate(given):
        before = named[-1] if named else ""
        after = next((later for later in given[place:] if later), "")
        named.append(stored or _between(form, before, after))
    return tuple(named)


def _check_order(form: Form, stored: Sequence[str]) -> None:
    """Refuse numbers that do not sort as they stand: an item (aa) behind (z) is not the one that was inserted behind (a)."""
    for before, after in pairwise((stored[0], *stored)):
        least, most = (_key(form.style, form.own(one)) for one in (before, after))
        if not most or (before is not after and least >= most):
            raise NoLabel(before, after)


def _between(form: Form, before: str, after: str) -> str:
    try:
        return form.printed(between(form.style, form.own(before), form.own(after)))
    except NoLabel:
        raise NoLabel(before, after) from None


def between(style: Style, low: str, high: str) -> str:
    """Return the number that stands behind one and before another; empty says that there is none. Raises `NoLabel`.

    The first that sorts strictly between is taken: the next number, the lower one with `A`, with `ZA`, with `ZZA`, and so on.

    >>> between("1", "14A", "14B"), between("1", "14", "14A"), between("i", "i", "ii"), between("a", "c", "")
    ('14AA', '14ZA', 'ia', 'd')
    """
    following = _next(style, low)
    least, most = _key(style, low), _key(style, high)
    if (low and not least) or (high and not most) or not (high or following):
        raise NoLabel(low, high)
    lettered = (_cased(style, f"{low}{BEFORE * times}a") for times in range(len(high) + 1))
    front: tuple[str, ...] = ("A1",) if style == "1" and not low else ()
    candidates: tuple[str, ...] = (following, *lettered, *front)
    for candidate in candidates:
        found = _key(style, candidate)
        if found and least < found and (not high or found < most):
            return candidate
    raise NoLabel(low, high)


def _next(style: Style, own: str) -> str:
    """Return the number that follows where nothing else stands behind it, or nothing where the letters have run out."""
    if not own:
        return label(style, (1,))
    shape = _shape(style, own)
    if not shape:
        return ""
    if shape["letters"]:
        return _cased(style, _raised(style, own.lower()))
    if shape["front"]:
        raised = _raised(style, shape["front"])
        return _cased(style, f"{raised}{shape['base']}") if raised else ""
    if style == "1":
        return str(int(shape["base"]) + 1)
    if shape["base"] in ROMANS and style == "i":
        return next(iter(ROMANS[ROMANS.index(shape["base"]) + 1 :]), "")
    return _cased(style, _raised(style, own.lower()))


def _raised(style: Style, words: str) -> str:
    """Return words with their last letter one further, or nothing where the letters have run out."""
    return f"{words[:-1]}{chr(ord(words[-1]) + 1)}" if words[-1] < LAST[style] else ""


def _cased(style: Style, own: str) -> str:
    return own.upper() if style in ("1", "A") else own


def _shape(style: Style, own: str) -> re.Match[str] | None:
    """Return the parts of a number, or nothing where it could be read in two ways."""
    return SHAPES["a" if style == "A" else style].fullmatch(own.lower()) if own == _cased(style, own.lower()) else None


def _key(style: Style, own: str) -> Key:
    shape = _shape(style, own)
    if not shape:
        return ()
    base, front = shape["base"], _tokens(shape["front"] or "")
    if style == "1":
        first: Key = ((int(base) - len(front), ""), *front)
    elif style == "i" and base in ROMANS:
        first = ((ROMANS.index(base) + 1, ""),)
    else:
        first = _tokens(base)
    return (*first, *_tokens(shape["letters"]))


def _tokens(words: str) -> Key:
    return tuple((1 - len(token), token[-1]) for token in TOKEN.findall(words))
