"""A recording made on the spot: the embedded voice says two sentences with a pause between."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import soundfile

from sayback.voice.espeak import synthesise

RATE_HZ = 22_050
SENTENCES = ("I found the reason in the logs.", "So I wrote a test, and the failures stopped.")


@cache
def spoken() -> np.ndarray:
    """Return the samples, with 0.5 s of near silence at both ends and 1.5 s in the middle."""
    edge, pause = np.zeros(RATE_HZ // 2), np.zeros(RATE_HZ * 3 // 2)
    one, two = (synthesise(text).samples * 0.5 for text in SENTENCES)
    sound = np.concatenate([edge, one, pause, two, edge])
    noise = np.random.default_rng(0).normal(0, 1e-4, len(sound))
    return (sound + noise).astype(np.float32)


def length_s() -> float:
    """Return the length of the recording."""
    return len(spoken()) / RATE_HZ


def write_recording(path: Path) -> Path:
    """Write the recording; the path's ending decides on the format."""
    path.parent.mkdir(parents=True, exist_ok=True)
    soundfile.write(path, spoken(), RATE_HZ, subtype="PCM_16")
    return path
