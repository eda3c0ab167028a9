"""Every output of the command, made once: what a test compares with the same made elsewhere, at another time, in another order.

In: `python every_output.py PROJECT OUT JOBS ORDER …`; ORDER is `sorted` or `reversed`, in which folders list their files, and what follows
are further words for the build; `kept` among them says that nothing but the build is wanted. Out: files in OUT; what is printed is kept as
files too. The project has the agreements `hill` and `dale`, which is hill changed.
"""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parent
sys.path[:0] = [str(TESTS.parent), str(TESTS)]


class Listed(list):
    """A folder's entries in one order, used as `os.scandir` gives them."""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None

    def close(self):
        """Do nothing: the folder is read."""


def listed_in_order(*, backwards: bool) -> None:
    """Let every folder list its files in one order, or in the other: file systems have their own."""
    scan, names = os.scandir, os.listdir

    def scandir(*path):
        with scan(*path) as entries:
            return Listed(sorted(entries, key=lambda entry: entry.name, reverse=backwards))

    os.scandir = scandir
    os.listdir = lambda *path: sorted(names(*path), reverse=backwards)


def make(root: Path, out: Path, jobs: str, more: list[str]) -> None:
    """Make every output of a project."""
    from returning import Hand

    from section75.cli import main

    def kept(name: str, *words: str) -> None:
        """Keep what the command prints, and how it ends."""
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
            status = main(words, root)
        said = printed.getvalue().replace(str(root), "PROJECT").replace(str(out), "OUT")
        (out / name).write_text(f"{said}{status}\n", encoding="utf-8")

    out.mkdir(parents=True)
    words = [word for word in more if word != "kept"]
    for asked in (["--format", "docx,html,md"], ["--document", "compliance"]):  # a PDF of two pages tells as much as one of ninety
        assert main(["build", "hill", *asked, "--jobs", jobs, "--out", str(out / "build"), *words], root) == 0
    if "kept" in more:
        return
    assert main(["build", "hill", "--annotate", "--jobs", jobs, "--out", str(out / "annotated"), *words], root) == 0
    for ending in ("csv", "ics", "xlsx"):
        assert main(["register", "hill", "--on", "2026-05-01", "-o", str(out / f"register.{ending}")], root) == 0
    for ending in ("docx", "html", "json"):
        assert main(["compare", "hill", "dale", "-o", str(out / f"compare.{ending}")], root) == 0
    kept("check.json", "check", "--format", "json")
    kept("explain.txt", "explain", "term")
    assert main(["send", "hill", "--on", "4 May 2026", "--out", str(out / "sent")], root) == 0
    (sent,) = (out / "sent").rglob("*.docx")
    back = out / "back.docx"
    back.write_bytes(Hand(sent.read_bytes()).replace("This Agreement starts", "starts", "begins", tracked=True).data())
    kept("returned.json", "returned", str(back), "--format", "json")
    kept("returned.md", "returned", str(back), "--format", "md")
    back.unlink()
    for path in (root / "agreements" / "hill" / "sent").iterdir():
        (out / f"record-{path.name}").write_bytes(path.read_bytes())
    shutil.rmtree(root / "agreements" / "hill" / "sent")


if __name__ == "__main__":
    listed_in_order(backwards=sys.argv[4] == "reversed")
    make(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[5:])
