"""The register as a page, in the dress of the default house.

In: a `Register`. Out: bytes. Its words stand in templates/register.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from section75.drafting.register import draft_register
from section75.problems import Refused
from section75.text.houses import DEFAULT, read_house
from section75.text.library import Library
from section75.writers import written

if TYPE_CHECKING:
    from section75.commands.register import Register


def write(register: Register) -> bytes:
    """Return the page. Raises `Refused` with every fault of its text."""
    root = register.project.root
    house, _ = read_house(root, DEFAULT)
    library = Library(root)
    text = library.read(root / "templates" / "register.md", "register")
    if text is None:
        raise Refused(library.problems)
    return written(draft_register(register, text, house.scheme), house, "html")
