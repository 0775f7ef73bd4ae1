from __future__ import annotations

import pytest

from sayback.analysis.pronunciation import phone_count, syllables_by_word


@pytest.mark.parametrize(("word", "phones"), [("cat", 3), ("Through,", 3), ("box", 4), ("a", 1)])
def test_known_words_have_the_dictionarys_sounds(word: str, phones: int) -> None:
    assert phone_count(word) == phones


def test_unknown_words_have_about_as_many_sounds_as_letters() -> None:
    assert phone_count("blorping") == pytest.approx(6.8)
    assert phone_count("…") == 1.0


def test_every_word_of_the_dictionary_has_a_syllable() -> None:
    assert min(syllables_by_word().values()) == 1
    assert len(syllables_by_word()) > 100_000
