"""Windows put together into arrays for one training step."""

from __future__ import annotations

import queue
import random
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from demo_model import mel, tokenizer, windows
from demo_model.pool import Pool
from demo_model.windows import Token, Window

IGNORED = -100
_POSITIONS = 1500
_SAMPLED_PADDING = 32
_LATEST_FIRST_TIMESTAMP_S = 1.0
_WITHOUT_TIMESTAMPS = 0.3
_WITHOUT_SPEECH = 0.04
_STAGES = ((0.10, 4.0), (0.30, 8.0), (1.0, 12.5))
_SECONDS_IN_BATCH = 150.0


@dataclass(frozen=True)
class Batch:
    """Arrays of one step; see `model.Whisper.encode` for the first three."""

    log_mel: Tensor
    places: Tensor
    bias: Tensor
    tokens: Tensor
    """What the decoder is given, (batch, text)."""
    wanted: Tensor
    """What it should say next, (batch, text); -100 where nothing is asked."""
    heard_next: Tensor
    """(batch, text, n) where the next token is heard; rows add up to 1, or are 0."""
    heard_now: Tensor
    """The same for the token given."""
    phonemes: Tensor
    """(batch, n), -100 on padding."""


def stream(pool: Pool, fraction: Callable[[], float], seed: int) -> Iterator[Batch]:
    """Make batches in a thread, in longer and longer windows as training goes on."""
    ready: queue.Queue[Batch] = queue.Queue(maxsize=6)

    def work() -> None:
        rng = random.Random(f"windows {seed}")
        while True:
            ready.put(make(rng, pool, longest_s(fraction())))

    threading.Thread(target=work, daemon=True).start()
    while True:
        yield ready.get()


def longest_s(fraction: float) -> float:
    """Return the length of the longest window at a point of the training, 0 to 1."""
    return next(length for until, length in _STAGES if fraction < until or until == 1.0)


def make(rng: random.Random, pool: Pool, longest: float) -> Batch:
    """Make one batch of about the same amount of audio whatever the windows' length."""
    length = longest * rng.uniform(0.65, 1.0)
    chosen = [
        windows.without_speech(rng, length)
        if rng.random() < _WITHOUT_SPEECH
        else windows.compose(rng, pool.clips, length)
        for _ in range(round(_SECONDS_IN_BATCH / length))
    ]
    return collate(rng, chosen)


def collate(rng: random.Random, chosen: list[Window]) -> Batch:
    """Pad windows to one shape and write the decoder's two sides."""
    count = len(chosen)
    lengths = [len(window.phonemes) for window in chosen]
    size = max(lengths) + _SAMPLED_PADDING
    texts = [_sides(rng, window) for window in chosen]
    longest_text = max(len(given) for given, _ in texts)
    log_mel = np.zeros((count, 2 * max(lengths) + 16, mel.BANDS), np.float32)
    places = np.zeros((count, size), np.int64)
    bias = np.zeros((count, size), np.float32)
    phonemes = np.full((count, size), IGNORED, np.int64)
    tokens = np.full((count, longest_text), tokenizer.END, np.int64)
    wanted = np.full((count, longest_text), IGNORED, np.int64)
    heard = np.zeros((2, count, longest_text, size), np.float32)
    for row, (window, n, (given, asked)) in enumerate(zip(chosen, lengths, texts, strict=True)):
        log_mel[row, : 2 * n] = window.log_mel[: 2 * n]
        padding = sorted(rng.sample(range(n, _POSITIONS), size - n))
        places[row] = [*range(n), *padding]
        bias[row, n:] = np.log((_POSITIONS - n) / (size - n))
        labels = window.phonemes
        phonemes[row, :n] = np.where(labels == windows.UNKNOWN, IGNORED, labels)
        tokens[row, : len(given)] = [token.id for token in given]
        wanted[row, : len(asked)] = [token.id for token in asked]
        for side, line in enumerate((asked, given)):
            for place, token in enumerate(line):
                if token.first >= 0:
                    last = min(max(token.last, token.first + 1), n)
                    first = min(token.first, last - 1)
                    heard[side, row, place, first:last] = 1.0 / (last - first)
    arrays = (log_mel, places, bias, tokens, wanted, heard[0], heard[1], phonemes)
    return Batch(*map(torch.from_numpy, arrays))


def _sides(rng: random.Random, window: Window) -> tuple[list[Token], list[Token]]:
    """Return what the decoder is given and what it is asked, one step apart."""
    timed = rng.random() >= _WITHOUT_TIMESTAMPS
    line = [_silent(tokenizer.START)]
    if not timed:
        line.append(_silent(tokenizer.NO_TIMESTAMPS))
    elif not window.sentences:
        line.append(_silent(tokenizer.timestamp(0.0)))
    for sentence in window.sentences:
        if timed:
            latest = _LATEST_FIRST_TIMESTAMP_S if len(line) == 1 else 30.0
            line.append(_timestamp(sentence[0].first, latest))
        line += sentence
        if timed:
            # The sentence's last token is its mark, which begins where the last word ends.
            line.append(_timestamp(sentence[-1].first, 30.0))
    line.append(_silent(tokenizer.END))
    asked = line[1:]
    if not window.sentences:
        asked[0] = _silent(tokenizer.NO_SPEECH)
    elif not timed:
        asked[0] = _silent(IGNORED)
    return _disturbed(rng, line[:-1]), asked


def _disturbed(rng: random.Random, given: list[Token]) -> list[Token]:
    """Swap some given words for others, so that the network listens more than it guesses."""
    if rng.random() < 0.4:
        return given
    return [
        _silent(rng.randrange(tokenizer.TEXT_TOKENS))
        if token.id < tokenizer.TEXT_TOKENS and rng.random() < 0.12
        else token
        for token in given
    ]


def _timestamp(position: int, latest_s: float) -> Token:
    seconds = min(position / windows.POSITIONS_PER_S, latest_s)
    return Token(tokenizer.timestamp(seconds), position, position + 2)


def _silent(token: int) -> Token:
    return Token(token, -1, -1)
