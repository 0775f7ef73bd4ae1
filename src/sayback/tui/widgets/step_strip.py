"""Names of steps in a row, and which one is on."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from sayback.tui.widgets.steps import drawn


class StepStrip(Widget):
    """One line.

    Parameters
    ----------
    names
        What the steps are called.
    """

    DEFAULT_CSS = "StepStrip { height: 1; width: auto; }"

    place: reactive[int] = reactive(0)

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self._names = tuple(names)

    def render(self) -> Content:
        """Draw the steps: done, current, to come."""
        return drawn(self._names, self.place)
