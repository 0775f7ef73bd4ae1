"""A plot of one figure, with what is usual for the speaker."""

from __future__ import annotations

from textual.app import RenderResult
from textual.color import Color
from textual_plotext import PlotextPlot

from sayback.library.trend_figures import TrendFigure
from sayback.library.trends import Point, Trend
from sayback.tui.trend_lines import ticks

_MOST_POINTS = 60
_POINT, _MEDIAN, _EDGE = "●", "─", "┄"
"""Signs that tell values and yardstick apart without their colours."""


class TrendPlot(PlotextPlot):
    """Dots are takes; the line is the median of the last ten, the dashes enclose their middle."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._figure: TrendFigure | None = None
        self._trend: Trend | None = None

    def show(self, figure: TrendFigure, trend: Trend) -> None:
        """Draw another figure."""
        self._figure, self._trend = figure, trend
        self.refresh()

    def render(self) -> RenderResult:
        """Draw with the colours of now."""
        plot, figure, trend = self.plt, self._figure, self._trend
        plot.clear_data()
        plot.clear_figure()
        if figure is not None and trend is not None and trend.points:
            self._draw(figure, trend)
        return super().render()

    def _draw(self, figure: TrendFigure, trend: Trend) -> None:
        plot, points = self.plt, trend.points[-_MOST_POINTS:]
        places = list(range(1, len(points) + 1))
        ends = [0.5, len(points) + 0.5]
        usual = trend.yardstick
        if usual is not None:
            quiet, middle = self._rgb("secondary"), self._rgb("accent")
            for value, sign, colour in (
                (usual.low, _EDGE, quiet), (usual.high, _EDGE, quiet),
                (usual.median, _MEDIAN, middle),
            ):  # fmt: skip
                plot.plot(ends, [value, value], marker=sign, color=colour)
        values = [point.value for point in points]
        plot.scatter(places, values, marker=_POINT, color=self._rgb("primary"))
        plot.title(f"{figure.label}, {figure.unit}")
        marked = sorted({1, (len(points) + 1) // 2, len(points)})
        plot.xticks([float(m) for m in marked], [_day(points[m - 1]) for m in marked])
        plot.xlim(*ends)
        edges = [usual.low, usual.high] if usual is not None else []
        low, high = min(values + edges), max(values + edges)
        room = (high - low) * 0.1 or max(1.0, abs(high) * 0.1)
        bottom, top = max(0.0, low - room), high + room
        plot.ylim(bottom, top)
        marks = ticks(bottom, top)
        plot.yticks(list(marks), [f"{mark:g}" for mark in marks])

    def _rgb(self, name: str) -> tuple[int, int, int]:
        return Color.parse(self.app.theme_variables[name]).rgb


def _day(point: Point) -> str:
    return f"{point.moment.day} {point.moment:%b}" if point.moment else "?"
