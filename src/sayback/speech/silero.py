"""Silero VAD: how likely each 32 ms holds speech (its model comes inside faster-whisper)."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from sayback.audio.samples import Samples

WINDOW = 512
"""Samples at 16 kHz that each probability covers."""

_USUAL_PEAK = 0.5
_LARGEST_GAIN = 30.0
"""About 30 dB: what is quieter still is noise, and louder noise is no better."""


def speech_probability(samples: Samples) -> npt.NDArray[np.float64]:
    """Return the probability of speech in each 32 ms.

    Parameters
    ----------
    samples
        Shape (n,), 16 kHz, mono.

    Returns
    -------
    numpy.ndarray
        Shape (ceil(n / 512),), 0 to 1.
    """
    if len(samples) == 0:
        return np.zeros(0)
    # Its package loads CTranslate2 and PyAV, which no first frame should wait for.
    from faster_whisper.vad import get_vad_model

    padded = np.pad(samples * _gain(samples), (0, -len(samples) % WINDOW))
    return np.asarray(get_vad_model()(padded), dtype=np.float64).reshape(-1)


def _gain(samples: Samples) -> np.float32:
    """Return the gain that brings a quiet recording to the loudness that the model knows."""
    peak = float(np.percentile(np.abs(samples), 99.9))
    return np.float32(np.clip(_USUAL_PEAK / max(peak, 1e-9), 1.0, _LARGEST_GAIN))
