from __future__ import annotations

import pytest

from sayback.analysis.pace import measure_pace
from sayback.analysis.report import Pace
from sayback.speech import Region, Speech
from sayback.thresholds import Thresholds
from sayback.transcript import Transcript, Word


def steady_words(count: int, *, first_s: float = 2.0, each_s: float = 0.4) -> Transcript:
    starts = [first_s + number * each_s for number in range(count)]
    return Transcript(tuple(Word("water", start, start + each_s) for start in starts))


def one_stretch(length_s: float, *, start_s: float = 2.0) -> Speech:
    return Speech((Region(start_s, start_s + length_s),), start_s + length_s + 1.0)


def test_words_a_minute_are_counted_from_first_to_last_speech() -> None:
    pace = measure_pace(steady_words(75), speech=one_stretch(30.0))
    assert pace.words == 75
    assert pace.wpm == pytest.approx(150.0)
    assert pace.time_to_first_word_s == pytest.approx(2.0)


def test_articulation_counts_syllables_in_the_time_without_pauses() -> None:
    speech = Speech((Region(0.0, 10.0), Region(12.0, 22.0)), 22.0)
    pace = measure_pace(steady_words(50, first_s=0.0), speech=speech)
    assert pace.articulation_sps == pytest.approx(100 / 20)
    assert pace.phonation_ratio == pytest.approx(20 / 22)
    assert pace.mean_run_syllables == pytest.approx(50.0)


def test_filled_pauses_are_no_words_but_syllables() -> None:
    words = (*steady_words(49).words, Word("um", 21.6, 22.0))
    pace = measure_pace(Transcript(words), speech=one_stretch(20.0), filled=frozenset({49}))
    assert pace.words == 49
    assert pace.articulation_sps == pytest.approx(99 / 20)


def test_suspect_words_count_nowhere() -> None:
    invented = Word("thanks for watching", 21.6, 22.0, suspect=True)
    pace = measure_pace(Transcript((*steady_words(50).words, invented)), speech=one_stretch(20.0))
    assert pace.words == 50
    assert pace.articulation_sps == pytest.approx(5.0)


@pytest.mark.parametrize(
    ("each_s", "verdict"),
    [(0.6, "slow"), (0.5, "measured"), (0.4, "target"), (0.32, "brisk"), (0.25, "fast")],
)
def test_the_verdict_follows_the_bands(each_s: float, verdict: str) -> None:
    words = steady_words(round(60 / each_s), each_s=each_s)
    assert measure_pace(words, speech=one_stretch(60.0)).verdict == verdict


def test_a_band_begins_at_its_limit() -> None:
    assert measure_pace(steady_words(55), speech=one_stretch(30.0)).verdict == "measured"


def test_too_little_speech_or_too_few_words_get_no_verdict() -> None:
    assert measure_pace(steady_words(45), speech=one_stretch(19.9)).verdict is None
    assert measure_pace(steady_words(39), speech=one_stretch(30.0)).verdict is None
    assert measure_pace(steady_words(40), speech=one_stretch(20.0)).verdict == "measured"


def test_the_curve_gives_the_pace_of_15_s_around_each_point() -> None:
    slow = [Word("a", 1.0 + t, 1.5 + t) for t in range(15)]
    fast = [Word("a", 16.0 + t / 2, 16.4 + t / 2) for t in range(30)]
    pace = measure_pace(Transcript((*slow, *fast)), speech=one_stretch(30.0, start_s=1.0))
    assert [point.t for point in pace.curve] == [8.5, 13.5, 18.5, 23.5]
    assert pace.curve[0].wpm == pytest.approx(60.0)
    assert pace.curve[-1].wpm == pytest.approx(120.0)


def test_the_curve_leaves_the_recorders_pauses_out() -> None:
    words = tuple(Word("a", t, t + 0.5) for t in (*range(0, 10), *range(15, 25)))
    speech = Speech((Region(0.0, 10.0), Region(15.0, 25.0)), 25.0)
    pace = measure_pace(Transcript(words), speech=speech, cuts=(12.0,))
    assert pace.wpm == pytest.approx(60.0)
    assert pace.curve[0].wpm == pytest.approx(60.0)


def test_without_word_times_there_is_a_rate_but_no_curve() -> None:
    words = Transcript(tuple(Word("water") for _ in range(75)), status="imported")
    pace = measure_pace(words, speech=one_stretch(30.0))
    assert pace.wpm == pytest.approx(150.0)
    assert pace.curve == ()


def test_without_audio_only_the_words_are_known() -> None:
    assert measure_pace(steady_words(75), speech=None) == Pace(words=75)


def test_without_speech_only_the_words_are_known() -> None:
    assert measure_pace(Transcript(()), speech=Speech((), 5.0)) == Pace(words=0)


def test_while_the_transcript_is_pending_the_syllables_are_those_heard() -> None:
    pace = measure_pace(Transcript.pending(), speech=one_stretch(10.0), heard_syllables=45)
    assert (pace.words, pace.wpm, pace.verdict, pace.curve) == (None, None, None, ())
    assert pace.articulation_sps == pytest.approx(4.5)
    assert pace.mean_run_syllables == pytest.approx(45.0)


def test_thresholds_can_be_changed() -> None:
    pace = measure_pace(
        steady_words(75), speech=one_stretch(30.0), thresholds=Thresholds(wpm_target=140.0)
    )
    assert pace.verdict == "brisk"
