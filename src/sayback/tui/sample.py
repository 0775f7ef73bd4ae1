"""Sample: a sentence in the voice that asks, to hear whether all is well. No screen."""

from __future__ import annotations

from sayback.tui.services import Sound
from sayback.tui.session import Session

SENTENCE = "This is how I will ask you questions. Can you hear me well?"


class Sample:
    """Speaks a sentence with the voice and over the loudspeaker of now.

    Parameters
    ----------
    session
        Gives both.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self.sound: Sound | None = None
        """What plays it; None before the first time."""

    def speak(self) -> None:
        """Speak; may take a second, so not on the screen's thread.

        Raises
        ------
        VoiceError
            When the voice is off, unknown, or fails.
        """
        audio = self._session.services.voices.speak(SENTENCE, self._session.config)
        self.close()
        self.sound = self._session.sound()
        self.sound.play(audio)

    def close(self) -> None:
        """Give the loudspeaker back; may take a moment."""
        if self.sound is not None:
            self.sound.close()
