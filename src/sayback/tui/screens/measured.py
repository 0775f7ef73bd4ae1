"""How a figure is measured: definition, source, accuracy."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from sayback.render.measures import Measure
from sayback.tui.keys import bindings
from sayback.tui.screens.base import Dialog


class MeasuredDialog(Dialog[None]):
    """Explains one figure."""

    BINDINGS = bindings("dialog")

    def __init__(self, label: str, measure: Measure, band: str = "") -> None:
        super().__init__()
        self._label = label
        self._measure = measure
        self._band = band

    def compose(self) -> ComposeResult:
        """Lay out the definition."""
        with VerticalScroll(classes="box") as box:
            box.border_title = Content(f"How is this measured? {self._label}")
            box.border_subtitle = "↑ ↓: scroll   Esc: close"
            yield Static(self._text())

    def _text(self) -> Content:
        measure = self._measure
        parts: list[str | tuple[str, str]] = [measure.definition]
        for title, text in (
            ("Judged against", self._band),
            ("Source", measure.source),
            ("Accuracy", measure.accuracy or "Not measured yet."),
        ):
            if text:
                parts += ["\n\n", (title, "bold $text-primary"), "\n", text]
        return Content.assemble(*parts)
