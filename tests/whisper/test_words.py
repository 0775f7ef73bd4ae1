from types import SimpleNamespace

import pytest

from sayback.speech.regions import Region
from sayback.transcript.model import Word
from sayback.whisper.words import PROMPT, without_echo, words_of


def segment(*words):
    return SimpleNamespace(
        words=[
            SimpleNamespace(word=text, start=start, end=end, probability=probability)
            for text, start, end, probability in words
        ]
    )


PIECE = Region(10.0, 20.0)


def test_times_count_from_the_start_of_the_recording():
    (word,) = words_of([segment((" So,", 0.5, 0.9, 0.87))], piece=PIECE, language="en")
    assert word == Word("So,", 10.5, 10.9, 0.87, opens_segment=True)


def test_only_the_first_word_of_a_segment_opens_it():
    words = words_of(
        [
            segment((" So", 0, 1, 0.9), (" I", 1, 2, 0.9)),
            segment((" Then", 2, 3, 0.9), (" we", 3, 4, 0.9)),
        ],
        piece=PIECE,
        language="en",
    )
    assert [word.opens_segment for word in words] == [True, False, True, False]


def test_no_word_leaves_its_piece():
    words = words_of([segment((" late", 9.5, 12.0, 0.4))], piece=PIECE, language="en")
    assert (words[0].start_s, words[0].end_s) == (19.5, 20.0)


def test_what_the_recogniser_sets_apart_without_a_space_is_one_word():
    heard = segment((" 30", 0, 1, 0.9), ("%", 1, 1.2, 0.7), (" sign", 2, 3, 0.8), ("-off", 3, 4, 1))
    words = words_of([heard], piece=PIECE, language="en")
    assert [(word.text, word.end_s, word.probability) for word in words] == [
        ("30%", 11.2, 0.7),
        ("sign-off", 14.0, 0.8),
    ]


def test_languages_without_spaces_keep_their_words():
    words = words_of([segment(("今日", 0, 1, 0.9), ("は", 1, 2, 0.9))], piece=PIECE, language="ja")
    assert [word.text for word in words] == ["今日", "は"]


def test_white_space_is_no_word():
    assert words_of([segment((" ", 0, 1, 0.9))], piece=PIECE, language="en") == []


def said(text):
    return [Word(part) for part in text.split()]


@pytest.mark.parametrize(
    ("heard", "kept"),
    [
        (PROMPT, ""),
        ("Um, uh, hmm, er, erm. So I went there.", "So I went there."),
        ("I went there. Uh, hmm, er", "I went there."),
        ("Um, uh, I went there.", "Um, uh, I went there."),
        ("Um, um, um, I went there.", "Um, um, um, I went there."),
        ("Um, uh, hmm, er, erm. Um, uh, hmm, er, erm.", ""),
    ],
)
def test_a_model_that_repeats_the_prompt_is_not_believed(heard, kept):
    assert " ".join(word.text for word in without_echo(said(heard))) == kept


def test_the_prompt_is_short():
    assert len(PROMPT) <= 32
