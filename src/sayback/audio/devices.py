"""Which microphones and loudspeakers there are; the one module that loads PortAudio."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import Any, Literal

from sayback.errors import DeviceError

Direction = Literal["input", "output"]

INSTALL_PORTAUDIO = (
    "Live audio needs the PortAudio library: install it "
    "(Debian and Ubuntu: sudo apt install libportaudio2; Fedora: sudo dnf install portaudio)."
)
BLOCK_FRAMES = 512
"""Frames a callback: `stop` drops the last partial block, 11 ms at 48 kHz at most."""

_SPOKEN = {"input": "microphone", "output": "loudspeaker"}
# PortAudio may not be entered by two threads at once, except by its own callbacks.
_lock = threading.RLock()
_open_streams = 0


@dataclass(frozen=True, slots=True)
class Device:
    """A microphone or a loudspeaker."""

    name: str
    """What the configuration calls it."""
    is_default: bool
    """Whether the system uses it where nothing is said."""
    sample_rate_hz: int
    """The rate that it prefers."""


def microphones() -> tuple[Device, ...]:
    """Every microphone; empty when there is none.

    Raises
    ------
    DeviceError
        When PortAudio is missing.
    """
    return _devices("input")


def loudspeakers() -> tuple[Device, ...]:
    """Every loudspeaker; empty when there is none.

    Raises
    ------
    DeviceError
        When PortAudio is missing.
    """
    return _devices("output")


def rescan() -> bool:
    """Look again for devices that came or went; takes about 40 ms.

    It would end every open stream, so nothing happens (and the answer is False) while a
    recorder or a player has one open.
    """
    portaudio = load_portaudio()
    with _lock:
        if _open_streams:
            return False
        portaudio._terminate()
        _initialise(portaudio)
    return True


def load_portaudio() -> Any:
    """Return the `sounddevice` module, whose import starts PortAudio.

    Raises
    ------
    DeviceError
        With how to install it, when the library is missing or does not start.
    """
    with _lock:
        try:
            import sounddevice
        except (OSError, ImportError) as error:
            raise DeviceError(INSTALL_PORTAUDIO) from error
        except Exception as error:
            raise DeviceError(f"The sound system does not start: {error}.") from error
    return sounddevice


def find_device(name: str, direction: Direction) -> tuple[int, Device]:
    """Return PortAudio's number for a device, and the device; an empty name is the default.

    Raises
    ------
    DeviceError
        When it is not there, or there is none at all.
    """
    found = _numbered(direction)
    spoken = _SPOKEN[direction]
    if not found:
        raise DeviceError(f"There is no {spoken}; plug one in, then try again.")
    for number, device in found:
        if device.name == name or (not name and device.is_default):
            return number, device
    if not name:
        return found[0]
    names = ", ".join(device.name for _, device in found)
    raise DeviceError(f"There is no {spoken} called “{name}”; plug it in, or choose from {names}.")


def open_stream(kind: str, **settings: Any) -> Any:
    """Open and start a `sounddevice` stream of the class named `kind`.

    Raises
    ------
    DeviceError
        When the device refuses.
    """
    global _open_streams
    portaudio = load_portaudio()
    with _lock:
        try:
            stream = getattr(portaudio, kind)(**settings)
            try:
                stream.start()
            except portaudio.PortAudioError:
                stream.close(ignore_errors=True)
                raise
        except (portaudio.PortAudioError, ValueError, OSError) as error:
            raise DeviceError(f"The sound device can't be opened: {_reason(error)}.") from error
        _open_streams += 1
    return stream


def close_stream(stream: Any) -> None:
    """Stop a stream at once and give the device back; a device that is gone is no error."""
    global _open_streams
    with _lock:
        stream.abort(ignore_errors=True)
        stream.close(ignore_errors=True)
        _open_streams -= 1


def _devices(direction: Direction) -> tuple[Device, ...]:
    return tuple(device for _, device in _numbered(direction))


def _numbered(direction: Direction) -> list[tuple[int, Device]]:
    """List the devices of the default host interface.

    Windows shows each device once for every one of its four interfaces; the default one
    converts rates and channels, the others refuse.
    """
    portaudio = load_portaudio()
    with _lock:
        try:
            hosts = portaudio.query_hostapis()
            host = hosts[max(0, portaudio.default.hostapi)]
            listed = [(number, portaudio.query_devices(number)) for number in host["devices"]]
        except (portaudio.PortAudioError, IndexError):
            return []
    default = host[f"default_{direction}_device"]
    return [
        (
            number,
            Device(
                name=info["name"],
                is_default=number == default,
                sample_rate_hz=round(info["default_samplerate"]),
            ),
        )
        for number, info in listed
        if info[f"max_{direction}_channels"] > 0
    ]


def _initialise(portaudio: Any) -> None:
    try:
        portaudio._initialize()
    except portaudio.PortAudioError as error:
        raise DeviceError(f"The sound system does not start: {_reason(error)}.") from error


def _reason(error: Exception) -> str:
    text = error.args[0] if error.args else str(error)
    return str(text).rstrip(".")
