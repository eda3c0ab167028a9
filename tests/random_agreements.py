"""Random signed agreements, and each as it is to read after random changes, every number kept.

In: a generator of random numbers. Out: a Document with fixed numbers and its conformed text: newcomers lettered, leavers “Not used”, as
`conform` leaves them. The words are few, so that they repeat and quotations have to grow.
"""

from __future__ import annotations

from dataclasses import replace

from section75.comparison.unused import unused
from section75.document.house import Scheme
from section75.document.numbering import number
from section75.document.references import resolve
from section75.document.tree import Blank, Block, Column, Definition, Document, Part, Reference, Strong, Text

VOCABULARY = (
    "the Partners", "must", "may", "pay", "the Host Partner", "£210,000", "£5", "on demand", "and", "in writing", "a Contribution",
    "if any,", "within 20 Working Days", "the Fund", "the “Board” of it", "each year", "no later than", "clause", "sum", "sum sum",
    "Council’s", "12.5%", "(all)",
)  # fmt: skip
TERMS = ("Area", "Board", "Contribution", "Fund", "Host Partner", "Partner", "Term", "Working Day")
ENDS = (";", "; and", "; or", ".", "")
IDS = ("fund", "board", "money", "exit")
NOT_USED = Text("Not used")


def words(random, least=3, most=14):
    """Return the words of a paragraph, some of them references, bold, or blanks."""
    content = []
    for _ in range(random.randint(least, most)):
        drawn = random.random()
        if drawn < 0.06:
            content.append(Reference(random.choice(IDS), "clause"))
        elif drawn < 0.1:
            content.append(Strong((Text(random.choice(VOCABULARY)),)))
        elif drawn < 0.12:
            content.append(Blank("the sum"))
        else:
            content.append(Text(random.choice(VOCABULARY)))
        content.append(Text(" "))
    return joined(content[:-1])


def joined(content):
    """Return content with neighbouring plain words as one."""
    made = []
    for one in content:
        if made and isinstance(one, Text) and isinstance(made[-1], Text):
            made[-1] = Text(made[-1].words + one.words)
        else:
            made.append(one)
    return tuple(made)


# ------------------------------------------------------------------ signed


def items(random, depth):
    """Return a list of items, some with lists and closing words of their own."""
    made = []
    for _ in range(random.randint(1, 4)):
        children = items(random, depth - 1) if depth and random.random() < 0.4 else ()
        made.append(Block("item", words(random), children, end=":" if children else random.choice(ENDS)))
    if depth < 2 and random.random() < 0.2:
        made.append(Block("closing", words(random), end="."))
    return tuple(made)


def definition(random, term):
    """Return a definition, perhaps with a list under it."""
    children = items(random, 0) if random.random() < 0.2 else ()
    return Block("definition", (Definition((Text(term),)), Text(" means "), *words(random)), children, end=":" if children else ".")


def table(random):
    """Return a table of sums, perhaps with rows that read alike."""
    headings = ("Scheme", "2026/27", "2027/28")
    header = Block("row", children=tuple(Block("cell", (Text(one),)) for one in headings), role="header")
    labels = random.sample(("Carers", "Equipment", "Home First", "Winter"), random.randint(1, 4))
    labels += labels[:1] if random.random() < 0.2 else []
    rows = [row(random, label) for label in labels]
    caption = (Text("Money"),) if random.random() < 0.5 else ()
    return Block("table", children=(header, *rows), heading=caption, role="form", columns=(Column(), Column(), Column()))


def row(random, label):
    """Return a row of two sums."""
    sums = (f"£{random.randint(1, 9)},000" for _ in range(2))
    return Block("row", children=tuple(Block("cell", (Text(one),)) for one in (label, *sums)), role="body")


def signed(random):
    """Return a signed agreement."""
    terms = sorted(random.sample(TERMS, random.randint(2, 5)), key=str.casefold)
    interpretation = Block("item", words(random), tuple(definition(random, term) for term in terms), end=":")
    clauses = [Block("clause", children=(interpretation, *items(random, 2)), heading=(Text("Interpretation"),))]
    names = list(IDS)
    random.shuffle(names)
    for _ in range(random.randint(1, 4)):
        children = (*items(random, 2), *((table(random),) if random.random() < 0.3 else ()))
        clauses.append(Block("clause", children=children, id=names.pop() if names else "", heading=words(random, 1, 3)))
    schedules = [schedule(random) for _ in range(random.randint(0, 2))]
    parts = (
        Part("parties", (Text("Parties"),), items(random, 0)),
        Part("background", (Text("Background"),), items(random, 0)),
        Part("operative", (Text("Agreed terms"),), tuple(clauses)),
        *schedules,
        Part(
            "execution",
            (Text("Execution"),),
            (Block("execution", children=(Block("words", words(random)), Block("bullet", words(random)))),),
        ),
    )
    return frozen(number(Document("agreement", "Title", parts), Scheme()))


def schedule(random):
    """Return a schedule, perhaps in parts."""
    paragraphs = tuple(
        Block("paragraph", children=(*items(random, 1), *((table(random),) if random.random() < 0.6 else ())), heading=words(random, 1, 3))
        for _ in range(random.randint(1, 3))
    )
    first = (Block("words", words(random), role="reference"),) if random.random() < 0.5 else ()
    divided = random.random() < 0.3
    children = (Block("division", children=paragraphs, heading=words(random, 1, 2)),) if divided else paragraphs
    return Part("schedule", words(random, 1, 3), (*first, *children))


def frozen(node):
    """Return a document, part or block with every number fixed."""
    if isinstance(node, Document):
        return replace(node, parts=tuple(map(frozen, node.parts)))
    return replace(node, fixed=bool(node.number), children=tuple(map(frozen, node.children)))


# ------------------------------------------------------------------ conformed


def conformed(document, random, often=0.15):
    """Return the agreement as it is to read; `often` is how likely each thing changes."""
    parts = [changed(part, random, often) for part in document.parts]
    schedules = [place for place, part in enumerate(parts) if part.kind == "schedule"]
    if schedules and random.random() < often:
        new = replace(schedule(random), number=f"{parts[schedules[-1]].number}A", fixed=True)
        parts.insert(schedules[-1] + 1, settled(new))
    return resolve(replace(document, parts=tuple(parts)))


def settled(part):
    """Return a new schedule with numbers of its own."""
    document = number(Document("agreement", "", (part,)), Scheme())
    return frozen(document).parts[0]


def changed(node, random, often):
    """Return a part or block with random changes in it."""
    if node.kind in ("row", "cell"):
        return node
    if node.kind == "table":
        return changed_table(node, random, often)
    made = replace(node, children=newcomers(tuple(changed(child, random, often) for child in node.children), random, often))
    if node.heading and random.random() < often:
        made = replace(made, heading=words(random, 1, 3))
    if getattr(node, "content", ()) and random.random() < often:
        made = replace(made, content=reworded(made.content, random))
    if node.kind == "item" and random.random() < often:
        made = replace(made, end=":" if made.children else random.choice(ENDS))
    if node.kind in ("clause", "item") and random.random() < often / 4:
        return unused(made, (NOT_USED,))
    return made


def reworded(content, random):
    """Return words with one to three changes in them."""
    pieces = [piece for one in content for piece in (map(Text, one.words.split()) if type(one) is Text else [one])]
    keep = isinstance(pieces[0], Definition)
    for _ in range(random.randint(1, 3)):
        place = random.randint(keep, len(pieces))
        drawn = random.random()
        new = Text(random.choice(VOCABULARY)) if random.random() < 0.8 else Reference(random.choice(IDS), "clause")
        if drawn < 0.3 and len(pieces) > keep + 2:
            del pieces[min(place, len(pieces) - 1)]
        elif drawn < 0.65:
            pieces.insert(place, new)
        elif place < len(pieces):
            pieces[place] = new
    spaced = [part for piece in pieces for part in (piece, Text(" "))][:-1]
    return joined(spaced)


def newcomers(children, random, often):
    """Return children with new ones among them: lettered items and clauses, definitions in the alphabet or not; some definitions gone."""
    made = []
    for child in children:
        if child.kind == "definition" and random.random() < often / 2:
            continue
        made.append(child)
        if child.kind in ("item", "clause") and random.random() < often / 2:
            inner = replace(
                child, id="", heading=child.heading and words(random, 1, 3), content=child.content and words(random), children=(), role=""
            )
            made.append(replace(inner, number=lettered(child.number)))
    known = {plain_term(child) for child in made if child.kind == "definition"}
    left = [term for term in TERMS if term not in known]
    if known and left and random.random() < often * 2:
        made.append(definition(random, random.choice(left)))
        if random.random() < 0.8:
            defined = sorted((one for one in made if one.kind == "definition"), key=lambda one: plain_term(one).casefold())
            made = [one for one in made if one.kind != "definition"]
            made = [*defined, *made]
    return tuple(one if one.number or one.kind != "definition" else numbered(one) for one in made)


def numbered(block):
    """Return a new definition with the paragraphs of its list numbered."""
    document = number(Document("agreement", "", (Part("operative", children=(replace(block, number=""),)),)), Scheme())
    return frozen(document).parts[0].children[0]


def plain_term(block):
    """Return the term that a definition defines."""
    return block.content[0].term


def lettered(label):
    """Return a label that follows another: 14A after 14, (aa) after (a)."""
    if label.endswith(")"):
        return f"{label[:-1]}a)"
    return f"{label.rstrip('.')}A{'.' if label.endswith('.') else ''}"


def changed_table(node, random, often):
    """Return a table with other sums, rows that have come and gone, or, seldom, a column more."""
    rows = []
    for one in node.children[1:]:
        drawn = random.random()
        if drawn < often / 3 and len(node.children) > 2:
            continue
        rows.append(row(random, one.children[0].content[0].words) if drawn < often else one)
        if drawn > 1 - often / 3:
            rows.append(row(random, random.choice(("Autism", "Telecare"))))
    return replace(node, children=(node.children[0], *rows))
