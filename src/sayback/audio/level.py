"""How loud the microphone is, for the meter and its warnings; decibels below full scale."""

from __future__ import annotations

from collections import deque

import numpy as np
import numpy.typing as npt

Block = npt.NDArray[np.int16]
"""Shape (n,), mono, as it came from the device."""

FLOOR_DB = -120.0
"""Level of digital silence."""
SILENCE_DB = -55.0
"""A block quieter than this holds no speech at any sensible gain."""
_FULL_SCALE = 32768.0
_CLIPPED = 32700
_AVERAGE_S = 0.1
_PEAK_HOLD_S = 1.5
_CLIPPING_SHOWN_S = 2.0


def rms_db(block: npt.NDArray[np.int16] | npt.NDArray[np.float32]) -> float:
    """Root mean square level in dBFS; int16 and ±1 floats are both full scale at 0."""
    if not len(block):
        return FLOOR_DB
    scale = _FULL_SCALE if block.dtype == np.int16 else 1.0
    mean_square = float(np.mean(np.square(block.astype(np.float32) / scale)))
    return _decibels(mean_square)


def _decibels(mean_square: float) -> float:
    return max(FLOOR_DB, 10 * float(np.log10(mean_square))) if mean_square > 0 else FLOOR_DB


class LevelMeter:
    """Level over the last 0.1 s, peak over the last 1.5 s, clipping and silence.

    Time is counted in samples, so a file played in fast mode reads the same.
    """

    def __init__(self, sample_rate_hz: int) -> None:
        self._rate_hz = sample_rate_hz
        self._recent: deque[tuple[int, float]] = deque()
        self._recent_frames = 0
        self._peaks: deque[tuple[int, int]] = deque()
        self._frames = 0
        self._clipped_at: int | None = None
        self._heard_at = 0

    def add(self, block: Block) -> None:
        """Take the next block into account."""
        if not len(block):
            return
        self._frames += len(block)
        self._add_power(block)
        peak = self._add_peak(block)
        # One sample at full scale may be speech that just fits; three in a block are cut off.
        if peak >= _CLIPPED and np.count_nonzero(np.abs(block.astype(np.int32)) >= _CLIPPED) >= 3:
            self._clipped_at = self._frames
        if rms_db(block) >= SILENCE_DB:
            self._heard_at = self._frames

    def _add_power(self, block: Block) -> None:
        power = float(np.sum(np.square(block.astype(np.float32) / _FULL_SCALE)))
        self._recent.append((len(block), power))
        self._recent_frames += len(block)
        while self._recent_frames - self._recent[0][0] >= _AVERAGE_S * self._rate_hz:
            self._recent_frames -= self._recent.popleft()[0]

    def _add_peak(self, block: Block) -> int:
        peak = max(int(block.max()), -int(block.min()))
        while self._peaks and self._peaks[-1][1] <= peak:
            self._peaks.pop()
        self._peaks.append((self._frames, peak))
        while self._peaks[0][0] < self._frames - _PEAK_HOLD_S * self._rate_hz:
            self._peaks.popleft()
        return peak

    @property
    def level_db(self) -> float:
        """Root mean square over the last 0.1 s, in dBFS."""
        if not self._recent_frames:
            return FLOOR_DB
        return _decibels(sum(power for _, power in list(self._recent)) / self._recent_frames)

    @property
    def peak_db(self) -> float:
        """Largest sample of the last 1.5 s, in dBFS."""
        peaks = list(self._peaks)
        return _decibels((peaks[0][1] / _FULL_SCALE) ** 2) if peaks else FLOOR_DB

    @property
    def clipping(self) -> bool:
        """Whether the last 2 s were cut off at full scale."""
        return (
            self._clipped_at is not None
            and self._frames - self._clipped_at < _CLIPPING_SHOWN_S * self._rate_hz
        )

    @property
    def silent_for_s(self) -> float:
        """Seconds since anything louder than room noise came."""
        return (self._frames - self._heard_at) / self._rate_hz
