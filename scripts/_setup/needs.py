"""What Sayback needs of the system and pip can't bring."""

from __future__ import annotations

import ctypes
import importlib
import importlib.util
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from _setup import debian
from _setup.ready import say
from _setup.steps import SetupError


@dataclass(frozen=True)
class Need:
    """One thing of the system."""

    package: str
    """Debian's name."""
    sentence: str
    """What lacks and what for."""
    elsewhere: str
    """How to come by it without apt-get."""
    present: Callable[[], bool]


def can_make_environments() -> bool:
    """Tell whether `python -m venv` works: Debian keeps a part of it in a package of its own."""
    importlib.invalidate_caches()
    return importlib.util.find_spec("ensurepip") is not None


def has_portaudio() -> bool:
    """Tell whether PortAudio can be loaded; on macOS and Windows sounddevice brings it along."""
    if sys.platform != "linux":
        return True
    try:
        ctypes.CDLL("libportaudio.so.2")
    except OSError:
        return False
    return True


def _venv_package() -> str:
    """Return the package that completes this Python, which may not be the system's default."""
    this, default = (os.path.realpath(path) for path in (sys.executable, "/usr/bin/python3"))
    return "python3-venv" if this == default else "python{}.{}-venv".format(*sys.version_info)


VENV = Need(
    package=_venv_package(),
    sentence="This Python can't make environments: its ensurepip is not installed.",
    elsewhere="Install it with your system's packages, or install uv",
    present=can_make_environments,
)
PORTAUDIO = Need(
    package="libportaudio2",
    sentence="Recording and playing need PortAudio, which is not installed.",
    elsewhere="Install PortAudio with your system's packages (most call it portaudio)",
    present=has_portaudio,
)


def provide(needed: Sequence[Need], wished: Sequence[Need] = ()) -> None:
    """See to it that what is needed is there.

    Parameters
    ----------
    needed
        Without these the set-up can't go on.
    wished
        Only root installs these, who is not asked.

    Raises
    ------
    SetupError
        When something needed is missing still; the message is the command to run.
    """
    needed, wished = _missing(needed), _missing(wished)
    wanted = [*needed, *(wished if debian.is_root() else ())]
    if wanted:
        for need in wanted:
            say(need.sentence)
        debian.provide([need.package for need in wanted])
    still_needed = _missing(needed)
    if still_needed:
        raise SetupError(f"{how_to_install(still_needed)}\nThen start again.")


def how_to_install(needs: Sequence[Need]) -> str:
    """Return what to do about missing things."""
    if debian.has_apt():
        command = debian.command_for([need.package for need in needs])
        return f"Install it with\n\n    {command}\n"
    return "\n".join(need.elsewhere for need in needs) + "."


def _missing(needs: Sequence[Need]) -> list[Need]:
    return [need for need in needs if not need.present()]
