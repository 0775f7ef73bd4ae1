"""Where sentences end in words without any mark, as the encoder hears it.

Rules that look for "and then" find a quarter of the ends; who has read what follows finds most.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sayback.analysis.encoder.layout import CLS, MAX_TOKENS, SEP
from sayback.analysis.encoder.readout import SENTENCE_ENDS, Numbers

_ROOM = MAX_TOKENS - 3


@dataclass(frozen=True, slots=True)
class Stream:
    """Tokens of one pass over a stretch of words, and where each word ends in them."""

    ids: tuple[int, ...]
    first_word: int
    places: tuple[int, ...]
    """Last token of each word, from `first_word` on."""


def streams(words: Sequence[Sequence[int]]) -> tuple[Stream, ...]:
    """Lay out words in one pass, or in passes that overlap by half.

    Parameters
    ----------
    words
        Token ids of each word; of a very long one the first are read.
    """
    cut = [list(ids[: _ROOM // 4]) for ids in words]
    found: list[Stream] = []
    begin = 0
    while begin < len(cut):
        end, used = begin, 0
        while end < len(cut) and used + len(cut[end]) <= _ROOM:
            used += len(cut[end])
            end += 1
        found.append(_stream(cut, begin, end))
        if end == len(cut):
            break
        begin += max(1, (end - begin) // 2)
    return tuple(found)


def end_logits(found: Sequence[Stream], outputs: Sequence[Numbers]) -> Numbers:
    """Return for each word the logit of a sentence ending there, from the most central pass."""
    count = found[-1].first_word + len(found[-1].places)
    logits, nearest = np.zeros(count), np.full(count, np.inf)
    for stream, numbers in zip(found, outputs, strict=True):
        for offset, place in enumerate(stream.places):
            word = stream.first_word + offset
            distance = abs(place - len(stream.ids) / 2)
            if distance < nearest[word]:
                nearest[word], logits[word] = distance, numbers[place, SENTENCE_ENDS]
    return logits


def best_cuts(gains: Sequence[float], *, max_words: int) -> list[tuple[int, int]]:
    """Cut words where most is gained in sum, so that no sentence is longer than `max_words`.

    Parameters
    ----------
    gains
        What ending a sentence after each word adds; negative where none should end.

    Returns
    -------
    list of (first, last), both included, covering each word once.
    """
    total = len(gains)
    best = [0.0] + [-np.inf] * total
    origin = [0] * (total + 1)
    for end in range(1, total + 1):
        gained = float(gains[end - 1]) if end < total else 0.0
        for begin in range(max(0, end - max_words), end):
            if best[begin] + gained > best[end]:
                best[end], origin[end] = best[begin] + gained, begin
    cuts: list[tuple[int, int]] = []
    end = total
    while end:
        cuts.append((origin[end], end - 1))
        end = origin[end]
    return cuts[::-1]


def _stream(words: Sequence[Sequence[int]], begin: int, end: int) -> Stream:
    ids = [CLS, SEP]
    places: list[int] = []
    for word in words[begin:end]:
        ids += word
        places.append(len(ids) - 1)
    return Stream((*ids, SEP), begin, tuple(places))
