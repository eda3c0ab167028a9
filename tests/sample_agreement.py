"""A sample agreement that holds every kind of block an agreement has. Northshire is invented.

In: nothing. Out: `AGREEMENT`, numbered; `HOSTILE` stands in every sort of place where a fact can be printed.
"""

from __future__ import annotations

from building import HOSTILE, HOUSE, block, bold, headed, item, lines, row, said, table, to, words

from section75.document.numbering import number
from section75.document.tree import Blank, Block, Definition, Document, Note, Part, Reference

PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="451" height="60" viewBox="0 0 451 60" '
    'font-family="Arial, Liberation Sans, Arimo, sans-serif" font-size="10"><title>Term</title>'
    '<rect x="4" y="20" width="300" height="22" fill="#1d3f66" stroke="#000"/>'
    '<text x="154" y="35" fill="#fff" text-anchor="middle">Initial term: 3 years</text></svg>'
)

STRIP = Part("strip", children=(words(bold("Draft 3"), " of 21 November 2026. Subject to contract. 4 blanks to complete."),))

COVER = Part(
    "cover",
    children=(
        words("Dated ", Blank("date of agreement")),
        item("Northshire County Council"),
        block("closing", "and"),
        item("NHS Northshire Integrated Care Board"),
        headed("section", "Partnership agreement", role="title"),
        words(
            "under section 75 of the National Health Service Act 2006 for community equipment and reablement in "
            "Northshire, 1 April 2027 to 31 March 2030"
        ),
        lines(
            bold("Legal Services, Northshire County Council"),
            "County Hall, 1 Example Street, Northtown NT1 1AA",
            "Reference NCC/LS/0042. Contact: contracts@northshire.example",
        ),
    ),
)

PARTIES = Part(
    "parties",
    heading=said("Parties"),
    children=(
        item(bold("Northshire County Council"), " of County Hall (the ", bold("Council"), ")", end="; and"),
        item(
            bold("NHS Northshire Integrated Care Board"),
            " of ",
            Blank("the principal office of the ICB"),
            " (the ",
            bold("ICB"),
            ")",
            end=".",
            name="icb",
        ),
    ),
)

BACKGROUND = Part(
    "background",
    heading=said("Background"),
    children=(
        item(
            "Section 75 of the National Health Service Act 2006 allows an NHS body and a local authority to pool money "
            "and to exercise functions for each other.",
        ),
        item("The Partners have agreed:", name="recital-agreed", holds=(item("to pool", end="; and"), item("to act", end="."))),
    ),
)

INTERPRETATION = headed(
    "clause",
    "Definitions and interpretation",
    item(
        "In this agreement the following words have these meanings",
        end=":",
        holds=(
            block("definition", Definition(said("Commencement Date")), " means 1 April 2027", end="."),
            block(
                "definition",
                Definition(said("Default Liability")),
                " means any sum payable because a Partner",
                end=":",
                name="default-liability",
                holds=(
                    item("breaks a contract with a provider", end="; or"),
                    item(
                        "fails to carry out a duty under",
                        end=":",
                        holds=(item("this agreement", end="; or"), item(to("host-duties"), end=",")),
                    ),
                    block("closing", "whether or not it meant to", end="."),
                ),
            ),
            block("definition", Definition(said("Host Partner")), " means ", to("icb"), end="."),
        ),
    ),
    item("A reference to a clause is to a clause of this agreement. ", HOSTILE, name="hostile"),
    name="interpretation",
)

POOLED = headed(
    "clause",
    "Pooled Fund",
    item("The Partners must establish and maintain the Pooled Fund under ", to("recital-agreed"), end="."),
    item(
        "The Host Partner must",
        end=":",
        name="host-duties",
        holds=(
            item("hold the Pooled Fund on behalf of the Partners and keep it separate from its other money", end=";"),
            item(
                "appoint an officer as Pool Manager, who must",
                end=":",
                holds=(
                    item("report income and expenditure to the Partnership Board every quarter", end="; and"),
                    item(
                        "within 20 Working Days of the end of each Financial Year, send each Partner",
                        end=":",
                        holds=(
                            item("an annual return of income and expenditure", end="; and", name="annual-return"),
                            item("a forecast of the Contributions needed in the next Financial Year", end="; and"),
                        ),
                    ),
                    block("closing", "and must keep the books", end=";"),
                ),
            ),
            item("obtain the approval in ", to("duties-review"), end="; and"),
            item(
                "apply the money only to",
                Note("The ICB asked on 12 November 2026 for monthly reports. Council instructions are awaited."),
                end=":",
                holds=(block("bullet", "equipment", end="; and"), block("bullet", "reablement", end=".")),
            ),
            block("closing", "and it may not delegate this, subject to ", Reference("nowhere", "a lost clause"), end="."),
        ),
    ),
    words("Words without a number follow ", to("pooled"), ". ", Blank(HOSTILE)),
    name="pooled",
)

TERM = headed(
    "clause",
    "Commencement and duration",
    item("This agreement continues until 31 March 2030 and ", to("contributions"), " applies. See ", to("split"), "."),
    Block("figure", heading=said("Term of the agreement"), content=said("Timeline. Initial term of 3 years."), picture=PICTURE),
    item("The Partners may extend it once under ", to("interpretation"), ", ", to("annual-return"), " and ", to("board"), end="."),
)

TERMS = Part("operative", heading=said("Agreed terms"), children=(
    INTERPRETATION,
    POOLED,
    TERM,
    Block("clause", heading=said("Not used"), role="not used"),
))  # fmt: skip

YEARS = tuple(row(f"Month {month}", f"£{month * 1000:,}", f"£{month * 900:,}") for month in range(1, 31))

FINANCE = Part(
    "schedule",
    id="contributions",
    heading=said("Financial contributions"),
    children=(
        words("Clause 3.1", role="reference"),
        headed(
            "paragraph",
            "Contributions",
            item("Each Partner must pay the Contributions in ", to("split"), " under ", to("host-duties"), end="."),
            table(
                "Contributions to the Pooled Fund by Partner and Financial Year",
                row("Contribution", "2027/28", "2028/29", "Total", role="header"),
                row("Northshire County Council, revenue", "£9,640,000", "£9,929,200", "£19,569,200"),
                row("NHS Northshire ICB, minimum contribution", "£13,150,000", "£13,544,500", "£26,694,500"),
                row(HOSTILE, "£0", "£0", Blank("the ICB’s figure")),
                row("Total", "£22,790,000", "£23,473,700", "£46,263,700", role="total"),
                widths="40 20> 20> 20>",
                name="split",
            ),
            item("Money is paid monthly:", holds=(item("by the Council", end="; and"), item("by the ICB", end="."))),
            name="payment",
        ),
        table(
            "Instalments by month",
            row("Month", "Council", "ICB", role="header"),
            *YEARS,
            row("Total", "£465,000", "£418,500", role="total"),
            widths="0 30> 30>",
        ),
    ),
)

GOVERNANCE = Part(
    "schedule",
    heading=said("Governance"),
    children=(
        headed(
            "division",
            "Structure",
            headed("paragraph", "Boards and groups", item("The boards oversee the partnership under ", to("duties"), end=".")),
        ),
        headed(
            "division",
            "Partnership Board",
            headed(
                "paragraph",
                "Duties",
                item(
                    "The Partnership Board must",
                    end=":",
                    holds=(
                        item("agree management action within ten Working Days", end="; and"),
                        item("review the matters in ", to("annual-return"), " and ", to("payment"), end=".", name="duties-review"),
                    ),
                ),
                name="duties",
            ),
            name="board",
        ),
    ),
)

EXECUTION = Part(
    "execution",
    heading=said("Execution"),
    children=(
        words("This agreement has been entered into as a deed on the date stated at the beginning of it."),
        Block(
            "execution",
            children=(
                words(
                    bold("Executed as a deed"),
                    " by affixing the common seal of ",
                    bold("Northshire County Council"),
                    " in the presence of:",
                ),
                block("bullet", "Authorised signatory"),
                block("bullet", "Name (print)"),
                block("bullet", "Seal register number: ", Blank("number")),
            ),
        ),
        words("The block below is for the ICB.", Note(f"Guidance: keep it. {HOSTILE}")),
        Block(
            "execution",
            content=said(bold("Signed"), " for ", bold("NHS Northshire Integrated Care Board"), ":"),
            children=(block("bullet", "Signature"), block("bullet", "Name and post"), block("bullet", "Date")),
        ),
    ),
)

AGREEMENT = number(
    Document(
        "agreement",
        f"Partnership agreement {HOSTILE}",
        (STRIP, COVER, PARTIES, BACKGROUND, TERMS, FINANCE, GOVERNANCE, EXECUTION),
        running=f"Partnership agreement: community equipment {HOSTILE}",
        state="Draft 3, 21 November 2026",
        reference="NCC/LS/0042",
        subject="Community equipment and reablement",
        author="Northshire County Council",
    ),
    HOUSE.scheme,
)
