"""The Markdown of papers of Lancashire and of the example, Northshire, kept in `tests/golden/`.

Whatever changes a word of them shows in the difference of a review. `pytest tests/test_golden.py --golden-update` writes them afresh.
"""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

import pytest
from whole import GOLDEN, LANCASHIRE, printed

FOLDER = Path(__file__).parent / "golden"
KEPT = [(name, paper) for name, papers in GOLDEN.items() for paper in papers]


def stem(name, paper):
    """Return the name of a golden file; those of Lancashire, which came first, bear no council's name."""
    return paper.replace("/", "-") if name == LANCASHIRE else f"{name.partition('-')[0]}-{paper.replace('/', '-')}"


@pytest.mark.parametrize(("name", "paper"), KEPT)
def test_the_markdown_of_a_paper_is_the_one_kept(name, paper, request):
    path = FOLDER / f"{stem(name, paper)}.md"
    now = printed(name, paper, "md").decode()
    if request.config.getoption("--golden-update"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(now, encoding="utf-8")
    kept = path.read_text(encoding="utf-8") if path.exists() else ""
    difference = unified_diff(kept.splitlines(), now.splitlines(), str(path.name), "as drafted now", lineterm="", n=1)
    told = "\n".join(difference)
    if told:
        pytest.fail(f"{told}\n\nIf this is meant: pytest tests/test_golden.py --golden-update", pytrace=False)


def test_no_golden_file_is_left_of_a_paper_that_is_gone():
    assert sorted(path.stem for path in FOLDER.glob("*.md")) == sorted(stem(*kept) for kept in KEPT)
