"""What an answer lacked most, against the speaker's own last ten."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sayback.analysis.report import Part
from sayback.library.take_row import TakeRow
from sayback.library.trend_figures import TREND_FIGURES, TrendFigure
from sayback.library.trends import Yardstick

_PART_NAMES: dict[Part, str] = {"S": "Situation", "T": "Task", "A": "Action", "R": "Result"}
_PART_WEIGHTS: dict[Part, float] = {"S": 1.0, "T": 1.0, "A": 3.0, "R": 2.0}
"""A story without what was done, or what came of it, is the weakest."""
_MOST_SPREADS = 2.0
"""Further out of the usual a figure counts no more, so that one odd figure decides nothing."""


@dataclass(frozen=True, slots=True)
class Weakness:
    """How weak an answer was, and why."""

    score: float
    """Above 0; more is weaker."""
    reason: str
    """One sentence about what weighs most."""


def weakness(row: TakeRow, usual: Mapping[str, Yardstick]) -> Weakness | None:
    """Return what a take lacked; None where nothing stands out.

    Parameters
    ----------
    row
        A take whose words are known.
    usual
        What is usual for the speaker, by the ids of the figures.
    """
    out = [found for key, of in usual.items() if (found := _worse(TREND_FIGURES[key], row, of))]
    score = sum(_PART_WEIGHTS.get(part, 0.0) for part in row.missing)
    score += sum(spreads for spreads, _ in out)
    if score <= 0:
        return None
    names = [_PART_NAMES[part] for part in row.missing if part in _PART_NAMES]
    if names:
        return Weakness(score, f"Your last answer to it had no {' and no '.join(names)}.")
    return Weakness(score, max(out)[1])


def _worse(figure: TrendFigure, row: TakeRow, usual: Yardstick) -> tuple[float, str] | None:
    """Return by how many spreads a figure is worse than usual, and that in words."""
    value = row.figures.get(figure.id)
    if value is None or usual.spread <= 0:
        return None
    worse = {"lower": value - usual.high, "higher": usual.low - value}.get(figure.better, 0.0)
    if worse <= 0:
        return None
    why = (
        f"{figure.label} last time: {figure.written(value)}, "
        f"usually {usual.median:.{figure.decimals}f}."
    )
    return min(_MOST_SPREADS, worse / usual.spread), why
