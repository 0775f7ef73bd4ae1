"""Where recorded sound comes from: a microphone, or a file that stands in for one."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from sayback.audio.decode import decode
from sayback.audio.devices import BLOCK_FRAMES, close_stream, find_device, open_stream
from sayback.audio.level import Block
from sayback.errors import DeviceError

_BUFFER_S = 0.08
"""Held by the device while Python is busy elsewhere, which it is for up to 0.08 s."""

OnBlock = Callable[[Block], None]


class SoundSource(Protocol):
    """Delivers mono blocks from its own thread until stopped.

    A block may be empty: the source lives, but has nothing to say yet.
    """

    name: str
    """What a take names as its device."""
    is_live: bool
    """Whether sound goes on by itself, so that an answer can begin before the key press."""

    @property
    def sample_rate_hz(self) -> int:
        """Rate of the blocks; final once `start` has returned."""

    def start(self, on_block: OnBlock) -> None:
        """Begin to deliver; may take up to a second.

        Raises
        ------
        DeviceError
            When the device is missing or refuses.
        """

    def cue(self) -> None:
        """Say that the answer starts now; a microphone does not care."""

    def stop(self) -> None:
        """Deliver nothing more; returns at once for a device that is gone."""


class MicrophoneSource:
    """A microphone at its own rate, in blocks of 512 frames."""

    is_live = True

    def __init__(self, device_name: str = "") -> None:
        self._wanted = device_name
        _, device = find_device(device_name, "input")
        self.name = device.name
        self._number = -1
        self._rate_hz = device.sample_rate_hz
        self._stream: Any = None

    @property
    def sample_rate_hz(self) -> int:
        """Rate that the device prefers."""
        return self._rate_hz

    def start(self, on_block: OnBlock) -> None:
        """Open the device with one channel, or two where it has no other way."""
        if self._stream is not None:
            return
        # Its number may be another one after it was gone; the rate stays, as the file's does.
        self._number, _ = find_device(self._wanted, "input")
        try:
            self._stream = self._open(on_block, channels=1)
        except DeviceError:
            try:
                self._stream = self._open(on_block, channels=2)
            except DeviceError as error:
                raise DeviceError(
                    f"The microphone “{self.name}” can't be opened; check that it is plugged in, "
                    f"allowed, and not held by another program ({error.__cause__})."
                ) from error

    def _open(self, on_block: OnBlock, channels: int) -> Any:
        def deliver(data: Any, _frames: int, _time: Any, _flags: Any) -> None:
            # The data belongs to PortAudio and is gone after the call. The first channel alone:
            # averaging could cancel a microphone wired with opposite signs.
            on_block(data[:, 0].copy())

        return open_stream(
            "InputStream",
            device=self._number,
            samplerate=self._rate_hz,
            channels=channels,
            dtype="int16",
            blocksize=BLOCK_FRAMES,
            latency=_BUFFER_S,
            callback=deliver,
        )

    def cue(self) -> None:
        """Do nothing: a microphone is always on."""

    def stop(self) -> None:
        """Close the device."""
        stream, self._stream = self._stream, None
        if stream is not None:
            close_stream(stream)


class FileSource:
    """A recording that stands in for the microphone, at its own rate.

    It waits (delivering empty blocks) until `cue`, so that a take made from it holds exactly
    the file; after its end it calls `on_end` once and waits again until stopped.

    Parameters
    ----------
    path : Path
        Any recording that `decode` reads.
    fast : bool
        Deliver as fast as possible instead of by the clock.
    on_end : callable, optional
        Called from the source's thread when the last block was delivered. It must not call
        the recorder, only tell somebody who does.

    Raises
    ------
    AudioError
        When the file can't be read.
    """

    is_live = False

    def __init__(
        self, path: Path, *, fast: bool = False, on_end: Callable[[], None] | None = None
    ) -> None:
        audio = decode(path, sample_rate_hz=None)
        self.name = path.name
        self.sample_rate_hz = audio.sample_rate_hz
        self.on_end = on_end
        self._samples = np.clip(np.round(audio.samples * 32768), -32768, 32767).astype(np.int16)
        self._fast = fast
        self._cued = threading.Event()
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None

    @property
    def duration_s(self) -> float:
        """Length of the file."""
        return len(self._samples) / self.sample_rate_hz

    def start(self, on_block: OnBlock) -> None:
        """Begin with empty blocks."""
        if self._thread is not None:
            return
        self._stopped.clear()
        self._cued.clear()
        self._thread = threading.Thread(
            target=self._run, args=(on_block,), name="file-source", daemon=True
        )
        self._thread.start()

    def cue(self) -> None:
        """Play the file from its start."""
        self._cued.set()

    def stop(self) -> None:
        """End the thread."""
        self._stopped.set()
        self._cued.set()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join()
        self._thread = None

    def _run(self, on_block: OnBlock) -> None:
        while not self._stopped.is_set():
            self._beat_until_cued(on_block)
            if not self._stopped.is_set():
                self._cued.clear()
                self._play(on_block)

    def _beat_until_cued(self, on_block: OnBlock) -> None:
        nothing = np.zeros(0, np.int16)
        while True:
            on_block(nothing)
            if self._cued.wait(BLOCK_FRAMES / self.sample_rate_hz):
                return

    def _play(self, on_block: OnBlock) -> None:
        started = time.monotonic()
        for first in range(0, len(self._samples), BLOCK_FRAMES):
            block = self._samples[first : first + BLOCK_FRAMES]
            # Each block is due by the clock, not a pause after the one before: no drift.
            due = started + (first + len(block)) / self.sample_rate_hz
            if self._stopped.wait(0 if self._fast else max(0.0, due - time.monotonic())):
                return
            on_block(block)
        if self.on_end is not None:
            self.on_end()
