"""How steady the sound is from moment to moment: a hesitation is a vowel that is held."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sayback.analysis.pitch import PitchTrack
from sayback.audio.samples import Samples
from sayback.speech.level import HOP_S, band_power, to_db

FloatArray = npt.NDArray[np.float64]
BoolArray = npt.NDArray[np.bool_]

_HALF = 8
"""Frames on either side that are compared: 40 ms."""
_COEFFICIENTS = 8
_FIRST_BAND = 2
"""300 Hz: below lies most noise."""
_RANGE_DB = 45.0


@dataclass(frozen=True, slots=True)
class Frames:
    """What is known of every 5 ms."""

    change: FloatArray
    """Distance in dB between the spectra just before and just after."""
    voiced: BoolArray
    f0_hz: FloatArray
    """NaN where unvoiced."""
    level_db: FloatArray
    cepstrum: FloatArray
    """Shape (frames, 8): the spectrum's shape, its level left out."""

    def index(self, time_s: float) -> int:
        """Return the frame that holds a moment."""
        return int(np.clip(round(time_s / HOP_S), 0, len(self.change)))


def measure_frames(samples: Samples, pitch: PitchTrack) -> Frames:
    """Measure change, voice, pitch and level every 5 ms.

    Parameters
    ----------
    samples
        Shape (n,), 16 kHz.
    pitch
        The same recording's pitch.
    """
    power = band_power(samples)
    level_db = to_db(power.sum(axis=1))
    bands_db = to_db(power[:, _FIRST_BAND:])
    bands_db = np.maximum(bands_db, float(bands_db.max(initial=-120.0)) - _RANGE_DB)
    cepstrum = bands_db @ _cosines(bands_db.shape[1])
    times_s = (np.arange(len(power)) + 0.5) * HOP_S
    if len(pitch.times_s):
        nearest = np.clip(np.searchsorted(pitch.times_s, times_s), 0, len(pitch.times_s) - 1)
        f0_hz = pitch.f0_hz[nearest]
    else:
        f0_hz = np.full(len(power), np.nan)
    return Frames(_change(cepstrum), np.isfinite(f0_hz), f0_hz, level_db, cepstrum)


def _cosines(bands: int) -> FloatArray:
    """Return the DCT that turns levels of bands into cepstral coefficients 1 to 8."""
    angle = np.pi * (2 * np.arange(bands)[:, None] + 1) / (2 * bands)
    return np.asarray(np.cos(angle * np.arange(1, _COEFFICIENTS + 1)) * np.sqrt(2 / bands))


def _change(cepstrum: FloatArray) -> FloatArray:
    total = np.vstack([np.zeros((1, cepstrum.shape[1])), np.cumsum(cepstrum, axis=0)])
    here = np.arange(len(cepstrum))
    before, after = np.maximum(here - _HALF, 0), np.minimum(here + _HALF, len(cepstrum))
    left = (total[here] - total[before]) / np.maximum(here - before, 1)[:, None]
    right = (total[after] - total[here]) / np.maximum(after - here, 1)[:, None]
    return np.asarray(np.sqrt(np.sum((right - left) ** 2, axis=1)))
