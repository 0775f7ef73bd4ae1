"""WorkerProcess: the second process as seen from the first, with its two pipes.

Nothing here ever waits for it: one thread starts it and reads, another writes.
"""

from __future__ import annotations

import contextlib
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager

from sayback import paths
from sayback.engine.protocol import Message, ProtocolError, read_message, write_message

# -P: a folder that sayback is started in must not shadow modules.
COMMAND = (sys.executable, "-P", "-m", "sayback.engine")


class WorkerProcess:
    """A started worker.

    Parameters
    ----------
    on_message
        Called from the reading thread with each message.
    on_end
        Called from it once, when the process has ended, with half a sentence on how.
    command
        What to start.
    """

    def __init__(
        self,
        *,
        on_message: Callable[[Message], None],
        on_end: Callable[[str], None],
        command: Sequence[str] = COMMAND,
    ) -> None:
        self._on_message = on_message
        self._on_end = on_end
        self._command = command
        self._outbox: queue.SimpleQueue[Message | None] = queue.SimpleQueue()
        self._process: subprocess.Popen[bytes] | None = None
        self._tried = threading.Event()
        self._reader = threading.Thread(target=self._serve, daemon=True, name="engine-reader")
        self._reader.start()

    @property
    def pid(self) -> int | None:
        """Its process id, once it is started."""
        return self._process.pid if self._process else None

    def send(self, message: Message) -> None:
        """Queue a message; one that the process does not live to read is lost."""
        self._outbox.put(message)

    def close(self, *, timeout_s: float = 1.0) -> None:
        """End the process: politely, and after the timeout by force."""
        self._outbox.put(None)
        self._tried.wait(timeout_s)
        if self._process is not None:
            _end(self._process, timeout_s)
        self._reader.join(timeout_s)

    def _serve(self) -> None:
        try:
            self._process = process = self._start()
        except OSError as error:
            self._tried.set()
            self._on_end(f"it could not be started: {error}")
            return
        self._tried.set()
        threading.Thread(
            target=self._write, args=(process,), daemon=True, name="engine-writer"
        ).start()
        how = self._read(process)
        # Its answers have ended, so it is of no use even if it still runs.
        _end(process, timeout_s=0.5)
        self._outbox.put(None)
        if process.stdout:
            process.stdout.close()
        self._on_end(how or _how_it_ended(process.returncode))

    def _start(self) -> subprocess.Popen[bytes]:
        with _log() as log:
            return subprocess.Popen(
                list(self._command),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                start_new_session=True,
                creationflags=_creation_flags(),
            )

    def _read(self, process: subprocess.Popen[bytes]) -> str:
        assert process.stdout is not None
        try:
            while (message := read_message(process.stdout)) is not None:
                self._on_message(message)
        except (ProtocolError, KeyError, TypeError, ValueError) as error:
            return f"it answered nonsense: {error}"
        except OSError:
            pass
        return ""

    def _write(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdin is not None
        # A broken pipe is no news: the reading thread sees the same end and tells why.
        with contextlib.suppress(OSError, ValueError):
            while (message := self._outbox.get()) is not None:
                write_message(process.stdin, message)
        with contextlib.suppress(OSError):
            process.stdin.close()


def _end(process: subprocess.Popen[bytes], timeout_s: float) -> None:
    try:
        process.wait(timeout_s)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _how_it_ended(code: int | None) -> str:
    if code is not None and code < 0:
        return f"it was ended by signal {-code}"
    return f"it ended with code {code}"


def _log() -> AbstractContextManager[int]:
    """Open the log for what the worker's libraries print; without a log it goes nowhere."""
    try:
        paths.log_file().parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(paths.log_file(), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    except OSError:
        descriptor = os.open(os.devnull, os.O_WRONLY)
    return _closing(descriptor)


@contextlib.contextmanager
def _closing(descriptor: int) -> Iterator[int]:
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _creation_flags() -> int:
    """On Windows: no console window, and recording goes first."""
    if sys.platform == "win32":
        return subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS
    return 0
