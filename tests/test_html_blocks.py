"""The HTML writer: tables, cover, contents, signatures, redlines, and what only the screen has."""

from __future__ import annotations

from dataclasses import replace

from building import headed, item, row, table, words
from pages import BARE, page_of, terms
from reading import Page
from samples import AGREEMENT, HOUSE, LANCASHIRE_REPORT, REDLINE, REPORT

from section75.document.numbering import number
from section75.document.tree import Block, Deleted, Document, Inserted, Part, Text
from section75.writers import html

# ------------------------------------------------------------------ tables


def table_page(rows: int, caption: str = "Money") -> Page:
    """Return a page with a table of so many rows under its header."""
    body = [row("a", "1") for _ in range(rows - 1)]
    total = row("Total", "9", role="total")
    money = table(caption, row("A", "B", role="header"), *body, total, widths="0 30>")
    return page_of(Part("body", children=(money,)), screen=True)


def test_a_table_of_twelve_rows_is_whole_and_has_a_caption():
    found = table_page(12)
    assert [caption.seen for caption in found.named("caption")] == ["Table 1: Money"]
    assert found.of_class("whole")


def test_a_longer_table_splits_under_its_title_and_is_named_by_it():
    found = table_page(13)
    (title,) = found.of_class("cap")
    assert title.seen == "Table 1: Money"
    assert found.named("table")[0].attributes["aria-labelledby"] == title.attributes["id"]
    assert not found.of_class("whole")


def test_headings_of_a_table_say_what_they_head_and_widths_make_a_whole():
    found = table_page(2)
    assert [(cell.name, cell.attributes.get("scope"), cell.seen, sorted(cell.classes)) for cell in found.named("th", "td")] == [
        ("th", "col", "A", []),
        ("th", "col", "B", ["r"]),
        ("th", "row", "a", []),
        ("td", None, "1", ["r"]),
        ("th", "row", "Total", []),
        ("td", None, "9", ["r"]),
    ]
    assert [column.attributes["style"] for column in found.named("col")] == ["width:70%", "width:30%"]
    assert [line.classes for line in found.named("tr")] == [set(), set(), {"total"}]


def test_a_table_without_a_caption_has_none():
    assert not table_page(3, caption="").named("caption")
    assert not table_page(30, caption="").of_class("cap")


def test_a_key_table_has_its_labels_at_the_left_and_no_header():
    found = Page(html.page(REPORT, HOUSE, screen=False))
    assert found.of_class("kv")
    assert "Report to" in [cell.seen for cell in found.named("th") if cell.attributes["scope"] == "row"]


def test_what_stands_in_a_cell_is_printed_there():
    cells = (Block("cell", content=(Text("That Cabinet:"),), children=(item("approve"),)), Block("cell"))
    found = page_of(Part("body", children=(Block("table", children=(Block("row", role="body", children=cells),)),)))
    words, paragraph = found.named("p")
    assert [words.seen, paragraph.seen] == ["That Cabinet:", "1. approve"]
    assert paragraph.inside[-1] == "th"


# ------------------------------------------------------------------ front, contents, execution


def test_the_contents_name_clauses_schedules_and_execution_and_nothing_deeper():
    found = Page(html.page(AGREEMENT, HOUSE, screen=True))
    lines = ["1 Definitions and interpretation", "2 Pooled Fund", "3 Commencement and duration", "4 Not used"]
    lines += ["Schedule 1: Financial contributions", "Schedule 2: Governance", "Execution"]
    assert [line.seen for line in found.of_class("toc")] == lines
    assert [line.seen for line in found.named("li")] == lines


def test_a_report_has_no_contents_and_no_cover():
    found = Page(html.page(REPORT, HOUSE, screen=True))
    assert not found.named("nav", "header")
    assert found.named("main")[0].classes == {"report"}


def test_the_strip_stands_on_the_cover_or_else_before_the_text():
    strip = Part("strip", children=(words("Draft 3"),))
    assert "header" in page_of(strip, Part("cover", children=(words("Dated"),))).of_class("strip")[0].inside
    assert "main" in page_of(strip, Part("body", children=(words("Text"),))).of_class("strip")[0].inside


def test_the_cover_has_date_parties_title_subject_and_solicitor():
    found = Page(html.page(AGREEMENT, HOUSE, screen=False))
    assert [element.seen for element in found.of_class("dated")] == ["Dated [● date of agreement]"]
    assert [element.seen for element in found.of_class("cp")] == [
        "(1) Northshire County Council",
        "and",
        "(2) NHS Northshire Integrated Care Board",
    ]
    assert [element.seen for element in found.named("h1")] == ["Partnership agreement"]
    assert [element.seen[:16] for element in found.of_class("subject")] == ["under section 75"]
    assert [element.seen[:14] for element in found.of_class("solicitor")] == ["Legal Services"]


def test_what_a_title_holds_is_its_subject():
    found = page_of(Part("cover", children=(headed("section", "Agreement", words("under the Act"), role="title"),)))
    assert [element.seen for element in found.of_class("subject")] == ["under the Act"]


def test_a_document_without_a_title_of_its_own_is_named_unseen():
    found = page_of(Part("body", children=(headed("section", "Only a section"),)))
    assert [(heading.name, heading.classes) for heading in found.named("h1", "h2")] == [("h1", {"vh"}), ("h2", {"hn"})]


def test_signature_lines_are_labels_under_rules_and_a_blank_needs_no_rule():
    found = Page(html.page(AGREEMENT, HOUSE, screen=False))
    assert [line.seen for line in found.of_class("line")] == [
        "Authorised signatory",
        "Name (print)",
        "Signature",
        "Name and post",
        "Date",
    ]
    assert [line.seen for line in found.of_class("given")] == ["Seal register number: [● number]"]
    assert [who.seen[:6] for who in found.of_class("who")] == ["Execut", "Signed"]


def test_short_lines_before_the_small_box_stand_beside_it():
    found = Page(html.page(LANCASHIRE_REPORT, HOUSE, screen=False))
    (beside,) = found.of_class("beside")
    assert (
        beside.seen
        == "Report to the Cabinet Meeting to be held on Tuesday, 9 March 2027 Report of the Executive Director, Adults and Health"
    )


# ------------------------------------------------------------------ redline, screen


def test_a_redline_says_its_marks_aloud_and_bars_the_paragraph():
    page = html.page(REDLINE, HOUSE, screen=False)
    assert '<del><span class="vh">[deleted: </span>agreement in writing<span class="vh">]</span></del>' in page
    assert '<ins><span class="vh">[inserted: </span>deed under ' in page
    found = Page(page)
    assert [element.classes for element in found.of_class("chg")] == [{"l2", "chg"}, {"l2", "chg", "mvd"}]


def test_words_that_are_gone_are_not_in_the_contents():
    heading = (Deleted((Text("Old "),)), Inserted((Text("New"),)))
    found = page_of(Part("cover"), terms(Block("clause", heading=heading)))
    assert [line.seen for line in found.of_class("toc")] == ["1 New"]


def test_only_the_screen_has_a_skip_link_and_the_screen_sheet():
    screen = Page(html.page(AGREEMENT, HOUSE, screen=True))
    paper = Page(html.page(AGREEMENT, HOUSE, screen=False))
    assert screen.by_id("_main").name == "main"
    assert [link.attributes["href"] for link in screen.of_class("skip")] == ["#_main"]
    assert not paper.of_class("skip")
    assert "@media screen" in screen.named("style")[0].words
    assert "@media screen" not in paper.named("style")[0].words


def test_more_than_fifteen_lines_of_contents_can_be_folded_away():
    clauses = [headed("clause", f"Clause {ordinal}") for ordinal in range(16)]
    document = number(Document("agreement", "A", (Part("cover"), terms(*clauses))), BARE.scheme)
    assert Page(html.page(document, BARE, screen=True)).named("details")
    shorter = replace(document, parts=(document.parts[0], terms(*document.parts[1].children[:15])))
    assert not Page(html.page(shorter, BARE, screen=True)).named("details")


def test_the_page_names_its_language_title_author_and_subject():
    found = Page(html.write(AGREEMENT, HOUSE).decode())
    assert found.named("html")[0].attributes["lang"] == "en-GB"
    metadata = {meta.attributes.get("name"): meta.attributes.get("content") for meta in found.named("meta")}
    assert metadata["author"] == "Northshire County Council"
    assert metadata["description"] == "Community equipment and reablement"
