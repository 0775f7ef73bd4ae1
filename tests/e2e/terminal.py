"""A real terminal: tmux with a window of a given size, keys in, screen out."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest


class Terminal:
    """`sayback ARGUMENTS` on a full screen.

    Parameters
    ----------
    arguments
        What is typed after `sayback`.
    columns, rows
        Size of the window.
    """

    def __init__(self, *arguments: str, columns: int = 100, rows: int = 30) -> None:
        # Not pytest's folder: the path of a socket may have 107 characters at most.
        self._folder = Path(tempfile.mkdtemp(prefix="sb-"))
        self._socket = self._folder / "tmux"
        command = shlex.join([sys.executable, "-m", "sayback", *arguments])
        self._tmux(
            "-f", "/dev/null", "new-session", "-d", "-x", str(columns), "-y", str(rows),
            f"{command}; echo exit $? > {self._folder}/exit; exec sleep 600",
        )  # fmt: skip

    def keys(self, *keys: str) -> None:
        """Press keys, by tmux's names: Enter, Space, Escape, Tab, or letters."""
        self._tmux("send-keys", *keys)

    def text(self) -> str:
        """Return what is on the screen."""
        return self._tmux("capture-pane", "-p").stdout

    def wait_for(self, *texts: str, timeout_s: float = 30.0) -> str:
        """Wait until the screen shows all of these, and return it."""
        deadline = time.monotonic() + timeout_s
        while time.monotonic() < deadline:
            screen = self.text()
            if all(text in screen for text in texts):
                return screen
            time.sleep(0.1)
        raise AssertionError(f"{texts} never came; the screen shows:\n{self.text()}")

    def wait_until_gone(self, text: str, *, timeout_s: float = 10.0) -> None:
        """Wait until the screen shows this no more."""
        deadline = time.monotonic() + timeout_s
        while text in self.text():
            if time.monotonic() > deadline:
                raise AssertionError(f"{text!r} stays on the screen:\n{self.text()}")
            time.sleep(0.1)

    def exit_code(self, *, timeout_s: float = 20.0) -> int:
        """Wait until the program has ended."""
        path = self._folder / "exit"
        deadline = time.monotonic() + timeout_s
        while time.monotonic() < deadline:
            if path.exists() and (words := path.read_text().split()):
                return int(words[1])
            time.sleep(0.1)
        raise AssertionError(f"still running:\n{self.text()}")

    def close(self) -> None:
        """End the terminal and what runs in it."""
        self._tmux("kill-server", check=False)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _tmux(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
        return subprocess.run(
            ["tmux", "-u", "-S", str(self._socket), *arguments],
            check=check, capture_output=True, text=True, env=environment, timeout=20,
        )  # fmt: skip


@pytest.fixture
def open_terminal() -> Iterator[Callable[..., Terminal]]:
    """Open terminals that close with the test."""
    if not shutil.which("tmux"):
        pytest.skip("needs: apt install tmux")
    opened: list[Terminal] = []

    def start(*arguments: str, columns: int = 100, rows: int = 30) -> Terminal:
        opened.append(Terminal(*arguments, columns=columns, rows=rows))
        return opened[-1]

    yield start
    for terminal in opened:
        terminal.close()
