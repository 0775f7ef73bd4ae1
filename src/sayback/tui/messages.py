"""What screens ask of the program as a whole; they bubble up to the app."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from sayback.library import Take
from sayback.tui.services import Order


@dataclass
class Practise(Message):
    """Ask a question."""

    order: Order


@dataclass
class OpenTake(Message):
    """Show a take's report."""

    take: Take


@dataclass
class OpenComparison(Message):
    """Show two takes side by side, the earlier one first."""

    a: Take
    b: Take


@dataclass
class OpenTakes(Message):
    """List all takes."""


@dataclass
class SettingChanged(Message):
    """A setting has another value."""

    key: str
    """Table and name."""


@dataclass
class OpenSetup(Message):
    """Show the dialog for microphone, loudspeaker, voice and model."""
