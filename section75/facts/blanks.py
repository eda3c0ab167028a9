"""A blank: something not known yet, as a value like any other.

In: a label with the names of sibling fields in braces, and a place. Out: `Blank`.
Reckoning with a blank gives the blank, so that no wrong total is ever printed; deciding by one is refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from section75.facts.faults import BlankChoice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Place


class _Names(dict[str, object]):
    """The names a label may use: the fields of the blank's owner, `key` and `keys`."""

    def __init__(self, owner: object, path: str) -> None:
        super().__init__()
        self.owner = owner
        keys = path.split(".")
        self["keys"] = keys
        self["key"] = keys[-1]

    def __missing__(self, name: str) -> object:
        value = getattr(self.owner, name, None)
        return Blank(f"({name.replace('_', ' ')})") if value is None else value


class _NoLength(BlankChoice, TypeError):  # noqa: N818 - as its base
    """A blank has no length; `list` asks for one first, and goes on without if that is a `TypeError`."""


class Blank:
    """A fact that is not known yet. Anything asked of it is the blank itself; any choice by it is refused.

    `label` may name sibling fields (`the principal office of {name}`), `{key}` (the last key of the path)
    and `{keys[0]}` (the first one); it is put together when it is read.
    """

    __slots__ = ("_label", "_owner", "path", "place")

    def __init__(self, label: str, path: str = "", place: Place | None = None, owner: object = None) -> None:
        """Keep the label and where the blank stands."""
        self._label, self._owner = label, owner
        self.path, self.place = path, place

    def owned(self, owner: object) -> Blank:
        """Say whose fields the label names; the first owner stays."""
        if self._owner is None:
            self._owner = owner
        return self

    @property
    def label(self) -> str:
        """The words that the blank is printed with, without the marks around them."""
        return self._label.format_map(_Names(self._owner, self.path)) if "{" in self._label else self._label

    def __repr__(self) -> str:
        """Return how the blank is printed."""
        return f"[● {self.label}]"

    def __format__(self, form: str) -> str:
        """Return the label, for the label of another blank."""
        return self.label

    # ------------------------------------------------------------------ asked for more, it is itself

    def __getattr__(self, name: str) -> Blank:
        """Return the blank: the post of an unknown manager is not known either."""
        if name.startswith("_"):
            raise AttributeError(name)
        return self

    def __getitem__(self, key: object) -> Blank:
        """Return the blank."""
        return self

    def __call__(self, *_: object) -> Blank:
        """Return the blank: so does a sum that a model reckons."""
        return self

    def __iter__(self) -> Iterator[Blank]:
        """Yield the blank once, so that a loop over it prints one blank."""
        yield self

    def __neg__(self) -> Blank:
        """Return the blank."""
        return self

    def __add__(self, other: object) -> Blank:
        """Return the blank."""
        return self

    __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __add__
    __truediv__ = __rtruediv__ = __floordiv__ = __rfloordiv__ = __add__

    # ------------------------------------------------------------------ asked to decide, it refuses

    def __bool__(self) -> bool:
        """Refuse."""
        raise BlankChoice(self.label)

    def __len__(self) -> int:
        """Refuse."""
        raise _NoLength(self.label)

    def __contains__(self, thing: object) -> bool:
        """Refuse."""
        raise BlankChoice(self.label)

    def __lt__(self, other: object) -> bool:
        """Refuse."""
        raise BlankChoice(self.label)

    __le__ = __gt__ = __ge__ = __lt__

    def __eq__(self, other: object) -> bool:
        """Compare with another blank; refuse to compare with anything else."""
        if isinstance(other, Blank):
            return (self.path, self._label) == (other.path, other._label)
        raise BlankChoice(self.label)

    def __hash__(self) -> int:
        """Hash what is compared."""
        return hash((self.path, self._label))
