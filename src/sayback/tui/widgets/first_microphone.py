"""First step: choose a microphone, speak, see the level, hear it back."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget

from sayback.audio.devices import Device
from sayback.tui.session import Session
from sayback.tui.setup_choices import DEMO_VOICE, Option, microphone_options
from sayback.tui.widgets.first_device import DeviceStep
from sayback.tui.widgets.microphone_trial import MicrophoneTrial


class FirstMicrophone(DeviceStep):
    """The microphone is open as long as this is shown."""

    TITLE = "Microphone"
    CHOICE = "Your microphone"
    ABOUT = (
        "Sayback asks, and you answer aloud. Choose your microphone, say something, and hear "
        "yourself. Nothing of this is kept."
    )
    NONE = (
        "⚠ No microphone was found: plug one in and press F6, or go on. A bundled answer can "
        "stand in for it: choose the demo voice."
    )

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._trial = MicrophoneTrial(session, "Space")

    def parts(self) -> Iterable[Widget]:
        """Return the level and what is heard."""
        yield self._trial

    def devices(self) -> tuple[Device, ...]:
        """Return the microphones."""
        return self.session.services.hardware.microphones()

    def offered(self, found: Iterable[Device]) -> tuple[str, Iterable[Option]]:
        """Return the microphone in use, and all with the demo voice."""
        chosen = DEMO_VOICE if self.session.demo_voice else self.session.config.audio.microphone
        return chosen, microphone_options(found, chosen)

    def looked(self, found: tuple[Device, ...]) -> None:
        """Listen to it at once."""
        self._listen(is_there=bool(found))

    def let_go(self) -> None:
        """Close the microphone."""
        self._trial.let_go()

    def _listen(self, *, is_there: bool = True) -> None:
        self._trial.forget()
        if self.session.demo_voice:
            self._trial.rest("A bundled answer stands in for the microphone.")
        elif is_there:
            self._trial.listen(self.session.config.audio.microphone)
        else:
            self._trial.rest("")

    def chose(self, value: str) -> None:
        """Listen to it at once."""
        self.session.demo_voice = value == DEMO_VOICE
        if value != DEMO_VOICE:
            self.change("audio", microphone=value)
        self._listen()

    def try_it(self) -> None:
        """Record, or play what was recorded."""
        self._trial.toggle()

    def look_again(self) -> None:
        """Break off what is being recorded, and look again."""
        self._trial.forget()
        super().look_again()
