"""Words stand in one stream of tokens; long ones go through passes that overlap by half."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayback.analysis.encoder.layout import CLS, MAX_TOKENS, SEP
from sayback.analysis.encoder.streams import at_most_central, spread, streams


def test_words_stand_in_one_stream_with_their_first_and_last_tokens() -> None:
    (stream,) = streams([[1], [2, 3], [4]])
    assert stream.ids == (CLS, SEP, 1, 2, 3, 4, SEP)
    assert stream.spans == ((2, 2), (3, 4), (5, 5))


@given(st.lists(st.integers(0, 400), min_size=1, max_size=700), st.sampled_from([64, MAX_TOKENS]))
def test_every_word_is_read_in_a_stream_that_the_encoder_can_hold(
    sizes: list[int], most: int
) -> None:
    found = streams([[7] * size for size in sizes], max_tokens=most)
    assert all(len(stream.ids) <= most for stream in found)
    read = {stream.first_word + k for stream in found for k in range(len(stream.spans))}
    assert read == set(range(len(sizes)))


def test_its_first_or_its_last_token_speaks_for_a_word() -> None:
    found = streams([[1], [2, 3], [4]])
    numbers = np.arange(len(found[0].ids), dtype=np.float64)[:, None]
    assert at_most_central(found, [numbers], last=False)[:, 0].tolist() == [2, 3, 5]
    assert at_most_central(found, [numbers], last=True)[:, 0].tolist() == [2, 4, 5]


def test_a_word_is_judged_where_it_stands_most_central() -> None:
    found = streams([[7]] * 1200)
    outputs = [np.full((len(stream.ids), 2), float(k)) for k, stream in enumerate(found)]
    rows = at_most_central(found, outputs, last=True)
    assert rows.shape == (1200, 2)
    assert rows[:, 0].tolist() == sorted(rows[:, 0].tolist())
    assert rows[0, 0] == 0
    assert rows[-1, 0] == len(found) - 1
    assert found[1].first_word == pytest.approx(len(found[0].spans) / 2, abs=1)


def test_each_token_gets_the_marks_of_its_word():
    stream = streams([[7], [8, 9]], max_tokens=32)[0]

    found = spread(np.array([[1, 0], [0, 1]], np.float32), stream)

    assert found.tolist() == [[0, 0], [0, 0], [1, 0], [0, 1], [0, 1], [0, 0]]


def test_a_later_pass_gets_the_marks_of_its_own_words():
    marks = np.arange(20, dtype=np.float32)[:, None]

    for stream in streams([[7]] * 20, max_tokens=13):
        found = spread(marks, stream)
        first, last = stream.spans[0][0], stream.spans[-1][0]
        assert found[first, 0] == stream.first_word
        assert found[last, 0] == stream.first_word + len(stream.spans) - 1
