"""What is left of the level once the steady noise and the room's answer are taken out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sayback.speech.level import HOP_S, SILENCE_DB, FloatArray, to_db

_STANDS_OUT = 2.5
"""A band counts where its power is this many times what is explained already."""
_MIN_NOISE_S = 0.2
_FLOOR_PERCENTILE = 95.0
_LEAST_RANGE_DB = 15.0


@dataclass(frozen=True, slots=True)
class SpeechLevel:
    """The level of speech over time, noise and room taken out band by band."""

    db: FloatArray
    """Level of each 5 ms frame, in dB of full scale."""
    floor_db: float
    """What is left of the noise now and then; nothing below can be told from it."""


def estimate_noise(power: FloatArray, *, is_pause: npt.NDArray[np.bool_]) -> FloatArray:
    """Return the mean power of each band while nobody speaks.

    Parameters
    ----------
    power
        Shape (frames, bands).
    is_pause
        Shape (frames,), where surely nobody speaks.
    """
    if is_pause.sum() * HOP_S >= _MIN_NOISE_S:
        return np.asarray(power[is_pause].mean(axis=0))
    # Speech covers nearly everything: its quietest moments are the best guess.
    return np.asarray(np.percentile(power, 5.0, axis=0))


def smooth(power: FloatArray) -> FloatArray:
    """Average each band over 15 ms, the middle weighing most."""
    padded = np.pad(power, ((1, 1), (0, 0)), mode="edge")
    return 0.25 * padded[:-2] + 0.5 * padded[1:-1] + 0.25 * padded[2:]


def subtract(power: FloatArray, explained: FloatArray) -> FloatArray:
    """Return what stands out of the power that is explained already, else 0.

    Parameters
    ----------
    power
        Shape (frames, bands), smoothed.
    explained
        Power that noise or room account for: same shape, or (bands,).
    """
    return np.where(power > _STANDS_OUT * explained, power - explained, 0.0)


def level_above(rest: FloatArray, *, is_pause: npt.NDArray[np.bool_]) -> SpeechLevel:
    """Return the level of what was left, and what it still reaches where nobody speaks."""
    db = to_db(rest.sum(axis=1))
    quiet = db[is_pause]
    floor_db = float(np.percentile(quiet, _FLOOR_PERCENTILE)) if len(quiet) else SILENCE_DB
    return SpeechLevel(db, min(floor_db, float(db.max()) - _LEAST_RANGE_DB))
