"""Reading Word files in tests: parts, paragraphs, and what LibreOffice makes of them.

In: the bytes of a .docx file. Out: XML roots and words.
"""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

from section75.writers.docx.xml import tag

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode(errors="replace") for name in archive.namelist()}


def root(data: bytes, name: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(parts(data)[name].encode())


def words(element: etree._Element) -> str:
    return "".join(one.text or "" for one in element.iter(tag("t"), tag("delText"))).replace("\u00a0", " ")


def styled(data: bytes, name: str = "word/document.xml") -> list[tuple[str, str]]:
    """Return each paragraph that has words, as its style and its words."""
    found = []
    for paragraph in root(data, name).iter(tag("p")):
        style = paragraph.find(f"{tag('pPr')}/{tag('pStyle')}")
        if words(paragraph):
            found.append(("" if style is None else style.get(tag("val")), words(paragraph)))
    return found


def changed(data: bytes, name: str, change: Callable[[str], str]) -> bytes:
    """Return the file with one part changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for one, xml in parts(data).items():
            new = change(xml) if one == name else xml
            archive.writestr(one, new.encode())
    return made.getvalue()


def without_stored_results(data: bytes) -> bytes:
    """Return the file with `?` as the stored text of every REF field."""
    field = re.compile(
        r'( REF _s75\S+ [^<]*</w:instrText></w:r><w:r>(?:<w:rPr>.*?</w:rPr>)?<w:fldChar w:fldCharType="separate"/></w:r>'
        r'<w:r>(?:<w:rPr>.*?</w:rPr>)?<w:t xml:space="preserve">)[^<]*(</w:t>)'
    )
    return changed(data, "word/document.xml", lambda xml: field.sub(r"\1?\2", xml))


def as_libreoffice_prints(files: dict[str, bytes], folder: Path) -> dict[str, str]:
    """Return the text of each file as LibreOffice prints it, numbers and fields worked out; white space is folded."""
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    made = [str(folder / f"{name}.docx") for name in files]
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *made]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return {name: _printed(folder / f"{name}.pdf") for name in files}


def _printed(path: Path) -> str:
    """Return the words of the pages, without the header and the footer of each."""
    between = ["-x", "0", "-y", "60", "-W", "600", "-H", "725"]
    found = subprocess.run(["pdftotext", "-layout", *between, str(path), "-"], check=True, capture_output=True, text=True, timeout=30)
    return " ".join(found.stdout.split())


def paragraph(data: bytes, beginning: str) -> etree._Element:
    found = [one for one in root(data).iter(tag("p")) if words(one).startswith(beginning)]
    assert len(found) == 1, f"{len(found)} paragraphs begin with {beginning!r}"
    return found[0]


def fields(element: etree._Element) -> list[str]:
    return [" ".join((one.text or "").split()) for one in element.iter(tag("instrText"), tag("delInstrText"))]


def switches(element: etree._Element) -> list[str]:
    return [re.sub(r"_s75_\d+n?_", "", one) for one in fields(element)]


def value(element: etree._Element, path: str) -> str | None:
    found = element.find("/".join(tag(step) for step in path.split("/")))
    return None if found is None else found.get(tag("val"))
