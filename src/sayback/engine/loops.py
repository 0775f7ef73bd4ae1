"""Recognise a recogniser that is stuck: the same few words again and again.

Whisper does this over noise and long silences ("We got some. We got some. We got some."). People
repeat themselves too, but not a whole phrase four times over without a word between.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayback.transcript.model import Transcript

_LONGEST_PHRASE = 12
"""Words that one turn of the loop may have."""
_REPEATS = 4
_REPEATS_OF_ONE_WORD = 7
"""A stutter or "no, no, no, no" is shorter."""


def mark_loops(transcript: Transcript) -> Transcript:
    """Mark all but the first turn of a loop as suspect.

    Words without times were written by somebody and stay as they are.
    """
    if not transcript.has_times:
        return transcript
    stuck = looping_words([word.text for word in transcript.words])
    if not stuck:
        return transcript
    return transcript.with_words(
        tuple(
            replace(word, suspect=word.suspect or index in stuck)
            for index, word in enumerate(transcript.words)
        )
    )


def looping_words(texts: Sequence[str]) -> frozenset[int]:
    """Return the indices of words that only repeat the phrase right before them."""
    plain = [re.sub(r"[^\w']", "", text).lower() for text in texts]
    stuck: set[int] = set()
    for length in range(1, _LONGEST_PHRASE + 1):
        needed = _REPEATS_OF_ONE_WORD if length == 1 else _REPEATS
        run = 0
        for index in range(length, len(plain) + 1):
            if index < len(plain) and plain[index] == plain[index - length]:
                run += 1
                continue
            if run >= (needed - 1) * length:
                stuck.update(range(index - run, index))
            run = 0
    return frozenset(stuck)
