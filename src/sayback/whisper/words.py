"""From faster-whisper's segments to Sayback's words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sayback.speech.regions import Region
from sayback.transcript.model import Word

PROMPT = "Um, uh, hmm, er, erm."
"""Shown to a model before each piece so that it writes down hesitations instead of tidying up.

Short on purpose: long ones made models lose whole sentences.
"""

_UNSPACED = frozenset({"zh", "ja", "yue", "th", "lo", "my"})
"""Languages that are written without spaces between words."""


def words_of(segments: Iterable[Any], *, piece: Region, language: str | None) -> list[Word]:
    """Turn the segments of one piece into words with times in the whole recording.

    Parameters
    ----------
    segments
        faster-whisper's segments, with word times in seconds from the piece's start.
    piece
        Where the piece lies; no word leaves it.
    language
        Two-letter code.
    """
    words: list[Word] = []
    for segment in segments:
        opens = True
        for heard in segment.words or ():
            text = heard.word.strip()
            if not text:
                continue
            word = Word(
                text=text,
                start_s=_within(piece, heard.start),
                end_s=_within(piece, heard.end),
                probability=round(float(heard.probability), 4),
                opens_segment=opens,
            )
            # The recogniser sets "30" and "%" apart; only a space begins a new word.
            if not opens and not heard.word[0].isspace() and language not in _UNSPACED:
                words[-1] = _joined(words[-1], word)
            else:
                words.append(word)
            opens = False
    return words


def without_echo(words: Sequence[Word], *, prompt: str = PROMPT) -> list[Word]:
    """Leave out the prompt where a model repeats it instead of listening.

    Three of its words one after another, in its order, are taken for an echo.
    """
    echo = [_plain(word) for word in prompt.split()]
    kept: list[Word] = []
    index = 0
    while index < len(words):
        length = _echo_length([_plain(word.text) for word in words[index : index + 9]], echo)
        if length < 3:
            kept.append(words[index])
            length = 1
        index += length
    return kept


def _echo_length(said: Sequence[str], echo: Sequence[str]) -> int:
    longest = 0
    for begin in range(len(echo)):
        length = 0
        for one, other in zip(said, echo[begin:], strict=False):
            if one != other:
                break
            length += 1
        longest = max(longest, length)
    return longest


def _within(piece: Region, seconds: float) -> float:
    return round(min(max(piece.start_s + float(seconds), piece.start_s), piece.end_s), 3)


def _joined(word: Word, rest: Word) -> Word:
    likely = [p for p in (word.probability, rest.probability) if p is not None]
    return replace(
        word, text=word.text + rest.text, end_s=rest.end_s, probability=min(likely, default=None)
    )


def _plain(text: str) -> str:
    return re.sub(r"\W", "", text).lower()
