"""The comments of a returned file: on which words each stands, whom it answers, and whether it is settled.

In: a `Package`, and what the reading of its paragraphs found of where comments begin and end. Out: `Comment`s in the order of the file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.returned.marks import Comment, guarded, shown, tidied
from section75.returned.runs import W

if TYPE_CHECKING:
    from lxml.etree import _Element

    from section75.returned.package import Package
    from section75.returned.runs import Open

PARAGRAPH_ID: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
EX: Final = "{http://schemas.microsoft.com/office/word/2012/wordml}"


def comments(package: Package, found: Open) -> tuple[Comment, ...]:
    """Return the comments; one that Word keeps without a place stands in no paragraph."""
    said = {**{number: "".join(words) for number, words in found.comments.items()}, **found.said}
    more = {one.get(f"{EX}paraId", ""): one for root in package.parts("commentsExtended") for one in root.iter(f"{EX}commentEx")}
    every = [one for root in package.parts("comments") for one in root.iter(f"{W}comment")]
    ids = {paragraph: one.get(f"{W}id", "") for one in every if (paragraph := _last_paragraph(one))}
    made = []
    for one in every:
        number, extended = one.get(f"{W}id", ""), more.get(_last_paragraph(one))
        parent = "" if extended is None else extended.get(f"{EX}paraIdParent", "")
        done = extended is not None and extended.get(f"{EX}done") in ("1", "true")
        who, when = (guarded(one.get(f"{W}{name}", "")) for name in ("author", "date"))
        place = found.begun.get(number, -1)
        made.append(Comment(number, who, when, _words(one), shown(said.get(number, "")), ids.get(parent, ""), done, place))
    return tuple(made)


def _last_paragraph(comment: _Element) -> str:
    """Return the id of a comment's last paragraph, by which Word names the comment."""
    found = [one.get(PARAGRAPH_ID, "") for one in comment.iter(f"{W}p")]
    return found[-1] if found else ""


def _words(comment: _Element) -> str:
    paragraphs = ("".join(one.text or "" for one in paragraph.iter(f"{W}t")) for paragraph in comment.iter(f"{W}p"))
    return tidied(guarded("\n".join(paragraphs)))
