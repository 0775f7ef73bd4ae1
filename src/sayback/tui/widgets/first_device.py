"""What the first start's steps for microphone and loudspeaker share: looking for devices."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import work

from sayback.audio.devices import Device
from sayback.errors import SaybackError
from sayback.tui.setup_choices import Option
from sayback.tui.widgets.first_step import FirstStep


class DeviceStep(FirstStep):
    """Looks for devices off the screen's thread, as often as is wanted."""

    NONE: ClassVar[str] = ""
    """What to say where there is none."""

    def on_mount(self) -> None:
        """Look for devices."""
        self._look()

    def look_again(self) -> None:
        """Look for devices that were plugged in."""
        self._look(again=True)

    def devices(self) -> tuple[Device, ...]:
        """Return what there is; may take a second. Raises DeviceError."""
        raise NotImplementedError

    def let_go(self) -> None:
        """Close what is open, for PortAudio looks anew only where nothing is; may take a moment."""
        raise NotImplementedError

    def offered(self, found: Iterable[Device]) -> tuple[str, Iterable[Option]]:
        """Return what is in use, and all that can be chosen."""
        raise NotImplementedError

    @work(thread=True, exclusive=True, group="look", exit_on_error=False)
    def _look(self, *, again: bool = False) -> None:
        found: tuple[Device, ...] = ()
        problem = ""
        try:
            if again:
                self.let_go()
                problem = self.session.look_for_devices()
            found = self.devices()
        except SaybackError as error:
            problem = str(error)
        self.app.call_from_thread(self._show, found, f"⚠ {problem}" if problem else "")

    def _show(self, found: tuple[Device, ...], problem: str) -> None:
        if not self.is_mounted:
            return
        chosen, options = self.offered(found)
        self.offer(options, chosen)
        self.tell(problem or ("" if found else self.NONE))
        self.looked(found)

    def looked(self, found: tuple[Device, ...]) -> None:
        """Go on, now that it is known what there is."""
