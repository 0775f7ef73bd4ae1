"""Syllables counted in the audio alone, for recordings whose words are not known yet."""

from __future__ import annotations

import numpy as np

from sayback.analysis.pitch import PitchTrack, track_pitch
from sayback.audio.samples import ANALYSIS_RATE_HZ, Samples
from sayback.speech.level import clean_samples, to_db
from sayback.speech.regions import Speech

_HOP = 80
_WINDOW = 640
"""40 ms: long enough to smooth single periods of a low voice."""
_DIP_DB = 2.0
_RANGE_DB = 25.0
_TOP_PERCENTILE = 99.0


def count_nuclei(samples: Samples, *, speech: Speech, pitch: PitchTrack | None = None) -> int:
    """Estimate how many syllables were spoken.

    A nucleus is a voiced peak of intensity that rises at least 2 dB out of the dip before it
    and lies within 25 dB of the loudest (De Jong & Wempe 2009).

    Parameters
    ----------
    samples
        Shape (n,), 16 kHz.
    speech
        The speech mask; peaks outside it count nowhere.
    pitch
        The recording's pitch, if it is known already.
    """
    if not speech.regions:
        return 0
    samples = clean_samples(samples)
    pitch = pitch or track_pitch(samples)
    level_db = _intensity_db(samples)
    least_db = float(np.percentile(level_db, _TOP_PERCENTILE)) - _RANGE_DB
    count = 0
    for region in speech.regions:
        first, last = (round(t * ANALYSIS_RATE_HZ / _HOP) for t in (region.start_s, region.end_s))
        for peak in _peaks(level_db[first:last]):
            time_s = (first + peak) * _HOP / ANALYSIS_RATE_HZ
            voiced = np.isfinite(pitch.between(time_s - 0.015, time_s + 0.015)).any()
            count += bool(level_db[first + peak] > least_db and voiced)
    return count


def _intensity_db(samples: Samples) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    padded = np.pad(samples, _WINDOW // 2).astype(np.float64)
    window = np.hanning(_WINDOW)
    power = np.convolve(np.square(padded), window / window.sum(), mode="valid")
    return to_db(power[::_HOP])


def _peaks(level_db: np.ndarray[tuple[int], np.dtype[np.float64]]) -> list[int]:
    """Return the maxima that are parted from the one before by a dip of at least 2 dB."""
    found: list[int] = []
    best = -1
    dip = -np.inf
    for index, value in enumerate(level_db):
        if best < 0:
            if value >= dip + _DIP_DB:
                best = index
            else:
                dip = min(dip, value)
        elif value > level_db[best]:
            best = index
        elif value < level_db[best] - _DIP_DB:
            found.append(best)
            best, dip = -1, value
    if best >= 0:
        found.append(best)
    return found
