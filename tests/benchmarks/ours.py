"""A drafted Document printed, as a process of its own: for the benchmarks, which time it.

In: a packed task of a build, a file to write, and how often. Out: the file. Nothing is kept or recalled.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from section75.commands.pages import print_packed  # noqa: E402 - the project is found by its path first


def main(task: str, file: str, times: str = "1") -> None:
    """Write the file, each time from the packed Document."""
    for _ in range(int(times)):
        Path(file).write_bytes(print_packed(ROOT, Path(task).read_bytes(), cached=False).data)


if __name__ == "__main__":
    main(*sys.argv[1:])
