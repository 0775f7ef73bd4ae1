"""The shipped demo model does what its card says, on speech that it never heard in training."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from demo_model import answers, demo_text, noise
from demo_model.evaluate import Recogniser
from demo_model.score import Score
from demo_model.speech import SAMPLE_RATE_HZ, Manner

FOLDER = Path(__file__).parents[2] / "src/sayback/whisper/demo"


@pytest.fixture(scope="module")
def recogniser() -> Recogniser:
    return Recogniser(FOLDER, threads=2)


def test_it_is_at_most_6_mb_and_has_a_card() -> None:
    files = {path.name: path.stat().st_size for path in FOLDER.iterdir()}

    assert {
        "README.md",
        "config.json",
        "model.bin",
        "preprocessor_config.json",
        "tokenizer.json",
        "vocabulary.json",
    } == set(files)
    assert sum(files.values()) <= 6_000_000
    card = (FOLDER / "README.md").read_text("utf-8")
    assert "only Sayback's own synthetic voice" in card
    assert "word error" in card


def test_it_writes_down_the_demos_answers(recogniser: Recogniser) -> None:
    score = Score()

    for answer in demo_text.demo_answers():
        spoken = answers.speak_demo(answer, Manner("en-us", 163, 45))
        score.add(list(spoken.words), recogniser.words(spoken.samples))

    assert score.word_error <= 0.05
    assert score.filled_recall >= 0.9
    assert score.starts_on_time >= 0.9


def test_it_writes_down_random_answers_with_noise(recogniser: Recogniser) -> None:
    score = Score()

    for seed in range(3):
        spoken = answers.test_answer(seed)
        score.add(list(spoken.words), recogniser.words(spoken.samples))

    assert score.words > 200
    assert score.word_error <= 0.08


@pytest.mark.parametrize("kind", ("silence", *noise.KINDS))
def test_it_hears_no_words_where_nobody_speaks(recogniser: Recogniser, kind: str) -> None:
    if kind == "silence":
        samples = np.zeros(8 * SAMPLE_RATE_HZ, np.float32)
    else:
        samples = 0.02 * noise.make(kind, 8.0, seed=77)

    assert recogniser.words(samples) == []
    assert recogniser.words_without_mask(samples) == []
