"""Attacks by what dresses a paper: sheets, pictures and Word shells. Nothing is fetched or run, and nobody's name is carried along."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from hashlib import sha256

import pytest
from attacking import CANARY, SHEET, SHELL, attacked, fetched, project, watched
from building import block, headed, said
from cases import CASES, laid_out
from word_sample import WORD_HOUSE

from section75.comparison.entries import picture_name
from section75.document.tree import Block, Document, Part
from section75.pictures.drawn_here import is_drawn_here
from section75.problems import Refused
from section75.records import Record, kept, read_record
from section75.writers import Unprintable, written
from section75.writers.docx.lint import lint
from section75.writers.docx.trust import faults

PAGE = Document("report", "T", (Part("body", children=(headed("section", "Heading", block("words", "Words.")),)),), state="DRAFT")
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.fixture
def root(tmp_path):
    return project(tmp_path)


# ------------------------------------------------------------------ sheets

SHEETS = (
    '@import "http://127.0.0.1:9/x.css";', "@import url(file://{outside}/house/print.css);",
    "body {{ background: url(http://127.0.0.1:9/x.png) }}", "body {{ background: url({outside}/canary.png) }}",
    "body {{ background: url(file://{outside}/canary.png) }}", "p {{ content: url(//127.0.0.1:9/x) }}",
    "@font-face {{ font-family: Arial; src: url(http://127.0.0.1:9/x.woff) }}",
    "@font-face {{ font-family: Arial; src: url(file://{outside}/canary.png) }}",
    "body {{ background: u\\72l(http://127.0.0.1:9/x.png) }}", "@page {{ background: url(../../../outside/canary.png) }}",
    "li, p {{ list-style-image: url(ftp://127.0.0.1:9/x) }}", 'body {{ background-image: image-set("http://127.0.0.1:9/x.png" 1x) }}',
    "h2 {{ border-image: url(http://127.0.0.1:9/x.png) 30 }}", "@color-profile --x {{ src: url(file://{outside}/canary.png) }}",
)  # fmt: skip


@pytest.mark.parametrize("sheet", SHEETS)
def test_no_sheet_fetches_anything_on_paper(tmp_path, sheet):
    project(tmp_path)
    file = tmp_path / "print.css"
    file.write_text(sheet.format(outside=tmp_path / "outside"), encoding="utf-8")
    with watched() as asked:
        try:
            data = written(PAGE, replace(WORD_HOUSE, sheets=(*WORD_HOUSE.sheets, file)), "pdf")
        except Unprintable:
            data = b""
    assert fetched(asked) == []
    assert b"/Subtype /Image" not in data


def test_a_sheet_that_would_fetch_is_told_and_no_pdf_is_written(root, capsys):
    sheet = root / SHEET
    sheet.write_text(f"{sheet.read_text(encoding='utf-8')}\nbody {{ background: url(http://127.0.0.1:9/x) }}\n", encoding="utf-8")
    found = attacked(root, capsys)
    assert found.status == 1
    assert "may not fetch anything" in found.said
    assert sorted(found.files) == [f"build/river/agreement.{ending}" for ending in ("docx", "html", "md")]
    assert found.fetched == []


def test_a_page_tells_the_browser_to_fetch_nothing_before_any_sheet_is_read():
    page = written(PAGE, WORD_HOUSE, "html").decode()
    told = page.index("http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:;")
    assert told < page.index("<style>")


# ------------------------------------------------------------------ pictures

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">{}</svg>'
PICTURES = (
    '<image width="9" height="9" xlink:href="{outside}/canary.png"/>', '<image width="9" height="9" href="http://127.0.0.1:9/x.png"/>',
    '<x:image xmlns:x="http://www.w3.org/2000/svg" width="9" height="9" xlink:href="{outside}/canary.png"/>',
    '<use href="file://{outside}/canary.png#x"/>', "<script>x()</script>", '<rect width="9" height="9" onload="x()"/>',
    "<style>rect {{ fill: url(http://127.0.0.1:9/x) }}</style>", '<rect width="9" height="9" style="fill: red"/>',
    '<rect fill="url(#x)"/>', '<filter id="f"><feImage href="{outside}/canary.png"/></filter>',
    "<foreignObject><b xmlns='http://www.w3.org/1999/xhtml'>x</b></foreignObject>",
    '<a href="http://127.0.0.1:9/"><rect width="9" height="9"/></a>', '<animate attributeName="href"/>', '<rect class="x"/>',
)  # fmt: skip
ENTITIES = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>' + SVG.format("<title>&b;</title>")


def figure(picture: str) -> Document:
    return Document(
        "agreement", "T", (Part("body", children=(Block("figure", said("What it shows"), heading=said("F"), picture=picture),)),)
    )


@pytest.mark.parametrize("shape", [*PICTURES, ENTITIES])
def test_a_picture_that_is_not_of_our_shapes_is_never_read_back_from_a_record(tmp_path, shape):
    picture = shape if shape == ENTITIES else SVG.format(shape.format(outside=tmp_path / "outside"))
    assert not is_drawn_here(picture)
    sound = SVG.format('<rect width="9" height="9"/>')
    assert is_drawn_here(sound)
    record = Record(figure(sound), "executed", "2026-04-01", "agreement", "default")
    path = tmp_path / "2026-04-01.md"
    for file, data in kept(record, path).items():
        file.write_bytes(data)
    assert read_record(path).document.parts[0].children[0].picture == sound
    text = path.read_bytes().replace(picture_name(sound).encode(), picture_name(picture).encode())
    about = json.loads(path.with_suffix(".json").read_bytes())
    about |= {"text": sha256(text).hexdigest(), "drawings": {picture_name(picture): picture}}
    path.write_bytes(text)
    path.with_suffix(".json").write_text(json.dumps(about), encoding="utf-8")
    with pytest.raises(Refused, match="not the description of a record"):
        read_record(path)


@pytest.mark.parametrize("shape", PICTURES[:6])
@pytest.mark.parametrize("ending", ["docx", "pdf", "html", "md"])
def test_a_picture_that_got_so_far_fetches_nothing_in_any_format(tmp_path, shape, ending):
    project(tmp_path)
    with watched() as asked:
        try:
            data = written(figure(SVG.format(shape.format(outside=tmp_path / "outside"))), WORD_HOUSE, ending)
        except Unprintable:
            data = b""
    assert fetched(asked) == []
    if ending == "docx":
        assert b"figure1.png" not in data


# ------------------------------------------------------------------ Word shells


def rezipped(data: bytes, changes: dict[str, tuple[str, str] | str]) -> bytes:
    """Return a Word file with words of its parts changed, the first time they stand there, or with parts added."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            part = before.read(name)
            if isinstance(change := changes.get(name), tuple):
                assert change[0].encode() in part
                part = part.replace(change[0].encode(), change[1].encode(), 1)
            after.writestr(name, part)
        for name, words in changes.items():
            if isinstance(words, str):
                after.writestr(name, words)
    return made.getvalue()


RELS = "word/_rels/document.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def related(kind: str, target: str, mode: str = "External", key: str = "rId99") -> tuple[str, str]:
    one = f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="{mode}"/></Relationships>'
    return "</Relationships>", one


def field(words: str) -> tuple[str, str]:
    half = len(words) // 2
    texts = "".join(f"<w:r><w:instrText>{one}</w:instrText></w:r>" for one in (words[:half], words[half:]))
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    return "</w:hdr>", f"<w:p>{begin}{texts}{end}</w:p></w:hdr>"


def in_head(xml: str) -> dict[str, tuple[str, str]]:
    return {"word/header1.xml": ("</w:hdr>", f"<w:p>{xml}</w:p></w:hdr>")}


PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
TEMPLATE = related("attachedTemplate", "http://127.0.0.1:9/x.dotm")[1]
TRAPS = {
    "a template elsewhere": {"word/_rels/settings.xml.rels": f'<Relationships xmlns="{PACKAGE}">{TEMPLATE}'},
    "a remote picture": {RELS: related("image", "http://127.0.0.1:9/x.png")},
    "a picture of the disk": {RELS: related("image", "file:///etc/passwd")},
    "an object": {RELS: related("oleObject", "embeddings/x.bin", "Internal")},
    "a remote object": {RELS: related("oleObject", "http://127.0.0.1:9/x.doc")},
    "a chunk": {RELS: related("aFChunk", "x.html", "Internal")},
    "a sub-document": {RELS: related("subDocument", "file:///etc/x.docx")},
    "macros": {RELS: related("vbaProject", "vbaProject.bin", "Internal")},
    "a frame": {RELS: related("frame", "http://127.0.0.1:9/")},
    "a remote header": {RELS: related("header", "http://127.0.0.1:9/h.xml")},
    "included text": {"word/header1.xml": field(' INCLUDETEXT "/etc/passwd" ')},
    "an included picture": {"word/header1.xml": field(' INCLUDEPICTURE "http://127.0.0.1:9/x" ')},
    "DDE": {"word/header1.xml": field(' DDEAUTO c:\\\\x "y" ')},
    "a simple field": in_head('<w:fldSimple w:instr=" includetext x "/>'),
    "a source in VML": {"word/header1.xml": ("<v:shape ", '<v:shape href="http://127.0.0.1:9/" ')},
    "tracked changes": in_head('<w:ins w:author="A Person" w:id="1"><w:r><w:t>x</w:t></w:r></w:ins>'),
    "a call": {"word/header1.xml": ("{{ running }}", "{{ range(9) }}")},
    "a field of a field": {"word/header1.xml": ("{{ running }}", "{{ running.__class__ }}")},
    "an include": {"word/header1.xml": ("{{ running }}", "{% include '/etc/passwd' %}")},
    "the environment": {"word/header1.xml": ("{{ running }}", "{{ cycler.__init__.__globals__.os.environ }}")},
    "a loop": {"word/header1.xml": ("{{ running }}", "{% for x in running %}x{% endfor %}")},
    "arithmetic": {"word/header1.xml": ("{{ running }}", "{{ 9**9**9 }}")},
    "a long filter": {"word/header1.xml": ("{{ running }}", "{{ running | center(999999999) }}")},
    "an entity": {"word/header1.xml": ("<w:hdr ", '<!DOCTYPE x [<!ENTITY a "b">]><w:hdr ')},
}  # fmt: skip


@pytest.mark.thorough
@pytest.mark.parametrize("trap", TRAPS)
def test_a_shell_that_would_fetch_run_or_tell_is_refused(root, capsys, trap):
    shell = root / SHELL
    shell.write_bytes(rezipped(shell.read_bytes(), TRAPS[trap]))
    found = attacked(root, capsys, "build", "river", "--document", "agreement", "--format", "docx,md", "--jobs", "1", "--no-cache")
    assert found.status == 1
    assert "The Word shell cannot be used." in found.said
    assert "PK" not in found.said
    assert (found.files, found.fetched) == ({}, [])


def test_a_shell_may_link_to_the_councils_own_pages():
    data = WORD_HOUSE.shells["agreement"].read_bytes()
    assert faults(rezipped(data, {RELS: related("hyperlink", "https://www.example.gov.uk/")})) == ()


def test_a_shell_that_would_unpack_to_more_than_memory_is_not_opened():
    made = io.BytesIO(WORD_HOUSE.shells["agreement"].read_bytes())
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/x.png", b"\0" * 60_000_000)
    assert faults(made.getvalue())[0].startswith("It would unpack to more than")


# ------------------------------------------------------------------ people


FORMAT = "application/vnd.openxmlformats-officedocument"


def told_of(who: str) -> dict[str, tuple[str, str] | str]:
    """Return what Word and others keep of a person in a file."""
    session = f"00{who[-4:]}00"
    application = f"<Company>{who}</Company><Manager>{who}</Manager><Template>C:\\Users\\{who}\\x.dotm</Template>"
    core = f"<dc:creator>{who}</dc:creator><cp:lastModifiedBy>{who}</cp:lastModifiedBy><cp:keywords>{who}</cp:keywords>"
    custom = f'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"><!-- {who} --></Properties>'
    types = "".join(
        f'<Override PartName="/{part}" ContentType="{FORMAT}.{kind}+xml"/>'
        for part, kind in (("docProps/custom.xml", "custom-properties"), ("word/people.xml", "wordprocessingml.people"))
    )
    parts = (("people", "people.xml"), ("customXml", "../customXml/item1.xml"))
    relations = "".join(f'<Relationship Id="rId{kind}" Type="{OFFICE}/{kind}" Target="{target}"/>' for kind, target in parts)
    settings = f'<w:rsids><w:rsidRoot w:val="{session}"/></w:rsids><w:docVars><w:docVar w:name="a" w:val="{who}"/></w:docVars>'
    return {
        "docProps/app.xml": ("<Application>", f"{application}<Application>"),
        "docProps/core.xml": ("<dc:title>", f"{core}<cp:category>{who}</cp:category><dc:description>{who}</dc:description><dc:title>"),
        "docProps/custom.xml": custom,
        "_rels/.rels": related("custom-properties", "docProps/custom.xml", "Internal"),
        "[Content_Types].xml": ("<Override ", f"{types}<Override "),
        "word/people.xml": f'<people xmlns="http://schemas.microsoft.com/office/word/2012/wordml"><person author="{who}"/></people>',
        "customXml/item1.xml": f"<x>{who}</x>",
        RELS: ("</Relationships>", f"{relations}</Relationships>"),
        "word/settings.xml": ("<w:zoom", f"{settings}<w:zoom"),
        "word/header1.xml": ("<w:p>", f'<w:p w:rsidR="{session}">'),
    }


@pytest.mark.thorough
@pytest.mark.parametrize("final", [(), ("--final",)])
def test_what_a_shell_knows_of_people_is_in_no_copy(tmp_path, capsys, final):
    root = laid_out(tmp_path / "project", CASES / "good" / "fully-stated")
    shell = root / SHELL
    shell.write_bytes(rezipped(shell.read_bytes(), told_of(CANARY)))
    found = attacked(root, capsys, "build", "--document", "agreement", "--format", "docx", *final, "--jobs", "1", "--no-cache")
    assert found.status == 0, found.said
    assert (found.holding(CANARY), found.holding(f"00{CANARY[-4:]}00")) == ([], [])
    assert lint(found.files["build/fully-stated/agreement.docx"]) == []
