"""The take as one picture: how it sounds, its story, fillers, pauses, bookmarks, and its pace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from sayback.analysis.report import Part, Report
from sayback.render.star_view import StarView
from sayback.render.units import clock
from sayback.thresholds import Thresholds
from sayback.tui.take_view import as_sentence
from sayback.tui.timeline import bands, cell_of, marks, shares
from sayback.tui.waveform import columns, fit, pace_heights
from sayback.tui.widgets.figure_list import STYLES

PART_STYLES: dict[Part | None, str] = {
    "S": "$text-primary on $primary-muted",
    "T": "$text-secondary on $secondary-muted",
    "A": "$text-success on $success-muted",
    "R": "$text-accent on $accent-muted",
    "O": "on $surface",
    None: "on $surface",
}
GUTTER = 9
"""Cells on the left for the time, the speed and the word "pace"."""
_CURSOR = "reverse bold"
_HIGH_FROM = 8
"""Rows from which sound and pace get more than one each."""


class TimelineView(Widget):
    """Five rows where room is short and eight elsewhere; a click goes to that moment."""

    position_cell: reactive[int] = reactive(0)
    caption: reactive[str] = reactive("")

    @dataclass
    class Chosen(Message):
        """A moment was clicked."""

        time_s: float

    def __init__(self) -> None:
        super().__init__()
        self._report = Report()
        self._star: StarView | None = None
        self._thresholds = Thresholds()
        self._duration_s = 0.0
        self._bookmarks: tuple[float, ...] = ()
        self._levels: tuple[float, ...] = ()
        self._drawn: tuple[tuple[int, int], list[Content], Content] | None = None
        self._heard = ("", "", "")

    def show(
        self,
        report: Report,
        duration_s: float,
        *,
        star: StarView | None = None,
        bookmarks: Sequence[float] = (),
        thresholds: Thresholds | None = None,
    ) -> None:
        """Show a take."""
        self._report, self._star, self._duration_s = report, star, duration_s
        self._bookmarks = tuple(bookmarks)
        self._thresholds = thresholds or Thresholds()
        self._drawn = None
        self.refresh()

    def show_sound(self, levels: tuple[float, ...]) -> None:
        """Show how loud the take is, from its start to its end."""
        self._levels = levels
        self._drawn = None
        self.refresh()

    def follow(self, position_s: float, *, is_playing: bool, pace: str = "1×") -> None:
        """Move the cursor; cheap while it stays in its cell and its second.

        Parameters
        ----------
        pace
            Such as "1.5×", and what is repeated.
        """
        self.position_cell = cell_of(position_s, self._duration_s, self._width)
        sign = "▶" if is_playing else "■"
        self._heard = (f"{sign} {clock(position_s)}", f"/ {clock(self._duration_s)}", pace)
        self.caption = " ".join(self._heard)

    def render(self) -> Content:
        """Draw the rows; only cursor and gutter change while playing."""
        key = (self._width, self.size.height)
        if self._drawn is None or self._drawn[0] != key:
            self._drawn = (key, *self._draw(*key))
        _, rows, last = self._drawn
        cell = self.position_cell
        labels = [*self._heard, *[""] * (len(rows) - 3)]
        labels[-1] = "pace"
        lines = [
            Content.assemble(
                (f"{label:<{GUTTER}}"[:GUTTER], "bold" if place < 3 else "$foreground 65%"),
                row.stylize(_CURSOR, cell, cell + 1),
            )
            for place, (label, row) in enumerate(zip(labels, rows, strict=True))
        ]
        return Content("\n").join([*lines, last])

    @property
    def _width(self) -> int:
        return max(8, self.size.width - GUTTER)

    def _draw(self, width: int, height: int) -> tuple[list[Content], Content]:
        high = height >= _HIGH_FROM
        sound = columns(fit(self._levels, width), 3 if high else 1)
        heights = pace_heights(self._report.pace.curve, self._duration_s, width)
        rows = [Content.styled(row, "$text-primary") for row in sound]
        rows += [self._bands(width), self._marks(width)]
        rows += [Content.styled(row, "$text-secondary") for row in columns(heights, 1 + high)]
        return rows, self._shares(width + GUTTER)

    def _bands(self, width: int) -> Content:
        drawn = bands(self._report, self._duration_s, width)
        return Content.assemble(*((band.label, PART_STYLES[band.part]) for band in drawn))

    def _marks(self, width: int) -> Content:
        row = marks(self._report, self._duration_s, width, self._thresholds, self._bookmarks)
        content = Content.styled(row, "$foreground 30%")
        for place, sign in enumerate(row):
            if sign != "─":
                content = content.stylize("bold $text-warning", place, place + 1)
        return content

    def _shares(self, width: int) -> Content:
        if self._star is None:
            return Content("")
        found = shares(self._star.parts, width)
        if not found:
            return Content.styled(as_sentence(self._star.why)[:width], "$foreground 65%")
        styled = [Content.styled(text, STYLES[tone]) for text, tone in found]
        return Content("  ").join(styled)

    def on_click(self, event: events.Click) -> None:
        """Tell which moment was clicked."""
        offset = event.get_content_offset(self)
        rows = len(self._drawn[1]) if self._drawn else 0
        if offset is None or not self._duration_s or offset.x < GUTTER or offset.y >= rows:
            return
        self.post_message(self.Chosen((offset.x - GUTTER) / self._width * self._duration_s))
