"""Trends in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayback.library.trend_figures import TREND_FIGURES
from sayback.library.trends import Point, Trend, Yardstick
from sayback.tui.trend_lines import summary, ticks, tone

FILLED, PACE = TREND_FIGURES["fillers.filled_pauses"], TREND_FIGURES["pace.wpm"]
USUAL = Yardstick(3.0, 2.0, 4.0, 10)


def trend(figure, value, usual=USUAL):
    return Trend(figure.id, (Point("a", None, value),), usual)


def test_the_newest_value_is_told_against_what_is_usual():
    assert summary(FILLED, trend(FILLED, 5.25)) == (
        "Last: 5.2 per 100 words, above your usual. "
        "Your last 10 takes: mostly 2.0 to 4.0, median 3.0."
    )
    assert ", as usual." in summary(FILLED, trend(FILLED, 3.0))


def test_too_few_takes_and_none_at_all_say_so():
    assert "shows after four takes" in summary(PACE, trend(PACE, 150.0, None))
    assert summary(PACE, Trend(PACE.id)) == "No take here has this figure."


def test_more_is_good_bad_or_neither_by_figure():
    pitch = TREND_FIGURES["delivery.pitch_sd_semitones"]

    assert [tone(FILLED, trend(FILLED, value)) for value in (1, 3, 5)] == [
        "good", "plain", "notice",
    ]  # fmt: skip
    assert [tone(pitch, trend(pitch, value)) for value in (1, 3, 5)] == [
        "notice", "plain", "good",
    ]  # fmt: skip
    assert tone(PACE, trend(PACE, 5)) == "plain"


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(0, 5.2, (0, 2, 4)), (105, 197, (120, 140, 160, 180)), (3, 3, (3,))],
)
def test_ticks_are_round_numbers(low, high, expected):
    assert ticks(low, high) == expected


@given(st.floats(0, 500), st.floats(0.1, 500))
def test_there_are_always_a_few_ticks_inside(low, width):
    found = ticks(low, low + width)

    assert 2 <= len(found) <= 6
    assert all(low - 1e-6 <= tick <= low + width + 1e-6 for tick in found)
