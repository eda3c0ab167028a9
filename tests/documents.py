"""Every document that the project makes, as the outside validators get it: papers, redlines, drafts with findings, the register.

In: nothing. Out: `documents(ending)`, their names, and `document(name, ending)`, the bytes of one, written once in each process.
"""

from __future__ import annotations

import atexit
import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from cases import CASES
from redline_sample import REDLINE
from whole import NORTHSHIRE, PROJECT, ROOT, copy_of, drafted, every_paper, partnership, printed
from word_sample import WORD_HOUSE

from section75.commands.build import build
from section75.commands.built import Wanted
from section75.commands.comparison import Comparison, form
from section75.commands.register import form as form_of_register
from section75.commands.register import gather
from section75.commands.versions import Version, version
from section75.facts.dates import day
from section75.project import Project
from section75.writers import html, written

REFRESHED = "cambridgeshire-older-people-occupational-therapy"
ENDED = "cambridgeshire-pooled-budget"
DEED = "2026-09-29-variation"
SAMPLE = "redline of a sample with every kind of change"
REGISTER = "register"
ANNOTATED = "with findings: "


COMPARED = {
    "redline of Northshire's deed": (NORTHSHIRE, DEED),
    "redline of Cambridgeshire, ended against refreshed": (ENDED, REFRESHED),
    "redline of Northshire, signed against renewed": (f"agreements/{NORTHSHIRE}/executed/2026-03-30.md", f"{NORTHSHIRE}-2027"),
}


def documents(ending: str) -> list[str]:
    """Return the names of all documents that are written in a format: docx, html or pdf."""
    papers = [f"{name}/{paper}" for name, paper in every_paper()]
    also = {"docx": [f"{ANNOTATED}{paper}" for paper in papers], "html": [REGISTER]}.get(ending, [])
    return [*papers, *COMPARED, SAMPLE, *also]


@cache
def document(name: str, ending: str) -> bytes:
    """Return a document in a format."""
    if name == REGISTER:
        return form_of_register("html").write(gather(PROJECT, PROJECT.names, day("1 December 2026")))
    if name == SAMPLE:
        return written(REDLINE, WORD_HOUSE, ending)
    if name in COMPARED:
        return form(ending).write(comparison(name))
    if name.startswith(ANNOTATED):
        return (annotated() / f"{name.removeprefix(ANNOTATED)}.docx").read_bytes()
    return printed(*name.split("/", 1), ending)


def page_of_pdf(name: str) -> str:
    """Return the page that the PDF of a document is made of."""
    if name == SAMPLE:
        return html.page(REDLINE, WORD_HOUSE, screen=False)
    if name in COMPARED:
        made = comparison(name)
        return html.page(made.page(), made.new.house, screen=False)
    made = drafted(*name.split("/", 1))
    return html.page(made.drafted.document, made.house, screen=False)


@cache
def comparison(name: str) -> Comparison:
    """Return a comparison: of two texts, or of what a deed varies with what it makes of it."""
    old, new = COMPARED[name]
    if new == DEED:
        house = drafted(old, "agreement").house
        varying = PROJECT.varying(partnership(old))
        signed, varied = varying.before(DEED).document, varying.after(DEED)
        return Comparison(PROJECT, "agreement", Version("signed", signed, house), Version("varied", varied, house))
    project = Project(_ended()) if old == ENDED else PROJECT
    return Comparison(project, "agreement", version(project, old, "agreement"), version(project, new, "agreement"))


@cache
def _folder() -> TemporaryDirectory:
    folder = TemporaryDirectory(prefix="section75-documents-")
    atexit.register(folder.cleanup)
    return folder


@cache
def _ended() -> Path:
    """Return a project with Cambridgeshire's pooled budget and the agreement that ends it."""
    root = copy_of(Path(_folder().name) / "ended", ROOT / "agreements" / REFRESHED)
    shutil.copytree(CASES / "ended" / ENDED, root / "agreements" / ENDED)
    return root


@cache
def annotated() -> Path:
    """Return the folder of all Word drafts with what rules find as comments."""
    folder = Path(_folder().name) / "annotated"
    build(PROJECT, Wanted(tuple(PROJECT.names), (), ("docx",), final=False, out=folder, jobs=1, annotated=True, cached=False), str)
    return folder
