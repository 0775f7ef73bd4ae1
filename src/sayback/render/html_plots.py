"""Shapes of the HTML report's plots, as percentages and SVG paths."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from sayback.analysis.report import FillerKind, Part, PausePlace, Report
from sayback.render.sound_sketch import SoundSketch
from sayback.render.star_view import PART_NAMES
from sayback.render.units import clock, short_duration
from sayback.render.words_marked import MarkedSentence
from sayback.thresholds import Thresholds

MARK_SHAPES: dict[FillerKind, str] = {
    "filled_pause": "●", "marker": "▲", "repetition": "■", "possible": "◇",
}  # fmt: skip
MARK_NAMES: dict[FillerKind, str] = {
    "filled_pause": "filled pause", "marker": "marker", "repetition": "repetition",
    "possible": "possible hesitation, a guess",
}  # fmt: skip
_TICKS = 8
_STEPS_S = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800)


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the timeline, in per cent of its width."""

    left: float
    width: float
    start_s: float
    label: str
    title: str
    part: Part | None = None
    clear: bool = True
    place: PausePlace | None = None
    is_long: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A filler on the timeline."""

    left: float
    start_s: float
    kind: FillerKind
    shape: str
    title: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything that is drawn over the length of the recording."""

    duration_s: float
    parts: tuple[Block, ...]
    pauses: tuple[Block, ...]
    marks: tuple[Mark, ...]
    ticks: tuple[tuple[float, str], ...]
    """Place in per cent, and the time there."""
    wave: str
    """Path in a box of 1000 × 100; empty where the sound is not at hand."""


@dataclass(frozen=True, slots=True)
class Curve:
    """A line over time in a box of 1000 × 100, with the stretch that is good."""

    path: str
    band_top: float
    band_height: float
    high: str
    low: str
    summary: str


def timeline(
    report: Report,
    sentences: Sequence[MarkedSentence],
    sketch: SoundSketch | None,
    thresholds: Thresholds,
) -> Timeline | None:
    """Return the timeline; None where no length is known."""
    length_s = length_of(report, sketch)
    if not length_s:
        return None
    return Timeline(
        duration_s=length_s,
        parts=tuple(_part_blocks(sentences, length_s)),
        pauses=tuple(_pause_blocks(report, length_s, thresholds)),
        marks=tuple(_marks(report, length_s)),
        ticks=_ticks(length_s),
        wave=_wave_path(sketch.level) if sketch else "",
    )


def length_of(report: Report, sketch: SoundSketch | None) -> float:
    """Return the recording's length, or the last word's end, or 0."""
    if report.take.duration_s:
        return report.take.duration_s
    if sketch:
        return sketch.duration_s
    return max((word.end_s or 0.0 for word in report.transcript.words), default=0.0)


def _percent(time_s: float, length_s: float) -> float:
    return round(100.0 * min(1.0, max(0.0, time_s / length_s)), 3)


def _width(left: float, end_s: float, length_s: float) -> float:
    return round(_percent(end_s, length_s) - left, 3)


def _part_blocks(sentences: Sequence[MarkedSentence], length_s: float) -> Iterable[Block]:
    """Yield one block for neighbouring sentences of the same part."""
    shown = [s for s in sentences if s.part and s.start_s is not None and s.end_s is not None]
    for (part, clear), group in groupby(shown, key=lambda s: (s.part, s.clear)):
        some = list(group)
        start_s, end_s = some[0].start_s or 0.0, some[-1].end_s or 0.0
        assert part is not None
        left = _percent(start_s, length_s)
        unclear = "" if clear else ", unclear"
        yield Block(
            left, _width(left, end_s, length_s), start_s, part + ("" if clear else "?"),
            f"{PART_NAMES[part]}{unclear}, {clock(start_s)} to {clock(end_s)}", part, clear,
        )  # fmt: skip


def _pause_blocks(report: Report, length_s: float, limits: Thresholds) -> Iterable[Block]:
    for pause in report.pauses.items:
        left = _percent(pause.start, length_s)
        place = "" if pause.place is None else f", {pause.place.replace('_', '-')}"
        yield Block(
            left, _width(left, pause.end, length_s), pause.start, "",
            f"Pause of {short_duration(pause.duration_s)}{place}, at {clock(pause.start)}",
            place=pause.place, is_long=pause.duration_s >= limits.long_pause_s,
        )  # fmt: skip


def _marks(report: Report, length_s: float) -> Iterable[Mark]:
    for item in report.fillers.items:
        if item.start is not None:
            yield Mark(
                _percent(item.start, length_s), item.start, item.kind, MARK_SHAPES[item.kind],
                f"{item.text}: {MARK_NAMES[item.kind]}, at {clock(item.start)}",
            )  # fmt: skip


def _ticks(length_s: float) -> tuple[tuple[float, str], ...]:
    step = next((s for s in _STEPS_S if length_s / s <= _TICKS), 3600)
    times = range(0, int(length_s) + 1, step)
    # A label too near the right edge would stick out of the picture.
    return tuple((_percent(t, length_s), clock(t)) for t in times if t / length_s <= 0.97)


def _wave_path(level: Sequence[float]) -> str:
    if len(level) < 2:
        return ""
    xs = [1000.0 * i / (len(level) - 1) for i in range(len(level))]
    upper = [f"{x:.1f},{50 - 48 * value:.1f}" for x, value in zip(xs, level, strict=True)]
    lower = [f"{x:.1f},{50 + 48 * value:.1f}" for x, value in zip(xs, level, strict=True)]
    return f"M{' '.join(upper)} {' '.join(reversed(lower))}Z"


def pace_curve(report: Report, length_s: float, limits: Thresholds) -> Curve | None:
    """Return the pace over time; None where there are fewer than two points."""
    points = report.pace.curve
    if len(points) < 2 or not length_s:
        return None
    rates = [point.wpm for point in points]
    low, high = min(80.0, *rates), max(220.0, *rates)
    summary = f"{min(rates):.0f} to {max(rates):.0f} words a minute"
    return _curve(
        [(point.t / length_s, point.wpm) for point in points], low, high,
        (limits.wpm_measured, limits.wpm_target), "words/min", summary,
    )  # fmt: skip


def pitch_curve(sketch: SoundSketch | None) -> Curve | None:
    """Return the pitch over time in semitones about its median; None where it is not at hand."""
    if sketch is None or not any(value is not None for value in sketch.pitch_semitones):
        return None
    count = len(sketch.pitch_semitones)
    points = [
        (None if value is None else (i + 0.5) / count, value or 0.0)
        for i, value in enumerate(sketch.pitch_semitones)
    ]
    heights = [value for value in sketch.pitch_semitones if value is not None]
    summary = f"{min(heights):.0f} to +{max(heights):.0f} semitones about your own median"
    return _curve(points, -10.0, 10.0, (-0.15, 0.15), "semitones", summary)


def _curve(
    points: Iterable[tuple[float | None, float]],
    low: float,
    high: float,
    good: tuple[float, float],
    unit: str,
    summary: str,
) -> Curve:
    def down(value: float) -> float:
        return 100.0 * (high - min(high, max(low, value))) / (high - low)

    path, drawing = [], False
    for place, value in points:
        if place is None:
            drawing = False
            continue
        path.append(f"{'L' if drawing else 'M'}{1000 * place:.1f},{down(value):.1f}")
        drawing = True
    return Curve(
        "".join(path), round(down(good[1]), 1), round(down(good[0]) - down(good[1]), 1),
        f"{high:.0f} {unit}", f"{low:.0f}", summary,
    )  # fmt: skip
