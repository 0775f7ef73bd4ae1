"""The line at the top: where one is, and what is in use."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import HorizontalGroup
from textual.content import Content
from textual.widgets import Label


class TitleBar(HorizontalGroup):
    """Name of the program and the screen on the left, microphone and model on the right."""

    DEFAULT_CSS = """
    TitleBar {
        height: 1;
        background: $panel;
        padding: 0 1;
        & > .place { width: 1fr; text-wrap: nowrap; text-overflow: ellipsis; }
        & > .in-use { width: auto; color: $foreground 65%; }
    }
    """

    def __init__(self, place: str) -> None:
        super().__init__()
        self._place = place

    def compose(self) -> ComposeResult:
        """Lay out both ends."""
        yield Label(self._title(self._place), classes="place")
        yield Label("", classes="in-use", markup=False)

    def show_place(self, place: str) -> None:
        """Say where one is."""
        self.query_one(".place", Label).update(self._title(place))

    def show_in_use(self, text: str) -> None:
        """Say what is in use."""
        self.query_one(".in-use", Label).update(text)

    @staticmethod
    def _title(place: str) -> Content:
        return Content.assemble(("Sayback", "bold $primary"), ("  ›  ", "$foreground 50%"), place)
