from __future__ import annotations

import pytest

from sayback.analysis.syllables import count_syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("a", 1), ("water", 2), ("responsibility", 6), ("the", 1), ("idea", 3), ("walked", 1),
        ("wanted", 2), ("um", 1), ("hmm", 1), ("I'd", 1), ("we're", 1),
    ],
)  # fmt: skip
def test_known_words_have_the_dictionarys_syllables(word: str, count: int) -> None:
    assert count_syllables(word) == count


@pytest.mark.parametrize("word", ["Water,", "water.", '"water"', "WATER", "(water)", "water…"])
def test_case_and_punctuation_do_not_matter(word: str) -> None:
    assert count_syllables(word) == 2


@pytest.mark.parametrize(
    ("word", "count"),
    [("microservices", 5), ("refactored", 3), ("onboarding", 3), ("blorped", 1), ("grizzes", 2)],
)
def test_unknown_words_are_counted_by_their_spelling(word: str, count: int) -> None:
    assert count_syllables(word) == count


@pytest.mark.parametrize(
    ("word", "count"), [("co-founder's", 3), ("data-driven", 4), ("and/or", 2)]
)
def test_the_parts_of_a_compound_add_up(word: str, count: int) -> None:
    assert count_syllables(word) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("0", 2), ("7", 2), ("12", 1), ("17", 3), ("20", 2), ("25", 3), ("100", 3), ("1,234", 9),
        ("1000000", 3), ("2019", 4), ("1905", 4), ("2005", 4), ("3.5", 3), ("25%", 5), ("$40", 4),
        ("20th", 3), ("3rd", 1), ("10x", 2),
    ],
)  # fmt: skip
def test_numbers_are_counted_as_they_are_read(word: str, count: int) -> None:
    assert count_syllables(word) == count


@pytest.mark.parametrize(("word", "count"), [("API", 3), ("AWS", 5), ("SQL,", 3), ("HTTP", 4)])
def test_capitals_that_are_no_word_are_read_letter_by_letter(word: str, count: int) -> None:
    assert count_syllables(word) == count


@pytest.mark.parametrize("word", ["", "-", "…", "—"])
def test_marks_alone_are_silent(word: str) -> None:
    assert count_syllables(word) == 0
