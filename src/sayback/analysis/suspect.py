"""Words that a recogniser wrote where nobody spoke, or wrote again and again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayback.speech.regions import Speech
from sayback.transcript.model import Transcript, Word

_MIN_COVER_S = 0.05
_MIN_COVER_SHARE = 0.2
_ENOUGH_COVER_S = 0.2
_EDGE_S = 0.15
"""By how much Whisper's word times may be off."""
_LONGEST_LOOP_WORDS = 10
_LOOP_TIMES = 4
_LOOP_UNCOVERED = 0.25


def mark_suspect(transcript: Transcript, speech: Speech | None) -> Transcript:
    """Mark the words that the speech mask does not cover.

    A recogniser that is stuck in a loop ("We got some. We got some. …") loses all of the loop
    as soon as part of it lies where nobody speaks: the rest of it was not heard either.

    Words without times stay as they are, and so does everything where there is no mask: nothing
    is known against them.
    """
    if speech is None:
        return transcript
    suspect = [_is_uncovered(word, speech) for word in transcript.words]
    for first, last in _loops([_folded(word.text) for word in transcript.words]):
        if sum(suspect[first:last]) >= _LOOP_UNCOVERED * (last - first):
            suspect[first:last] = [True] * (last - first)
    words = zip(transcript.words, suspect, strict=True)
    return transcript.with_words(tuple(replace(word, suspect=mark) for word, mark in words))


def _is_uncovered(word: Word, speech: Speech) -> bool:
    if word.start_s is None or word.end_s is None:
        return word.suspect
    length_s = max(word.end_s - word.start_s, 0.0)
    needed_s = max(_MIN_COVER_S, min(_MIN_COVER_SHARE * length_s, _ENOUGH_COVER_S))
    return speech.overlap_s(word.start_s - _EDGE_S, word.end_s + _EDGE_S) < needed_s


def _loops(texts: Sequence[str]) -> list[tuple[int, int]]:
    """Return (first, one past last) of every stretch that repeats itself four times or more."""
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(texts):
        best = at
        for length in range(1, _LONGEST_LOOP_WORDS + 1):
            end = at + length
            while texts[end : end + length] == texts[at : at + length]:
                end += length
            if end - at >= _LOOP_TIMES * length:
                best = max(best, end)
        if best > at:
            found.append((at, best))
        at = max(best, at + 1)
    return found


def _folded(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum())
