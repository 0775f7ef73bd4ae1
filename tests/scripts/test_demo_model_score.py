"""How the demo model's words are compared with what was said."""

from __future__ import annotations

from demo_model.score import Score, align, plain
from demo_model.speech import Word


def words(*entries: tuple[str, float]) -> list[Word]:
    return [Word(text, start, start + 0.2) for text, start in entries]


def test_equal_words_at_the_same_time_are_without_error() -> None:
    score = Score()
    said = words(("Um,", 0.5), ("we", 1.0), ("moved.", 1.4))

    score.add(said, words(("um", 0.55), ("We", 1.0), ("moved", 1.3)))

    assert score.word_error == 0.0
    assert score.filled_recall == 1.0
    assert score.starts_on_time == 1.0


def test_each_kind_of_mistake_counts_once() -> None:
    score = Score()
    said = words(("we", 0.0), ("um", 0.3), ("moved", 0.6), ("it", 0.9))

    score.add(said, words(("we", 0.0), ("moved", 0.6), ("at", 0.9), ("once", 1.2)))

    assert score.errors == 3
    assert score.word_error == 0.75
    assert score.filled_recall == 0.0


def test_a_word_found_too_late_counts_as_found_but_not_on_time() -> None:
    score = Score()

    score.add(words(("we", 0.0), ("moved", 0.5)), words(("we", 0.0), ("moved", 0.65)))

    assert score.word_error == 0.0
    assert score.starts_on_time == 0.5


def test_alignment_prefers_the_fewest_changes() -> None:
    assert align(["a", "b", "c"], ["a", "c"]) == [(0, 0), (1, None), (2, 1)]
    assert align([], ["a"]) == [(None, 0)]


def test_marks_inside_a_word_stay() -> None:
    assert plain(" 12,000, ") == "12,000"
    assert plain("I'm?") == "i'm"
