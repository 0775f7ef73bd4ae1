"""Which word is heard, and which filler comes next."""

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from sayback.transcript import Word
from sayback.tui.moments import SpokenWords, filler_stops, lead_in, next_stop, previous_stop
from tests.render import reports

WORDS = (Word("one", 1.0, 1.4), Word("two", 1.4, 1.8), Word("three", None, None), Word("4", 3, 4))
STOPS = (2.0, 5.0, 9.0)


def test_a_word_is_heard_from_its_start_to_its_end():
    spoken = SpokenWords(WORDS)

    assert [spoken.at(t) for t in (0.5, 1.0, 1.39, 1.4, 2.5, 3.5, 4.0)] == [
        None, 0, 0, 1, None, 3, None,
    ]  # fmt: skip


def test_words_without_times_are_never_heard():
    assert SpokenWords([dataclasses.replace(word, start_s=None) for word in WORDS]).at(1.2) is None


def test_next_and_previous_walk_through_the_stops():
    assert [next_stop(STOPS, t) for t in (0.0, 2.0, 5.5, 9.0)] == [2.0, 5.0, 9.0, None]
    assert [previous_stop(STOPS, t) for t in (9.3, 8.0, 5.2, 2.0)] == [5.0, 5.0, 2.0, None]


def test_going_back_soon_after_the_first_stop_plays_it_again():
    assert previous_stop(STOPS, 2.5) == 2.0


@given(st.lists(st.floats(0, 600), max_size=30), st.floats(0, 600))
def test_next_is_after_and_previous_is_before(stops, now_s):
    stops = sorted(stops)
    following, before = next_stop(stops, now_s), previous_stop(stops, now_s)

    assert following is None or (following > now_s and following in stops)
    assert before is None or (before < now_s and before in stops)


def test_every_filler_with_a_time_is_a_stop_a_little_before_it():
    report = reports.rich()
    starts = sorted(item.start for item in report.fillers.items)

    assert filler_stops(report) == tuple(lead_in(start) for start in starts)
    assert lead_in(0.1) == 0.0
