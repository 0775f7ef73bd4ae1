"""Pace after words were corrected, from the figures that the sound gave before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sayback.analysis.pace import judge_pace
from sayback.analysis.report import Pace, PacePoint, Report
from sayback.analysis.syllables import count_syllables
from sayback.thresholds import Thresholds
from sayback.transcript.model import Transcript


def spoken_seconds(report: Report) -> float | None:
    """Return T, seconds from first to last speech, from a report's own figures; None if unknown.

    A report does not keep the speech mask, but every rate in it was divided by T.
    """
    pace = report.pace
    if pace.wpm and pace.words:
        return 60.0 * pace.words / pace.wpm
    fillers = report.fillers
    for count, rate in (
        (report.pauses.count, report.pauses.per_minute),
        *((r.count, r.per_minute) for r in (fillers.filled_pauses, fillers.markers)),
        *((r.count, r.per_minute) for r in (fillers.repetitions, fillers.possible)),
    ):
        if count and rate:
            return 60.0 * count / rate
    return None


def correct_pace(
    report: Report, transcript: Transcript, filled: frozenset[int], thresholds: Thresholds
) -> Pace:
    """Return the pace of a corrected transcript; the sound's own times stay as they are.

    Parameters
    ----------
    report
        As the analysis made it.
    transcript
        The corrected words, one for each of the report's.
    filled
        Indices of the corrected words that are filled pauses.
    thresholds
        Bands of pace, and the curve's windows.
    """
    pace, before = report.pace, report.transcript
    filled_before = frozenset(
        i for item in report.fillers.items if item.kind == "filled_pause" for i in item.words
    )
    words = (pace.words or 0) + _count(transcript, filled) - _count(before, filled_before)
    time_s = spoken_seconds(report)
    wpm = 60.0 * words / time_s if time_s and pace.wpm is not None else pace.wpm
    syllables_before, syllables = _syllables(before), _syllables(transcript)
    ratio = syllables / syllables_before if syllables_before else 1.0
    return replace(
        pace,
        words=words,
        wpm=wpm,
        articulation_sps=_scaled(pace.articulation_sps, ratio),
        mean_run_syllables=_scaled(pace.mean_run_syllables, ratio),
        verdict=judge_pace(wpm, words, time_s or 0.0, thresholds),
        curve=tuple(
            _point(
                point,
                _middles_inside(before, filled_before, point, thresholds),
                _middles_inside(transcript, filled, point, thresholds),
            )
            for point in pace.curve
        ),
    )


def _count(transcript: Transcript, filled: frozenset[int]) -> int:
    return sum(i not in filled and not w.suspect for i, w in enumerate(transcript.words))


def _syllables(transcript: Transcript) -> int:
    return sum(count_syllables(word.text) for word in transcript.words if not word.suspect)


def _scaled(value: float | None, ratio: float) -> float | None:
    return None if value is None else value * ratio


def _middles_inside(
    transcript: Transcript, filled: Iterable[int], point: PacePoint, thresholds: Thresholds
) -> int:
    half_s = thresholds.curve_window_s / 2
    return sum(
        point.t - half_s <= (word.start_s + word.end_s) / 2 < point.t + half_s
        for index, word in enumerate(transcript.words)
        if index not in filled
        and not word.suspect
        and word.start_s is not None
        and word.end_s is not None
    )


def _point(point: PacePoint, before: int, now: int) -> PacePoint:
    # A window without words stays as it is: how long it was without cuts is not kept.
    return replace(point, wpm=point.wpm * now / before) if before else point
