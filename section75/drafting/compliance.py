"""The compliance statement of an agreement, drafted.

In: the paper it belongs to, with what the Regulations ask of the agreement, and its text. Out: the numbered Document. It is another paper
than the agreement, so it prints the numbers of clauses as words, as they stand in the draft that was made with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from section75.document.index import index
from section75.document.numbering import number
from section75.document.tree import Document, Part, plain
from section75.drafting.agreement import Drafted, Origin
from section75.drafting.lexicon import renamed
from section75.drafting.names import names_of
from section75.drafting.strip import with_strip
from section75.drafting.writing import Writing
from section75.problems import Refused, errors

if TYPE_CHECKING:
    from section75.drafting.regulations import Regulations
    from section75.drafting.report import Paper
    from section75.text.library import Template


def draft_compliance(told: Regulations, paper: Paper, text: Template) -> Drafted:
    """Return the statement drafted and numbered. Raises `Refused` with every fault of its texts at once."""
    writing = Writing({**names_of(paper.agreement, paper.roles), "statement": told.statement})
    part = Part("body", children=(*writing.blocks(text.body, text.id), *told.blocks(writing)))
    if faults := [*errors(paper.library.problems), *writing.problems]:
        raise Refused(faults)
    title = next((plain(block.heading) for block in part.children if block.role == "title"), "")
    document = Document("compliance", title, (part,), title, reference=str(paper.agreement.title))
    document = number(renamed(document, paper.agreement.lexicon), paper.scheme)
    printed = index(document).printed_facts()
    assumed = tuple(one for one in paper.agreement.assumptions if one.path in printed)
    document = with_strip(document, assumed, paper.front, writing)
    origins = {one.id: Origin(one.file, "", writing.looked_at.get(one.id, frozenset())) for one in (text, told.text)}
    return Drafted(document, origins, assumed)
