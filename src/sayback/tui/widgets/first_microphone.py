"""First step: choose a microphone, speak, see the level, hear it back."""

from __future__ import annotations

from collections.abc import Iterable

from textual import work
from textual.widget import Widget

from sayback.audio.devices import Device
from sayback.errors import SaybackError
from sayback.tui.setup_choices import DEMO_VOICE, microphone_options
from sayback.tui.widgets.first_step import FirstStep
from sayback.tui.widgets.microphone_trial import MicrophoneTrial

_NONE = (
    "⚠ No microphone was found: plug one in and press F6, or go on. A bundled answer can stand in "
    "for it: choose the demo voice."
)


class FirstMicrophone(FirstStep):
    """The microphone is open as long as this is shown."""

    TITLE = "Microphone"
    CHOICE = "Your microphone"
    ABOUT = (
        "Sayback asks, and you answer aloud. Choose your microphone, say something, and hear "
        "yourself. Nothing of this is kept."
    )

    def parts(self) -> Iterable[Widget]:
        """Return the level and what is heard."""
        yield MicrophoneTrial(self.session, "Space")

    def on_mount(self) -> None:
        """Look for microphones."""
        self._look()

    @work(thread=True, exclusive=True, group="look", exit_on_error=False)
    def _look(self, *, again: MicrophoneTrial | None = None) -> None:
        hardware = self.session.services.hardware
        found: tuple[Device, ...] = ()
        problem = ""
        try:
            if again is not None:
                again.let_go()
                hardware.rescan()
            found = hardware.microphones()
        except SaybackError as error:
            problem = f"⚠ {error}"
        self.app.call_from_thread(self._show, found, problem)

    def _show(self, found: tuple[Device, ...], problem: str) -> None:
        if not self.is_mounted:
            return
        chosen = DEMO_VOICE if self.session.demo_voice else self.session.config.audio.microphone
        self.offer(microphone_options(found, chosen), chosen)
        self.tell(problem or ("" if found else _NONE))
        self._listen(is_there=bool(found))

    def _listen(self, *, is_there: bool = True) -> None:
        trial = self.query_one(MicrophoneTrial)
        trial.forget()
        if self.session.demo_voice:
            trial.rest("A bundled answer stands in for the microphone.")
        elif is_there:
            trial.listen(self.session.config.audio.microphone)
        else:
            trial.rest("")

    def chose(self, value: str) -> None:
        """Listen to it at once."""
        self.session.demo_voice = value == DEMO_VOICE
        if value != DEMO_VOICE:
            self.change("audio", microphone=value)
        self._listen()

    def try_it(self) -> None:
        """Record, or play what was recorded."""
        self.query_one(MicrophoneTrial).toggle()

    def look_again(self) -> None:
        """Look for microphones again, which none that is open may hinder."""
        trial = self.query_one(MicrophoneTrial)
        trial.forget()
        self._look(again=trial)
