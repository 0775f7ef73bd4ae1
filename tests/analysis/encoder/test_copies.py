"""Copy marks: where a word is said again, how far on, and what lies between."""

from __future__ import annotations

import numpy as np
import pytest

from sayback.analysis.encoder.copies import MARKS, REACH, copy_marks

NEXT, LAST, WITHIN = 0, REACH, 2 * REACH
IN_A_ROW, BEGINS_NEXT, FILLED = range(3 * REACH, MARKS)


def marked(said):
    """Return for each word the columns of its marks."""
    return [set(np.flatnonzero(row).tolist()) for row in copy_marks(said.split())]


def test_fluent_words_have_no_mark():
    assert marked("We moved the shop in spring.") == [set()] * 6


def test_a_word_said_twice_points_on_and_back():
    the, again, shop = marked("the the shop")

    assert the == {NEXT, WITHIN}
    assert again == {LAST}
    assert shop == set()


def test_a_copy_of_two_words_is_two_away_and_in_a_row():
    the, time, *_ = marked("the time the time and")

    assert the == {NEXT + 1, WITHIN + 1, IN_A_ROW}
    assert time == {NEXT + 1, WITHIN + 1}


def test_what_lies_before_a_new_start_is_within_it():
    """I just write, I wrote: all three words before the second "I" may be given up."""
    assert [WITHIN + 2 in marks for marks in marked("i just write i wrote")] == [
        True, True, True, False, False,
    ]  # fmt: skip


def test_of_two_stretches_the_shorter_one_counts():
    """In "we saw the the we" the nearer return is the likelier one."""
    marks = marked("we saw the the we")

    assert WITHIN in marks[2]
    assert WITHIN + 3 not in marks[2]
    assert WITHIN + 3 in marks[1]


def test_filled_pauses_are_no_distance():
    the, um, again = marked("the, um, the")

    assert NEXT in the
    assert um == {FILLED}
    assert LAST in again


def test_capitals_marks_and_short_forms_are_the_same_word():
    assert NEXT in marked("It's it was")[0]
    assert NEXT in marked("The, the")[0]


@pytest.mark.parametrize(("said", "begins"), [("cus- customer", True), ("cat customer", False)])
def test_a_word_may_begin_the_next_one(said, begins):
    assert (BEGINS_NEXT in marked(said)[0]) == begins


def test_what_is_said_again_much_later_is_no_copy():
    said = " ".join(["once", *[f"word{k}" for k in range(REACH)], "once"])

    assert marked(said)[0] == set()


def test_no_words_no_marks():
    assert copy_marks([]).shape == (0, MARKS)
