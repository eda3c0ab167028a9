"""The words of two revisions of one paragraph as one: both are kept where they do not meet.

In: the content that both began from, ours and theirs. Out: content that says what each of them changed, or nothing where the two changes
overlap or touch: who means what is then for a person to say.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from section75.comparison.atoms import Content, atoms, is_word, joined, key, phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.document.tree import Inline


class _Edit(NamedTuple):
    """Atoms `[start:end]` of the base that a revision has otherwise."""

    start: int
    end: int
    new: Content


def both(base: Content, ours: Content, theirs: Content) -> Content | None:
    """Return the base with the changes of both revisions, or nothing where they meet; what neither changed is as ours has it."""
    whole = phrases(base) | phrases(ours) | phrases(theirs)
    cut = atoms(base, whole)
    kept: list[Inline] = list(cut)
    edits = sorted([*_edits(cut, atoms(ours, whole), kept), *_edits(cut, atoms(theirs, whole), [])], key=lambda edit: edit[:2])
    if any(not any(map(is_word, cut[before.end : after.start])) for before, after in pairwise(edits)):
        return None
    made: list[Inline] = []
    place = 0
    for edit in edits:
        made += [*kept[place : edit.start], *edit.new]
        place = edit.end
    return joined([*made, *kept[place:]])


def _edits(base: Content, new: Content, kept: list[Inline]) -> Iterator[_Edit]:
    """Yield what a revision has otherwise; put its own atoms, where they are the same, in `kept`."""
    codes = SequenceMatcher(None, list(map(key, base)), list(map(key, new)), autojunk=False).get_opcodes()
    for code, i, j, k, m in codes:
        if code != "equal":
            yield _Edit(i, j, new[k:m])
        elif kept:
            kept[i:j] = new[k:m]
