"""Plain text, and how the words of a longer text share its time."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from sayback.transcript.model import Transcript, Word


def from_text(text: str) -> tuple[Word, ...]:
    """Split text at white space; nobody knows when these words were spoken."""
    return tuple(Word(text=token) for token in text.split())


def to_text(transcript: Transcript) -> str:
    """Return the words with single spaces between them, a line for each recogniser's segment."""
    lines: list[list[str]] = [[]]
    for word in transcript.words:
        if word.opens_segment and lines[-1]:
            lines.append([])
        lines[-1].append(word.text)
    text = "\n".join(" ".join(line) for line in lines)
    return f"{text}\n" if text else ""


def share_time(
    text: str, start_s: float | None, end_s: float | None, *, opens_segment: bool = True
) -> tuple[Word, ...]:
    """Give each word of a text its part of a stretch of time, by its number of characters."""
    tokens = text.split()
    if start_s is None or end_s is None or end_s < start_s:
        times: list[tuple[float | None, float | None]] = [(None, None)] * len(tokens)
    else:
        edges = [start_s]
        total = sum(map(len, tokens))
        for done in _running_sums(map(len, tokens)):
            edges.append(start_s + (end_s - start_s) * done / total)
        times = list(pairwise(edges))
    return tuple(
        Word(text=token, start_s=start, end_s=end, opens_segment=opens_segment and i == 0)
        for i, (token, (start, end)) in enumerate(zip(tokens, times, strict=True))
    )


def _running_sums(numbers: Iterable[int]) -> Iterable[int]:
    total = 0
    for number in numbers:
        total += number
        yield total
