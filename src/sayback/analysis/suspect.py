"""Words that a recogniser wrote where nobody spoke."""

from __future__ import annotations

from dataclasses import replace

from sayback.speech.regions import Speech
from sayback.transcript.model import Transcript, Word

_MIN_COVER_S = 0.05
_MIN_COVER_SHARE = 0.2
_ENOUGH_COVER_S = 0.2
_EDGE_S = 0.15
"""By how much Whisper's word times may be off."""


def mark_suspect(transcript: Transcript, speech: Speech | None) -> Transcript:
    """Mark the words that the speech mask does not cover.

    Words without times stay as they are, and so does everything where there is no mask: nothing
    is known against them.
    """
    if speech is None:
        return transcript
    words = tuple(
        replace(word, suspect=word.suspect or _is_uncovered(word, speech))
        for word in transcript.words
    )
    return transcript.with_words(words)


def _is_uncovered(word: Word, speech: Speech) -> bool:
    if word.start_s is None or word.end_s is None:
        return False
    length_s = max(word.end_s - word.start_s, 0.0)
    needed_s = max(_MIN_COVER_S, min(_MIN_COVER_SHARE * length_s, _ENOUGH_COVER_S))
    return speech.overlap_s(word.start_s - _EDGE_S, word.end_s + _EDGE_S) < needed_s
