"""Words of two takes, aligned by what they say."""

from hypothesis import given
from hypothesis import strategies as st

from sayback.compare.alignment import align
from sayback.transcript import Word
from tests.library.made_takes import words


def told(a: str, b: str):
    """Return the stretches as (kind, text of A, text of B)."""
    first, second = words(a), words(b)

    def text(of, span):
        return " ".join(w.text for w in of[span[0] : span[1] + 1]) if span else None

    return [(s.kind, text(first, s.a), text(second, s.b)) for s in align(first, second)]


def test_the_same_words_are_one_stretch_whatever_their_case_and_punctuation():
    assert told("So, we found it.", "so we found It") == [
        ("both", "So, we found it.", "so we found It")
    ]


def test_a_word_that_was_cut_out_is_all_that_differs():
    assert told("So um we found the cause.", "So we found the cause.") == [
        ("both", "So", "So"),
        ("only_a", "um", None),
        ("both", "we found the cause.", "we found the cause."),
    ]


def test_one_of_two_equal_words_is_all_that_differs():
    found = told("I saw that they they were late.", "I saw that they were late.")

    assert [s for s in found if s[0] != "both"] == [("only_a", "they", None)]


def test_other_words_stand_beside_those_in_whose_place_they_are():
    assert told("we fixed the old queue today", "we fixed the broken network today") == [
        ("both", "we fixed the", "we fixed the"),
        ("only_a", "old queue", None),
        ("only_b", None, "broken network"),
        ("both", "today", "today"),
    ]


def test_a_sentence_told_at_another_place_is_found_there():
    a = "We lost one order in a hundred. I wrote a small script. Then the sale began at noon."
    b = "I wrote a small script. We lost one order in a hundred. Then the sale began at noon."

    found = told(a, b)

    assert [kind for kind, _, _ in found] == ["both", "moved", "both"]
    assert found[1] == ("moved", "I wrote a small script.", "I wrote a small script.")


def test_small_words_that_agree_between_other_words_are_chance():
    a = "Customers waited long for the parcels in every region"
    b = "Nobody trusted reports for the quarter because of numbers"

    assert [kind for kind, _, _ in told(a, b)] == ["only_a", "only_b"]


def test_a_telling_word_between_other_words_is_no_chance():
    found = told("Nobody saw the incident coming up", "That big incident took hours")

    assert ("both", "incident", "incident") in found


def test_what_was_never_surely_said_is_in_no_stretch():
    a = (*words("We won."), Word("Thank", 2.0, 2.2, 0.1, True))

    assert [(s.kind, s.a, s.b) for s in align(a, words("We won."))] == [("both", (0, 1), (0, 1))]


def test_nothing_and_something():
    assert align((), ()) == ()
    assert told("", "We won.") == [("only_b", None, "We won.")]


TEXT = st.lists(st.sampled_from(["a", "bee", "sees", "deer", "every"]), max_size=25)


@given(TEXT, TEXT)
def test_every_word_of_both_is_in_exactly_one_stretch(a, b):
    found = align(words(" ".join(a)), words(" ".join(b)))

    for side, said in (("a", a), ("b", b)):
        spans = [getattr(s, side) for s in found if getattr(s, side)]
        assert sorted(w for f, last in spans for w in range(f, last + 1)) == list(range(len(said)))


@given(TEXT)
def test_a_take_beside_itself_is_the_same_throughout(a):
    said = words(" ".join(a))

    assert all(s.kind == "both" and s.a == s.b for s in align(said, said))
