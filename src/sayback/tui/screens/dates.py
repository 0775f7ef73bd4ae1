"""A dialog that asks from which day to which."""

from __future__ import annotations

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.content import Content
from textual.widgets import Input, Label

from sayback.tui.keys import bindings
from sayback.tui.screens.base import Dialog

Dates = tuple[date | None, date | None]


class DatesDialog(Dialog[Dates]):
    """Gives back first and last day, each None where it was left empty."""

    BINDINGS = bindings("dialog")

    def __init__(self, since: date | None, until: date | None) -> None:
        super().__init__()
        self._dates = (since, until)

    def compose(self) -> ComposeResult:
        """Lay out the two fields."""
        with VerticalGroup(classes="box") as box:
            box.border_title = Content("From when to when?")
            for name, label, day in zip(
                ("since", "until"), ("From", "To"), self._dates, strict=True
            ):
                yield Label(Content(f"{label} (year-month-day, empty for any)"))
                yield Input(str(day or ""), id=name, compact=True, placeholder="2026-11-22")
            yield Label(Content(""), id="wrong")
            yield Label("Tab: next   Enter: show these takes   Esc: close", classes="keys")

    @on(Input.Submitted)
    def _answer(self) -> None:
        try:
            since, until = (self._day(name) for name in ("since", "until"))
        except ValueError:
            self.query_one("#wrong", Label).update(
                Content("Write a day as year-month-day, such as 2026-11-22.")
            )
            return
        self.dismiss((since, until))

    def _day(self, name: str) -> date | None:
        text = self.query_one(f"#{name}", Input).value.strip()
        return date.fromisoformat(text) if text else None
