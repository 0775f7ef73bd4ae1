"""Dialogs in which one writes: a line, or as many as one likes."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import HorizontalGroup, VerticalGroup
from textual.content import Content
from textual.widgets import Button, Input, Label, TextArea

from sayback.tui.keys import bindings
from sayback.tui.screens.base import Dialog

REMOVE = "\0"
"""What `WriteLine` gives back when the thing itself is to go."""


class WriteLine(Dialog[str]):
    """Gives back a line, `REMOVE`, or None.

    Parameters
    ----------
    title
        What is asked for.
    text
        What stands there first.
    removable
        Whether there is something to remove.
    """

    BINDINGS = bindings("dialog")

    def __init__(self, title: str, text: str = "", *, removable: bool = False) -> None:
        super().__init__()
        self._title, self._text, self._removable = title, text, removable

    def compose(self) -> ComposeResult:
        """Lay out the line."""
        with VerticalGroup(classes="box") as box:
            box.border_title = Content(self._title)
            yield Input(self._text, placeholder="A note, or nothing", compact=True)
            with HorizontalGroup(classes="buttons"):
                yield Button("Keep", id="keep", compact=True)
                if self._removable:
                    yield Button("Remove", id="remove", compact=True)
            yield Label("Enter: keep   Tab: next   Esc: close", classes="keys")

    @on(Input.Submitted)
    def _keep(self) -> None:
        self.dismiss(self.query_one(Input).value.strip())

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Keep or remove."""
        if event.button.id == "remove":
            self.dismiss(REMOVE)
        else:
            self._keep()


class WriteNotes(Dialog[str]):
    """Gives back what was written, however it is left.

    Parameters
    ----------
    title
        What it is about.
    text
        What was written before.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+s", "back", "Keep", priority=True, show=False)
    ]

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._title, self._text = title, text

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        with VerticalGroup(classes="box") as box:
            box.border_title = Content(self._title)
            yield TextArea(self._text, id="page", show_line_numbers=False)
            yield Label("Esc or Ctrl+S: keep and close", classes="keys")

    def action_back(self) -> None:
        """Keep what was written."""
        self.dismiss(self.query_one(TextArea).text.rstrip())
