"""The user's settings: read from and written to config.toml, comments kept."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Literal, get_args, get_type_hints

from sayback import paths
from sayback.errors import ConfigError
from sayback.thresholds import Thresholds

VoiceEngine = Literal["auto", "embedded", "system", "off"]


@dataclass(frozen=True, slots=True)
class AudioConfig:
    """Which devices to use; empty means the system's default."""

    microphone: str = ""
    loudspeaker: str = ""


@dataclass(frozen=True, slots=True)
class VoiceConfig:
    """Who asks the questions."""

    engine: VoiceEngine = "auto"
    """auto: the system's voice on macOS and Windows, the embedded one elsewhere."""
    name: str = ""
    """Voice of that engine, such as "en-us"; empty for its default."""
    rate_wpm: int = 165


@dataclass(frozen=True, slots=True)
class WhisperConfig:
    """Which model transcribes."""

    model: str = "base.en"
    """A name that `sayback models list` shows, or a folder's path."""
    language: str = ""
    """Two-letter code; empty lets a multilingual model detect it."""
    threads: int = 0
    """CPU threads; 0 leaves the choice to Sayback."""


@dataclass(frozen=True, slots=True)
class PracticeConfig:
    """How one question runs."""

    think_s: int = 15
    """Countdown before recording, 0 to 60; any key skips it."""
    pack: str = ""
    """Pack that Home shows first; empty for all."""


@dataclass(frozen=True, slots=True)
class LibraryConfig:
    """Where takes lie."""

    recordings: str = ""
    """Folder; empty for the default that `sayback takes list` prints."""


@dataclass(frozen=True, slots=True)
class ScreenConfig:
    """How the screen looks."""

    theme: str = ""
    """Name of a Textual theme; empty for the default."""


@dataclass(frozen=True, slots=True)
class Config:
    """All settings; each field is a table of config.toml."""

    audio: AudioConfig = field(default_factory=AudioConfig)
    voice: VoiceConfig = field(default_factory=VoiceConfig)
    whisper: WhisperConfig = field(default_factory=WhisperConfig)
    practice: PracticeConfig = field(default_factory=PracticeConfig)
    library: LibraryConfig = field(default_factory=LibraryConfig)
    screen: ScreenConfig = field(default_factory=ScreenConfig)
    thresholds: Thresholds = field(default_factory=Thresholds)

    def recordings_dir(self) -> Path:
        """Folder that takes go to: SAYBACK_RECORDINGS, else the setting, else the default."""
        if self.library.recordings and "SAYBACK_RECORDINGS" not in os.environ:
            return Path(self.library.recordings).expanduser()
        return paths.default_recordings_dir()


def load(path: Path | None = None) -> Config:
    """Read the configuration; one that does not exist gives the defaults.

    Raises
    ------
    ConfigError
        With file, table and key, when something in it can't be used.
    """
    path = path or paths.config_file()
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Config()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"Can't read {path}: {error}; mend or remove it.") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path} is not valid TOML: {error}; mend that line.") from error
    return from_document(document, path)


def from_document(document: dict[str, Any], path: Path) -> Config:
    """Turn a parsed TOML document into a Config, checking every name and type."""
    hints = get_type_hints(Config)
    sections: dict[str, Any] = {}
    for name, table in document.items():
        if name not in hints:
            raise ConfigError(f"{path}: unknown table [{name}]; remove it.")
        if not isinstance(table, dict):
            raise ConfigError(f"{path}: '{name}' must be a table, written [{name}].")
        section_type = hints[name]
        if section_type is Thresholds:
            sections[name] = Thresholds.from_mapping(table)
        else:
            sections[name] = _section(section_type, table, f"{path}: [{name}]")
    return Config(**sections)


def _section(section_type: type, table: dict[str, Any], where: str) -> Any:
    hints = get_type_hints(section_type)
    for key, value in table.items():
        if key not in hints:
            raise ConfigError(f"{where}: unknown setting '{key}'; remove it.")
        choices = get_args(hints[key])
        if choices and value not in choices:
            raise ConfigError(f"{where}: {key} must be one of {', '.join(map(str, choices))}.")
        expected = type(choices[0]) if choices else hints[key]
        if not isinstance(value, expected) or (expected is int and isinstance(value, bool)):
            raise ConfigError(f"{where}: {key} must be {_spoken(expected)}.")
    if section_type is PracticeConfig and not 0 <= table.get("think_s", 0) <= 60:
        raise ConfigError(f"{where}: think_s must be between 0 and 60.")
    return section_type(**table)


def _spoken(kind: type) -> str:
    return {str: 'a text in quotes, such as "base.en"', int: "a whole number"}[kind]


def save(config: Config, path: Path | None = None) -> None:
    """Write what differs from the defaults, keeping comments and unknown order.

    Raises
    ------
    ConfigError
        When the file can't be written.
    """
    import tomlkit

    path = path or paths.config_file()
    try:
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        document = tomlkit.parse(text)
        for section in fields(config):
            _merge_section(document, section.name, getattr(config, section.name))
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_name(path.name + ".tmp")
        temporary.write_text(tomlkit.dumps(document), encoding="utf-8")
        os.replace(temporary, path)
    except OSError as error:
        raise ConfigError(f"Can't write {path}: {error}; check the folder's rights.") from error


def _merge_section(document: Any, name: str, section: Any) -> None:
    import tomlkit

    default = section.__class__()
    for item in fields(section):
        value = getattr(section, item.name)
        table = document.get(name)
        written = table is not None and item.name in table
        if not written and value == getattr(default, item.name):
            continue
        if table is None:
            document[name] = tomlkit.table()
        document[name][item.name] = value
