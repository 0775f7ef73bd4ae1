"""The demo model's speech: words labelled with the moment they are heard."""

from __future__ import annotations

import random

import numpy as np
import pytest

from demo_model import answers, noise, speech
from demo_model.speech import SAMPLE_RATE_HZ, Manner

PLAIN = Manner("en-us", 160, 50)


def test_every_written_word_gets_a_time_even_where_the_voice_runs_words_together() -> None:
    made = speech.speak("I was | one of the cooks of the 42 teams, um, at the store.", PLAIN)

    texts = _words_of("I was one of the cooks of the 42 teams, um, at the store.")
    starts = [word.start_s for word in made.words]
    assert [word.text for word in made.words] == texts
    assert starts == sorted(set(starts))
    assert all(word.end_s > word.start_s for word in made.words)


def test_an_unwritten_pause_is_silent_and_belongs_to_no_word() -> None:
    made = speech.speak("We stopped | there.", PLAIN)

    [(start_s, end_s)] = made.silences
    stopped, there = made.words[1], made.words[2]
    middle = made.samples[_at(start_s + 0.03) : _at(end_s - 0.03)]
    assert stopped.end_s <= start_s + 0.01
    assert there.start_s >= end_s - 0.03
    assert np.abs(middle).max() < 0.02


def test_resampling_keeps_a_tone_and_its_length() -> None:
    rate = 22_050
    tone = np.sin(2 * np.pi * 1000 * np.arange(rate) / rate).astype(np.float32)

    out = speech.resample(tone, rate)

    expected = np.sin(2 * np.pi * 1000 * np.arange(SAMPLE_RATE_HZ) / SAMPLE_RATE_HZ)
    inner = slice(200, -200)
    assert len(out) == SAMPLE_RATE_HZ
    assert np.abs(out[inner] - expected[inner]).max() < 0.02


def test_training_never_uses_a_speed_or_pitch_of_the_tests() -> None:
    rng = random.Random(1)
    manners = [speech.training_manner(rng) for _ in range(3_000)]

    for rate in speech.TEST_RATES_WPM:
        assert min(abs(manner.rate_wpm - rate) for manner in manners) > 2
    for pitch in speech.TEST_PITCHES:
        assert min(abs(manner.pitch - pitch) for manner in manners) > 1


def test_a_test_answer_lasts_20_to_90_s_and_labels_its_words_in_order() -> None:
    made = answers.test_answer(3)

    starts = [word.start_s for word in made.words]
    assert 19.0 <= made.duration_s <= 90.0
    assert starts == sorted(starts)
    assert starts[-1] < made.duration_s


@pytest.mark.parametrize("kind", noise.KINDS)
def test_noise_has_unit_power_whatever_its_kind(kind: str) -> None:
    made = noise.make(kind, 2.0, seed=5)

    assert len(made) == 2 * SAMPLE_RATE_HZ
    assert np.mean(made**2) == pytest.approx(1.0, rel=1e-3)


def _words_of(sentence: str) -> list[str]:
    return sentence.split(" ")


def _at(seconds: float) -> int:
    return round(seconds * SAMPLE_RATE_HZ)
