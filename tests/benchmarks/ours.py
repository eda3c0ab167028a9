"""Our PDF of a drafted Document, as a process of its own: for the benchmarks, which time it.

In: a packed task of a build, and a file to write. Out: the PDF. Nothing is kept or recalled.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from section75.commands.pages import print_packed  # noqa: E402 - the project is found by its path first


def main(task: str, file: str) -> None:
    """Write the PDF."""
    Path(file).write_bytes(print_packed(ROOT, Path(task).read_bytes(), cached=False).data)


if __name__ == "__main__":
    main(*sys.argv[1:])
