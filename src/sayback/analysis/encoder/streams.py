"""Words as one stream of tokens, in passes that overlap by half where they are many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sayback.analysis.encoder.layout import CLS, MAX_TOKENS, SEP
from sayback.analysis.encoder.network import Marks, Numbers


@dataclass(frozen=True, slots=True)
class Stream:
    """Tokens of one pass over a stretch of words, and where each word stands in them."""

    ids: tuple[int, ...]
    first_word: int
    spans: tuple[tuple[int, int], ...]
    """First and last token of each word, from `first_word` on."""


def streams(words: Sequence[Sequence[int]], *, max_tokens: int = MAX_TOKENS) -> tuple[Stream, ...]:
    """Lay out words in one pass, or in passes that overlap by half.

    Parameters
    ----------
    words
        Token ids of each word; of a very long one the first are read, and a word of no tokens (a
        soft hyphen, say) is judged by what follows it.
    """
    room = max_tokens - 3
    cut = [list(ids[: room // 4]) for ids in words]
    found: list[Stream] = []
    begin = 0
    while begin < len(cut):
        end, used = begin, 0
        while end < len(cut) and used + len(cut[end]) <= room:
            used += len(cut[end])
            end += 1
        found.append(_stream(cut, begin, end))
        if end == len(cut):
            break
        begin += max(1, (end - begin) // 2)
    return tuple(found)


def spread(marks: Marks, stream: Stream) -> Marks:
    """Give each token of a pass its word's marks; special ones get none.

    Parameters
    ----------
    marks
        Shape (words, kinds), of all words.

    Returns
    -------
    Shape (tokens, kinds).
    """
    found = np.zeros((len(stream.ids), marks.shape[1]), np.float32)
    for word, (first, last) in enumerate(stream.spans, stream.first_word):
        found[first : last + 1] = marks[word]
    return found


def at_most_central(found: Sequence[Stream], outputs: Sequence[Numbers], *, last: bool) -> Numbers:
    """Return for each word the numbers of the pass in which it stands most central.

    Parameters
    ----------
    outputs
        One array of shape (tokens, columns) for each pass.
    last
        Whether a word's last token speaks for it, or its first.

    Returns
    -------
    Shape (words, columns).
    """
    count = found[-1].first_word + len(found[-1].spans)
    rows, nearest = np.zeros((count, outputs[0].shape[1])), np.full(count, np.inf)
    for stream, numbers in zip(found, outputs, strict=True):
        for word, span in enumerate(stream.spans, stream.first_word):
            place = span[last]
            distance = abs(place - len(stream.ids) / 2)
            if distance < nearest[word]:
                nearest[word], rows[word] = distance, numbers[place]
    return rows


def _stream(words: Sequence[Sequence[int]], begin: int, end: int) -> Stream:
    ids = [CLS, SEP]
    spans: list[tuple[int, int]] = []
    for word in words[begin:end]:
        first = len(ids)
        ids += word
        spans.append((first, len(ids) - 1))
    return Stream((*ids, SEP), begin, tuple(spans))
