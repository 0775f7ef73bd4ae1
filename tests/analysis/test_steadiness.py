from __future__ import annotations

import numpy as np
import pytest

from sayback.analysis.pitch import track_pitch
from sayback.analysis.steadiness import Frames, measure_frames

RATE_HZ = 16_000


def tones(*frequencies_hz: float) -> np.ndarray:
    """Half a second of each set of harmonics, all of 125 Hz, with one loud region."""
    time_s = np.arange(RATE_HZ // 2) / RATE_HZ
    parts = [
        sum(
            np.exp(-(((125 * n - formant) / 200) ** 2)) * np.sin(2 * np.pi * 125 * n * time_s)
            for n in range(1, 40)
        )
        for formant in frequencies_hz
    ]
    return (0.1 * np.concatenate(parts)).astype(np.float32)


@pytest.fixture(scope="module")
def frames() -> Frames:
    samples = tones(500, 1500)
    return measure_frames(samples, track_pitch(samples))


def test_a_held_sound_changes_little(frames: Frames) -> None:
    assert np.median(frames.change[20:80]) < 1.0


def test_the_change_is_greatest_where_the_sound_changes(frames: Frames) -> None:
    assert int(np.argmax(frames.change[20:180])) + 20 == pytest.approx(100, abs=4)


def test_a_gain_is_no_change(frames: Frames) -> None:
    samples = tones(500, 1500)
    louder = measure_frames(4 * samples, track_pitch(samples))
    assert louder.change[20:180] == pytest.approx(frames.change[20:180], abs=0.2)


def test_frames_know_their_pitch_and_their_time(frames: Frames) -> None:
    assert np.nanmedian(frames.f0_hz) == pytest.approx(125.0, rel=0.02)
    assert frames.voiced[20:180].all()
    assert (frames.index(0.5), frames.index(-1.0), frames.index(9.0)) == (100, 0, 200)


def test_noise_has_no_voice() -> None:
    noise = 0.1 * np.random.default_rng(0).standard_normal(RATE_HZ).astype(np.float32)
    assert measure_frames(noise, track_pitch(noise)).voiced.mean() < 0.1


@pytest.mark.parametrize("count", [0, 10, 100])
def test_next_to_nothing_is_measured_too(count: int) -> None:
    samples = np.zeros(count, dtype=np.float32)
    assert len(measure_frames(samples, track_pitch(samples)).change) == -(-count // 80)
