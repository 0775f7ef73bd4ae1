"""Everything that can go wrong, as one tree.

SaybackError
├── UsageError        the command line or an argument is wrong (exit code 2)
├── ConfigError       config.toml can't be read or holds a bad value
├── PackError         a question pack is broken, or a question is unknown
├── TranscriptError   words brought along can't be read
├── AudioError        a recording can't be read or written
│   └── DeviceError   a microphone or loudspeaker is missing or failed
├── VoiceError        no question can be spoken aloud
├── ModelError        a Whisper model is missing, broken or can't be downloaded
├── EngineError       the engine process died or answered nonsense
└── LibraryError      a take can't be found, read or written

A message is one sentence, or two, that says what is wrong and what to do.
"""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What a command's exit status means."""

    DONE = 0
    FAILED = 1
    USAGE = 2


class SaybackError(Exception):
    """Root of every error that Sayback raises on purpose."""

    exit_code = ExitCode.FAILED


class UsageError(SaybackError):
    """The command line or an argument is wrong."""

    exit_code = ExitCode.USAGE


class ConfigError(SaybackError):
    """The configuration can't be read or holds a bad value."""


class PackError(SaybackError):
    """A question pack is broken, or a question is unknown."""


class TranscriptError(SaybackError):
    """Words brought along can't be read."""


class AudioError(SaybackError):
    """A recording can't be read or written."""


class DeviceError(AudioError):
    """A microphone or loudspeaker is missing or failed."""


class VoiceError(SaybackError):
    """No question can be spoken aloud."""


class ModelError(SaybackError):
    """A Whisper model is missing, broken or can't be downloaded."""


class EngineError(SaybackError):
    """The engine process died or answered nonsense."""


class LibraryError(SaybackError):
    """A take can't be found, read or written."""
