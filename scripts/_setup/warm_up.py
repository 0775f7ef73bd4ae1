"""Run by the environment's Python: compiles librosa's loops where Praat has no wheel.

numba compiles them at their first call, 12 to 17 s on a small machine, and keeps the result
beside librosa's files, which lie in `.venv` and are writable whenever this runs. With Praat,
pitch needs none of it.
"""

from __future__ import annotations

from importlib.util import find_spec


def main() -> None:
    """Call once what reports call."""
    if find_spec("parselmouth") is not None:
        return
    import librosa
    import numpy as np

    sample_rate_hz = 16_000
    tone = librosa.tone(150, sr=sample_rate_hz, duration=1.0).astype(np.float32)
    librosa.yin(tone, fmin=60, fmax=400, sr=sample_rate_hz)


if __name__ == "__main__":
    main()
