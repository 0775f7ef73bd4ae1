from __future__ import annotations

import pytest

from sayback.analysis.suspect import mark_suspect
from sayback.speech import Region, Speech
from sayback.transcript import Transcript, Word

SPEECH = Speech((Region(1.0, 5.0),), 30.0)


def marks(*words: Word, speech: Speech | None = SPEECH) -> list[bool]:
    return [word.suspect for word in mark_suspect(Transcript(words), speech).words]


def test_words_over_silence_are_doubtful() -> None:
    assert marks(Word("Hello", 1.0, 1.4), Word("Thank", 12.0, 12.3), Word("you.", 12.3, 12.6)) == [
        False, True, True,
    ]  # fmt: skip


def test_a_word_that_is_off_by_a_tenth_of_a_second_is_not() -> None:
    assert marks(Word("So", 0.75, 0.95), Word("end.", 5.05, 5.2)) == [False, False]


def test_a_word_whose_time_runs_on_into_silence_is_not() -> None:
    assert marks(Word("end.", 4.8, 7.0)) == [False]


def test_a_long_word_with_hardly_any_speech_is() -> None:
    assert marks(Word("Subtitles", 5.0, 9.0)) == [True]


@pytest.mark.parametrize("word", [Word("Hello"), Word("Hello", 12.0)])
def test_nothing_is_known_against_a_word_without_times(word: Word) -> None:
    assert marks(word) == [False]


def test_nothing_is_known_without_a_mask() -> None:
    assert marks(Word("Hello", 12.0, 12.4), speech=None) == [False]


def test_what_was_doubtful_stays_so() -> None:
    assert marks(Word("Hello", 1.0, 1.4, suspect=True)) == [True]


def test_everything_is_doubtful_where_nobody_speaks() -> None:
    assert marks(Word("Hello", 1.0, 1.4), speech=Speech((), 3.0)) == [True]


def test_the_rest_of_the_transcript_is_kept() -> None:
    transcript = Transcript((Word("Hello", 12.0, 12.4, 0.9, opens_segment=True),), engine="x")
    marked = mark_suspect(transcript, SPEECH)
    assert marked.engine == "x"
    assert marked.words[0] == Word("Hello", 12.0, 12.4, 0.9, suspect=True, opens_segment=True)
