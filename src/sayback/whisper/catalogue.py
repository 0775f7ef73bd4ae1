"""The Whisper models that Sayback offers, what they weigh and how often they are wrong."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """One model that can be downloaded."""

    name: str
    size_mb: int
    """Of the download, in millions of bytes; on disk it is the same."""
    english_only: bool
    about: str
    """One phrase that helps to choose."""
    word_error_percent: float | None
    """Average word error on public English test sets; None where no figure was published."""
    repository: str
    """Owner and name of the CTranslate2 conversion on the model hub."""


CATALOGUE: tuple[ModelInfo, ...] = (
    ModelInfo("tiny.en", 75, True, "for slow machines", 11.7, "Systran/faster-whisper-tiny.en"),
    ModelInfo("base.en", 145, True, "the default", 10.1, "Systran/faster-whisper-base.en"),
    ModelInfo(
        "small.en", 484, True, "better, on a fast machine", 8.3, "Systran/faster-whisper-small.en"
    ),
    ModelInfo(
        "distil-small.en", 333, True, "nearly small.en, and faster", 8.6,
        "Systran/faster-distil-whisper-small.en",
    ),
    ModelInfo("medium.en", 1528, True, "slow on most machines", None,
              "Systran/faster-whisper-medium.en"),
    ModelInfo(
        "large-v3-turbo", 1618, False, "the best, for very fast machines", 7.1,
        "mobiuslabsgmbh/faster-whisper-large-v3-turbo",
    ),
    ModelInfo("tiny", 75, False, "other languages, roughly", None, "Systran/faster-whisper-tiny"),
    ModelInfo("base", 145, False, "other languages", None, "Systran/faster-whisper-base"),
    ModelInfo("small", 484, False, "other languages, better", None,
              "Systran/faster-whisper-small"),
)  # fmt: skip
"""From what most people want to what few do."""


def model_info(name: str) -> ModelInfo | None:
    """Return the catalogue's entry of that name, if there is one."""
    return next((model for model in CATALOGUE if model.name == name), None)
