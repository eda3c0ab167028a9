"""A reader of printed deeds: it knows the words in which a deed amends a text, and nothing of how they were found.

In: the lines and boxes of a printed deed, and the printed signed text, each paragraph under what a lawyer calls it. Out: the printed text
that the deed makes. Like a lawyer it looks every quotation up in the text as signed, and never guesses: what it does not understand is an
error.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from section75.comparison.addresses import Places, term
from section75.document.tree import plain

CLOSING = ",;:.!?)]’”"
OPENING = "([‘“"


@dataclass
class Line:
    """A printed paragraph, heading or row: what it is called, its number, heading, words and end, and what stands under it."""

    name: str = ""
    number: str = ""
    heading: str = ""
    words: str = ""
    end: str = ""
    term: str = ""
    row: tuple[str, ...] = ()
    head: bool = False
    gone: bool = False
    under: list[Line] = field(default_factory=list)

    def printed(self):
        """Yield what is read, a line each."""
        if self.gone:
            return
        words = " | ".join(self.row) if self.row else f"{self.words}{self.end}"
        if line := " ".join(filter(None, (self.number, self.heading, words))):
            yield line
        for one in self.under:
            yield from one.printed()


def page(node, names=None, path=()):
    """Return a part or block as a printed line."""
    held = [page(child, names, (*path, ordinal)) for ordinal, child in enumerate(node.children)]
    name = (names or {}).get(path, "")
    if node.kind == "row":
        return Line(name, row=tuple(plain(cell.content) for cell in node.children), head=node.role == "header")
    words, end = plain(getattr(node, "content", ())), getattr(node, "end", "")
    number = "" if node.kind == "words" else node.number
    return Line(name, number, plain(node.heading), words, end, term(node) if node.kind == "definition" else "", under=held)


def text(document):
    """Return the printed parts of a text."""
    names = Places(document).names
    return [page(part, names, (ordinal,)) for ordinal, part in enumerate(document.parts)]


def lines(parts):
    """Return what is read of parts."""
    return [line for part in parts for line in part.printed()]


# ------------------------------------------------------------------ the deed


def amendments(deed):
    """Yield each amendment of a deed as its words, and the printed lines of its box."""
    holders = [clause for part in deed.parts for clause in (part, *part.children) if clause.id == "amendments"]
    blocks = list(holders[0].children)
    if holders[0].kind == "clause":
        blocks = blocks[1:]  # “The Agreement is amended as the rest of this clause states.”
    for block, following in zip(blocks, [*blocks[1:], None][: len(blocks)], strict=True):
        if block.kind == "item":
            box = following.children if following is not None and following.kind == "box" else ()
            yield plain(block.content) + block.end, together([page(child) for child in box])


def together(box):
    """Return the lines of a box, each list and its closing words under the definition that leads in to it."""
    made = []
    for line in box:
        leads = made and not made[-1].number and made[-1].words.startswith("“") and made[-1].words.endswith(":")
        if leads and not line.words.startswith("“"):
            made[-1].under.append(line)
        else:
            made.append(line)
    return made


def annexes(deed):
    """Return the annexes of a deed by their numbers: the lines of each, its heading that of the schedule set out."""
    return {part.number: page(part) for part in deed.parts if part.number.startswith("Annex")}


def carried_out(deed, signed):
    """Return the lines of the text that a printed deed makes of a signed one."""
    reader = Reader(text(signed), annexes(deed))
    for words, box in amendments(deed):
        reader.read(words, box)
    reader.put_in()
    return lines(reader.parts)


OF = r"(?:the (?:opening words|words) of )?"
ROW = r"in the row (?P<row>“.+?”)"
COLUMN = r"(?:, in the column “(?P<column>.+?)”)?"


class Reader:
    """Reads amendments one after the other; all of them speak of the text as it was signed."""

    def __init__(self, parts, annexes):
        self.parts, self.annexes = parts, annexes
        self.known = {}
        self.holders = {}
        self.edits = {}
        self.waiting = []
        for part in parts:
            self._know(part, parts)

    def _know(self, line, siblings):
        if line.name:
            assert line.name not in self.known
            self.known[line.name] = line
            self.holders[line.name] = siblings
        for one in line.under:
            self._know(one, line.under)

    def read(self, words, box):
        """Carry out one amendment."""
        for pattern, does in FORMS:
            if found := re.fullmatch(pattern, words, re.DOTALL):
                named = found.groupdict()
                does(self, self.known[named.pop("place")], *([box] if words.endswith("—") else []), **named)
                return
        raise AssertionError(f"A lawyer cannot read this: {words}")

    # words: all edits of one paragraph are found in it as it was signed, and made at once

    def substitute(self, line, old, new):
        start = self._once(line, old)
        self.edits.setdefault(line.name, []).append((start, start + len(old), new))

    def insert_after(self, line, old, new):
        at = self._once(line, old) + len(old)
        self.edits.setdefault(line.name, []).append((at, at, f"{space(old, new)}{new}"))

    def insert_before(self, line, old, new):
        at = self._once(line, old)
        self.edits.setdefault(line.name, []).append((at, at, f"{new}{space(new, old)}"))

    def omit_words(self, line, old):
        start = self._once(line, old)
        left, right = line.words[:start].rstrip(" "), line.words[start + len(old) :].lstrip(" ")
        joint = space(left, right or line.end)
        self.edits.setdefault(line.name, []).append((len(left), len(line.words) - len(right), joint))

    def _once(self, line, old):
        whole = line.words + line.end
        assert len(re.findall(f"(?={re.escape(old)})", whole)) == 1, (old, whole)
        return whole.index(old)

    # the rest

    def end_replaced(self, line, old, new):
        assert line.end == old
        self.waiting.append((line, "end", new))

    def end_added(self, line, new):
        self.end_replaced(line, "", new)

    def end_omitted(self, line, old):
        self.end_replaced(line, old, "")

    def heading(self, line, old, new):
        assert line.heading == old
        line.heading = new

    def own_words(self, line, box):
        (one,) = box
        whole = one.words + one.end
        line.words, line.end = whole, ""

    def anew(self, line, box):
        (one,) = box
        line.number, line.heading, line.words, line.end, line.row, line.under = (
            one.number,
            one.heading,
            one.words,
            one.end,
            one.row,
            one.under,
        )

    def anew_from_annex(self, line, annex):
        set_out = self.annexes[annex]
        line.heading, line.under, line.words = set_out.heading.removeprefix(f"{line.number}: "), set_out.under, ""

    def after_from_annex(self, line, annexes):
        new = []
        for name in annexes.split(" and "):
            number, _, heading = self.annexes[name].heading.partition(": ")
            new.append(Line(number=number, heading=heading, under=self.annexes[name].under))
        self.waiting.append((line, "after", new))

    def after(self, line, box):
        self.waiting.append((line, "after", box))

    def beginning(self, line, box):
        self.waiting.append((line, "beginning", box))

    def alphabetical(self, line, box):
        for one in box:
            one.term = re.match("“(.+?)”", one.words)[1]
        self.waiting.append((line, "alphabetical", box))

    def not_used(self, line):
        line.under = [Line(words=f"{caption.number}: Not used") for caption in captions(line)]
        headed = bool(line.heading)
        line.heading, line.words, line.end = ("Not used", "", "") if headed else ("", "Not used", ".")
        if line.number.startswith(("Table", "Figure")):
            line.number, line.heading, line.words, line.end, line.under = "", "", f"{line.number}: Not used", "", []

    def omit(self, line):
        line.gone = True

    # tables

    def cell(self, line, row, column, old, new):
        one, place = self._row(line, row), 1
        if column is not None:
            (head,) = [one for one in line.under if one.head]
            assert head.row.count(column) == 1
            place = head.row.index(column)
        assert one.row[place] == old
        self.waiting.append((one, "cell", (place, new)))

    def cell_filled(self, line, row, column, new):
        self.cell(line, row, column, "", new)

    def cell_emptied(self, line, row, column, old):
        self.cell(line, row, column, old, "")

    def rows_after(self, line, box, row):
        (table,) = box
        self.waiting.append((self._row(line, row), "after", [one for one in table.under if not one.head], line.under))

    def row_omitted(self, line, row):
        self._row(line, row).gone = True

    def _row(self, line, row):
        label = tuple(re.findall("“(.+?)”", row))
        (one,) = [one for one in line.under if one.row[: len(label)] == label and not one.head]
        return one

    # at the end

    def put_in(self):
        """Make all changes that must not disturb the looking up of others."""
        for name, edits in self.edits.items():
            line = self.known[name]
            for start, end, new in sorted(edits, reverse=True):
                line.words = line.words[:start] + new + line.words[end:]
        for line, what, new, *siblings in self.waiting:
            if what == "end":
                line.end = new
            elif what == "cell":
                line.row = (*line.row[: new[0]], new[1], *line.row[new[0] + 1 :])
            elif what == "beginning":
                first = 1 if line.under and line.under[0].head else 0
                line.under[first:first] = new
            elif what == "alphabetical":
                for one in new:
                    put_in_alphabet(line.under, one)
            else:
                held = siblings[0] if siblings else self.holders[line.name]
                at = next(place for place, one in enumerate(held) if one is line)
                held[at + 1 : at + 1] = new


def space(before, after):
    """Return what stands between two runs of words."""
    return " " if before and after and after[0] not in CLOSING and before[-1] not in OPENING else ""


def captions(line):
    """Yield the numbered tables and figures that go with a provision."""
    for one in line.under:
        if one.number.startswith(("Table", "Figure")):
            yield one
        yield from captions(one)


def put_in_alphabet(under, new):
    """Put a definition where the alphabet has it."""
    defined = [place for place, one in enumerate(under) if one.term]
    later = [place for place in defined if under[place].term.casefold() > new.term.casefold()]
    under.insert(later[0] if later else defined[-1] + 1, new)


FORMS = [
    (rf"In (?P<place>[^“]+), {ROW}{COLUMN}, for “(?P<old>.*)” substitute “(?P<new>.*)”\.", Reader.cell),
    (rf"In (?P<place>[^“]+), {ROW}{COLUMN}, insert “(?P<new>.*)”\.", Reader.cell_filled),
    (rf"In (?P<place>[^“]+), {ROW}{COLUMN}, omit “(?P<old>.*)”\.", Reader.cell_emptied),
    (r"In (?P<place>[^“]+), after the row (?P<row>“.+”) insert—", Reader.rows_after),
    (r"In (?P<place>[^“]+), omit the row (?P<row>“.+”)\.", Reader.row_omitted),
    (r"At the end of (?P<place>.+), for “(?P<old>.*)” substitute “(?P<new>.*)”\.", Reader.end_replaced),
    (r"At the end of (?P<place>.+), insert “(?P<new>.*)”\.", Reader.end_added),
    (r"At the end of (?P<place>.+), omit “(?P<old>.*)”\.", Reader.end_omitted),
    (r"For the heading of (?P<place>.+?), “(?P<old>.*)”, substitute “(?P<new>.*)”\.", Reader.heading),
    (rf"In {OF}(?P<place>.+?), for “(?P<old>.*)” substitute “(?P<new>.*)”\.", Reader.substitute),
    (rf"In {OF}(?P<place>.+?), omit “(?P<old>.*)”\.", Reader.omit_words),
    (rf"In {OF}(?P<place>.+?), after “(?P<old>.*)” insert “(?P<new>.*)”\.", Reader.insert_after),
    (rf"In {OF}(?P<place>.+?), before “(?P<old>.*)” insert “(?P<new>.*)”\.", Reader.insert_before),
    (r"In (?P<place>.+), insert in the appropriate alphabetical place—", Reader.alphabetical),
    (r"At the beginning of (?P<place>.+) insert—", Reader.beginning),
    (r"After (?P<place>.+) insert the text set out in (?P<annexes>.+) to this deed\.", Reader.after_from_annex),
    (r"After (?P<place>.+) insert—", Reader.after),
    (r"For (?P<place>.+) substitute the text set out in (?P<annex>.+) to this deed\.", Reader.anew_from_annex),
    (r"For the (?:opening words|words) of (?P<place>.+) substitute—", Reader.own_words),
    (r"For (?P<place>.+) substitute—", Reader.anew),
    (r"For (?P<place>.+) substitute “Not used”\. The numbers of the other provisions do not change\.", Reader.not_used),
    (r"Omit (?P<place>.+)\.", Reader.omit),
]  # fmt: skip
"""How a deed says each amendment, and what the reader does about it; the first that fits counts."""
