"""Second step: hear a spoken sentence."""

from __future__ import annotations

from collections.abc import Iterable

from textual import work

from sayback.audio.devices import Device
from sayback.errors import SaybackError
from sayback.tui.sample import SENTENCE, Sample
from sayback.tui.session import Session
from sayback.tui.setup_choices import Option, loudspeaker_options
from sayback.tui.widgets.first_device import DeviceStep


class FirstLoudspeaker(DeviceStep):
    """A sentence is spoken as often as is wanted."""

    TITLE = "Loudspeaker"
    CHOICE = "Your loudspeaker or headphones"
    ABOUT = (
        "Questions are asked aloud, and you listen to your answers. Press Space to hear the voice."
    )
    NONE = "⚠ No loudspeaker was found: plug one in and press F6, or go on and read the questions."

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._sample = Sample(session)
        self._is_playing = False

    def on_mount(self) -> None:
        """Notice when all was heard."""
        self.set_interval(0.2, self._follow)

    def on_unmount(self) -> None:
        """Fall silent."""
        self._sample.end()

    def devices(self) -> tuple[Device, ...]:
        """Return the loudspeakers."""
        return self.session.services.hardware.loudspeakers()

    def offered(self, found: Iterable[Device]) -> tuple[str, Iterable[Option]]:
        """Return the loudspeaker in use, and all others."""
        chosen = self.session.config.audio.loudspeaker
        return chosen, loudspeaker_options(found, chosen)

    def let_go(self) -> None:
        """Fall silent."""
        self._sample.let_go()

    def chose(self, value: str) -> None:
        """Use it at once."""
        self.change("audio", loudspeaker=value)

    def try_it(self) -> None:
        """Speak."""
        self.tell("…")
        self._speak()

    @work(thread=True, exclusive=True, group="speak", exit_on_error=False)
    def _speak(self) -> None:
        try:
            if self._sample.speak():
                self.app.call_from_thread(self._playing)
        except SaybackError as error:
            self.app.call_from_thread(self.tell, f"⚠ {error}")

    def _playing(self) -> None:
        self._is_playing = True
        self.tell(f"▶ “{SENTENCE}”")

    def _follow(self) -> None:
        sound = self._sample.sound
        if self._is_playing and sound is not None and not sound.is_playing:
            self._is_playing = False
            heard = "Heard nothing? Turn it up, or choose another one. Space: once more."
            self.tell(f"⚠ {sound.problem}" if sound.problem else heard)
