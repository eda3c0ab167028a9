"""What all tests share: the project, the Lancashire papers, and which outside programs must be there.

Where CI=true a test that needs LibreOffice or a validator fails without it, and every case of every test is run; elsewhere it is skipped,
with the reason, and of tests with very many cases a choice is run.
"""

from __future__ import annotations

import gc
import os
import shutil
from collections import Counter
from importlib.util import find_spec
from pathlib import Path

import pytest

from section75.cli import SELDOM

PACKAGES = Path(__file__).parent.parent / "node_modules"
VALIDATOR = PACKAGES / "@xarsh" / "ooxml-validator-linux-x64" / "ooxml-validator"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
"""What Debian, Ubuntu and Google call the same browser."""
PRINTING = ("test_same_in_all_formats.py", "test_same_bytes.py", "test_validators.py")
"""The files whose tests print whole papers."""
TOGETHER = ("test_mutations.py", "test_register.py", "test_returned_command.py", "test_rules.py", "test_vary.py", "test_walls.py")
"""The files whose tests share what takes long to make."""
BROAD = {
    "test_annotate.py": 3,
    "test_attacks.py": 6,
    "test_attacks_on_paper.py": 6,
    "test_bad_input.py": 12,
    "test_compliance.py": 4,
    "test_dated_law.py": 6,
    "test_drafting_rules.py": 4,
    "test_editor.py": 8,
    "test_equality_forms.py": 8,
    "test_forecast_command.py": 3,
    "test_forms.py": 4,
    "test_instruments.py": 6,
    "test_money_rules.py": 10,
    "test_matrix.py": 2,
    "test_mutations.py": 60,
    "test_new.py": 8,
    "test_northshire.py": 6,
    "test_report_houses.py": 3,
    "test_report_kinds.py": 4,
    "test_rules.py": 40,
    "test_rules_of_reports.py": 3,
    "test_same_in_all_formats.py": 2,
    "test_validators.py": 5,
    "test_waivers.py": 2,
}
"""Files whose tests take many cases, and of how many cases one is taken every day; where CI=true all are, but for `LONG`."""
LONG = {
    "test_bad_input.py": 2,
    "test_dated_law.py": 2,
    "test_mutations.py": 4,
    "test_new.py": 2,
    "test_report_kinds.py": 2,
    "test_rules.py": 2,
}
"""Of how many cases one is taken where CI=true, so that it stays within its time; with WHOLE=true (`make whole`) all are."""


def pytest_configure():
    gc.set_threshold(*SELDOM)


def pytest_addoption(parser):
    parser.addoption("--golden-update", action="store_true", help="write the golden files afresh; read what changed before it is kept")


def is_installed(package: str) -> bool:
    """Return whether a package of npm or of Python, or the browser, is there."""
    if package == "chromium":
        return browser() is not None
    return (PACKAGES / package).is_dir() or (package.isidentifier() and find_spec(package) is not None)


def browser() -> str | None:
    """Return the browser that judges pages, if it is there."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def missing(marker: str, packages: tuple[str, ...]) -> str:
    """Return what a marked test needs and has not got, or nothing; one that names packages or the browser needs those alone."""
    if marker == "validators" and packages:
        lacking = [package for package in packages if not is_installed(package)]
        return f"{', '.join(lacking)} is not installed (npm ci, requirements-dev.lock, apt)" if lacking else ""
    if marker == "libreoffice" and not (shutil.which("soffice") and shutil.which("pdftotext")):
        return "LibreOffice or pdftotext is not installed"
    if marker == "poppler" and not shutil.which("pdftoppm"):
        return "pdftoppm (poppler-utils) is not installed"
    if marker == "validators" and not VALIDATOR.is_file():
        return "the Open XML validator is not installed (npm ci)"
    if marker == "validators" and not find_spec("page"):
        return "page-validation is not installed (requirements-dev.lock)"
    return ""


def pytest_collection_modifyitems(config, items):
    """Keep the everyday suite short: of a test with many cases in a broad file take the first and then every so many."""
    if os.environ.get("WHOLE") == "true" or len(config.args) != 1 or "::" in config.args[0] or config.option.keyword:
        return
    broad = LONG if os.environ.get("CI") == "true" else BROAD
    if config.args[0].endswith(".py") or config.getoption("--golden-update"):
        return
    taken, left, counts = [], [], Counter()
    for item in items:
        test = item.nodeid.partition("[")[0]
        every = broad.get(item.path.name, 1)
        (left if counts[test] % every else taken).append(item)
        counts[test] += 1
    config.hook.pytest_deselected(items=left)
    items[:] = taken


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    if item.get_closest_marker("thorough") and os.environ.get("CI") != "true" and not item.config.getoption("--golden-update"):
        pytest.skip("It takes seconds, and is run where CI=true")
    for marker in item.iter_markers():
        if reason := missing(marker.name, marker.args):
            if os.environ.get("CI") == "true":
                pytest.fail(f"{reason}, and CI=true asks for it", pytrace=False)
            pytest.skip(reason)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Give the tests that print whole papers to one worker, so that each paper is printed once; likewise those that share a project."""
    from xdist.scheduler import LoadScopeScheduling

    class Together(LoadScopeScheduling):
        def _split_scope(self, nodeid):
            file = Path(nodeid.partition("::")[0]).name
            return "papers" if file in PRINTING else file if file in TOGETHER else nodeid

    return Together(config, log)
