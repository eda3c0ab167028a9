"""A pool manager's report or annual return, drafted.

In: a `Statement`, the paper it belongs to and the text of its kind. Out: the numbered Document.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from section75.document.index import index
from section75.document.numbering import number
from section75.document.tree import Document, Part, plain
from section75.drafting.agreement import Drafted, Origin
from section75.drafting.lexicon import renamed
from section75.drafting.names import names_of_figures
from section75.drafting.strip import with_strip
from section75.drafting.writing import Writing
from section75.problems import Problem, Refused, errors

if TYPE_CHECKING:
    from collections.abc import Mapping

    from section75.drafting.report import Paper
    from section75.facts.statements import Statement
    from section75.text.library import Template


def draft_figures(statement: Statement, paper: Paper, texts: Mapping[str, Template]) -> Drafted:
    """Return the report or return drafted and numbered. Raises `Refused` with every fault of its text at once."""
    figures = statement.figures
    text = texts.get(figures.kind)
    if text is None:
        remedy = f"Put templates/figures/{figures.kind}.md back."
        missing = Problem(figures.place("kind"), "name", "error", f"There is no text “{figures.kind}”.", remedy)
        raise Refused([*errors(paper.library.problems), missing])
    writing = Writing(names_of_figures(statement, paper.roles))
    part = Part("body", children=writing.blocks(text.body, text.id))
    if faults := [*errors(paper.library.problems), *writing.problems]:
        raise Refused(faults)
    document = Document("figures", "", (part,), reference=str(paper.agreement.title))
    document = _titled(number(renamed(document, paper.agreement.lexicon), paper.scheme))
    printed = index(document).printed_facts()
    assumed = [one for one in (*paper.agreement.assumptions, *figures.assumptions) if one.path in printed]
    document = with_strip(document, assumed, paper.front, writing)
    return Drafted(document, {text.id: Origin(text.file, "", writing.looked_at.get(text.id, frozenset()))}, tuple(assumed))


def _titled(document: Document) -> Document:
    """Return the document with the words of its title, in which the agreement's own words stand by now."""
    title = next((plain(block.heading) for part in document.parts for block in part.children if block.role == "title"), "")
    return replace(document, title=title, running=title)
