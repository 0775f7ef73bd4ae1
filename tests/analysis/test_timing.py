from __future__ import annotations

import pytest

from sayback.analysis.timing import cut_gaps, per_minute, phonation_time_s, speaking_time_s
from sayback.speech import Region, Speech

SPEECH = Speech((Region(1.0, 2.0), Region(2.1, 3.0), Region(4.0, 6.0), Region(9.0, 10.0)), 12.0)


def test_speaking_time_runs_from_first_to_last_speech() -> None:
    assert speaking_time_s(SPEECH) == pytest.approx(9.0)


def test_a_gap_in_which_the_recorder_was_paused_is_taken_out_whole() -> None:
    assert cut_gaps(SPEECH, (7.5,)) == (Region(6.0, 9.0),)
    assert speaking_time_s(SPEECH, (7.5,)) == pytest.approx(6.0)


def test_two_cuts_in_one_gap_take_it_out_once() -> None:
    assert speaking_time_s(SPEECH, (7.0, 8.0)) == pytest.approx(6.0)


def test_a_cut_while_somebody_speaks_or_before_and_after_takes_nothing_out() -> None:
    assert speaking_time_s(SPEECH, (0.5, 5.0, 11.0)) == pytest.approx(9.0)


def test_phonation_leaves_pauses_out_and_keeps_the_closures_of_consonants() -> None:
    assert phonation_time_s(SPEECH, pause_s=0.25) == pytest.approx(5.0)
    assert phonation_time_s(SPEECH, pause_s=0.25, cuts=(7.5,)) == pytest.approx(5.0)


def test_without_speech_there_is_no_time() -> None:
    nothing = Speech((), 5.0)
    assert speaking_time_s(nothing) == 0.0
    assert phonation_time_s(nothing, pause_s=0.25) == 0.0


def test_a_rate_per_minute_needs_time() -> None:
    assert per_minute(3, 30.0) == pytest.approx(6.0)
    assert per_minute(3, 0.0) is None
