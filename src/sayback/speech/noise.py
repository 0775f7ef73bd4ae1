"""What is left of the level once the steady noise and the room's answer are taken out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sayback.speech.level import BINS_PER_BAND, HOP_S, SILENCE_DB, FloatArray, to_db

_STANDS_OUT = 2.5
"""A band counts where its power is this many times what is explained already."""
_ABOVE_TAIL = 4.0
_MIN_NOISE_S = 0.2
_FLOOR_PERCENTILE = 95.0
_NOISE_Z = 2.5
_FREEDOM = np.maximum(BINS_PER_BAND / 1.5, 1.0) * 1.2
_LEAST_RANGE_DB = 15.0
_UNSTEADY_DB = 8.0


@dataclass(frozen=True, slots=True)
class SpeechLevel:
    """The level of speech over time, noise and room taken out band by band."""

    db: FloatArray
    """Level of each 5 ms frame, in dB of full scale."""
    floor_db: float
    """What is left of the noise now and then; nothing below can be told from it."""


def estimate_noise(power: FloatArray, *, is_pause: npt.NDArray[np.bool_]) -> FloatArray:
    """Return the power of the steady noise in each band.

    Parameters
    ----------
    power
        Shape (frames, bands), smoothed.
    is_pause
        Shape (frames,), where surely nobody speaks.
    """
    if is_pause.sum() * HOP_S >= _MIN_NOISE_S:
        # The median, since breaths and clicks must not count as steady noise.
        typical = np.percentile(power[is_pause], 50.0, axis=0)
        return np.asarray(typical / _gamma_quantile(_FREEDOM, 0.0))
    # Speech covers nearly everything: its quietest moments are the best guess.
    return np.asarray(np.percentile(power, 5.0, axis=0))


def _gamma_quantile(freedom: FloatArray, z: float) -> FloatArray:
    """Return a quantile of a noise band's power over its mean (Wilson & Hilferty 1931)."""
    spread = 1.0 / (9.0 * freedom)
    return np.asarray((1.0 - spread + z * np.sqrt(spread)) ** 3)


def smooth(power: FloatArray) -> FloatArray:
    """Average each band over 15 ms, the middle weighing most."""
    padded = np.pad(power, ((1, 1), (0, 0)), mode="edge")
    return 0.25 * padded[:-2] + 0.5 * padded[1:-1] + 0.25 * padded[2:]


def subtract_noise(power: FloatArray, noise: FloatArray) -> FloatArray:
    """Return what stands out of the steady noise in each band, else 0."""
    least = np.maximum(_gamma_quantile(_FREEDOM, _NOISE_Z), _STANDS_OUT) * noise
    return np.where(power > least, power - noise, 0.0)


def subtract_tail(power: FloatArray, tail: FloatArray) -> FloatArray:
    """Return what stands out of the room's tail in each band, else 0."""
    return np.where(power > _ABOVE_TAIL * tail, power - tail, 0.0)


def level_above(
    rest: FloatArray, noise: FloatArray, *, is_pause: npt.NDArray[np.bool_]
) -> SpeechLevel:
    """Return the level of what was left, and what it still reaches where nobody speaks.

    Parameters
    ----------
    rest
        Shape (frames, any), what stands out of noise and room.
    noise
        Shape (bands,), the steady noise.
    is_pause
        Shape (frames,), where surely nobody speaks.
    """
    db = to_db(rest.sum(axis=1))
    quiet = db[is_pause]
    if not len(quiet):
        return SpeechLevel(db, SILENCE_DB)
    # Far above the steady noise are breaths and clicks, which must not hide quiet speech.
    floor_db = min(
        float(np.percentile(quiet, _FLOOR_PERCENTILE)),
        float(to_db(noise.sum())) + _UNSTEADY_DB,
        float(db.max()) - _LEAST_RANGE_DB,
    )
    return SpeechLevel(db, floor_db)
