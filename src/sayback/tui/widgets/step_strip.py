"""Names of steps in a row: which one is on, which are done, and which were left out."""

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

    DEFAULT_CSS = "StepStrip { height: 1; width: 1fr; }"

    place: reactive[int] = reactive(0)
    skipped: reactive[frozenset[int]] = reactive(frozenset())
    """Places of the steps that were left out."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self._names = tuple(names)

    def render(self) -> Content:
        """Draw the steps: done or left out, current, to come."""
        return drawn(self._names, self.place, skipped=self.skipped, width=self.size.width or None)
