"""PanedScreen: panes side by side, of which a narrow terminal shows one."""

from __future__ import annotations

from typing import ClassVar

from textual import on

from sayback.tui.screens.base import SaybackScreen
from sayback.tui.widgets.pane_strip import PaneStrip


class PanedScreen(SaybackScreen):
    """A screen with a `PaneStrip` and, in `#panes`, a pane for each of its names."""

    PANES: ClassVar[tuple[str, ...]] = ()
    """Ids of what takes the focus in each pane, in the strip's order."""

    def action_pane(self, name: str) -> None:
        """Go to a pane; on a narrow screen it is the one that is shown."""
        self.query_one("#panes").set_classes(f"-show-{name}")
        self.query_one(PaneStrip).chosen = self.PANES.index(name)
        self.query_one(f"#{name}").focus()

    @on(PaneStrip.Chosen)
    def _choose_pane(self, event: PaneStrip.Chosen) -> None:
        self.action_pane(self.PANES[event.place])
