"""What a take sounds like, drawn in blocks: its loudness and its pace. No screen."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Sequence

import numpy as np

from sayback.analysis.report import PacePoint
from sayback.audio.samples import Audio

POINTS = 2000
"""More than any screen has cells."""
SLOWEST_WPM, FASTEST_WPM = 60.0, 240.0
"""What the lowest and the highest block of the pace curve stand for."""
_RANGE_DB = 42.0
_SILENT_POWER = 1e-4
"""A take that never gets louder, 40 dB under full scale, is drawn as quiet as it is."""
_BLOCKS = " ▁▂▃▄▅▆▇█"


def sketch_levels(audio: Audio) -> tuple[float, ...]:
    """Return how loud each of `POINTS` equal stretches is, 0 to 1 (the loudest), in decibels.

    Takes a moment for a long take, so call it off the screen's thread.
    """
    count = min(POINTS, len(audio.samples))
    if not count:
        return ()
    edges = np.linspace(0, len(audio.samples), count + 1).astype(int)
    # Piece by piece: the squares of half an hour would fill the memory.
    pieces = (audio.samples[first:last] for first, last in itertools.pairwise(edges))
    power = np.array([float(np.dot(piece, piece)) / len(piece) for piece in pieces])
    loudest = max(float(power.max()), _SILENT_POWER)
    below_db = 10.0 * np.log10(np.maximum(power / loudest, 1e-12))
    return tuple(np.clip(1.0 + below_db / _RANGE_DB, 0.0, 1.0).tolist())


def fit(levels: Sequence[float], width: int) -> tuple[float, ...]:
    """Return the loudest level in each of `width` cells."""
    if not levels or width <= 0:
        return (0.0,) * max(0, width)
    edges = [place * len(levels) // width for place in range(width + 1)]
    return tuple(
        max(levels[first : max(first + 1, last)]) for first, last in itertools.pairwise(edges)
    )


def columns(heights: Sequence[float | None], rows: int) -> tuple[str, ...]:
    """Draw heights of 0 to 1 as columns of blocks; the top row comes first.

    None leaves a column empty; any other height shows at least the thinnest block.
    """
    steps = len(_BLOCKS) - 1
    filled = [
        0 if height is None else max(1, round(min(1.0, max(0.0, height)) * rows * steps))
        for height in heights
    ]
    return tuple(
        "".join(_BLOCKS[min(steps, max(0, eighths - floor * steps))] for eighths in filled)
        for floor in reversed(range(rows))
    )


def pace_heights(
    curve: Sequence[PacePoint], duration_s: float, width: int
) -> tuple[float | None, ...]:
    """Return the pace under each cell, 0 (slow) to 1 (fast); None where it was not measured."""
    if not curve or duration_s <= 0:
        return (None,) * width
    times = [point.t for point in curve]
    half_s = (times[1] - times[0]) / 2 if len(times) > 1 else duration_s / width
    heights: list[float | None] = []
    for cell in range(width):
        now_s = (cell + 0.5) / width * duration_s
        if not times[0] - half_s <= now_s <= times[-1] + half_s:
            heights.append(None)
            continue
        wpm = _between(curve, times, now_s)
        heights.append((wpm - SLOWEST_WPM) / (FASTEST_WPM - SLOWEST_WPM))
    return tuple(heights)


def _between(curve: Sequence[PacePoint], times: Sequence[float], now_s: float) -> float:
    after = bisect_right(times, now_s)
    if after == 0:
        return curve[0].wpm
    if after == len(curve):
        return curve[-1].wpm
    left, right = curve[after - 1], curve[after]
    return left.wpm + (right.wpm - left.wpm) * (now_s - left.t) / (right.t - left.t)
