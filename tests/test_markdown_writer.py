"""Markdown of record: written, and read back as the same document."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from random_documents import documents, normal_document

from section75.document.house import ALPHA, House, Scheme
from section75.document.numbering import number
from section75.problems import Refused
from section75.text.markup import read_document
from section75.writers.markdown import write

DEFAULT = House("default", Scheme())
OTHER = House("other", Scheme(clauses=ALPHA, sections=("1.0", "1.1"), section_items=("(1)",), schedules=("(1)", "(a)", "(i)")))
RANDOM = settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))


def read_back(document):
    return read_document(write(document, DEFAULT).decode(), "record.md")


@RANDOM
@given(documents)
def test_a_document_is_read_back_as_it_was_written(document):
    document = normal_document(document)
    assert read_back(document) == document
