"""Short-time spectra and levels: 10 ms of effective window, every 5 ms, in 20 critical bands."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from sayback.audio.samples import ANALYSIS_RATE_HZ, Samples

FloatArray = npt.NDArray[np.float64]

HOP_S = 0.005
_HOP = round(HOP_S * ANALYSIS_RATE_HZ)
_WINDOW = 320
"""20 ms under a Hann window weigh about as much as 10 ms under a rectangle, and leak far less:
a low hum must not fill the bands of speech."""
_BIN_HZ = ANALYSIS_RATE_HZ / _WINDOW
_BAND_EDGES_HZ = (
    50, 200, 300, 400, 510, 630, 770, 920, 1080, 1270, 1480, 1720, 2000, 2320, 2700, 3150, 3700,
    4400, 5300, 6400,
)  # fmt: skip
"""Lower edges of Zwicker's critical bands; below 50 Hz lie rumble and DC offset."""
_LOWER_BINS = np.array([round(edge / _BIN_HZ) for edge in _BAND_EDGES_HZ])
BINS_PER_BAND = np.diff(_LOWER_BINS, append=_WINDOW // 2 + 1).astype(np.float64)
"""Shape (20,): bins of 50 Hz in each band."""
_BLOCK_FRAMES = 4096
SILENCE_DB = -120.0


def clean_samples(samples: Samples) -> npt.NDArray[np.float32]:
    """Return the samples as float32 with everything that is not finite set to 0."""
    return np.nan_to_num(np.asarray(samples, dtype=np.float32), nan=0.0, posinf=0.0, neginf=0.0)


def band_power(samples: Samples) -> FloatArray:
    """Return the power of each 5 ms in each critical band from 50 Hz up.

    Parameters
    ----------
    samples
        Shape (n,), 16 kHz.

    Returns
    -------
    numpy.ndarray
        Shape (ceil(n / 80), 20). Frame k is centred on (k + 1/2) · 5 ms; the sum of a frame is
        its mean square.
    """
    frames = -(-len(samples) // _HOP)
    margin = (_WINDOW - _HOP) // 2
    padded = np.pad(samples, (margin, margin + frames * _HOP - len(samples) + _HOP))
    window = np.hanning(_WINDOW + 1)[:-1].astype(np.float32)
    strided = np.lib.stride_tricks.sliding_window_view(padded, _WINDOW)[::_HOP][:frames]
    power = np.empty((frames, len(_LOWER_BINS)))
    for first in range(0, frames, _BLOCK_FRAMES):
        block = strided[first : first + _BLOCK_FRAMES] * window
        spectrum = np.fft.rfft(block, axis=1)
        squares = spectrum.real**2 + spectrum.imag**2
        power[first : first + _BLOCK_FRAMES] = np.add.reduceat(squares, _LOWER_BINS, axis=1)
    # Parseval: both halves of the spectrum, over the window's energy.
    return power * (2.0 / (_WINDOW * float(np.sum(window**2))))


def wide_bands(power: FloatArray) -> FloatArray:
    """Sum the critical bands by fours: about 50, 510, 1080, 2000 and 3700 Hz upwards."""
    return np.asarray(power.reshape(len(power), -1, 4).sum(axis=2))


def to_db(power: npt.ArrayLike) -> FloatArray:
    """Return mean squares as decibels of full scale, never below -120."""
    floor = 10 ** (SILENCE_DB / 10)
    return 10.0 * np.log10(np.maximum(np.asarray(power, dtype=np.float64), floor))
