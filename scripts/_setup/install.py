"""The environment, the locked packages in it, and Sayback itself from this folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from _setup import needs, ready
from _setup.ready import say
from _setup.steps import SetupError, StepFailedError, run

# Building one of these from source takes minutes and a compiler, and then fails.
LOCKED = ("--require-hashes", "--only-binary", ":all:", "-r", "requirements.lock")
# What builds Sayback is in the lock, so nothing is fetched.
SAYBACK = ("--no-deps", "--no-build-isolation", "--editable", ".")
TRY_AGAIN = "Look at the lines above and at the network connection, and start again."

WARM_UP = Path(__file__).with_name("warm_up.py")
SEES_PACKAGES = (
    "import os, sys, sysconfig; sys.exit(not os.path.isdir(sysconfig.get_path('purelib')))"
)


def find_uv() -> str | None:
    """Return where uv is, if it is installed."""
    return shutil.which("uv")


def install(root: Path) -> None:
    """Bring `.venv` to what the lock says, from whatever is there.

    Raises
    ------
    SetupError
        When that can't be done.
    """
    kept = _keep_what_is_sound(root)
    uv = find_uv()
    if uv is not None:
        try:
            _install_with_uv(root, uv, kept=kept)
            return
        except StepFailedError as error:
            say(f"  {error} Trying it with venv and pip.")
            _clear(root)
            kept = False
    _install_with_pip(root, kept=kept)


def warm_up(root: Path) -> None:
    """Compile ahead what would otherwise keep the first report waiting; may fail."""
    say("  Preparing the analysis libraries")
    failure = "That failed; Sayback works all the same, but its first report will take longer."
    try:
        run((_python(root), "-I", WARM_UP), failure=failure)
    except StepFailedError as error:
        say(f"  {error}")


def _install_with_uv(root: Path, uv: str, *, kept: bool) -> None:
    if not kept:
        say("  Making the environment with uv")
        make = (uv, "venv", "--python", _base_python(), ready.venv(str(root)))
        run(make, failure="uv could not make .venv.", cwd=root)
    say("  Installing the packages of requirements.lock")
    into = (uv, "pip", "install", "--python", _python(root), "--compile-bytecode")
    run((*into, *LOCKED), failure="uv could not install the packages.", cwd=root)
    run((*into, "--offline", *SAYBACK), failure="uv could not install Sayback itself.", cwd=root)


def _install_with_pip(root: Path, *, kept: bool) -> None:
    if not (kept and _has_pip(root)):
        _clear(root)
        needs.provide([needs.VENV])
        say("  Making the environment with venv and pip")
        make = (_base_python(), "-I", "-m", "venv", ready.venv(str(root)))
        run(make, failure=f"Python could not make .venv. {TRY_AGAIN}", cwd=root)
    say("  Installing the packages of requirements.lock")
    pip = (_python(root), "-I", "-m", "pip", "--disable-pip-version-check", "--no-input")
    into = (*pip, "install", "--progress-bar", "off")
    run((*into, *LOCKED), failure=f"pip could not install the packages. {TRY_AGAIN}", cwd=root)
    itself = f"pip could not install Sayback itself. {TRY_AGAIN}"
    run((*into, "--no-index", *SAYBACK), failure=itself, cwd=root)


def _has_pip(root: Path) -> bool:
    """Tell whether an environment has pip, giving it one if uv made it and is gone now."""
    module = (_python(root), "-I", "-m")
    asks = (*module, "pip", "--version")
    return _succeeds(*asks) or (_succeeds(*module, "ensurepip") and _succeeds(*asks))


def _keep_what_is_sound(root: Path) -> bool:
    """Keep a finished environment, to be updated; clear one that can't be trusted.

    A set-up that was broken off, a folder that was moved and a Python that was replaced all
    leave something behind that looks right and is not.
    """
    try:
        finished_in, _ = ready.read_stamp(str(root))
        # Taken away first, so that if this set-up is broken off too, the next begins anew.
        os.remove(os.path.join(ready.venv(str(root)), ready.STAMP))
    except OSError:
        finished_in = ""
    if finished_in == str(root) and _succeeds(_python(root), "-I", "-c", SEES_PACKAGES):
        return True
    _clear(root)
    return False


def _clear(root: Path) -> None:
    environment = Path(ready.venv(str(root)))
    try:
        if environment.is_symlink():
            environment.unlink()
        elif environment.exists():
            shutil.rmtree(environment)
    except OSError as error:
        raise SetupError(
            f"Can't clear {environment} ({error}): close what uses it, delete it, start again."
        ) from error


def _succeeds(*command: str) -> bool:
    quiet = subprocess.DEVNULL
    try:
        return not subprocess.run(
            command, check=False, stdin=quiet, stdout=quiet, stderr=quiet
        ).returncode
    except OSError:
        return False


def _python(root: Path) -> str:
    return ready.venv_python(str(root))


def _base_python() -> str:
    """Return the Python behind any environment that this runs in, perhaps the one to clear."""
    return str(getattr(sys, "_base_executable", None) or sys.executable)
