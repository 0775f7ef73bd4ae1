"""Revival: a microphone that was lost is opened anew as soon as it is there again."""

from __future__ import annotations

import logging
import threading

from sayback.audio.devices import rescan
from sayback.audio.sources import OnBlock, SoundSource
from sayback.audio.watchdog import Watchdog
from sayback.errors import DeviceError

AFTER_S = 2.0
"""Without a block; a sound system that moves to another microphone by itself needs 0.8 s."""
_AGAIN_S = 3.0
"""A device that was just opened may need 2 s for its first block."""
_LOOKS_EVERY_S = 0.25

_log = logging.getLogger(__name__)


class Revival:
    """Watches a live source from its start on, on a thread of its own.

    Opening may take a second or fail, and neither may keep the recorder from anything.

    Parameters
    ----------
    source : SoundSource
        Started already; it must be stopped only after this.
    watchdog : Watchdog
        Knows whether blocks come.
    on_block : callable
        Where blocks go.
    """

    def __init__(self, source: SoundSource, watchdog: Watchdog, on_block: OnBlock) -> None:
        self._source = source
        self._watchdog = watchdog
        self._on_block = on_block
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="revival", daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Watch no more; waits until an attempt is over."""
        self._ended.set()
        self._thread.join()

    def _run(self) -> None:
        wait_s = _LOOKS_EVERY_S
        while not self._ended.wait(wait_s):
            wait_s = _LOOKS_EVERY_S
            if self._watchdog.has_heard and self._watchdog.stalled_s >= AFTER_S:
                self._open_anew()
                wait_s = _AGAIN_S

    def _open_anew(self) -> None:
        try:
            self._source.stop()
            # Only a new look finds a device that came back; it needs all streams closed.
            rescan()
            self._source.start(self._on_block)
        except DeviceError as error:
            _log.info("%s is not back yet: %s", self._source.name, error)
        except Exception:
            _log.exception("%s can't be opened again", self._source.name)
