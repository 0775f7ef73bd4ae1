"""Whether `.venv` is as this checkout wants it.

Every start goes through here, so only modules that Python has loaded anyway, and hashlib.
"""

from __future__ import annotations

import hashlib
import os
import sys

STAMP = "sayback-ready"
WITHOUT_SOUND = "sayback-without-portaudio"
TOLD = "sayback-told-where-takes-lie"
INPUTS = ("requirements.lock", "pyproject.toml")


def venv(root: str) -> str:
    """Return the environment's folder."""
    return os.path.join(root, ".venv")


def venv_python(root: str) -> str:
    """Return the environment's interpreter, which need not exist."""
    if os.name == "nt":
        return os.path.join(venv(root), "Scripts", "python.exe")
    return os.path.join(venv(root), "bin", "python")


def fingerprint(root: str) -> str:
    """Digest what the environment was made of; any change of it calls for a set-up.

    The interpreter is named by where its link ends: an upgrade of the system's Python moves
    that, and then the packages are no longer found.
    """
    digest = hashlib.sha256(os.path.realpath(venv_python(root)).encode())
    for path in (*(os.path.join(root, name) for name in INPUTS), _pyvenv_cfg(root)):
        with open(path, "rb") as file:
            digest.update(file.read())
    return digest.hexdigest()


def is_ready(root: str) -> bool:
    """Tell whether a set-up was finished here and nothing has changed since."""
    try:
        return read_stamp(root) == (root, fingerprint(root)) and _interpreter_exists(root)
    except OSError:
        return False


def read_stamp(root: str) -> tuple[str, str]:
    """Return the checkout's folder and the fingerprint as the last finished set-up left them.

    Raises
    ------
    OSError
        When no set-up was finished.
    """
    with open(os.path.join(venv(root), STAMP), encoding="utf-8") as file:
        where, _, digest = file.read().rstrip("\n").rpartition("\n")
    return where, digest


def write_stamp(root: str) -> None:
    """Mark the environment as finished."""
    path = os.path.join(venv(root), STAMP)
    with open(path + ".tmp", "w", encoding="utf-8") as file:
        file.write(f"{root}\n{fingerprint(root)}\n")
    os.replace(path + ".tmp", path)


def has_mark(root: str, name: str) -> bool:
    """Tell whether a fact about this environment was noted."""
    return os.path.exists(os.path.join(venv(root), name))


def set_mark(root: str, name: str, present: bool = True) -> None:
    """Note a fact about this environment, or that it no longer holds, where that can be written."""
    path = os.path.join(venv(root), name)
    try:
        if present:
            with open(path, "w", encoding="utf-8"):
                pass
        elif os.path.exists(path):
            os.remove(path)
    except OSError:
        pass


def _pyvenv_cfg(root: str) -> str:
    return os.path.join(venv(root), "pyvenv.cfg")


def _interpreter_exists(root: str) -> bool:
    with open(_pyvenv_cfg(root), encoding="utf-8") as file:
        homes = [
            value.strip()
            for key, _, value in (line.partition("=") for line in file)
            if key.strip() == "home"
        ]
    return os.path.exists(venv_python(root)) and all(map(os.path.isdir, homes))


def say(text: str) -> None:
    """Tell the user something, on standard error."""
    print(text, file=sys.stderr, flush=True)
