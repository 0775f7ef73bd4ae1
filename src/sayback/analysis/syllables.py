"""Syllables of English words, from the CMU pronouncing dictionary, else from the spelling."""

from __future__ import annotations

import re

from sayback.analysis.pronunciation import syllables_by_word

_DIGIT_SYLLABLES = (2, 1, 1, 1, 1, 1, 1, 2, 1, 1)  # zero, one … seven, eight, nine
_TEEN_SYLLABLES = (1, 3, 1, 2, 2, 2, 2, 3, 2, 2)  # ten, eleven, twelve, thirteen …
_TENS_SYLLABLES = (0, 1, 2, 2, 2, 2, 2, 3, 2, 2)  # -, ten, twenty, thirty … seventy …
_SCALES = ((10**12, 2), (10**9, 2), (10**6, 2), (10**3, 2), (100, 2))  # trillion … hundred
_SYMBOL_SYLLABLES = {"%": 2, "$": 2, "€": 2, "£": 1, "&": 1, "+": 1, "@": 1, "=": 2, "°": 2}
_TOKEN = re.compile(r"\d[\d,]*(?:\.\d+)?(?:st|nd|rd|th)?|[a-z]+(?:'[a-z]+)*|[%$€£&+@=°]")
_VOWEL_GROUP = re.compile(r"[aeiouy]+")
_HIATUS = re.compile(r"ia(?!n\b|l)|io(?!u|n)|eo(?!u)|ua(?!r)|iu|[aeiou]ing\b|(?<=[bcdfgmnprtv])ien")


def count_syllables(word: str) -> int:
    """Count the syllables that a word has when spoken in English.

    Parameters
    ----------
    word
        One word as a transcript spells it, punctuation and figures included: "co-founder's,"
        has 3, "25%" has 5, "API" has 3.

    Returns
    -------
    int
        0 only where nothing is there to be spoken, such as in "-".
    """
    folded = word.replace("’", "'")
    if folded.strip(".,!?;:'\"()").isupper() and (known := _dictionary_count(folded.lower())):
        return known
    return sum(_token_syllables(token) for token in _TOKEN.findall(_spell_capitals(folded)))


def _dictionary_count(word: str) -> int | None:
    return syllables_by_word().get(word.strip(".,!?;:\"()'"))


def _spell_capitals(word: str) -> str:
    """Write "AWS" as "a w s", since capitals that no dictionary knows are read letter by letter."""

    def spell(match: re.Match[str]) -> str:
        letters = match.group(0)
        return letters if letters.lower() in syllables_by_word() else " ".join(letters)

    return re.sub(r"[A-Z]{2,5}(?![a-z])", spell, word).lower()


def _token_syllables(token: str) -> int:
    if token in _SYMBOL_SYLLABLES:
        return _SYMBOL_SYLLABLES[token]
    if token[0].isdigit():
        return _number_syllables(token)
    known = syllables_by_word().get(token)
    return known if known is not None else _spelling_syllables(token)


def _number_syllables(token: str) -> int:
    """Count a number as it is read aloud: years in pairs, decimals digit by digit."""
    digits = re.sub(r"[^\d.]", "", token)
    whole, _, decimals = digits.partition(".")
    value = int(whole)
    is_year = "," not in token and len(whole) == 4 and 1100 <= value <= 2099 and not decimals
    if is_year and not 2000 <= value <= 2009:
        first, second = divmod(value, 100)
        ending = 2 if second == 0 else _below_hundred(second) + (1 if second < 10 else 0)
        count = _below_hundred(first) + ending
    else:
        count = _cardinal_syllables(value)
    if decimals:
        count += 1 + sum(_DIGIT_SYLLABLES[int(digit)] for digit in decimals)
    # "twentieth" has one more than "twenty"; other ordinals have as many as their number.
    return count + (token.endswith("th") and value % 10 == 0 and 20 <= value % 100 <= 90)


def _cardinal_syllables(value: int) -> int:
    if value == 0:
        return _DIGIT_SYLLABLES[0]
    count = 0
    for scale, syllables in _SCALES:
        if value >= scale:
            above, value = divmod(value, scale)
            count += _cardinal_syllables(above) + syllables
    return count + (_below_hundred(value) if value else 0)


def _below_hundred(value: int) -> int:
    if value < 10:
        return _DIGIT_SYLLABLES[value]
    if value < 20:
        return _TEEN_SYLLABLES[value - 10]
    tens, ones = divmod(value, 10)
    return _TENS_SYLLABLES[tens] + (_DIGIT_SYLLABLES[ones] if ones else 0)


def _spelling_syllables(word: str) -> int:
    """Count vowel groups, less silent e's, plus vowels that meet without merging."""
    word = word.replace("'", "")
    if not _VOWEL_GROUP.search(word):
        return max(1, len(word)) if len(word) <= 3 else 1
    stem = re.sub(r"(?<=[^aeiouyl])es?$|(?<=[aeiouyr]l)es?$|(?<=[^aeioutdy])ed$", "", word)
    groups = len(_VOWEL_GROUP.findall(stem)) + len(_HIATUS.findall(stem))
    if re.search(r"(?:s|z|x|ch|sh|c|g)es$", word):
        groups += 1
    return max(1, groups)
