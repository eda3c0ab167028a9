"""Whether a picture is one of ours: only then may it be printed.

In: SVG that was read from a file. Out: yes or no. Pictures lie beside signed texts and deeds, where anybody could have put another one; SVG
may hold programs, and may fetch files and pages, and nothing of that is ever among our shapes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Mapping

NAMESPACE: Final = "{http://www.w3.org/2000/svg}"
SHAPES: Final = frozenset(
    NAMESPACE + name for name in ("svg", "title", "desc", "rect", "line", "polyline", "polygon", "circle", "path", "g", "text", "tspan")
)
VALUE: Final = re.compile(r"[\w#., -]*")
"""No address, no function, no escape: `url(…)`, `javascript:…` and `\\75 rl(` need other signs."""
FORBIDDEN: Final = re.compile(r"on|href|src|style|class", re.IGNORECASE)
"""How the names of attributes begin that could do more than draw."""


def is_drawn_here(picture: str) -> bool:
    """Whether a picture holds our shapes, plain words and numbers, and nothing else."""
    if "<!" in picture or "<?" in picture:
        return False
    try:
        root = ET.fromstring(picture)
    except (ET.ParseError, ValueError):
        return False
    return root.tag == f"{NAMESPACE}svg" and all(one.tag in SHAPES and _is_plain(one.attrib) for one in root.iter())


def _is_plain(attributes: Mapping[str, str]) -> bool:
    return all(not FORBIDDEN.match(name) and "}" not in name and VALUE.fullmatch(value) for name, value in attributes.items())
