"""Two texts of a small agreement that differ in every way that a redline shows, and their redline. Northshire is invented.

In: nothing. Out: `OLD`, `NEW` and `REDLINE`, numbered, and `MOVED`, `ROW` and the other words by which tests find what changed.
"""

from __future__ import annotations

from dataclasses import replace

from building import block as made
from building import bold, headed, item, row, said, table, words
from word_sample import COVER, PICTURE, SIGNING, WORD_HOUSE, to

from section75.comparison.redline import redline
from section75.document.numbering import number
from section75.document.tree import Blank, Block, Definition, Document, Part

MOVED = "Each Partner keeps its own records of what it has paid"
SIGNED = (words(bold("Executed"), " by the Council:"), made("bullet", "Director of Law"), made("bullet", "Seal: ", Blank("n")))
REDRAWN = PICTURE.replace("300", "200")


def agreement(title, *parts):
    return number(Document("agreement", title, parts, running="Community equipment", author="Northshire"), WORD_HOUSE.scheme)


def definitions(*terms):
    return item("In this agreement", end=":", holds=tuple(made("definition", Definition(said(t)), m, end=".") for t, m in terms))


def money(*rows, widths="60 0>"):
    return table("Contributions", row("Partner", "2027/28", role="header"), *rows, widths=widths, name="sums")


OLD = agreement(
    "Partnership agreement",
    COVER,
    Part("parties", said("Parties"), (item("Northshire County Council", end="; and"), item("NHS Northshire", end="."))),
    Part(
        "operative",
        said("Agreed terms"),
        (
            headed(
                "clause",
                "Interpretation",
                definitions(("Fund", ": the pooled fund"), ("Lender", ": a body that lends equipment to the Council")),
            ),
            headed(
                "clause",
                "Payment",
                item("The Council must pay £1,250,000 under ", to("sums"), " and ", to("records"), end="."),
                item(MOVED, end=".", name="records"),
                item("The Council may:", holds=(item("buy beds", end="; or"), item("hire beds", end="; and"), item("lend beds", end="."))),
                item("Nothing in this clause binds a successor of the Council.", name="successor"),
                name="payment",
            ),
            headed("clause", "Premises", item("The Council provides a store under ", to("payment"), end="."), name="premises"),
            headed("clause", "Notices", item("A notice is given by post, see ", to("payment"), end="."), name="notices"),
        ),
    ),
    Part(
        "schedule",
        said("Money"),
        (money(row("Council", "£9,640,000"), row("ICB", "£1"), row("Total", "£9,640,001", role="total")), words("Paid monthly.")),
        id="money",
    ),
    Part("schedule", said("Maps"), (Block("figure", heading=said("Map"), content=said("A map."), picture=PICTURE, id="map"),), id="maps"),
    Part("schedule", said("Old plans"), (headed("paragraph", "Plans", item("Each year a plan", end=".")),), id="plans"),
    SIGNING,
)
NEW = agreement(
    "Partnership agreement",
    COVER,
    Part("parties", said("Parties"), (item("Northshire County Council", end="; and"), item("NHS Northshire ICB", end="."))),
    Part(
        "operative",
        said("Agreed terms"),
        (
            headed(
                "clause",
                "Interpretation",
                definitions(("Board", ": the joint board"), ("Fund", ": the pooled fund")),
            ),
            headed("clause", "Term", item("This agreement lasts until 31 March 2030", end="."), name="term"),
            headed(
                "clause",
                "Payments",
                item("The Council must pay £1,300,000 under ", to("sums"), " and ", to("records"), end="."),
                item("The Council may:", holds=(item("buy beds", end="; and"), item("hire beds", end="."))),
                name="payment",
            ),
            headed(
                "clause",
                "Notices",
                item("A notice is given by post or e-mail, see ", to("payment"), end="."),
                item(MOVED, end=".", name="records"),
                name="notices",
            ),
        ),
    ),
    Part(
        "schedule",
        said("Money"),
        (money(row("Council", "£9,640,000"), row("Trust", "£7"), row("Total", "£9,640,007", role="total")), words("Paid monthly.")),
        id="money",
    ),
    Part("schedule", said("Maps"), (Block("figure", heading=said("Map"), content=said("A map."), picture=REDRAWN, id="map"),), id="maps"),
    Part("schedule", said("Sites"), (money(row("Depot", "£5"), widths="50 50>"), made("box", holds=(words("Boxed."),))), id="sites"),
    replace(SIGNING, children=(words("Signed as a deed."), made("execution", holds=SIGNED))),
)  # fmt: skip
REDLINE = redline(OLD, NEW)
