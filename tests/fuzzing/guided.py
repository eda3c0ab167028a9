"""Fuzzing that follows which lines of the program an input has reached: `guided.py TARGET SECONDS`; needs atheris, which only this needs.

In: the name of a target, and for how many seconds. Out: what libFuzzer tells; the status is 0 where nothing was found, and where something
was, the bytes that did it lie in the folder from which it was started.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import mkdtemp

import atheris

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parent.parent)]

with atheris.instrument_imports(include=["section75"]):
    from targets import TARGETS

SLOWEST = 20
"""Seconds after which one input counts as a hang."""


def seeds(target: str) -> Path:
    """Return a folder with a sound input to begin with."""
    from seeds import SEEDS

    folder = Path(mkdtemp(prefix="seeds-"))
    for place, data in enumerate(SEEDS[target]()):
        (folder / str(place)).write_bytes(data)
    return folder


if __name__ == "__main__":
    asked, seconds = sys.argv[1:3]
    options = [
        f"-max_total_time={seconds}",
        f"-timeout={SLOWEST}",
        "-rss_limit_mb=4000",
        "-print_final_stats=1",
        "-seed=75",
        "-max_len=40000",
    ]
    atheris.Setup([sys.argv[0], *options, str(seeds(asked))], TARGETS[asked])
    atheris.Fuzz()
