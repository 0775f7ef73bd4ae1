from __future__ import annotations

import pytest

from sayback.analysis.word_lengths import timed_words
from sayback.speech import Region, Speech
from sayback.transcript import Word

SPEECH = Speech((Region(0.0, 3.0), Region(4.0, 6.0)), 6.0)


def test_a_word_has_the_speech_under_it_and_the_speech_it_should_need() -> None:
    words = (
        Word("cat", 0.0, 0.3), Word("responsibility", 0.3, 1.4), Word("dog", 1.4, 1.7),
        Word("bed", 1.7, 2.6), Word("pig", 2.6, 4.2),
    )  # fmt: skip
    found = timed_words(words, SPEECH)
    assert [word.index for word in found] == [0, 1, 2, 3, 4]
    assert found[0].spoken_s == pytest.approx(0.3)
    assert found[4].spoken_s == pytest.approx(0.6)
    # Fourteen sounds against three, whatever the speaker's pace.
    assert found[1].expected_s / found[0].expected_s == pytest.approx(14 / 3, rel=0.01)


def test_expectations_follow_the_speakers_pace() -> None:
    texts = ("cat", "dog", "bed", "pig", "sun")
    quick = timed_words([Word(t, 0.15 * n, 0.15 * n + 0.15) for n, t in enumerate(texts)], SPEECH)
    slow = timed_words([Word(t, 0.4 * n, 0.4 * n + 0.4) for n, t in enumerate(texts)], SPEECH)
    # Times that grow with the letters alone were not measured: these words have three each.
    assert quick == slow == ()
    off = (0.0, 0.02, -0.03, 0.01, 0.02)
    slow = timed_words(
        [
            Word(t, 0.4 * n, 0.4 * n + 0.4 + d)
            for n, (t, d) in enumerate(zip(texts, off, strict=True))
        ],
        SPEECH,
    )
    assert slow[1].expected_s == pytest.approx(0.4, abs=0.03)


def test_the_word_before_a_pause_may_take_longer() -> None:
    words = (
        Word("cat", 1.5, 1.82), Word("dog", 1.82, 2.1), Word("bed", 2.1, 2.4),
        Word("pig", 2.4, 2.71), Word("sun", 2.71, 3.0),
    )  # fmt: skip
    found = timed_words(words, SPEECH)
    assert found[-1].expected_s > 1.3 * found[0].expected_s


def test_times_that_were_shared_out_by_letters_tell_nothing() -> None:
    words, at_s = [], 0.0
    for text in ("the", "quick", "brown", "fox", "jumps", "over", "lazy", "dogs"):
        words.append(Word(text, at_s, at_s + 0.08 * len(text)))
        at_s += 0.08 * len(text)
    assert timed_words(words, SPEECH) == ()


def test_doubtful_words_and_words_without_times_are_left_out() -> None:
    words = (
        Word("cat", 0.0, 0.3), Word("um", 0.3, 0.9, suspect=True), Word("dog"),
        Word("bed", 0.9, 1.3), Word("pig", 1.3, 1.65), Word("sun", 1.65, 2.2),
    )  # fmt: skip
    assert [word.index for word in timed_words(words, SPEECH)] == [0, 3, 4, 5]


def test_a_handful_of_words_is_too_few() -> None:
    assert timed_words((Word("cat", 0.0, 0.3), Word("dog", 0.3, 0.7)), SPEECH) == ()
