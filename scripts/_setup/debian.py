"""Packages of the system, on Debian, Ubuntu and whatever else has apt-get."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence

from _setup.ready import say
from _setup.steps import StepFailedError, run

INSTALL = ("apt-get", "install", "--yes", "--no-install-recommends")
# Patient while another program installs something, and without a menu.
PATIENTLY = ("-o", "DPkg::Lock::Timeout=120")
QUIETLY = {"DEBIAN_FRONTEND": "noninteractive"}


def has_apt() -> bool:
    """Tell whether packages can be had here at all."""
    return sys.platform == "linux" and shutil.which("apt-get") is not None


def is_root() -> bool:
    """Tell whether this user may install packages without asking anyone."""
    return sys.platform != "win32" and os.geteuid() == 0


def command_for(packages: Sequence[str]) -> str:
    """Return what a user types to install packages."""
    return " ".join(("sudo", *INSTALL, *packages))


def provide(packages: Sequence[str]) -> bool:
    """Install packages as far as this user may: root at once, sudo after a yes.

    Returns
    -------
    bool
        False when they are not installed.
    """
    if not has_apt():
        return False
    if is_root():
        say(f"  Installing {' '.join(packages)} with apt-get")
        return _install_as_root(packages)
    if shutil.which("sudo") is None or not _is_terminal():
        return False
    return _install_with_sudo(packages)


def _install_as_root(packages: Sequence[str]) -> bool:
    # The list of packages is often old, and on a fresh machine empty.
    update = ("apt-get", *PATIENTLY, "update")
    install = (*INSTALL, *PATIENTLY, *packages)
    try:
        run(update, failure="apt-get could not update its list of packages.", extra=QUIETLY)
    except StepFailedError as error:
        say(f"  {error}")
    try:
        run(install, failure=f"apt-get could not install {' '.join(packages)}.", extra=QUIETLY)
    except StepFailedError as error:
        say(f"  {error}")
        return False
    return True


def _install_with_sudo(packages: Sequence[str]) -> bool:
    say(f"\n    {command_for(packages)}\n")
    print("Run this now? [y/N] ", end="", file=sys.stderr, flush=True)
    if sys.stdin.readline().strip().lower() not in ("y", "yes"):
        return False
    return subprocess.run(("sudo", *INSTALL, *packages), check=False).returncode == 0


def _is_terminal() -> bool:
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()
