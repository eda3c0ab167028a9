"""Pictures of a fixed set of pages, kept in `tests/golden/pages/`: whoever changes a style sees what it changes.

`pytest tests/test_page_pictures.py --golden-update` draws them afresh; look at each before it is kept.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from page_pictures import PAGES, difference, picture, save
from PIL import Image, ImageChops

FOLDER = Path(__file__).parent / "golden" / "pages"


@pytest.mark.thorough
@pytest.mark.poppler
@pytest.mark.parametrize("name", PAGES)
def test_a_page_looks_as_the_one_kept(name, request, tmp_path):
    path = FOLDER / f"{name}.png"
    now = picture(name)
    if request.config.getoption("--golden-update"):
        save(now, path)
    assert path.exists(), f"No picture of the page {name} is kept. pytest tests/test_page_pictures.py --golden-update"
    told, where = difference(Image.open(path).convert("L"), now)
    if told:
        seen, differs = save(now, tmp_path / f"{name}-now.png"), save(where, tmp_path / f"{name}-difference.png")
        remedy = "If this is meant: pytest tests/test_page_pictures.py --golden-update"
        pytest.fail(f"The page {name} has changed. {told}\nNow: {seen}\nWhere: {differs}\n{remedy}", pytrace=False)


def test_no_picture_is_left_of_a_page_that_is_gone():
    assert sorted(path.stem for path in FOLDER.glob("*.png")) == sorted(PAGES)


# ------------------------------------------------------------------ what is told apart


@pytest.fixture
def kept():
    return Image.open(FOLDER / "northshire-clauses.png").convert("L")


def the_rest_lower(image: Image.Image) -> Image.Image:
    wide, high = image.size
    copy = image.copy()
    copy.paste(image.crop((0, high // 2, wide, high - 10)), (0, high // 2 + 2))
    return copy


def a_paragraph_gone(image: Image.Image) -> Image.Image:
    wide, high = image.size
    copy = image.copy()
    copy.paste(255, (0, high // 3, wide, high // 3 + 24))
    return copy


DAMAGE = {
    "half its text three points lower": the_rest_lower,
    "all its text a point and a half to the right": lambda image: ImageChops.offset(image, 1, 0),
    "a paragraph gone": a_paragraph_gone,
    "another size": lambda image: image.crop((0, 0, image.width - 1, image.height)),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_a_page_is_told_from_one_with(kept, name):
    assert difference(kept, DAMAGE[name](kept))[0]


def test_a_page_is_not_told_from_itself_a_little_smoothed(kept):
    softer = Image.blend(kept, kept.resize((kept.width // 2, kept.height // 2)).resize(kept.size), 0.15)
    assert difference(kept, softer)[0] == ""
