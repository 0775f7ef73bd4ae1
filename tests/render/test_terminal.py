"""The terminal report: fits its width, says everything without colour, lets nothing through."""

import re

import pytest

from sayback.analysis.report import PacePoint
from sayback.render.figure import Gauge
from sayback.render.heading import DEMO_WARNING
from sayback.render.safe_text import cells, without_tail
from sayback.render.terminal import render_terminal
from sayback.render.text_plots import gauge_spans, sparkline
from tests.render import reports
from tests.render.golden_files import check_golden

ANSI = re.compile(r"\x1b\[[0-9;]*m")


@pytest.mark.parametrize("name", reports.ALL)
def test_the_report_looks_as_it_did(name):
    check_golden(f"{name}.txt", render_terminal(reports.ALL[name](), width=80))


def test_a_wide_report_looks_as_it_did():
    check_golden("rich-120.txt", render_terminal(reports.rich(), width=120))


@pytest.mark.parametrize("name", reports.ALL)
@pytest.mark.parametrize("width", [40, 50, 60, 80, 100, 120])
def test_no_line_is_longer_than_the_terminal(name, width):
    lines = render_terminal(reports.ALL[name](), width=width).splitlines()

    assert [line for line in lines if cells(line) > width] == []


@pytest.mark.parametrize("name", reports.ALL)
def test_colour_adds_nothing_but_colour(name):
    plain = render_terminal(reports.ALL[name](), colour=False)
    coloured = render_terminal(reports.ALL[name](), colour=True)

    assert "\x1b" not in plain
    assert "\x1b[" in coloured
    without = "".join(f"{line.rstrip()}\n" for line in ANSI.sub("", coloured).splitlines())
    assert without == plain


def test_what_a_wide_report_says_a_narrow_one_says_too():
    wide, narrow = (render_terminal(reports.rich(), width=width) for width in (120, 40))

    letters = re.compile(r"[^\W_]+")
    assert set(letters.findall(wide)) <= set(letters.findall(narrow))


def test_advice_comes_before_the_figures_and_what_went_well_is_there():
    text = render_terminal(reports.rich())

    order = ["CHANGE NEXT", "WENT WELL", "STORY (STAR)", "PACE", "FILLERS", "TRANSCRIPT"]
    assert [text.index(heading) for heading in order] == sorted(map(text.index, order))


def test_each_kind_of_mark_can_be_told_without_colour():
    text = render_terminal(reports.rich(), width=120)

    for mark in ("‹um?›", "‹uh›", "*you know*", "~they~", "(um?)", "[Thank you?].", "A?│"):
        assert mark in text


def test_words_of_the_demo_model_are_headed_as_not_reliable():
    assert DEMO_WARNING in render_terminal(reports.demo()).splitlines()[0]
    assert DEMO_WARNING not in render_terminal(reports.rich())


def test_a_pending_report_says_how_to_complete_it():
    text = render_terminal(reports.pending())

    assert "sayback models download" in text
    assert "sayback batch" in text
    assert "The model base.en is not installed." in text


def test_escapes_in_the_words_never_reach_the_terminal():
    for colour in (False, True):
        text = ANSI.sub("", render_terminal(reports.hostile(), colour=colour))
        assert "\x1b" not in text
        assert "\u202e" not in text
        assert "[31mred" in text


def test_wide_letters_count_twice():
    assert (cells("abc"), cells("面接"), cells("e\u0301")) == (3, 4, 1)


def test_marks_do_not_enclose_the_punctuation():
    assert without_tail("you know,") == ("you know", ",")
    assert without_tail("...") == ("...", "")


def test_a_gauge_shows_the_good_stretch_and_the_value():
    spans = gauge_spans(Gauge(50.0, 0.0, 100.0, 80.0, 100.0), "plain", 11)

    assert "".join(span.text for span in spans) == "─────●──━━━"


def test_a_long_curve_is_averaged_into_the_room_there_is():
    curve = [PacePoint(float(i), 80.0 if i < 50 else 220.0) for i in range(100)]

    assert sparkline(curve, 10) == "▁▁▁▁▁█████"
    assert sparkline(curve[:3], 10) == "▁▁▁"
