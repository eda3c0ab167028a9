"""Every output of the command, made once: what a test compares with the same made elsewhere, at another time, in another order.

In: `python every_output.py PROJECT OUT JOBS ORDER …`; ORDER is `sorted` or `reversed`, in which folders list their files, and what follows
are further words for the build. Out: files in OUT; what is printed is kept as files too. The project has the agreements `river`, `dale`
(as river, but changed) and `mill`.
"""

from __future__ import annotations

import contextlib
import io
import os
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
    assert main(["build", "river", "--jobs", jobs, "--out", str(out / "build"), *more], root) == 0
    assert main(["build", "mill", "--annotate", "--jobs", jobs, "--out", str(out / "annotated"), *more], root) == 0
    for ending in ("csv", "html", "ics", "xlsx"):
        assert main(["register", "--on", "2026-05-01", "-o", str(out / f"register.{ending}")], root) == 0
    for ending in ("docx", "html", "json", "md", "pdf", "txt"):
        assert main(["compare", "river", "dale", "-o", str(out / f"compare.{ending}")], root) == 0
    for form in ("text", "json", "github", "sarif"):
        kept(f"check-{form}.txt", "check", "--format", form)
    kept("forecast.json", "forecast", "mill", "--year", "2026/27", "--scheme", "reablement=800,000.01", "--format", "json")
    kept("explain.txt", "explain", "term")
    assert main(["send", "river", "--on", "4 May 2026", "--out", str(out / "sent")], root) == 0
    (sent,) = (out / "sent").rglob("*.docx")
    back = out / "back.docx"
    back.write_bytes(Hand(sent.read_bytes()).replace("This Agreement starts", "starts", "begins", tracked=True).data())
    for form in ("json", "md", "text"):
        kept(f"returned.{form}", "returned", str(back), "--format", form)
    kept("text.txt", "text", str(back))
    back.unlink()
    for path in (root / "agreements" / "river" / "sent").iterdir():
        (out / f"record-{path.name}").write_bytes(path.read_bytes())


if __name__ == "__main__":
    listed_in_order(backwards=sys.argv[4] == "reversed")
    make(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[5:])
