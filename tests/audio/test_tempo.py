"""Tempo: another length, the same pitch, the same moments."""

from __future__ import annotations

import numpy as np
import pytest

from sayback.audio.samples import Audio
from sayback.audio.tempo import change_tempo, resample, tempo_pieces

RATE_HZ = 48_000
SPEEDS = [0.5, 0.75, 1.25, 1.5, 2.0]


def tone(frequency_hz, seconds=2.0, rate_hz=RATE_HZ):
    time_s = np.arange(round(seconds * rate_hz)) / rate_hz
    return (0.2 * np.sin(2 * np.pi * frequency_hz * time_s)).astype(np.float32)


def pitch_hz(samples, rate_hz=RATE_HZ):
    """The strongest frequency, found to a hundredth of a bin."""
    power = np.abs(np.fft.rfft(samples * np.hanning(len(samples)), 8 * len(samples)))
    return float(np.argmax(power)) * rate_hz / (8 * len(samples))


@pytest.mark.parametrize("speed", SPEEDS)
def test_the_length_changes_and_the_pitch_stays(speed):
    changed = change_tempo(Audio(tone(220), RATE_HZ), speed)
    assert changed.duration_s == pytest.approx(2.0 / speed, abs=0.001)
    assert pitch_hz(changed.samples) == pytest.approx(220, rel=0.005)


@pytest.mark.parametrize("speed", SPEEDS)
def test_every_moment_is_found_at_its_place_divided_by_the_speed(speed):
    """Ten beeps a second apart: each is heard within 35 ms of the sound."""
    seconds = 11
    samples = np.zeros(seconds * RATE_HZ, np.float32)
    for second in range(1, seconds):
        samples[second * RATE_HZ :][: RATE_HZ // 5] = tone(440, 0.2)
    heard = change_tempo(Audio(samples, RATE_HZ), speed).samples

    loud = np.abs(heard) > 0.05
    for second in range(1, seconds):
        expected = second / speed
        nearby = np.flatnonzero(loud[round((expected - 0.15) * RATE_HZ) :])[0] / RATE_HZ
        assert (nearby - 0.15) * speed == pytest.approx(0, abs=0.035)


def test_normal_speed_changes_nothing():
    audio = Audio(tone(220), RATE_HZ)
    np.testing.assert_array_equal(change_tempo(audio, 1.0).samples, audio.samples)


@pytest.mark.parametrize("speed", [0.49, 2.01, 0, -1])
def test_other_speeds_are_refused(speed):
    with pytest.raises(ValueError, match=r"outside 0\.5 to 2"):
        change_tempo(Audio(tone(220), RATE_HZ), speed)


def test_the_first_piece_comes_long_before_the_whole():
    pieces = tempo_pieces(tone(220, 60.0), RATE_HZ, 0.75)
    assert len(next(pieces)) < RATE_HZ


@pytest.mark.parametrize("length", [0, 1, 100])
def test_the_shortest_sounds_have_the_right_length_too(length):
    audio = Audio(np.full(length, 0.1, np.float32), RATE_HZ)
    assert len(change_tempo(audio, 0.5).samples) == 2 * length


@pytest.mark.parametrize("rate_hz", [16_000, 44_100, 96_000])
def test_resampling_keeps_pitch_length_and_level(rate_hz):
    changed = resample(Audio(tone(300), RATE_HZ), rate_hz)
    assert changed.sample_rate_hz == rate_hz
    assert changed.duration_s == pytest.approx(2.0, abs=0.001)
    expected = tone(300, 2.0, rate_hz)
    middle = slice(rate_hz // 2, rate_hz)
    np.testing.assert_allclose(changed.samples[middle], expected[middle], atol=2e-3)


def test_resampling_to_the_same_rate_copies_nothing():
    audio = Audio(tone(300), RATE_HZ)
    assert resample(audio, RATE_HZ) is audio


def test_resampling_nothing_is_nothing():
    assert len(resample(Audio(np.zeros(0, np.float32), RATE_HZ), 16_000).samples) == 0
