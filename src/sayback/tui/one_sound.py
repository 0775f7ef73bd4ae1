"""OneSound: plays a stretch of one take after another. No screen."""

from __future__ import annotations

import threading
from pathlib import Path

from sayback.audio.samples import Audio
from sayback.tui.held import Held
from sayback.tui.moments import lead_in
from sayback.tui.services import Sound
from sayback.tui.session import Session


class OneSound:
    """One loudspeaker for takes of which only a moment is wanted.

    Parameters
    ----------
    session
        Gives the loudspeaker and reads recordings.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._held: Held[Sound] = Held()
        self._ticket = self._held.ticket()
        self._lock = threading.Lock()
        self._asked = 0
        self._path: Path | None = None
        self._audio: Audio | None = None

    @property
    def is_playing(self) -> bool:
        """Whether sound comes, or is about to."""
        sound = self._held.thing
        return sound is not None and sound.is_playing

    def play(self, path: Path, start_s: float) -> None:
        """Play a take from just before a moment; reads files, so not on the screen's thread.

        Raises
        ------
        SaybackError
            When the recording can't be read or the loudspeaker fails.
        """
        with self._lock:
            self._asked += 1
            asked = self._asked
            audio = self._audio if path == self._path else None
        read = audio or self._session.services.decode(path)
        with self._lock:
            if asked != self._asked:
                return  # Meanwhile another moment was asked for, or silence.
            self._audio, self._path = read, path
            sound = self._held.thing or self._session.sound()
            self._held.put(self._ticket, sound, lambda: sound.play(read, start_s=lead_in(start_s)))

    def stop(self) -> None:
        """Fall silent; what is still being read is not played."""
        with self._lock:
            self._asked += 1
        sound = self._held.thing
        if sound is not None and sound.is_playing:
            sound.pause()

    def end(self) -> None:
        """Give the loudspeaker back for good."""
        self._held.end()
