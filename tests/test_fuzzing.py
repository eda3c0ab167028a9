"""Whatever bytes stand in a file, what reads it answers: no traceback, and no input on which it does not come to an end.

Hypothesis mutates sound files; atheris does the same for hours where `make soak` starts it (tests/fuzzing/guided.py). CI tries `EXAMPLES`
inputs for each of the readers.
"""

from __future__ import annotations

import io
import os
import re
import sys
import zipfile
from pathlib import Path

import pytest
from attacking import within
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent / "fuzzing"))

from seeds import SEEDS
from targets import TARGETS

EXAMPLES = int(os.environ.get("EXAMPLES", "60" if os.environ.get("CI") == "true" else "10"))
SLOWEST = 10
"""Seconds that one input may take."""
PIECES = re.compile(rb"\s+|\w+|[^\w\s]")
ODD = tuple(
    words.encode("utf-8", "surrogatepass")
    for words in (
        *("{{", "}}", "{%", "%}", "<!--", "-->", "{#", "[", "](#x)", "|", "**", "\\", ":::", "---\n", "# ", "1. ", "- ", "    ", "“**X**”"),
        *(": ", "&a ", "*a", "<<: ", "!x ", "? ", "TBC", "removed", "{assumed: x}", "[1, 2]", "'", '"', "|\n", "@", "\t", "\r"),
        *("\x00", "\xa0", "\u200b", "\ue000", "\ud800", "\ufeff", "9" * 400, "(" * 90, "[" * 90, "{" * 90, "<w:p>", "</w:p>", "<!DOCTYPE"),
        *("{% for x in partners %}", "{% endfor %}", "{% if x %}", "{% endif %}", "{% else %}", "{++", "++}", "{--", "--}", "{>>", "<<}"),
        *("![x](picture:term)", "Table: x {.form 50 50}\n", "|---|", "::: box\n", ":::\n"),
    )
)
WORD = ("word", "shell")
"""The targets whose inputs are zip files: their parts are mutated, and then the whole."""


@st.composite
def mutated(draw, sound: bytes) -> bytes:
    """Return bytes with up to eight of their pieces dropped, doubled, exchanged or joined by odd ones."""
    pieces = PIECES.findall(sound)
    for _ in range(draw(st.integers(1, 8))):
        at = draw(st.integers(0, max(len(pieces) - 1, 0)))
        other = draw(st.one_of(st.sampled_from(ODD), st.sampled_from(pieces or [b""]), st.binary(max_size=6)))
        here = pieces[at : at + 1]
        new = {"drop": [], "double": here * 2, "many": here * 200, "put": [other], "insert": [other, *here]}
        pieces[at : at + 1] = new[draw(st.sampled_from(sorted(new)))]
    return b"".join(pieces)


@st.composite
def rezipped(draw, sound: bytes) -> bytes:
    """Return a zip file one of whose parts is mutated, and of the whole perhaps a few bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sound)) as before, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
        wounded = draw(st.sampled_from(before.namelist()))
        for name in before.namelist():
            after.writestr(name, draw(mutated(before.read(name))) if name == wounded else before.read(name))
    data = bytearray(made.getvalue())
    for at, byte in draw(st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=3)):
        data[min(int(at * len(data)), len(data) - 1)] = byte
    return bytes(data)


@pytest.mark.thorough
@pytest.mark.parametrize("target", TARGETS)
def test_mutated_files_are_answered(target):
    sound = SEEDS[target]()
    tried = 0

    @settings(max_examples=EXAMPLES, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(st.sampled_from(sound).flatmap(rezipped if target in WORD else mutated))
    def answered(data):
        nonlocal tried
        tried += 1
        with within(SLOWEST):
            TARGETS[target](data)

    answered()
    sys.stdout.write(f"{target}: {tried} mutated files were answered\n")
    assert tried >= EXAMPLES // 2


@pytest.mark.thorough
@pytest.mark.parametrize("target", TARGETS)
def test_any_bytes_are_answered(target):
    @settings(max_examples=EXAMPLES, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(st.one_of(st.binary(max_size=400), st.lists(st.sampled_from(ODD), max_size=60).map(b"".join)))
    @example(b"\r")
    @example(b"{% if x %}\r{% endif %}\r\n\r")
    def answered(data):
        with within(SLOWEST):
            TARGETS[target](data)

    answered()


@pytest.mark.parametrize("target", TARGETS)
def test_the_sound_files_that_are_mutated_are_sound(target):
    for data in SEEDS[target]():
        TARGETS[target](data)
