"""Sample: a sentence in the voice that asks, to hear whether all is well. No screen."""

from __future__ import annotations

from sayback.tui.held import Held
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
        self._held: Held[Sound] = Held()

    @property
    def sound(self) -> Sound | None:
        """What plays it; None before the first time."""
        return self._held.thing

    def speak(self) -> bool:
        """Speak, unless it was ended meanwhile; may take a second, so not on the screen's thread.

        Raises
        ------
        VoiceError
            When the voice is off, unknown, or fails.
        """
        ticket = self._held.ticket()
        audio = self._session.services.voices.speak(SENTENCE, self._session.config)
        self._held.empty()
        sound = self._session.sound()
        return self._held.put(ticket, sound, lambda: sound.play(audio))

    def let_go(self) -> None:
        """Fall silent and give the loudspeaker back; may take a moment."""
        self._held.ticket()
        self._held.empty()

    def end(self) -> None:
        """Fall silent for good: what is still being prepared is not spoken."""
        self._held.end()
