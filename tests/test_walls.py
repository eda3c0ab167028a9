"""The walls of the house: who may import whom, where an outside library may be used, and where no words of a document may stand."""

from __future__ import annotations

import ast
import re
from functools import cache
from typing import TYPE_CHECKING

import pytest
from whole import PROJECT, ROOT, partnership

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CODE = ROOT / "section75"
FILES = sorted(CODE.rglob("*.py"))

EARLIER = {
    "problems": set(),
    "filing": {"problems"},
    "facts": {"problems"},
    "document": {"problems"},
    "comparison": {"problems", "document"},
    "text": {"problems", "facts", "document"},
    "pictures": set(),
    "drafting": {"problems", "facts", "document", "text", "pictures", "comparison"},
    "rules": {"problems", "facts", "document"},
    "writers": {"problems", "document", "text", "comparison"},
    "returned": {"problems", "document", "comparison", "text", "writers"},
}
"""From which steps a step may take, besides its own. What is not named here puts the steps together: no step may take from it."""

LIBRARIES = {
    "yaml": ("section75.facts",),
    "pydantic": ("section75.facts", "section75.text.kinds"),
    "holidays": ("section75.facts.clear_days",),
    "jinja2": ("section75.text", "section75.writers.docx.shell_fields"),
    "markdown": ("section75.text.markup",),
    "docxtpl": ("section75.writers.docx",),
    "docx": ("section75.writers.docx",),
    "lxml": ("section75.writers.docx", "section75.returned"),
    "resvg_py": ("section75.writers.docx.figures",),
    "weasyprint": ("section75.writers.pdf",),
    "pydyf": ("section75.writers.pdf",),
    "rich": ("section75.commands",),
    "pypdf": ("section75.commands.verifying",),
    "xlsxwriter": ("section75.commands.register.xlsx",),
    "icalendar": ("section75.commands.register.ics",),
}
"""Where each outside library may be imported. A module that checks templates against the models reads pydantic's own fields."""

SAID_TO_USERS = re.compile(r"Problem|Refused|Missing|Unprintable|[A-Z]\w*Error|_?fault|_?refuse\w*|_misshapen|add_argument|add_parser|help")
"""Calls whose words are messages of the command, not words of a document."""


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports_of(path: Path) -> frozenset[str]:
    """Return every module that a file imports, also only for its types, with what it takes from packages."""
    found = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written out in full"
            found |= {str(node.module), *(f"{node.module}.{alias.name}" for alias in node.names)}
    return frozenset(found)


MODULES = {module_of(path): path for path in FILES}


def own(path: Path) -> set[str]:
    return {name for name in imports_of(path) if name in MODULES}


def reached(module: str) -> set[str]:
    """Return every module of ours that comes with a module."""
    seen: set[str] = set()
    waiting = [module]
    while waiting:
        one = waiting.pop()
        if one not in seen:
            seen.add(one)
            waiting += own(MODULES[one])
    return seen


def step_of(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


# ------------------------------------------------------------------ who takes from whom


def test_the_walls_are_looked_for_where_the_code_is():
    assert len(FILES) > 100
    assert {step_of(module) for module in MODULES} >= {*EARLIER, "commands", "cli", "project"}


@pytest.mark.parametrize("step", EARLIER)
def test_a_step_takes_only_from_earlier_steps(step):
    allowed = EARLIER[step] | {step, ""}
    files = [path for module, path in MODULES.items() if step_of(module) == step]
    assert files
    assert [f"{module_of(path)} takes {name}" for path in files for name in own(path) if step_of(name) not in allowed] == []


def test_nothing_takes_from_the_command_but_the_command():
    later = {"cli", "commands"}
    taking = [(module, name) for module, path in MODULES.items() for name in own(path) if step_of(name) in later]
    assert [(module, name) for module, name in taking if step_of(module) not in later] == []
    assert [module for module, name in taking if step_of(name) == "cli"] == []


@pytest.mark.parametrize("side", ["document", "comparison", "writers"])
def test_the_side_of_the_tree_never_comes_with_facts(side):
    modules = [module for module in MODULES if step_of(module) == side]
    assert [(module, name) for module in modules for name in reached(module) if step_of(name) == "facts"] == []


def test_facts_never_come_with_the_tree():
    modules = [module for module in MODULES if step_of(module) == "facts"]
    assert [(module, name) for module in modules for name in reached(module) if step_of(name) in ("document", "text", "writers")] == []


def test_rules_of_drafting_read_no_facts():
    rules = [module for module in MODULES if module.startswith("section75.rules.drafting")]
    assert rules
    assert [(module, name) for module in rules for name in own(MODULES[module]) if step_of(name) == "facts"] == []


@pytest.mark.parametrize("library", LIBRARIES)
def test_an_outside_library_is_imported_in_one_place(library):
    users = [module for module, path in MODULES.items() if any(name.split(".")[0] == library for name in imports_of(path))]
    assert users
    assert [module for module in users if not module.startswith(LIBRARIES[library])] == []


# ------------------------------------------------------------------ words


def test_no_council_is_named_in_code():
    houses = {path.parent.name for path in (ROOT / "templates" / "houses").glob("*/house.yaml")} - {"default"}
    partners = {str(partner.name) for name in PROJECT.names for partner in partnership(name).agreement.partners.values()}
    names = {*houses, *partners, *(name.partition(" County")[0].partition(" City")[0] for name in partners if name.endswith("Council"))}
    assert "lancashire" in names
    spoken = re.compile(rf"\b({'|'.join(map(re.escape, names))})\b", re.IGNORECASE)
    assert [(path.name, found[0]) for path in FILES if (found := spoken.search(_code(path)))] == []


def _code(path: Path) -> str:
    """Return a module without what its docstring says, where that is a rule of reports or of money, whose docstring tells the real case."""
    words = path.read_text(encoding="utf-8")
    return words.split('"""', 2)[2] if path.parent.name in ("reports", "money") else words


def prose(path: Path) -> Iterator[str]:
    """Yield each long sentence in a file that is no docstring, no message of a fault and no address."""
    for node, above in _with_above(tree_of(path)):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or len(node.value) <= 60:
            continue
        if isinstance(above[-1], ast.Expr) or any(_is_message(one) for one in above):
            continue
        if re.search(r"\b[A-Z][a-z]+ [a-z]+ .*[a-z)]\.(\s|$)", node.value):
            yield node.value


def _with_above(node: ast.AST, above: tuple[ast.AST, ...] = ()) -> Iterator[tuple[ast.AST, tuple[ast.AST, ...]]]:
    yield node, above
    for child in ast.iter_child_nodes(node):
        yield from _with_above(child, (*above, node))


def _is_message(node: ast.AST) -> bool:
    if isinstance(node, ast.Call):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        return bool(SAID_TO_USERS.fullmatch(name))
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    names = [getattr(target, "id", "") for target in targets]
    return isinstance(node, ast.Raise) or any("REMED" in name or name in ("message", "remedy") for name in names)


@pytest.mark.parametrize("step", ["document", "comparison", "pictures", "drafting", "writers"])
def test_no_sentence_of_a_document_stands_in_code(step):
    files = [path for path in FILES if step_of(module_of(path)) == step and not path.name.startswith("lint")]
    assert [(path.name, words) for path in files for words in prose(path)] == []


def test_no_code_stands_in_a_template():
    every = [*(ROOT / "templates").rglob("*.md"), *(ROOT / "schedules").rglob("*.md")]
    texts = {path.name: path.read_text(encoding="utf-8") for path in every if path.name != "README.md"}
    forbidden = re.compile(r"{%-?\s*(set|macro|include|import|extends|call|block|filter)\b|\|\s*safe\b|__")
    assert len(texts) > 60
    assert {name: found[0] for name, text in texts.items() if (found := forbidden.search(text))} == {}


# ------------------------------------------------------------------ size and names


def test_no_file_is_longer_than_three_hundred_lines():
    lengths = {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8").count("\n") for path in FILES}
    assert {name: length for name, length in lengths.items() if length > 300} == {}


def functions() -> list[tuple[str, ast.FunctionDef]]:
    return [(path.name, node) for path in FILES for node in ast.walk(tree_of(path)) if isinstance(node, ast.FunctionDef)]


def test_no_function_is_longer_than_fifty_lines():
    assert [f"{name}: {one.name}" for name, one in functions() if (one.end_lineno or 0) - one.lineno >= 50] == []


def test_no_module_is_a_drawer_for_everything():
    drawers = {"utils", "util", "helpers", "helper", "misc", "common", "tools", "lib"}
    assert [path.name for path in FILES if path.stem in drawers or path.parent.name in drawers] == []


def test_no_function_passes_on_options_it_does_not_name():
    passing = [f"{name}: {one.name}" for name, one in functions() if one.args.kwarg]
    assert passing == ["replacing.py: replaced"]  # which takes the fields of whatever it is given, and refuses those that it has not


def test_the_clock_is_asked_for_the_day_of_a_register_alone():
    asked = re.compile(r"\b(datetime\.now|date\.today|utcnow|time\.time|time\.localtime|gmtime)\b")
    asking = [module for module, path in MODULES.items() if asked.search(path.read_text(encoding="utf-8"))]
    assert asking == ["section75.commands.verbs.register"]  # a register is as at today where nobody says otherwise; no paper is
