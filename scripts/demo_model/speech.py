"""Spoken sentences with exact labels: espeak-ng says when it began each word and phoneme."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from demo_model import grammar
from sayback.voice import espeak

SAMPLE_RATE_HZ = 16_000
Samples = npt.NDArray[np.float32]

# Speeds and pitches of the tests; training keeps this far away from them.
TEST_RATES_WPM = (138, 151, 163, 176, 187)
TEST_PITCHES = (34, 45, 57, 66)
_APART_RATE, _APART_PITCH = 2, 1
_TRAIN_RATES_WPM = tuple(
    rate for rate in range(120, 212) if min(abs(rate - t) for t in TEST_RATES_WPM) > _APART_RATE
)
_TRAIN_PITCHES = tuple(
    pitch for pitch in range(22, 80) if min(abs(pitch - t) for t in TEST_PITCHES) > _APART_PITCH
)
VARIANTS = ("m1", "m2", "m3", "m4", "m7", "f1", "f2", "f3", "f4")


@dataclass(frozen=True)
class Word:
    """One written word and when it is heard."""

    text: str
    start_s: float
    end_s: float


@dataclass(frozen=True)
class Utterance:
    """One spoken sentence."""

    samples: Samples
    """Mono at 16 kHz."""
    words: tuple[Word, ...]
    phonemes: tuple[espeak.SpokenPhoneme, ...]
    silences: tuple[tuple[float, float], ...]
    """Seconds where the voice itself is silent between two clauses."""


@dataclass(frozen=True)
class Manner:
    """How a sentence is spoken."""

    voice: str
    rate_wpm: int
    pitch: int


def training_manner(rng: random.Random) -> Manner:
    """Mostly the plain voice, which the demo uses; sometimes a variant or a British accent."""
    roll = rng.random()
    voice = "en-us"
    if roll < 0.15:
        voice += "+" + rng.choice(VARIANTS)
    elif roll < 0.22:
        voice = "en"
    return Manner(voice, rng.choice(_TRAIN_RATES_WPM), rng.choice(_TRAIN_PITCHES))


def test_manner(rng: random.Random, voice: str = "en-us") -> Manner:
    """Return a speed and a pitch that training never had."""
    return Manner(voice, rng.choice(TEST_RATES_WPM), rng.choice(TEST_PITCHES))


def speak(sentence: str, manner: Manner) -> Utterance:
    """Speak one sentence of the grammar and label it."""
    text = grammar.spoken(sentence)
    speech = espeak.synthesise(
        text, voice=manner.voice, rate_wpm=manner.rate_wpm, pitch=manner.pitch
    )
    samples = resample(speech.samples, speech.sample_rate_hz)
    silences = _silences(speech.phonemes, len(samples) / SAMPLE_RATE_HZ)
    return Utterance(
        samples,
        _words(grammar.written(sentence).split(), text, speech, silences),
        speech.phonemes,
        tuple(gap for gap in silences if gap[1] < len(samples) / SAMPLE_RATE_HZ - 0.05),
    )


def resample(samples: Samples, sample_rate_hz: int) -> Samples:
    """Bring samples to 16 kHz by cutting or padding their spectrum."""
    if sample_rate_hz == SAMPLE_RATE_HZ:
        return samples
    step = sample_rate_hz // np.gcd(sample_rate_hz, SAMPLE_RATE_HZ)
    size = -(-(len(samples) + step) // step) * step
    wanted = size * SAMPLE_RATE_HZ // sample_rate_hz
    spectrum = np.fft.rfft(samples, size)
    kept = np.zeros(wanted // 2 + 1, dtype=complex)
    bins = min(len(kept), len(spectrum))
    kept[:bins] = spectrum[:bins]
    out = np.fft.irfft(kept, wanted) * (wanted / size)
    return out[: len(samples) * SAMPLE_RATE_HZ // sample_rate_hz].astype(np.float32)


def _silences(
    phonemes: tuple[espeak.SpokenPhoneme, ...], duration_s: float
) -> list[tuple[float, float]]:
    gaps: list[tuple[float, float]] = []
    for index, phoneme in enumerate(phonemes):
        if not phoneme.name.startswith("_"):
            continue
        following = phonemes[index + 1].start_s if index + 1 < len(phonemes) else duration_s
        if gaps and gaps[-1][1] == phoneme.start_s:
            gaps[-1] = (gaps[-1][0], following)
        else:
            gaps.append((phoneme.start_s, following))
    return gaps


def _words(
    texts: list[str], spoken: str, speech: espeak.Speech, silences: list[tuple[float, float]]
) -> tuple[Word, ...]:
    """Give every word its time; words that the voice ran together share theirs by letters."""
    spans = [found.span() for found in re.finditer(r"\S+", spoken)]
    if len(spans) != len(texts):
        raise ValueError(f"{spoken!r} is not read as it is written")
    starts: list[float | None] = [None] * len(spans)
    for event in speech.words:
        for index, (first, last) in enumerate(spans):
            if first <= event.offset < last and starts[index] is None:
                starts[index] = event.start_s
    known = _fill_between(starts, [last - first for first, last in spans], silences[-1][0])
    ends = [*known[1:], silences[-1][0]]
    for index, (start, end) in enumerate(zip(known, ends, strict=True)):
        inside = [gap[0] for gap in silences if start < gap[0] < end]
        ends[index] = min([end, *inside])
    return tuple(map(Word, texts, known, ends))


def _fill_between(starts: list[float | None], letters: list[int], end_s: float) -> list[float]:
    known = [start if start is not None else -1.0 for start in starts]
    known[0] = max(known[0], 0.0)
    for index, start in enumerate(known):
        if start >= 0.0:
            continue
        after = next((i for i in range(index, len(known)) if known[i] >= 0.0), len(known))
        until = known[after] if after < len(known) else end_s
        share = letters[index - 1] / sum(letters[index - 1 : after])
        known[index] = known[index - 1] + share * (until - known[index - 1])
    return known
