"""Sentences: at punctuation, at a segment's end, or at clauses where nothing is punctuated."""

from __future__ import annotations

import re
from typing import Protocol

from sayback.transcript.clauses import split_clauses
from sayback.transcript.model import Transcript, Word

MAX_CLAUSE_WORDS = 30
"""Longest clause that unpunctuated text is cut into."""
WORDS_PER_MARK = 60
"""Text with fewer than one sentence mark in so many words is taken as unpunctuated."""

_OPENING = "\"'“”‘’«»([{*_-–—"
_CLOSING = "\"'“”‘’«»)]}*_"
_NO_END = re.compile(
    r"(?:[a-z]\.){2,}"  # a.m., e.g., U.S.
    r"|[a-hj-z]\."  # initials; "I." ends a sentence
    r"|(?:mr|mrs|ms|dr|prof|st|vs|approx|fig|sr|jr|gen|sen|rev|dept|est)\.",
    re.IGNORECASE,
)
_NO_END_BEFORE_DIGIT = re.compile(r"(?:no|nos|p|pp|vol|ch|sec|ca|art|min|max|v)\.", re.IGNORECASE)


class Cutter(Protocol):
    """Cuts words without any mark into clauses: (first, last) of each, both included."""

    def __call__(self, texts: list[str], *, max_words: int) -> list[tuple[int, int]]:
        """Cut words into clauses of at most `max_words`, covering each word once."""


def split_sentences(
    transcript: Transcript, *, cut: Cutter = split_clauses
) -> tuple[tuple[int, int], ...]:
    """Return the sentences as (first, last) word indices, both included, covering each word once.

    A sentence ends at `.`, `?` or `!` before a capital, but not after "a.m.", initials or a
    decimal; at a segment's end; and in unpunctuated text at clauses of at most 30 words.
    """
    words = transcript.words
    if not words:
        return ()
    lower_case = _first_letter(words[0].text).islower()
    stretches: list[tuple[int, int]] = []
    first = 0
    for i, word in enumerate(words):
        following = words[i + 1] if i + 1 < len(words) else None
        if following is None or _ends_sentence(word, following, lower_case=lower_case):
            stretches.append((first, i))
            first = i + 1
    return tuple(part for stretch in stretches for part in _cut_long(words, stretch, cut))


def _ends_sentence(word: Word, following: Word, *, lower_case: bool) -> bool:
    if following.opens_segment:
        return True
    text = word.text.rstrip(_CLOSING)
    if not text.endswith((".", "?", "!", "…")):
        return False
    bare = text.lstrip(_OPENING)
    letter = _first_letter(following.text)
    if text.endswith(".") and _NO_END.fullmatch(bare):
        return False
    if letter.isdigit():
        return not _NO_END_BEFORE_DIGIT.fullmatch(bare) and not bare[:-1].isdigit()
    # Where not even the first word has a capital, none can be asked of the others.
    return letter.isupper() or (lower_case and letter.isalpha())


def _first_letter(text: str) -> str:
    return text.lstrip(_OPENING)[:1]


def _cut_long(
    words: tuple[Word, ...], stretch: tuple[int, int], cut: Cutter
) -> list[tuple[int, int]]:
    first, last = stretch
    texts = [word.text for word in words[first : last + 1]]
    if len(texts) <= MAX_CLAUSE_WORDS or not _is_unpunctuated(texts, words):
        return [stretch]
    return [(first + a, first + b) for a, b in cut(texts, max_words=MAX_CLAUSE_WORDS)]


def _is_unpunctuated(texts: list[str], words: tuple[Word, ...]) -> bool:
    """Whether the whole text hardly has a mark, or this stretch is far too long for a sentence."""
    marks = sum(word.text.rstrip(_CLOSING).endswith((".", "?", "!")) for word in words)
    return marks * WORDS_PER_MARK < len(words) or len(texts) > WORDS_PER_MARK
