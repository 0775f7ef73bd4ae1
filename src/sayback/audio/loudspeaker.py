"""An open loudspeaker: asks for each block and says when that block will be heard."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from sayback.audio.devices import BLOCK_FRAMES, close_stream, find_device, open_stream
from sayback.errors import DeviceError

_LATENCY_S = 0.1
"""A busy machine stalls for up to 0.08 s; position and key presses stay exact all the same."""
_STALLED_AFTER_S = 4.0
"""A sleeping sound system takes 2 s to wake up."""
_PRIMING_S = 0.03
"""The first blocks fill the device's buffer at once and tell nothing about when they sound."""

OnFill = Callable[[Any, float], None]


class Loudspeaker:
    """One output device, opened for one sample rate after the other.

    Parameters
    ----------
    device_name : str
        Empty for the default.
    on_fill : callable
        Called from the device's thread with a block of shape (n, channels) to fill, and the
        moment of `time.monotonic` at which its first sample is heard. It may only copy.
    """

    def __init__(self, device_name: str, on_fill: OnFill) -> None:
        self._name = device_name
        self._on_fill = on_fill
        self._stream: Any = None
        self._wanted_hz = 0
        self._first_call_s = 0.0
        self._called_s = 0.0
        self._has_ended = False
        self.sample_rate_hz = 0
        """Rate of the blocks; 0 before `open_for`."""

    @property
    def is_open(self) -> bool:
        """Whether the device is held."""
        return self._stream is not None

    def open_for(self, rate_hz: int) -> None:
        """Open the device at a sound's rate, or at its own where it refuses.

        Raises
        ------
        DeviceError
            When there is no such loudspeaker or it can't be opened.
        """
        if self.is_open and rate_hz in (self._wanted_hz, self.sample_rate_hz):
            return
        self.close()
        number, device = find_device(self._name, "output")
        tries = [(rate_hz, 1), (device.sample_rate_hz, 1), (device.sample_rate_hz, 2)]
        for attempt, (rate, channels) in enumerate(tries, 1):
            try:
                self._open(number, rate, channels)
            except DeviceError as error:
                if attempt == len(tries):
                    raise DeviceError(
                        f"The loudspeaker “{device.name}” can't be opened; check that it is "
                        f"connected and not held by another program ({error.__cause__})."
                    ) from error
            else:
                self._wanted_hz, self.sample_rate_hz = rate_hz, rate
                return

    def check_alive(self) -> None:
        """Raise DeviceError when the device has gone."""
        stalled = time.monotonic() - self._called_s > _STALLED_AFTER_S
        if self.is_open and (self._has_ended or stalled):
            raise DeviceError("The loudspeaker plays no more; check that it is connected.")

    def close(self) -> None:
        """Fall silent and give the device back."""
        stream, self._stream = self._stream, None
        if stream is not None:
            close_stream(stream)

    def _open(self, number: int, rate_hz: int, channels: int) -> None:
        self._first_call_s = 0.0
        self._called_s = time.monotonic()
        self._has_ended = False
        self._stream = open_stream(
            "OutputStream",
            device=number,
            samplerate=rate_hz,
            channels=channels,
            dtype="float32",
            blocksize=BLOCK_FRAMES,
            latency=_LATENCY_S,
            callback=self._fill,
            finished_callback=self._note_the_end,
        )

    def _note_the_end(self) -> None:
        """Hear that the stream has ended, by itself where `close` did not end it."""
        self._has_ended = self._stream is not None

    def _fill(self, out: Any, _frames: int, moment: Any, _flags: Any) -> None:
        now_s = time.monotonic()
        self._called_s = now_s
        self._first_call_s = self._first_call_s or now_s
        if now_s - self._first_call_s < _PRIMING_S:
            out.fill(0)
            return
        delay_s = moment.outputBufferDacTime - moment.currentTime
        self._on_fill(out, now_s + (delay_s if delay_s > 0 else _LATENCY_S))
