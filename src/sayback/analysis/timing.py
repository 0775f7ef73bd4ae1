"""The two stretches of time that rates are divided by: speaking time and phonation time."""

from __future__ import annotations

from collections.abc import Sequence

from sayback.speech.pauses import gaps, holds_cut, silent_gaps
from sayback.speech.regions import Region, Speech


def cut_gaps(speech: Speech, cuts: Sequence[float]) -> tuple[Region, ...]:
    """Return the gaps between speech in which the user paused the recorder."""
    return tuple(gap for gap in gaps(speech) if holds_cut(gap, cuts))


def speaking_time_s(speech: Speech, cuts: Sequence[float] = ()) -> float:
    """Return T: seconds from first to last speech, without the gaps that hold a cut."""
    if speech.start_s is None or speech.end_s is None:
        return 0.0
    left_out = sum(gap.duration_s for gap in cut_gaps(speech, cuts))
    return speech.end_s - speech.start_s - left_out


def phonation_time_s(speech: Speech, *, pause_s: float, cuts: Sequence[float] = ()) -> float:
    """Return T without its silent pauses, in seconds.

    Shorter gaps, most of them the closures of p, t and k, are part of speaking
    (De Jong & Bosker 2013).
    """
    pauses = silent_gaps(speech, min_s=pause_s, cuts=cuts)
    return speaking_time_s(speech, cuts) - sum(pause.duration_s for pause in pauses)


def per_minute(count: int, time_s: float) -> float | None:
    """Return a rate per minute; None where there was no time."""
    return 60.0 * count / time_s if time_s > 0 else None
