"""A word begins where speech begins, not in the silence before it."""

from __future__ import annotations

from sayback.speech.regions import Region, Speech
from sayback.transcript.model import Word
from sayback.whisper.onsets import begin_in_speech

SPEECH = Speech((Region(1.0, 2.0), Region(3.0, 4.0)), duration_s=5.0)


def start_of(start_s: float, end_s: float) -> float | None:
    [word] = begin_in_speech([Word("word", start_s, end_s)], speech=SPEECH)
    assert word.end_s == end_s
    return word.start_s


def test_a_start_in_silence_moves_to_the_speech_that_the_word_reaches_into() -> None:
    assert start_of(0.6, 1.4) == 1.0
    assert start_of(2.3, 3.5) == 3.0


def test_a_start_within_speech_stays() -> None:
    assert start_of(1.2, 1.4) == 1.2
    assert start_of(1.0, 3.2) == 1.0


def test_a_word_in_silence_as_a_whole_stays() -> None:
    assert start_of(2.2, 2.8) == 2.2
    assert start_of(4.2, 4.8) == 4.2


def test_a_word_without_times_stays() -> None:
    word = Word("word", None, None)

    assert begin_in_speech([word], speech=SPEECH) == [word]
