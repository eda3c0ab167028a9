"""Small documents for the Word writer: together they hold every kind of block and inline. Northshire is invented.

In: nothing. Out: `AGREEMENT`, `REPORT`, `LANCASHIRE_REPORT`, `SIGNED` and `REDLINE`, numbered, and the houses
with their Word shells.
"""

from __future__ import annotations

from dataclasses import replace

from building import HOSTILE, HOUSE, HOUSES, block, bold, headed, item, lines, row, said, table, words

from section75.document.house import House, Scheme
from section75.document.numbering import number
from section75.document.tree import Blank, Block, Definition, Deleted, Document, Inserted, Note, Part, Reference, Strong

SHELLS = {
    "agreement": HOUSES / "default" / "shell-agreement.docx",
    "report": HOUSES / "default" / "shell-report.docx",
    "equality": HOUSES / "default" / "shell-report.docx",
}
WORD_HOUSE = replace(HOUSE, shells=SHELLS)
WORD_LANCASHIRE = House(
    name="lancashire",
    scheme=Scheme(sections=("", ""), section_items=("1.", "(a)", "(i)"), recommendations=("(i)", "(a)")),
    shells=SHELLS | {"report": HOUSES / "lancashire" / "shell-report.docx"},
)
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 451 60"><title>Term</title><rect width="300" height="22"/></svg>'


def to(target: str, label: str = "clause") -> Reference:
    return Reference(target, label)


COVER = Part(
    "cover",
    children=(
        words("Dated ", Blank("date")),
        item("Northshire County Council"),
        block("closing", "and"),
        item("NHS Northshire Integrated Care Board"),
        headed("section", "Partnership agreement", words("under section 75 of the Act"), role="title"),
        lines(bold("Legal Services"), "County Hall"),
    ),
)
FRONT = (
    Part("parties", said("Parties"), (item("Northshire County Council", end="; and"), item("the ICB", end=".", name="icb"))),
    Part(
        "background", said("Background"), (item("First", end="."), item("Second", end=":", name="second", holds=(item("inner", end="."),)))
    ),
)
MEANINGS = headed(
    "clause",
    "Interpretation",
    item(
        "In this agreement",
        end=":",
        holds=(
            block("definition", Definition(said("Fund")), ": the fund", end="."),
            block(
                "definition",
                Definition(said("Liability")),
                ": a sum payable because of",
                end=":",
                holds=(item("a breach", end="; or"), item("a failure", end=".", name="failure", holds=(item("total", end="."),))),
            ),
            block("definition", Definition(said("Other")), " means", end=":", holds=(item("another", end="."),)),
        ),
    ),
    name="meanings",
)
POOL = headed(
    "clause",
    "Pooled Fund",
    item("The Partners must, ", to("deep"), " permitting and under ", to("pool", "Clause"), ", pool ", HOSTILE, end="."),
    item(
        "The Host must",
        Note("Check with the ICB."),
        end=":",
        holds=(
            item("hold it;", end=""),
            item("appoint an officer, who must", end=":", holds=(
                item("report", end="; and"),
                item("return", end=":", holds=(item("each year", end="; and", name="deep"), item("at the end", end="."))),
            )),
            block("closing", "and keep the books", end="."),
            item("spend it on", end=":", holds=(block("bullet", "equipment", end="; and"), block("bullet", "people", end="."))),
        ),
    ),
    words("Plain words under a clause, see ", to("failure"), ", ", to("nowhere", "a lost clause"), " and ", to("icb", "party"), "."),
    Block("figure", heading=said("Term"), content=said("Timeline of three years."), picture=PICTURE, id="picture"),
    name="pool",
)  # fmt: skip
UNUSED = Block("clause", heading=said("Not used"), role="not used", id="gone")
MONEY = Part(
    "schedule",
    said("Money"),
    (
        words("Clause 2", role="reference"),
        headed(
            "paragraph",
            "Contributions",
            item("Each Partner pays as in ", to("sums"), " under ", to("deep"), end="."),
            table(
                "Contributions",
                row("Partner", "2027/28", role="header"),
                row("Council", "£9,640,000", name="council-row"),
                row("Total", Blank("sum"), role="total"),
                widths="60 0>",
                name="sums",
            ),
            item("In instalments:", holds=(item("monthly", end="; or", name="monthly"), item("yearly", end="."))),
        ),
        table("", row("Fund", "Pool 1"), row("Host", HOSTILE), widths="30 70", role="key"),
        table("Questions", row("Question", "Answer", role="header"), row("Who?", "None"), role="form"),
    ),
    id="money",
)
BOARDS = Part(
    "schedule",
    said("Governance"),
    (
        headed("division", "Boards", headed("paragraph", "Structure", item("As in ", to("duties"), " and ", to("money"), end="."))),
        headed(
            "division",
            "Duties",
            headed("paragraph", "Of the board", item("See ", to("monthly"), ", ", to("sums"), " and ", to("second", "recital"), end=".")),
            name="duties",
        ),
    ),
)
SIGNING = Part(
    "execution",
    said("Execution"),
    (
        words("Signed as a deed."),
        block(
            "execution",
            holds=(
                words(bold("Executed"), " by the Council:"),
                block("bullet", "Authorised signatory"),
                block("bullet", "Seal number: ", Blank("number")),
            ),
        ),
    ),
)
OPERATIVE = Part("operative", said("Agreed terms"), (MEANINGS, POOL, UNUSED))
AGREEMENT = number(
    Document(
        "agreement",
        f"Partnership {HOSTILE}",
        (
            Part("strip", children=(words(bold("Draft 3"), " of 21 November 2026."),)),
            COVER,
            *FRONT,
            OPERATIVE,
            MONEY,
            BOARDS,
            SIGNING,
        ),
        running=f"Partnership {HOSTILE}",
        state="Draft 3",
        reference="NCC/42",
        subject="Equipment & more",
        author="Northshire County Council",
    ),
    WORD_HOUSE.scheme,
)

RECOMMENDED = block(
    "recommendations",
    "The Cabinet is recommended to:",
    holds=(
        item(bold("agree"), " with", end=":", holds=(block("bullet", "the ICB"), block("bullet", "the Trust"))),
        item(bold("note"), " it", end="."),
    ),
)
SECTIONS = (
    headed("section", "Background", item("Pooled since 2015."), item("Not extended:", name="not", holds=(item("by deed", end="."),))),
    headed("section", "Advice", item("See ", to("not", "paragraph"), " and ", to("costs"), "."), words("Plain.")),
    headed("section", "Implications", headed("section", "Financial", words("None.")), headed("section", "Legal", words("None."))),
    table("Costs", row("Item", "Sum", role="header"), row("All", "£1"), widths="70 30>", name="costs"),
)
BOX = block("box", holds=(words("Pool £24.9 million by 31 March 2027."), RECOMMENDED))
TITLE = headed("section", "Community equipment", role="title")
ASIDE = block("aside", holds=(words(bold("Part I")), lines(bold("Electoral Divisions affected:"), "All")))


def report(kind: str, house: House, *head: Block) -> Document:
    body = Part("body", children=(*head, TITLE, BOX, *SECTIONS))
    strip = Part("strip", children=(words("Draft 1: not complete."),))
    parts = (strip, body) if kind == "equality" else (body,)
    return number(Document(kind, "Community equipment", parts, reference="Cabinet, 9 March 2027"), house.scheme)


REPORT = report("report", WORD_HOUSE, words(bold("Northshire County Council")))
EQUALITY = report("equality", WORD_HOUSE)
LANCASHIRE_REPORT = report("report", WORD_LANCASHIRE, lines(bold("Report to the Cabinet"), "Tuesday"), lines("Report of X"), ASIDE)

SIGNED = number(
    Document(
        "agreement",
        "As signed",
        (
            Part(
                "operative",
                children=(
                    headed("clause", "First", item("See ", to("added"), " and ", to("late"), end=".")),
                    replace(headed("clause", "Added later", name="added"), number="1A.", fixed=True),
                    replace(headed("clause", "Much later", item("inner", end=".", name="late")), number="7.", fixed=True),
                ),
            ),
            replace(Part("schedule", said("Maps")), number="Annex A", fixed=True),
        ),
    ),
    WORD_HOUSE.scheme,
)

REDLINE = number(
    Document(
        "agreement",
        "Comparison",
        (
            Part("body", children=(TITLE,)),
            Part(
                "operative",
                children=(
                    headed(
                        "clause",
                        "Extension",
                        item("by ", Deleted(said("letter under ", to("extend"))), Inserted(said(Strong(said("deed")))), " only", end="."),
                        item(Inserted(said("a new sub-clause")), end="."),
                        name="extend",
                    ),
                ),
            ),
        ),
    ),
    WORD_HOUSE.scheme,
)
DOCUMENTS = {
    "agreement": (AGREEMENT, WORD_HOUSE),
    "report": (REPORT, WORD_HOUSE),
    "equality": (EQUALITY, WORD_HOUSE),
    "lancashire": (LANCASHIRE_REPORT, WORD_LANCASHIRE),
    "signed": (SIGNED, WORD_HOUSE),
    "redline": (REDLINE, WORD_HOUSE),
}


def one_part(*blocks: Block, kind: str = "operative") -> Document:
    return Document("agreement", "Title", (Part(kind, children=blocks),))
