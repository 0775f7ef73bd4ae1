"""What a recording looks like: its loudness and its pitch, few enough points to draw."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from sayback.audio.samples import ANALYSIS_RATE_HZ, Samples

LEVEL_POINTS = 600
PITCH_POINTS = 400
_RANGE_DB = 45.0
"""What lies further under the loudest moment is drawn as silence."""
_SILENT_POWER = 1e-4
"""A recording that never gets louder, 40 dB under full scale, is drawn as quiet as it is."""


@dataclass(frozen=True, slots=True)
class SoundSketch:
    """Points that are evenly spread over the whole recording."""

    duration_s: float
    level: tuple[float, ...]
    """0 (45 dB under the loudest moment, or softer) to 1 (the loudest)."""
    pitch_semitones: tuple[float | None, ...]
    """About the recording's median; None where there is no voice."""


def sketch_sound(samples: Samples) -> SoundSketch:
    """Draw loudness and pitch of a recording.

    Parameters
    ----------
    samples
        Shape (n,), mono, 16 kHz, full scale ±1.
    """
    return SoundSketch(
        duration_s=len(samples) / ANALYSIS_RATE_HZ,
        level=_level(samples),
        pitch_semitones=_pitch(samples),
    )


def _level(samples: Samples) -> tuple[float, ...]:
    if not len(samples):
        return ()
    edges = np.linspace(0, len(samples), min(LEVEL_POINTS, len(samples)) + 1).astype(int)
    power = np.add.reduceat(np.square(samples, dtype=np.float64), edges[:-1]) / np.diff(edges)
    loudest = max(float(power.max()), _SILENT_POWER)
    below_db = 10.0 * np.log10(np.maximum(power / loudest, 1e-12))
    return tuple(np.clip(1.0 + below_db / _RANGE_DB, 0.0, 1.0).round(3).tolist())


def _pitch(samples: Samples) -> tuple[float | None, ...]:
    from sayback.analysis.pitch import track_pitch

    track = track_pitch(samples)
    voiced = np.isfinite(track.f0_hz)
    if not voiced.any():
        return ()
    semitones = 12.0 * np.log2(track.f0_hz / np.median(track.f0_hz[voiced]))
    # Further off than this it is a doubled or halved period, as in the figure itself.
    semitones[np.abs(semitones) > 10.0] = np.nan
    edges = np.linspace(0.0, len(samples) / ANALYSIS_RATE_HZ, PITCH_POINTS + 1)
    points: list[float | None] = []
    for start_s, end_s in pairwise(edges):
        first, last = np.searchsorted(track.times_s, (start_s, end_s))
        inside = semitones[first:last]
        inside = inside[np.isfinite(inside)]
        points.append(round(float(np.median(inside)), 2) if len(inside) else None)
    return tuple(points)
