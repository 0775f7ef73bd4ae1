from __future__ import annotations

import numpy as np
import pytest

from sayback.speech.level import SILENCE_DB, band_power, clean_samples, to_db, wide_bands

RATE_HZ = 16_000


def tone(frequency_hz: float, amplitude: float, seconds: float = 1.0) -> np.ndarray:
    time_s = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    return (amplitude * np.sin(2 * np.pi * frequency_hz * time_s)).astype(np.float32)


def test_a_tones_power_is_half_its_amplitude_squared() -> None:
    power = band_power(tone(1000, 0.5)).sum(axis=1)
    assert power[20:-20] == pytest.approx(0.125, rel=0.02)


def test_a_tone_lies_in_its_own_band() -> None:
    power = band_power(tone(1000, 0.5))[100]
    # Bands begin at 100, 200, 300, 400, 510, 630, 770, 920 Hz: 1000 Hz lies in the eighth.
    assert int(np.argmax(power)) == 7
    assert power[7] > 0.9 * power.sum()


def test_rumble_and_offset_count_little() -> None:
    assert to_db(band_power(tone(20, 0.5)).sum(axis=1))[50] < to_db(0.125) - 3
    assert to_db(band_power(np.full(RATE_HZ, 0.5, dtype=np.float32)).sum(axis=1))[50] < -10


def test_there_is_a_frame_for_every_begun_5_ms() -> None:
    assert [band_power(np.zeros(n, dtype=np.float32)).shape for n in (1, 80, 81)] == [
        (1, 20), (1, 20), (2, 20),
    ]  # fmt: skip


def test_wide_bands_keep_the_power() -> None:
    power = band_power(tone(700, 0.3))
    assert wide_bands(power).shape == (len(power), 5)
    assert wide_bands(power).sum(axis=1) == pytest.approx(power.sum(axis=1))


def test_silence_has_a_level() -> None:
    assert to_db(0.0) == SILENCE_DB
    assert to_db(1.0) == 0.0


def test_samples_that_are_not_finite_become_silence() -> None:
    assert clean_samples(np.array([np.nan, np.inf, -np.inf, 0.5])).tolist() == [0, 0, 0, 0.5]
