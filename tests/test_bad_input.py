"""Bad input is refused, all of it at once, with the place and a remedy: one folder of `tests/cases/bad` is one case.

Each case lies over the sound agreement of `tests/cases/good/river` and the project's own texts; `expected.txt` holds what is printed, and
`pytest tests/test_bad_input.py --golden-update` writes it afresh.
"""

from __future__ import annotations

import pytest
from cases import CASES, RIVER, laid_out

from section75 import cli

EXCERPT = "    "
"""What the line of the file that is in question, and its caret, begin with."""
BAD = sorted(folder.name for folder in (CASES / "bad").iterdir())


@pytest.mark.parametrize("command", ["check", "build"])
@pytest.mark.parametrize("case", BAD)
def test_it_is_refused_with_these_lines_and_nothing_is_written(case, command, tmp_path, capsys, request):
    root = laid_out(tmp_path / "project", RIVER, CASES / "bad" / case)
    out = tmp_path / "out"
    words = [command, "case", *(["--out", str(out)] if command == "build" else [])]
    assert cli.main(words, root) == 1
    printed = capsys.readouterr().err
    expected = CASES / "bad" / case / "expected.txt"
    if request.config.getoption("--golden-update"):
        expected.write_text(printed, encoding="utf-8")
    assert printed == expected.read_text(encoding="utf-8")
    assert not out.exists()
    assert not (root / "build").exists()


@pytest.mark.parametrize("case", BAD)
def test_each_line_has_a_place_a_level_and_a_rule(case):
    told = (CASES / "bad" / case / "expected.txt").read_text(encoding="utf-8").splitlines()
    for line in (line for line in told if not line.startswith(EXCERPT)):
        file, row, column, level, _ = line.split(":", 4)
        assert file.startswith(("agreements/", "templates/"))
        assert int(row) >= 1
        assert int(column) >= 1
        assert level.strip() in {"error", "warning"}
        assert line.endswith("]")


@pytest.mark.thorough
def test_the_agreement_that_cases_lie_over_is_sound(tmp_path, capsys):
    root = laid_out(tmp_path / "project", RIVER)
    assert cli.main(["check", "river"], root) == 0
    told = (line for line in capsys.readouterr().err.splitlines() if not line.startswith(EXCERPT))
    assert not [line for line in told if ": information: " not in line and ": advice: " not in line]
