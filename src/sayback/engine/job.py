"""AnalysisJob: all that the analysis of one recording depends on."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from sayback.analysis.report import TakeInfo
from sayback.audio.samples import Samples
from sayback.config import WhisperConfig
from sayback.engine.wire import as_plain, from_plain
from sayback.questions.model import Question
from sayback.thresholds import Thresholds
from sayback.transcript.model import Transcript


@dataclass(frozen=True, slots=True)
class AnalysisJob:
    """One recording, or one transcript, to report on."""

    audio_path: Path | None = None
    """A recording of any format; None where `samples` are given, or only words."""
    samples: Samples | None = field(default=None, repr=False, compare=False)
    """Shape (n,), mono, 16 kHz, full scale ±1; used in place of the file."""
    question: Question | None = None
    """What was asked; None to judge from the answer alone."""
    transcript: Transcript | None = None
    """Words that already exist: then no recogniser is loaded."""
    model: str | None = None
    """Model that the user named for this job: an error where it is missing."""
    default_model: str = WhisperConfig().model
    """Model of the configuration, used where none is named; the words stay pending without it."""
    language: str = ""
    """Two-letter code; empty lets a multilingual model find out."""
    threads: int = 0
    """CPU threads of the recogniser; 0 leaves the choice to it."""
    cuts: tuple[float, ...] = ()
    """Seconds in the audio at which the recorder was paused."""
    take: TakeInfo = field(default_factory=TakeInfo)
    thresholds: Thresholds = field(default_factory=Thresholds)

    def with_settings(self, settings: WhisperConfig) -> AnalysisJob:
        """Return a copy that takes default model, language and threads from the configuration."""
        return dataclasses.replace(
            self,
            default_model=settings.model,
            language=settings.language,
            threads=settings.threads,
        )

    def as_message(self) -> tuple[dict[str, Any], bytes]:
        """Return plain values, and the samples' bytes (empty where there are none)."""
        plain = as_plain(dataclasses.replace(self, samples=None))
        plain["has_samples"] = self.samples is not None
        if self.samples is None:
            return plain, b""
        return plain, np.ascontiguousarray(self.samples, dtype="<f4").tobytes()

    @classmethod
    def from_message(cls, plain: dict[str, Any], payload: bytes) -> AnalysisJob:
        """Return the job that `as_message` was called on."""
        fields = dict(plain)
        has_samples = fields.pop("has_samples")
        fields.pop("samples")
        job: AnalysisJob = from_plain(cls, fields)
        if not has_samples:
            return job
        return dataclasses.replace(job, samples=np.frombuffer(payload, dtype="<f4"))
