"""Where a sentence ends, by the rules of the design document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayback.transcript import Transcript, Word, split_sentences


def sentences(text: str, *, segments: tuple[int, ...] = ()) -> list[str]:
    words = tuple(Word(token, opens_segment=i in segments) for i, token in enumerate(text.split()))
    return [
        " ".join(w.text for w in words[first : last + 1])
        for first, last in split_sentences(Transcript(words))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It broke. | We fixed it! | Why? | Nobody knew.",
        "We met at 9 a.m. The next day. | It rained.",
        "I asked J. R. Smith. | He knew.",
        "It cost 3.5 million. | We paid.",
        "I asked Dr. Who about it. | She knew.",
        "So did I. | Then we left.",
        "We saw no. 5 and No. 7 fail. | Then no. | We stopped.",
        'He said "stop." | "Why?" | I asked.',
        "It took, e.g. Monday and, say, approx. 3 days.",
        "We shipped in 2019. | It worked.",
        "We shipped it. | 40 people came.",
        "I thought... well, no. | It was late… | We left.",
        "The so-called v2. was never built. | It was v3.",
        "we shipped it. | nobody noticed. | then it broke.",
    ],
)
def test_marks_end_sentences(text: str) -> None:
    expected = text.split(" | ")
    assert sentences(" ".join(expected)) == expected


def test_a_segments_end_ends_a_sentence() -> None:
    assert sentences("we were late and we knew it", segments=(0, 3)) == [
        "we were late",
        "and we knew it",
    ]


def test_a_long_punctuated_sentence_stays_whole() -> None:
    long = "We " + "really " * 40 + "tried. It worked."
    assert [len(s.split()) for s in sentences(long)] == [42, 2]


def test_unpunctuated_text_is_cut_where_clauses_open() -> None:
    text = (
        "so i was working at a hospital in the pharmacy and nobody knew why the robot failed "
        "so i sat next to it for two days and then i saw that the labels were upside down"
    )
    assert sentences(text) == [
        "so i was working at a hospital in the pharmacy",
        "and nobody knew why the robot failed",
        "so i sat next to it for two days",
        "and then i saw that the labels were upside down",
    ]


def test_nothing_has_no_sentences() -> None:
    assert split_sentences(Transcript()) == ()


_tokens = st.sampled_from(["and", "I", "we", "ran.", "so", "No.", "why?", "12", "the"])


@given(st.lists(_tokens, max_size=150), st.sets(st.integers(0, 149)))
def test_each_word_is_in_exactly_one_sentence_in_order(
    tokens: list[str], segments: set[int]
) -> None:
    words = tuple(Word(t, opens_segment=i in segments) for i, t in enumerate(tokens))
    parts = split_sentences(Transcript(words))
    covered = [i for first, last in parts for i in range(first, last + 1)]
    assert covered == list(range(len(tokens)))


@given(st.lists(st.sampled_from(["and", "i", "went", "so", "the", "late"]), max_size=200))
def test_unpunctuated_clauses_have_at_most_thirty_words(tokens: list[str]) -> None:
    parts = split_sentences(Transcript(tuple(Word(t) for t in tokens)))
    assert all(last - first < 30 for first, last in parts)
