"""A dialog that asks one thing."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import HorizontalGroup, VerticalGroup
from textual.content import Content
from textual.widgets import Button, Label, Static

from sayback.tui.keys import bindings
from sayback.tui.screens.base import Dialog

Choice = tuple[str, str]
"""What is given back, and what the button says."""


class Ask(Dialog[str]):
    """Gives back the first item of the choice taken, or None.

    Parameters
    ----------
    title, text
        What is asked.
    choices
        The buttons; the first has the focus and must be harmless.
    dangerous
        The choice that destroys something.
    """

    BINDINGS = bindings("dialog")

    def __init__(
        self, title: str, text: str, choices: Sequence[Choice], *, dangerous: str = ""
    ) -> None:
        super().__init__()
        self._title = title
        self._text = text
        self._choices = choices
        self._dangerous = dangerous

    def compose(self) -> ComposeResult:
        """Lay out text and buttons."""
        with VerticalGroup(classes="box") as box:
            box.border_title = Content(self._title)
            yield Static(Content(self._text))
            with HorizontalGroup(classes="buttons"):
                for answer, label in self._choices:
                    yield Button(
                        Content(label),
                        id=answer,
                        variant="error" if answer == self._dangerous else "default",
                    )
            yield Label("Tab: next   Enter: choose   Esc: close", classes="keys")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Give the answer back."""
        self.dismiss(event.button.id)
