"""Makes the Word shell of a house from nothing: a .docx that a solicitor can open and restyle.

In: the kind of shell (`agreement` or `report`) and the house's Scheme. Out: the bytes of the shell, which holds
every style and list that the writer uses, and one specimen of each in the content control of the text.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Final

from section75.writers.docx import shell_lists, shell_parts, shell_styles
from section75.writers.docx.package import BODY, repacked
from section75.writers.docx.scrubbing import APPLICATION
from section75.writers.docx.shell_parts import OFFICE, PACKAGE, WORD_TYPE
from section75.writers.docx.xml import DECLARED, HEADER, Paragraph, Table, cell, row, run, text

if TYPE_CHECKING:
    from section75.document.house import Scheme
    from section75.writers.docx.shell_styles import Style

TARGETS: Final = {
    "styles": "styles", "numbering": "numbering", "settings": "settings", "fontTable": "fontTable",
    "theme": "theme", "header1": "header", "header2": "header", "header3": "header", "header4": "header", "footer1": "footer",
    "footer2": "footer",
}  # fmt: skip
"""Parts of the document, and the last word of their relationship's type."""
ELSEWHERE: Final = {
    "agreement": frozenset({"DraftStrip", "CoverFoot", "Header", "Footer", "CommentText"}),
    "report": frozenset({"Header", "Footer", "CommentText"}),
}
"""Styles whose specimen does not stand in the text."""


def make_shell(kind: str, scheme: Scheme) -> bytes:
    """Return a fresh shell; equal arguments give equal bytes."""
    made = shell_lists.lists(kind, scheme)
    parts = {
        "document": _document(kind, shell_lists.numbers(made)),
        "styles": shell_styles.part(kind, shell_lists.numbers(made)),
        "numbering": shell_lists.part(made),
        "settings": shell_parts.SETTINGS,
        "fontTable": shell_parts.FONTS,
        "theme": shell_parts.THEME,
        "header1": shell_parts.header(kind),
        "footer1": shell_parts.footer(),
    }
    if kind == "agreement":
        parts |= {"header2": shell_parts.cover_header(), "footer2": shell_parts.cover_footer()}
        parts |= {name: shell_parts.header(kind, name) for name in ("header3", "header4")}
    return _zipped(parts)


def _zipped(parts: dict[str, str]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        package.writestr("[Content_Types].xml", _types(parts))
        package.writestr("_rels/.rels", _package_relations())
        package.writestr("docProps/core.xml", shell_parts.CORE)
        package.writestr("docProps/app.xml", APPLICATION)
        package.writestr("word/_rels/document.xml.rels", _document_relations(parts))
        for name, xml in parts.items():
            package.writestr(f"word/{_file(name)}", xml)
    return repacked(written.getvalue())


def _file(name: str) -> str:
    return "theme/theme1.xml" if name == "theme" else f"{name}.xml"


def _types(parts: dict[str, str]) -> str:
    overrides = {f"word/{_file(name)}": _type(name) for name in parts} | {
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    return (
        f'{HEADER}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
        + "</Types>"
    )


def _type(name: str) -> str:
    if name == "theme":
        return "application/vnd.openxmlformats-officedocument.theme+xml"
    return f"{WORD_TYPE}.{'document.main' if name == 'document' else name.rstrip('1234')}+xml"


def _package_relations() -> str:
    return _relations(
        ("rId1", f"{OFFICE}/officeDocument", "word/document.xml"),
        ("rId2", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ("rId3", f"{OFFICE}/extended-properties", "docProps/app.xml"),
    )


def _document_relations(parts: dict[str, str]) -> str:
    return _relations(*((name, f"{OFFICE}/{kind}", _file(name)) for name, kind in TARGETS.items() if name in parts))


def _relations(*relations: tuple[str, str, str]) -> str:
    written = "".join(f'<Relationship Id="{key}" Type="{kind}" Target="{to}"/>' for key, kind, to in relations)
    return f'{HEADER}<Relationships xmlns="{PACKAGE}/relationships">{written}</Relationships>'


def _document(kind: str, numbers: dict[str, tuple[int, int]]) -> str:
    body = shell_parts.control(BODY, "Text of the document", _specimens(kind, numbers))
    return f"{HEADER}<w:document {DECLARED}><w:body>{body}{shell_parts.body_end(kind)}</w:body></w:document>"


def _specimens(kind: str, numbers: dict[str, tuple[int, int]]) -> str:
    """Return one paragraph in each style, which says its name, then a table, a box and a block to sign."""
    styles = [style for style in shell_styles.table(kind) if style.id not in ELSEWHERE[kind]]
    paragraphs = "".join(_specimen(style, numbers) for style in styles if not style.id.startswith(("Table", "Signature")))
    widths = (4513, 4513)
    heads = _row(widths, ("TableHeading", "TableHeadingMoney"), header=True)
    lines = _row(widths, ("TableText", "TableMoney")) + _row(widths, ("TableTotal", "TableTotalMoney"))
    table = Table("Section75Table", widths, "Specimen table", "Table Heading", heads + lines, look="0660").xml()
    form = Table("Section75Form", widths, "Specimen form", "Table Text", _row(widths, ("TableText",) * 2)).xml()
    framed = (("Section75Box", 9026, "Normal"), ("Section75Aside", 3200, "TableText"), ("Section75Plain", 9026, "Signature"))
    frames = "".join(_frame(style, width, inner) for style, width, inner in framed)
    gap = Paragraph("TableGap").xml()
    return f"{paragraphs}{table}{gap}{form}{gap}{frames}"


def _specimen(style: Style, numbers: dict[str, tuple[int, int]]) -> str:
    """Return a paragraph that says the name of its style, after the colon that follows `Schedule 1` and `Part 1`."""
    name = style.name.removeprefix("*")
    words = f": {name}" if style.id in ("ScheduleHeading", "SchedulePart") else name
    number = numbers[style.id] if style.id in shell_lists.SHARED and style.id in numbers else None
    return Paragraph(style.id, run(text(words)), number=number).xml()


def _row(widths: tuple[int, ...], styles: tuple[str, ...], *, header: bool = False) -> str:
    cells = (cell(width, Paragraph(style, run(text(style))).xml()) for width, style in zip(widths, styles, strict=True))
    return row("".join(cells), header=header)


def _frame(style: str, width: int, inner: str) -> str:
    line = Paragraph("SignatureLine").xml() if inner == "Signature" else ""
    content = line + Paragraph(inner, run(text(style))).xml()
    return Table(style, (width,), "Specimen", style, row(cell(width, content))).xml() + Paragraph("TableGap").xml()
