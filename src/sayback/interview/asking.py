"""Ask a question aloud without holding anybody up: synthesised and played by a thread."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Protocol

from sayback.audio.samples import Audio
from sayback.errors import SaybackError

_DEVICE_BUFFER_S = 0.15


class Loudspeaker(Protocol):
    """What plays a question; `sayback.audio.player.Player` does."""

    def play(self, audio: Audio) -> None:
        """Start to play and return at once."""

    def wait(self) -> object:
        """Return when the last sample has been heard."""

    def stop(self) -> None:
        """Fall silent."""


class Asking:
    """One question being spoken. If that fails, `problem` says why and the text must do."""

    def __init__(
        self, text: str, *, synthesise: Callable[[str], Audio], loudspeaker: Loudspeaker
    ) -> None:
        self.problem: str | None = None
        self._skipped = threading.Event()
        self._thread = threading.Thread(
            target=self._run, args=(text, synthesise, loudspeaker), daemon=True, name="asking"
        )
        self._loudspeaker = loudspeaker
        self._thread.start()

    @property
    def done(self) -> bool:
        """Whether the loudspeaker is silent again."""
        return not self._thread.is_alive()

    def skip(self) -> None:
        """Stop speaking; `done` follows when the loudspeaker has fallen silent."""
        self._skipped.set()
        self._loudspeaker.stop()

    def _run(self, text: str, synthesise: Callable[[str], Audio], loudspeaker: Loudspeaker) -> None:
        try:
            audio = synthesise(text)
            if self._skipped.is_set():
                return
            loudspeaker.play(audio)
            if self._skipped.is_set():
                loudspeaker.stop()
            loudspeaker.wait()
            if self._skipped.is_set():
                # What the device had taken already is still to be heard.
                time.sleep(_DEVICE_BUFFER_S)
        except SaybackError as error:
            self.problem = str(error)
