from __future__ import annotations

import numpy as np
import pytest

from evaluation.disturbances import add_noise, add_room, speech_rms
from evaluation.result import Accuracy, rate, share, wilson
from evaluation.synthetic_speech import RATE_HZ, Phrase, Voice, lay_out, speak, speech_edges


def burst(start_s: float, length_s: float, total_s: float) -> np.ndarray:
    time_s = np.arange(round(total_s * RATE_HZ)) / RATE_HZ
    inside = (time_s >= start_s) & (time_s < start_s + length_s)
    return (0.5 * np.sin(2 * np.pi * 500 * time_s) * inside).astype(np.float32)


def phrase(length_s: float) -> Phrase:
    samples = burst(0.1, length_s, length_s + 0.2)
    return Phrase(samples, *speech_edges(samples), words=(), syllables=1)


def test_edges_are_where_the_level_is_30_db_under_its_peak() -> None:
    start_s, end_s = speech_edges(burst(0.2, 0.5, 1.0))
    assert start_s == pytest.approx(0.2, abs=0.006)
    assert end_s == pytest.approx(0.7, abs=0.006)
    softer = burst(0.2, 0.5, 1.0) + np.float32(0.02) * burst(0.7, 0.2, 1.0)
    assert speech_edges(softer)[1] == pytest.approx(0.7, abs=0.006)


def test_silences_have_exactly_the_length_that_was_asked_for() -> None:
    passage = lay_out("x", [phrase(0.5), phrase(0.3), phrase(0.4)], silences_s=(0.6, 1.1))
    assert [end - start for start, end in passage.pauses] == pytest.approx([0.6, 1.1], abs=1e-3)
    for start_s, end_s in passage.pauses:
        middle = passage.samples[
            round((start_s + 0.02) * RATE_HZ) : round((end_s - 0.02) * RATE_HZ)
        ]
        assert np.abs(middle).max() < 0.5 * 10 ** (-30 / 20)
    assert passage.syllables == 3


def test_a_spoken_sentence_knows_its_words_and_syllables() -> None:
    spoken = speak("About four percent of the records failed.", Voice("en-us", 170))
    assert [word.text for word in spoken.words] == [
        "About", "four", "percent", "of", "the", "records", "failed.",
    ]  # fmt: skip
    assert spoken.syllables == 10
    starts = [word.start_s for word in spoken.words]
    assert starts == sorted(starts)
    assert spoken.words[0].start_s == pytest.approx(spoken.start_s, abs=0.05)
    assert spoken.words[-1].end_s == pytest.approx(spoken.end_s, abs=0.05)


@pytest.mark.parametrize("colour", ["white", "pink", "low"])
def test_noise_has_the_level_that_was_asked_for(colour: str) -> None:
    passage = lay_out("x", [phrase(0.5), phrase(0.5)], silences_s=(0.5,))
    random = np.random.default_rng(0)
    noise = add_noise(passage, snr_db=20, colour=colour, random=random) - passage.samples
    level = np.sqrt(np.mean(np.square(noise, dtype=np.float64)))
    assert 20 * np.log10(speech_rms(passage) / level) == pytest.approx(20, abs=0.1)


def test_a_room_dies_away_by_60_db_in_its_reverberation_time() -> None:
    click = np.zeros(RATE_HZ, dtype=np.float32)
    click[0] = 1.0
    answer = add_room(click, rt60_s=0.4, direct_db=0.0, random=np.random.default_rng(0))
    blocks = np.square(answer[:8000].reshape(-1, 400), dtype=np.float64).mean(axis=1)[1:15]
    slope = np.polyfit(np.arange(14) * 0.025, 10 * np.log10(blocks), 1)[0]
    assert -60 / slope == pytest.approx(0.4, rel=0.1)


def test_a_share_has_wilsons_interval() -> None:
    low, high = wilson(95, 100)
    assert (low, high) == (pytest.approx(0.888, abs=0.002), pytest.approx(0.978, abs=0.002))
    assert wilson(0, 0) == (0.0, 1.0)
    assert share("x", "y", 0, 20, target=">= 0.5").reached is False


def test_a_rate_has_an_interval_around_it() -> None:
    found = rate("x", "y", 3, 30.0, target="<= 0.3")
    assert found.value == pytest.approx(0.1)
    assert found.low < found.value < found.high
    assert found.reached is True
    assert Accuracy("x", "y", 1.0, 1.0, 1.0, 1, "").reached is None
