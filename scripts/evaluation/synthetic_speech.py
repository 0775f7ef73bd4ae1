"""Speech whose words, pauses and hesitations are known to the millisecond.

Sentences are spoken one by one by the embedded voice (and by Debian's flite, where it is
installed), then laid out with silences of known length. The truth about a phrase is read off
the clean sound: it begins and ends where its level is 30 dB under its loudest 10 ms.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from evaluation.flite import speak_with_flite

RATE_HZ = 16_000
EDGE_DB = 30.0
FLITE = "flite:"
VOWELS = frozenset("aAeEiIoOuUV03@")
"""First letters of espeak-ng's vowels."""

Sound = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks, how fast and how high."""

    name: str
    """A voice of espeak-ng, or "flite:" and one of flite's."""
    rate_wpm: int = 170
    pitch: int = 50


@dataclass(frozen=True, slots=True)
class TimedWord:
    """A word with its true times."""

    text: str
    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True)
class Phrase:
    """One spoken text."""

    samples: Sound = field(repr=False)
    start_s: float
    """Where speech begins, from the start of the samples."""
    end_s: float
    words: tuple[TimedWord, ...]
    """Empty where the voice does not tell its words' times."""
    syllables: int | None
    """Vowels that were spoken; None where the voice does not tell."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Phrases laid out in time, with everything that is true about them."""

    name: str
    samples: Sound = field(repr=False)
    phrases: tuple[tuple[float, float], ...]
    """Begin and end of speech of each phrase, in seconds."""
    words: tuple[TimedWord, ...]
    hesitations: tuple[TimedWord, ...] = ()
    syllables: int | None = None

    @property
    def pauses(self) -> tuple[tuple[float, float], ...]:
        """Begin and end of each silence between two phrases."""
        return tuple((before[1], after[0]) for before, after in pairwise(self.phrases))

    @property
    def duration_s(self) -> float:
        """Length in seconds."""
        return len(self.samples) / RATE_HZ


@lru_cache(maxsize=4096)
def speak(text: str, voice: Voice) -> Phrase:
    """Speak one text."""
    if voice.name.startswith(FLITE):
        return _speak_with_flite(text, voice)
    from sayback.voice.espeak import synthesise

    spoken = synthesise(text, voice=voice.name, rate_wpm=voice.rate_wpm, pitch=voice.pitch)
    samples = resample(spoken.samples, spoken.sample_rate_hz)
    start_s, end_s = speech_edges(samples)
    starts = {word.offset: word.start_s for word in spoken.words}
    sounds = tuple((phoneme.start_s, phoneme.name) for phoneme in spoken.phonemes)
    syllables = sum(name[:1] in VOWELS for _, name in sounds)
    words = _words(text, starts, sounds, end_s=end_s)
    return Phrase(samples, start_s, end_s, words, syllables)


def _speak_with_flite(text: str, voice: Voice) -> Phrase:
    spoken = speak_with_flite(text, voice=voice.name.removeprefix(FLITE), rate_wpm=voice.rate_wpm)
    samples = resample(spoken.samples, spoken.rate_hz)
    start_s, end_s = speech_edges(samples)
    words = tuple(TimedWord(*word) for word in spoken.words)
    return Phrase(samples, start_s, end_s, words, spoken.syllables if words else None)


def resample(samples: npt.NDArray[Any], rate_hz: int) -> Sound:
    """Return the samples at 16 kHz."""
    from math import gcd

    from scipy.signal import resample_poly

    common = gcd(rate_hz, RATE_HZ)
    resampled = resample_poly(samples.astype(np.float64), RATE_HZ // common, rate_hz // common)
    return resampled.astype(np.float32)


def speech_edges(samples: Sound, *, below_db: float = EDGE_DB) -> tuple[float, float]:
    """Return where the level first and last stands less than 30 dB under its loudest 10 ms."""
    window = RATE_HZ // 100
    squares = np.concatenate(([0.0], np.cumsum(np.square(samples, dtype=np.float64))))
    power = (squares[window:] - squares[:-window]) / window
    loud = np.flatnonzero(power >= power.max() * 10 ** (-below_db / 10))
    middle = window / 2
    return float(loud[0] + middle) / RATE_HZ, float(loud[-1] + middle) / RATE_HZ


def lay_out(
    name: str,
    phrases: Sequence[Phrase],
    *,
    silences_s: Sequence[float],
    lead_s: float = 0.7,
    tail_s: float = 0.7,
    hesitations: frozenset[int] = frozenset(),
) -> Passage:
    """Put phrases one after another, `silences_s[k]` of silence from speech k to speech k + 1.

    A phrase whose number is in `hesitations` becomes a hesitation: its words go there.
    """
    samples = np.zeros(0, dtype=np.float32)
    position_s = lead_s
    pieces: list[tuple[int, Sound]] = []
    spans: list[tuple[float, float]] = []
    words: list[TimedWord] = []
    heard: list[TimedWord] = []
    syllables: int | None = 0
    for number, phrase in enumerate(phrases):
        offset = round((position_s - phrase.start_s) * RATE_HZ)
        shift_s = offset / RATE_HZ
        pieces.append((offset, phrase.samples))
        spans.append((shift_s + phrase.start_s, shift_s + phrase.end_s))
        moved = [TimedWord(w.text, w.start_s + shift_s, w.end_s + shift_s) for w in phrase.words]
        (heard if number in hesitations else words).extend(moved)
        known = None if phrase.syllables is None or syllables is None else phrase.syllables
        syllables = None if known is None or syllables is None else syllables + known
        position_s = spans[-1][1] + (silences_s[number] if number < len(silences_s) else 0.0)
    samples = np.zeros(round((spans[-1][1] + tail_s) * RATE_HZ), dtype=np.float32)
    for offset, piece in pieces:
        first = max(offset, 0)
        piece = piece[first - offset : len(samples) - offset]
        samples[first : first + len(piece)] += piece
    return Passage(name, samples, tuple(spans), tuple(words), tuple(heard), syllables)


def _words(
    text: str, starts: dict[int, float], sounds: Sequence[tuple[float, str]], *, end_s: float
) -> tuple[TimedWord, ...]:
    """Give every word of the text its time; words that were announced as one share it."""
    offsets = []
    position = 0
    for word in text.split():
        position = text.index(word, position)
        offsets.append((position, word))
        position += len(word)
    edges = [*sorted(starts.items()), (len(text), end_s)]
    found = []
    for (first, begin_s), (last, next_s) in pairwise(edges):
        inside = [word for offset, word in offsets if first <= offset < last]
        letters = sum(len(word) for word in inside)
        at_s, finish_s = _sounding(sounds, begin_s, min(next_s, end_s))
        step_s = (finish_s - at_s) / max(letters, 1)
        for word in inside:
            found.append(TimedWord(word, at_s, at_s + step_s * len(word)))
            at_s += step_s * len(word)
    return tuple(found)


def _sounding(
    sounds: Sequence[tuple[float, str]], start_s: float, end_s: float
) -> tuple[float, float]:
    """Leave silence out at both ends of a stretch; names that start with "_" are silence."""
    inside = [(time, name) for time, name in sounds if start_s - 0.001 <= time < end_s - 0.001]
    while inside and inside[-1][1].startswith("_"):
        end_s = inside.pop()[0]
    voiced = [time for time, name in inside if not name.startswith("_")]
    return max(start_s, voiced[0]) if voiced else start_s, end_s
