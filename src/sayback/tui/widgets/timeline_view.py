"""The take as a line: parts of the story, fillers and long pauses, and where one listens."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from sayback.analysis.report import Part, Report
from sayback.render.units import clock
from sayback.tui.timeline import FILLER, LONG_PAUSE, bands, cell_of, marks

PART_STYLES: dict[Part | None, str] = {
    "S": "$text-primary on $primary-muted",
    "T": "$text-secondary on $secondary-muted",
    "A": "$text-success on $success-muted",
    "R": "$text-accent on $accent-muted",
    "O": "on $surface",
    None: "on $surface",
}
_CURSOR = "reverse bold"


class TimelineView(Widget):
    """Three lines; a click goes to that moment."""

    DEFAULT_CSS = "TimelineView { height: 3; }"

    position_cell: reactive[int] = reactive(0)
    caption: reactive[str] = reactive("")

    @dataclass
    class Chosen(Message):
        """A moment was clicked."""

        time_s: float

    def __init__(self) -> None:
        super().__init__()
        self._report = Report()
        self._duration_s = 0.0
        self._drawn: tuple[int, Content, Content] | None = None

    def show(self, report: Report, duration_s: float) -> None:
        """Show a take."""
        self._report = report
        self._duration_s = duration_s
        self._drawn = None
        self.refresh()

    def follow(self, position_s: float, *, is_playing: bool) -> None:
        """Move the cursor."""
        self.position_cell = cell_of(position_s, self._duration_s, self._width)
        sign = "▶" if is_playing else "❚❚"
        self.caption = f"{sign} {clock(position_s)} / {clock(self._duration_s)}"

    def render(self) -> Content:
        """Draw bands, marks and caption; only the cursor changes while playing."""
        width = self._width
        if self._drawn is None or self._drawn[0] != width:
            self._drawn = (width, self._bands(width), self._marks(width))
        _, band_row, mark_row = self._drawn
        cell = self.position_cell
        return Content("\n").join(
            [
                band_row.stylize(_CURSOR, cell, cell + 1),
                mark_row.stylize(_CURSOR, cell, cell + 1),
                self._caption(width),
            ]
        )

    @property
    def _width(self) -> int:
        return max(8, self.size.width)

    def _bands(self, width: int) -> Content:
        drawn = bands(self._report, self._duration_s, width)
        return Content.assemble(*((band.label, PART_STYLES[band.part]) for band in drawn))

    def _marks(self, width: int) -> Content:
        row = marks(self._report, self._duration_s, width)
        content = Content.styled(row, "$foreground 30%")
        for place, sign in enumerate(row):
            if sign != "─":
                content = content.stylize("bold $text-warning", place, place + 1)
        return content

    def _caption(self, width: int) -> Content:
        legend = f"{FILLER} filler  {LONG_PAUSE} long pause"
        gap = max(1, width - len(self.caption) - len(legend))
        if gap < 2:
            return Content(self.caption)
        return Content.assemble((self.caption, "bold"), " " * gap, (legend, "$foreground 65%"))

    def on_click(self, event: events.Click) -> None:
        """Tell which moment was clicked."""
        offset = event.get_content_offset(self)
        if offset is not None and offset.y < 2 and self._duration_s:
            self.post_message(self.Chosen(offset.x / self._width * self._duration_s))
