"""Moments: which word is spoken now, and which filler comes next. No screen, no sound."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from sayback.analysis import Report
from sayback.transcript import Word

LEAD_IN_S = 0.4
"""A moment is played from a little before it, so that it is heard in its place."""
_SAME_S = 0.01
_JUST_PASSED_S = 1.0
"""Going back within this time after a stop leads to the one before it."""


def lead_in(start_s: float) -> float:
    """Return where to start playing so that a moment is heard in its place."""
    return max(0.0, start_s - LEAD_IN_S)


def filler_stops(report: Report) -> tuple[float, ...]:
    """Return where to start playing for each filler, in order."""
    starts = sorted(item.start for item in report.fillers.items if item.start is not None)
    return tuple(lead_in(start) for start in starts)


def next_stop(stops: Sequence[float], now_s: float) -> float | None:
    """Return the first stop after now."""
    index = bisect_right(stops, now_s + _SAME_S)
    return stops[index] if index < len(stops) else None


def previous_stop(stops: Sequence[float], now_s: float) -> float | None:
    """Return the last stop before now, leaving out one that was only just passed."""
    index = bisect_right(stops, now_s - _JUST_PASSED_S)
    if index:
        return stops[index - 1]
    return stops[0] if stops and stops[0] < now_s - _SAME_S else None


class SpokenWords:
    """Finds the word that is heard at a moment."""

    def __init__(self, words: Sequence[Word]) -> None:
        timed = [(word.start_s, word.end_s, i) for i, word in enumerate(words)]
        known = [(start, end, i) for start, end, i in timed if start is not None]
        known.sort(key=lambda entry: entry[0])
        self._starts = [start for start, _, _ in known]
        self._ends = [end for _, end, _ in known]
        self._indices = [i for _, _, i in known]

    def at(self, now_s: float) -> int | None:
        """Return the index of the word that is heard, None in a pause."""
        place = bisect_right(self._starts, now_s) - 1
        if place < 0:
            return None
        end = self._ends[place]
        return self._indices[place] if end is None or now_s < end else None
