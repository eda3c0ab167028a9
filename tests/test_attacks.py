"""Attacks by what people write: paths, YAML, templates, names and Markdown. None leaves the project, fetches, runs on for ever or leaks."""

from __future__ import annotations

import io
import os
import re
import shutil
import socket
import zipfile
from pathlib import Path

import pytest
from attacking import CANARY, CLAUSE, FACTS, OWN_CLAUSE, SHEET, SHELL, attacked, change, project, watched, within
from cases import CASES, laid_out
from reading import Page

from section75 import cli
from section75.commands.provenance import told_in
from section75.facts.reader import LARGEST, read_text
from section75.text.compiling import compile_template

ERROR = re.compile(r"^[^:\n]+(:\d+:\d+)?: error: .+ \[[a-z0-9-]+\]$", re.MULTILINE)


@pytest.fixture
def root(tmp_path):
    return project(tmp_path)


def refused(found) -> None:
    """See that a command was refused with a place, that nothing of the canary is told or written, and that nobody asked for it."""
    assert found.status in (1, 2), found.said
    assert ERROR.search(found.said) or found.status == 2, found.said
    assert "Traceback" not in found.said
    assert CANARY not in found.said
    assert found.files == {}
    assert found.fetched == []


@pytest.mark.thorough
def test_the_project_that_is_attacked_is_sound_and_builds_in_every_format(root, capsys):
    found = attacked(root, capsys)
    assert found.status == 0, found.said
    assert sorted(found.files) == [f"build/river/agreement.{ending}" for ending in ("docx", "html", "md", "pdf")]
    assert (found.fetched, found.holding(CANARY)) == ([], [])


@pytest.mark.thorough
def test_the_guard_would_hear_of_a_connection_and_the_search_would_find_the_canary(root, capsys):
    change(root, OWN_CLAUSE, "It is", CANARY)
    found = attacked(root, capsys)
    assert sorted(found.holding(CANARY)) == [f"build/river/agreement.{ending}" for ending in ("docx", "html", "md", "pdf")]
    with watched() as asked, pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", 9), timeout=1)
    assert [one for one in asked if one.startswith("socket.connect")]


# ------------------------------------------------------------------ paths

LINKED = {
    "a clause": (OWN_CLAUSE, "clauses/010-testing.md"),
    "a folder of clauses": ("agreements/river/clauses", "clauses"),
    "the facts": (FACTS, "agreement.yaml"),
    "an agreement": ("agreements/other", "."),
    "a sheet": (SHEET, "house/print.css"),
    "a shell": (SHELL, "house/shell-report.docx"),
    "a house": ("templates/houses/other", "house"),
    "a schedule": ("schedules/010-other.md", "clauses/010-testing.md"),
}


@pytest.mark.parametrize("what", LINKED)
@pytest.mark.parametrize("verb", ["build", "check"])
def test_a_link_that_leads_elsewhere_is_refused(root, capsys, what, verb):
    file, to = LINKED[what]
    path = root / file
    if path.is_file():
        path.unlink()
    path.symlink_to((root.parent / "outside" / to).resolve())
    found = attacked(root, capsys, verb)
    refused(found)
    assert f"{file}:1:1: error: This is a link to another place." in found.said


def test_the_mark_of_an_editor_that_leads_nowhere_disturbs_nobody(root, capsys):
    (root / "agreements" / "river" / ".#agreement.yaml").symlink_to("lawyer@desk.4711")
    assert attacked(root, capsys, "check").status == 0


def test_a_pipe_is_refused_and_never_waited_for(root, capsys):
    os.mkfifo(root / "templates" / "clauses" / "020-pipe.md")
    with within(20):
        found = attacked(root, capsys)
    refused(found)


OUTSIDE = ("../../../outside", "../../../outside/agreement.yaml", "{outside}", "{outside}/agreement.yaml", "..", "../..", "/", ".")


@pytest.mark.parametrize("renews", OUTSIDE)
def test_a_renewal_that_leads_out_of_the_agreements_is_refused(root, capsys, renews):
    facts = root / FACTS
    facts.write_text(f"renews: {renews.format(outside=root.parent / 'outside')}\n{facts.read_text(encoding='utf-8')}", encoding="utf-8")
    with within(30):
        refused(attacked(root, capsys))


def test_a_chain_of_renewals_is_read_to_its_end_or_refused(root, capsys):
    shutil.copytree(root / "agreements" / "river", root / "agreements" / "n0")
    for number in range(1, 400):
        folder = root / "agreements" / f"n{number}"
        folder.mkdir()
        (folder / "agreement.yaml").write_text(f"renews: ../n{number - 1}\n", encoding="utf-8")
    found = attacked(root, capsys, "check", "n399")
    refused(found)
    assert "renew one another here" in found.said


@pytest.mark.parametrize("house", ["../../../outside/house", "{outside}/house", "..", ".", "default/../default"])
def test_a_house_is_a_folder_among_the_houses(root, capsys, house):
    change(root, FACTS, "title:", f"house: {house.format(outside=root.parent / 'outside')}\ntitle:")
    found = attacked(root, capsys)
    refused(found)
    assert "There is no house" in found.said


@pytest.mark.thorough
@pytest.mark.parametrize("name", ["..", "../..", "../../outside", "/etc", ".", "river/..", "%00", "-", "~", "*"])
@pytest.mark.parametrize("verb", ["build", "check"])
def test_a_name_on_the_command_line_is_an_agreement_or_refused(root, capsys, name, verb):
    with within(30):
        found = attacked(root, capsys, verb, name)
    assert found.status in (1, 2)
    assert "Traceback" not in found.said
    assert not found.fetched


@pytest.mark.parametrize(
    "line", ["section75:../agreement 0123456789abcdef", "section75:./x 0123456789abcdef", "section75:a\\b/x 0123456789abcdef"]
)
def test_a_file_cannot_say_that_it_came_from_another_folder(line):
    assert told_in(line) is None


@pytest.mark.parametrize("paper", ["executed/../../outside/x", "reports/../../../x", "instruments/../x-conformed", "nothing", "figures/x"])
def test_a_file_that_names_a_paper_that_there_is_not_is_told_so(root, capsys, paper):
    file = root.parent / "sent.md"
    file.write_text(f"---\nsource: section75:river/{paper} 0123456789abcdef\n---\n", encoding="utf-8")
    found = attacked(root, capsys, "verify", str(file))
    assert (found.status, "what it says cannot be tried" in found.said) == (1, True)


# ------------------------------------------------------------------ YAML

NESTED = 30_000
YAML = {
    "aliases": "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n",
    "a merge": "a: &a {title: x}\n<<: *a\n",
    "a tag that runs": "title: !!python/object/apply:os.system [id]\n",
    "deep maps": "".join(f"{' ' * depth}a:\n" for depth in range(400)),
    "deep lists": "a: " + "[" * NESTED,
    "deep braces": "a: " + "{a: " * NESTED,
    "many question marks": "".join(f"a{number}: ?\n" for number in range(2_000)),
    "many unknown fields": "".join(f"field_{number}: x\n" for number in range(4_000)),
    "many equal fields": "title: x\n" * 4_000,
    "many partners": "partners:\n" + "".join(f"  p{number}: {{name: x}}\n" for number in range(1_000)),
    "one long word": f"title: {'x' * (LARGEST - 100)}\n",
    "one long list": f"title: [{'x, ' * 20_000}]\n",
    "one long number": f"title: x\ncontributions: {{2026/27: {{pool: {{council: {'9' * 100_000}}}}}}}\n",
    "a file too large": "#" * (LARGEST + 1),
    "nothing but spaces": " " * (LARGEST - 1),
}


@pytest.mark.parametrize("what", YAML)
def test_yaml_is_bounded_and_every_such_file_is_answered(root, capsys, what):
    """15 files: each is answered with problems within twenty seconds."""
    (root / FACTS).write_text(YAML[what], encoding="utf-8")
    with within(20):
        found = attacked(root, capsys, "check")
    refused(found)


def test_a_file_is_no_larger_than_is_said():
    assert "1,000,001 bytes" in read_text(b"#" * (LARGEST + 1), "x")[1][0].message


# ------------------------------------------------------------------ templates

ESCAPES = (
    "{{ title.__class__ }}", "{{ title.__class__.__mro__[1].__subclasses__() }}", "{{ ''.__class__ }}", "{{ title | attr('__class__') }}",
    "{{ title.place }}", "{{ title.path }}", "{{ title.encode() }}", "{{ title.format(title) }}", "{{ partners.__init__.__globals__ }}",
    "{{ self }}", "{{ self._TemplateReference__context }}", "{{ cycler }}", "{{ lipsum.__globals__ }}", "{{ joiner }}",
    "{{ namespace() }}", "{{ range(9) }}", "{{ dict() }}", "{{ config }}", "{{ request }}", "{{ term.model_fields }}",
    "{{ term.model_dump_json() }}", "{{ term.remember }}", "{{ printed }}", "{{ included }}", "{{ loop }}", "{{ 9**9**9 }}",
    "{{ 'a' * 999999999 }}", "{{ title ~ title }}", "{{ title['__class__'] }}", "{{ ('a', 'b') }}", "{{ {'a': 1} }}",
    "{% include '/etc/passwd' %}", "{% include '../../../outside/canary.txt' %}", "{% import '/etc/passwd' as x %}",
    "{% from 'os' import environ %}", "{% extends '/etc/passwd' %}", "{% set x = 1 %}", "{% with x = 1 %}{% endwith %}",
    "{% macro x() %}{% endmacro %}", "{% call x() %}{% endcall %}", "{% filter upper %}{% endfilter %}", "{% block x %}{% endblock %}",
    "{% raw %}{{ x }}{% endraw %}", "{% autoescape false %}{% endautoescape %}", "{% do x %}", "{% debug %}", "{{ title | tojson }}",
    "{{ title | pprint }}", "{{ title | map('upper') }}", "{{ title | center(999999999) }}", "{{ title | each('__class__') }}",
    "{{ partners | each('__class__') }}", "{{ partners | each('place') }}",
)  # fmt: skip


@pytest.mark.thorough
@pytest.mark.parametrize("escape", ESCAPES)
def test_no_template_gets_out_of_its_sandbox(root, capsys, escape):
    change(root, OWN_CLAUSE, "It is {{ title }}.", f"It is {escape}.")
    with within(20):
        refused(attacked(root, capsys))


@pytest.mark.parametrize(("deep", "long"), [(12, 30), (2, 20_000), (1, 3_000_000)])
def test_a_text_that_repeats_lists_in_lists_comes_to_an_end(deep, long):
    loops = "".join(f"{{% for p{depth} in partners %}}\n" for depth in range(deep))
    compiled = compile_template(f"{loops}1. x\n{'{% endfor %}' * deep}\n", "x.md")
    with within(10):
        found = compiled.render({"partners": tuple(range(long))})
    assert "repeats more than" in found.message


# ------------------------------------------------------------------ names, words and Markdown

NAMES = (
    "http://127.0.0.1:9/x", "file:///etc/passwd", "![x](http://127.0.0.1:9/x.png)", "[x](http://127.0.0.1:9)",
    "<img src=http://127.0.0.1:9/x>", "<script>x()</script>", "javascript:x()", "url(http://127.0.0.1:9/x)",
    "</style><link href=http://127.0.0.1:9>", "\"} @import 'x';", "<!ENTITY x SYSTEM 'file:///etc/passwd'>", "{{ title.__class__ }}",
    "{_{ x }_}", 'INCLUDETEXT "/etc/passwd"', "=cmd|' /C calc'!A0", "]]> --> */", "\\72l(x)", "%PDF /URI (http://x)", "{% include 'x' %}",
    "&x; &#60;b&#62;",
)  # fmt: skip


@pytest.mark.thorough
def test_names_are_words_and_nothing_more_in_every_format(root, capsys):
    """20 names at once: titles, headers, metadata, clauses and blocks for signing print them; nothing is fetched, linked or run."""
    for number, name in enumerate(NAMES):
        said = "'" + name.replace("'", "''") + "'"
        one = f"  icb_{number}: {{name: {said}, type: integrated care board, short: the Body {number}, address: {said}}}\n"
        change(root, FACTS, "partners:\n", f"partners:\n{one}")
    members = ", ".join(["icb", *(f"icb_{number}" for number in range(len(NAMES)))])
    group = f"groups: {{boards: {{name: Boards, short: the Boards, one: Board, members: [{members}]}}}}\npartners:\n"
    change(root, FACTS, "partners:\n", group)
    title = "'" + " ".join(NAMES).replace("'", "''") + "'"
    facts = root / FACTS
    facts.write_text(re.sub(r"(?m)^title:.*$", lambda _: f"title: {title}", facts.read_text(encoding="utf-8")), encoding="utf-8")
    found = attacked(root, capsys, "build", "river", "--document", "agreement", "--jobs", "1", "--no-cache")
    assert len(found.files) == 4, found.said
    assert found.fetched == []
    _stands_alone(found)


def _stands_alone(found) -> None:
    """See that no file leads anywhere."""
    page = Page(found.files["build/river/agreement.html"].decode())
    addresses = [one.attributes.get(name) or "#" for one in page.elements for name in ("src", "href")]
    assert [address for address in addresses if not address.startswith(("#", "data:"))] == []
    assert not {one.name for one in page.elements} & {"script", "link", "iframe", "object", "embed", "base", "form"}
    word = _parts(found.files["build/river/agreement.docx"])
    assert [part for part in word if "TargetMode" in part or re.search(r"<w:instrText[^>]*>\s*(INCLUDE|DDE|LINK)", part)] == []
    for mark in ("/S /URI", "/S /Launch", "/JavaScript", "/EmbeddedFile", "/GoToR", "/SubmitForm"):
        assert [name for name in found.holding(mark) if name.endswith(".pdf")] == []


def _parts(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [archive.read(name).decode("utf-8", "replace") for name in archive.namelist() if name.endswith((".xml", ".rels"))]


MARKDOWN = (
    "![x](http://127.0.0.1:9/x.png)", "![x](../../../outside/canary.png)", "[x](http://127.0.0.1:9)", "[x](file:///etc/passwd)",
    "<http://127.0.0.1:9>", "[x]: http://127.0.0.1:9", "<script>x()</script>", "<img src='http://127.0.0.1:9/x'>", "`code`", "&lt;b&gt;",
    "[^1]", "{x: y}", "<iframe src=x>", '[x](#y "z" onload=x)', "![x](picture:../../../outside/canary)", "<!-- x -- > <b>",
)  # fmt: skip


@pytest.mark.parametrize("words", MARKDOWN)
@pytest.mark.parametrize("file", [OWN_CLAUSE, "agreements/river/clauses/010-testing.md"])
def test_markdown_that_leads_elsewhere_is_refused(root, capsys, words, file):
    path = root / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"{CLAUSE}3. See {words}.\n", encoding="utf-8")
    refused(attacked(root, capsys))


# ------------------------------------------------------------------ what a document must not know

TOLD = ("API_KEY", "AWS_SECRET_ACCESS_KEY", "PASSWORD", "LOGNAME", "USER", "USERNAME", "HOSTNAME", "EMAIL", "NAME")
SECRETS = {name: f"s3cr3t-{number}" for number, name in enumerate(TOLD, 4711)}


SHORTEST = 5
"""Signs of a machine's name that is looked for: a shorter one stands by chance in any file."""


@pytest.mark.parametrize("final", [False, pytest.param(True, marks=pytest.mark.thorough)])
def test_no_secret_of_the_environment_and_no_name_of_machine_or_user_reaches_a_document(tmp_path, monkeypatch, capsys, final):
    for name, value in SECRETS.items():
        monkeypatch.setenv(name, value)
    root = laid_out(tmp_path / "unlikely-folder-4720", CASES / "good" / "fully-stated") if final else project(tmp_path)
    papers = ("--document", "agreement", "--document", "equality") if final else ("--document", "agreement")
    found = attacked(root, capsys, "build", *papers, *(("--final",) if final else ()), "--jobs", "1", "--no-cache")
    assert found.status == 0, found.said
    assert len(found.files) == (8 if final else 4)
    told = [*SECRETS.values(), str(root), str(Path.home()), socket.gethostname(), tmp_path.name, str(Path(cli.__file__).parent)]
    assert {words: found.holding(words) for words in told if len(words) >= SHORTEST and found.holding(words)} == {}


def test_what_is_said_of_a_file_names_no_secret_either(root, capsys, monkeypatch):
    for name, value in SECRETS.items():
        monkeypatch.setenv(name, value)
    (root / FACTS).write_text("title: {{ environ }}\nhouse: $API_KEY\npartners: ${API_KEY}\n", encoding="utf-8")
    cli.main(["check"], root)
    told = capsys.readouterr()
    assert not [value for value in SECRETS.values() if value in told.out + told.err]
