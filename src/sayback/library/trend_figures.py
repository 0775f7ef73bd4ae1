"""The figures that are followed from take to take, each as one number."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from sayback.analysis import Report

Better = Literal["lower", "higher", ""]


@dataclass(frozen=True, slots=True)
class TrendFigure:
    """One figure."""

    id: str
    """As in `sayback.report/1`; the figures that a renderer shows have the same ids."""
    label: str
    unit: str
    """With what it is counted, such as "words/min"."""
    of: Callable[[Report], float | None]
    """Its value in a report; None where it is not known."""
    better: Better = ""
    """Which way is better; empty where neither is, as for pace."""
    decimals: int = 0

    def written(self, value: float) -> str:
        """Return a value with its unit."""
        return f"{value:.{self.decimals}f} {self.unit}"


def _share(part: Literal["S", "T", "A", "R"]) -> Callable[[Report], float | None]:
    def of(report: Report) -> float | None:
        share: float | None = getattr(report.star.shares, part) if report.star.applies else None
        return _percent(share)

    return of


def _percent(fraction: float | None) -> float | None:
    return None if fraction is None else 100.0 * fraction


def _count(count: int | None) -> float | None:
    return None if count is None else float(count)


_FIGURES = (
    TrendFigure("pace.wpm", "Pace", "words/min", lambda r: r.pace.wpm),
    TrendFigure("take.duration_s", "Length", "s", lambda r: r.take.duration_s),
    TrendFigure(
        "fillers.filled_pauses", "Filled pauses", "per 100 words",
        lambda r: r.fillers.filled_pauses.per_100_words, "lower", 1,
    ),
    TrendFigure(
        "fillers.markers", "Markers", "per 100 words",
        lambda r: r.fillers.markers.per_100_words, "lower", 1,
    ),
    TrendFigure(
        "fillers.repetitions", "Repetitions", "per 100 words",
        lambda r: r.fillers.repetitions.per_100_words, "lower", 1,
    ),
    TrendFigure("pauses.count", "Silent pauses", "a minute", lambda r: r.pauses.per_minute),
    TrendFigure("pauses.mean_s", "Mean pause", "s", lambda r: r.pauses.mean_s, "", 2),
    TrendFigure(
        "pauses.long_count", "Long pauses", "in the answer", lambda r: _count(r.pauses.long_count)
    ),
    TrendFigure(
        "pace.articulation_sps", "Articulation", "syllables/s",
        lambda r: r.pace.articulation_sps, "", 1,
    ),
    TrendFigure(
        "pace.phonation_ratio", "Time spent speaking", "%",
        lambda r: _percent(r.pace.phonation_ratio),
    ),
    TrendFigure("star.S", "Situation", "% of the answer", _share("S")),
    TrendFigure("star.T", "Task", "% of the answer", _share("T")),
    TrendFigure("star.A", "Action", "% of the answer", _share("A")),
    TrendFigure("star.R", "Result", "% of the answer", _share("R")),
    TrendFigure(
        "delivery.pitch_sd_semitones", "Pitch variation", "semitones",
        lambda r: r.delivery.pitch_sd_semitones, "higher", 1,
    ),
)  # fmt: skip

TREND_FIGURES: Mapping[str, TrendFigure] = MappingProxyType({f.id: f for f in _FIGURES})
"""Every figure by its id, in the order in which they are shown."""
