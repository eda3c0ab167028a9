"""A build by several processes: what it writes, and what becomes of it when one of them, or all, are ended from outside."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest
from cases import CASES, laid_out
from whole import ROOT

from section75.cli import STOPPED, main
from section75.commands import build as building

HILL = CASES / "good" / "hill"
START = """
import signal, sys
from section75.cli import main
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell in the background hands on that it is ignored
sys.exit(main(sys.argv[1:]))
"""
ENDED = "A process that was drafting or printing has been ended from outside"


def contents(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.thorough
def test_two_processes_write_what_one_writes(tmp_path, capsys):
    root = laid_out(tmp_path, HILL)
    asked = ["build", "--format", "docx,html,md", "--no-cache"]
    assert main([*asked, "--jobs", "1", "--out", str(tmp_path / "one")], root) == 0
    assert main([*asked, "--jobs", "2", "--out", str(tmp_path / "two")], root) == 0
    assert contents(tmp_path / "one") == contents(tmp_path / "two") != {}
    capsys.readouterr()


def ended(*_, **_named):
    os._exit(9)


@pytest.mark.thorough
@pytest.mark.parametrize("work", ["prepare", "print_packed"])
def test_a_process_that_is_ended_from_outside_is_told_and_nothing_of_its_agreement_is_written(work, tmp_path, monkeypatch, capsys):
    root = laid_out(tmp_path, HILL)
    monkeypatch.setattr(building, work, ended)
    assert main(["build", "--format", "docx", "--no-cache", "--jobs", "2", "--out", str(tmp_path / "out")], root) == 1
    assert ENDED in capsys.readouterr().err
    assert contents(tmp_path / "out") == {}


@pytest.mark.thorough
@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no signals")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_user_who_ends_a_build_is_told_that_what_stands_is_whole(jobs, tmp_path):
    asked = ["build", "lancashire-mental-health-rehabilitation", "--no-cache", "--jobs", jobs, "--out", str(tmp_path)]
    command = [sys.executable, "-c", START, *asked]
    run = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)
    assert run.stdout.readline().endswith(": drafting\n")
    os.killpg(run.pid, signal.SIGINT)
    _, said = run.communicate(timeout=60)
    assert said.splitlines() == ["Stopped. Every file is whole: as it was, or as it was to be."]
    assert run.returncode == STOPPED
    assert contents(tmp_path) == {}
