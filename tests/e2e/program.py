"""The program as a user starts it: a process of its own, its lines as they come."""

from __future__ import annotations

import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest


class Program:
    """`sayback ARGUMENTS` with its standard error read line by line.

    Parameters
    ----------
    arguments
        What is typed after `sayback`.
    environment
        Variables on top of this process's own.
    """

    def __init__(self, *arguments: str, environment: dict[str, str] | None = None) -> None:
        if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
            # Tests that run in a shell's background are deaf to Ctrl-C, and so are their children.
            signal.signal(signal.SIGINT, signal.default_int_handler)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "sayback", *arguments],
            env={**os.environ, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        self.narration: list[str] = []
        self._lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._output: list[str] = []
        self._readers = [
            threading.Thread(target=self._read_narration, daemon=True),
            threading.Thread(target=self._read_output, daemon=True),
        ]
        for reader in self._readers:
            reader.start()

    def wait_for_line(self, start: str, *, timeout_s: float = 60.0) -> float:
        """Wait until standard error has a line that begins so; return when that was."""
        deadline = time.monotonic() + timeout_s
        while (left_s := deadline - time.monotonic()) > 0:
            try:
                line = self._lines.get(timeout=left_s)
            except queue.Empty:
                break
            if line is None:
                break
            if line.startswith(start):
                return time.monotonic()
        raise AssertionError(f"no line {start!r} came; there was: {self.narration}")

    def interrupt(self) -> None:
        """Press Ctrl-C."""
        self.process.send_signal(signal.SIGINT)

    def finish(self, *, timeout_s: float = 120.0) -> tuple[int, str]:
        """Wait for the end; return exit code and standard output."""
        code = self.process.wait(timeout=timeout_s)
        for reader in self._readers:
            reader.join(timeout=10)
        return code, "".join(self._output)

    def finish_with_report(self) -> dict[str, Any]:
        """Wait for the end, which must be good; return the JSON on standard output."""
        code, output = self.finish()
        assert code == 0, self.narration
        report: dict[str, Any] = json.loads(output)
        return report

    def _read_narration(self) -> None:
        assert self.process.stderr is not None
        with self.process.stderr as lines:
            for line in lines:
                self.narration.append(line)
                self._lines.put(line)
        self._lines.put(None)

    def _read_output(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as output:
            self._output.append(output.read())

    def end(self) -> None:
        """End it if a failed test has left it running."""
        if self.process.poll() is None:
            self.process.kill()
        self.finish()


@pytest.fixture
def start_program() -> Iterator[Callable[..., Program]]:
    """Start programs that end with the test."""
    started: list[Program] = []

    def start(*arguments: str, environment: dict[str, str] | None = None) -> Program:
        started.append(Program(*arguments, environment=environment))
        return started[-1]

    yield start
    for program in started:
        program.end()
