"""The outside validators, each started once for all the files it is asked of, since a start takes longer than most files.

In: the names of documents. Out: for each what its validator finds, as sentences; none where it passes.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import docx_scalpel as sdk
from conftest import browser
from documents import COMPARED, REGISTER, SAMPLE, document

SCRIPT = Path(__file__).parent / "validators" / "axe.mjs"
JUDGED = {sdk.DeliverableFindingCategory(name) for name in ("package", "openXml", "relationship", "structure")}
"""What is a fault of a file; that words are still tracked or a picture is a drawing is none."""
MISREAD = "structure.field_instruction_missing"
"""It does not know the code of a field that is deleted; our own lint does."""
WHOLE = "deliverable.open_xml"


def faults_of_word_file(data: bytes) -> list[str]:
    """Return what Microsoft's Open XML SDK finds, in a process that is started once and asked again."""
    options = sdk.DeliverableVerificationOptions(open_xml_version="Microsoft365", max_findings=1000)
    judged = sdk.verify_deliverable(data, request=sdk.DeliverableVerificationRequest(options=options))
    left_out = [check.check for check in judged.checks if check.status is not sdk.DeliverableCheckStatus.COMPLETED]
    assert WHOLE in [check.check for check in judged.checks]
    found = [f"{one.code}: {one.message}" for one in judged.findings if one.category in JUDGED and one.code != MISREAD]
    return found + [f"{check} was not carried out" for check in left_out]


def faults_of_pages(names: list[str]) -> dict[str, list[str]]:
    """Return what axe-core and a narrow screen find in pages, in one browser."""
    with TemporaryDirectory(prefix="section75-pages-") as folder:
        files = {name: Path(folder) / f"{number}.html" for number, name in enumerate(names)}
        for name, file in files.items():
            file.write_bytes(document(name, "html"))
        judged = judged_pages({file: views(name) for name, file in files.items()})
    return {name: judged[file] for name, file in files.items()}


def judged_pages(asked: dict[Path, list[str]]) -> dict[Path, list[str]]:
    """Return what is found in files, each looked at in some views."""
    told = json.dumps([{"file": str(file), "views": views} for file, views in asked.items()])
    command = ["node", SCRIPT, browser()]
    answer = subprocess.run(command, input=told, capture_output=True, text=True, check=True, timeout=1500)
    return {Path(file): _told(views) for file, views in json.loads(answer.stdout).items()}


def views(name: str) -> list[str]:
    """Return how a page is looked at: all on a wide and a narrow screen; by every rule again where another house or kind is first met."""
    again = name in (SAMPLE, REGISTER, *COMPARED) or name.endswith(("cabinet", "committee", "equality", "letter", "annual"))
    return ["wide", "reflow", *(["narrow", "print"] if again else [])]


def _told(judged: dict[str, dict[str, list[str]]]) -> list[str]:
    """Return faults, and what axe-core cannot decide: it could not where the head of a column was cut off."""
    return [f"{view}: {fault}" for view, found in judged.items() for kind in ("faults", "unsure") for fault in found[kind]]
