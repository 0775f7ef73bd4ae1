"""One step of the set-up: a line on what it does, and what the tool printed only if it fails."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from _setup.ready import say

STILL_AT_IT_S = 20
"""A step that is silent for so long is followed by a line that says it goes on."""
LINES_SHOWN = 25

# What would send packages elsewhere than into the environment.
MISLEADING = ("PIP_TARGET", "PIP_PREFIX", "PIP_USER", "PYTHONHOME", "PYTHONPATH")


class SetupError(Exception):
    """The set-up can't go on; the message says why and what to do."""


class StepFailedError(SetupError):
    """A tool that the set-up called failed; what it printed has been shown."""


def run(
    command: Sequence[str | Path],
    *,
    failure: str,
    cwd: Path | None = None,
    extra: Mapping[str, str] | None = None,
) -> None:
    """Run a tool out of sight.

    Raises
    ------
    StepFailedError
        With `failure` as its message, after the tool's last lines were shown.
    """
    environment = {name: value for name, value in os.environ.items() if name not in MISLEADING}
    environment.update(extra or {})
    with tempfile.TemporaryFile() as output:
        try:
            code = _wait(
                subprocess.Popen(
                    [os.fspath(part) for part in command],
                    stdin=subprocess.DEVNULL,
                    stdout=output,
                    stderr=subprocess.STDOUT,
                    cwd=cwd,
                    env=environment,
                    close_fds=False,  # they hold the lock of `single.only_one`
                )
            )
        except OSError as error:
            raise StepFailedError(f"{failure} ({error})") from error
        if code:
            output.seek(0)
            for line in output.read().decode(errors="replace").splitlines()[-LINES_SHOWN:]:
                say(f"    {line}")
            raise StepFailedError(failure)


def _wait(process: subprocess.Popen[bytes]) -> int:
    began = time.monotonic()
    try:
        while True:
            try:
                return process.wait(timeout=STILL_AT_IT_S)
            except subprocess.TimeoutExpired:
                say(f"    still at it after {time.monotonic() - began:.0f} s")
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
