"""OneSound: plays a stretch of one take after another. No screen."""

from __future__ import annotations

from pathlib import Path

from sayback.audio.samples import Audio
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
        self._sound: Sound | None = None
        self._path: Path | None = None
        self._audio: Audio | None = None

    @property
    def is_playing(self) -> bool:
        """Whether sound comes, or is about to."""
        return self._sound is not None and self._sound.is_playing

    def play(self, path: Path, start_s: float) -> None:
        """Play a take from just before a moment; reads files, so not on the screen's thread.

        Raises
        ------
        SaybackError
            When the recording can't be read or the loudspeaker fails.
        """
        if self._audio is None or path != self._path:
            self._audio, self._path = self._session.services.decode(path), path
        if self._sound is None:
            self._sound = self._session.sound()
        self._sound.play(self._audio, start_s=lead_in(start_s))

    def stop(self) -> None:
        """Fall silent."""
        if self._sound is not None and self._sound.is_playing:
            self._sound.pause()

    def close(self) -> None:
        """Give the loudspeaker back; may take a moment."""
        if self._sound is not None:
            self._sound.close()
