"""A microphone listened to: its level, and why there is none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual import on, work
from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from sayback.errors import SaybackError
from sayback.tui.services import Meter
from sayback.tui.widgets.level_meter import LevelMeter

_LEVELS_PER_SECOND = 12


class MicrophoneLevel(VerticalGroup):
    """Opens one microphone at a time, off the screen's thread, and lets it go at its end.

    Parameters
    ----------
    meter
        Makes an unopened meter for the microphone of a name.
    hint
        What to say while all is well.
    """

    @dataclass
    class Opened(Message):
        """A microphone listens, or why none does."""

        meter: Meter | None
        problem: str = ""

    def __init__(
        self, meter: Callable[[str], Meter], hint: str = "Speak: the bar must move."
    ) -> None:
        super().__init__()
        self._make = meter
        self._hint = hint
        self._meter: Meter | None = None

    def compose(self) -> ComposeResult:
        """Lay out the bar above its hint."""
        yield LevelMeter()
        yield Static(Content(self._hint), classes="hint")

    def on_mount(self) -> None:
        """Show the level from now on."""
        self.set_interval(1 / _LEVELS_PER_SECOND, self._show_level)

    def on_unmount(self) -> None:
        """Let the microphone go."""
        if meter := self.take_meter():
            self.app.run_worker(meter.close, thread=True, exit_on_error=False)

    def listen(self, name: str) -> None:
        """Listen to the microphone of that name; empty for the default."""
        self._open(self.take_meter(), name)

    def rest(self, why: str) -> None:
        """Listen to none, and say why."""
        if meter := self.take_meter():
            self.app.run_worker(meter.close, thread=True, exit_on_error=False)
        self.say(why)

    def take_meter(self) -> Meter | None:
        """Hand over the open meter to somebody who closes it."""
        meter, self._meter = self._meter, None
        return meter

    @work(thread=True, exclusive=True, group="meter", exit_on_error=False)
    def _open(self, before: Meter | None, name: str) -> None:
        if before is not None:
            before.close()
        try:
            meter = self._make(name)
            meter.open()
        except SaybackError as error:
            self.post_message(self.Opened(None, str(error)))
        else:
            self.post_message(self.Opened(meter))

    @on(Opened)
    def _use(self, event: Opened) -> None:
        if meter := self.take_meter():
            self.app.run_worker(meter.close, thread=True, exit_on_error=False)
        self._meter = event.meter
        self.say(f"⚠ {event.problem}" if event.problem else self._hint)

    def _show_level(self) -> None:
        level = self.query_one(LevelMeter)
        if self._meter is None:
            level.show(None, None)
            return
        status = self._meter.status()
        level.show(status.level_db, status.peak_db)
        if status.problem:
            self.say(f"⚠ {status.problem}")

    def say(self, sentence: str) -> None:
        """Show a sentence below the bar."""
        self.query_one(".hint", Static).update(Content(sentence))
