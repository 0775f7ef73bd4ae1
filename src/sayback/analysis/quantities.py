"""Figures in speech: "40 %", "twelve thousand euros", "from nine to five", "twice as fast"."""

from __future__ import annotations

import re

from sayback.analysis.fillers_tokens import Tokens
from sayback.analysis.lexicon import MONTHS, is_number
from sayback.transcript.word_sets import word_set

_UNITS = word_set("""
    percent per cent percentage point points dollar dollars euro euros pound pounds cent cents
    usd eur gbp k grand million millions billion billions hundred thousand dozen
    second seconds minute minutes hour hours day days week weeks month months year years quarter
    quarters millisecond milliseconds ms
    meter meters metre metres kilometer kilometers kilometre kilometres km mile miles inch inches
    foot feet centimeter centimeters kilo kilos kilogram kilograms kg gram grams ton tons tonne
    tonnes litre litres liter liters degree degrees
    people users customers clients patients students children kids guests covers orders tickets
    requests calls emails pages servers machines items parts boxes units teams sites stores shops
    times x fold gigabyte gigabytes gb megabyte mb terabyte tb
""")
_ONE_UNITS = _UNITS - word_set("day days point points people parts part")
"""Units after which "one" counts something ("one week"), and is no pronoun ("one day")."""
_MULTIPLES = word_set("""
    half halved halve doubled double tripled triple quadrupled twice thrice tenfold twofold
    threefold
""")
_FRACTIONS = word_set("third thirds quarter quarters fifth fifths tenth tenths half halves")
_ARTICLED = word_set("hundred thousand million billion dozen third quarter half")
_NAMES = word_set("""
    version tier phase level grade room option number no chapter page apollo windows python section
    gate line question part ward unit class group type step stage plan team floor shift batch
    model boeing airbus route highway channel studio lab block zone figure table covid
""")
_CLOCK = word_set("am pm a.m p.m o'clock")
_HOURS = word_set("""
    one two three four five six seven eight nine ten eleven twelve 1 2 3 4 5 6 7 8 9 10 11 12
""")
_HOUR_BEFORE = word_set("at by around until till before after")
_CHANGES = word_set("""
    rose fell grew dropped increased decreased went up down reduced cut improved rise fall grow drop
    increase decrease reduce improve multiplied divided higher lower better faster shorter longer
""")
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_BEFORE = word_set("in since of by until till from around during before after late early")
_ATTACHED = re.compile(r"[$€£]?\d[\d.,]*(?:%|k|m|x|ms|gb|mb|kg|km|bn)?(?:-\w+)?|[$€£]\d.*")
_NAMED_DIGITS = re.compile(r"\d+(?:st|nd|rd|th)|\d{1,2}:\d{2}")


def find_quantities(tokens: Tokens) -> tuple[range, ...]:
    """Return where quantities stand in a list of tokens without filled pauses.

    Years ("in 2019"), times of day, and numbers that name something ("version 2") are none.
    """
    found: list[range] = []
    at = 0
    while at < len(tokens):
        length = _length(tokens, at)
        if length:
            found.append(range(at, at + length))
        at += max(length, 1)
    return tuple(_joined(tokens, found))


def _length(tokens: Tokens, at: int) -> int:
    """Return how many words the quantity that begins here has, or 0."""
    word, after = tokens.norm(at), tokens.norm(at, 1)
    if word in ("a", "an") and after in _ARTICLED and tokens.norm(at, 2) not in ("way", "final"):
        rest = _numbers(tokens, at + 1) or 1
        return 1 + rest + _units(tokens, at + rest)
    if word in _MULTIPLES and after not in ("way", "of") and tokens.norm(at, -1) != "the":
        return 1 + _units(tokens, at)
    if word == "half" and after == "of":
        return 1
    length = _numbers(tokens, at)
    if not length or _names_something(tokens, at, length):
        return 0
    units = _units(tokens, at + length - 1)
    if (word, length) == ("one", 1) and not (units and after in _ONE_UNITS):
        return 2 if after in _FRACTIONS else 0
    return length + units


def _numbers(tokens: Tokens, at: int) -> int:
    """Return how many words from here on are one number."""
    count = 0
    while True:
        word = tokens.norm(at, count)
        joins = count and word in ("and", "point") and is_number(tokens.norm(at, count + 1))
        if not (joins or _is_figure(word)):
            return count
        if joins and not (tokens.norm(at, count - 1) in _ARTICLED or word == "point"):
            return count
        count += 1
        if at + count >= len(tokens) or tokens[at + count - 1].comma_after:
            return count


def _is_figure(word: str) -> bool:
    if not word or _NAMED_DIGITS.fullmatch(word):
        return False
    return is_number(word) or bool(_ATTACHED.fullmatch(word))


def _units(tokens: Tokens, last: int) -> int:
    """Return how many words after the number at `last` belong to it."""
    if tokens[last].comma_after:
        return 0
    after, then = tokens.norm(last, 1), tokens.norm(last, 2)
    if (after, then) == ("per", "cent"):
        return 2
    if after in _UNITS or after in _FRACTIONS:
        return 1
    return 2 if then in _UNITS and after in ("more", "fewer", "less", "full", "new") else 0


def _names_something(tokens: Tokens, at: int, length: int) -> bool:
    word, before = tokens.norm(at), tokens.norm(at, -1)
    after = tokens.norm(at, length)
    if after in _CLOCK or (length == 1 and word.endswith(("am", "pm")) and word[0].isdigit()):
        return True
    if before in _NAMES:
        return True
    hour = length == 1 and word in _HOURS and not _units(tokens, at)
    if hour and before in _HOUR_BEFORE and not _CHANGES & set(tokens.before(at, 5)):
        return True
    year = length == 1 and _YEAR.fullmatch(word) and after not in _UNITS
    spoken_year = word in ("nineteen", "twenty") and length == 2 and before in ("in", "since")
    dated = before in MONTHS or after in MONTHS
    return bool(year and (before in _YEAR_BEFORE or not before)) or spoken_year or dated


def _joined(tokens: Tokens, found: list[range]) -> list[range]:
    """Join "from forty" and "to ten" into one quantity, with its "from"."""
    joined: list[range] = []
    for span in found:
        last = joined[-1] if joined else range(0)
        gap = span.start - last.stop if joined else 0
        links = gap == 1 and tokens[last.stop].norm in ("to", "and", "or")
        word_before = tokens[last.start - 1].norm if last.start else ""
        if links and (tokens[last.stop].norm == "to" or word_before == "between"):
            start = last.start - (word_before in ("from", "between"))
            joined[-1] = range(start, span.stop)
        else:
            joined.append(span)
    return joined
