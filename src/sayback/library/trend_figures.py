"""The figures that are followed from take to take: each number that a report shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import Literal

from sayback.analysis import Report
from sayback.analysis.report import Content, Finding

Better = Literal["lower", "higher", ""]
DESIGN = "Design"
"""Heading of what only a system-design answer holds."""


@dataclass(frozen=True, slots=True)
class TrendFigure:
    """One figure."""

    id: str
    """As in `sayback.report/1`; the figures that a renderer shows have the same ids."""
    group: str
    """Heading that it stands under, as in a report."""
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


def _found(findings: Callable[[Content], Sequence[Finding]]) -> Callable[[Report], float | None]:
    """Count findings: an empty list alone does not tell whether the words are known."""
    return lambda r: None if r.content.i_count is None else float(len(findings(r.content)))


def _design(name: str) -> Callable[[Report], float | None]:
    """Count what a design answer holds; where none of it was found, it is no such answer."""

    def of(report: Report) -> float | None:
        design = report.content.design
        found = {each.name: len(getattr(design, each.name)) for each in fields(design)}
        return float(found[name]) if any(found.values()) else None

    return of


_STAR = (
    TrendFigure("star.S", "STAR", "Situation", "% of the answer", _share("S")),
    TrendFigure("star.T", "STAR", "Task", "% of the answer", _share("T")),
    TrendFigure("star.A", "STAR", "Action", "% of the answer", _share("A")),
    TrendFigure("star.R", "STAR", "Result", "% of the answer", _share("R")),
)
_PACE = (
    TrendFigure("pace.wpm", "Pace", "Pace", "words/min", lambda r: r.pace.wpm),
    TrendFigure("pace.words", "Pace", "Words", "in the answer", lambda r: _count(r.pace.words)),
    TrendFigure(
        "pace.articulation_sps", "Pace", "Articulation", "syllables/s",
        lambda r: r.pace.articulation_sps, "", 1,
    ),
    TrendFigure(
        "pace.phonation_ratio", "Pace", "Time spent speaking", "%",
        lambda r: _percent(r.pace.phonation_ratio),
    ),
    TrendFigure(
        "pace.mean_run_syllables", "Pace", "In one go", "syllables",
        lambda r: r.pace.mean_run_syllables, "", 1,
    ),
)  # fmt: skip
_LENGTH = (
    TrendFigure("take.duration_s", "Length", "Length", "s", lambda r: r.take.duration_s),
    TrendFigure(
        "pace.time_to_first_word_s", "Length", "Before first word", "s",
        lambda r: r.pace.time_to_first_word_s, "", 1,
    ),
)  # fmt: skip
_FILLERS = (
    TrendFigure(
        "fillers.filled_pauses", "Fillers", "Filled pauses", "per 100 words",
        lambda r: r.fillers.filled_pauses.per_100_words, "lower", 1,
    ),
    TrendFigure(
        "fillers.markers", "Fillers", "Marker words", "per 100 words",
        lambda r: r.fillers.markers.per_100_words, "lower", 1,
    ),
    TrendFigure(
        "fillers.repetitions", "Fillers", "Repetitions", "per 100 words",
        lambda r: r.fillers.repetitions.per_100_words, "lower", 1,
    ),
    TrendFigure(
        "fillers.possible", "Fillers", "Possible hesitations", "a minute",
        lambda r: r.fillers.possible.per_minute, "", 1,
    ),
)  # fmt: skip
_PAUSES = (
    TrendFigure(
        "pauses.count", "Pauses", "Silent pauses", "a minute", lambda r: r.pauses.per_minute
    ),
    TrendFigure("pauses.mean_s", "Pauses", "Mean pause", "s", lambda r: r.pauses.mean_s, "", 2),
    TrendFigure(
        "pauses.longest_s", "Pauses", "Longest pause", "s", lambda r: r.pauses.longest_s, "", 1
    ),
    TrendFigure(
        "pauses.long_count", "Pauses", "Long pauses", "in the answer",
        lambda r: _count(r.pauses.long_count),
    ),
)  # fmt: skip
_WORDS = (
    TrendFigure("content.i_count", "Words", "I", "times", lambda r: _count(r.content.i_count)),
    TrendFigure("content.we_count", "Words", "We", "times", lambda r: _count(r.content.we_count)),
    TrendFigure(
        "content.quantities", "Words", "Figures quoted", "in the answer",
        _found(lambda content: content.quantities),
    ),
    TrendFigure(
        "content.hedges", "Words", "Hedges", "in the answer", _found(lambda content: content.hedges)
    ),
    *(
        TrendFigure(f"content.design.{name}", DESIGN, label, "in the answer", _design(name))
        for name, label in (
            ("clarifying_questions", "Clarifying questions"),
            ("assumptions", "Assumptions"),
            ("figures", "Figures"),
            ("trade_offs", "Trade-offs"),
            ("risks", "Risks"),
        )
    ),
)  # fmt: skip
_DELIVERY = (
    TrendFigure(
        "delivery.pitch_sd_semitones", "Delivery", "Pitch variation", "semitones",
        lambda r: r.delivery.pitch_sd_semitones, "higher", 1,
    ),
    TrendFigure(
        "delivery.volume_sd_db", "Delivery", "Volume variation", "dB",
        lambda r: r.delivery.volume_sd_db, "", 1,
    ),
)  # fmt: skip
_FIGURES = (*_PACE, *_LENGTH, *_FILLERS, *_PAUSES, *_STAR, *_WORDS, *_DELIVERY)

TREND_FIGURES: Mapping[str, TrendFigure] = MappingProxyType({f.id: f for f in _FIGURES})
"""Every figure by its id, in the order in which they are shown."""
