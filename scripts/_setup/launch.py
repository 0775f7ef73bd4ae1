"""Set up where that is not done, then go on as the environment's Python.

Every start goes through here, so a set-up's modules are imported only when there is one to do.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from _setup import ready


def ensure(root: str, *, live_audio: bool = False) -> None:
    """Set the checkout up unless that is done; leaves with exit code 1 when it can't be."""
    if ready.is_ready(root) and not (live_audio and ready.has_mark(root, ready.WITHOUT_SOUND)):
        return
    from _setup.prepare import prepare_or_exit

    prepare_or_exit(root, live_audio=live_audio)


def hand_over(root: str, arguments: Sequence[str], extra: Mapping[str, str]) -> int:
    """Go on as the environment's Python; returns its exit code where that takes a child."""
    command = [ready.venv_python(root), *arguments]
    environment = {**os.environ, **extra}
    if os.name != "nt":
        os.execve(command[0], command, environment)
    return _run_child(command, environment)


def run(root: str, arguments: Sequence[str]) -> int:
    """Run the environment's Python and return its exit code."""
    return _run_child([ready.venv_python(root), *arguments], dict(os.environ))


def _run_child(command: Sequence[str], environment: Mapping[str, str]) -> int:
    import subprocess

    child = subprocess.Popen(command, env=environment)
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:  # the child got it too and ends in its own way
            continue
