"""The time that a file bears where its format must carry one: the same on every day, so that equal papers are equal bytes.

In: `SOURCE_DATE_EPOCH` of the environment, where it is set (https://reproducible-builds.org/specs/source-date-epoch/): seconds since the
beginning of 1970. Out: a time in UTC; a fixed one where nothing is set. The clock is never asked.
"""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime
from typing import Final

from section75.problems import Place, Problem, Refused

NAME: Final = "SOURCE_DATE_EPOCH"
FIXED: Final = datetime(2000, 1, 1, tzinfo=UTC)
LAST: Final = 253_402_300_799
"""The last second of the year 9999: no format of ours can tell a later one."""
SECONDS: Final = re.compile(r"[0-9]{1,12}")
REMEDY: Final = "Set it to whole seconds since 1 January 1970, as `git log -1 --format=%ct` prints them, or do not set it."


def stated_time() -> datetime | None:
    """Return the time that the environment states, or nothing where it states none. Raises `Refused` where it is no time."""
    words = os.environ.get(NAME, "")
    if not words:
        return None
    if not SECONDS.fullmatch(words) or int(words) > LAST:
        message = f"{NAME} is “{words}”, which is no time."
        raise Refused([Problem(Place(NAME), "time", "error", message, REMEDY)])
    return datetime.fromtimestamp(int(words), UTC)


def writing_time() -> datetime:
    """Return the time that files bear. Raises `Refused` where the environment states one that is no time."""
    return stated_time() or FIXED
