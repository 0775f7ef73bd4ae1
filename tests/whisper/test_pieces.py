from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayback.speech.regions import Region, Speech
from sayback.whisper.pieces import HARD_PIECE_S, cut_pieces


def speech_of(*spans, duration_s=None):
    regions = tuple(Region(start, end) for start, end in spans)
    return Speech(regions, duration_s if duration_s is not None else regions[-1].end_s)


def ends(pieces):
    return [(piece.start_s, piece.end_s) for piece in pieces]


def test_a_short_answer_is_one_piece_with_a_margin_of_silence():
    pieces = cut_pieces(speech_of((2.0, 5.0), (5.5, 9.0), duration_s=12.0))
    assert ends(pieces) == [(1.6, 9.4)]


def test_the_margin_ends_with_the_recording():
    assert ends(cut_pieces(speech_of((0.1, 5.0), duration_s=5.2))) == [(0.0, 5.2)]


def test_a_cut_lies_in_the_middle_of_the_silence():
    pieces = cut_pieces(speech_of((0.0, 12.0), (12.6, 24.0)))
    assert ends(pieces) == [(0.0, pytest.approx(12.3)), (pytest.approx(12.3), 24.0)]


def test_the_last_real_pause_that_fits_is_taken():
    speech = speech_of((0, 9), (9.6, 14), (14.6, 18), (18.2, 19.5), (19.7, 30))
    assert cut_pieces(speech)[0].end_s == pytest.approx(14.3)  # 9.3 is early, 18.1 no real pause


def test_without_a_real_pause_the_longest_silence_is_taken():
    speech = speech_of((0, 10), (10.3, 14), (14.1, 19), (19.1, 30))
    assert cut_pieces(speech)[0].end_s == pytest.approx(10.15)


def test_speech_without_any_silence_is_cut_at_28_seconds():
    pieces = cut_pieces(speech_of((0.0, 70.0)))
    assert ends(pieces) == [(0.0, 28.0), (28.0, 56.0), (56.0, 70.0)]


def test_no_piece_holds_a_long_silence():
    speech = speech_of((0.0, 4.0), (9.0, 12.0), duration_s=14.0)
    assert ends(cut_pieces(speech)) == [(0.0, 4.4), (8.6, 12.4)]


def test_a_word_or_two_at_the_end_stay_with_what_came_before():
    assert ends(cut_pieces(speech_of((0, 19.5), (20.2, 20.7)))) == [(0, 20.7)]


def test_a_word_after_a_long_silence_stays_apart():
    pieces = cut_pieces(speech_of((0, 15), (19.0, 19.5)))
    assert ends(pieces) == [(0, 15.4), (18.6, 19.5)]


def test_a_model_may_want_shorter_pieces():
    speech = speech_of(*((start, start + 3.4) for start in range(0, 40, 4)))
    assert all(piece.duration_s <= 9 for piece in cut_pieces(speech, piece_s=8))
    assert len(cut_pieces(speech, piece_s=8)) == 5


def test_silence_has_no_pieces():
    assert cut_pieces(Speech((), 30.0)) == ()


@st.composite
def speeches(draw):
    at, regions = draw(st.floats(0, 5)), []
    for _ in range(draw(st.integers(1, 25))):
        length = draw(st.floats(0.05, 40))
        regions.append(Region(at, at + length))
        at += length + draw(st.floats(0.08, 6))
    return Speech(tuple(regions), at)


@given(speeches(), st.floats(4, 25))
def test_pieces_are_ordered_disjoint_inside_short_enough_and_hold_all_speech(speech, piece_s):
    pieces = cut_pieces(speech, piece_s=piece_s)
    assert all(0 <= one.start_s < one.end_s <= speech.duration_s for one in pieces)
    assert all(one.end_s <= other.start_s + 1e-9 for one, other in pairwise(pieces))
    assert all(piece.duration_s <= HARD_PIECE_S + 1 for piece in pieces)
    heard = sum(speech.overlap_s(piece.start_s, piece.end_s) for piece in pieces)
    assert heard == pytest.approx(speech.phonation_s)
