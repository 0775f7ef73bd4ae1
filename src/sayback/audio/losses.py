"""Frames received compared with the clock: no sound system reports lost sound reliably."""

from __future__ import annotations

import math

_WINDOW_S = 0.5
_STEP_S = 0.02
"""A window's delay that rises by less is jitter or two clocks that differ."""
_SETTLED_S = 0.1
"""After a stall, blocks that were only late come all at once."""


class LossMeter:
    """Seconds of sound that should have come and did not.

    Each block has a delay: its arrival less the length of what came before. The smallest
    delay of half a second is steady as long as nothing is lost, however unevenly blocks arrive,
    and rises for good by what was lost. When a stalled block comes late after all, it falls
    again.
    """

    def __init__(self) -> None:
        self._lost_s = 0.0
        self._begin()

    @property
    def lost_s(self) -> float:
        """Sum of all losses so far."""
        return self._lost_s + max(0.0, self._step_s()) if self._is_settled else self._lost_s

    def restart(self) -> None:
        """Begin anew after a pause, keeping the sum."""
        self._lost_s = self.lost_s
        self._begin()

    def _begin(self) -> None:
        self._received_s = 0.0
        self._window_ends_s = -math.inf
        self._smallest_s = math.inf
        self._before_s = math.inf
        self._is_settled = False

    def add(self, arrived_s: float, length_s: float) -> None:
        """Take a block into account: when it came by the clock, and how long it is."""
        self._received_s += length_s
        delay_s = arrived_s - self._received_s
        if arrived_s >= self._window_ends_s:
            self._lost_s = max(0.0, self._lost_s + self._step_s())
            self._before_s = self._smallest_s
            self._smallest_s = delay_s
            self._window_ends_s = arrived_s + _WINDOW_S
        self._smallest_s = min(self._smallest_s, delay_s)
        self._is_settled = arrived_s > self._window_ends_s - _WINDOW_S + _SETTLED_S

    def _step_s(self) -> float:
        """By how much the delay of this window differs from the one before."""
        step_s = self._smallest_s - self._before_s
        return step_s if math.isfinite(step_s) and abs(step_s) > _STEP_S else 0.0
