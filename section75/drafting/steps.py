"""The words of the steps by which overspends are met and underspends used.

In: the texts of `templates/steps`, a step and its rule. Out: the inlines that the text of the step's verb says, under the heading for the
kind of its list. They are read here and printed as they are where a template writes `step | said(rule)`, so that no fact in them can
become markup.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self

from section75.document.tree import Block, Document, Part, Reference, Text, plain
from section75.drafting.lexicon import renamed
from section75.drafting.names import names_of
from section75.drafting.writing import Writing
from section75.facts.steps import STEPS
from section75.problems import Place, Problem, Refused, one_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from section75.document.tree import Inline
    from section75.facts.agreement import Agreement
    from section75.facts.law import Roles
    from section75.facts.step import Step
    from section75.facts.variances import Rule
    from section75.text.library import Template

HEADING: Final = re.compile(r"^# (?P<words>.+)$", re.MULTILINE)


class StepWords:
    """Says steps; what it meets on the way is noted with the paper that is being written."""

    def __init__(self, texts: Mapping[str, Template], writing: Writing) -> None:
        """Keep the texts by verb."""
        self.texts, self.writing = texts, writing

    def __call__(self, step: Step, rule: Rule) -> tuple[Inline, ...]:
        """Return the words of a step in a list."""
        text = self.texts.get(step.verb)
        if text is None:
            return ()
        names = self.writing.names
        self.writing.names = {**names, "step": step, "rule": rule}
        blocks = self.writing.blocks(text.body)
        self.writing.names = names
        words = phrase(blocks, rule.which)
        if words is None and text.file not in self.writing.failed:
            self.writing.problems.append(_missing(text, rule.which))
        return words or ()


def phrase(blocks: tuple[Block, ...], which: str) -> tuple[Inline, ...] | None:
    """Return the one paragraph under the heading `Overspend` or `Underspend`."""
    for block in blocks:
        if plain(block.heading).casefold() == which and [child.kind for child in block.children] == ["words"]:
            return block.children[0].content
    return None


def unworded(texts: Mapping[str, Template], unread: Iterable[str]) -> Iterator[Problem]:
    """Yield the steps without words, the words without a step, and the texts that say nothing for a list in which their step may stand."""
    for verb, model in STEPS.items():
        if verb in texts:
            headings = {found["words"].strip().casefold() for found in HEADING.finditer(texts[verb].body.source)}
            yield from (_missing(texts[verb], which) for which in model.serves if which not in headings)
        elif verb not in unread:
            yield Problem(Place(f"templates/steps/{verb}.md"), "name", "error", "This text is missing.", "Every step needs its words.")
    for verb in texts:
        if verb not in STEPS:
            yield Problem(Place(texts[verb].file), "name", "error", f"There is no step “{verb}”.", one_of(verb, STEPS))


def _missing(text: Template, which: str) -> Problem:
    message = f"There is no heading “{which.capitalize()}” with one paragraph under it."
    return Problem(Place(text.file), "header", "error", message, "Write it, and under it the words that follow “is met” or “is used”.")


def with_step_words(writing: Writing, texts: Mapping[str, Template]) -> Writing:
    """Let the texts that are written say steps: `step | said(rule)`."""
    writing.names = {**writing.names, "words_of_steps": StepWords(texts, writing)}
    return writing


SCHEDULE: Final = "the schedule on risk"
"""What is said in place of a reference, where steps are told outside the agreement."""


@dataclass(frozen=True, slots=True)
class PlainSteps:
    """Says steps outside a document, in the words of the agreement: for a terminal."""

    agreement: Agreement
    words: StepWords

    @classmethod
    def of(cls, agreement: Agreement, texts: Mapping[str, Template], roles: Roles) -> Self:
        """Return the words for the steps of an agreement."""
        return cls(agreement, StepWords(texts, Writing(names_of(agreement, roles))))

    def said(self, step: Step, rule: Rule) -> str:
        """Return the words of a step. Raises `Refused` where its text cannot be written."""
        inlines = tuple(Text(SCHEDULE) if isinstance(inline, Reference) else inline for inline in self.words(step, rule))
        if self.words.writing.problems:
            raise Refused(self.words.writing.problems)
        part = Part("body", children=(Block("words", content=inlines),))
        return plain(renamed(Document("agreement", "", (part,)), self.agreement.lexicon).parts[0].children[0].content)
