"""Words can be read on whatever may stand behind them, in every house and format, and a redline in black and white too.

What is reckoned is every colour of words of a house on every ground of it, also where the two do not meet today: a deletion may come to
stand in the head of a table. 4.5 to 1 is what WCAG 2.2 asks of words of every size (1.4.3), 3 to 1 of lines that say something (1.4.11).
"""

from __future__ import annotations

import base64
import re

import pytest
from drawn import contrast
from whole import ROOT
from word_reading import parts

HOUSES = sorted(path.parent.name for path in (ROOT / "templates" / "houses").glob("*/house.yaml"))
SHELLS = sorted((ROOT / "templates" / "houses").glob("*/*.docx"))
OF_DEFAULT = ("print.css", "screen.css", "draft.css")
WORDS, LINES = 4.5, 3.0
HEX = r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b"
WHITE, HIGHLIGHT = "#ffffff", {"yellow": "#ffff00"}


def sheets(house: str) -> str:
    """Return all that dresses a house's pages, without comments, and with the picture of the watermark opened."""
    default = ROOT / "templates" / "houses" / "default"
    own = default.parent / house / "print.css"
    files = [*(default / name for name in OF_DEFAULT), *([own] if house != "default" and own.exists() else [])]
    text = re.sub(r"/\*.*?\*/", "", "\n".join(file.read_text(encoding="utf-8") for file in files), flags=re.DOTALL)
    return re.sub(r"data:image/svg\+xml;base64,([^\"]*)", lambda found: base64.b64decode(found[1]).decode(), text)


def colours(text: str, pattern: str) -> set[str]:
    return {full(found) for found in re.findall(pattern, text)}


def full(colour: str) -> str:
    """Return a colour with two digits for each of red, green and blue."""
    digits = colour.lower().lstrip("#")
    return f"#{digits if len(digits) == 6 else ''.join(digit * 2 for digit in digits)}"


def of_words(text: str) -> set[str]:
    return {"#000000"} | colours(text, rf"(?<![-\w])color:({HEX})")


def grounds(text: str) -> set[str]:
    return {WHITE} | colours(text, rf"background(?:-color)?:({HEX})") | colours(text, rf'fill="({HEX})"')


def faint(words: set[str], behind: set[str], least: float) -> list[tuple[str, str, float]]:
    pairs = ((one, ground, round(contrast(one, ground), 2)) for one in sorted(words) for ground in sorted(behind))
    return [pair for pair in pairs if pair[2] < least]


# ------------------------------------------------------------------ pages and PDF


@pytest.mark.parametrize("house", HOUSES)
def test_words_of_pages_and_pdf_can_be_read_on_every_ground(house):
    text = sheets(house)
    assert len(of_words(text)) > 3
    assert len(grounds(text)) > 5
    assert faint(of_words(text), grounds(text), WORDS) == []


@pytest.mark.parametrize("house", HOUSES)
def test_lines_that_say_something_can_be_seen(house):
    lines = colours(sheets(house), rf"(?:border|outline)[-\w]*:[^;}}]*?({HEX})")
    assert lines
    assert faint(lines, {WHITE}, LINES) == []


@pytest.mark.parametrize("house", HOUSES)
def test_every_colour_is_one_that_is_reckoned(house):
    stated = re.findall(r"(?<![-\w])(?:color|background-color):([^;}!]+)", sheets(house))
    assert [value for value in stated if not re.fullmatch(rf"inherit|{HEX}", value.strip())] == []
    assert not re.search(r"opacity|rgba?\(|hsla?\(|filter:|mix-blend", sheets(house))


@pytest.mark.parametrize("house", HOUSES)
def test_a_redline_can_be_read_in_black_and_white(house):
    rules = dict.fromkeys(("ins", "del", ".chg", ".mvd.chg"), "")
    for selectors, declarations in re.findall(r"([^{}]+)\{([^{}]*)\}", sheets(house)):
        for selector in selectors.split(","):
            last = re.split(r"[\s>+~]", selector.strip())[-1]
            rules.update({last: rules[last] + declarations + ";"} if last in rules else {})
    assert re.findall(r"text-decoration:(\S+?);", rules["ins"]) == ["underline"]
    assert "text-decoration-style:double" in rules["ins"]
    assert re.findall(r"text-decoration:(\S+?);", rules["del"]) == ["line-through"]
    assert "border-left:2.25pt solid #000" in rules[".chg"]
    assert "border-left-style:dashed" in rules[".mvd.chg"]


# ------------------------------------------------------------------ Word


def of_shell(path):
    """Return the colours of words and of grounds of a shell; `auto` is black on white."""
    text = "".join(xml for name, xml in parts(path.read_bytes()).items() if name.startswith("word/") and name.endswith(".xml"))
    text = re.sub(r"<a:clrScheme.*?</a:clrScheme>", "", text, flags=re.DOTALL)
    words = colours(text, r'<w:color w:val="([0-9A-Fa-f]{6})"')
    fills = colours(text, r'w:fill="([0-9A-Fa-f]{6})"') | colours(text, rf'fillcolor="({HEX})"')
    return {"#000000"} | words, {WHITE, *HIGHLIGHT.values()} | fills


@pytest.mark.parametrize("path", SHELLS, ids=[f"{path.parent.name} {path.stem}" for path in SHELLS])
def test_words_of_word_files_can_be_read_on_every_ground(path):
    words, behind = of_shell(path)
    assert len(behind) > 2
    assert faint(words, behind, WORDS) == []


def test_every_highlight_of_word_files_is_one_that_is_reckoned():
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "section75" / "writers" / "docx").glob("*.py"))
    assert set(re.findall(r'<w:highlight w:val="(\w+)"/>', code)) == set(HIGHLIGHT)


@pytest.mark.parametrize(
    ("words", "behind", "ratio"), [("#000000", "#ffffff", 21.0), ("#767676", "#ffffff", 4.54), ("#0000ff", "#ffffff", 8.59)]
)
def test_the_reckoning_is_that_of_wcag(words, behind, ratio):
    assert round(contrast(words, behind), 2) == ratio
    assert faint({"#777777"}, {WHITE}, WORDS)
