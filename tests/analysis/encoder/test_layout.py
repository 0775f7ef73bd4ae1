"""How answers are laid out as tokens, in one window or in several that overlap by half."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayback.analysis.encoder.layout import (
    CLS,
    CONTINUES,
    MAX_SENTENCE_TOKENS,
    MAX_TOKENS,
    SEP,
    central_window,
    windows,
)

sentences = st.lists(
    st.integers(1, 140).map(lambda count: [7] * count), min_size=1, max_size=120
)  # fmt: skip


def test_a_short_answer_is_one_window_with_a_separator_after_every_sentence() -> None:
    (window,) = windows([5, 6], [[1], [2, 3]])
    assert window.ids == (CLS, 5, 6, SEP, 1, SEP, 2, 3, SEP)
    assert window.spans == ((4, 5), (6, 8))
    assert all(window.ids[separator] == SEP for _, separator in window.spans)


def test_nothing_said_is_no_window() -> None:
    assert windows([5], []) == ()


def test_of_a_sentence_without_end_its_beginning_and_its_end_are_read() -> None:
    (window,) = windows([], [list(range(1000, 1000 + 3 * MAX_SENTENCE_TOKENS))])
    first, separator = window.spans[0]
    assert separator - first == MAX_SENTENCE_TOKENS
    assert window.ids[first] == 1000
    assert window.ids[separator - 1] == 1000 + 3 * MAX_SENTENCE_TOKENS - 1


def test_windows_of_a_long_answer_overlap_by_half_and_say_that_they_continue() -> None:
    found = windows([5], [[7] * 19] * 60)
    assert len(found) > 2
    for one, following in pairwise(found):
        shared = one.first_sentence + len(one.spans) - following.first_sentence
        assert shared == pytest.approx(len(one.spans) / 2, abs=1)
        assert following.ids[1:6] == (5, *CONTINUES, SEP)
    assert found[0].ids[:3] == (CLS, 5, SEP)


def test_a_sentence_is_read_where_it_stands_most_central() -> None:
    found = windows([], [[7] * 19] * 60)
    chosen = [central_window(found, sentence) for sentence in range(60)]
    assert chosen == sorted(chosen)
    assert set(chosen) == set(range(len(found)))
    middle = found[1].first_sentence + len(found[1].spans) // 2
    assert chosen[middle] == 1


@given(sentences, st.integers(0, 60))
def test_every_sentence_is_in_a_window_that_the_encoder_can_hold(
    given_sentences: list[list[int]], question: int
) -> None:
    found = windows([5] * question, given_sentences)
    assert all(len(window.ids) <= MAX_TOKENS for window in found)
    assert all(window.spans for window in found)
    for sentence in range(len(given_sentences)):
        window = found[central_window(found, sentence)]
        first, separator = window.spans[sentence - window.first_sentence]
        length = min(len(given_sentences[sentence]), MAX_SENTENCE_TOKENS)
        assert separator - first == length
        assert window.ids[separator] == SEP
