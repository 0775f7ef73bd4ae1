"""What is drawn of a recording: loudness in decibels, pitch in semitones."""

import numpy as np
import pytest

from sayback.audio.samples import ANALYSIS_RATE_HZ
from sayback.render.sound_sketch import LEVEL_POINTS, sketch_sound


def tone(frequency_hz, length_s, amplitude=0.5):
    times_s = np.arange(round(length_s * ANALYSIS_RATE_HZ)) / ANALYSIS_RATE_HZ
    harmonics = (np.sin(2 * np.pi * frequency_hz * k * times_s) / k for k in range(1, 6))
    return (amplitude / 2 * sum(harmonics)).astype(np.float32)


def test_what_is_15_db_softer_is_drawn_a_third_lower():
    loud = tone(200, 3.0)
    sketch = sketch_sound(np.concatenate([loud, loud * 10 ** (-15 / 20)]))

    assert len(sketch.level) == LEVEL_POINTS
    assert sketch.duration_s == 6.0
    assert sketch.level[100] == pytest.approx(1.0, abs=0.02)
    assert sketch.level[500] == pytest.approx(1 - 15 / 45, abs=0.02)


def test_silence_is_drawn_as_silence():
    noise = np.random.default_rng(0).normal(0, 1e-5, ANALYSIS_RATE_HZ).astype(np.float32)

    assert max(sketch_sound(noise).level) == 0.0
    assert sketch_sound(np.zeros(0, np.float32)).level == ()


def test_pitch_is_told_about_its_median_and_gaps_stay_gaps():
    silence = np.zeros(ANALYSIS_RATE_HZ, np.float32)
    up = 120 * 2 ** (4 / 12)
    sound = np.concatenate([tone(120, 3.0), silence, tone(up, 1.0)])
    pitch = sketch_sound(sound).pitch_semitones

    low, gap, high = pitch[100], pitch[280], pitch[360]
    assert low == pytest.approx(0.0, abs=0.2)
    assert gap is None
    assert high == pytest.approx(4.0, abs=0.2)


def test_without_a_voice_there_is_no_pitch():
    assert sketch_sound(np.zeros(ANALYSIS_RATE_HZ, np.float32)).pitch_semitones == ()
