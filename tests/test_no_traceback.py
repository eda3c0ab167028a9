"""Whatever stands in a file, the command answers with problems that have places, and never with a traceback."""

from __future__ import annotations

import os
import re
import shutil
from typing import TYPE_CHECKING

import pytest
from cases import RIVER, laid_out
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from section75 import cli

if TYPE_CHECKING:
    from pathlib import Path

CLAUSE = """---
when: arrangement.commissioned
definitions:
  Test: a test that {{ title }} requires under [clause](#testing).
note: A note.
---
# Testing {#testing}

1. In this Agreement: {#definitions}

2. Each Partner must pass the Test before {{ term.expiry }}: {#testing-duty}

    1. once; and
{% for partner in partners if partner.is_nhs %}
    2. for {{ partner.name | capital }}, under [sub-clause](#testing-duty).
{% endfor %}

Table: Tests {.form 50 50}
| Partner | {{ partners | length }} |
|---|---|
{% for partner in partners %}
| {{ partner.short }} | {% if partner.area is known %}{{ partner.area }}{% else %}[● the area]{% endif %} |
{% endfor %}
"""
SCHEDULE = """# Tests {#schedule-tests}

## The Test

1. The “**Tester**” is {{ arrangement.council.short }} **as** {>>note<<} [clause](#testing) says.
2. The Tester must keep a record.
"""
PIECES = re.compile(r"\s+|\w+|[^\w\s]")
ODD = [
    *(
        "{{",
        "}}",
        "{%",
        "%}",
        "<!--",
        "-->",
        "{#",
        "}",
        "[",
        "](#x)",
        "|",
        "**",
        "“",
        "\\",
        ":::",
        "---\n",
        "# ",
        "1. ",
        "- ",
        "    ",
        "   ",
    ),
    *("\t", ": ", "&a ", "*a", "<<: ", "!x ", "? ", "TBC", "removed", "{assumed: x}", "[1, 2]", "'", '"', "|\n", "%", "@", "`", "\r"),
    *(
        "\n",
        "\n\n",
        "\x00",
        "\u00a0",
        "\u200b",
        "\ue000",
        "\ue0000\ue001",
        "\U000f0001",
        "\ufeff",
        "é",
        "0",
        "-1",
        "1e9",
        "9" * 400,
        "(" * 60,
    ),
    *("(" * 60, "x.y.z", "term", "partners", "loop", "is known", "| each", "{{ partners }}", "{% if term %}", "{% endif %}", "{% else %}"),
    *("{% for x in title %}", "{% endfor %}"),
]
ERROR = re.compile(r"(?P<file>[^:]+):(?P<line>\d+):(?P<column>\d+): (?P<level>error|warning|information|advice): .+ \[[a-z0-9-]+\]")
EXCERPT = "    "
"""What the line of the file that is in question, and its caret, begin with."""


@pytest.fixture(scope="module")
def root(tmp_path_factory) -> Path:
    """Return a project with few texts, so that it is soon checked."""
    root = laid_out(tmp_path_factory.mktemp("fuzz") / "project", RIVER)
    for name in ("templates/clauses", "schedules", "templates/reports/sections", "templates/equality", "templates/houses/lancashire"):
        shutil.rmtree(root / name)
        (root / name).mkdir()
    shutil.rmtree(root / "agreements" / "river" / "reports")
    (root / "agreements" / "river" / "equality.yaml").unlink()
    (root / "templates" / "background.md").write_text("1. {{ title }} is for {{ subject }}.\n", encoding="utf-8")
    (root / "templates" / "clauses" / "010-testing.md").write_text(CLAUSE, encoding="utf-8")
    (root / "schedules" / "010-tests.md").write_text(SCHEDULE, encoding="utf-8")
    return root


@st.composite
def mutated(draw, text: str) -> str:
    """Return the text with up to four of its pieces dropped, doubled, exchanged or joined by odd ones."""
    pieces = PIECES.findall(text)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(pieces) - 1))
        other = draw(st.one_of(st.sampled_from(ODD), st.sampled_from(pieces), st.text(max_size=3)))
        change = draw(st.sampled_from(("drop", "double", "put", "insert")))
        new = {"drop": [], "double": [pieces[at]] * 2, "put": [other], "insert": [other, pieces[at]]}[change]
        pieces[at : at + 1] = new or [""]
    return "".join(pieces)


def answers(root: Path, capsys) -> None:
    status = cli.main(["check", "river"], root)
    lines = [line for line in capsys.readouterr().err.split("\n")[:-1] if not line.startswith(EXCERPT)]
    assert status in (0, 1)
    found = [ERROR.fullmatch(line) for line in lines]
    assert all(found), [line for line, match in zip(lines, found, strict=True) if not match]
    wrong = [match for match in found if match["level"] == "error"]
    assert bool(wrong) == (status == 1)
    for match in wrong:
        path = root / match["file"]
        assert path.is_file(), match[0]
        assert 1 <= int(match["line"]) <= path.read_bytes().count(b"\n") + 2, match[0]


EXAMPLES = 100 if os.environ.get("CI") == "true" else 25
fuzzed = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
AGREEMENT = (RIVER / "agreements" / "river" / "agreement.yaml").read_text(encoding="utf-8")


@pytest.mark.thorough
@fuzzed
@given(words=mutated(AGREEMENT))
def test_no_agreement_ends_in_a_traceback(words, root, capsys):
    path = root / "agreements" / "river" / "agreement.yaml"
    path.write_bytes(words.encode("utf-8", "surrogatepass"))
    try:
        answers(root, capsys)
    finally:
        path.write_text(AGREEMENT, encoding="utf-8")


@pytest.mark.thorough
@fuzzed
@given(words=mutated(CLAUSE))
def test_no_clause_ends_in_a_traceback(words, root, capsys):
    path = root / "templates" / "clauses" / "010-testing.md"
    path.write_bytes(words.encode("utf-8", "surrogatepass"))
    try:
        answers(root, capsys)
    finally:
        path.write_text(CLAUSE, encoding="utf-8")


def test_the_project_is_sound_where_nothing_is_changed(root, capsys):
    answers(root, capsys)
    assert cli.main(["check", "river"], root) == 0
