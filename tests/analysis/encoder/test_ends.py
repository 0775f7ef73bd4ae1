"""Words without any mark are cut where most is gained, and long streams overlap by half."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayback.analysis.encoder.ends import best_cuts, end_logits, streams
from sayback.analysis.encoder.layout import CLS, MAX_TOKENS, SEP
from sayback.analysis.encoder.readout import COLUMNS, SENTENCE_ENDS


def test_words_stand_in_one_stream_and_end_at_their_last_tokens() -> None:
    (stream,) = streams([[1], [2, 3], [4]])
    assert stream.ids == (CLS, SEP, 1, 2, 3, 4, SEP)
    assert stream.places == (2, 4, 5)


def test_a_sentence_ends_where_that_gains() -> None:
    assert best_cuts([-1, 2, -1, -1, 3, -1, 9], max_words=30) == [(0, 1), (2, 4), (5, 6)]


def test_a_sentence_that_would_be_too_long_is_cut_where_it_costs_least() -> None:
    assert best_cuts([-5, -5, -1, -5, -5], max_words=4) == [(0, 2), (3, 4)]


def test_no_words_are_no_sentences() -> None:
    assert best_cuts([], max_words=30) == []


@given(st.lists(st.floats(-9, 9), min_size=1, max_size=90), st.integers(1, 30))
def test_every_word_is_in_one_sentence_of_bearable_length(gains: list[float], most: int) -> None:
    cuts = best_cuts(gains, max_words=most)
    assert [word for first, last in cuts for word in range(first, last + 1)] == [*range(len(gains))]
    assert all(last - first < most for first, last in cuts)


@given(st.lists(st.integers(0, 400), min_size=1, max_size=700))
def test_every_word_is_read_in_a_stream_that_the_encoder_can_hold(sizes: list[int]) -> None:
    found = streams([[7] * size for size in sizes])
    assert all(len(stream.ids) <= MAX_TOKENS for stream in found)
    read = {stream.first_word + k for stream in found for k in range(len(stream.places))}
    assert read == set(range(len(sizes)))


def test_a_word_is_judged_where_it_stands_most_central() -> None:
    found = streams([[7]] * 1200)
    outputs = [np.zeros((len(stream.ids), COLUMNS)) for stream in found]
    for number, numbers in enumerate(outputs):
        numbers[:, SENTENCE_ENDS] = number
    logits = end_logits(found, outputs)
    assert len(logits) == 1200
    assert logits.tolist() == sorted(logits.tolist())
    assert logits[0] == 0
    assert logits[-1] == len(found) - 1
    assert found[1].first_word == pytest.approx(len(found[0].places) / 2, abs=1)
