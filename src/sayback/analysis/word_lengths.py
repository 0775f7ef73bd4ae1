"""How long each word should take, so that what is left over can be looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sayback.analysis.pronunciation import phone_count
from sayback.speech.regions import Speech
from sayback.transcript.model import Word

_PHONE_S = 0.075
_BEFORE_PAUSE_S = 0.09
"""The last word before a pause is drawn out."""
_PAUSE_S = 0.2
_MIN_WORDS = 4
_SPREAD_TOLERANCE = 0.02


@dataclass(frozen=True, slots=True)
class TimedWord:
    """A word with the speech under it and the speech that it should need."""

    index: int
    """Its place in the transcript."""
    start_s: float
    end_s: float
    spoken_s: float
    """Seconds of speech between its start and end."""
    expected_s: float
    """Seconds that the word takes at this speaker's pace."""


def timed_words(words: Sequence[Word], speech: Speech) -> tuple[TimedWord, ...]:
    """Return the words that have times, with spoken and expected length.

    Suspect words are left out. Empty where the times were not measured but shared out, as for
    the words of a subtitle.
    """
    known = [
        (index, word.text, word.start_s, word.end_s)
        for index, word in enumerate(words)
        if word.start_s is not None and word.end_s is not None and not word.suspect
    ]
    if len(known) < _MIN_WORDS or _are_shared_out(known):
        return ()
    spoken = [speech.overlap_s(start, end) for _, _, start, end in known]
    plain = [
        _PHONE_S * phone_count(text) + (_BEFORE_PAUSE_S if _ends_run(end, speech) else 0.0)
        for _, text, _, end in known
    ]
    pace = float(np.median(np.array(spoken) / np.array(plain))) or 1.0
    return tuple(
        TimedWord(index, start, end, length, pace * plain_s)
        for (index, _, start, end), length, plain_s in zip(known, spoken, plain, strict=True)
    )


def _ends_run(end_s: float, speech: Speech) -> bool:
    return speech.overlap_s(end_s, end_s + _PAUSE_S) < _PAUSE_S / 2


def _are_shared_out(known: Sequence[tuple[int, str, float, float]]) -> bool:
    """Whether lengths follow from the letters: then nobody listened when they were set."""
    lengths = np.array([end - start for _, _, start, end in known])
    letters = np.array([len(text) for _, text, _, _ in known], dtype=np.float64)
    alike = 0
    for first, second in ((0, 1), (1, 1), (1, 0)):  # per letter; and with the space counted
        rate = lengths / (letters * second + first)
        same = np.abs(np.diff(rate)) <= _SPREAD_TOLERANCE * np.maximum(rate[1:], 1e-6)
        alike = max(alike, int(same.sum()))
    return alike > 0.6 * (len(known) - 1)
