"""Words as comparison takes them: atoms, which change or stay whole.

In: inline content. Out: its atoms, the key by which two atoms are the same, the content that atoms make again, and content
spelt as one string, by which two paragraphs are found equal before anything is cut.

A figure is one atom with its sign, commas, decimals and per cent, and so is a date: no redline keeps half of one. What a fact printed
is one atom however many words it has. Where only one of two texts knows its facts (a signed text read back from Markdown
does not), the words of the other's facts are cut as one atom too: `phrases`.

A drafting note is an atom that is no word: it is inserted and deleted like others, but no words differ by it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain, groupby
from typing import TYPE_CHECKING, Final

from section75.document.tree import (
    Blank,
    Both,
    Definition,
    Deleted,
    Inline,
    Inserted,
    Note,
    Reference,
    Strong,
    Text,
)

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

Content = tuple[Inline, ...]
Key = tuple["Hashable", ...] | str

FIGURE: Final = r"[£€$]?\d\w*(?:[.,/:]\d\w*)*%?"
MONTH: Final = "January|February|March|April|May|June|July|August|September|October|November|December"
DATE: Final = rf"\d{{1,2}} (?:{MONTH}) \d{{4}}(?!\w)"
WORD: Final = r"\w+(?:[’']\w+)*(?:(?<=s)[’'])?"
CUT: Final = re.compile(rf"{DATE}|{FIGURE}|{WORD}|\s+|.", re.DOTALL)
SPOKEN: Final = re.compile(r"\w")
MOST_KEPT: Final = 8192
"""Contents whose atoms are kept: those of two long agreements."""


@lru_cache(maxsize=MOST_KEPT)
def atoms(content: Content, phrases: frozenset[str] = frozenset()) -> Content:
    """Return the atoms of content; of a redline, those of its newer text.

    >>> [atom.words for atom in atoms((Text("pay £1,250,000.50, that is 12.5%."),)) if atom.words != " "]
    ['pay', '£1,250,000.50', ',', 'that', 'is', '12.5%', '.']
    """
    return tuple(_atoms(content, _cut(phrases)))


def _atoms(content: Content, cut: re.Pattern[str]) -> Iterator[Inline]:
    for inline in content:
        match inline:
            case Text(words="") | Deleted():
                continue
            case Text(words=words, fact=""):
                yield from map(Text, cut.findall(words))
            case Strong(content=held):
                yield from (Strong((atom,)) for atom in _atoms(held, cut))
            case Inserted(content=held):
                yield from _atoms(held, cut)
            case Both(new=new):
                yield from _atoms((new,), cut)
            case Reference(target=target, label=label):
                yield Reference(target, label)
            case Definition(content=held):
                yield Definition(tuple(_atoms(held, cut)))
            case _:
                yield inline


@lru_cache(maxsize=512)
def _cut(phrases: frozenset[str]) -> re.Pattern[str]:
    """Return the pattern that cuts words, the longest of some phrases first where they stand as whole words."""
    if not phrases:
        return CUT
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile("|".join([*map(_whole, longest_first), CUT.pattern]), re.DOTALL)


def _whole(phrase: str) -> str:
    before = r"(?<!\w)" if SPOKEN.match(phrase[0]) else ""
    after = r"(?!\w)" if SPOKEN.match(phrase[-1]) else ""
    return before + re.escape(phrase) + after


def phrases(content: Content) -> frozenset[str]:
    """Return the words of the facts that content prints, where they are more than one atom."""
    return frozenset(words for words in _printed(content) if not CUT.fullmatch(words))


def _printed(content: Content) -> Iterator[str]:
    for inline in content:
        match inline:
            case Text(words=words, fact=fact) if fact and words:
                yield words
            case Strong(content=held) | Definition(content=held) | Inserted(content=held):
                yield from _printed(held)
            case Both(new=new):
                yield from _printed((new,))


def key(atom: Inline) -> Key:
    """Return that by which an atom is the same as another: words by what they say, a reference by where it leads.

    Whether a reference prints anything belongs to it: a redline has no way to say that it once printed nothing.
    """
    match atom:
        case Text(words=words):
            return words
        case Reference(target=target, label=label):
            return ("reference", target, bool(label))
        case Blank(label=label):
            return ("blank", label)
        case Note(words=words):
            return ("note", words)
        case Strong(content=content):
            return ("strong", *map(key, content))
        case Definition(content=content):
            return ("definition", *map(key, content))
        case _:
            return ("other", atom)


def is_word(atom: Inline) -> bool:
    """Return whether an atom says something: it is neither a space nor a sign nor a note."""
    match atom:
        case Text(words=words):
            return SPOKEN.search(words) is not None
        case Strong(content=content):
            return any(map(is_word, content))
        case Note():
            return False
        case _:
            return True


# ------------------------------------------------------------------ together again


def joined(content: Iterable[Inline]) -> Content:
    """Return content in normal form: neighbouring plain words are one Text, neighbouring bold words one Strong, nothing is empty.

    >>> joined((Text("the "), Text(""), Text("Council"), Strong((Text("a"),)), Strong((Text("b"),))))
    (Text(words='the Council', fact=''), Strong(content=(Text(words='ab', fact=''),)))
    """
    made: list[Inline] = []
    for kind, run in groupby(_full(content), _joins):
        match kind:
            case "words":
                made.append(Text("".join(inline.words for inline in run if isinstance(inline, Text))))
            case "bold":
                made.append(Strong(joined(chain.from_iterable(inline.content for inline in run if isinstance(inline, Strong)))))
            case _:
                made.extend(run)
    return tuple(made)


def _full(content: Iterable[Inline]) -> Iterator[Inline]:
    """Yield what is not empty, with what it holds in normal form."""
    for inline in content:
        match inline:
            case Text(words=""):
                continue
            case Strong(content=held) | Inserted(content=held) | Deleted(content=held):
                if inner := joined(held):
                    yield type(inline)(inner)
            case Definition(content=held):
                yield Definition(joined(held))
            case _:
                yield inline


def _joins(inline: Inline) -> str:
    """Return with which neighbours an inline makes one: plain words with plain words, bold with bold."""
    if isinstance(inline, Text) and not inline.fact:
        return "words"
    return "bold" if isinstance(inline, Strong) else ""


# ------------------------------------------------------------------ before anything is cut


@lru_cache(maxsize=MOST_KEPT)
def spelt(content: Content) -> str:
    r"""Return content as one string, equal for equal words however they are cut; facts, labels of references and notes are left out.

    >>> spelt((Text("the "), Text("Council", "partners.council.name"), Reference("fund", "clause 9"), Note("which?")))
    'the Council\x01fund\x02'
    """
    return "".join(map(_spell, content))


def _spell(inline: Inline) -> str:
    match inline:
        case Text(words=words):
            return words
        case Reference(target=target):
            return f"\x01{target}\x02"
        case Blank(label=label):
            return f"\x03{label}\x02"
        case Strong(content=content):
            return "".join(f"\x04{one}" for one in spelt(content))
        case Definition(content=content):
            return f"\x05{spelt(content)}\x02"
        case Inserted(content=content):
            return spelt(content)
        case Both(new=new):
            return _spell(new)
        case _:
            return ""
