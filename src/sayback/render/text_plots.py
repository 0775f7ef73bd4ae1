"""Small plots out of characters, readable without colour."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from sayback.analysis.report import PacePoint
from sayback.render.figure import Gauge, Tone
from sayback.render.page import Span
from sayback.render.star_view import PartShare

_BARS = "▁▂▃▄▅▆▇█"
CURVE_LOW_WPM, CURVE_HIGH_WPM = 80.0, 220.0


def gauge_spans(gauge: Gauge | None, tone: Tone, width: int) -> list[Span]:
    """Return a scale with its good stretch drawn heavy and the value as a dot."""
    if gauge is None:
        return [Span(" " * width)]
    last = width - 1
    low, high = (
        round(gauge.place(gauge.good_low) * last),
        round(gauge.place(gauge.good_high) * last),
    )
    dot = round(gauge.place(gauge.value) * last)
    marks = [
        ("●", tone) if i == dot else ("━", "band") if low <= i <= high else ("─", "dim")
        for i in range(width)
    ]
    return [
        Span("".join(mark for mark, _ in run), style)
        for style, run in groupby(marks, key=lambda mark: mark[1])
    ]


def sparkline(curve: Sequence[PacePoint], width: int) -> str:
    """Return the pace curve between 80 and 220 words a minute, a bar for one or more points."""
    count = min(len(curve), width)
    bars = []
    for i in range(count):
        some = curve[i * len(curve) // count : (i + 1) * len(curve) // count]
        wpm = sum(point.wpm for point in some) / len(some)
        place = (wpm - CURVE_LOW_WPM) / (CURVE_HIGH_WPM - CURVE_LOW_WPM)
        bars.append(_BARS[min(len(_BARS) - 1, max(0, int(place * len(_BARS))))])
    return "".join(bars)


def star_bar(parts: Sequence[PartShare], width: int) -> list[Span]:
    """Return the parts side by side, each as long as its share and opened by its letter."""
    spans = []
    done, column = 0.0, 0
    for part in parts:
        done += part.share
        end = round(min(1.0, done) * width)
        if end > column:
            spans.append(Span(part.part + "━" * (end - column - 1), part.part))
        column = max(column, end)
    return spans
