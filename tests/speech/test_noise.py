from __future__ import annotations

import numpy as np
import pytest

from sayback.speech.level import band_power
from sayback.speech.noise import estimate_noise, level_above, smooth, subtract_noise, subtract_tail


@pytest.fixture(scope="module")
def noise_power() -> np.ndarray:
    samples = 0.01 * np.random.default_rng(4).standard_normal(160_000)
    return smooth(band_power(samples.astype(np.float32)))


def test_steady_noise_is_estimated_within_a_decibel(noise_power: np.ndarray) -> None:
    noise = estimate_noise(noise_power, is_pause=np.ones(len(noise_power), dtype=bool))
    error_db = 10 * np.log10(noise / noise_power.mean(axis=0))
    assert np.max(np.abs(error_db)) < 1.5
    assert np.mean(np.abs(error_db)) < 0.6


def test_breaths_do_not_raise_the_steady_noise(noise_power: np.ndarray) -> None:
    breathing = noise_power.copy()
    breathing[:400] *= 100.0
    everywhere = np.ones(len(noise_power), dtype=bool)
    raised = estimate_noise(breathing, is_pause=everywhere) / estimate_noise(
        noise_power, is_pause=everywhere
    )
    assert np.max(10 * np.log10(raised)) < 1.0


def test_hardly_any_noise_is_left_over(noise_power: np.ndarray) -> None:
    everywhere = np.ones(len(noise_power), dtype=bool)
    noise = estimate_noise(noise_power, is_pause=everywhere)
    rest = subtract_noise(noise_power, noise)
    assert np.mean(rest.sum(axis=1) > 0.1 * noise.sum()) < 0.15


def test_speech_far_above_the_noise_keeps_its_level(noise_power: np.ndarray) -> None:
    speech = np.full((10, 20), 1.0)
    assert subtract_noise(speech, noise_power.mean(axis=0)).sum() == pytest.approx(200.0, rel=0.01)


def test_a_tail_is_taken_out_where_it_explains_the_sound() -> None:
    power = np.array([[1.0, 1.0], [0.5, 1.0]])
    tail = np.array([[0.0, 0.0], [0.4, 0.1]])
    assert subtract_tail(power, tail).tolist() == [[1.0, 1.0], [0.0, 0.9]]


def test_the_floor_is_what_noise_reaches_now_and_then() -> None:
    rest = np.full((1000, 1), 1e-6)
    rest[:100] = 1.0
    pauses = np.arange(1000) >= 100
    level = level_above(rest, np.array([1e-6]), is_pause=pauses)
    assert level.floor_db == pytest.approx(-60.0)
    assert level.db[0] == pytest.approx(0.0)
