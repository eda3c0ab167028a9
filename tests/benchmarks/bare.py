"""WeasyPrint alone, as a process of its own: for the benchmarks, which time it.

In: a file of HTML, and a file to write. Out: the PDF that WeasyPrint makes of it, tagged as ours are.
"""

from __future__ import annotations

import sys
from pathlib import Path

import weasyprint


def main(page: str, file: str) -> None:
    """Write the PDF."""
    weasyprint.HTML(string=Path(page).read_text(encoding="utf-8")).write_pdf(file, pdf_variant="pdf/ua-1")


if __name__ == "__main__":
    main(*sys.argv[1:])
