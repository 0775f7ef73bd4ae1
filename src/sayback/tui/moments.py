"""Moments: which word is spoken now, and where the next filler, pause or part is. No screen."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from sayback.analysis.report import Part, Report
from sayback.render.words_marked import MarkedSentence
from sayback.thresholds import Thresholds
from sayback.transcript import Word

LEAD_IN_S = 0.4
"""Evidence and pauses are played from a little before them, so that they are heard in place."""
AROUND_S = 0.2
"""What is heard on both sides of a filler when the fillers are played one after another."""
_SAME_S = 0.01
_ROUNDING_S = 0.002
"""A player counts in whole samples, so a word's own start can come out a little before it."""
_JUST_PASSED_S = 1.0
"""Going back within this time after a stop leads to the one before it."""


def lead_in(start_s: float) -> float:
    """Return where to start playing so that a moment is heard in its place."""
    return max(0.0, start_s - LEAD_IN_S)


def filler_stops(report: Report) -> tuple[float, ...]:
    """Return when each filler starts, in order."""
    return tuple(sorted(item.start for item in report.fillers.items if item.start is not None))


def filler_stretches(report: Report) -> tuple[tuple[float, float], ...]:
    """Return what to play to hear the fillers only: each with a little around it, in order."""
    return tuple(
        (max(0.0, item.start - AROUND_S), item.end + AROUND_S)
        for item in sorted(report.fillers.items, key=lambda item: item.start or 0.0)
        if item.start is not None and item.end is not None
    )


def pause_stops(report: Report, thresholds: Thresholds) -> tuple[float, ...]:
    """Return where to start playing to hear each long pause come, in order."""
    long = (p for p in report.pauses.items if p.duration_s >= thresholds.long_pause_s)
    return tuple(sorted(lead_in(pause.start) for pause in long))


def part_stops(report: Report) -> tuple[float, ...]:
    """Return when each part of the story starts, in order."""
    stops: list[float] = []
    before: Part | None = None
    for sentence in report.star.sentences if report.star.applies else ():
        if sentence.start is not None and sentence.part != before:
            stops.append(sentence.start)
            before = sentence.part
    return tuple(sorted(stops))


def sentence_at(sentences: Sequence[MarkedSentence], word: int) -> MarkedSentence | None:
    """Return the sentence that a word stands in."""
    return next(
        (one for one in sentences if one.words[0].index <= word <= one.words[-1].index), None
    )


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
        place = bisect_right(self._starts, now_s + _ROUNDING_S) - 1
        if place < 0:
            return None
        end = self._ends[place]
        return self._indices[place] if end is None or now_s < end else None

    def last_by(self, now_s: float) -> int | None:
        """Return the index of the word that was begun last; before the first word, that one."""
        if not self._indices:
            return None
        return self._indices[max(0, bisect_right(self._starts, now_s + _ROUNDING_S) - 1)]
