"""The texts of the library, kept ready between commands: what one has read and compiled, the next need not.

In: the store of a project. Out: nothing; the texts are known to this process. They are kept under the hash of this program, beside which
the words of each text are what it is known by: one that was changed is read as if it were new.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from section75.filing.inputs import TEXTS, digest, program
from section75.text.library import READ
from section75.text.ready import packed, unpack

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.filing.store import Store

SOME: Final = 20
"""How many texts must have been read before they are kept: a few are read again sooner than all are written."""


@contextmanager
def ready_texts(store: Store) -> Iterator[None]:
    """Know the texts that an earlier command has kept, and keep what this one reads of the library."""
    key = digest(["ready texts", program()])
    if not READ and (kept := store.get(key)):
        unpack(kept)
    known = frozenset(READ)
    yield
    fresh = [text for text in READ.keys() - known if text.file.startswith(TEXTS)]
    if len(fresh) >= SOME:
        store.put(key, packed())
