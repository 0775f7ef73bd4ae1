"""A dialog with a list to choose one line from."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.content import Content
from textual.widgets import Label, OptionList
from textual.widgets.option_list import Option

from sayback.tui.keys import bindings
from sayback.tui.screens.base import Dialog


class Choose(Dialog[int]):
    """Gives back the place of the line that was chosen, or None.

    Parameters
    ----------
    title
        What is asked.
    lines
        Each with its reason.
    """

    BINDINGS = bindings("dialog")

    def __init__(self, title: str, lines: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._title = title
        self._lines = lines

    def compose(self) -> ComposeResult:
        """Lay out the lines."""
        with VerticalGroup(classes="box") as box:
            box.border_title = Content(self._title)
            yield OptionList(*(_option(text, why) for text, why in self._lines))
            yield Label("↑ ↓: move   Enter: choose   Esc: close", classes="keys")

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_index)


def _option(text: str, why: str) -> Option:
    return Option(Content.assemble((text, "bold"), "\n", (why, "$foreground 65%")))
