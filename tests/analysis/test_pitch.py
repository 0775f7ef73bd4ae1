from __future__ import annotations

import sys

import numpy as np
import pytest

from sayback.analysis.pitch import semitones_about_median, track_pitch

RATE_HZ = 16_000


def voice(f0_hz: np.ndarray | float, seconds: float = 2.0) -> np.ndarray:
    """Ten harmonics of a fundamental frequency, which may change from sample to sample."""
    frequency = np.broadcast_to(f0_hz, round(seconds * RATE_HZ))
    phase = 2 * np.pi * np.cumsum(frequency) / RATE_HZ
    return sum(0.1 / n * np.sin(n * phase) for n in range(1, 11)).astype(np.float32)


@pytest.mark.parametrize("f0_hz", [80.0, 120.0, 210.0, 350.0])
def test_a_steady_voice_is_tracked(f0_hz: float) -> None:
    track = track_pitch(voice(f0_hz))
    assert np.nanmedian(track.f0_hz) == pytest.approx(f0_hz, rel=0.005)
    assert np.mean(np.isfinite(track.f0_hz)) > 0.95


@pytest.mark.parametrize("f0_hz", [120.0, 210.0])
def test_a_steady_voice_is_tracked_without_praat(
    f0_hz: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "parselmouth", None)
    track = track_pitch(voice(f0_hz))
    assert np.nanmedian(track.f0_hz) == pytest.approx(f0_hz, rel=0.02)
    assert np.mean(np.isfinite(track.f0_hz)) > 0.9


@pytest.mark.parametrize("without_praat", [False, True])
def test_noise_and_silence_have_no_pitch(
    without_praat: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if without_praat:
        monkeypatch.setitem(sys.modules, "parselmouth", None)
    noise = 0.1 * np.random.default_rng(0).standard_normal(RATE_HZ).astype(np.float32)
    for samples in (noise, np.zeros(RATE_HZ, dtype=np.float32)):
        assert np.mean(np.isfinite(track_pitch(samples).f0_hz)) < 0.1


@pytest.mark.parametrize("count", [0, 1, 500])
def test_next_to_nothing_has_no_track(count: int) -> None:
    assert len(track_pitch(np.zeros(count, dtype=np.float32)).f0_hz) == 0


def test_a_stretch_of_the_track_can_be_taken() -> None:
    track = track_pitch(voice(120.0, 1.0))
    assert len(track.between(0.2, 0.4)) == 20
    assert len(track.between(5.0, 6.0)) == 0


def test_semitones_are_counted_from_the_median() -> None:
    semitones = semitones_about_median(np.array([100.0, 100.0, 200.0**0.5 * 100.0**0.5, np.nan]))
    assert semitones.tolist() == pytest.approx([0.0, 0.0, 6.0])


def test_octave_jumps_are_dropped() -> None:
    assert len(semitones_about_median(np.array([100.0, 101.0, 99.0, 200.0, 50.0]))) == 3


def test_no_voice_has_no_semitones() -> None:
    assert len(semitones_about_median(np.array([np.nan, np.nan]))) == 0
