"""Without the engine of PDF, its libraries or fonts: the other formats are whole, and it is said what to install."""

from __future__ import annotations

import json
import subprocess
import sys
from hashlib import sha256

import pytest
from attacking import project
from faulting import HERE, MOST, files_in, paths

from section75 import cli
from section75.writers import pdf


@pytest.mark.thorough
@pytest.mark.parametrize("missing", ["the engine", "its library", "every font", "a font as wide as Arial"])
def test_where_no_pdf_can_be_made_the_other_formats_are_whole_and_it_is_told(tmp_path, capsys, monkeypatch, missing):
    root = project(tmp_path)
    if missing == "the engine":
        monkeypatch.setitem(sys.modules, "weasyprint", None)
    elif missing == "its library":
        monkeypatch.setattr(
            pdf, "_engine", lambda: (_ for _ in ()).throw(pdf.EngineMissing("PDF cannot be made here: cannot load library"))
        )
    else:
        family = "no font" if missing == "every font" else "DejaVu Sans"
        monkeypatch.setattr(pdf, "_fonts", lambda: f"Arial would be printed in {family}. Run: apt install fonts-liberation")
    status = cli.main(("build", "river", "--document", "agreement", "--jobs", "1", "--no-cache"), root)
    told = capsys.readouterr().err
    assert (status, "PDF cannot be made here" in told, "Traceback" in told) == (1, True, False)
    found = files_in(root / "build")
    assert sorted(found) == ["river/agreement.docx", "river/agreement.html", "river/agreement.md", "river/manifest.json"]
    papers = json.loads(found["river/manifest.json"])["papers"]
    assert {paper: one["sha256"] for paper, one in papers.items()} == {
        name.removeprefix("river/"): sha256(data).hexdigest() for name, data in found.items() if not name.endswith(".json")
    }


NO_FONTS = (
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{0}/none</dir><cachedir>{0}/kept</cachedir></fontconfig>'
)


@pytest.mark.thorough
@pytest.mark.parametrize("asked", ["fc-match is there", "fc-match is not there"])
def test_on_a_machine_without_any_font_the_command_says_so_and_does_not_crash(tmp_path, asked):
    root = project(tmp_path)
    (tmp_path / "none").mkdir()
    (tmp_path / "fonts.conf").write_text(NO_FONTS.format(tmp_path), encoding="utf-8")
    environment = {**paths(), "FONTCONFIG_FILE": str(tmp_path / "fonts.conf")}
    environment |= {"PATH": str(tmp_path / "none")} if "not" in asked else {}
    words = [
        sys.executable,
        HERE / "faulting.py",
        "kill",
        "0",
        str(root),
        str(root),
        "build",
        "river",
        "--document",
        "agreement",
        "--jobs",
        "1",
    ]
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=False, timeout=MOST)
    assert (done.returncode, "PDF cannot be made here" in done.stderr, "Traceback" in done.stderr) == (1, True, False), done.stderr
    assert sorted(files_in(root / "build")) == [f"river/agreement.{ending}" for ending in ("docx", "html", "md")] + ["river/manifest.json"]
