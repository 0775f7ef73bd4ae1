from __future__ import annotations

import pytest

from sayback.analysis.pause_figures import measure_pauses
from sayback.analysis.report import Pauses
from sayback.speech import Region, Speech
from sayback.thresholds import Thresholds
from sayback.transcript import Transcript, Word

SPEECH = Speech((Region(1.0, 3.0), Region(3.5, 7.0), Region(8.5, 11.0)), 12.0)
NO_WORDS = Transcript.pending()


def test_pauses_lie_between_first_and_last_speech() -> None:
    pauses = measure_pauses(SPEECH, transcript=NO_WORDS)
    assert [(pause.start, pause.end) for pause in pauses.items] == [(3.0, 3.5), (7.0, 8.5)]
    assert pauses.count == 2
    assert pauses.per_minute == pytest.approx(12.0)
    assert pauses.mean_s == pytest.approx(1.0)
    assert pauses.longest_s == pytest.approx(1.5)
    assert pauses.long_count == 1


def test_speech_without_a_pause_has_none_and_no_mean() -> None:
    pauses = measure_pauses(Speech((Region(1.0, 9.0),), 10.0), transcript=NO_WORDS)
    assert (pauses.count, pauses.per_minute, pauses.long_count) == (0, 0.0, 0)
    assert (pauses.mean_s, pauses.longest_s) == (None, None)


@pytest.mark.parametrize("speech", [None, Speech((), 10.0)])
def test_without_speech_nothing_is_known(speech: Speech | None) -> None:
    assert measure_pauses(speech, transcript=NO_WORDS) == Pauses()


def test_the_recorders_pauses_are_none_of_the_speakers() -> None:
    pauses = measure_pauses(SPEECH, transcript=NO_WORDS, cuts=(8.0,))
    assert pauses.count == 1
    assert pauses.per_minute == pytest.approx(60 / 8.5)


def test_what_counts_as_a_pause_can_be_changed() -> None:
    assert (
        measure_pauses(SPEECH, transcript=NO_WORDS, thresholds=Thresholds(pause_s=1.0)).count == 1
    )


def placed(*words: Word) -> list[str | None]:
    found = measure_pauses(SPEECH, transcript=Transcript(words))
    return [pause.place for pause in found.items]


@pytest.mark.parametrize("mark", [".", ",", "?", "!", '."', "…"])
def test_a_pause_after_a_mark_is_a_boundary(mark: str) -> None:
    assert placed(
        Word("well" + mark, 1.0, 3.0), Word("then", 3.5, 7.0), Word("we", 8.5, 11.0)
    ) == ["boundary", "mid_clause"]  # fmt: skip


def test_a_pause_between_a_recognisers_segments_is_a_boundary() -> None:
    assert placed(
        Word("so", 1.0, 3.0), Word("then", 3.5, 7.0), Word("we", 8.5, 11.0, opens_segment=True)
    ) == ["mid_clause", "boundary"]  # fmt: skip


def test_a_word_that_swallows_the_pause_after_it_still_comes_before_it() -> None:
    assert placed(
        Word("done.", 1.0, 3.5), Word("then", 3.5, 8.5), Word("we", 8.5, 11.0)
    ) == ["boundary", "mid_clause"]  # fmt: skip


def test_a_word_that_swallows_the_pause_before_it_still_comes_after_it() -> None:
    assert placed(
        Word("done.", 1.0, 3.0), Word("then", 3.0, 7.0), Word("we", 7.0, 11.0)
    ) == ["boundary", "mid_clause"]  # fmt: skip


def test_without_word_times_a_pause_has_no_place() -> None:
    assert placed(Word("done."), Word("then")) == [None, None]


def test_doubtful_words_place_no_pause() -> None:
    assert placed(Word("done.", 1.0, 3.0, suspect=True)) == [None, None]


def test_a_pause_before_the_first_or_after_the_last_word_breaks_no_clause() -> None:
    assert placed(Word("then", 8.5, 9.0), Word("we", 9.0, 11.0)) == ["boundary", "boundary"]
    assert placed(Word("so", 1.0, 2.0), Word("then", 2.0, 3.0)) == ["boundary", "boundary"]
