"""Which word is heard, and which filler comes next."""

import dataclasses
from itertools import groupby

from hypothesis import given
from hypothesis import strategies as st

from sayback.render.words_marked import mark_words
from sayback.thresholds import Thresholds
from sayback.transcript import Word
from sayback.tui.moments import (
    SpokenWords,
    filler_stops,
    filler_stretches,
    lead_in,
    next_stop,
    part_stops,
    pause_stops,
    previous_stop,
    sentence_at,
)
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


def test_every_filler_is_a_stop_where_it_starts():
    report = reports.rich()

    assert filler_stops(report) == tuple(sorted(item.start for item in report.fillers.items))


def test_fillers_alone_are_each_heard_with_a_little_around_them():
    stretches = filler_stretches(reports.rich())
    items = sorted(reports.rich().fillers.items, key=lambda item: item.start)

    assert len(stretches) == len(items)
    assert stretches[0] == (items[0].start - 0.2, items[0].end + 0.2)


def test_long_pauses_are_heard_from_a_little_before_them():
    report = reports.rich()
    long = [pause for pause in report.pauses.items if pause.duration_s >= 1.0]

    assert pause_stops(report, Thresholds()) == tuple(lead_in(pause.start) for pause in long)
    assert lead_in(0.1) == 0.0


def test_every_part_of_the_story_is_a_stop_where_it_starts():
    sentences = reports.rich().star.sentences

    assert part_stops(reports.rich())[0] == sentences[0].start
    assert len(part_stops(reports.rich())) == len([*groupby(s.part for s in sentences)])


def test_where_star_does_not_apply_there_is_no_part_to_go_to():
    assert part_stops(reports.system_design()) == ()


def test_in_a_pause_the_word_begun_last_is_the_one_to_act_on():
    spoken = SpokenWords(WORDS)

    assert [spoken.last_by(t) for t in (0.0, 1.2, 2.5, 9.0)] == [0, 0, 1, 3]
    assert SpokenWords(()).last_by(1.0) is None


def test_a_sentence_is_found_by_each_of_its_words():
    sentences = mark_words(reports.rich())
    second = sentences[1]

    assert {sentence_at(sentences, word.index) for word in second.words} == {second}
    assert sentence_at(sentences, 10_000) is None
