"""The engine's process: one job after another, until its stdin ends.

The main thread works, a second one listens, so that a job can be stopped and the end of the other
process is noticed at once, even while native code is busy.
"""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Callable
from typing import Any, BinaryIO

from sayback.engine.core import run_job
from sayback.engine.job import AnalysisJob
from sayback.engine.protocol import Message, ProtocolError, read_message, write_message
from sayback.engine.warm_up import warm_up
from sayback.engine.wire import as_plain
from sayback.errors import SaybackError


class _Stopped(Exception):
    """The job in hand was cancelled: nobody wants the result any more."""


class Worker:
    """Answers messages from one stream on another.

    Parameters
    ----------
    requests, answers
        Binary streams.
    leave
        Ends the process at once; called when the requests end.
    """

    def __init__(self, requests: BinaryIO, answers: BinaryIO, *, leave: Callable[[], None]) -> None:
        self._requests = requests
        self._answers = answers
        self._leave = leave
        self._queue: queue.SimpleQueue[Message] = queue.SimpleQueue()
        self._cancelled: set[int] = set()

    def run(self) -> None:
        """Work for ever; the listening thread ends the process."""
        self._answer({"type": "ready"})
        threading.Thread(target=self._listen, daemon=True, name="listen").start()
        while True:
            self.handle(self._queue.get())

    def handle(self, message: Message) -> None:
        """Do what one message asks for."""
        if message.type == "warm_up":
            self._warm_up(message)
        elif message.type == "analyse":
            self._analyse(message)

    def _listen(self) -> None:
        try:
            while (message := read_message(self._requests)) is not None:
                if message.type == "cancel":
                    self._cancelled.add(message.fields["id"])
                else:
                    self._queue.put(message)
        except (ProtocolError, OSError):
            pass
        self._leave()

    def _warm_up(self, message: Message) -> None:
        problem = None
        try:
            warm_up(AnalysisJob.from_message(message.fields["job"], message.payload))
        except SaybackError as error:
            problem = str(error)
        except Exception as error:
            problem = _sentence(error)
        self._answer({"type": "warm", "problem": problem})

    def _analyse(self, message: Message) -> None:
        job_id = message.fields["id"]

        def tell(done: float) -> None:
            if job_id in self._cancelled:
                raise _Stopped
            self._answer({"type": "progress", "id": job_id, "done": done})

        try:
            tell(0.0)
            job = AnalysisJob.from_message(message.fields["job"], message.payload)
            report = run_job(job, on_progress=tell)
            self._answer({"type": "report", "id": job_id, "report": as_plain(report)})
        except _Stopped:
            pass
        except SaybackError as error:
            self._failed(job_id, type(error).__name__, str(error))
        except Exception as error:
            _log(error)
            self._failed(job_id, "EngineError", _sentence(error))

    def _failed(self, job_id: int, error: str, message: str) -> None:
        self._answer({"type": "failed", "id": job_id, "error": error, "message": message})

    def _answer(self, fields: dict[str, Any]) -> None:
        try:
            write_message(self._answers, Message(fields))
        except OSError:
            self._leave()


def _sentence(error: Exception) -> str:
    if isinstance(error, MemoryError):
        return (
            "There is not enough memory for the analysis; the recording is kept, "
            "close other programs or choose a smaller model."
        )
    return (
        f"The analysis failed ({type(error).__name__}: {error}); the recording is kept, "
        "`sayback --debug analyze` on it shows where."
    )


def _log(error: Exception) -> None:
    """Put the traceback where standard error goes, the log; nobody is shown it."""
    import traceback

    traceback.print_exception(error)


def main() -> None:
    """Serve the process that started this one, over its stdin and stdout."""
    requests, answers = _take_over_streams()
    _step_back()
    Worker(requests, answers, leave=lambda: os._exit(0)).run()


def _take_over_streams() -> tuple[BinaryIO, BinaryIO]:
    """Keep the pipes for messages alone: whatever else prints goes to standard error."""
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    return requests, answers


def _step_back() -> None:
    """Let the recording go first, and leave Ctrl-C to the other process."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(5)
