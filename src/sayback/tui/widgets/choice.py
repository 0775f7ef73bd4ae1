"""One line to choose from a list that may come later."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from textual import on
from textual.content import Content
from textual.message import Message
from textual.widgets import Select

_NOT_YET = "…"


class Choice(Select[str]):
    """A select whose labels are shown as they are written, and that tells only of real choices.

    Parameters
    ----------
    id
        Its name in messages.
    """

    # The lowest line is the footer's: an open list stays above it and scrolls.
    DEFAULT_CSS = "Choice > SelectOverlay { margin-bottom: 1; }"

    @dataclass
    class Chosen(Message):
        """The user chose something else."""

        name: str
        value: str

    def __init__(self, id: str) -> None:
        super().__init__([(_NOT_YET, _NOT_YET)], id=id, compact=True, allow_blank=False)

    def offer(self, options: Iterable[tuple[str, str]], chosen: str) -> None:
        """Fill in labels and values, and choose one."""
        with self.prevent(Select.Changed):
            self.set_options([(Content(label), value) for label, value in options])
            self.value = chosen

    @property
    def chosen(self) -> str:
        """The value chosen; empty before there is something to choose from."""
        return "" if self.value == _NOT_YET else str(self.value)

    @on(Select.Changed)
    def _tell(self, event: Select.Changed) -> None:
        event.stop()
        if event.value != _NOT_YET:
            self.post_message(self.Chosen(self.id or "", self.chosen))
