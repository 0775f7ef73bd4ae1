"""A microphone to try out: its level, and oneself played back. Nothing of it is stored."""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np
from textual import on
from textual.message import Message

from sayback.audio.samples import Audio
from sayback.tui.held import Held
from sayback.tui.services import Sound
from sayback.tui.session import Session
from sayback.tui.widgets.microphone_level import MicrophoneLevel

LONGEST_S = 8.0
_LEAST_S = 0.3
_AUDIBLE = 10 ** (-50 / 20)
_NOTHING = "⚠ Nothing was heard: is the microphone muted, or is another one meant?"


class MicrophoneTrial(MicrophoneLevel):
    """Records a few seconds into memory and plays them back.

    Parameters
    ----------
    session
        Gives microphone and loudspeaker.
    key
        What people press to be recorded and to hear it.
    """

    @dataclass
    class Playing(Message):
        """Somebody is about to hear themselves."""

    def __init__(self, session: Session, key: str) -> None:
        super().__init__(
            session.services.hardware.meter,
            f"Speak: the bar must move. {key}: hear yourself.",
        )
        self._session = session
        self._key = key
        self._since_s: float | None = None
        self._sound: Held[Sound] = Held()
        self._is_playing = False

    def on_mount(self) -> None:
        """Notice when time is up, and when all was played."""
        self.set_interval(0.1, self._go_on)

    def on_unmount(self) -> None:
        """Fall silent."""
        self._sound.end()

    @property
    def is_recording(self) -> bool:
        """Whether what is spoken now will be played back."""
        return self._since_s is not None

    def toggle(self) -> None:
        """Begin to record, or end that and play it."""
        meter, sound = self.meter, self._sound.thing
        if meter is None:
            self.say("⚠ No microphone is open; choose one first.")
        elif self.is_recording:
            self._play_back()
        else:
            if sound is not None:
                sound.pause()
            self._is_playing = False
            meter.remember()
            self._since_s = time.monotonic()
            self.say(f"● Recording: say a sentence, then press {self._key} again.")

    def let_go(self) -> None:
        """Close microphone and loudspeaker, and wait for that."""
        self._sound.ticket()
        self._sound.empty()
        super().let_go()

    def forget(self) -> None:
        """Break off, as another microphone is chosen."""
        self._since_s = None

    def _play_back(self) -> None:
        self._since_s = None
        meter = self.meter
        if meter is None:
            return
        audio = meter.remembered()
        if audio.duration_s < _LEAST_S or float(np.max(np.abs(audio.samples))) < _AUDIBLE:
            self.say(_NOTHING)
            return
        self.say("▶ This is how you sound.")
        ticket = self._sound.ticket()
        self.run_worker(
            lambda: self._play(audio, ticket), thread=True, group="trial", exit_on_error=False
        )

    def _play(self, audio: Audio, ticket: int) -> None:
        self._sound.empty()
        sound = self._session.sound()
        if self._sound.put(ticket, sound, lambda: sound.play(audio)):
            self.post_message(self.Playing())

    @on(Playing)
    def _follow(self, event: Playing) -> None:
        event.stop()
        self._is_playing = True

    def _go_on(self) -> None:
        if self._since_s is not None and time.monotonic() - self._since_s > LONGEST_S:
            self._play_back()
        sound = self._sound.thing
        if self._is_playing and sound is not None and not sound.is_playing:
            self._is_playing = False
            problem = sound.problem
            self.say(f"⚠ {problem}" if problem else f"That was you. {self._key}: once more.")
