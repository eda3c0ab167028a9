"""How wide words are in Arial, and where their lines break.

In: words, a size in points. Out: widths in points; lines. The widths are those of the font's own table, in thousandths of its size;
fonts of the same metrics (Liberation Sans, Arimo) break alike.
"""

from __future__ import annotations

from typing import Final

_PUNCTUATION: Final = (278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278)
_SIGNS: Final = (278, 278, 584, 584, 584, 556, 1015)
_CAPITALS: Final = (
    *(667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833),
    *(722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611),
)
_BRACKETS: Final = (278, 278, 278, 469, 556, 333)
_SMALL: Final = (
    *(556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833),
    *(556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500),
)
_BRACES: Final = (334, 260, 334, 584)
_WIDTHS: Final = (*_PUNCTUATION, *(556,) * 10, *_SIGNS, *_CAPITALS, *_BRACKETS, *_SMALL, *_BRACES)
"""Characters 32 to 126."""
_OTHER: Final = 556
_FULL: Final = 1000
"""An ideograph or a sign from beyond the alphabets of Europe."""
_EUROPE: Final = 0x2E80
_BOLD: Final = 1.06


def width(words: str, size: float, *, bold: bool = False) -> float:
    """Return the width of words in points.

    >>> width("Board", 10), round(width("Board", 10, bold=True), 2)
    (26.68, 28.28)
    """
    return sum(map(_character, words)) * size / 1000 * (_BOLD if bold else 1)


def _character(character: str) -> int:
    place = ord(character) - 32
    if 0 <= place < len(_WIDTHS):
        return _WIDTHS[place]
    return _OTHER if ord(character) < _EUROPE else _FULL


def wrap(words: str, widest: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Return the lines of words no wider than `widest`; a word that is wider by itself is cut.

    >>> wrap("Finance and Risk Group", 80, 10)
    ('Finance and Risk', 'Group')
    """
    lines: list[str] = []
    for word in (piece for whole in words.split() for piece in _pieces(whole, widest, size, bold=bold)):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size, bold=bold) <= widest:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def _pieces(word: str, widest: float, size: float, *, bold: bool) -> list[str]:
    pieces = [""]
    for character in word:
        if pieces[-1] and width(pieces[-1] + character, size, bold=bold) > widest:
            pieces.append("")
        pieces[-1] += character
    return pieces
