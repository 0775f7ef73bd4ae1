"""Training windows: sentences, pauses and noise put together in the log-mel domain."""

from __future__ import annotations

import random
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from demo_model import mel, noise, tokenizer
from demo_model.speech import Utterance

POSITIONS_PER_S = 50
UNKNOWN = 255
"""Label of a phoneme too rare to be in the list."""
_TOKEN_SHARE_MARKS = ".,?!"


@dataclass(frozen=True)
class Token:
    """A token of the transcript and the positions (of 20 ms) where it is heard."""

    id: int
    first: int
    last: int


@dataclass(frozen=True)
class Clip:
    """An utterance as it is kept in memory, ready to be put into windows."""

    log_mel: npt.NDArray[np.float16]
    """Shape (frames, 80), log10 power."""
    tokens: tuple[tuple[int, float, float], ...]
    """Token, start and end in seconds."""
    phonemes: npt.NDArray[np.uint8]
    """One label for each position of 20 ms; 0 is silence."""
    silences: tuple[float, ...]
    """Middles of the silences inside, in seconds."""


@dataclass(frozen=True)
class Window:
    """One training example."""

    log_mel: mel.LogMel
    """Normalised, shape (frames, 80), frames even."""
    sentences: tuple[tuple[Token, ...], ...]
    phonemes: npt.NDArray[np.int64]


def clip(utterance: Utterance, made: Tokenizer, phoneme_ids: dict[str, int]) -> Clip:
    """Label an utterance by tokens; a punctuation mark owns the silence after its word."""
    tokens: list[tuple[int, float, float]] = []
    for index, word in enumerate(utterance.words):
        parts = tokenizer.word_tokens(made, word.text)
        marks = 1 if word.text[-1] in _TOKEN_SHARE_MARKS and len(parts) > 1 else 0
        letters = sum(count for _, count in parts[: len(parts) - marks])
        following = utterance.words[index + 1].start_s if index + 1 < len(utterance.words) else None
        at = word.start_s
        for token, count in parts[: len(parts) - marks]:
            until = at + (word.end_s - word.start_s) * count / letters
            tokens.append((token, at, until))
            at = until
        if marks:
            tokens.append((parts[-1][0], word.end_s, following or word.end_s + 0.1))
        elif following is not None and following > word.end_s + 0.1:
            # An unwritten pause: it has no token, so the word before it owns it in the alignment.
            token, start, _ = tokens.pop()
            tokens.append((token, start, following))
    log_mel = mel.log_power(utterance.samples)
    labels = np.zeros(len(log_mel) // 2, dtype=np.uint8)
    for phoneme in utterance.phonemes:
        name = 0 if phoneme.name.startswith("_") else phoneme_ids.get(phoneme.name, UNKNOWN)
        labels[round(phoneme.start_s * POSITIONS_PER_S) :] = name
    return Clip(
        log_mel.astype(np.float16),
        tuple(tokens),
        labels,
        tuple((start + end) / 2 for start, end in utterance.silences),
    )


def compose(rng: random.Random, clips: list[Clip], longest_s: float) -> Window:
    """Put sentences one after the other, with pauses, up to a length, and dirty them."""
    lead = rng.uniform(0.0, 0.3) if rng.random() < 0.8 else rng.uniform(0.3, 1.6)
    pieces = [_silence(min(lead, 0.12 * longest_s))]
    phonemes = [np.zeros(len(pieces[0]) // 2, np.uint8)]
    sentences: list[tuple[Token, ...]] = []
    at = len(phonemes[0])
    limit = longest_s * rng.uniform(0.6, 1.0)
    while True:
        chosen = rng.choice(clips)
        pauses = [(place, _pause(rng)) for place in chosen.silences if rng.random() < 0.3]
        if at + len(chosen.phonemes) > longest_s * POSITIONS_PER_S:
            if sentences:
                break
            continue
        if at / POSITIONS_PER_S + sum(extra for _, extra in pauses) > 0.3 * longest_s:
            pauses = []
        log_mel, labels, tokens = _stretched(chosen, pauses)
        gap = _silence(_pause(rng) if rng.random() < 0.85 else 0.0)
        sentences.append(tuple(Token(t.id, t.first + at, t.last + at) for t in tokens))
        pieces += [log_mel, gap]
        phonemes += [labels, np.zeros(len(gap) // 2, np.uint8)]
        at += len(labels) + len(gap) // 2
        if at >= limit * POSITIONS_PER_S:
            break
    tail = rng.randint(2, 40)
    pieces[-1], phonemes[-1] = pieces[-1][: 2 * tail], phonemes[-1][:tail]
    whole = np.concatenate(pieces).astype(np.float32)
    return Window(
        mel.normalise(noise.dirty(rng, whole)),
        tuple(sentences),
        np.concatenate(phonemes).astype(np.int64),
    )


def without_speech(rng: random.Random, longest_s: float) -> Window:
    """Return a window of noise, hum or silence."""
    quiet = _silence(rng.uniform(0.6, longest_s))
    return Window(mel.normalise(noise.alone(rng, quiet)), (), np.zeros(len(quiet) // 2, np.int64))


def _stretched(
    chosen: Clip, pauses: list[tuple[float, float]]
) -> tuple[mel.LogMel, npt.NDArray[np.uint8], list[Token]]:
    """Lengthen silences inside a sentence; what comes after moves on."""
    cuts = [(round(place * POSITIONS_PER_S), round(s * POSITIONS_PER_S)) for place, s in pauses]
    positions = len(chosen.phonemes)
    source = chosen.log_mel[: 2 * positions]
    frames, labels, begin = [], [], 0
    for place, extra in cuts:
        frames += [source[2 * begin : 2 * place], np.full((2 * extra, mel.BANDS), mel.FLOOR)]
        labels += [chosen.phonemes[begin:place], np.zeros(extra, np.uint8)]
        begin = place
    frames.append(source[2 * begin :])
    labels.append(chosen.phonemes[begin:])

    def moved(seconds: float) -> int:
        position = round(seconds * POSITIONS_PER_S)
        return position + sum(extra for place, extra in cuts if place <= position)

    tokens = [
        Token(token, moved(start), max(moved(end), moved(start) + 1))
        for token, start, end in chosen.tokens
    ]
    return np.concatenate(frames), np.concatenate(labels), tokens


def _pause(rng: random.Random) -> float:
    return min(0.1 + rng.expovariate(1.8), 3.0)


def _silence(seconds: float) -> mel.LogMel:
    return np.full((2 * round(seconds * POSITIONS_PER_S), mel.BANDS), mel.FLOOR, np.float32)
