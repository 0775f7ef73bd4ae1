"""When a sample was spoken, from blocks that arrive unevenly, several at a time."""

from __future__ import annotations

import time
from collections import deque
from datetime import datetime, timedelta

_WINDOW_S = 2.0
_STALLED_S = 0.25
"""Later than this is no unevenness: sound was lost, and the count begins anew."""


class SampleClock:
    """Counts samples and takes the earliest arrivals of the last 2 s as the true time.

    What devices tell about a block's age was tried instead: it is wrong by up to 0.5 s while
    a sound system wakes up. The constant part of the way through the system stays unknown
    (some hundredths of a second); both ends of a take are shifted by it alike.
    """

    def __init__(self) -> None:
        self._received_s = 0.0
        self._earliest: deque[tuple[float, float]] = deque()

    def spoken_s(self, arrived_s: float, length_s: float) -> float:
        """Return when the last sample of a block was spoken; an empty block says now."""
        if length_s == 0:
            self._earliest.clear()
            return arrived_s
        self._received_s += length_s
        offset_s = arrived_s - self._received_s
        if self._earliest and offset_s - self._earliest[0][1] > _STALLED_S:
            self._earliest.clear()
        while self._earliest and self._earliest[-1][1] >= offset_s:
            self._earliest.pop()
        self._earliest.append((arrived_s, offset_s))
        while self._earliest[0][0] < arrived_s - _WINDOW_S:
            self._earliest.popleft()
        return self._earliest[0][1] + self._received_s


def wall_clock(monotonic_s: float | None) -> datetime:
    """Return the local date and time, with zone, of a moment of `time.monotonic`; None is now."""
    now = datetime.now().astimezone()
    if monotonic_s is None:
        return now
    return now - timedelta(seconds=time.monotonic() - monotonic_s)
