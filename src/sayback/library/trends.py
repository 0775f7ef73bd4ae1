"""How a figure moves from take to take, and what is usual for this speaker. Pure functions."""

from __future__ import annotations

import statistics
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import Literal

from sayback.library.take_row import TakeRow
from sayback.library.trend_figures import TREND_FIGURES

LAST = 10
"""How many takes make the yardstick."""
_LEAST = 4
"""Fewer takes say nothing about what is usual."""
Against = Literal["below", "usual", "above"]


@dataclass(frozen=True, slots=True)
class Yardstick:
    """What is usual for a speaker: median and middle half of the last takes."""

    median: float
    low: float
    """First quartile."""
    high: float
    """Third quartile."""
    takes: int
    """From how many takes."""

    @property
    def spread(self) -> float:
        """Width of the middle half; a difference larger than this stands out."""
        return self.high - self.low

    def judge(self, value: float, *, decimals: int = 9) -> Against:
        """Return where a value lies against the middle half, as far as those decimals tell."""
        if round(value, decimals) < round(self.low, decimals):
            return "below"
        return "above" if round(value, decimals) > round(self.high, decimals) else "usual"


@dataclass(frozen=True, slots=True)
class Point:
    """One take's value of a figure."""

    take_id: str
    moment: datetime | None
    value: float


@dataclass(frozen=True, slots=True)
class Trend:
    """A figure from take to take."""

    figure_id: str
    points: tuple[Point, ...] = ()
    """The oldest first."""
    yardstick: Yardstick | None = None
    """None while there are too few takes to know what is usual."""

    @property
    def latest(self) -> float | None:
        """The newest value."""
        return self.points[-1].value if self.points else None

    @property
    def against_usual(self) -> Against | None:
        """Where the newest value lies as it is shown; None where that can't be said."""
        if self.latest is None or self.yardstick is None:
            return None
        decimals = TREND_FIGURES[self.figure_id].decimals
        return self.yardstick.judge(self.latest, decimals=decimals)


def oldest_first(rows: Iterable[TakeRow]) -> tuple[TakeRow, ...]:
    """Return takes in the order in which they were recorded; those without a time by id."""
    return tuple(sorted(rows, key=lambda row: (_utc(row), row.id)))


def trends(rows: Iterable[TakeRow], *, everything: Iterable[TakeRow]) -> dict[str, Trend]:
    """Return how each of `TREND_FIGURES` moved in some takes, by its id.

    Parameters
    ----------
    rows
        The takes to follow, such as those of one question, in any order. Those in which a
        figure is not known are left out.
    everything
        All takes of the speaker, for the yardsticks.
    """
    ordered, usual = oldest_first(rows), yardsticks(everything)
    return {
        figure_id: Trend(
            figure_id,
            tuple(
                Point(row.id, row.moment, row.figures[figure_id])
                for row in ordered
                if figure_id in row.figures
            ),
            usual.get(figure_id),
        )
        for figure_id in TREND_FIGURES
    }


def yardsticks(rows: Iterable[TakeRow], *, last: int = LAST) -> dict[str, Yardstick]:
    """Return what is usual in the last takes that have a figure, by the figures' ids.

    Figures that fewer than four takes have are left out.
    """
    newest = oldest_first(rows)[::-1]
    found = {}
    for figure_id in TREND_FIGURES:
        known = (row.figures[figure_id] for row in newest if figure_id in row.figures)
        values = list(islice(known, last))
        if len(values) >= _LEAST:
            low, median, high = statistics.quantiles(values, n=4, method="inclusive")
            found[figure_id] = Yardstick(median, low, high, len(values))
    return found


def _utc(row: TakeRow) -> datetime:
    moment = row.moment
    if moment is None:
        return datetime.min.replace(tzinfo=UTC)
    return moment.astimezone(UTC)
