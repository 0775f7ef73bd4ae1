"""The user's settings: read from and written to config.toml, comments kept."""

from sayback.config.listing import Entry, entries, value_of, with_value
from sayback.config.model import (
    AudioConfig,
    Config,
    LibraryConfig,
    PracticeConfig,
    ScreenConfig,
    VoiceConfig,
    VoiceEngine,
    WhisperConfig,
)
from sayback.config.read import from_document, load
from sayback.config.write import save

__all__ = [
    "AudioConfig", "Config", "Entry", "LibraryConfig", "PracticeConfig", "ScreenConfig",
    "VoiceConfig", "VoiceEngine", "WhisperConfig", "entries", "from_document", "load", "save",
    "value_of", "with_value",
]  # fmt: skip
