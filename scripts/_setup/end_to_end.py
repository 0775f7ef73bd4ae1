"""What the end-to-end tests use beside Sayback: a virtual sound card, a terminal, a browser."""

from __future__ import annotations

import glob
import shutil
from collections.abc import Callable
from dataclasses import dataclass

from _setup import debian, needs, ready
from _setup.ready import say

DECLINED = "sayback-without-end-to-end-tools"
PULSE_PLUGIN = "/usr/lib/*/alsa-lib/libasound_module_pcm_pulse.so"


def _command(*names: str) -> Callable[[], bool]:
    return lambda: any(shutil.which(name) for name in names)


@dataclass(frozen=True)
class Tool:
    """One package and how to see that it is there."""

    package: str
    present: Callable[[], bool]


TOOLS = (
    Tool("libportaudio2", needs.has_portaudio),
    Tool("libasound2-plugins", lambda: bool(glob.glob(PULSE_PLUGIN))),
    Tool("pulseaudio", _command("pulseaudio")),
    Tool("pulseaudio-utils", _command("pactl")),
    Tool("espeak-ng", _command("espeak-ng")),
    Tool("tmux", _command("tmux")),
    Tool("librsvg2-bin", _command("rsvg-convert")),
    Tool("chromium", _command("chromium", "chromium-browser", "google-chrome")),
)


def provide_tools(root: str) -> None:
    """Install what lacks, as far as this user may; a test whose tool lacks skips and says so."""
    lacking = _lacking()
    if not lacking or not debian.has_apt() or ready.has_mark(root, DECLINED):
        return
    say(f"The end-to-end tests use {', '.join(lacking)}.")
    # One by one where all at once fails: a package that this system lacks spoils only itself.
    if not debian.provide(lacking) and debian.is_root() and len(lacking) > 1:
        for package in lacking:
            debian.provide([package])
    lacking = _lacking()
    if lacking:
        say(f"Tests that need {', '.join(lacking)} will skip: {debian.command_for(lacking)}")
        ready.set_mark(root, DECLINED, not debian.is_root())


def _lacking() -> list[str]:
    return [tool.package for tool in TOOLS if not tool.present()]
