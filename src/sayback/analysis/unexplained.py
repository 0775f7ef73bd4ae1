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
from sayback.speech.frames import bridge, runs
from sayback.speech.level import HOP_S

BoolArray = npt.NDArray[np.bool_]

_SAME_SOUND_S = 0.06
"""A vowel and the m after it are one hesitation."""
_SAME_VOICE_S = 0.04
_LEAST_S = 0.06
_LEAST_SURPLUS_S = 0.06
_LEAST_SHARE_S = 0.03
_STEADY_PERCENTILE = 45.0
_SILENCE_S = 0.06
_RECOGNISER_S = 0.12
"""By how much a recogniser may end a word early or begin one late beside a silence."""
_HELD = 0.6
_LEAST_ISLAND_S = 0.15
_SPREADS = 3.0
_CLEARLY = 2.0
_NEEDED = 0.8
"""A word spoken in less than this share of its expected length has lost some of itself."""
_TOUCHING_S = 1e-3
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
    silences: int
    """How many of its two sides are silent."""
    loose: bool
    """Whether the words around it may be off by a tenth of a second, as a recogniser's are."""


class VoiceMap:
    """Which frames are speech, voiced, held; and how far the words' times can be trusted."""

    def __init__(self, frames: Frames, speech: BoolArray, words: Sequence[TimedWord]) -> None:
        self.frames = frames
        self.speech = speech
        self.words = words
        self.voiced = frames.voiced & speech
        usual = frames.change[self.voiced]
        self.steady_change = float(np.percentile(usual, _STEADY_PERCENTILE)) if len(usual) else 0.0
        self.steady = self.voiced & (frames.change < self.steady_change)
        edges = self._edges_without_silence()
        self.tiled = not len(edges) or bool(np.mean(edges < _TOUCHING_S) > 0.5)
        """Whether words end where the next begins: then a neighbour hides what is left out."""
        usual_s = float(np.median(edges)) if len(edges) else 0.0
        self.slack_s = min(_SPREADS * usual_s, _LONGEST_SLACK_S)
        """How much speech beside a word may still belong to it."""

    def _edges_without_silence(self) -> npt.NDArray[np.float64]:
        """Return the seconds between neighbouring words that have speech all the way between."""
        edges = []
        for word, following in pairwise(self.words):
            first = self.frames.index(min(word.end_s, following.start_s))
            last = self.frames.index(max(word.end_s, following.start_s))
            if self.speech[first : last + 1].all():
                edges.append(abs(following.start_s - word.end_s))
        return np.array(edges)

    def stretch(
        self, first: int, last: int, *, loose: bool, word: TimedWord | None = None
    ) -> Unexplained:
        """Describe the frames from `first` up to `last`, between words or inside one."""
        margin = round(_SILENCE_S / HOP_S)
        before, after = self.speech[max(first - margin, 0) : first], self.speech[last:][:margin]
        length_s = (last - first) * HOP_S
        surplus_s = length_s if word is None else word.spoken_s - word.expected_s
        return Unexplained(
            start_s=first * HOP_S,
            end_s=last * HOP_S,
            word=None if word is None else word.index,
            surplus_s=surplus_s,
            rest=1.0 if word is None else (word.spoken_s - length_s) / word.expected_s,
            steady_s=float(self.steady[first:last].sum()) * HOP_S,
            change=float(self.frames.change[first:last].mean()) / max(self.steady_change, 1e-9),
            silences=int(not before.all()) + int(not after.all()),
            loose=loose,
        )


def between_words(voices: VoiceMap) -> list[Unexplained]:
    """Return the voiced stretches that no word covers."""
    ends = [0.0, *(word.end_s for word in voices.words)]
    starts = [*(word.start_s for word in voices.words), len(voices.speech) * HOP_S]
    found = []
    for end_s, start_s in zip(ends, starts, strict=True):
        first, last = voices.frames.index(end_s), voices.frames.index(start_s)
        speech = voices.speech[first:last]
        if len(speech) * HOP_S < _LEAST_S:
            continue
        # Beside a silence a recogniser's words end early and begin late. Where speech goes on
        # and its words usually touch, they part only over something that was left out.
        runs_on = bool(speech.all())
        loose = voices.tiled and not runs_on
        if runs_on and len(speech) * HOP_S < _CLEARLY * voices.slack_s:
            continue
        speech = speech.copy()
        if not runs_on:
            margin = round((_RECOGNISER_S if loose else voices.slack_s) / HOP_S)
            speech[: _reach(speech[:margin])] = False
            speech[len(speech) - _reach(speech[::-1][:margin]) :] = False
        for begin, end in runs(
            bridge(speech & voices.voiced[first:last], round(_SAME_VOICE_S / HOP_S))
        ):
            if (end - begin) * HOP_S >= _LEAST_S:
                found.append(voices.stretch(first + begin, first + end, loose=loose))
    return found


def _reach(speech: BoolArray) -> int:
    """Return for how many frames speech goes on from the first."""
    silent = np.flatnonzero(~speech)
    return int(silent[0]) if len(silent) else len(speech)


def held_islands(voices: VoiceMap) -> list[Unexplained]:
    """Return the stretches between two silences that are one held sound and little else."""
    found = []
    for first, last in runs(voices.speech):
        length = last - first
        held = voices.steady[first:last].sum() >= _HELD * length
        if held and length * HOP_S >= _LEAST_ISLAND_S:
            found.append(voices.stretch(first, last, loose=True))
    return found


def inside_words(voices: VoiceMap) -> list[Unexplained]:
    """Return the held sounds inside words that take longer than they should."""
    found = []
    for word in voices.words:
        if word.spoken_s - word.expected_s < _LEAST_SURPLUS_S:
            continue
        first, last = voices.frames.index(word.start_s), voices.frames.index(word.end_s)
        for begin, end in runs(bridge(voices.steady[first:last], round(_SAME_SOUND_S / HOP_S))):
            begin, end = _leave_the_word(word, begin, end, last - first)
            if (end - begin) * HOP_S >= _LEAST_S:
                found.append(
                    voices.stretch(first + begin, first + end, loose=voices.tiled, word=word)
                )
    return found


def across_words(voices: VoiceMap) -> list[Unexplained]:
    """Return the held sounds that two words share, both of which take longer than they should."""
    found = []
    for word, following in pairwise(voices.words):
        both = TimedWord(
            index=word.index,
            start_s=word.start_s,
            end_s=following.end_s,
            spoken_s=word.spoken_s + following.spoken_s,
            expected_s=word.expected_s + following.expected_s,
        )
        touching = following.start_s - word.end_s < _TOUCHING_S
        if not touching or both.spoken_s - both.expected_s < _LEAST_SURPLUS_S:
            continue
        first, last = voices.frames.index(both.start_s), voices.frames.index(both.end_s)
        seam = voices.frames.index(word.end_s) - first
        for begin, end in runs(bridge(voices.steady[first:last], round(_SAME_SOUND_S / HOP_S))):
            if min(seam - begin, end - seam) * HOP_S >= _LEAST_SHARE_S:
                found.append(
                    voices.stretch(first + begin, first + end, loose=voices.tiled, word=both)
                )
    return found


def _leave_the_word(word: TimedWord, begin: int, end: int, length: int) -> tuple[int, int]:
    """Shorten a held sound that runs on into its word, so that the word keeps what it needs.

    The part nearer to the edge of the word's time is kept: that is where a hesitation hides.
    """
    spare = round((word.spoken_s - _NEEDED * word.expected_s) / HOP_S)
    if end - begin <= spare:
        return begin, end
    return (begin, begin + spare) if begin <= length - end else (end - spare, end)
