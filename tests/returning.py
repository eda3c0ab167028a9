"""The other side at work in Word: a small agreement as sent, and a hand that changes its file as Word does, tracked or in silence.

In: nothing. Out: `SENT`, the Document and its Word file; `Hand`, whose methods are what lawyers do; `told`, the events as lines of text.
"""

from __future__ import annotations

import copy
import io
import re
import zipfile
from functools import cache
from typing import TYPE_CHECKING

from building import block, headed, item, row, said, table, words
from lxml import etree
from word_sample import WORD_HOUSE

from section75.document.numbering import number
from section75.document.tree import Blank, Definition, Document, Part, Reference, Text
from section75.returned.marks import shown
from section75.returned.reading import read_returned
from section75.writers.docx import write
from section75.writers.docx.xml import DECLARED, NAMESPACES, tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.returned.event import Event, Read

W = {"w": NAMESPACES["w"]}
WHO = 'w:author="Nadia Khan" w:date="2026-05-04T09:00:00Z"'


def fact(words: str, path: str) -> Text:
    return Text(words, path)


def to(target: str, label: str = "clause") -> Reference:
    return Reference(target, label)


PARTIES = Part(
    "parties",
    said("Parties"),
    (item(fact("Northshire County Council", "partners.council.name"), end="; and"), item("the ICB", end=".")),
)
MEANINGS = headed(
    "clause",
    "Meanings",
    item(
        "In this agreement",
        end=":",
        holds=(
            block("definition", Definition(said("Board")), ": the joint board of the Partners", end="."),
            block("definition", Definition(said("Host")), ": the Partner that holds the Pooled Fund", end="."),
        ),
    ),
    name="meanings",
)
POOL = headed(
    "clause",
    "Pooled Fund",
    item("The Partners must pool ", fact("£210,000", "funds.pool.amount"), " from ", fact("1 April 2026", "term.commencement"), end="."),
    item(
        "The Host must",
        end=":",
        name="host",
        holds=(
            item("hold the Pooled Fund on behalf of the Partners", end="; and"),
            item("report within ", fact("10 Working Days", "periods.report"), " as ", to("report"), " requires", end="."),
        ),
    ),
    item("The Host may charge ", Blank("the charge", "funds.pool.charge"), " for holding the Pooled Fund under ", to("host"), end="."),
    name="pool",
)
REPORTS = headed(
    "clause",
    "Reports",
    item("The Board receives a report of the Pooled Fund each Quarter and considers it at its next meeting", end=".", name="report"),
    item("The Board may ask the Host for further information at any time", end="."),
    item("Each Partner must answer the questions of the other Partner promptly", end="."),
    name="reports",
)
ENDING = headed(
    "clause", "Ending", item("Either Partner may end this agreement by giving notice under ", to("notices"), end="."), name="ending"
)
NOTICES = headed("clause", "Notices", words("A notice must be in writing and addressed to the chief officer."), name="notices")
MONEY = table(
    "Contributions",
    row("Partner", "2026/27", role="header"),
    row("Council", fact("£110,000", "funds.pool.council")),
    row("ICB", fact("£100,000", "funds.pool.icb")),
    row("Total", "£210,000", role="total"),
    widths="60 0>",
    name="sums",
)
PARTS = (
    PARTIES,
    Part("operative", said("Agreed terms"), (MEANINGS, POOL, REPORTS, ENDING, NOTICES), id="operative"),
    Part("schedule", said("Money"), (MONEY,), id="money"),
)
SENT = number(Document("agreement", "Partnership agreement", PARTS), WORD_HOUSE.scheme)


@cache
def sent_file() -> bytes:
    return write(SENT, WORD_HOUSE)


class Hand:
    """Changes a Word file: paragraphs are known by how they begin."""

    def __init__(self, data: bytes | None = None) -> None:
        with zipfile.ZipFile(io.BytesIO(data or sent_file())) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.root = etree.fromstring(self.parts["word/document.xml"])
        self._ids = iter(range(90_000, 99_999))

    def data(self) -> bytes:
        """Return the file, as Word saves it."""
        made = io.BytesIO()
        parts = {**self.parts, "word/document.xml": etree.tostring(self.root)}
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, part in parts.items():
                archive.writestr(name, part)
        return made.getvalue()

    def read(self) -> Read:
        return read_returned(self.data(), "returned.docx", SENT)

    # ------------------------------------------------------------------ finding

    def paragraph(self, beginning: str) -> etree._Element:
        found = [one for one in self.root.iter(tag("p")) if _words(one).startswith(beginning) and not _listed(one)]
        assert found, beginning
        return found[0]

    def row(self, beginning: str) -> etree._Element:
        return next(self.paragraph(beginning).iterancestors(tag("tr")))

    def _mark(self, kind: str) -> str:
        return f'<w:{kind} w:id="{next(self._ids)}" {WHO}'

    # ------------------------------------------------------------------ words

    def replace(self, beginning: str, old: str, new: str, *, tracked: bool = False) -> Hand:
        """Put words for words that stand in one run."""
        run = next(run for run in self.paragraph(beginning).iter(tag("r")) if old in _words(run))
        before, _, after = _words(run).partition(old)
        middle = self._change(old, new) if tracked else _run(new)
        _put(run, _run(before) + middle + _run(after))
        return self

    def _change(self, old: str, new: str) -> str:
        gone = f"{self._mark('del')}>{_run(old, 'delText')}</w:del>" if old else ""
        come = f"{self._mark('ins')}>{_run(new)}</w:ins>" if new else ""
        return gone + come

    def type_over_field(self, beginning: str, words: str, *, whole: bool) -> Hand:
        """Type over the number inside a REF field, or over the whole field."""
        one = self.paragraph(beginning)
        runs = list(one.iter(tag("r")))
        begin = next(place for place, run in enumerate(runs) if run.find(tag("fldChar")) is not None)
        end = next(place for place, run in enumerate(runs) if run.xpath("w:fldChar[@w:fldCharType='end']", namespaces=W))
        if not whole:
            runs[end - 1].find(tag("t")).text = words
            return self
        _put(runs[begin], _run(words))
        for run in runs[begin + 1 : end + 1]:
            run.getparent().remove(run)
        return self

    # ------------------------------------------------------------------ paragraphs

    def drop_bookmark(self, beginning: str) -> Hand:
        for one in list(self.paragraph(beginning).iter(tag("bookmarkStart"), tag("bookmarkEnd"))):
            one.getparent().remove(one)
        return self

    def delete(self, beginning: str, *, tracked: bool = False) -> Hand:
        one = self.paragraph(beginning)
        if tracked:
            self._all(one, "del")
        else:
            one.getparent().remove(one)
        return self

    def _all(self, one: etree._Element, kind: str) -> None:
        """Track all the runs of a paragraph and its end."""
        for run in one.findall(tag("r")):
            for text in run.findall(tag("t")) if kind in ("del", "moveFrom") else ():
                text.tag = tag("delText")
            holder = _parsed(f"{self._mark(kind)}></w:{kind}>")[0]
            run.addprevious(holder)
            holder.append(run)
        self._end(one, kind)

    def _end(self, one: etree._Element, kind: str) -> None:
        properties = one.find(tag("pPr"))
        mark = properties.find(tag("rPr"))
        if mark is None:
            mark = etree.SubElement(properties, tag("rPr"))
        mark.append(_parsed(f"{self._mark(kind)}/>")[0])

    def insert_after(self, beginning: str, words: str, *, tracked: bool = False) -> Hand:
        before = self.paragraph(beginning)
        made = _parsed(f"<w:p><w:pPr/>{_run(words)}</w:p>")[0]
        before.addnext(made)
        if tracked:
            self._all(made, "ins")
        return self

    def copy(self, beginning: str, after: str, *, with_bookmark: bool) -> Hand:
        made = copy.deepcopy(self.paragraph(beginning))
        for one in list(made.iter(tag("bookmarkStart"), tag("bookmarkEnd"))):
            if with_bookmark:
                one.set(tag("id"), str(next(self._ids)))
            else:
                one.getparent().remove(one)
        self.paragraph(after).addnext(made)
        return self

    def move(self, beginning: str, after: str, *, with_bookmark: bool = True, tracked: bool = False) -> Hand:
        one = self.paragraph(beginning)
        if tracked:
            made = copy.deepcopy(one)
            for mark in list(made.iter(tag("bookmarkStart"), tag("bookmarkEnd"))):
                mark.getparent().remove(mark)
            self.paragraph(after).addnext(made)
            self._all(one, "moveFrom")
            self._all(made, "moveTo")
            return self
        self.paragraph(after).addnext(one)
        return self if with_bookmark else self.drop_bookmark(beginning)

    def join(self, beginning: str, *, tracked: bool = False) -> Hand:
        """Delete the end of a paragraph, so that the next runs on from it."""
        one = self.paragraph(beginning)
        following = one.getnext()
        if tracked:
            self._end(one, "del")
            return self
        for child in [child for child in following if child.tag != tag("pPr")]:
            one.append(child)
        following.getparent().remove(following)
        return self

    def split(self, beginning: str, before: str, *, tracked: bool = False) -> Hand:
        """Press Enter before some words of a paragraph's last run."""
        one = self.paragraph(beginning)
        run = next(run for run in one.iter(tag("r")) if before in _words(run))
        first, _, rest = _words(run).partition(before)
        second = _parsed(f"<w:p><w:pPr/>{_run(before + rest)}</w:p>")[0]
        for later in list(run.itersiblings()):
            second.append(later)
        _put(run, _run(first))
        one.addnext(second)
        if tracked:
            self._end(one, "ins")
        return self

    # ------------------------------------------------------------------ rows, comments, noise

    def delete_row(self, beginning: str, *, tracked: bool = False) -> Hand:
        one = self.row(beginning)
        if not tracked:
            one.getparent().remove(one)
            return self
        self._row_mark(one, "del")
        for paragraph in one.iter(tag("p")):
            self._all(paragraph, "del")
        return self

    def add_row(self, after: str, *cells: str, tracked: bool = False) -> Hand:
        made = copy.deepcopy(self.row(after))
        for mark in list(made.iter(tag("bookmarkStart"), tag("bookmarkEnd"))):
            mark.getparent().remove(mark)
        for paragraph, cell in zip(list(made.iter(tag("p"))), cells, strict=True):
            for run in paragraph.findall(tag("r")):
                paragraph.remove(run)
            paragraph.append(_parsed(_run(cell))[0])
            if tracked:
                self._all(paragraph, "ins")
        if tracked:
            self._row_mark(made, "ins")
        self.row(after).addnext(made)
        return self

    def _row_mark(self, row: etree._Element, kind: str) -> None:
        properties = row.find(tag("trPr"))
        if properties is None:
            properties = etree.Element(tag("trPr"))
            row.insert(0, properties)
        properties.append(_parsed(f"{self._mark(kind)}/>")[0])

    def comment(self, beginning: str, on: str, words: str, answer: str = "", *, done: bool = False) -> Hand:
        """Put a comment on words, and perhaps an answer to it."""
        one = self.paragraph(beginning)
        run = next(run for run in one.iter(tag("r")) if on in _words(run))
        before, _, after = _words(run).partition(on)
        begins, ends = '<w:commentRangeStart w:id="900"/>', '<w:commentRangeEnd w:id="900"/><w:r><w:commentReference w:id="900"/></w:r>'
        _put(run, _run(before) + begins + _run(on) + ends + _run(after))
        answered = _comment("901", "Omar Reid", answer, "00000002") if answer else ""
        made = _comment("900", "Nadia Khan", words, "00000001") + answered
        self._add_part("comments", f'<w:comments {DECLARED} xmlns:w14="{WORD14}">{made}</w:comments>')
        reply = '<w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001" w15:done="0"/>' if answer else ""
        extended = f'<w15:commentEx w15:paraId="00000001" w15:done="{int(done)}"/>{reply}'
        self._add_part("commentsExtended", f'<w15:commentsEx xmlns:w15="{WORD15}">{extended}</w15:commentsEx>')
        return self

    def _add_part(self, kind: str, xml: str) -> None:
        self.parts[f"word/{kind}.xml"] = xml.encode()
        rels = self.parts["word/_rels/document.xml.rels"].decode()
        relation = f'<Relationship Id="r{kind}" Type="http://schemas.example.org/{kind}" Target="{kind}.xml"/></Relationships>'
        self.parts["word/_rels/document.xml.rels"] = rels.replace("</Relationships>", relation).encode()

    def make_noise(self) -> Hand:
        """Do what Word does unasked: fixed spaces, runs cut in two, marks of spelling."""
        for text in list(self.root.iter(tag("t"))):
            words = text.text or ""
            text.text = words.replace(" the ", " the\u00a0")
            if len(words) > 6:
                run = text.getparent()
                if len(run.findall(tag("t"))) == 1 and run.find(tag("fldChar")) is None:
                    text.text = words[:3]
                    rest = copy.deepcopy(run)
                    rest.find(tag("t")).text = words[3:]
                    run.addnext(rest)
                    run.addnext(_parsed('<w:proofErr w:type="spellStart"/>')[0])
        return self

    def format(self, beginning: str) -> Hand:
        """Make a run bold, tracked."""
        run = next(self.paragraph(beginning).iter(tag("r")))
        properties = _parsed(f"<w:rPr><w:b/>{self._mark('rPrChange')}><w:rPr/></w:rPrChange></w:rPr>")[0]
        run.insert(0, properties)
        return self


WORD14 = "http://schemas.microsoft.com/office/word/2010/wordml"
WORD15 = "http://schemas.microsoft.com/office/word/2012/wordml"


def _comment(number: str, who: str, words: str, paragraph: str) -> str:
    inside = f'<w:p w14:paraId="{paragraph}">{_run(words)}</w:p>'
    return f'<w:comment w:id="{number}" w:author="{who}" w:date="2026-05-04T10:00:00Z">{inside}</w:comment>'


def _listed(one: etree._Element) -> bool:
    """Whether a paragraph is a line of the contents."""
    style = one.find(f"{tag('pPr')}/{tag('pStyle')}")
    return style is not None and style.get(tag("val"), "").startswith("TOC")


def _words(element: etree._Element) -> str:
    return "".join(one.text or "" for one in element.iter(tag("t"), tag("delText"))).replace("\u00a0", " ")


def _run(words: str, element: str = "t") -> str:
    return f'<w:r><w:{element} xml:space="preserve">{words}</w:{element}></w:r>' if words else ""


def _parsed(xml: str) -> list[etree._Element]:
    return list(etree.fromstring(f"<w:body {DECLARED}>{xml}</w:body>"))


def _put(run: etree._Element, xml: str) -> None:
    for one in reversed(_parsed(xml)):
        run.addnext(one)
    run.getparent().remove(run)


def told(read: Read) -> list[str]:
    """Return the events as lines: kind, place, words, how it was done."""
    return [_told(event) for event in read.events]


def _told(event: Event) -> str:
    how = "" if event.kind == "comment" else f" ({'tracked' if event.tracked else 'silent'})"
    answers = f" [answers: {event.answers}]" if event.answers else ""
    words = {
        "comment": f"{event.who} on “{event.on}”: {event.new}{answers}{' [done]' if event.done else ''}",
        "added": f"after {event.after}: {event.new}",
        "duplicated": f"after {event.after}: {event.new}",
        "removed": event.old,
        "moved": f"to after {event.new}",
        "lost": event.new,
    }.get(event.kind, f"{event.old} → {event.new}")
    fact = f" [{event.fact}: {event.proposed[0]}]" if event.fact else ""
    words = re.sub(r"\n", " ¶ ", words)
    return f"{event.kind}: {event.place}: {words}{fact}{' [follows]' if event.follows else ''}{how}"


def lines(read: Read) -> Iterator[str]:
    yield from told(read)
    yield from (f"problem: {shown(problem.message)}" for problem in read.problems)
    yield from (f"remark: {remark.kind}: {remark.place}: {remark.words}: {remark.count}" for remark in read.remarks)
