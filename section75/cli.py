"""The command: `python build.py build|check|…`, a verb a file of `section75/commands/verbs`.

In: the words of the command line. Out: exit status 0 (done), 1 (problems found), 2 (wrong usage) or 130 (ended by its user), and words on
the terminal.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from section75.commands.saying import PROBLEMS, print_problems
from section75.commands.strangers import refuse_strangers
from section75.commands.verbs import DEFAULT, AtOnce, parser, verb, verbs
from section75.document.writing_time import stated_time
from section75.filing.files import unwritten
from section75.problems import Refused

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from section75.commands.verbs import Verb

SELDOM: Final = (100_000, 20, 20)
"""How seldom the collector of cycles looks for any: papers are trees and hold none, and looking takes a sixth of the time of drafting."""
STOPPED: Final = 130
"""The status of a program that its user has ended, as shells have it."""
ROOT: Final = Path(__file__).resolve().parent.parent


def _run(module: Verb, root: Path, asked: argparse.Namespace) -> int:
    """Do what is asked by facts and texts: what that needs is loaded only now."""
    from section75.commands.ready_texts import ready_texts
    from section75.filing.store import store_of
    from section75.project import Project

    if getattr(asked, "no_cache", False):
        return module.run(Project(root), asked)
    store = store_of(root)
    with ready_texts(store):
        return module.run(Project(root, store=store), asked)


def main(words: Sequence[str], root: Path = ROOT) -> int:
    """Do what the words ask; without a verb, build."""
    gc.set_threshold(*SELDOM)
    first = next((word for word in words if not word.startswith("-")), "")
    given = list(words)
    if first not in verbs() and not {"-h", "--help"} & set(words[:1]):
        given.insert(0, DEFAULT)
    asked = parser(given[0] if given[0] in verbs() else "").parse_args(given)
    module = verb(asked.command)
    try:
        stated_time()  # one that is no time is refused before anything is read or written
        refuse_strangers(root)
        status = module.at_once(root, asked) if isinstance(module, AtOnce) else None
        if status is not None:
            return status
        return _run(module, root, asked)
    except Refused as refused:
        print_problems(refused.problems, root)
        return PROBLEMS
    except KeyboardInterrupt:
        sys.stderr.write("Stopped. Every file is whole: as it was, or as it was to be.\n")
        return STOPPED
    except OSError as fault:
        print_problems([unwritten(fault)], root)
        return PROBLEMS
