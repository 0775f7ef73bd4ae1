"""How figures move, against what is usual for the speaker."""

from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayback.analysis import Report
from sayback.library.trend_figures import TREND_FIGURES
from sayback.library.trends import oldest_first, trends, yardsticks
from sayback.render.figures import figures
from tests.library.made_takes import row
from tests.render import reports

WPM = "pace.wpm"


def rows(*values: float | None):
    """Return a take a day, the newest first."""
    known = [
        row(1 + place, figures={} if value is None else {WPM: value})
        for place, value in enumerate(values)
    ]
    return tuple(reversed(known))


def test_points_go_from_the_oldest_to_the_newest():
    found = trends(rows(120, 130, 140), everything=())[WPM]

    assert [point.value for point in found.points] == [120, 130, 140]
    assert found.points[0].moment.day == 1
    assert found.latest == 140


def test_takes_in_which_a_figure_is_not_known_are_left_out():
    assert [point.value for point in trends(rows(120, None, 140), everything=())[WPM].points] == [
        120, 140,
    ]  # fmt: skip


def test_the_yardstick_is_median_and_quartiles():
    found = yardsticks(rows(100, 110, 120, 130, 140)).get(WPM)

    assert (found.median, found.low, found.high, found.takes) == (120, 110, 130, 5)
    assert found.spread == 20
    assert [found.judge(value) for value in (109, 110, 130, 131)] == [
        "below", "usual", "usual", "above",
    ]  # fmt: skip


def test_only_the_last_ten_takes_count():
    found = yardsticks(rows(*[500] * 5, *[120] * 10)).get(WPM)

    assert (found.median, found.spread, found.takes) == (120, 0, 10)


def test_three_takes_say_nothing_about_what_is_usual():
    assert yardsticks(rows(100, 110, 120)).get(WPM) is None
    assert yardsticks(rows(100, 110, None, 120)).get(WPM) is None
    assert trends(rows(100, 110), everything=rows(100, 110))[WPM].against_usual is None


def test_the_yardstick_is_of_all_takes_and_the_trend_of_those_chosen():
    found = trends(rows(200), everything=rows(100, 110, 120, 130, 140))[WPM]

    assert len(found.points) == 1
    assert found.against_usual == "above"


def test_takes_are_ordered_by_the_moment_and_not_by_the_clock_on_the_wall():
    west = row(20, started_at="2026-11-20T09:00:00-08:00")
    east = row(20, hour=16, started_at="2026-11-20T16:00:00+01:00")
    unknown = row(21, started_at=None)

    assert oldest_first([west, east, unknown]) == (unknown, east, west)


SHOWN = [figure for make in reports.ALL.values() for figure in figures(make())]
ALSO_SHOWN = {f"star.{part}" for part in "STAR"} | {"content.we_count"}
"""The story's parts have a list of their own, and "I and we" stand in one line."""
NONE_IN_A_DESIGN = {"content.design.risks"}
"""Told as "none heard" in the only such report here."""


def test_every_number_that_a_report_shows_is_followed():
    numbers = {figure.id for figure in SHOWN if any(map(str.isdigit, figure.value))}

    assert numbers | ALSO_SHOWN | NONE_IN_A_DESIGN == set(TREND_FIGURES)


def test_figures_stand_under_the_headings_of_a_report_in_one_piece():
    shown = {figure.id: figure.group for figure in SHOWN}
    same = [figure for key, figure in TREND_FIGURES.items() if key in shown]
    headings = [heading for heading, _ in groupby(f.group for f in TREND_FIGURES.values())]

    assert [figure.group for figure in same] == [shown[figure.id] for figure in same]
    assert len(headings) == len(set(headings))


def test_nothing_is_known_of_an_empty_report():
    assert [figure.of(Report()) for figure in TREND_FIGURES.values()] == [None] * len(TREND_FIGURES)


@pytest.mark.parametrize(
    ("figure_id", "value", "written"),
    [(WPM, 152.4, "152 words/min"), ("fillers.markers", 3.25, "3.2 per 100 words")],
)
def test_values_are_written_with_their_units(figure_id, value, written):
    assert TREND_FIGURES[figure_id].written(value) == written


@given(st.lists(st.floats(0, 1000), min_size=4, max_size=30))
def test_the_median_lies_between_the_quartiles(values):
    found = yardsticks(rows(*values[:28])).get(WPM)

    assert found.low <= found.median <= found.high


def test_the_newest_value_is_judged_as_it_is_shown():
    """152.4 is above 152.3, but both are shown as 152."""
    found = trends(rows(152.4), everything=rows(140.0, 145.0, 150.0, 152.3, 152.3, 152.3))

    assert found[WPM].against_usual == "usual"
