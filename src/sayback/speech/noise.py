"""What is left of the level once the steady noise of the recording is taken out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sayback.speech.level import HOP_S, FloatArray, to_db

_OVERSUBTRACTION = 2.0
_MIN_NOISE_S = 0.2
_FLOOR_PERCENTILE = 95.0
_FLOOR_SPREAD_DB = 12.0


@dataclass(frozen=True, slots=True)
class ReducedLevel:
    """The level of speech over time, with the steady noise subtracted band by band."""

    db: FloatArray
    """Level of each 5 ms frame, in dB of full scale."""
    floor_db: float
    """What the noise still reaches now and then; nothing below can be told from it."""


def reduce_noise(
    power: npt.NDArray[np.float32], *, is_pause: npt.NDArray[np.bool_]
) -> ReducedLevel:
    """Subtract the noise that is heard while nobody speaks.

    Parameters
    ----------
    power
        Shape (frames, bands), from `level.power_spectra`.
    is_pause
        Shape (frames,), where surely nobody speaks.
    """
    if is_pause.sum() * HOP_S >= _MIN_NOISE_S:
        noise = power[is_pause].mean(axis=0)
    else:
        # Speech covers nearly everything: its quietest moments are the best guess.
        noise = np.percentile(power, 5.0, axis=0)
    reduced = np.maximum(power - _OVERSUBTRACTION * noise, 0.0).sum(axis=1)
    db = to_db(_smooth(reduced))
    quiet = db[is_pause] if is_pause.any() else db[:0]
    floor_db = -120.0
    if len(quiet):
        usual_db, now_and_then_db = np.percentile(quiet, (50.0, _FLOOR_PERCENTILE))
        # A cough or applause where nobody speaks must not hide quiet speech elsewhere.
        floor_db = float(min(now_and_then_db, usual_db + _FLOOR_SPREAD_DB))
    return ReducedLevel(db=db, floor_db=floor_db)


def _smooth(power: npt.NDArray[np.float32]) -> FloatArray:
    kernel = np.array([0.25, 0.5, 0.25])
    return np.convolve(power.astype(np.float64), kernel, mode="same")
