"""Practice: the state machine of one question, from asking it to the report.

It draws nothing: whoever shows it calls `tick` about ten times a second and reads `snapshot`.
Recorder, voice, analysis and library come from outside, so that a test can give a fake clock
and known sounds.
"""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime
from typing import Protocol

from sayback.analysis import Report
from sayback.audio.recorder import PRE_ROLL_S, Recorder, RecorderState, RecorderStatus
from sayback.errors import SaybackError
from sayback.interview.phases import Phase, Snapshot
from sayback.library import Library, RecordingInfo, Take, TakeQuestion

SILENCE_WARNING_S = 5.0
"""Somebody who says nothing for this long may be speaking into a muted microphone."""
BREATH_S = 4.0
"""How long an answer is left alone after it begins or goes on, however long it was silent before:
the meter counts the silence of the countdown, too, and people draw breath and look for their first
word, which says nothing about the microphone."""


class Spoken(Protocol):
    """A question being spoken; `sayback.interview.asking.Asking` is one."""

    problem: str | None

    @property
    def done(self) -> bool:
        """Whether the loudspeaker is silent again."""

    def skip(self) -> None:
        """Fall silent."""


class Practice:
    """One question asked, thought about, answered, analysed.

    Parameters
    ----------
    question
        What is asked, as the take will keep it.
    recorder
        Records from the microphone or its stand-in.
    library
        Where the take goes.
    ask
        Starts to speak the question; None where it is only shown.
    analyse
        Makes the report of a saved take, and tells how far it is (0 to 1) meanwhile; called on
        a thread of its own.
    think_s
        Countdown between question and answer.
    links
        Ids of takes that this one follows.
    """

    def __init__(
        self,
        question: TakeQuestion,
        *,
        recorder: Recorder,
        library: Library,
        ask: Callable[[], Spoken] | None,
        analyse: Callable[[Take, Callable[[float], None]], Report],
        think_s: float = 0.0,
        links: tuple[str, ...] = (),
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        self.question = question
        self.take: Take | None = None
        """The answer, once it has begun."""
        self.report: Report | None = None
        self.problem: str | None = None
        """Why there is no voice, or no report: one sentence."""
        self.failed = False
        """Whether something of the answer is missing: sound, its JSON, or the report."""
        self._recorder = recorder
        self._library = library
        self._ask = ask
        self._analyse = analyse
        self._think_s = think_s
        self._links = links
        self._clock = clock
        self._now = now
        self._phase = Phase.ASKING
        self._spoken: Spoken | None = None
        self._silent_since_s = 0.0
        self._speaking_from_s = 0.0  # Where in the take the answer began, or went on.
        self._answer_wanted = False
        self._input_ended = False
        self._progress: float | None = None
        self._thread = ThreadPoolExecutor(1, "practice")
        self._outcome: Future[Report] | None = None

    def begin(self) -> None:
        """Open the microphone and ask; may take a second, so call it off a screen's thread.

        Raises
        ------
        DeviceError
            When there is no microphone.
        """
        self._recorder.open()
        if self._ask is None:
            self._start_thinking()
        else:
            self._spoken = self._ask()

    def tick(self) -> None:
        """Let time pass: the voice ends, the countdown runs out, the report arrives.

        Raises
        ------
        SaybackError
            When the answer can't begin: the microphone is gone, the folder can't be written.
        """
        if self._phase is Phase.ASKING and self._spoken is not None and self._spoken.done:
            self.problem = self._spoken.problem
            self._start_thinking()
        if self._phase is Phase.THINKING:
            due = self._answer_wanted or self._think_left_s() <= 0
            if due and self._microphone_ready():
                self._start_answer()
        elif self._phase is Phase.ANSWERING and self._input_ended:
            self.finish()
        elif self._phase is Phase.ANALYSING and self._outcome is not None and self._outcome.done():
            self._take_report(self._outcome)

    def end_of_input(self) -> None:
        """Say that the file which stands in for the microphone is over; from any thread."""
        self._input_ended = True

    def skip(self) -> None:
        """Skip the voice, or the countdown."""
        if self._phase is Phase.ASKING and self._spoken is not None:
            self._spoken.skip()
        elif self._phase is Phase.THINKING:
            self._answer_wanted = True

    def record_now(self) -> None:
        """Skip all that comes before the answer; it begins once the loudspeaker is silent."""
        self.skip()
        self._answer_wanted = True

    def toggle_pause(self) -> None:
        """Pause the recorder, or go on."""
        if self._phase is Phase.ANSWERING:
            self._recorder.pause()
            self._phase = Phase.PAUSED
        elif self._phase is Phase.PAUSED:
            self._speaking_from_s = self._recorder.status().elapsed_s
            self._recorder.resume()
            self._phase = Phase.ANSWERING

    def finish(self) -> None:
        """End the answer; saving the take and analysing it goes on in the background."""
        if self._phase in (Phase.ANSWERING, Phase.PAUSED):
            self._phase = Phase.ANALYSING
            self._outcome = self._thread.submit(self._save_and_analyse)

    def discard(self) -> None:
        """Throw the answer away for good; the caller has asked for confirmation."""
        if self._phase in (Phase.ANSWERING, Phase.PAUSED) and self.take is not None:
            self._recorder.discard()
            self.take.json_path.unlink(missing_ok=True)
            self.take = None
        self._phase = Phase.DISCARDED

    def close(self) -> None:
        """Let go of microphone and voice; an answer that is being spoken is kept.

        Waits for what is being saved and analysed.
        """
        if self._spoken is not None and not self._spoken.done:
            self._spoken.skip()
        self.finish()
        self._thread.shutdown()
        self._recorder.close()

    def snapshot(self) -> Snapshot:
        """Return what there is to show now."""
        status = self._recorder.status()
        return Snapshot(
            phase=self._phase,
            elapsed_s=status.elapsed_s,
            target_s=self.question.target_s or 0,
            think_left_s=self._think_left_s() if self._phase is Phase.THINKING else 0.0,
            level_db=status.level_db,
            peak_db=status.peak_db,
            microphone_ready=self._microphone_ready(),
            warning=self._warning(status),
            progress=self._progress,
        )

    def _microphone_ready(self) -> bool:
        ready = self._recorder.state is RecorderState.READY
        return ready and self._recorder.status().blocks_arriving

    def _warning(self, status: RecorderStatus) -> str | None:
        if status.problem:
            return status.problem
        if self._phase is not Phase.ANSWERING:
            return None
        if status.clipping:
            return "Too loud: the recording is clipped; move back or turn the microphone down."
        had_time = status.elapsed_s - self._speaking_from_s > BREATH_S
        if had_time and status.silent_for_s > SILENCE_WARNING_S:
            return "Nothing is heard; is the microphone muted?"
        return None

    def _think_left_s(self) -> float:
        return max(0.0, self._think_s - (self._clock() - self._silent_since_s))

    def _start_thinking(self) -> None:
        self._silent_since_s = self._clock()
        self._phase = Phase.THINKING

    def _start_answer(self) -> None:
        now = self._now()
        path = self._library.new_take_path(self.question.id or self.question.text, now)
        # The ring still holds the question's own voice if that ended just now.
        since_voice_s = self._clock() - self._silent_since_s if self._spoken else PRE_ROLL_S
        self._recorder.start(path, pre_roll_s=min(PRE_ROLL_S, since_voice_s))
        self.take = dataclasses.replace(
            self._library.take_at(path),
            question=self.question,
            recording=RecordingInfo(
                started_at=now.astimezone().isoformat(timespec="milliseconds"), complete=False
            ),
            links=self._links,
        )
        self._phase = Phase.ANSWERING
        # Written now so that a crash leaves the question beside the audio.
        self._save()

    def _save_and_analyse(self) -> Report:
        assert self.take is not None
        recording = self._recorder.finish()
        self.problem = recording.problem or None
        self.failed = bool(recording.problem)
        self.take = dataclasses.replace(
            self.take,
            recording=RecordingInfo(
                started_at=recording.started_at.isoformat(timespec="milliseconds"),
                device=recording.device,
                sample_rate_hz=recording.sample_rate_hz,
                cuts=recording.cuts,
            ),
        )
        self._save()
        report = self._analyse(self.take, self._set_progress)
        self.take = dataclasses.replace(self.take, report=report)
        self._save()
        return report

    def _set_progress(self, done: float) -> None:
        self._progress = done

    def _take_report(self, outcome: Future[Report]) -> None:
        try:
            self.report = outcome.result()
        except SaybackError as error:
            self.problem, self.failed = str(error), True
        self._phase = Phase.DONE

    def _save(self) -> None:
        """Write the take's JSON; the audio is the truth, so a failure only leaves a word."""
        assert self.take is not None
        try:
            self._library.save(self.take)
        except SaybackError as error:
            self.problem, self.failed = str(error), True
