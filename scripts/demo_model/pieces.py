"""Cuts a recording at pauses into pieces for the recogniser, as Sayback does.

Training and measuring must not depend on the rest of the program, so this is a plain copy of its
rule: a piece ends at the last silence of at least 0.3 s before the limit, and keeps little silence
at its edges.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from demo_model.speech import SAMPLE_RATE_HZ

_FRAME = SAMPLE_RATE_HZ // 100
_SILENCE_S = 0.3
_BEFORE_S, _AFTER_S = 0.1, 0.2
_RANGE_DB = 30.0


def cut(samples: npt.NDArray[np.float32], longest_s: float) -> list[tuple[float, float]]:
    """Return (start, end) in seconds of pieces that together hold all speech."""
    regions = _speech(samples)
    duration_s = len(samples) / SAMPLE_RATE_HZ
    room_s = longest_s - _BEFORE_S - _AFTER_S
    pieces: list[tuple[float, float]] = []
    while regions:
        start = regions[0][0]
        fitting = [index for index, (_, end) in enumerate(regions) if end - start <= room_s]
        taken = fitting[-1] + 1 if fitting else 1
        end = regions[taken - 1][1]
        if not fitting:
            end = start + room_s
            regions[0] = (end, regions[0][1])
            taken = 0
        pieces.append((max(start - _BEFORE_S, 0.0), min(end + _AFTER_S, duration_s)))
        regions = regions[taken:]
    return pieces


def _speech(samples: npt.NDArray[np.float32]) -> list[tuple[float, float]]:
    """Return stretches of speech with silences of at least 0.3 s between them."""
    # The difference of neighbouring samples leaves out hum and rumble.
    sharp = np.diff(samples, prepend=samples[:1])
    count = len(sharp) // _FRAME
    power = np.mean(sharp[: count * _FRAME].reshape(count, _FRAME) ** 2, axis=1)
    level = 10.0 * np.log10(power + 1e-12)
    loud = level > max(np.percentile(level, 99) - _RANGE_DB, np.percentile(level, 10) + 6.0)
    edges = np.flatnonzero(np.diff(loud.astype(np.int8), prepend=0, append=0)) / 100.0
    regions: list[tuple[float, float]] = []
    for start, end in edges.reshape(-1, 2):
        if regions and start - regions[-1][1] < _SILENCE_S:
            regions[-1] = (regions[-1][0], float(end))
        else:
            regions.append((float(start), float(end)))
    return [region for region in regions if region[1] - region[0] >= 0.05]
