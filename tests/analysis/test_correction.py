"""Corrections as they are kept with a take."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayback.analysis.correction import (
    CORRECTION_KINDS,
    Correction,
    from_json,
    merged,
    of_filler,
    of_hesitation,
    of_part,
    of_word,
)
from sayback.analysis.report import Filler
from sayback.transcript import Transcript, Word

SAID = Transcript(tuple(map(Word, ("So", "you", "know", "we", "fixed", "fife", "bugs."))))


def test_a_correction_keeps_what_was_recognised_and_what_is_right():
    assert of_word(SAID, 5, " five ").as_json() == {
        "kind": "word", "words": [5], "was": "fife", "now": "five",
    }  # fmt: skip
    assert of_filler(SAID, [1, 2], "marker").was == "you know"
    assert of_part(SAID, 0, 6, "A").was == SAID.text


def test_a_word_that_nobody_said_has_no_right_text():
    assert of_word(SAID, 5, "").now is None


def test_it_holds_only_where_the_words_are_still_the_same():
    five = of_word(SAID, 5, "five")
    shorter = Transcript(SAID.words[:3])
    otherwise = Transcript((*SAID.words[:5], Word("nine"), SAID.words[6]))

    assert [five.fits(words) for words in (SAID, shorter, otherwise)] == [True, False, False]


def test_of_two_corrections_of_one_place_the_later_counts():
    first, second, other = (
        of_word(SAID, 5, "nine"),
        of_word(SAID, 5, "five"),
        of_word(SAID, 6, "x"),
    )

    assert merged([first, other], [second]) == (second, other)


def test_a_denied_hesitation_has_times():
    item = Filler("possible", "um?", (), 9.1, 9.5, 0.6)

    assert of_hesitation(item).as_json() == {
        "kind": "hesitation", "start": 9.1, "end": 9.5, "now": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    "record",
    [
        {},
        {"kind": "spelling", "words": [1], "was": "a", "now": "b"},
        {"kind": "part", "words": [0, 3], "was": "a", "now": "X"},
        {"kind": "filler", "words": [0], "was": "a", "now": "possible"},
        {"kind": "word", "words": [], "was": "a", "now": "b"},
        {"kind": "word", "words": [-1], "was": "a", "now": "b"},
        {"kind": "word", "words": "??", "was": "a", "now": "b"},
        {"kind": "hesitation", "start": None, "end": 2, "now": None},
        "text",
    ],
)
def test_what_is_not_understood_is_left_out(record):
    assert from_json([record]) == ()


texts = st.text("abc ", min_size=1).filter(str.strip)
spans = st.lists(st.integers(0, 500), min_size=1, max_size=4).map(tuple)
corrections = st.one_of(
    st.builds(Correction, st.just("word"), spans, texts, st.none() | texts),
    st.builds(Correction, st.just("filler"), spans, texts, st.sampled_from([None, "marker"])),
    st.builds(Correction, st.just("part"), spans, texts, st.sampled_from("STARO")),
    st.builds(
        lambda start, end: Correction("hesitation", start=start, end=end),
        st.floats(0, 900), st.floats(0, 900),
    ),
)  # fmt: skip


@given(st.lists(corrections))
def test_what_is_written_is_read_again(found):
    assert from_json([one.as_json() for one in found]) == tuple(found)
    assert {one.kind for one in found} <= set(CORRECTION_KINDS)
