"""Whole spoken answers: the demo's own, and the random ones of the tests."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from demo_model import grammar, noise, speech
from demo_model.demo_text import DemoAnswer
from demo_model.speech import SAMPLE_RATE_HZ, Manner, Utterance, Word

Samples = npt.NDArray[np.float32]


@dataclass(frozen=True)
class SpokenAnswer:
    """An answer as sound, with what is said when."""

    samples: Samples
    """Mono at 16 kHz."""
    words: tuple[Word, ...]
    sentences: tuple[str, ...]

    @property
    def duration_s(self) -> float:
        """Return the length of the sound."""
        return len(self.samples) / SAMPLE_RATE_HZ


def speak_demo(answer: DemoAnswer, manner: Manner) -> SpokenAnswer:
    """Speak one of the demo's answers, clean, with its pauses."""
    utterances = [speech.speak(sentence, manner) for sentence in answer.sentences]
    return _joined(utterances, answer.pauses_s, answer.sentences, lead_s=0.6)


def test_answer(seed: int, *, voice: str = "en-us", shortest_s: float = 20.0) -> SpokenAnswer:
    """Make a random answer of 20 to 90 s from text, speeds and pitches kept out of training.

    Pauses between sentences, some inside them, and light noise, 20 to 45 dB below the speech.
    """
    rng = random.Random(f"test answer {seed}")
    wanted_s = rng.uniform(shortest_s, 88.0)
    manner = speech.test_manner(rng, voice)
    utterances: list[Utterance] = []
    sentences: list[str] = []
    pauses: list[float] = []
    length = 1.0
    while True:
        sentence = grammar.test_sentence(rng)
        utterance = _stretched(rng, speech.speak(sentence, manner))
        pause = min(0.25 + rng.expovariate(1.6), 3.5)
        length += len(utterance.samples) / SAMPLE_RATE_HZ + pause
        if length > wanted_s and length > shortest_s + 5 and utterances:
            break
        utterances.append(utterance)
        sentences.append(sentence)
        pauses.append(pause)
    made = _joined(utterances, pauses, sentences, lead_s=rng.uniform(0.2, 1.5))
    kind = rng.choice(("none", *noise.KINDS))
    return replace(made, samples=noisy(rng, made.samples, kind, rng.uniform(20.0, 45.0)))


def noisy(rng: random.Random, samples: Samples, kind: str, below_db: float) -> Samples:
    """Add noise that is this much quieter than the speech, and change the gain."""
    gain = 10.0 ** (rng.uniform(-18.0, -1.0) / 20.0)
    if kind == "none":
        return np.asarray(samples * gain, dtype=np.float32)
    loud = samples[np.abs(samples) > 0.01]
    level = np.sqrt(np.mean(loud**2)) * 10.0 ** (-below_db / 20.0)
    made = noise.make(kind, len(samples) / SAMPLE_RATE_HZ + 0.1, rng.randrange(10**6, 10**7))
    return np.asarray((samples + level * made[: len(samples)]) * gain, dtype=np.float32)


def _joined(
    utterances: list[Utterance],
    pauses_s: list[float] | tuple[float, ...],
    sentences: list[str] | tuple[str, ...],
    *,
    lead_s: float,
) -> SpokenAnswer:
    pieces = [_silence(lead_s)]
    words: list[Word] = []
    at = len(pieces[0])
    for utterance, pause in zip(utterances, pauses_s, strict=True):
        shift = at / SAMPLE_RATE_HZ
        words += [Word(w.text, w.start_s + shift, w.end_s + shift) for w in utterance.words]
        pieces += [utterance.samples, _silence(pause)]
        at += len(pieces[-2]) + len(pieces[-1])
    return SpokenAnswer(np.concatenate(pieces), tuple(words), tuple(sentences))


def _stretched(rng: random.Random, utterance: Utterance) -> Utterance:
    """Lengthen some of the voice's own pauses; what comes after moves on."""
    cuts = [
        ((start + end) / 2, min(0.15 + rng.expovariate(1.8), 2.5))
        for start, end in utterance.silences
        if rng.random() < 0.3
    ]
    places = [0, *(round(place * SAMPLE_RATE_HZ) for place, _ in cuts), len(utterance.samples)]
    pieces: list[Samples] = []
    for index, (begin, end) in enumerate(pairwise(places)):
        pieces.append(utterance.samples[begin:end])
        if index < len(cuts):
            pieces.append(_silence(cuts[index][1]))

    def moved(seconds: float) -> float:
        return seconds + sum(extra for place, extra in cuts if place <= seconds)

    words = tuple(Word(w.text, moved(w.start_s), moved(w.end_s)) for w in utterance.words)
    return replace(utterance, samples=np.concatenate(pieces), words=words)


def _silence(seconds: float) -> Samples:
    return np.zeros(round(seconds * SAMPLE_RATE_HZ), np.float32)
