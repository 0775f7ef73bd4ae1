"""`sayback.take/1`: a take as the JSON document that lies beside its audio."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sayback.analysis import report_json
from sayback.errors import LibraryError
from sayback.library.take import RATINGS, Bookmark, RecordingInfo, Take, TakeQuestion

SCHEMA = "sayback.take/1"
_KNOWN = {
    "schema", "question", "recording", "report", "notes", "rating", "starred", "bookmarks",
    "corrections", "uncorrected", "links",
}  # fmt: skip


def as_json(take: Take) -> dict[str, Any]:
    """Return the document that is written beside the audio."""
    question = take.question
    recording = take.recording
    return {
        "schema": SCHEMA,
        "question": question
        and {
            "id": question.id,
            "text": question.text,
            "kind": question.kind,
            "target_s": question.target_s,
        },
        "recording": {
            "started_at": recording.started_at,
            "device": recording.device,
            "sample_rate_hz": recording.sample_rate_hz,
            "cuts": list(recording.cuts),
            "complete": recording.complete,
        },
        "report": take.report and report_json.as_json(take.report),
        "notes": take.notes,
        "rating": take.rating,
        "starred": take.starred,
        "bookmarks": [{"t": mark.t, "note": mark.note} for mark in take.bookmarks],
        "corrections": [dict(correction) for correction in take.corrections],
        **_uncorrected(take),
        "links": list(take.links),
        **take.extra,
    }


def _uncorrected(take: Take) -> dict[str, Any]:
    return {"uncorrected": report_json.as_json(take.uncorrected)} if take.uncorrected else {}


def from_json(document: Any, *, take_id: str, audio_path: Path) -> Take:
    """Read the document; what is missing has its default.

    Raises
    ------
    LibraryError
        When it is not a `sayback.take/1`.
    """
    try:
        return _take(document, take_id, audio_path)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise LibraryError(
            f"{audio_path.with_suffix('.json')} is damaged; `sayback batch` makes it anew "
            "from the audio."
        ) from error


def _take(document: Any, take_id: str, audio_path: Path) -> Take:
    if document["schema"] != SCHEMA:
        raise ValueError(document["schema"])
    question = document.get("question")
    recording = document.get("recording") or {}
    report = document.get("report")
    uncorrected = document.get("uncorrected")
    rating = document.get("rating")
    return Take(
        id=take_id,
        audio_path=audio_path,
        question=TakeQuestion(
            question.get("id"), str(question["text"]), question.get("kind"),
            question.get("target_s"),
        )
        if question
        else None,
        recording=RecordingInfo(
            started_at=recording.get("started_at"),
            device=recording.get("device"),
            sample_rate_hz=recording.get("sample_rate_hz"),
            cuts=tuple(float(cut) for cut in recording.get("cuts", ())),
            complete=bool(recording.get("complete", True)),
        ),
        report=report_json.from_json(report) if report else None,
        notes=str(document.get("notes") or ""),
        rating=rating if rating in RATINGS else None,
        starred=bool(document.get("starred", False)),
        bookmarks=tuple(
            Bookmark(float(mark["t"]), str(mark.get("note", "")))
            for mark in document.get("bookmarks") or ()
        ),
        corrections=tuple(document.get("corrections") or ()),
        uncorrected=report_json.from_json(uncorrected) if uncorrected else None,
        links=tuple(str(link) for link in document.get("links") or ()),
        extra={key: value for key, value in document.items() if key not in _KNOWN},
    )  # fmt: skip
