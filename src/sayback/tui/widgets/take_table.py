"""A table of takes whose Enter belongs to the screen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.console import JustifyMethod
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.widgets import DataTable

from sayback.library.take_row import TakeRow
from sayback.tui import take_lines

_LENGTH, _PACE, _FILLERS, _STATE = 6, 4, 8, 10
_SHORT_WHEN, _LONG_WHEN = 12, 18
_GAPS = 13
"""A cell on either side of each column, and the scroll bar."""
_LONG_FROM_CELLS = 100


class TakeTable(DataTable[Text], inherit_bindings=False):
    """One take a row; the rows' keys are the takes' ids."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "cursor_up", "Up", show=False),
        Binding("down,j", "cursor_down", "Down", show=False),
        Binding("pageup", "page_up", "Page up", show=False),
        Binding("pagedown", "page_down", "Page down", show=False),
        Binding("home", "scroll_top", "First", show=False),
        Binding("end", "scroll_bottom", "Last", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, cursor_type="row", zebra_stripes=True)
        self._takes: tuple[TakeRow, ...] = ()

    def show(self, takes: Iterable[TakeRow]) -> None:
        """Fill the table; the marked row stays where it was."""
        self._takes = tuple(takes)
        self._fill()

    def on_resize(self) -> None:
        """Give the question what the other columns leave."""
        self._fill()

    @property
    def marked_id(self) -> str | None:
        """Id of the take in the marked row."""
        if not self.row_count:
            return None
        return self._takes[min(self.cursor_row, len(self._takes) - 1)].id

    def _fill(self) -> None:
        marked = self.cursor_row
        self.clear(columns=True)
        is_wide = self.size.width >= _LONG_FROM_CELLS
        when = _LONG_WHEN if is_wide else _SHORT_WHEN
        fixed = when + _LENGTH + _PACE + _FILLERS + _STATE + _GAPS
        room = max(10, self.size.width - fixed)
        columns: tuple[tuple[str, int, JustifyMethod], ...] = (
            ("When", when, "right"), ("Question", room, "left"), ("Length", _LENGTH, "right"),
            ("wpm", _PACE, "right"), ("Fill/min", _FILLERS, "right"), ("", _STATE, "left"),
        )  # fmt: skip
        for label, width, justify in columns:
            self.add_column(_cell(label, justify), width=width)
        for take in self._takes:
            cells = (
                take_lines.when(take) if is_wide else take_lines.short_when(take),
                take_lines.question_text(take), take_lines.length(take), take_lines.pace(take),
                take_lines.fillers_per_minute(take), take_lines.state(take),
            )  # fmt: skip
            row = (_cell(text, justify) for text, (*_, justify) in zip(cells, columns, strict=True))
            self.add_row(*row, key=take.id)
        if self._takes:
            self.move_cursor(row=min(marked, len(self._takes) - 1))


def _cell(text: str, justify: JustifyMethod) -> Text:
    return Text(text, justify=justify, no_wrap=True, overflow="ellipsis")
