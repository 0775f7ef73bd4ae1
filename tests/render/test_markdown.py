"""Markdown that says what the terminal says, and that no word can break."""

import pytest

from sayback.render.markdown import escape, render_markdown
from tests.render import reports
from tests.render.golden_files import check_golden


@pytest.mark.parametrize("name", reports.ALL)
def test_the_report_looks_as_it_did(name):
    check_golden(f"{name}.md", render_markdown(reports.ALL[name]()))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plain, 1.2 s (so far)", "plain, 1.2 s (so far)"),
        ("*a* _b_ `c` [d](e) <f> |g| ~h~", r"\*a\* \_b\_ \`c\` \[d\](e) \<f\> \|g\| \~h\~"),
        ("# no heading", r"\# no heading"),
        ("- no list", r"\- no list"),
        ("1. no list", r"1\. no list"),
        ("&amp; R&D", "&amp;amp; R&D"),
        ("two\nlines", "two lines"),
    ],
)
def test_text_from_outside_is_shown_as_it_is(text, written):
    assert escape(text) == written


def test_hostile_words_add_no_structure():
    lines = render_markdown(reports.hostile()).splitlines()

    assert [line for line in lines if line.startswith("# ")] == [
        r'# Why "\<b\>us\</b\>"? \# heading'
    ]
    assert not any("<script" in line.replace(r"\<script", "") for line in lines)
    assert "\x1b" not in "".join(lines)


def test_rows_of_a_table_have_as_many_cells_as_its_head():
    for name in reports.ALL:
        for table in render_markdown(reports.ALL[name]()).split("\n\n"):
            if table.startswith("|"):
                counts = {line.replace(r"\|", "").count("|") for line in table.splitlines()}
                assert len(counts) == 1


def test_a_pending_report_says_how_to_complete_it():
    assert "`sayback models download`" in render_markdown(reports.pending())


def test_words_of_the_demo_model_are_headed_as_not_reliable():
    assert "> **Note:** demo model: words not reliable" in render_markdown(reports.demo())
