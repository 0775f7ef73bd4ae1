"""Whether the libraries that Sayback stands on are built for this machine and this Python."""

from __future__ import annotations

import platform
import sys
import sysconfig
from dataclasses import dataclass

NEWEST_PYTHON = (3, 14)
"""The newest Python that every locked package has a wheel for."""
OLDEST_GLIBC = (2, 28)
OLDEST_MACOS = 14

WHERE_IT_RUNS = (
    "Sayback runs on Linux (x86-64 or ARM, glibc), macOS on Apple silicon and Windows on x86-64"
)


@dataclass(frozen=True)
class Machine:
    """What decides which wheels fit."""

    system: str
    """As `sys.platform` has it: "linux", "darwin" or "win32"."""
    processor: str
    """What this Python was built for, such as "x86_64", "amd64", "arm64", "aarch64"."""
    python: tuple[int, int]
    implementation: str = "cpython"
    glibc: tuple[int, int] | None = None
    """None where the C library is another one."""
    macos: int | None = None


def this_machine() -> Machine:
    """Describe the machine and the Python that this runs on."""
    processor = platform.machine().lower()
    if sys.platform == "win32":  # machine() names the host, also under emulation
        processor = sysconfig.get_platform().removeprefix("win-").replace("win32", "x86")
    elif sys.maxsize < 2**32:
        processor = "32-bit " + processor
    return Machine(
        system=sys.platform,
        processor=processor,
        python=sys.version_info[:2],
        implementation=sys.implementation.name,
        glibc=_glibc(),
        macos=_first_number(platform.mac_ver()[0]),
    )


def refusal(machine: Machine) -> str | None:
    """Return why Sayback can't be installed here, in one sentence; None where it can."""
    if machine.implementation != "cpython":
        return f"Sayback needs CPython, and this is {machine.implementation}."
    if machine.python > NEWEST_PYTHON:
        newest, this = (".".join(map(str, v)) for v in (NEWEST_PYTHON, machine.python))
        return (
            f"Some of Sayback's libraries have no build for Python {this} yet: give this command"
            f" to one from 3.11 to {newest}, as in `python{newest} scripts/start.py`."
        )
    check = {"darwin": _refuse_macos, "win32": _refuse_windows, "linux": _refuse_linux}
    return check.get(machine.system, _refuse_system)(machine)


def limitation(machine: Machine) -> str | None:
    """Return what Sayback does otherwise here, in one sentence; None where nothing."""
    if machine.system == "linux" and machine.processor == "aarch64":
        return "Praat has no build for Linux on ARM, so pitch comes from librosa here."
    return None


def _refuse_macos(machine: Machine) -> str | None:
    if machine.processor != "arm64":
        return (
            "onnxruntime and numba have no builds for Intel Macs any more"
            f" (nor for an Intel build of Python on Apple silicon). {WHERE_IT_RUNS}."
        )
    # A Python built with an old SDK calls every newer macOS 10.16.
    if machine.macos is not None and 11 <= machine.macos < OLDEST_MACOS:
        return f"Sayback's libraries need macOS {OLDEST_MACOS}, and this is {machine.macos}."
    return None


def _refuse_windows(machine: Machine) -> str | None:
    if machine.processor == "arm64":
        return (
            "ctranslate2, which runs Whisper, has no build for Windows on ARM;"
            f" an x86-64 build of Python does work there by emulation. {WHERE_IT_RUNS}."
        )
    return None if machine.processor == "amd64" else _refuse_system(machine)


def _refuse_linux(machine: Machine) -> str | None:
    if machine.processor not in ("x86_64", "aarch64"):
        return _refuse_system(machine)
    if machine.glibc is None:
        return f"Sayback's libraries have no builds for Linux without glibc. {WHERE_IT_RUNS}."
    if machine.glibc < OLDEST_GLIBC:
        oldest, this = (".".join(map(str, v)) for v in (OLDEST_GLIBC, machine.glibc))
        return f"Sayback's libraries need glibc {oldest} or newer, and this system has {this}."
    return None


def _refuse_system(machine: Machine) -> str:
    return (
        f"Sayback's libraries have no builds for {machine.system} on {machine.processor}."
        f" {WHERE_IT_RUNS}."
    )


def _glibc() -> tuple[int, int] | None:
    name, version = platform.libc_ver()
    if name != "glibc":
        return None
    major, _, rest = version.partition(".")
    return int(major), _first_number(rest) or 0


def _first_number(version: str) -> int | None:
    first = version.partition(".")[0]
    return int(first) if first.isdecimal() else None
