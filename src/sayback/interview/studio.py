"""Studio: puts recorder, voice, engine and library together for one practice run.

Both front ends practise through it; what differs between them is only what they draw.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from sayback.analysis import Report
from sayback.audio.player import Player
from sayback.audio.recorder import Recorder
from sayback.audio.sources import FileSource, MicrophoneSource, SoundSource
from sayback.config import Config
from sayback.engine.client import EngineClient
from sayback.interview.asking import Asking, Loudspeaker
from sayback.interview.jobs import job_of
from sayback.interview.practice import Practice
from sayback.library import Library, Take, TakeQuestion


class Studio:
    """Makes practice runs that share one engine process.

    Parameters
    ----------
    config
        Devices, voice, model and folders.
    library
        Where takes go; the configured folder if none is given.
    model
        Model that the user named; None for the configured one.
    """

    def __init__(
        self, config: Config, *, library: Library | None = None, model: str | None = None
    ) -> None:
        self.config = config
        self.library = library or Library(config.recordings_dir())
        self.engine = EngineClient()
        self._model = model

    def __enter__(self) -> Studio:
        """Enter a block that ends the engine when it is left."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """End the engine."""
        self.close()

    def practice(
        self,
        question: TakeQuestion,
        *,
        input_file: Path | None = None,
        fast: bool = False,
        spoken: bool = True,
        loudspeaker: Loudspeaker | None = None,
        think_s: float | None = None,
        links: tuple[str, ...] = (),
    ) -> Practice:
        """Return a run for one question; the engine starts to load what it will need.

        Parameters
        ----------
        question
            What is asked.
        input_file
            Recording that stands in for the microphone.
        fast
            Whether that file is taken as fast as possible instead of in real time.
        spoken
            Whether the question is asked aloud.
        loudspeaker
            Plays the question; the configured device if none is given.
        think_s
            Countdown; the configured one if none is given.
        links
            Ids of takes that this one follows.

        Raises
        ------
        DeviceError
            When there is no such microphone.
        AudioError
            When the input file can't be read.
        """
        source = _source(self.config, input_file, fast=fast)
        self.engine.warm_up(job_of(_no_take(question), self.config, model=self._model))
        practice = Practice(
            question,
            recorder=Recorder(source),
            library=self.library,
            ask=self._ask(question.text, loudspeaker) if spoken else None,
            analyse=self.analyse,
            think_s=self.config.practice.think_s if think_s is None else think_s,
            links=links,
        )
        if isinstance(source, FileSource):
            source.on_end = practice.end_of_input
        return practice

    def analyse(self, take: Take, on_progress: Callable[[float], None]) -> Report:
        """Have a take analysed by the engine, and wait for it.

        Raises
        ------
        SaybackError
            When it can't be; the take is kept.
        """
        job = job_of(take, self.config, model=self._model)
        return self.engine.analyse(job, on_progress=on_progress).result()

    def close(self) -> None:
        """End the engine."""
        self.engine.close()

    def _ask(self, text: str, loudspeaker: Loudspeaker | None) -> Callable[[], Asking] | None:
        from sayback.voice.speak import Speaker

        if self.config.voice.engine == "off":
            return None
        speaker = Speaker(self.config.voice)
        player = loudspeaker or Player(self.config.audio.loudspeaker)
        return lambda: Asking(text, synthesise=speaker.synthesise, loudspeaker=player)


def _source(config: Config, input_file: Path | None, *, fast: bool) -> SoundSource:
    if input_file is not None:
        return FileSource(input_file, fast=fast)
    return MicrophoneSource(config.audio.microphone)


def _no_take(question: TakeQuestion) -> Take:
    return Take("", Path(), question)
