"""What all tests share: the project, the Lancashire papers, and which outside programs must be there.

Where CI=true a test that needs LibreOffice or a validator fails without it; elsewhere it is skipped, with the reason.
"""

from __future__ import annotations

import os
import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest

VALIDATOR = Path(__file__).parent.parent / "node_modules" / "@xarsh" / "ooxml-validator-linux-x64" / "ooxml-validator"
PRINTING = ("test_same_in_all_formats.py", "test_same_bytes.py", "test_validators.py")
"""The files whose tests print whole papers."""


def pytest_addoption(parser):
    parser.addoption("--golden-update", action="store_true", help="write the golden files afresh; read what changed before it is kept")


def missing(marker: str) -> str:
    """Return what a marked test needs and has not got, or nothing."""
    if marker == "libreoffice" and not (shutil.which("soffice") and shutil.which("pdftotext")):
        return "LibreOffice or pdftotext is not installed"
    if marker == "validators" and not VALIDATOR.is_file():
        return "the Open XML validator is not installed (npm ci)"
    if marker == "validators" and not find_spec("page"):
        return "page-validation is not installed (requirements-dev.lock)"
    return ""


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    for marker in item.iter_markers():
        if reason := missing(marker.name):
            if os.environ.get("CI") == "true":
                pytest.fail(f"{reason}, and CI=true asks for it", pytrace=False)
            pytest.skip(reason)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Give the tests that print whole papers to one worker, so that each paper is printed once."""
    from xdist.scheduler import LoadScopeScheduling

    class Together(LoadScopeScheduling):
        def _split_scope(self, nodeid):
            return "papers" if Path(nodeid.partition("::")[0]).name in PRINTING else nodeid

    return Together(config, log)
