"""EngineClient: analyses in a second process, so that whoever records is never held up."""

from __future__ import annotations

import contextlib
import itertools
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, InvalidStateError
from dataclasses import dataclass
from typing import Literal

from sayback import errors
from sayback.analysis.report import Report
from sayback.engine.job import AnalysisJob
from sayback.engine.process import COMMAND, WorkerProcess
from sayback.engine.protocol import Message
from sayback.engine.wire import from_plain
from sayback.errors import EngineError, SaybackError

EngineState = Literal["off", "starting", "ready", "warm"]


@dataclass(frozen=True)
class _Running:
    """A job whose report has not come yet."""

    future: Future[Report]
    on_progress: Callable[[float], None] | None


class EngineClient:
    """The engine as the screen sees it. No method waits, except `close` (2 s at most).

    The process is started by the first call that needs it and again after it died. Callbacks and
    futures' callbacks run in a thread of this client's.
    """

    def __init__(self, *, command: Sequence[str] = COMMAND) -> None:
        self._command = command
        self._lock = threading.Lock()
        self._ids = itertools.count(1)
        self._process: WorkerProcess | None = None
        self._running: dict[int, _Running] = {}
        self._state: EngineState = "off"
        self._problem: str | None = None

    @property
    def state(self) -> EngineState:
        """Off, starting, ready for jobs, or warm: ready with everything loaded."""
        return self._state

    @property
    def problem(self) -> str | None:
        """Why the last warm-up was not complete, or how the process ended; one sentence."""
        return self._problem

    @property
    def pid(self) -> int | None:
        """Process id of the worker; None while there is none."""
        process = self._process
        return process.pid if process else None

    def start(self) -> None:
        """Start the process if it does not run."""
        with self._lock:
            self._started()

    def warm_up(self, job: AnalysisJob | None = None) -> None:
        """Start the process and let it load what a job with these settings will need."""
        plain, payload = (job or AnalysisJob()).as_message()
        with self._lock:
            self._started().send(Message({"type": "warm_up", "job": plain}, payload))

    def analyse(
        self, job: AnalysisJob, *, on_progress: Callable[[float], None] | None = None
    ) -> Future[Report]:
        """Queue a job.

        Parameters
        ----------
        job
            What to report on.
        on_progress
            Told now and then how much is done, 0 to 1.

        Returns
        -------
        Future
            Of the report; fails with the SaybackError that `run_job` raised, or with EngineError
            if the process dies. Cancelling it stops the job.
        """
        plain, payload = job.as_message()
        future: Future[Report] = Future()
        with self._lock:
            process = self._started()
            job_id = next(self._ids)
            self._running[job_id] = _Running(future, on_progress)
            process.send(Message({"type": "analyse", "id": job_id, "job": plain}, payload))
        future.add_done_callback(lambda done: self._forget(job_id, done))
        return future

    def close(self) -> None:
        """End the process, within 2 s; jobs that still run fail."""
        with self._lock:
            process, self._process = self._process, None
            self._state = "off"
        if process is not None:
            process.close(timeout_s=0.6)
        self._fail_all("it was closed")

    def _started(self) -> WorkerProcess:
        """Return the living process; the lock is held."""
        if self._process is None:
            self._state, self._problem = "starting", None
            # Both callbacks name the process, so that a dead one can't speak for the next.
            self._process = process = WorkerProcess(
                on_message=self._receive,
                on_end=lambda how: self._ended(process, how),
                command=self._command,
            )
        return self._process

    def _receive(self, message: Message) -> None:
        fields = message.fields
        if message.type in ("ready", "warm"):
            self._state = "ready" if message.type == "ready" else "warm"
            self._problem = fields.get("problem")
            return
        running = self._running.get(fields["id"])
        if running is None:
            return
        if message.type == "progress":
            if running.on_progress:
                # A mistake in a screen must not end the analysis.
                with contextlib.suppress(Exception):
                    running.on_progress(fields["done"])
        elif message.type == "report":
            report: Report = from_plain(Report, fields["report"])
            with contextlib.suppress(InvalidStateError):
                running.future.set_result(report)
        elif message.type == "failed":
            _fail(running.future, _error(fields["error"], fields["message"]))

    def _ended(self, process: WorkerProcess, how: str) -> None:
        with self._lock:
            if self._process is not process:
                return
            self._process, self._state = None, "off"
            self._problem = f"The analysis stopped ({how})."
        self._fail_all(how)

    def _fail_all(self, how: str) -> None:
        with self._lock:
            running = list(self._running.values())
        for one in running:
            _fail(
                one.future,
                EngineError(
                    f"The analysis stopped ({how}); the take is kept and will be analysed "
                    "when it runs again."
                ),
            )

    def _forget(self, job_id: int, future: Future[Report]) -> None:
        with self._lock:
            self._running.pop(job_id, None)
            if future.cancelled() and self._process is not None:
                self._process.send(Message({"type": "cancel", "id": job_id}))


def _fail(future: Future[Report], error: SaybackError) -> None:
    with contextlib.suppress(InvalidStateError):
        future.set_exception(error)


def _error(name: str, message: str) -> SaybackError:
    kind = getattr(errors, name, EngineError)
    return kind(message) if issubclass(kind, SaybackError) else EngineError(message)
