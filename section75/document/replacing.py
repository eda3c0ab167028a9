"""A frozen thing with some of its fields changed.

In: a dataclass with slots, and fields. Out: another of its kind. It does what `dataclasses.replace` does, in less than half the time, since
it calls no constructor: a paper of ninety pages is made of a hundred thousand such steps.
"""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    Thing = TypeVar("Thing", bound=DataclassInstance)


def replaced(thing: Thing, **changes: object) -> Thing:
    """Return a thing with other values in some fields. Raises `TypeError` for a field that it has not.

    >>> from section75.document.tree import Text
    >>> replaced(Text("the Fund", "fund.name"), words="the Pooled Fund")
    Text(words='the Pooled Fund', fact='fund.name')
    >>> replaced(Text("the Fund"), word="the Pooled Fund")
    Traceback (most recent call last):
    ...
    TypeError: Text has no field word.
    """
    kind = thing.__class__
    names = _names(kind)
    other = object.__new__(kind)
    put = object.__setattr__
    for name in names:
        put(other, name, changes[name] if name in changes else getattr(thing, name))
    if not changes.keys() <= names.keys():
        raise TypeError(f"{kind.__name__} has no field {', '.join(sorted(changes.keys() - names.keys()))}.")
    return other


@cache
def _names(kind: type[DataclassInstance]) -> dict[str, None]:
    """Return the fields of a kind. Raises `TypeError` for one whose constructor does more than to fill them."""
    if hasattr(kind, "__post_init__") or not hasattr(kind, "__slots__"):
        raise TypeError(f"{kind.__name__} is more than its fields.")
    return dict.fromkeys(field.name for field in fields(kind))
