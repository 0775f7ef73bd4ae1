"""The user's settings as dataclasses: each field says itself what it is for and what it may be."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from sayback import paths
from sayback.config.known import LANGUAGES, THEMES
from sayback.setting import setting
from sayback.thresholds import Thresholds

VoiceEngine = Literal["auto", "embedded", "system", "off"]


@dataclass(frozen=True, slots=True)
class AudioConfig:
    """Which devices to use; empty means the system's default."""

    microphone: str = setting("", "Microphone", "What records you.", empty="the system's default")
    loudspeaker: str = setting(
        "", "Loudspeaker", "Where questions and takes are heard.", empty="the system's default"
    )


@dataclass(frozen=True, slots=True)
class VoiceConfig:
    """Who asks the questions."""

    engine: VoiceEngine = setting(  # noqa: RUF009  # a field, made once
        "auto",
        "Who speaks",
        "Whose voice asks; automatic is the system's on macOS and Windows, Sayback's elsewhere.",
        choices=(
            ("auto", "automatic"),
            ("embedded", "Sayback's own"),
            ("system", "the system's"),
            ("off", "none: text alone"),
        ),
    )
    name: str = setting("", "Voice", 'Voice of that engine, such as "en-us".', empty="its default")
    rate_wpm: int = setting(
        165, "Speed", "How fast questions are spoken.", unit="words a minute", least=80, most=400
    )


@dataclass(frozen=True, slots=True)
class WhisperConfig:
    """Which model transcribes."""

    model: str = setting(
        "base.en",
        "Model",
        "Writes down what you say: a name that `sayback models list` shows, or a folder's path.",
        may_be_empty=False,
    )
    language: str = setting(
        "",
        "Language",
        "What you speak.",
        choices=(("", "the model finds out"), *LANGUAGES),
        allowed='the code of a language that Whisper knows, such as "en", or empty',
    )
    threads: int = setting(
        0, "Threads", "How many work at once on the words.",
        unit="threads", least=0, most=256, empty="Sayback decides",
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class PracticeConfig:
    """How one question runs."""

    think_s: int = setting(
        15, "Time to think", "Countdown before the recording; any key skips it.",
        unit="s", least=0, most=60, empty="none",
    )  # fmt: skip
    pack: str = setting("", "Pack", "Which pack of questions Home shows first.", empty="all packs")


@dataclass(frozen=True, slots=True)
class LibraryConfig:
    """Where takes lie."""

    recordings: str = setting(
        "",
        "Folder of takes",
        "Where new takes go and your takes are read from. Takes that lie elsewhere stay there: "
        "move them yourself.",
        is_folder=True,
        empty="the default folder",
    )


@dataclass(frozen=True, slots=True)
class ScreenConfig:
    """How the screen looks."""

    theme: str = setting(
        "",
        "Theme",
        "Colours of the screen; F3 switches between Sayback's light and dark.",
        choices=(("", "Sayback's dark one"), *((name, name) for name in THEMES)),
    )


@dataclass(frozen=True, slots=True)
class Config:
    """All settings; each field is a table of config.toml."""

    audio: AudioConfig = field(default_factory=AudioConfig, metadata={"title": "Devices"})
    voice: VoiceConfig = field(default_factory=VoiceConfig, metadata={"title": "Voice"})
    whisper: WhisperConfig = field(default_factory=WhisperConfig, metadata={"title": "Words"})
    practice: PracticeConfig = field(default_factory=PracticeConfig, metadata={"title": "Practice"})
    library: LibraryConfig = field(default_factory=LibraryConfig, metadata={"title": "Takes"})
    screen: ScreenConfig = field(default_factory=ScreenConfig, metadata={"title": "Screen"})
    thresholds: Thresholds = field(default_factory=Thresholds, metadata={"title": "Report"})

    def recordings_dir(self) -> Path:
        """Folder that takes go to: SAYBACK_RECORDINGS, else the setting, else the default."""
        if self.library.recordings and "SAYBACK_RECORDINGS" not in os.environ:
            return Path(self.library.recordings).expanduser()
        return paths.default_recordings_dir()
