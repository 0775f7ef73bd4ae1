"""Levels of signals whose level is known."""

from __future__ import annotations

import numpy as np
import pytest

from sayback.audio.level import FLOOR_DB, LevelMeter, rms_db

RATE_HZ = 16_000


def sine(amplitude, seconds=1.0, frequency_hz=400):
    time_s = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    return np.round(amplitude * 32767 * np.sin(2 * np.pi * frequency_hz * time_s)).astype(np.int16)


def metered(*stretches):
    meter = LevelMeter(RATE_HZ)
    for stretch in stretches:
        for first in range(0, len(stretch), 512):
            meter.add(stretch[first : first + 512])
    return meter


def test_a_full_sine_is_3_db_below_full_scale():
    assert rms_db(sine(1.0)) == pytest.approx(-3.01, abs=0.01)


def test_floats_and_integers_read_the_same():
    block = sine(0.1)
    assert rms_db(block.astype(np.float32) / 32768) == pytest.approx(rms_db(block), abs=1e-4)


@pytest.mark.parametrize("nothing", [np.zeros(0, np.int16), np.zeros(512, np.int16)])
def test_silence_is_the_floor_not_minus_infinity(nothing):
    assert rms_db(nothing) == FLOOR_DB


def test_a_new_meter_shows_silence():
    meter = LevelMeter(RATE_HZ)
    assert (meter.level_db, meter.peak_db, meter.clipping) == (FLOOR_DB, FLOOR_DB, False)


def test_the_level_follows_within_a_tenth_of_a_second():
    meter = metered(sine(0.5), sine(0.05, 0.2))
    assert meter.level_db == pytest.approx(-26.02 - 3.01, abs=0.1)


def test_the_peak_is_held_for_a_second_and_a_half():
    assert metered(sine(0.5), sine(0.05, 1.0)).peak_db == pytest.approx(-6.02, abs=0.01)
    assert metered(sine(0.5), sine(0.05, 2.0)).peak_db == pytest.approx(-26.02, abs=0.02)


def test_the_most_negative_sample_counts_as_full_scale():
    assert metered(np.full(512, -32768, np.int16)).peak_db == pytest.approx(0.0, abs=0.001)


def test_clipping_is_shown_for_two_seconds_and_then_forgotten():
    cut_off = np.clip(sine(1.0).astype(int) * 3, -32768, 32767).astype(np.int16)
    assert metered(cut_off, sine(0.1, 1.8)).clipping
    assert not metered(cut_off, sine(0.1, 2.2)).clipping


def test_one_loud_sample_is_no_clipping():
    speech = sine(0.5)
    speech[100] = 32767
    assert not metered(speech).clipping


def test_silence_is_counted_since_the_last_sound():
    noise = sine(0.0008, 3.0)  # -65 dBFS
    assert metered(sine(0.1), noise).silent_for_s == pytest.approx(3.0, abs=0.04)
    assert metered(sine(0.1), noise, sine(0.1, 0.2)).silent_for_s == 0
