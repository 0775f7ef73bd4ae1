"""Audio: mono samples with their rate, the type that every other module takes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Samples = npt.NDArray[np.float32]
"""Shape (n,), mono, full scale is ±1."""

ANALYSIS_RATE_HZ = 16_000
"""Rate that Whisper, Silero and all figures work at."""


@dataclass(frozen=True, slots=True)
class Audio:
    """A stretch of mono sound."""

    samples: Samples
    sample_rate_hz: int

    @property
    def duration_s(self) -> float:
        """Length in seconds."""
        return len(self.samples) / self.sample_rate_hz
