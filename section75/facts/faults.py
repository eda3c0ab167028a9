"""What a validator says when a value will not do.

In: a message and a remedy. Out: `Fault`, which the reader of models turns into a `Problem` with a place;
`Silent`, for values whose fault has already been reported; `BlankChoice`, for choices that hang on a blank.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from section75.problems import Place


class Fault(ValueError):  # noqa: N818 - said to the officer, not raised at the programmer
    """A value is refused: what is wrong, what to do, and the field of the model to point at, if not the whole.

    `place` is only needed where neither the value nor one of its fields is the place of the fault.
    """

    def __init__(self, message: str, remedy: str, at: str = "", place: Place | None = None) -> None:
        """Keep the two sentences apart."""
        super().__init__(f"{message} {remedy}")
        self.message, self.remedy, self.at, self.place = message, remedy, at, place


class Silent(ValueError):  # noqa: N818 - likewise
    """The value cannot be used, and why has been said elsewhere."""


class BlankChoice(ValueError):  # noqa: N818 - likewise
    """Something was to be decided by a fact that is not known yet."""

    def __init__(self, label: str) -> None:
        """Keep the label of the blank."""
        super().__init__(f"“{label}” is not known yet, so nothing can be decided by it.")
        self.label = label
        self.message = f"“{label}” is not known yet, so nothing can be decided by it."
        self.remedy = "State it, or ask first whether it is known."
