"""Loudness and pace, drawn in blocks."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayback.analysis.report import PacePoint
from sayback.audio.samples import Audio
from sayback.tui.waveform import columns, fit, pace_heights, sketch_levels

RATE_HZ = 8000


def tone(seconds, amplitude):
    time_s = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    return (amplitude * np.sin(2 * np.pi * 220 * time_s)).astype(np.float32)


def test_a_tone_between_silences_is_drawn_where_it_sounds():
    audio = Audio(np.concatenate([tone(1, 0.0), tone(1, 0.5), tone(2, 0.0)]), RATE_HZ)

    assert fit(sketch_levels(audio), 4) == pytest.approx((0, 1, 0, 0), abs=0.01)


def test_half_the_amplitude_is_six_decibels_lower():
    audio = Audio(np.concatenate([tone(1, 0.5), tone(1, 0.25)]), RATE_HZ)

    assert fit(sketch_levels(audio), 2) == pytest.approx((1.0, 1 - 6.02 / 42), abs=0.02)


def test_hiss_alone_is_not_drawn_as_speech():
    hiss = np.random.default_rng(1).normal(0, 1e-4, RATE_HZ).astype(np.float32)

    assert max(sketch_levels(Audio(hiss, RATE_HZ))) < 0.3


def test_a_take_without_samples_has_no_levels():
    assert sketch_levels(Audio(np.zeros(0, np.float32), RATE_HZ)) == ()
    assert fit((), 3) == (0.0, 0.0, 0.0)


def test_columns_grow_from_the_lowest_row():
    assert columns((0.0, 0.25, 0.5, 1.0), 2) == ("   █", "▁▄██")


def test_a_column_that_is_not_known_stays_empty():
    assert columns((None, 1.0), 1) == (" █",)


@given(st.lists(st.floats(0, 1), max_size=300), st.integers(1, 250), st.integers(1, 4))
def test_every_row_has_one_sign_a_cell(levels, width, rows):
    drawn = columns(fit(levels, width), rows)

    assert [len(row) for row in drawn] == [width] * rows


def test_pace_lies_between_its_points_and_nowhere_else():
    curve = (PacePoint(10, 60), PacePoint(20, 240))
    heights = pace_heights(curve, 40, 8)

    assert heights[0] is None
    assert heights[1:5] == pytest.approx((0.0, 0.25, 0.75, 1.0))
    assert heights[5:] == (None, None, None)
