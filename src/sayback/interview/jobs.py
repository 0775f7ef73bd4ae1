"""From a stored take to the job that the engine is given."""

from __future__ import annotations

from sayback.analysis.report import TakeInfo
from sayback.config import Config
from sayback.engine.job import AnalysisJob
from sayback.library import Take


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
        question=question.asked() if question else None,
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
