"""Silero VAD: how likely each 32 ms holds speech (its model comes inside faster-whisper)."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from sayback.audio.samples import Samples

WINDOW = 512
"""Samples at 16 kHz that each probability covers."""


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

    padded = np.pad(samples, (0, -len(samples) % WINDOW))
    return np.asarray(get_vad_model()(padded), dtype=np.float64).reshape(-1)
