"""What every step of an overspend or underspend has in common; the steps themselves are the files of `section75/facts/steps`.

In: an entry of such a list, told by its verb. Out: the base of the models, and the keys of their fields, in whose place a word may stand.
"""

from typing import TYPE_CHECKING, ClassVar

from section75.facts.base import Amount, Fact, Fault, KeyOf, Line, Money, Reference, Words
from section75.facts.taking import ITS_CONTRIBUTION, Case, Taking
from section75.problems import one_of

if TYPE_CHECKING:
    from section75.facts.context import Context


class Step(Fact):
    """One step of a list."""

    verb: ClassVar[str] = ""
    """The word that tells it, which is the name of its file."""
    serves: ClassVar[tuple[str, ...]] = ("overspend", "underspend")
    """The lists in which it may stand."""

    up_to: Amount | Line | None = None
    """The most that this step takes: an amount; or words, such as `its contribution`."""

    def take(self, case: Case) -> Taking:
        """Return what it takes of what is left. Raises `Unworkable` where the facts do not tell."""
        raise NotImplementedError

    def ends(self, which: str) -> bool:  # noqa: ARG002 - for steps that end only one kind of list
        """Return whether it takes all that is left of an overspend or underspend, so that no step need follow."""
        return self.up_to is None

    @property
    def asks(self) -> bool:
        """Whether it asks for a decision, which may not be reached."""
        return False

    @property
    def open(self) -> bool:
        """Whether it asks for a decision and does not say what holds if there is none."""
        return False

    @property
    def draws(self) -> bool:
        """Whether it draws on a reserve, or pays into one."""
        return False

    @property
    def capped(self) -> bool:
        """Whether nobody bears more than it contributes; what that leaves goes to the next step and not to the other bearers."""
        return self.up_to == ITS_CONTRIBUTION

    @property
    def most(self) -> Money | None:
        """The most that it takes, where that is an amount."""
        return self.up_to if isinstance(self.up_to, Money) else None


class OneOf(KeyOf):
    """A key of one of the named maps, or one of a few words; it stays words: `OneOf(("fund", "outside"), "schemes")`."""

    words: tuple[str, ...]

    def __init__(self, words: tuple[str, ...], *names: str) -> None:
        """Keep the words, and the names of the maps."""
        super().__init__(*names)
        object.__setattr__(self, "words", words)

    def check(self, key: Words, context: "Context") -> Words:
        """Return the key or word, or refuse it with the nearest one that there is."""
        if key in self.words:
            return key
        known = [*context.keys(self.names), *self.words]
        if key in known:
            return key
        raise Fault(f"There is no “{key}” in {' or '.join(self.names)}.", one_of(key, known), place=key.place)


class ThingOrWord(OneOf, Reference):
    """The thing kept under a key, or one of a few words: `ThingOrWord(("each", "host"), "partners")`."""

    def found(self, key: Words, context: "Context") -> object:
        """Return the word itself, or the thing of the key."""
        return key if key in self.words else super().found(key, context)
