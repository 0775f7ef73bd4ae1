"""The demo model's text: readable both ways, varied, and its test text is never trained on."""

from __future__ import annotations

import random

import pytest

from demo_model import demo_text, grammar, words


def made(kind: str, count: int, seed: int = 7) -> list[str]:
    rng = random.Random(seed)
    return [getattr(grammar, kind)(rng) for _ in range(count)]


def test_no_test_sentence_occurs_in_training() -> None:
    trained = {grammar.bare(sentence) for sentence in made("training_sentence", 5_000)}
    tested = {grammar.bare(sentence) for sentence in made("test_sentence", 500, seed=8)}

    assert not trained & tested


def test_fillers_do_not_carry_a_sentence_to_the_other_side() -> None:
    for sentence in made("test_sentence", 50):
        with_fillers = "Um, " + grammar.written(sentence).replace(" the ", " the uh ")
        assert grammar.is_held_out(with_fillers)


def test_about_a_tenth_of_the_sentences_is_kept_for_the_tests() -> None:
    sentences = {grammar.bare(sentence) for sentence in made("answer_sentence", 4_000)}

    share = sum(map(grammar.is_held_out, sentences)) / len(sentences)
    assert 0.07 < share < 0.14


def test_the_demos_own_sentences_are_held_out() -> None:
    sentences = [sentence for answer in demo_text.demo_answers() for sentence in answer.sentences]

    assert len(sentences) > 30
    assert all(map(grammar.is_held_out, sentences))


def test_the_demos_words_are_all_in_the_vocabulary() -> None:
    known = {word.lower() for word in grammar.ALL_WORDS} | set(words.FILLED_PAUSES)
    said = {
        word
        for answer in demo_text.demo_answers()
        for sentence in answer.sentences
        for word in grammar.bare(sentence).split()
        if not word.isdigit()
    }

    assert not said - known


def test_every_demo_answer_has_fillers_a_figure_and_one_long_pause() -> None:
    for answer in demo_text.demo_answers():
        text = " ".join(answer.sentences).lower().replace(",", "").split()
        assert sum(word in words.FILLED_PAUSES for word in text) >= 3
        assert any(word.isdigit() for word in text)
        assert sum(pause >= 2.5 for pause in answer.pauses_s) == 1
        assert answer.question.startswith("Tell me about a time")


@pytest.mark.parametrize(
    ("sentence", "spoken", "written"),
    [
        ("We | moved it.", "We, moved it.", "We moved it."),
        ("We, um, moved it.", "We, um, moved it.", "We, um, moved it."),
    ],
)
def test_a_bar_is_heard_as_a_pause_and_not_written(
    sentence: str, spoken: str, written: str
) -> None:
    assert grammar.spoken(sentence) == spoken
    assert grammar.written(sentence) == written


def test_both_readings_have_the_same_number_of_words() -> None:
    for sentence in made("training_sentence", 500):
        assert len(grammar.spoken(sentence).split()) == len(grammar.written(sentence).split())


def test_sentences_begin_with_a_capital_or_a_figure_and_end_with_a_mark() -> None:
    for sentence in made("training_sentence", 500):
        assert sentence[0].isupper() or sentence[0].isdigit()
        assert sentence[-1] in ".?!"


def test_the_vocabulary_has_the_size_that_the_card_says() -> None:
    assert 1_000 < len(grammar.ALL_WORDS) < 2_000


def test_every_filled_pause_is_said_often() -> None:
    text = " ".join(made("training_sentence", 2_000)).lower().replace(",", " ").split()

    assert all(text.count(filled) > 50 for filled in words.FILLED_PAUSES)


def test_bare_words_have_no_marks_fillers_or_doubled_words() -> None:
    assert grammar.bare("Um, we we | moved it, uh, twice.") == "we moved it twice"
