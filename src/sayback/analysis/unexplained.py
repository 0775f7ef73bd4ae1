"""Stretches of voice that the transcript does not account for: what a hesitation could be.

Two kinds. Between words: speech that no word covers. Inside a word: a held sound, where the word
takes longer than it should, since a recogniser that leaves an "um" out lets a neighbour swallow
its time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from sayback.analysis.steadiness import Frames
from sayback.analysis.word_lengths import TimedWord
from sayback.speech.level import HOP_S
from sayback.speech.mask import bridge, runs

BoolArray = npt.NDArray[np.bool_]

_SAME_SOUND_S = 0.06
"""A vowel and the m after it are one hesitation."""
_SAME_VOICE_S = 0.04
_LEAST_S = 0.06
_LEAST_EXCESS_S = 0.06
_STEADY_PERCENTILE = 45.0
_SILENCE_S = 0.06
_RECOGNISER_S = 0.12
"""By how much a recogniser may end a word early or begin one late beside a silence."""
_SPREADS = 3.0
_LONGEST_SLACK_S = 0.15


@dataclass(frozen=True, slots=True)
class Unexplained:
    """A stretch of voice that may be a hesitation."""

    start_s: float
    end_s: float
    word: int | None
    """The word that hides it, as an index into the transcript; None between words."""
    surplus_s: float
    """How much longer there is speech than the transcript explains."""
    rest: float
    """What is left of the word beside it, over what the word should take; 1 between words."""
    steady_s: float
    change: float
    """Mean change of the spectrum over what counts as steady for this speaker."""
    apart: bool
    """Whether there is silence before or after."""


class VoiceMap:
    """Which frames are speech, voiced, held; shared by everything that looks for candidates."""

    def __init__(self, frames: Frames, speech: BoolArray) -> None:
        self.frames = frames
        self.speech = speech
        self.voiced = frames.voiced & speech
        usual = frames.change[self.voiced]
        self.steady_change = float(np.percentile(usual, _STEADY_PERCENTILE)) if len(usual) else 0.0
        self.steady = self.voiced & (frames.change < self.steady_change)

    def stretch(
        self, first: int, last: int, *, word: int | None, surplus_s: float, rest: float
    ) -> Unexplained:
        """Describe the frames from `first` up to `last`."""
        margin = round(_SILENCE_S / HOP_S)
        before, after = self.speech[max(first - margin, 0) : first], self.speech[last:][:margin]
        return Unexplained(
            start_s=first * HOP_S,
            end_s=last * HOP_S,
            word=word,
            surplus_s=surplus_s,
            rest=rest,
            steady_s=float(self.steady[first:last].sum()) * HOP_S,
            change=float(self.frames.change[first:last].mean()) / max(self.steady_change, 1e-9),
            apart=not (before.all() and after.all()),
        )


def between_words(voices: VoiceMap, words: Sequence[TimedWord]) -> list[Unexplained]:
    """Return the voiced stretches that no word covers."""
    covered = np.zeros(len(voices.speech), dtype=np.bool_)
    slack_s = _slack_s(voices, words)
    for word in words:
        first, last = voices.frames.index(word.start_s), voices.frames.index(word.end_s)
        covered[first:last] = True
        margin = round(slack_s / HOP_S)
        covered[last : last + margin] |= voices.speech[last : last + margin]
        covered[max(first - margin, 0) : first] |= voices.speech[max(first - margin, 0) : first]
    found = []
    for first, last in runs(voices.speech & ~covered):
        inside = bridge(voices.voiced[first:last], round(_SAME_VOICE_S / HOP_S))
        for begin, end in runs(inside):
            if (end - begin) * HOP_S >= _LEAST_S:
                surplus_s = (end - begin) * HOP_S
                found.append(
                    voices.stretch(
                        first + begin, first + end, word=None, surplus_s=surplus_s, rest=1.0
                    )
                )
    return found


def _slack_s(voices: VoiceMap, words: Sequence[TimedWord]) -> float:
    """Return how far word times are off, judged by neighbours that meet without silence."""
    edges = [
        following.start_s - word.end_s
        for word, following in pairwise(words)
        if voices.speech[
            voices.frames.index(word.end_s) : voices.frames.index(following.start_s)
        ].all()
    ]
    if not edges:
        return _RECOGNISER_S
    touching = np.mean(np.abs(edges) < 1e-3)
    if touching > 0.5:
        return _RECOGNISER_S
    spread = 1.5 * float(np.median(np.abs(edges)))
    return min(_SPREADS * spread / 2, _LONGEST_SLACK_S)


def inside_words(voices: VoiceMap, words: Sequence[TimedWord]) -> list[Unexplained]:
    """Return the held sounds inside words that take longer than they should."""
    found = []
    for word in words:
        surplus_s = word.spoken_s - word.expected_s
        if surplus_s < _LEAST_EXCESS_S:
            continue
        first, last = voices.frames.index(word.start_s), voices.frames.index(word.end_s)
        for begin, end in runs(bridge(voices.steady[first:last], round(_SAME_SOUND_S / HOP_S))):
            length_s = (end - begin) * HOP_S
            if length_s >= _LEAST_S:
                rest = (word.spoken_s - length_s) / word.expected_s
                found.append(
                    voices.stretch(
                        first + begin, first + end, word=word.index, surplus_s=surplus_s, rest=rest
                    )
                )
    return found
