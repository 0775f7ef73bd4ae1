"""What the rules of advice look at, and small helpers that they share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from sayback.analysis.report import (
    Advice,
    Content,
    Delivery,
    Evidence,
    Filler,
    FillerKind,
    Fillers,
    Finding,
    Pace,
    Part,
    Pauses,
    Star,
)
from sayback.questions.model import DEFAULT_TARGET_S
from sayback.thresholds import Thresholds
from sayback.transcript.model import Transcript

CONVENTION = "convention"
AMAZON = "Amazon's advice to candidates"
MIN_WORDS = 40
"""With fewer words there is no advice on rates: one "um" would be a habit."""
_SHOWN_MOMENTS = 12


@dataclass(frozen=True, slots=True)
class Answer:
    """The figures of one answer."""

    transcript: Transcript = field(default_factory=Transcript.pending)
    pace: Pace = field(default_factory=Pace)
    pauses: Pauses = field(default_factory=Pauses)
    fillers: Fillers = field(default_factory=Fillers)
    star: Star = field(default_factory=Star)
    content: Content = field(default_factory=Content)
    delivery: Delivery = field(default_factory=Delivery)
    speaking_s: float | None = None
    """Seconds from first to last speech; None without audio."""
    target_s: int | None = None
    """Advised length; None where nobody knows what was asked."""
    design: bool = False
    """The answer is a system design."""
    supposed: bool = False
    """A story was asked for, and the answer says what somebody would do."""
    thresholds: Thresholds = field(default_factory=Thresholds)

    @property
    def words(self) -> int:
        """Words that count; 0 where they are not known."""
        return self.pace.words or 0

    @property
    def limits_s(self) -> tuple[float, float] | None:
        """Shortest and longest acceptable answer; None where no length can be advised."""
        if self.target_s is None and not self.star.applies:
            return None
        scale = (self.target_s or DEFAULT_TARGET_S) / DEFAULT_TARGET_S
        return self.thresholds.answer_min_s * scale, self.thresholds.answer_max_s * scale


Rule = Callable[[Answer], Advice | None]


def of_sentences(answer: Answer, part: Part) -> tuple[Evidence, ...]:
    """Return when the sentences of one part of the story were spoken."""
    return _moments((s.start, s.end) for s in answer.star.sentences if s.part == part)


def of_fillers(answer: Answer, kind: FillerKind) -> tuple[Evidence, ...]:
    """Return when the fillers of one kind were spoken."""
    found: Iterable[Filler] = (item for item in answer.fillers.items if item.kind == kind)
    return _moments((item.start, item.end) for item in found)


def of_findings(answer: Answer, findings: Iterable[Finding]) -> tuple[Evidence, ...]:
    """Return when some words were spoken."""
    words = answer.transcript.words
    return _moments((words[f.words[0]].start_s, words[f.words[-1]].end_s) for f in findings)


def whole(answer: Answer) -> tuple[Evidence, ...]:
    """Return the stretch from the first to the last word."""
    words = [word for word in answer.transcript.words if not word.suspect]
    if not words:
        return ()
    return _moments([(words[0].start_s, words[-1].end_s)])


def _moments(times: Iterable[tuple[float | None, float | None]]) -> tuple[Evidence, ...]:
    known = [Evidence(a, b) for a, b in times if a is not None and b is not None]
    return tuple(known[:_SHOWN_MOMENTS])


def per_cent(share: float) -> str:
    """Return "45 %"."""
    return f"{round(100 * share)} %"


def times(count: int) -> str:
    """Return "once", "twice", "7 times"."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def length(seconds: float) -> str:
    """Return "48 s" or "2 min 5 s"."""
    minutes, rest = divmod(round(seconds), 60)
    if not minutes:
        return f"{rest} s"
    return f"{minutes} min {rest} s" if rest else f"{minutes} min"
