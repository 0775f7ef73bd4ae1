"""Masks over 5 ms frames: runs of True, short gaps filled, edges widened."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import numpy.typing as npt

Mask = npt.NDArray[np.bool_]


def runs(mask: Mask) -> list[tuple[int, int]]:
    """Return (first, one past last) of every run of True."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], mask, [False])).astype(np.int8)))
    return [(int(first), int(last)) for first, last in edges.reshape(-1, 2)]


def bridge(mask: Mask, longest: int) -> Mask:
    """Fill gaps of fewer than `longest` frames between two runs."""
    filled = mask.copy()
    found = runs(mask)
    for (_, end), (start, _) in pairwise(found):
        if start - end < longest:
            filled[end:start] = True
    return filled


def dilate(mask: Mask, frames: int) -> Mask:
    """Make every run longer by some frames at both ends."""
    total = np.concatenate(([0], np.cumsum(mask)))
    index = np.arange(len(mask))
    upper = np.minimum(index + frames + 1, len(mask))
    lower = np.maximum(index - frames, 0)
    return np.asarray(total[upper] > total[lower])
