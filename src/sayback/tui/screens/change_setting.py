"""Dialogs that change one setting: choose a value, or type one that is checked first."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.content import Content
from textual.widgets import Input, Label, OptionList, Static
from textual.widgets.option_list import Option

from sayback.config import Config, Entry, value_of, with_value
from sayback.errors import SaybackError
from sayback.setting import Value, parsed
from sayback.tui.keys import bindings
from sayback.tui.screens.base import Dialog


class ChooseValue(Dialog[Value]):
    """Gives back the chosen value, or None.

    Parameters
    ----------
    entry
        What is changed.
    choices
        Values with their names.
    value
        The one that is set.
    """

    BINDINGS = bindings("dialog")

    def __init__(self, entry: Entry, choices: Sequence[tuple[Value, str]], value: Value) -> None:
        super().__init__()
        self._entry = entry
        self._choices = choices
        self._value = value

    def compose(self) -> ComposeResult:
        """Lay out one line a value."""
        about = self._entry.setting.about
        with VerticalGroup(classes="box") as box:
            box.border_title = Content(about.title)
            yield Static(Content(about.help), classes="said")
            yield OptionList(*(_option(name, v == self._value) for v, name in self._choices))
            yield Label("↑ ↓: move   Enter: choose   Esc: close", classes="keys")

    def on_mount(self) -> None:
        """Begin at the value that is set."""
        values = [value for value, _ in self._choices]
        listed = self.query_one(OptionList)
        listed.highlighted = values.index(self._value) if self._value in values else 0
        listed.scroll_to_highlight()

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._choices[event.option_index][0])


class TypeValue(Dialog[Value]):
    """Gives back a value that makes sense, or None.

    Parameters
    ----------
    entry
        What is changed.
    config
        The other settings, which it must fit.
    check
        Returns one sentence against a value, or nothing; may read files.
    """

    BINDINGS = bindings("dialog")

    def __init__(
        self, entry: Entry, config: Config, check: Callable[[str], str] | None = None
    ) -> None:
        super().__init__()
        self._entry = entry
        self._config = config
        self._check = check

    def compose(self) -> ComposeResult:
        """Lay out the field below what it is for."""
        setting, value = self._entry.setting, value_of(self._config, self._entry)
        allowed = setting.allowed.replace(" in quotes", "")
        hint = Static(Content(allowed[0].upper() + allowed[1:] + "."), classes="keys")
        hint.display = setting.kind != "text" or bool(setting.about.allowed)
        with VerticalGroup(classes="box") as box:
            box.border_title = Content(setting.about.title)
            yield Static(Content(setting.about.help), classes="said")
            yield Input(f"{value:g}" if isinstance(value, float) else str(value), compact=True)
            yield hint
            yield Static(Content(""), id="problem")
            yield Label("Enter: take it   Esc: close", classes="keys")

    @on(Input.Changed)
    def _forget_problem(self) -> None:
        self.query_one("#problem", Static).update(Content(""))

    @on(Input.Submitted)
    async def _take(self, event: Input.Submitted) -> None:
        try:
            value = parsed(self._entry.setting, event.value)
            with_value(self._config, self._entry, value)
        except SaybackError as error:
            self._refuse(str(error))
            return
        problem = await asyncio.to_thread(self._check, str(value)) if self._check else ""
        if problem:
            self._refuse(problem)
        else:
            self.dismiss(value)

    def _refuse(self, sentence: str) -> None:
        self.query_one("#problem", Static).update(Content(f"⚠ {sentence}"))


def _option(name: str, is_set: bool) -> Option:
    return Option(Content.assemble(("● " if is_set else "  ", "$text-accent"), name))
