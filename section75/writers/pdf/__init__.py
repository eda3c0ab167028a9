"""The PDF writer: the page of the HTML writer on paper, tagged for screen readers (PDF/UA-1).

In: a numbered Document and its House. Out: the bytes of a PDF, the same for the same document, sheets, fonts
and versions. Nothing is fetched, and whatever the engine warns of is a failure: a page that is not as
designed is not published.
"""

from __future__ import annotations

import ctypes.util
import gc
import logging
import re
import shutil
import subprocess
import sys
import warnings
import zlib
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Final

from section75.writers import EngineMissing, Unprintable, html
from section75.writers.pdf.tags import complete

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from section75.document.house import House
    from section75.document.tree import Document

DRAFT: Final = "draft.css"
"""The sheet of the watermark, beside the first sheet of the house."""

NOWHERE: Final = "https://nowhere.invalid/"
"""What relative addresses are relative to: they are refused like all others."""

REMEDIES: Final = {
    "linux": "Run: apt install libpangoft2-1.0-0 libharfbuzz-subset0 fonts-liberation",
    "darwin": "Run: brew install pango",
    "win32": "Install MSYS2 (www.msys2.org), run in it: pacman -S mingw-w64-ucrt-x86_64-pango, "
    "and set WEASYPRINT_DLL_DIRECTORIES to its ucrt64\\bin folder.",
}

ARIAL: Final = ("Arial", "Liberation Sans", "Arimo")
"""Fonts whose letters are as wide as Arial's, so that lines and pages break alike."""


def write(document: Document, house: House) -> bytes:
    """Return the document as PDF.

    Raises EngineMissing where PDF cannot be made at all, and Unprintable for a page that is faulty.
    """
    engine = _engine()
    if problem := _fonts():
        raise EngineMissing(f"PDF cannot be made here: {problem}")
    fetcher = engine.urls.URLFetcher(allowed_protocols={"data"}, fail_on_errors=True)
    page = html.page(document, house, screen=False)
    with _collector_off(), _warnings() as heard:
        try:
            sheets = [engine.CSS(string=sheet, base_url=NOWHERE, url_fetcher=fetcher) for sheet in _drafts(document, house)]
            source = engine.HTML(string=page, base_url=NOWHERE, url_fetcher=fetcher)
            data: bytes = source.write_pdf(stylesheets=sheets, pdf_variant="pdf/ua-1", finisher=complete)
        except engine.urls.FatalURLFetchingError as refusal:
            raise Unprintable(f"A document may not fetch anything. {refusal}") from None
    if heard:
        raise Unprintable("\n".join(dict.fromkeys(heard)))
    return data


def pages_in(data: bytes) -> int:
    """Return how many pages a PDF of ours has; its objects lie in compressed streams."""
    streams = re.findall(rb"/Type /ObjStm.*?stream\r?\n(.*?)endstream", data, re.DOTALL)
    opened = b"".join(zlib.decompressobj().decompress(stream) for stream in streams)
    return len(re.findall(rb"/Type /Page\b", data + opened))


def _drafts(document: Document, house: House) -> list[str]:
    """Return the sheet of the watermark, for a draft of a house that has one."""
    if not document.state or not house.sheets:
        return []
    sheet = house.sheets[0].parent / DRAFT
    return [sheet.read_text(encoding="utf-8")] if sheet.exists() else []


def fonts_problem() -> str | None:
    """Return what is wrong with the fonts, if anything: text in another font breaks into other lines and pages.

    Only fontconfig can tell; where it is not installed, Arial is taken to be there.
    """
    command = shutil.which("fc-match")
    if not command:
        return None
    asked = [command, "--format", "%{family}", "Arial"]
    answer = subprocess.run(asked, capture_output=True, text=True, check=False)  # noqa: S603 - no word of it is a user's
    if any(family in answer.stdout for family in ARIAL):
        return None
    return f"Arial would be printed in {answer.stdout or 'no font'}. Run: apt install fonts-liberation"


@cache
def _fonts() -> str | None:
    """Ask for the fonts once: they stay as they are while a program runs, and with none at all the engine does not fail, it crashes."""
    return fonts_problem()


def _engine() -> ModuleType:
    """Import the engine, which takes half a second, only when a PDF is asked for."""
    try:
        with _libraries_by_name(), warnings.catch_warnings():
            warnings.filterwarnings("error", message=".*Expect ugly output")  # there are no fonts: it would crash when it prints
            import weasyprint
            import weasyprint.urls
    except (ImportError, OSError, UserWarning) as missing:
        remedy = REMEDIES.get(sys.platform, REMEDIES["linux"])
        raise EngineMissing(f"PDF cannot be made here: {str(missing).rstrip('.')}. {remedy}") from missing
    engine: ModuleType = weasyprint
    return engine


@contextmanager
def _libraries_by_name() -> Iterator[None]:
    """Let the engine open its libraries by their names: looking for each starts a compiler, for a quarter second."""
    if sys.platform != "linux" or "weasyprint" in sys.modules:
        yield
        return
    look = ctypes.util.find_library

    def nowhere(name: str) -> str | None:
        return None if name else look(name)

    ctypes.util.find_library = nowhere
    try:
        yield
    finally:
        ctypes.util.find_library = look


@contextmanager
def _collector_off() -> Iterator[None]:
    """Do without the collector of cycles while pages are laid out: a fifth of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


class _Heard(logging.Handler):
    """Keeps what the engine says."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def _warnings() -> Iterator[list[str]]:
    """Collect what the engine warns of."""
    log = logging.getLogger("weasyprint")
    heard = _Heard()
    log.addHandler(heard)
    try:
        yield heard.messages
    finally:
        log.removeHandler(heard)
