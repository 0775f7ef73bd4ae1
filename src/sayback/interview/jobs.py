"""From a stored take to the job that the engine is given."""

from __future__ import annotations

from sayback.analysis.report import TakeInfo
from sayback.config import Config
from sayback.engine.job import AnalysisJob
from sayback.library import Take, TakeQuestion
from sayback.questions import KINDS, Question
from sayback.questions.model import DEFAULT_TARGET_S


def job_of(take: Take, config: Config, *, model: str | None = None) -> AnalysisJob:
    """Return the job of analysing a take.

    Parameters
    ----------
    take
        Its audio must be finished.
    config
        Default model, language, threads and thresholds.
    model
        Model that was named for this take, if one was.
    """
    question = take.question
    return AnalysisJob(
        audio_path=take.audio_path,
        question=asked(question) if question else None,
        model=model,
        cuts=take.recording.cuts,
        take=TakeInfo(
            id=take.id,
            question_id=question.id if question else None,
            question=question.text if question else None,
            recorded_at=take.recording.started_at,
            audio=take.audio_path.name,
        ),
        thresholds=config.thresholds,
    ).with_settings(config.whisper)


def asked(question: TakeQuestion) -> Question:
    """Return a take's question as the analysis wants it."""
    kind = next((kind for kind in KINDS if kind == question.kind), None)
    return Question(
        id=question.id or "",
        text=question.text,
        kind=kind,
        target_s=question.target_s or DEFAULT_TARGET_S,
    )
