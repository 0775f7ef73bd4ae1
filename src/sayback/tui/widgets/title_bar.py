"""The line at the top: where one is, and what is in use."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import HorizontalGroup
from textual.content import Content
from textual.widgets import Label


class TitleBar(HorizontalGroup):
    """Name of the program and the screen on the left, microphone and model on the right.

    Parameters
    ----------
    place
        The screen's title.
    hint
        Keys worth knowing here.
    """

    DEFAULT_CSS = """
    TitleBar {
        height: 1;
        background: $panel;
        padding: 0 1;
        & > .place { width: 1fr; text-wrap: nowrap; text-overflow: ellipsis; }
        & > .in-use { width: auto; color: $foreground 65%; }
    }
    """

    def __init__(self, place: str, hint: str) -> None:
        super().__init__()
        self._place = place
        self._hint = hint

    def compose(self) -> ComposeResult:
        """Lay out both ends."""
        hint = (f"   {self._hint}", "$foreground 65%") if self._hint else ""
        title = Content.assemble(("Sayback", "bold $primary"), ("  ›  ", "$foreground 50%"))
        yield Label(Content.assemble(title, self._place, hint), classes="place")
        yield Label("", classes="in-use", markup=False)

    def show_in_use(self, text: str) -> None:
        """Say what is in use."""
        self.query_one(".in-use", Label).update(text)
