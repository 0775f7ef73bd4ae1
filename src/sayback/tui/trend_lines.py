"""Trends in words. No screen."""

from __future__ import annotations

import math

from sayback.library.trend_figures import TrendFigure
from sayback.library.trends import Trend

SIGNS = {"below": "▼", "usual": "·", "above": "▲", None: " "}


def tone(figure: TrendFigure, trend: Trend) -> str:
    """Return good, notice or plain for the newest value against what is usual."""
    better = {"lower": "below", "higher": "above"}.get(figure.better)
    against = trend.against_usual
    if better is None or against in (None, "usual"):
        return "plain"
    return "good" if against == better else "notice"


def ticks(low: float, high: float) -> tuple[float, ...]:
    """Return round numbers between two ends, three to seven of them."""
    if not high > low:
        return (low,)
    rough = (high - low) / 5
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * times for times in (1, 2, 5, 10) if power * times >= rough)
    first, last = math.ceil(low / step), math.floor(high / step)
    return tuple(round(place * step, 9) for place in range(first, last + 1))


def summary(figure: TrendFigure, trend: Trend) -> str:
    """Return the newest value and what is usual, in a sentence or two."""
    if trend.latest is None:
        return "No take here has this figure."
    latest = f"Last: {figure.written(trend.latest)}"
    usual = trend.yardstick
    if usual is None:
        return f"{latest}. What is usual for you shows after four takes."
    digits = figure.decimals
    against = {"below": "below your usual", "usual": "as usual", "above": "above your usual"}
    return (
        f"{latest}, {against[trend.against_usual or 'usual']}. "
        f"Your last {usual.takes} takes: mostly {usual.low:.{digits}f} to {usual.high:.{digits}f}, "
        f"median {usual.median:.{digits}f}."
    )
