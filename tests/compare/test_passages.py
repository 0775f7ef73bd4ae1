"""Aligned words in pieces of about a sentence, with their places in both takes."""

from sayback.compare.passages import passages
from sayback.transcript import Transcript
from tests.library.made_takes import words


def told(a: str, b: str):
    """Return the passages as (kinds, start in A, start in B)."""
    found = passages(Transcript(words(a)), Transcript(words(b)))
    return [
        (" ".join(s.kind for s in p.stretches), p.a_s and p.a_s[0], p.b_s and p.b_s[0])
        for p in found
    ]


def test_what_is_the_same_is_cut_after_each_sentence():
    text = "We lost a client. I called him. He came back."

    assert told(text, text) == [("both", 0.0, 0.0), ("both", 2.0, 2.0), ("both", 3.5, 3.5)]


def test_a_sentence_that_only_one_tells_stands_where_the_other_would_have_told_it():
    a = "We lost a client. I called him. He came back."
    b = "We lost a client. He came back."

    assert told(a, b) == [("both", 0.0, 0.0), ("only_a", 2.0, 2.0), ("both", 3.5, 2.0)]
    assert told(b, a) == [("both", 0.0, 0.0), ("only_b", 2.0, 2.0), ("both", 2.0, 3.5)]


def test_a_sentence_told_elsewhere_has_its_own_place_in_both():
    a = "We lost one order in a hundred. I wrote a small script. Then the sale began at noon."
    b = "I wrote a small script. We lost one order in a hundred. Then the sale began at noon."

    assert told(a, b) == [("both", 0.0, 2.5), ("moved", 3.5, 0.0), ("both", 6.0, 6.0)]


def test_without_times_there_is_no_place():
    (found,) = passages(Transcript.pending().with_words(words("")[:0]), Transcript(words("Yes.")))

    assert (found.a_s, found.b_s) == (None, (0.0, 0.4))
