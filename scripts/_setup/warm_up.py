"""Run by the environment's Python: librosa's compiled code, and the plots' list of fonts.

numba compiles librosa's loops at their first call, 12 to 17 s on a small machine, and keeps the
result beside librosa's files, which lie in `.venv` and are writable whenever this runs.
"""

from __future__ import annotations


def main() -> None:
    """Call once what reports call."""
    import librosa
    import matplotlib.font_manager  # builds its list of fonts at import
    import numpy as np

    sample_rate_hz = 16_000
    tone = librosa.tone(150, sr=sample_rate_hz, duration=1.0).astype(np.float32)
    librosa.yin(tone, fmin=60, fmax=400, sr=sample_rate_hz)
    librosa.pyin(tone, fmin=60, fmax=400, sr=sample_rate_hz)
    librosa.feature.mfcc(y=tone, sr=sample_rate_hz)
    librosa.feature.zero_crossing_rate(tone)
    librosa.resample(tone, orig_sr=48_000, target_sr=sample_rate_hz)
    assert matplotlib.font_manager.fontManager.ttflist


if __name__ == "__main__":
    main()
