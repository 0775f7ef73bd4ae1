"""What the dialog for microphone, loudspeaker, voice and model offers. No screen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sayback.audio.devices import Device
from sayback.config import VoiceConfig
from sayback.tui.services import ModelChoice

DEMO_VOICE = "\0demo"
"""Value of the choice that is no device; no device can be called so."""
NO_VOICE = "\0off"
NO_MODEL = "\0none"
TYPED = "\0typed"
"""Value of the choice that leads to a field to type in."""


@dataclass(frozen=True, slots=True)
class Option:
    """One line of a list to choose from."""

    label: str
    value: str


def microphone_options(devices: Iterable[Device], chosen: str) -> tuple[Option, ...]:
    """Return the system's default, the microphones, and the demo voice."""
    demo = Option("Demo voice: a bundled answer, no microphone", DEMO_VOICE)
    return (*_device_options(devices, chosen), demo)


def loudspeaker_options(devices: Iterable[Device], chosen: str) -> tuple[Option, ...]:
    """Return the system's default and the loudspeakers."""
    return _device_options(devices, chosen)


def _device_options(devices: Iterable[Device], chosen: str) -> tuple[Option, ...]:
    devices = tuple(devices)
    default = next((device.name for device in devices if device.is_default), "")
    if default.casefold() == "default":
        default = ""  # So is it called on Linux, where it tells nothing.
    options = [Option(f"System's default ({default})" if default else "System's default", "")]
    options += [Option(device.name, device.name) for device in devices]
    if chosen and all(device.name != chosen for device in devices):
        options.append(Option(f"{chosen} (not connected)", chosen))
    return tuple(options)


def voice_options(names: Iterable[str], chosen: str) -> tuple[Option, ...]:
    """Return the default voice, the others by name, and none."""
    options = [Option("Default voice", "")]
    options += [Option(name, name) for name in names]
    if chosen and all(option.value != chosen for option in options):
        options.append(Option(chosen, chosen))
    another = Option("Another voice, by its name…", TYPED)
    return (*options, Option("No voice: show the question as text", NO_VOICE), another)


def voice_value(voice: VoiceConfig) -> str:
    """Return which of the voices is set."""
    return NO_VOICE if voice.engine == "off" else voice.name


def model_options(
    installed: Iterable[str], offered: Iterable[ModelChoice], chosen: str
) -> tuple[Option, ...]:
    """Return the models that are here, then those that can be downloaded.

    Where the chosen one is not here, no model is in use, and that is a line of its own.
    """
    here = tuple(installed)
    about = {model.name: model.about for model in offered}
    options = [Option(f"{name}  {about[name]}" if about.get(name) else name, name) for name in here]
    options += [
        Option(f"{model.name}  {model.about}; download, {model.size_mb} MB", model.name)
        for model in offered
        if model.name not in here
    ]
    if chosen in here:
        return tuple(options)
    folder = Path(chosen).expanduser()
    if folder.is_absolute() and folder.is_dir():
        return (Option(chosen, chosen), *options)
    return (Option("None yet: the words are added later", NO_MODEL), *options)


def model_value(options: Iterable[Option], chosen: str) -> str:
    """Return which of the options is in use."""
    return NO_MODEL if any(option.value == NO_MODEL for option in options) else chosen
