"""The take from its start to its end in a row of cells. No screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayback.analysis.report import Part, Report
from sayback.render.star_view import PART_NAMES
from sayback.thresholds import Thresholds

FILLER = "▾"
POSSIBLE = "▿"
LONG_PAUSE = "‖"


@dataclass(frozen=True, slots=True)
class Band:
    """Neighbouring cells of one part of the story."""

    start: int
    end: int
    """Cell after the last."""
    part: Part | None

    @property
    def label(self) -> str:
        """The part's name, its letter where that does not fit, padded to the band."""
        cells = self.end - self.start
        if self.part is None or self.part == "O":
            return " " * cells
        name = PART_NAMES[self.part]
        text = name if len(name) + 2 <= cells else self.part
        return f" {text}"[:cells].ljust(cells) if cells > 1 else text[:cells]


def cell_of(time_s: float, duration_s: float, width: int) -> int:
    """Return the cell that a moment falls into."""
    if duration_s <= 0:
        return 0
    share = min(1.0, max(0.0, time_s / duration_s))
    return min(width - 1, int(width * share))


def bands(report: Report, duration_s: float, width: int) -> tuple[Band, ...]:
    """Return the parts of the story from the first cell to the last."""
    parts: list[Part | None] = [None] * width
    if report.star.applies:
        for sentence in report.star.sentences:
            if sentence.start is None or sentence.end is None:
                continue
            first = cell_of(sentence.start, duration_s, width)
            last = cell_of(sentence.end, duration_s, width)
            parts[first : last + 1] = [sentence.part] * (last + 1 - first)
    return tuple(_runs(parts))


def _runs(parts: list[Part | None]) -> Iterator[Band]:
    start = 0
    for place in range(1, len(parts) + 1):
        if place == len(parts) or parts[place] != parts[start]:
            yield Band(start, place, parts[start])
            start = place


def marks(
    report: Report, duration_s: float, width: int, thresholds: Thresholds | None = None
) -> str:
    """Return a row with a sign for each long pause and each filler; fillers win."""
    limits = thresholds or Thresholds()
    row = ["─"] * width
    for pause in report.pauses.items:
        if pause.duration_s >= limits.long_pause_s:
            row[cell_of((pause.start + pause.end) / 2, duration_s, width)] = LONG_PAUSE
    for item in report.fillers.items:
        if item.start is not None:
            sign = POSSIBLE if item.kind == "possible" else FILLER
            row[cell_of(item.start, duration_s, width)] = sign
    return "".join(row)
