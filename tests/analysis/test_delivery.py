from __future__ import annotations

import numpy as np
import pytest

from sayback.analysis.delivery import measure_delivery
from sayback.analysis.report import Delivery
from sayback.speech import Region, Speech
from sayback.thresholds import Thresholds

RATE_HZ = 16_000
SECONDS = 6.0
SPEECH = Speech((Region(0.0, SECONDS),), SECONDS)


def voice(*, swing_semitones: float = 0.0, swing_db: float = 0.0, peak: float = 0.3) -> np.ndarray:
    """A voice at 120 Hz whose pitch and level swing like a sine, one swing every 2 s."""
    time_s = np.arange(round(SECONDS * RATE_HZ)) / RATE_HZ
    swing = np.sin(np.pi * time_s)
    phase = 2 * np.pi * np.cumsum(120.0 * 2 ** (swing_semitones * swing / 12)) / RATE_HZ
    wave = sum(np.sin(n * phase) / n for n in range(1, 8))
    return (peak * wave / np.abs(wave).max() * 10 ** (swing_db * swing / 20)).astype(np.float32)


@pytest.mark.parametrize(("swing", "verdict"), [(0.5, "flat"), (4.0, "typical"), (7.0, "lively")])
def test_pitch_variation_is_its_standard_deviation(swing: float, verdict: str) -> None:
    delivery = measure_delivery(voice(swing_semitones=swing), speech=SPEECH)
    assert delivery.pitch_sd_semitones == pytest.approx(swing / np.sqrt(2), rel=0.1)
    assert delivery.verdict == verdict


def test_volume_variation_is_the_standard_deviation_of_the_level() -> None:
    delivery = measure_delivery(voice(swing_db=4.0), speech=SPEECH)
    assert delivery.volume_sd_db == pytest.approx(4 / np.sqrt(2), rel=0.15)


def test_bands_can_be_changed() -> None:
    limits = Thresholds(pitch_flat_semitones=3.0)
    found = measure_delivery(voice(swing_semitones=4.0), speech=SPEECH, thresholds=limits)
    assert found.verdict == "flat"


def test_only_the_pitch_inside_speech_counts() -> None:
    samples = np.concatenate([voice(), voice(swing_semitones=7.0)])
    found = measure_delivery(samples, speech=Speech((Region(0.0, SECONDS),), 2 * SECONDS))
    assert found.pitch_sd_semitones == pytest.approx(0.0, abs=0.1)


@pytest.mark.parametrize(("gain", "clipped"), [(1.0, False), (3.0, False), (10.0, True)])
def test_clipping_is_heard(gain: float, clipped: bool) -> None:
    samples = np.clip(gain * voice(), -1.0, 1.0)
    assert measure_delivery(samples, speech=SPEECH).clipping is clipped


@pytest.mark.parametrize(("peak", "quiet"), [(0.3, False), (0.05, False), (0.005, True)])
def test_a_recording_can_be_too_quiet(peak: float, quiet: bool) -> None:
    assert measure_delivery(voice(peak=peak), speech=SPEECH).too_quiet is quiet


def test_too_little_voice_gives_no_variation_but_a_level() -> None:
    found = measure_delivery(voice()[: RATE_HZ // 2], speech=Speech((Region(0.0, 0.5),), 0.5))
    assert (found.pitch_sd_semitones, found.volume_sd_db, found.verdict) == (None, None, None)
    assert (found.clipping, found.too_quiet) == (False, False)


def test_without_audio_nothing_is_known() -> None:
    assert measure_delivery(None, speech=None) == Delivery()
    assert measure_delivery(np.zeros(0, np.float32), speech=Speech((), 0.0)) == Delivery()


@pytest.mark.parametrize(("sound", "quiet"), [(0.0, True), (0.3, False)])
def test_where_nobody_speaks_the_level_alone_is_known(sound: float, quiet: bool) -> None:
    samples = np.full(3 * RATE_HZ, sound, np.float32)
    found = measure_delivery(samples, speech=Speech((), 3.0))
    assert found == Delivery(clipping=False, too_quiet=quiet)


def test_samples_that_are_not_finite_do_no_harm() -> None:
    samples = voice(swing_semitones=4.0)
    samples[1000:1100] = np.nan
    found = measure_delivery(samples, speech=SPEECH)
    assert found.pitch_sd_semitones == pytest.approx(4 / np.sqrt(2), rel=0.1)
