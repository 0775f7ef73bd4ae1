"""How each figure moves from take to take."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from sayback.library.take_row import TakeRow
from sayback.library.trend_figures import TREND_FIGURES
from sayback.library.trends import Trend, trends
from sayback.tui import trend_lines
from sayback.tui.widgets.lists import ChoiceList
from sayback.tui.widgets.trend_plot import TrendPlot

_STYLES = {"good": "$text-success", "notice": "$text-warning", "plain": "$foreground 65%"}


class TrendsPane(Container):
    """The figures with their newest values, and a plot of the marked one."""

    def __init__(self) -> None:
        super().__init__(id="trends")
        self._trends: dict[str, Trend] = {}

    def compose(self) -> ComposeResult:
        """Lay out list and plot."""
        yield ChoiceList(id="trend-figures")
        with Vertical(id="trend-right"):
            yield TrendPlot(id="trend-plot")
            yield Static(id="trend-says", markup=False)

    def show(self, rows: Sequence[TakeRow], everything: Sequence[TakeRow]) -> None:
        """Follow the figures through some takes; the marked figure stays marked."""
        self._trends = trends(rows, everything=everything)
        figures = self.query_one("#trend-figures", ChoiceList)
        marked = figures.highlighted or 1
        figures.set_options(_options(self._trends))
        figures.highlighted = marked
        self._plot()

    @on(ChoiceList.OptionHighlighted, "#trend-figures")
    def _plot(self) -> None:
        figure_id = self.query_one("#trend-figures", ChoiceList).highlighted_id
        if figure_id is None:
            return
        figure, found = TREND_FIGURES[figure_id], self._trends[figure_id]
        self.query_one(TrendPlot).show(figure, found)
        self.query_one("#trend-says", Static).update(Content(trend_lines.summary(figure, found)))

    def focus_list(self) -> None:
        """Go to the figures."""
        self.query_one("#trend-figures").focus()


def _options(found: Mapping[str, Trend]) -> Iterator[Option]:
    """Give the figures under their groups' headings."""
    for group, members in groupby(found, key=lambda key: TREND_FIGURES[key].group):
        yield Option(Content.styled(group, "bold $text-primary"), disabled=True)
        yield from (Option(_line(key, found[key]), id=key) for key in members)


def _line(figure_id: str, found: Trend) -> Content:
    figure = TREND_FIGURES[figure_id]
    value = "–" if found.latest is None else f"{found.latest:.{figure.decimals}f}"
    style = _STYLES[trend_lines.tone(figure, found)]
    sign = trend_lines.SIGNS[found.against_usual]
    return Content.assemble((f"{sign} ", style), f"{figure.label:<20}", (f"{value:>5}", "bold"))
