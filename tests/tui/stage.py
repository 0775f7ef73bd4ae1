"""A made-up world for the screens: fixed takes, fake devices, a practice run that obeys."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import numpy as np

from sayback.analysis import Report
from sayback.audio.devices import Device
from sayback.audio.recording import RecorderStatus
from sayback.audio.samples import Audio
from sayback.config import Config
from sayback.errors import DeviceError, ModelError, SaybackError, VoiceError
from sayback.interview.phases import Phase, Snapshot
from sayback.library import Library, RecordingInfo, Take, TakeQuestion
from sayback.questions import Catalogue, Pack, Question
from sayback.tui.app import SaybackApp
from sayback.tui.services import FirstStart, Hardware, ModelChoice, Models, Order, Services, Voices
from sayback.tui.session import Session
from tests.render import reports

DIVE_DEEP = Question(
    id="dive-deep-root-cause",
    text="Tell me about a time you had to dig deep to find the cause of a problem.",
    kind="behavioural",
    pack_id="tpm",
    topic="dive-deep",
    competences=("dive-deep", "earn-trust"),
    target_s=120,
    good="Follows one problem down to a cause that others had missed, and shows each step.",
    listens_for=("which data you looked at yourself", "what you ruled out, and how"),
    follow_ups=("How long did it take?", "What would you look at first next time?"),
    pitfall="Naming the cause at once, so that nobody sees you dig.",
)
QUESTIONS = (
    DIVE_DEEP,
    Question(
        id="dive-deep-numbers",
        text="When did a number that everybody trusted turn out to be wrong?",
        kind="behavioural", pack_id="tpm", topic="dive-deep", competences=("dive-deep",),
        good="Says what made you doubt it.",
    ),
    Question(
        id="earn-trust-mistake",
        text="Tell me about a mistake that you had to own up to in front of people who relied on "
        "you.",
        kind="behavioural", pack_id="tpm", topic="earn-trust", competences=("earn-trust",),
        level="senior",
    ),
    Question(
        id="design-queue",
        text="Design a service that delivers ten million reminders a day, each at its minute.",
        kind="system-design", pack_id="tpm", topic="system-design",
        clarify=("how late a reminder may be",), estimate=("reminders a second at the peak",),
        trade_offs=("polling against a timer wheel",), target_s=900,
    ),
)  # fmt: skip
GENERAL = (
    Question(
        id="why-us", text="Why do you want to work here? [Be honest.]", kind="motivation",
        pack_id="general", target_s=60, good="Names something that only this place has.",
    ),
    Question(
        id="your-questions", text="What would you like to ask me?", kind="closing",
        pack_id="general", target_s=60,
    ),
)  # fmt: skip
CATALOGUE = Catalogue(
    (
        Pack(
            "tpm", "Technical program manager", "The loop.", QUESTIONS, Path("tpm.toml"),
            {"dive-deep": "Dive Deep", "earn-trust": "Earn Trust",
             "system-design": "System design"},
        ),
        Pack("general", "General", "For anybody.", GENERAL, Path("general.toml")),
    )
)  # fmt: skip
BASE = ModelChoice("base.en", 145, "the default")
SMALL = ModelChoice("small.en", 484, "better, on a fast machine")
RATE_HZ = 8000
NOW = datetime.fromisoformat("2026-11-23T09:00:00+01:00")


class FakeSound:
    """Plays by a clock that the test moves."""

    def __init__(self, problem: str = "") -> None:
        self.position_s = 0.0
        self.is_playing = False
        self.is_paused = False
        self.problem = problem
        self.played: list[tuple[float, float | None]] = []
        self.closed = False
        self.speed = 1.0
        self.audio: Audio | None = None

    def play(self, audio, *, start_s=0.0, end_s=None, speed=1.0) -> None:
        self.speed, self.audio = speed, audio
        self.played.append((round(start_s, 2), end_s if end_s is None else round(end_s, 2)))
        self.position_s, self.is_playing, self.is_paused = start_s, True, False

    def pause(self) -> None:
        self.is_playing, self.is_paused = False, True

    def resume(self) -> None:
        self.is_playing, self.is_paused = True, False

    def set_speed(self, speed) -> None:
        self.speed = speed

    def end(self, position_s: float) -> None:
        """Reach the end of what is played."""
        self.position_s, self.is_playing = position_s, False

    def close(self) -> None:
        self.is_playing, self.closed = False, True


class FakeMeter:
    """A microphone at a steady level."""

    def __init__(
        self, name: str, opened: list[str], spoken: Audio, wait: Callable[[], object]
    ) -> None:
        self._name = name
        self._opened = opened
        self._wait = wait
        self.spoken = spoken
        self.is_open = False
        self.remembering = False

    def open(self) -> None:
        self._wait()
        self._opened.append(self._name)
        self.is_open = True

    def status(self) -> RecorderStatus:
        return RecorderStatus(0.0, -23.0, -11.0, False, 0.0, True, 0.0)

    def remember(self) -> None:
        self.remembering = True

    def remembered(self) -> Audio:
        self.remembering = False
        return self.spoken

    def close(self) -> None:
        self.is_open = False


class FakePractice:
    """A practice run whose moments the test sets; what it was told stands in `told`."""

    def __init__(self, question: TakeQuestion, take: Take | None = None) -> None:
        self.question = question
        self.take: Take | None = None
        self.report: Report | None = None
        self.problem: str | None = None
        self.told: list[str] = []
        self.fails_with: SaybackError | None = None
        self.now = Snapshot(
            Phase.ASKING, target_s=question.target_s or 0, level_db=-44.0, peak_db=-30.0,
            microphone_ready=True,
        )  # fmt: skip
        self._take = take

    def set(self, phase: Phase, **values: object) -> None:
        """Go to a moment."""
        self.now = dataclasses.replace(self.now, phase=phase, **values)

    def begin(self) -> None:
        self.told.append("begin")
        if self.fails_with is not None:
            raise self.fails_with

    def tick(self) -> None:
        pass

    def skip(self) -> None:
        self.told.append("skip")
        following = {Phase.ASKING: Phase.THINKING, Phase.THINKING: Phase.ANSWERING}
        self.set(following[self.now.phase], think_left_s=12.0)

    def record_now(self) -> None:
        self.told.append("record_now")
        self.set(Phase.ANSWERING)

    def toggle_pause(self) -> None:
        self.told.append("toggle_pause")
        paused = self.now.phase is Phase.PAUSED
        self.set(Phase.ANSWERING if paused else Phase.PAUSED)

    def finish(self) -> None:
        self.told.append("finish")
        self.take = self._take
        self.report = self._take.report if self._take else None
        self.set(Phase.DONE)

    def discard(self) -> None:
        self.told.append("discard")
        self.set(Phase.DISCARDED)

    def close(self) -> None:
        self.told.append("close")

    def snapshot(self) -> Snapshot:
        return self.now


@dataclass
class Stage:
    """The made-up world, and what happened in it."""

    folder: Path
    config: Config = field(default_factory=Config)
    catalogue: Catalogue = CATALOGUE
    microphones: tuple[Device, ...] = (Device("Headset [hw:1,0]", True, 48000),)
    loudspeakers: tuple[Device, ...] = (Device("Speakers", True, 48000),)
    plugged_in: tuple[Device, ...] = ()
    """Microphones that only a new look finds."""
    installed: tuple[str, ...] = ("base.en",)
    started_before: bool = True
    download: Callable[[str, Callable[[float], None]], None] | None = None
    analyse: Callable[[Take], Take] | None = None
    saved: list[Config] = field(default_factory=list)
    orders: list[Order] = field(default_factory=list)
    runs: list[FakePractice] = field(default_factory=list)
    meters: list[str] = field(default_factory=list)
    """Names of the microphones that were opened, in order."""
    made_meters: list[FakeMeter] = field(default_factory=list)
    before_listening: Callable[[], object] = lambda: None
    """Waits before a microphone is open, as a real one does."""
    before_speaking: Callable[[], object] = lambda: None
    """Waits before a voice has spoken, as a real one does."""
    sounds: list[FakeSound] = field(default_factory=list)
    prepare: Callable[[FakePractice], None] = lambda run: None
    take: Take | None = None
    """What the next practice run comes to."""
    voice_problem: str = ""
    """Why nothing can be spoken."""
    spoken: Audio = field(default_factory=lambda: hum(2))
    """What is said to try out a microphone."""

    @property
    def library(self) -> Library:
        """The takes."""
        return Library(self.folder)

    def app(self, **options) -> SaybackApp:
        """Return the program in this world."""
        return SaybackApp(Session(self.services()), **options)

    def services(self) -> Services:
        """Return this world's services."""
        return Services(
            config=self.config,
            save_config=self.saved.append,
            load_catalogue=lambda: self.catalogue,
            library=self.library,
            open_library=lambda config: Library(config.recordings_dir()),
            first_start=FirstStart(
                is_due=lambda: not self.started_before, remember=self._remember_start
            ),
            hardware=Hardware(
                microphones=self._microphones,
                loudspeakers=lambda: self.loudspeakers,
                rescan=self._rescan,
                meter=self._meter,
                sound=self._sound,
            ),
            models=Models(
                installed=lambda: self.installed,
                offered=(BASE, SMALL),
                download=self._download,
                find=self._find_model,
            ),
            voices=Voices(names=lambda config: ("en-us", "en-gb"), speak=self._speak),
            practice=self._practice,
            analyse=self._analyse,
            decode=self._decode,
            now=lambda: NOW,
        )

    def _speak(self, text: str, config: Config) -> Audio:
        if self.voice_problem:
            raise VoiceError(self.voice_problem)
        self.before_speaking()
        return silence(1)

    def _rescan(self) -> bool:
        if any(meter.is_open for meter in self.made_meters):
            return False
        if any(sound.is_playing and not sound.closed for sound in self.sounds):
            return False
        self.microphones = (*self.microphones, *self.plugged_in)
        return True

    def _microphones(self) -> tuple[Device, ...]:
        if not self.microphones:
            raise DeviceError("Live audio needs the PortAudio library: install it.")
        return self.microphones

    def _meter(self, name: str) -> FakeMeter:
        self.made_meters.append(FakeMeter(name, self.meters, self.spoken, self.before_listening))
        return self.made_meters[-1]

    def _sound(self, name: str) -> FakeSound:
        self.sounds.append(FakeSound())
        return self.sounds[-1]

    def _practice(self, order: Order, config: Config) -> FakePractice:
        self.orders.append(order)
        run = FakePractice(order.question, self.take)
        self.prepare(run)
        self.runs.append(run)
        return run

    def _download(self, name: str, on_progress: Callable[[float], None]) -> None:
        if self.download is not None:
            self.download(name, on_progress)
        self.installed = (*self.installed, name)

    def _find_model(self, name: str) -> None:
        if name not in self.installed:
            raise ModelError(f"There is no folder {name}; check the path of the model.")

    def _remember_start(self) -> None:
        self.started_before = True

    def _analyse(self, take: Take, config: Config, on_progress: Callable[[float], None]) -> Take:
        if self.analyse is not None:
            return self.analyse(take)
        take = dataclasses.replace(take, report=reports.rich())
        self.library.save(take)
        return take

    def _decode(self, path: Path) -> Audio:
        return murmur(66)


def hum(seconds: float) -> Audio:
    """A steady tone."""
    time_s = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    return Audio((0.2 * np.sin(700 * time_s)).astype(np.float32), RATE_HZ)


def silence(seconds: float) -> Audio:
    """A stretch of nothing."""
    return Audio(np.zeros(round(seconds * RATE_HZ), np.float32), RATE_HZ)


def murmur(seconds: float) -> Audio:
    """A hum wherever a word of the rich report is spoken, each as loud as it is long."""
    samples = silence(seconds).samples
    hum = np.sin(np.arange(len(samples)) * 0.1)
    for word in reports.rich().transcript.words:
        first, last = round(word.start_s * RATE_HZ), round(word.end_s * RATE_HZ)
        samples[first:last] = hum[first:last] * min(0.9, 0.1 * len(word.text))
    return Audio(samples, RATE_HZ)


def add_take(
    library: Library,
    take_id: str,
    question: Question | None,
    report: Report | None,
    *,
    complete: bool = True,
) -> Take:
    """Put a take into a library."""
    path = library.folder / f"{take_id}.wav"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"")
    day, _, time = take_id.partition("/")
    started = f"{day}T{time[:2]}:{time[2:4]}:{time[4:6]}+01:00"
    take = Take(
        take_id,
        path,
        TakeQuestion.of(question) if question else None,
        RecordingInfo(started, "Headset [hw:1,0]", 48000, (), complete),
        report,
    )
    library.save(take)
    return take


def fill(library: Library, *, copies: int = 0) -> tuple[Take, ...]:
    """Put takes of every sort, and more of the first sort, into a library; the newest first."""
    for number in range(copies):
        add_take(library, f"2026-10-{1 + number % 28:02d}/{100000 + number}-x", DIVE_DEEP,
                 reports.rich())  # fmt: skip
    shorter = dataclasses.replace(
        reports.rich(), take=dataclasses.replace(reports.rich().take, duration_s=48.0)
    )
    return (
        add_take(library, "2026-11-22/143205-dive-deep", DIVE_DEEP, reports.rich()),
        add_take(library, "2026-11-21/201500-design-queue", QUESTIONS[3], reports.system_design()),
        add_take(library, "2026-11-20/190102-dive-deep", DIVE_DEEP, shorter),
        add_take(library, "2026-11-19/180000-why-us", GENERAL[0], reports.pending()),
        add_take(library, "2026-11-18/070000-answer", None, None, complete=False),
    )
