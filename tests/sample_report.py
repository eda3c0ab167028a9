"""Sample reports: one content in two houses; and a redline. Northshire is invented.

In: nothing. Out: `REPORT`, `LANCASHIRE_REPORT` and `REDLINE`, numbered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from building import HOSTILE, HOUSE, LANCASHIRE, block, bold, headed, item, lines, row, said, table, to, words

from section75.document.numbering import number
from section75.document.tree import Blank, Block, Deleted, Document, Inserted, Part

if TYPE_CHECKING:
    from section75.document.house import House

SUMMARY = headed(
    "section",
    "Summary",
    words("The Council and the ICB propose to pool £24.9 million in 2027/28. The present agreement ends on 31 March 2027."),
)


def recommended(stem: str) -> Block:
    return block(
        "recommendations",
        stem,
        holds=(
            item(
                bold("approve"),
                " the section 75 agreement with",
                end=":",
                holds=(block("bullet", "NHS Northshire ICB"), block("bullet", "Northshire Community NHS Foundation Trust")),
            ),
            item(bold("delegate"), " authority to agree its final terms", end="; and"),
            item(bold("note"), " ", HOSTILE, end="."),
        ),
    )


BODY = (
    headed(
        "section",
        "Background",
        item("The Council and the NHS have pooled money since 2015."),
        item("The present agreement cannot be extended:", holds=(item("by deed", end="; or"), item("by notice", end="."))),
        name="background",
    ),
    headed(
        "section",
        "Implications",
        headed(
            "section",
            "Financial",
            item("The contribution is in ", to("money"), ", as ", to("background"), " says."),
            name="financial",
        ),
        headed("section", "Equality", item("Cabinet must have due regard. ", Blank("what the analysis found")), words("No more.")),
    ),
    table(
        "Revenue contributions",
        row("Partner", "2027/28", "Change", role="header"),
        row("Northshire County Council", "£9,640,000", "+£289,200"),
        row("Total", "£9,640,000", "+£289,200", role="total", name="total-row"),
        widths="0 25> 25>",
        name="money",
    ),
    table(
        "",
        row("Question", "Answer", role="header"),
        row("What can be done?", Blank("action, or reason for none")),
        widths="34 66",
        role="form",
    ),
)

KEY = table("", row("Report to", "Cabinet, 9 March 2027"), row("Contact", HOSTILE), widths="28 72", role="key")


def report(house: House, head: tuple[Block, ...], state: str = "") -> Document:
    return number(
        Document(
            "report",
            "Community equipment and reablement: new section 75 agreement",
            (Part("body", children=(*head, *BODY)),),
            state=state,
            reference="Cabinet, 9 March 2027",
            author="Northshire County Council",
        ),
        house.scheme,
    )


TITLE = headed("section", "Community equipment and reablement: new section 75 agreement", role="title")

REPORT = report(
    HOUSE,
    (
        words(bold("Northshire County Council")),
        TITLE,
        KEY,
        block("box", holds=(SUMMARY, headed("section", "Recommendations", recommended("Cabinet is recommended to:")))),
    ),
    state="Draft 1",
)

LANCASHIRE_REPORT = report(
    LANCASHIRE,
    (
        lines(bold("Report to the Cabinet"), "Meeting to be held on Tuesday, 9 March 2027"),
        lines(bold("Report of the Executive Director, Adults and Health")),
        block("aside", holds=(words(bold("Part I")), lines(bold("Electoral Divisions affected:"), "All"))),
        TITLE,
        words("(Appendices 'A' and 'B' refer)"),
        lines("Contact for further information:", "A N Officer, (01632) 960001, a.officer@northshire.example"),
        block("box", holds=(SUMMARY, headed("section", "Recommendation", recommended("The Cabinet is recommended to:")))),
    ),
)

REDLINE = number(
    Document(
        "agreement",
        "Comparison: draft 2 with draft 3",
        (
            Part("body", children=(headed("section", "Comparison: draft 2 with draft 3", role="title"),)),
            Part(
                "operative",
                children=(
                    headed(
                        "clause",
                        "Pooled Fund",
                        item(
                            "The Partners may by ",
                            Deleted(said("agreement in writing")),
                            Inserted(said("deed under ", to("pooled-fund"))),
                            " extend this agreement",
                            end=".",
                        ),
                        block("item", bold("[Moved from 7.4]"), " The Host Partner may resign", end=".", role="moved"),
                        name="pooled-fund",
                    ),
                ),
            ),
        ),
    ),
    HOUSE.scheme,
)
