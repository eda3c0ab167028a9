"""Texts that an earlier command has made ready: the same papers, without a text being parsed again, and none taken for another."""

from __future__ import annotations

import pytest
from whole import HILL, copy_of

from section75 import found_once
from section75.cli import main
from section75.commands.reading_texts import read_texts
from section75.commands.ready_texts import ready_texts
from section75.filing.inputs import texts_of
from section75.filing.store import FOLDER, Store
from section75.project import Project
from section75.text import environment, library
from section75.text.lately import Lately
from section75.writers import written

CLAUSE = "templates/clauses/030-term.md"


@pytest.fixture
def nothing_known():
    """Begin as a process does that has read nothing."""

    read, programs = dict(library.READ), dict(environment.PROGRAMS)

    def forget():
        library.READ.clear()
        environment.PROGRAMS.clear()
        environment._code.cache_clear()  # noqa: SLF001 - what a process knows is what is tested
        found_once._found.cache_clear()  # noqa: SLF001 - likewise

    forget()
    yield forget
    library.READ.update(read)
    environment.PROGRAMS.update(programs)


@pytest.fixture
def hill(tmp_path):
    return copy_of(tmp_path / "project", HILL)


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "kept")


def drafted(root, store: Store) -> bytes:
    made = Project(root, store=store).read("hill").draft("agreement")
    return written(made.drafted.document, made.house, "md")


def test_a_paper_from_texts_made_ready_is_the_same_paper_and_no_text_is_parsed(hill, store, nothing_known, monkeypatch):
    with ready_texts(store):
        first = drafted(hill, store)
    nothing_known()
    monkeypatch.setattr(library._Reading, "template", None)  # noqa: SLF001 - nothing may be read
    monkeypatch.setattr(environment, "_programmed", None)
    monkeypatch.setattr(Project, "_find_text_problems", None)
    with ready_texts(store):
        assert drafted(hill, store) == first


@pytest.mark.usefixtures("nothing_known")
def test_texts_that_other_processes_have_read_are_not_read_again(hill, monkeypatch):
    read_texts(hill, texts_of(hill), 2)
    monkeypatch.setattr(library._Reading, "template", None)  # noqa: SLF001 - nothing may be read
    assert Project(hill).text_problems == ()


@pytest.mark.usefixtures("nothing_known")
def test_a_text_with_a_fault_that_another_process_meets_is_told_all_the_same(hill):
    text = (hill / CLAUSE).read_text(encoding="utf-8")
    (hill / CLAUSE).write_text(f"{text}\n1. It lasts until {{{{ term.expiry }}.\n", encoding="utf-8")
    read_texts(hill, texts_of(hill), 2)
    assert {problem.place.file for problem in Project(hill).text_problems} == {CLAUSE}


@pytest.mark.usefixtures("nothing_known")
def test_a_text_that_was_taken_away_since_it_was_listed_keeps_none_from_being_read(hill):
    read_texts(hill, [*texts_of(hill), "templates/clauses/999-gone.md"], 2)
    assert Project(hill).text_problems == ()


@pytest.mark.parametrize("most", [1, 4, 9])
def test_what_nobody_asked_for_lately_is_forgotten_and_made_again(most):
    made, asked = [], [0, 1, 2, 0, 3, 4, 0, 5]

    def make(number):
        made.append(number)
        return number * number

    lately = Lately(most)
    assert [lately.found(number, make) for number in asked] == [number * number for number in asked]
    assert list(lately) == list(dict.fromkeys(reversed(asked)))[:most][::-1]
    assert len(made) == {1: 8, 4: 6, 9: 6}[most]


@pytest.mark.thorough
def test_a_text_that_was_changed_is_read_afresh(hill, store, nothing_known):
    with ready_texts(store):
        drafted(hill, store)
    text = (hill / CLAUSE).read_text(encoding="utf-8")
    (hill / CLAUSE).write_text(f"{text}\n1. A sentence that is new.\n", encoding="utf-8")
    nothing_known()
    with ready_texts(store):
        assert b"A sentence that is new." in drafted(hill, store)


@pytest.mark.thorough
def test_a_fault_in_a_text_is_told_again_by_the_next_command(hill, nothing_known, capsys):
    text = (hill / CLAUSE).read_text(encoding="utf-8")
    (hill / CLAUSE).write_text(f"{text}\n1. It lasts until {{{{ term.expirry }}}}.\n", encoding="utf-8")
    assert main(["check", "hill"], hill) == 1
    told = capsys.readouterr()
    assert "“expirry” is not a field" in told.out + told.err
    nothing_known()
    assert main(["check", "hill"], hill) == 1
    assert capsys.readouterr() == told


@pytest.mark.usefixtures("nothing_known")
def test_a_few_texts_are_not_worth_keeping(hill, store):
    with ready_texts(store):
        library.Library(hill).read(hill / CLAUSE, "term")
    assert not list(store.folder.rglob("*"))


@pytest.mark.thorough
def test_what_is_damaged_is_read_afresh(hill, store, nothing_known):
    with ready_texts(store):
        first = drafted(hill, store)
    for path in store.folder.glob("*/*"):
        path.write_bytes(path.read_bytes()[:-1])
    nothing_known()
    with ready_texts(store):
        assert drafted(hill, store) == first


@pytest.mark.thorough
@pytest.mark.usefixtures("nothing_known")
def test_a_build_that_takes_nothing_from_earlier_ones_keeps_no_texts_either(hill, tmp_path):
    assert main(["build", "--no-cache", "--format", "md", "--jobs", "1", "--out", str(tmp_path / "out")], hill) == 0
    assert not (hill / FOLDER).exists()
