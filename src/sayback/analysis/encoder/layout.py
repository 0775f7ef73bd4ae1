"""How an answer is laid out as tokens, so that the encoder sees all of it at once.

    [CLS] question [SEP] sentence 1 [SEP] sentence 2 [SEP] ...

A label is read off every sentence's separator (Cohan et al. 2019). An answer that is longer than
the encoder's positions goes through windows that overlap by half.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

CLS, SEP = 101, 102
"""Ids of the special tokens in the vocabulary of BERT, uncased."""
CONTINUES = (1012, 1012, 1012)
"""Three full stops, before the first sentence of a window that does not begin the answer."""
MAX_TOKENS = 512
MAX_QUESTION_TOKENS = 40
MAX_SENTENCE_TOKENS = 100
"""Of a longer sentence the beginning and the end are read."""


@dataclass(frozen=True, slots=True)
class Window:
    """Tokens of one pass, and where each sentence stands in them."""

    ids: tuple[int, ...]
    first_sentence: int
    spans: tuple[tuple[int, int], ...]
    """First token and separator of each sentence, from `first_sentence` on."""

    def distance(self, sentence: int) -> float:
        """Return how far from the window's middle a sentence stands, in tokens."""
        first, separator = self.spans[sentence - self.first_sentence]
        return abs((first + separator) / 2 - len(self.ids) / 2)


def windows(
    question: Sequence[int], sentences: Sequence[Sequence[int]], *, max_tokens: int = MAX_TOKENS
) -> tuple[Window, ...]:
    """Lay out an answer in as few windows as it takes.

    Parameters
    ----------
    question
        Token ids; empty where nobody knows what was asked.
    sentences
        Token ids of each sentence, without special ones.
    max_tokens
        The encoder's positions.

    Returns
    -------
    tuple of Window
        One, where everything fits; else windows of about the same length, each beginning at a
        sentence near the middle of the one before. Every sentence is in at least one.
    """
    asked = list(question[:MAX_QUESTION_TOKENS])
    cut = [_shortened(ids) for ids in sentences]
    if not cut:
        return ()
    sizes = [len(ids) + 1 for ids in cut]
    room = max_tokens - len(asked) - 2
    if sum(sizes) <= room:
        return (_window(asked, cut, 0, len(cut)),)
    room -= len(CONTINUES)
    found: list[Window] = []
    for begin, end in _stretches(sizes, room):
        found.append(_window([*asked, *CONTINUES] if begin else asked, cut, begin, end))
    return tuple(found)


def central_window(found: Sequence[Window], sentence: int) -> int:
    """Return the number of the window in which a sentence stands most central."""
    holding = [
        number for number, window in enumerate(found)
        if 0 <= sentence - window.first_sentence < len(window.spans)
    ]  # fmt: skip
    return min(holding, key=lambda number: found[number].distance(sentence))


def _stretches(sizes: Sequence[int], room: int) -> list[tuple[int, int]]:
    """Return first and last-but-one sentence of windows that overlap by half."""
    total = sum(sizes)
    starts = [sum(sizes[:index]) for index in range(len(sizes))]
    # n windows that overlap by half cover (n + 1) / 2 of their length.
    count = max(2, math.ceil(2 * total / room) - 1)
    hop = total / (count + 1)
    found: list[tuple[int, int]] = []
    for number in range(count):
        begin = next(i for i, start in enumerate(starts) if start + sizes[i] > number * hop)
        end = begin
        while end < len(sizes) and starts[end] + sizes[end] - starts[begin] <= room:
            end += 1
            if starts[end - 1] + sizes[end - 1] >= (number + 2) * hop:
                break
        found.append((begin, end))
    return _without_gaps(found, sizes, room)


def _without_gaps(
    stretches: list[tuple[int, int]], sizes: Sequence[int], room: int
) -> list[tuple[int, int]]:
    """Add windows where long sentences left some out, as at the end."""
    whole: list[tuple[int, int]] = []
    covered = 0
    for begin, end in [*stretches, (len(sizes), len(sizes))]:
        while begin > covered:
            stop = covered
            while stop < len(sizes) and sum(sizes[covered : stop + 1]) <= room:
                stop += 1
            whole.append((covered, stop))
            covered = stop
        if end > covered:
            whole.append((begin, end))
            covered = end
    return whole


def _window(
    head: Sequence[int], sentences: Sequence[Sequence[int]], begin: int, end: int
) -> Window:
    ids = [CLS, *head, SEP]
    spans: list[tuple[int, int]] = []
    for sentence in sentences[begin:end]:
        first = len(ids)
        ids += [*sentence, SEP]
        spans.append((first, len(ids) - 1))
    return Window(tuple(ids), begin, tuple(spans))


def _shortened(ids: Sequence[int]) -> list[int]:
    if len(ids) <= MAX_SENTENCE_TOKENS:
        return list(ids)
    half = MAX_SENTENCE_TOKENS // 2
    return [*ids[:half], *ids[-half:]]
