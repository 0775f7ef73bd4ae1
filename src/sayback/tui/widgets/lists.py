"""A list to choose from, whose Enter belongs to the screen."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widgets import OptionList


class ChoiceList(OptionList, inherit_bindings=False):
    """An option list that leaves Enter to the screen, so that the footer can name what it does.

    A click marks, and posts `OptionSelected`; `was_marked` then says whether it was the second
    one on the same line.
    """

    was_marked: bool = False
    _marked_before: int | None = None

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "cursor_down", "Down", show=False),
        Binding("up,k", "cursor_up", "Up", show=False),
        Binding("home", "first", "First", show=False),
        Binding("end", "last", "Last", show=False),
        Binding("pagedown", "page_down", "Page down", show=False),
        Binding("pageup", "page_up", "Page up", show=False),
    ]

    def watch_show_vertical_scrollbar(self) -> None:
        """Measure the lines anew: beside a scrollbar they wrap earlier than before it came."""
        self._clear_caches()

    def on_mouse_down(self) -> None:
        """Remember what was marked before the click."""
        self._marked_before = self.highlighted

    @on(OptionList.OptionSelected)
    def _compare(self, event: OptionList.OptionSelected) -> None:
        self.was_marked = self._marked_before == event.option_index

    @property
    def highlighted_id(self) -> str | None:
        """Id of the marked option."""
        if self.highlighted is None:
            return None
        return self.get_option_at_index(self.highlighted).id
