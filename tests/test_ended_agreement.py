"""Cambridgeshire's refreshed agreement compared with the pooled budget that it ends: a redline that a reader can follow."""

from __future__ import annotations

import json
import shutil

import pytest
from cases import CASES
from whole import ROOT, copy_of

from section75.cli import main

REFRESHED = "cambridgeshire-older-people-occupational-therapy"
ENDED = "cambridgeshire-pooled-budget"


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    root = copy_of(tmp_path_factory.mktemp("ended") / "project", ROOT / "agreements" / REFRESHED)
    shutil.copytree(CASES / "ended" / ENDED, root / "agreements" / ENDED)
    return root


def compared(project, ending: str):
    file = project / f"redline.{ending}"
    assert main(["compare", ENDED, REFRESHED, "--out", str(file)], project) == 0
    return file


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("what", "kind", "words"),
    [
        ("clause", "removed", "Pooled Funds"),
        ("definition", "removed", "“Pooled Fund”"),
        ("definition", "removed", "“Contribution”"),
        ("clause", "added", "Risk assessment"),
        ("item", "added", "it is clear who answers for the statutory responsibilities that CCS delivers"),
    ],
)
def test_the_redline_tells_that_the_pool_is_gone_and_what_comes_in_its_place(project, what, kind, words):
    told = project / "redline.json"
    if not told.exists():
        compared(project, "json")
    changes = json.loads(told.read_text(encoding="utf-8"))["changes"]
    found = [change for change in changes if (change["kind"], change["what"]) == (kind, what)]
    assert any(words in change["new" if kind == "added" else "old"] for change in found), [change["name"] for change in found]
