"""Names of the panes, of which a narrow screen shows one at a time."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

_GAP = "   "


class PaneStrip(Widget):
    """One line; a click chooses."""

    DEFAULT_CSS = "PaneStrip { height: 1; padding: 0 1; }"

    chosen: reactive[int] = reactive(0)

    @dataclass
    class Chosen(Message):
        """A name was clicked."""

        place: int

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__()
        self._names = names

    def render(self) -> Content:
        """Draw the names, the chosen one marked."""
        return Content(_GAP).join(
            Content.styled(f"▸{name}", "bold reverse")
            if place == self.chosen
            else Content.styled(f" {name}", "$foreground 70%")
            for place, name in enumerate(self._names)
        )

    def on_click(self, event: events.Click) -> None:
        """Tell which name was clicked."""
        offset = event.get_content_offset(self)
        column = 0
        for place, name in enumerate(self._names):
            if offset is not None and column <= offset.x < column + len(name) + 1:
                self.post_message(self.Chosen(place))
            column += len(name) + 1 + len(_GAP)
