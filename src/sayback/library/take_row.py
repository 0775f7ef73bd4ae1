"""TakeRow: what lists, trends and plans need of a take, without its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from sayback.analysis.report import Part, Report
from sayback.library.take import Rating, Take, TakeQuestion
from sayback.library.trend_figures import TREND_FIGURES


@dataclass(frozen=True, slots=True)
class TakeRow:
    """One take of the index."""

    id: str
    audio: str
    """Path of the audio below the library's folder, with forward slashes."""
    question: TakeQuestion | None = None
    started_at: str | None = None
    """ISO 8601 with offset."""
    duration_s: float | None = None
    rating: Rating | None = None
    starred: bool = False
    complete: bool = True
    """False while it is recorded, and for ever if that was cut off."""
    has_report: bool = False
    pending: bool = True
    """Whether its words are not known yet."""
    missing: tuple[Part, ...] = ()
    """Parts of STAR that it lacks, where STAR applies."""
    fillers_per_minute: float | None = None
    """Filled pauses and markers together."""
    figures: Mapping[str, float] = field(default_factory=dict)
    """The known ones of `TREND_FIGURES` by their ids."""

    @property
    def moment(self) -> datetime | None:
        """When it was recorded, by the clock of that place."""
        try:
            return datetime.fromisoformat(self.started_at) if self.started_at else None
        except ValueError:
            return None


def row_of(take: Take) -> TakeRow:
    """Return a take's row."""
    report = take.report
    values = {f.id: f.of(report) for f in TREND_FIGURES.values()} if report else {}
    return TakeRow(
        id=take.id,
        audio=f"{take.audio_path.parent.name}/{take.audio_path.name}",
        question=take.question,
        started_at=take.recording.started_at,
        duration_s=report.take.duration_s if report else None,
        rating=take.rating,
        starred=take.starred,
        complete=take.recording.complete,
        has_report=report is not None,
        pending=take.pending,
        missing=report.star.missing if report and report.star.applies else (),
        fillers_per_minute=_fillers_per_minute(report) if report else None,
        figures={key: value for key, value in values.items() if value is not None},
    )


def _fillers_per_minute(report: Report) -> float | None:
    rates = (report.fillers.filled_pauses.per_minute, report.fillers.markers.per_minute)
    known = [rate for rate in rates if rate is not None]
    return sum(known) if known else None


def as_json(row: TakeRow) -> dict[str, Any]:
    """Return a row as a JSON object."""
    return asdict(row)


def from_json(document: Mapping[str, Any]) -> TakeRow:
    """Read what `as_json` wrote; raises TypeError or KeyError for anything else."""
    question = document["question"]
    changed = {
        "question": TakeQuestion(**question) if question else None,
        "missing": tuple(document["missing"]),
    }
    return TakeRow(**{**document, **changed})
