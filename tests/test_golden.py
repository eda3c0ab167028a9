"""The Markdown of the Lancashire papers, kept in `tests/golden/`: whatever changes a word of them shows in the difference of a review.

`pytest tests/test_golden.py --golden-update` writes them afresh.
"""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

import pytest
from whole import LANCASHIRE, PAPERS, printed

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("paper", PAPERS)
def test_the_markdown_of_a_paper_is_the_one_kept(paper, request):
    path = GOLDEN / f"{paper.replace('/', '-')}.md"
    now = printed(LANCASHIRE, paper, "md").decode()
    if request.config.getoption("--golden-update"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(now, encoding="utf-8")
    kept = path.read_text(encoding="utf-8") if path.exists() else ""
    difference = unified_diff(kept.splitlines(), now.splitlines(), str(path.name), "as drafted now", lineterm="", n=1)
    told = "\n".join(difference)
    if told:
        pytest.fail(f"{told}\n\nIf this is meant: pytest tests/test_golden.py --golden-update", pytrace=False)


def test_no_golden_file_is_left_of_a_paper_that_is_gone():
    assert sorted(path.stem for path in GOLDEN.glob("*.md")) == sorted(paper.replace("/", "-") for paper in PAPERS)
