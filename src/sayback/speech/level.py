"""Short-time spectra and levels: 10 ms of effective window, every 5 ms."""

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
_LOWEST_BIN = 2
"""100 Hz: below lies rumble, mains hum and DC offset."""
_BLOCK_FRAMES = 4096
SILENCE_DB = -120.0


def clean_samples(samples: Samples) -> npt.NDArray[np.float32]:
    """Return the samples as float32 with everything that is not finite set to 0."""
    return np.nan_to_num(np.asarray(samples, dtype=np.float32), nan=0.0, posinf=0.0, neginf=0.0)


def power_spectra(samples: Samples) -> npt.NDArray[np.float32]:
    """Return the power of each frame in each band of 50 Hz from 100 Hz up.

    Parameters
    ----------
    samples
        Shape (n,), 16 kHz.

    Returns
    -------
    numpy.ndarray
        Shape (ceil(n / 80), 159). Frame k is centred on (k + 1/2) · 5 ms; a frame's sum is its
        mean square.
    """
    frames = -(-len(samples) // _HOP)
    margin = (_WINDOW - _HOP) // 2
    padded = np.pad(samples, (margin, margin + frames * _HOP - len(samples) + _HOP))
    window = np.hanning(_WINDOW + 1)[:-1].astype(np.float32)
    strided = np.lib.stride_tricks.sliding_window_view(padded, _WINDOW)[::_HOP][:frames]
    power = np.empty((frames, _WINDOW // 2 + 1 - _LOWEST_BIN), dtype=np.float32)
    for first in range(0, frames, _BLOCK_FRAMES):
        block = strided[first : first + _BLOCK_FRAMES] * window
        spectrum = np.fft.rfft(block, axis=1)[:, _LOWEST_BIN:]
        power[first : first + _BLOCK_FRAMES] = spectrum.real**2 + spectrum.imag**2
    # Parseval: both halves of the spectrum, over the window's energy.
    return power * np.float32(2.0 / (_WINDOW * float(np.sum(window**2))))


def to_db(power: npt.ArrayLike) -> FloatArray:
    """Return mean squares as decibels of full scale, never below -120."""
    floor = 10 ** (SILENCE_DB / 10)
    return 10.0 * np.log10(np.maximum(np.asarray(power, dtype=np.float64), floor))
