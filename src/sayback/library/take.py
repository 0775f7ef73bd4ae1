"""Take: one recorded answer with everything that is kept beside its audio."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, get_args

from sayback.analysis import Report
from sayback.questions import KINDS, Question
from sayback.questions.model import DEFAULT_TARGET_S

Rating = Literal["again", "hard", "good", "easy"]
RATINGS: tuple[Rating, ...] = get_args(Rating)


@dataclass(frozen=True, slots=True)
class TakeQuestion:
    """The question as it was asked, kept with the take since packs change."""

    id: str | None
    """None for a question that is in no pack."""
    text: str
    kind: str | None = None
    target_s: int | None = None

    @classmethod
    def of(cls, question: Question) -> TakeQuestion:
        """Return what a take keeps of a question."""
        return cls(question.id or None, question.text, question.kind, question.target_s)

    def asked(self) -> Question:
        """Return it as the analysis wants it."""
        kind = next((kind for kind in KINDS if kind == self.kind), None)
        return Question(
            id=self.id or "",
            text=self.text,
            kind=kind,
            target_s=self.target_s or DEFAULT_TARGET_S,
        )


@dataclass(frozen=True, slots=True)
class RecordingInfo:
    """How the audio came to be."""

    started_at: str | None = None
    """ISO 8601 with offset."""
    device: str | None = None
    sample_rate_hz: int | None = None
    cuts: tuple[float, ...] = ()
    """Seconds in the audio at which the recorder was paused: never pauses in speech."""
    complete: bool = True
    """False while it is recorded, and for ever if that was cut off."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A marked moment."""

    t: float
    """Seconds from the start of the audio."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Take:
    """One recorded answer."""

    id: str
    """Date folder and stem, such as "2026-11-22/143205-dive-deep"."""
    audio_path: Path
    question: TakeQuestion | None = None
    recording: RecordingInfo = field(default_factory=RecordingInfo)
    report: Report | None = None
    notes: str = ""
    rating: Rating | None = None
    starred: bool = False
    bookmarks: tuple[Bookmark, ...] = ()
    corrections: tuple[Mapping[str, Any], ...] = ()
    """As `analysis.correction` describes them; `report` has them applied."""
    uncorrected: Report | None = None
    """The report before corrections, kept while there are any."""
    links: tuple[str, ...] = ()
    """Ids of related takes, such as the one that a follow-up question followed."""
    extra: Mapping[str, Any] = field(default_factory=dict)
    """Keys of the JSON that this version does not know: kept, never touched."""

    @property
    def json_path(self) -> Path:
        """File beside the audio with the same stem."""
        return self.audio_path.with_suffix(".json")

    @property
    def pending(self) -> bool:
        """Whether its words are not known yet."""
        return self.report is None or self.report.transcript.status == "pending"
