"""Report: every figure of one take, as frozen dataclasses that mirror `sayback.report/1`.

Times are seconds from the start of the audio. Indices count the transcript's words from 0.
None means "not known"; `not_known` then says why. A list that can't be known is empty.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from sayback.transcript import Transcript

PaceVerdict = Literal["slow", "measured", "target", "brisk", "fast"]
FillerKind = Literal["filled_pause", "marker", "repetition", "possible"]
PausePlace = Literal["boundary", "mid_clause"]
Part = Literal["S", "T", "A", "R", "O"]
STAR_PARTS: tuple[Part, ...] = ("S", "T", "A", "R")
PARTS: tuple[Part, ...] = (*STAR_PARTS, "O")


@dataclass(frozen=True, slots=True)
class TakeInfo:
    """What was reported on."""

    id: str | None = None
    question_id: str | None = None
    question: str | None = None
    recorded_at: str | None = None
    """ISO 8601 with offset."""
    audio: str | None = None
    """File name."""
    duration_s: float | None = None


@dataclass(frozen=True, slots=True)
class PacePoint:
    """One point of the pace curve; `t` is the window's centre."""

    t: float
    wpm: float


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast, and how much of the time, somebody speaks."""

    words: int | None = None
    """Words without filled pauses and suspect ones."""
    wpm: float | None = None
    articulation_sps: float | None = None
    """Syllables per second of phonation."""
    phonation_ratio: float | None = None
    time_to_first_word_s: float | None = None
    mean_run_syllables: float | None = None
    verdict: PaceVerdict | None = None
    curve: tuple[PacePoint, ...] = ()


@dataclass(frozen=True, slots=True)
class Pause:
    """A silent pause of at least 250 ms between first and last speech."""

    start: float
    end: float
    place: PausePlace | None

    @property
    def duration_s(self) -> float:
        """Length in seconds."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Pauses:
    """Silent pauses."""

    count: int | None = None
    per_minute: float | None = None
    mean_s: float | None = None
    longest_s: float | None = None
    long_count: int | None = None
    items: tuple[Pause, ...] = ()


@dataclass(frozen=True, slots=True)
class Rate:
    """How often something happens."""

    count: int | None = None
    per_minute: float | None = None
    """Per minute from first to last speech."""
    per_100_words: float | None = None


@dataclass(frozen=True, slots=True)
class Filler:
    """One filled pause, marker, repetition or possible hesitation."""

    kind: FillerKind
    text: str
    words: tuple[int, ...]
    start: float | None
    end: float | None
    confidence: float | None


@dataclass(frozen=True, slots=True)
class Fillers:
    """Filled pauses, markers, repetitions, and hesitations heard only in the audio."""

    filled_pauses: Rate = field(default_factory=Rate)
    markers: Rate = field(default_factory=Rate)
    repetitions: Rate = field(default_factory=Rate)
    possible: Rate = field(default_factory=Rate)
    items: tuple[Filler, ...] = ()


@dataclass(frozen=True, slots=True)
class StarSentence:
    """One sentence with the part of STAR that it serves best."""

    text: str
    words: tuple[int, int]
    """First and last word, both included."""
    start: float | None
    end: float | None
    part: Part
    confidence: float | None


@dataclass(frozen=True, slots=True)
class Shares:
    """Fractions of speaking time; they add up to 1."""

    S: float | None = None
    T: float | None = None
    A: float | None = None
    R: float | None = None
    O: float | None = None  # noqa: E741 - the contract's name


@dataclass(frozen=True, slots=True)
class Star:
    """Situation, task, action, result."""

    applies: bool | None = None
    why: str | None = None
    missing: tuple[Part, ...] = ()
    shares: Shares = field(default_factory=Shares)
    sentences: tuple[StarSentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Words that show something."""

    text: str
    words: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Design:
    """What a system-design answer should hold."""

    clarifying_questions: tuple[Finding, ...] = ()
    assumptions: tuple[Finding, ...] = ()
    figures: tuple[Finding, ...] = ()
    trade_offs: tuple[Finding, ...] = ()
    risks: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Content:
    """What the words say."""

    quantities: tuple[Finding, ...] = ()
    result_quantified: bool | None = None
    i_count: int | None = None
    we_count: int | None = None
    hedges: tuple[Finding, ...] = ()
    design: Design = field(default_factory=Design)


@dataclass(frozen=True, slots=True)
class Delivery:
    """Pitch and volume."""

    pitch_sd_semitones: float | None = None
    volume_sd_db: float | None = None
    clipping: bool | None = None
    too_quiet: bool | None = None
    verdict: Literal["flat", "typical", "lively"] | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A moment to listen to."""

    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing to change, or the one thing that went well."""

    headline: str
    because: str
    evidence: tuple[Evidence, ...] = ()
    source: str = ""
    positive: bool = False
    """True for what went well."""


@dataclass(frozen=True, slots=True)
class NotKnown:
    """A field that could not be computed, and why."""

    field: str
    why: str


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that Sayback says about one take."""

    take: TakeInfo = field(default_factory=TakeInfo)
    transcript: Transcript = field(default_factory=Transcript.pending)
    pace: Pace = field(default_factory=Pace)
    pauses: Pauses = field(default_factory=Pauses)
    fillers: Fillers = field(default_factory=Fillers)
    star: Star = field(default_factory=Star)
    content: Content = field(default_factory=Content)
    delivery: Delivery = field(default_factory=Delivery)
    advice: tuple[Advice, ...] = ()
    not_known: tuple[NotKnown, ...] = ()
