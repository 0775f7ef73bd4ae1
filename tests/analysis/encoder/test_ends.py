"""Words without any mark are cut where most is gained."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayback.analysis.encoder.ends import best_cuts, end_logits
from sayback.analysis.encoder.readout import COLUMNS, SENTENCE_ENDS
from sayback.analysis.encoder.streams import streams


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


def test_a_sentence_ends_at_a_word_whose_last_token_says_so() -> None:
    found = streams([[1], [2, 3], [4]])
    numbers = np.zeros((len(found[0].ids), COLUMNS))
    numbers[4, SENTENCE_ENDS] = 2.0
    assert end_logits(found, [numbers]).tolist() == [0.0, 2.0, 0.0]
