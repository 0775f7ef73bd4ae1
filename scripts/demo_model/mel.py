"""The log-mel spectrum exactly as faster-whisper computes it, before and after its clamp."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

FRAMES_PER_S = 100
BANDS = 80
WINDOW_FRAMES = 3000
FLOOR = -10.0
"""log10 of the smallest power that Whisper lets through."""
LogMel = npt.NDArray[np.float32]


@cache
def _extractor() -> Any:
    from faster_whisper.feature_extractor import FeatureExtractor

    return FeatureExtractor(feature_size=BANDS)


def log_power(samples: npt.NDArray[np.float32]) -> LogMel:
    """Return log10 mel power of 16 kHz samples, shape (frames, 80), without any normalisation."""
    extractor = _extractor()
    window = np.hanning(extractor.n_fft + 1)[:-1].astype("float32")
    spectrum = extractor.stft(
        samples, extractor.n_fft, extractor.hop_length, window=window, return_complex=True
    )
    power = extractor.mel_filters @ (np.abs(spectrum[:, :-1]) ** 2).astype(np.float32)
    return np.asarray(np.log10(np.maximum(power, 1e-10)).T, dtype=np.float32)


def normalise(log_mel: LogMel) -> LogMel:
    """Clamp and scale as faster-whisper does before the encoder."""
    return np.asarray((np.maximum(log_mel, log_mel.max() - 8.0) + 4.0) / 4.0, dtype=np.float32)
