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
from sayback.tui.held import Held
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

        ticket: int
        problem: str = ""

    def __init__(
        self, meter: Callable[[str], Meter], hint: str = "Speak: the bar must move."
    ) -> None:
        super().__init__()
        self._make = meter
        self._hint = hint
        self._held: Held[Meter] = Held()

    def compose(self) -> ComposeResult:
        """Lay out the bar above its hint."""
        yield LevelMeter()
        yield Static(Content(self._hint), classes="hint")

    def on_mount(self) -> None:
        """Show the level from now on."""
        self.set_interval(1 / _LEVELS_PER_SECOND, self._show_level)

    def on_unmount(self) -> None:
        """Let the microphone go."""
        self._held.end()

    @property
    def meter(self) -> Meter | None:
        """The microphone that listens, if one does."""
        return self._held.thing

    def listen(self, name: str) -> None:
        """Listen to the microphone of that name; empty for the default."""
        self._open(self._held.ticket(), name)

    def rest(self, why: str) -> None:
        """Listen to none, and say why."""
        self._held.ticket()
        self.run_worker(self._held.empty, thread=True, exit_on_error=False)
        self.say(why)

    def let_go(self) -> None:
        """Close the microphone and wait for that; one that is still being opened closes itself."""
        self._held.ticket()
        self._held.empty()

    @work(thread=True, exclusive=True, group="meter", exit_on_error=False)
    def _open(self, ticket: int, name: str) -> None:
        self._held.empty()
        try:
            meter = self._make(name)
            meter.open()
        except SaybackError as error:
            self.post_message(self.Opened(ticket, str(error)))
        else:
            if self._held.put(ticket, meter):
                self.post_message(self.Opened(ticket))

    @on(Opened)
    def _tell(self, event: Opened) -> None:
        if self._held.is_current(event.ticket):
            self.say(f"⚠ {event.problem}" if event.problem else self._hint)

    def _show_level(self) -> None:
        level = self.query_one(LevelMeter)
        meter = self.meter
        if meter is None:
            level.show(None, None)
            return
        status = meter.status()
        level.show(status.level_db, status.peak_db)
        if status.problem:
            self.say(f"⚠ {status.problem}")

    def say(self, sentence: str) -> None:
        """Show a sentence below the bar."""
        self.query_one(".hint", Static).update(Content(sentence))
