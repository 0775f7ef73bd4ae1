import pytest

from sayback.engine.loops import looping_words, mark_loops
from sayback.transcript.model import Transcript, Word


def stuck(text):
    return sorted(looping_words(text.split()))


def test_all_turns_of_a_loop_but_the_first():
    assert stuck("Go. We got some. We got some. We got some. We got some. Over.") == list(
        range(4, 13)
    )


def test_case_and_punctuation_do_not_hide_a_loop():
    assert stuck("thank you Thank you. thank you, thank you") == [2, 3, 4, 5, 6, 7]


@pytest.mark.parametrize(
    "text",
    [
        "no, no, no, no, that was not it",
        "I I I I I think so",
        "again and again and again",
        "we tried and we tried and we tried and then we did it",
        "it was very very very very very good",
    ],
)
def test_people_who_repeat_themselves_are_believed(text):
    assert stuck(text) == []


def test_one_word_for_ever_is_a_loop():
    assert stuck("so " + "yeah " * 9) == [2, 3, 4, 5, 6, 7, 8, 9]


def timed(text):
    return Transcript(
        tuple(Word(word, i * 0.5, i * 0.5 + 0.4) for i, word in enumerate(text.split()))
    )


def test_loops_are_marked_and_what_was_doubtful_stays_so():
    transcript = timed("hello there " + "we got some " * 4)
    doubtful = transcript.with_words((Word("hello", 0.0, 0.4, suspect=True), *transcript.words[1:]))
    marked = mark_loops(doubtful)
    assert [word.suspect for word in marked.words] == [True, False] + [False] * 3 + [True] * 9
    assert [word.text for word in marked.words] == [word.text for word in transcript.words]


def test_words_without_times_were_written_by_somebody():
    transcript = Transcript(tuple(Word(word) for word in ("we got some " * 5).split()))
    assert mark_loops(transcript) == transcript
