"""The real services: devices, models, voice, engine and library of this machine."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sayback import config as settings
from sayback import paths
from sayback.audio.samples import Audio
from sayback.config import Config
from sayback.interview.studio import Studio
from sayback.library import Library, Take
from sayback.questions import Catalogue
from sayback.tui.services import (
    FirstStart,
    Hardware,
    Meter,
    ModelChoice,
    Models,
    OnProgress,
    Order,
    PracticeRun,
    Services,
    Sound,
    Voices,
)

if TYPE_CHECKING:
    from sayback.whisper.models import ModelFolder


def live_services(*, recordings: Path | None = None) -> Services:
    """Return the services of this machine.

    Parameters
    ----------
    recordings
        Folder of takes in place of the configured one.

    Raises
    ------
    ConfigError
        When config.toml can't be read.
    """
    config = settings.load()
    desk = _Desk(config, recordings)
    return Services(
        config=config,
        save_config=_saver(config),
        load_catalogue=Catalogue.load,
        library=desk.library,
        open_library=desk.open_library,
        first_start=FirstStart(is_due=_is_first_start, remember=_remember_start),
        hardware=_hardware(),
        models=_models(),
        voices=Voices(names=_voice_names, speak=_speak),
        practice=desk.practice,
        analyse=desk.analyse,
        decode=_decode,
        close=desk.close,
    )


def _saver(config: Config) -> Callable[[Config], None]:
    """Return what writes the settings that were changed since, and no others."""
    written = config

    def save(changed: Config) -> None:
        nonlocal written
        settings.save(changed, before=written)
        written = changed

    return save


class _Desk:
    """Practice runs and analyses that share one engine process."""

    def __init__(self, config: Config, recordings: Path | None) -> None:
        self._recordings = recordings
        self._studio = Studio(config, library=Library(recordings or config.recordings_dir()))
        self._demo_studio: Studio | None = None

    @property
    def library(self) -> Library:
        """Where new takes go."""
        return self._studio.library

    def open_library(self, config: Config) -> Library:
        """Let new takes go where the configuration says; runs that have begun stay."""
        self._studio.library = Library(self._recordings or config.recordings_dir())
        if self._demo_studio is not None:
            self._demo_studio.library = self._studio.library
        return self._studio.library

    def practice(self, order: Order, config: Config) -> PracticeRun:
        from sayback import demo

        if not order.demo_voice:
            self._studio.config = config
            return self._studio.practice(order.question, links=order.links)
        studio = self._for_demo(config)
        return studio.practice(order.question, links=order.links, input_file=demo.ANSWER_PATH)

    def analyse(self, take: Take, config: Config, on_progress: OnProgress) -> Take:
        self._studio.config = config
        return analyse_take(take, self._studio, on_progress)

    def close(self) -> None:
        self._studio.close()
        if self._demo_studio is not None:
            self._demo_studio.close()

    def _for_demo(self, config: Config) -> Studio:
        """Return a studio that understands the bundled answer even where no model is here."""
        from sayback.errors import ModelError
        from sayback.whisper.models import DEMO

        try:
            _find_model(config.whisper.model)
        except ModelError:
            if self._demo_studio is None:
                self._demo_studio = Studio(config, library=self._studio.library, model=DEMO)
            self._demo_studio.config = config
            return self._demo_studio
        self._studio.config = config
        return self._studio


def analyse_take(take: Take, studio: Studio, on_progress: OnProgress) -> Take:
    """Analyse a stored take, one whose recording was cut off too; save and return it.

    Raises
    ------
    SaybackError
        When it can't be read or analysed; the take is as before.
    """
    from sayback.audio.wav import repair_wav
    from sayback.library.corrected import with_report

    if not take.recording.complete and take.audio_path.suffix == ".wav":
        repair_wav(take.audio_path)
    library = studio.library
    report = studio.analyse(take, on_progress)
    # Read again: meanwhile it may have been changed elsewhere.
    now = library.take_at(take.audio_path)
    recording = dataclasses.replace(now.recording, complete=True)
    now = with_report(
        dataclasses.replace(now, recording=recording), report, studio.config.thresholds
    )
    library.save(now)
    return now


def _hardware() -> Hardware:
    from sayback.audio import devices

    return Hardware(
        microphones=devices.microphones,
        loudspeakers=devices.loudspeakers,
        rescan=devices.rescan,
        meter=_meter,
        sound=_sound,
    )


def _meter(name: str) -> Meter:
    from sayback.audio.sources import MicrophoneSource
    from sayback.tui.hearing import HearingMeter

    return HearingMeter(MicrophoneSource(name))


def _sound(name: str) -> Sound:
    from sayback.audio.player import Player

    return Player(name)


def _models() -> Models:
    from sayback.whisper.catalogue import CATALOGUE

    offered = tuple(ModelChoice(model.name, model.size_mb, model.about) for model in CATALOGUE)
    return Models(
        installed=_installed,
        offered=offered,
        download=_download,
        find=_find_model,
    )


def _find_model(name: str) -> ModelFolder:
    """Find a model that can hear a person, which the demo model can't."""
    from sayback.errors import ModelError
    from sayback.whisper.models import find_model

    found = find_model(name)
    if found.is_demo:
        raise ModelError("The demo model understands only the demo's own voice; choose another.")
    return found


def _installed() -> tuple[str, ...]:
    from sayback.whisper.models import installed_models

    return tuple(model.name for model in installed_models())


def _download(name: str, on_progress: OnProgress) -> None:
    from sayback.whisper.download import download_model

    download_model(name, on_progress=lambda done, total: on_progress(done / total if total else 0))


def _is_first_start() -> bool:
    # Not Path.exists, which raises where a folder may not be read.
    return not any(os.path.exists(path) for path in (_start_mark(), paths.config_file()))


def _start_mark() -> Path:
    return paths.data_dir() / "started-before"


def _remember_start() -> None:
    # Greeting once more than needed is no harm, so a folder that can't be written is none either.
    with suppress(OSError):
        _start_mark().parent.mkdir(parents=True, exist_ok=True)
        _start_mark().touch()


def _voice_names(config: Config) -> tuple[str, ...]:
    from sayback.voice.speak import Speaker

    return Speaker(config.voice).voices()


def _speak(text: str, config: Config) -> Audio:
    from sayback.voice.speak import Speaker

    return Speaker(config.voice).synthesise(text)


def _decode(path: Path) -> Audio:
    from sayback.audio.decode import decode

    return decode(path, sample_rate_hz=None)
