from __future__ import annotations

import numpy as np
import pytest

from sayback.analysis.nuclei import count_nuclei
from sayback.speech import Region, Speech
from sayback.voice.espeak import synthesise

RATE_HZ = 16_000


def syllables(count: int, *, voiced: bool = True) -> np.ndarray:
    """Bursts of a voice, or of noise, of 150 ms every 250 ms."""
    time_s = np.arange(round(count * 0.25 * RATE_HZ)) / RATE_HZ
    if voiced:
        sound = sum(np.sin(2 * np.pi * 120 * n * time_s) / n for n in range(1, 8))
    else:
        sound = np.random.default_rng(0).standard_normal(len(time_s))
    shape = np.clip(np.sin(np.pi * (time_s % 0.25) / 0.15), 0.001, 1) * (time_s % 0.25 < 0.15)
    return (0.2 * sound * np.maximum(shape, 0.001)).astype(np.float32)


@pytest.mark.parametrize("count", [1, 4, 12])
def test_each_burst_of_voice_is_a_syllable(count: int) -> None:
    samples = syllables(count)
    speech = Speech((Region(0.0, count * 0.25),), count * 0.25)
    assert count_nuclei(samples, speech=speech) == count


def test_bursts_of_noise_are_none() -> None:
    assert count_nuclei(syllables(8, voiced=False), speech=Speech((Region(0.0, 2.0),), 2.0)) <= 1


def test_what_lies_outside_speech_counts_nowhere() -> None:
    assert count_nuclei(syllables(8), speech=Speech((Region(0.0, 1.0),), 2.0)) == 4
    assert count_nuclei(syllables(8), speech=Speech((), 2.0)) == 0


def test_a_spoken_sentence_has_about_as_many_as_it_has_vowels() -> None:
    import librosa

    spoken = synthesise("I told them what every form would cost us in the coming year.")
    samples = librosa.resample(spoken.samples, orig_sr=spoken.sample_rate_hz, target_sr=RATE_HZ)
    speech = Speech((Region(0.0, len(samples) / RATE_HZ),), len(samples) / RATE_HZ)
    assert count_nuclei(samples, speech=speech) == pytest.approx(16, abs=2)
