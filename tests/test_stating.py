"""The amendments of a deed as facts: what is written into the file of a deed, read back, does the same."""

from __future__ import annotations

from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from random_agreements import conformed, signed

from section75.commands.varied import UNDECIDED, lines
from section75.comparison.applying import applied
from section75.comparison.operations import operations
from section75.comparison.printed import printed
from section75.document.tree import Text
from section75.facts.reader import parse_yaml
from section75.facts.variation import VariationDeed
from section75.text.markup import read_document
from section75.varying.amending import Beside, operations_of
from section75.varying.stating import stated
from section75.writers.markdown import write

RANDOM = settings(deadline=None, max_examples=15, suppress_health_check=list(HealthCheck))


def read_back(old, new):
    """Return the amendments between two texts as they are read from the files of a deed."""
    deed, texts = read_back_files(old, new)
    return operations_of(deed, Beside(texts, old, (Text("Not used"),)))


def read_back_files(old, new):
    """Return the facts of the deed that makes one text of another, and the texts beside them, as they are read from its files."""
    made = stated(operations(old, new), old)
    tree, problems = parse_yaml(UNDECIDED + "\n".join(lines(made)), "deed.yaml")
    assert problems == ()
    deed = VariationDeed.model_validate(tree)
    texts = {name: read_document(write(text, None).decode(), f"{name}.md") for name, text in made.texts.items()}
    return deed, texts


@RANDOM
@given(st.integers(0, 2**32), st.sampled_from((0.02, 0.1, 0.3)))
def test_a_deed_read_back_makes_the_same_text(seed, often):
    random = Random(seed)  # noqa: S311 - random agreements, no secrets
    old = signed(random)
    new = conformed(old, random, often)
    assert list(printed(applied(read_back(old, new), old))) == list(printed(new))
