"""A microphone to try out: its level, and oneself played back. Nothing of it is stored."""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np
from textual import on
from textual.message import Message

from sayback.audio.samples import Audio
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

        sound: Sound

    def __init__(self, session: Session, key: str) -> None:
        super().__init__(
            session.services.hardware.meter,
            f"Speak: the bar must move. {key}: hear yourself.",
        )
        self._session = session
        self._key = key
        self._since_s: float | None = None
        self._sound: Sound | None = None
        self._is_playing = False

    def on_mount(self) -> None:
        """Notice when time is up, and when all was played."""
        self.set_interval(0.1, self._go_on)

    def on_unmount(self) -> None:
        """Fall silent."""
        if self._sound is not None:
            self.app.run_worker(self._sound.close, thread=True, exit_on_error=False)

    @property
    def is_recording(self) -> bool:
        """Whether what is spoken now will be played back."""
        return self._since_s is not None

    def toggle(self) -> None:
        """Begin to record, or end that and play it."""
        if self._meter is None:
            self.say("⚠ No microphone is open; choose one first.")
        elif self.is_recording:
            self._play_back()
        else:
            if self._sound is not None:
                self._sound.pause()
            self._is_playing = False
            self._meter.remember()
            self._since_s = time.monotonic()
            self.say(f"● Recording: say a sentence, then press {self._key} again.")

    def forget(self) -> None:
        """Break off, as another microphone is chosen."""
        self._since_s = None

    def _play_back(self) -> None:
        self._since_s = None
        if self._meter is None:
            return
        audio = self._meter.remembered()
        if audio.duration_s < _LEAST_S or float(np.max(np.abs(audio.samples))) < _AUDIBLE:
            self.say(_NOTHING)
            return
        self.say("▶ This is how you sound.")
        before = self._sound
        self.run_worker(
            lambda: self._play(audio, before), thread=True, group="trial", exit_on_error=False
        )

    def _play(self, audio: Audio, before: Sound | None) -> None:
        if before is not None:
            before.close()
        sound = self._session.sound()
        sound.play(audio)
        self.post_message(self.Playing(sound))

    @on(Playing)
    def _follow(self, event: Playing) -> None:
        event.stop()
        self._sound, self._is_playing = event.sound, True

    def _go_on(self) -> None:
        if self._since_s is not None and time.monotonic() - self._since_s > LONGEST_S:
            self._play_back()
        if self._is_playing and self._sound is not None and not self._sound.is_playing:
            self._is_playing = False
            problem = self._sound.problem
            self.say(f"⚠ {problem}" if problem else f"That was you. {self._key}: once more.")
