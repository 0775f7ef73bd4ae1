"""Frames received compared with the clock: no sound system reports lost sound reliably."""

from __future__ import annotations

_WINDOW_S = 1.0
_STEP_S = 0.02
"""A second's delay that rises by less is jitter or two clocks that differ."""


class LossMeter:
    """Seconds of sound that should have come and did not.

    Each block has a delay: its arrival less the length of what came before. The smallest
    delay of a second is steady as long as nothing is lost, however unevenly blocks arrive,
    and rises for good by what was lost. When a stalled block comes late after all, it falls
    again.
    """

    def __init__(self) -> None:
        self._lost_s = 0.0
        self.restart()

    @property
    def lost_s(self) -> float:
        """Sum of all losses so far."""
        return self._lost_s

    def restart(self) -> None:
        """Begin anew after a pause, keeping the sum."""
        self._received_s = 0.0
        self._window_end_s: float | None = None
        self._smallest_s = 0.0
        self._before_s: float | None = None

    def add(self, arrived_s: float, length_s: float) -> None:
        """Take a block into account: when it came by the clock, and how long it is."""
        self._received_s += length_s
        delay_s = arrived_s - self._received_s
        if self._window_end_s is None or arrived_s >= self._window_end_s:
            if self._window_end_s is not None:
                self._close_window()
            self._window_end_s = arrived_s + _WINDOW_S
            self._smallest_s = delay_s
        self._smallest_s = min(self._smallest_s, delay_s)

    def _close_window(self) -> None:
        if self._before_s is not None:
            step_s = self._smallest_s - self._before_s
            if abs(step_s) > _STEP_S:
                self._lost_s = max(0.0, self._lost_s + step_s)
        self._before_s = self._smallest_s
