"""What `sayback doctor` looks at: each check says what is there, and what to do if it is not."""

from __future__ import annotations

import platform
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from sayback import __version__, config, paths
from sayback.cli.writable import what_is_wrong
from sayback.config import Config
from sayback.errors import ConfigError, DeviceError, ModelError, SaybackError, VoiceError

State = Literal["ok", "note", "broken"]
"""note: something is not there that Sayback can do without."""

_PLENTY_BYTES = 1_000_000_000
_LEAST_BYTES = 100_000_000


@dataclass(frozen=True, slots=True)
class Check:
    """What one look found."""

    name: str
    state: State
    found: str
    todo: str = ""
    """What to do about it; empty where all is well."""


def run_checks() -> tuple[Check, ...]:
    """Look at everything that Sayback needs; none of the checks leaves a trace."""
    settings, config_check = _config()
    looks: tuple[Callable[[], tuple[Check, ...]], ...] = (
        _python,
        lambda: (config_check,),
        lambda: _folders(settings),
        lambda: _disk(settings.recordings_dir()),
        _packs,
        lambda: _models(settings),
        lambda: _devices(settings),
        lambda: _voice(settings),
    )
    return tuple(check for look in looks for check in look())


def _python() -> tuple[Check, ...]:
    version = platform.python_version()
    state: State = "ok" if sys.version_info >= (3, 11) else "broken"
    todo = "" if state == "ok" else "Install Python 3.11 or newer."
    system = f"{platform.system()} {platform.release()} on {platform.machine()}"
    return (
        Check("Sayback", "ok", __version__),
        Check("Python", state, f"{version} at {sys.executable}", todo),
        Check("System", "ok", system),
    )


def _config() -> tuple[Config, Check]:
    path = paths.config_file()
    try:
        settings = config.load()
    except ConfigError as error:
        return Config(), Check("Configuration", "broken", str(error), f"Mend or remove {path}.")
    found = str(path) if path.exists() else f"{path} (not there: the defaults are used)"
    return settings, Check("Configuration", "ok", found)


def _folders(settings: Config) -> tuple[Check, ...]:
    elsewhere = "Choose another one with `recordings` in config.toml or with SAYBACK_RECORDINGS"
    return (
        _folder("Takes", settings.recordings_dir(), elsewhere),
        _folder("Config folder", paths.config_dir()),
        _folder("Models folder", paths.models_dir()),
        _folder("Cache", paths.cache_dir()),
    )


def _folder(name: str, path: Path, way_out: str = "Move it") -> Check:
    """Try to write a file; a missing folder stays missing."""
    problem = what_is_wrong(path)
    if problem:
        todo = f"{way_out}, or give yourself the right to write there."
        return Check(name, "broken", f"{path}: {problem}.", todo)
    return Check(name, "ok", str(path))


def _disk(folder: Path) -> tuple[Check, ...]:
    existing = next(place for place in (folder, *folder.parents) if place.exists())
    free = shutil.disk_usage(existing).free
    found = f"{free / 1e9:.1f} GB free for takes"
    # 48 kHz, 16 bits: an hour is 346 MB.
    if free < _LEAST_BYTES:
        return (Check("Disk", "broken", found, "Free some space before you record."),)
    if free < _PLENTY_BYTES:
        return (Check("Disk", "note", found, "An hour of recording takes 0.35 GB."),)
    return (Check("Disk", "ok", found),)


def _packs() -> tuple[Check, ...]:
    from sayback.questions import Catalogue

    catalogue = Catalogue.load()
    found = f"{len(catalogue.questions)} questions in {len(catalogue.packs)} packs"
    if not catalogue.packs:
        return (Check("Questions", "broken", found, "Install Sayback again."),)
    bad = tuple(
        Check("Question pack", "broken", problem, "Mend it, or remove it.")
        for problem in catalogue.problems
    )
    return (Check("Questions", "ok", found), *bad)


def _models(settings: Config) -> tuple[Check, ...]:
    from sayback.whisper.models import find_model, installed_models

    wanted = settings.whisper.model
    names = ", ".join(folder.name for folder in installed_models()) or "none"
    try:
        folder = find_model(wanted)
    except ModelError as error:
        return (Check("Whisper model", "note", f"installed: {names}", str(error)),)
    return (Check("Whisper model", "ok", f"{folder.name} at {folder.path}"),)


def _devices(settings: Config) -> tuple[Check, ...]:
    from sayback.audio.devices import loudspeakers, microphones
    from sayback.audio.quiet import native_noise_logged

    try:
        with native_noise_logged():
            found = (
                ("Microphone", settings.audio.microphone, microphones()),
                ("Loudspeaker", settings.audio.loudspeaker, loudspeakers()),
            )
    except DeviceError as error:
        return (Check("PortAudio", "broken", "it can't be used", str(error)),)
    checks = [Check("PortAudio", "ok", "loaded")]
    for name, chosen, devices in found:
        names = [device.name for device in devices]
        default = next((d.name for d in devices if d.is_default), None)
        if chosen and chosen not in names:
            todo = f"Plug in “{chosen}”, or choose another one in config.toml."
            checks.append(Check(name, "broken", "the chosen one is not there", todo))
        elif not devices:
            todo = f"Plug one in; without a {name.lower()} existing recordings still work."
            checks.append(Check(name, "note", "none", todo))
        else:
            checks.append(Check(name, "ok", chosen or default or names[0]))
    return tuple(checks)


def _voice(settings: Config) -> tuple[Check, ...]:
    if settings.voice.engine == "off":
        return (Check("Voice", "ok", "off: questions are shown, not spoken"),)
    from sayback.voice.speak import Speaker

    try:
        with tempfile.TemporaryDirectory() as folder:
            audio = Speaker(settings.voice, cache_dir=Path(folder)).synthesise("Ready.")
    except (VoiceError, SaybackError) as error:
        return (Check("Voice", "note", "no question can be spoken", str(error)),)
    return (Check("Voice", "ok", f"{settings.voice.engine}, {audio.duration_s:.1f} s spoken"),)
