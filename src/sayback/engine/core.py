"""run_job: from a recording and a question to transcript and report.

A pure function of its job: no library, no lock, no prompt, no network. `analyze` and `batch` call
it directly, the engine's process calls it for the screen.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import lru_cache
from typing import Protocol

from sayback.analysis.report import NotKnown, Report, TakeInfo
from sayback.audio.samples import ANALYSIS_RATE_HZ, Samples
from sayback.engine.job import AnalysisJob
from sayback.engine.loops import mark_loops
from sayback.errors import ModelError
from sayback.speech.regions import Speech
from sayback.transcript.model import Transcript
from sayback.whisper.models import DEMO, ModelFolder, find_model

__all__ = ["AnalysisJob", "Recogniser", "load_recogniser", "run_job"]

Progress = Callable[[float], None]

_HEARD = 0.10
_TRANSCRIBED = 0.85
"""Shares of the work that are done when the speech is found, and when the words are."""


class Recogniser(Protocol):
    """What turns speech into words; `sayback.whisper.transcriber.Transcriber` does."""

    def transcribe(
        self,
        samples_16k: Samples,
        *,
        speech: Speech,
        language: str = "",
        on_progress: Progress | None = None,
    ) -> Transcript:
        """Write down what is said."""


@lru_cache(maxsize=1)
def load_recogniser(folder: ModelFolder, threads: int) -> Recogniser:
    """Load a model, and keep the last one for the next job.

    Raises
    ------
    ModelError
        When it can't be loaded.
    """
    from sayback.whisper.transcriber import Transcriber

    return Transcriber(folder, threads=threads)


def run_job(
    job: AnalysisJob,
    *,
    on_progress: Progress | None = None,
    load: Callable[[ModelFolder, int], Recogniser] = load_recogniser,
) -> Report:
    """Decode, find the speech, transcribe, analyse.

    Parameters
    ----------
    job
        What to report on.
    on_progress
        Told now and then how much is done, 0 to 1; may raise to stop.
    load
        Loads a model; a test gives its own.

    Raises
    ------
    AudioError
        When the recording can't be read.
    ModelError
        When the model that the job names is missing or can't be loaded.
    EngineError
        When the recogniser fails.
    """
    from sayback.analysis.analyse import analyse

    tell = on_progress or (lambda _: None)
    # Looked for first: a misspelt name should not have to wait for the audio.
    folder, why_pending = (None, "") if job.transcript is not None else _model(job)
    samples = _samples(job)
    speech = _speech(samples)
    tell(_HEARD)
    if job.transcript is not None:
        transcript = job.transcript
    else:
        transcript, why_pending = _transcribe(job, samples, speech, folder, why_pending, tell, load)
    tell(_TRANSCRIBED)
    report = analyse(
        _mark_doubtful(transcript, speech),
        samples=samples,
        speech=speech,
        question=job.question,
        take=_take(job, samples),
        cuts=job.cuts,
        thresholds=job.thresholds,
    )
    tell(1.0)
    return _with_reason(report, why_pending) if report.transcript.status == "pending" else report


def _model(job: AnalysisJob) -> tuple[ModelFolder | None, str]:
    """Return the model to use, or None and why the words stay pending."""
    if job.model is not None:
        return find_model(job.model), ""
    try:
        folder = find_model(job.default_model)
    except ModelError as error:
        return None, str(error)
    if folder.is_demo:
        return None, (
            "The demo model understands only the demo's own voice: choose another in config.toml, "
            f"[whisper] model, or name it for this recording with --model {DEMO}."
        )
    return folder, ""


def _samples(job: AnalysisJob) -> Samples | None:
    if job.samples is not None:
        return job.samples
    if job.audio_path is None:
        return None
    from sayback.audio.decode import decode

    return decode(job.audio_path).samples


def _speech(samples: Samples | None) -> Speech | None:
    if samples is None:
        return None
    from sayback.speech.mask import find_speech

    return find_speech(samples)


def _transcribe(
    job: AnalysisJob,
    samples: Samples | None,
    speech: Speech | None,
    folder: ModelFolder | None,
    why_pending: str,
    tell: Progress,
    load: Callable[[ModelFolder, int], Recogniser],
) -> tuple[Transcript, str]:
    if samples is None or speech is None:
        return Transcript.pending(), "There is neither a recording nor a transcript."
    if speech.phonation_s < job.thresholds.min_speech_to_transcribe_s:
        # Known without any model: a recogniser would only invent words here.
        return Transcript(status="done"), ""
    if folder is None:
        return Transcript.pending(), why_pending
    transcript = load(folder, job.threads).transcribe(
        samples,
        speech=speech,
        language=job.language,
        on_progress=lambda done: tell(_HEARD + (_TRANSCRIBED - _HEARD) * done),
    )
    return transcript, ""


def _mark_doubtful(transcript: Transcript, speech: Speech | None) -> Transcript:
    """Mark words that nobody can have said: over silence, or in a recogniser's loop."""
    from sayback.analysis.suspect import mark_suspect

    return mark_loops(mark_suspect(transcript, speech))


def _take(job: AnalysisJob, samples: Samples | None) -> TakeInfo:
    take = job.take
    if take.audio is None and job.audio_path is not None:
        take = dataclasses.replace(take, audio=job.audio_path.name)
    if take.duration_s is None and samples is not None:
        take = dataclasses.replace(take, duration_s=len(samples) / ANALYSIS_RATE_HZ)
    return take


def _with_reason(report: Report, why: str) -> Report:
    """Say first of all why there are no words."""
    others = tuple(item for item in report.not_known if item.field != "transcript")
    return dataclasses.replace(report, not_known=(NotKnown("transcript", why), *others))
