"""Services: everything outside the screens that the screens need, so that tests can fake it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from sayback.analysis import Report
from sayback.audio.devices import Device
from sayback.audio.recording import RecorderStatus
from sayback.audio.samples import Audio
from sayback.config import Config
from sayback.interview.phases import Snapshot
from sayback.library import Library, Take, TakeQuestion
from sayback.questions import Catalogue

OnProgress = Callable[[float], None]
"""Is told how much is done, 0 to 1."""


class PracticeRun(Protocol):
    """One question asked and answered; `sayback.interview.practice.Practice` is one."""

    question: TakeQuestion
    take: Take | None
    report: Report | None
    problem: str | None

    def begin(self) -> None:
        """Open the microphone and ask."""

    def tick(self) -> None:
        """Let time pass."""

    def skip(self) -> None:
        """Skip the voice, or the countdown."""

    def record_now(self) -> None:
        """Skip all that comes before the answer."""

    def toggle_pause(self) -> None:
        """Pause the recorder, or go on."""

    def finish(self) -> None:
        """End the answer."""

    def discard(self) -> None:
        """Throw the answer away."""

    def close(self) -> None:
        """Let go of microphone and voice; an answer being spoken is kept."""

    def snapshot(self) -> Snapshot:
        """Return what there is to show now."""


class Sound(Protocol):
    """What plays a take; `sayback.audio.player.Player` is one. No call waits, except `close`."""

    def play(
        self, audio: Audio, *, start_s: float = 0.0, end_s: float | None = None, speed: float = 1.0
    ) -> None:
        """Play a stretch in place of what is playing."""

    def pause(self) -> None:
        """Fall silent and keep the place."""

    def resume(self) -> None:
        """Go on."""

    def set_speed(self, speed: float) -> None:
        """Change the speed from here on, 0.5 to 2; the pitch stays."""

    def close(self) -> None:
        """Stop and give the device back."""

    @property
    def position_s(self) -> float:
        """The moment that is heard now."""

    @property
    def is_playing(self) -> bool:
        """Whether sound comes, or is about to."""

    @property
    def is_paused(self) -> bool:
        """Whether `resume` would go on."""

    @property
    def problem(self) -> str:
        """One sentence why the last sound could not be played."""


class Meter(Protocol):
    """An open microphone to try out; `sayback.tui.hearing.HearingMeter` is one."""

    def open(self) -> None:
        """Open it; may take a second."""

    def status(self) -> RecorderStatus:
        """Return the level of this moment."""

    def remember(self) -> None:
        """Keep in memory what is spoken from now on."""

    def remembered(self) -> Audio:
        """Return what was spoken since, and keep nothing of it."""

    def close(self) -> None:
        """Let go of it."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be practised."""

    question: TakeQuestion
    links: tuple[str, ...] = ()
    """Ids of takes that this one follows."""
    demo_voice: bool = False
    """Whether the bundled speech stands in for the microphone."""


@dataclass(frozen=True, slots=True)
class Hardware:
    """Microphones and loudspeakers; each call may take a second."""

    microphones: Callable[[], tuple[Device, ...]]
    loudspeakers: Callable[[], tuple[Device, ...]]
    rescan: Callable[[], bool]
    """Looks for devices that came or went; False, and nothing done, while any is open."""
    meter: Callable[[str], Meter]
    """An unopened meter of the microphone of that name; empty for the default."""
    sound: Callable[[str], Sound]
    """A player for the loudspeaker of that name; empty for the default."""


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """A Whisper model that can be had."""

    name: str
    size_mb: int
    about: str


@dataclass(frozen=True, slots=True)
class Models:
    """Whisper models: which are here, which could be."""

    installed: Callable[[], tuple[str, ...]]
    offered: tuple[ModelChoice, ...]
    download: Callable[[str, OnProgress], None]
    """Gets a model, going on where it broke off. Raises ModelError in one sentence."""
    find: Callable[[str], object]
    """Raises ModelError where there is no such name or folder."""


@dataclass(frozen=True, slots=True)
class FirstStart:
    """Whether the program was ever started here."""

    is_due: Callable[[], bool]
    """True until it is remembered, or settings were written."""
    remember: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Voices:
    """Who can ask the questions."""

    names: Callable[[Config], tuple[str, ...]]
    """Voices of the engine that is set. Raises VoiceError."""
    speak: Callable[[str, Config], Audio]
    """Synthesises a sentence with the voice of that configuration. Raises VoiceError."""


@dataclass(frozen=True, slots=True)
class Services:
    """The world outside the screens."""

    config: Config
    save_config: Callable[[Config], None]
    load_catalogue: Callable[[], Catalogue]
    library: Library
    open_library: Callable[[Config], Library]
    """Lets new takes go where a configuration says, and returns the library that lies there."""
    first_start: FirstStart
    hardware: Hardware
    models: Models
    voices: Voices
    practice: Callable[[Order, Config], PracticeRun]
    """Makes a practice run; may read files, so call it off the screen's thread."""
    analyse: Callable[[Take, Config, OnProgress], Take]
    """Analyses a stored take again, saves and returns it. Waits; raises SaybackError."""
    decode: Callable[[Path], Audio]
    """Reads a recording at its own rate. Raises AudioError."""
    close: Callable[[], None] = lambda: None
    """Ends the engine."""
    now: Callable[[], datetime] = lambda: datetime.now().astimezone()
    """The time of day, with its offset."""
