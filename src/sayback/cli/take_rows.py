"""How takes are listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayback.library import Take


def searched(take: Take) -> str:
    """Return what a search looks through."""
    return f"{take.id} {take.question.text if take.question else ''}".casefold()


def line(take: Take) -> str:
    """Return a take as one line of a list."""
    from sayback.render.safe_text import clean

    length_s = _length_s(take)
    length = "?:??" if length_s is None else f"{int(length_s) // 60}:{int(length_s) % 60:02d}"
    pace = ""
    if take.report is not None and take.report.pace.wpm is not None:
        pace = f"{take.report.pace.wpm:.0f} wpm"
    state = "cut off" if not take.recording.complete else "words pending" if take.pending else pace
    star = "★" if take.starred else " "
    question = take.question.text if take.question else ""
    return clean(f"{star} {take.id:<40} {length:>6}  {state:<13} {question}")


def _length_s(take: Take) -> float | None:
    if take.report is not None and take.report.take.duration_s is not None:
        return take.report.take.duration_s
    from sayback.audio.probe import probe_duration_s

    return probe_duration_s(take.audio_path)


def as_json_row(take: Take) -> dict[str, object]:
    """Return a take as one entry of a JSON list."""
    report = take.report
    return {
        "id": take.id,
        "audio": str(take.audio_path),
        "question_id": take.question.id if take.question else None,
        "question": take.question.text if take.question else None,
        "recorded_at": take.recording.started_at,
        "duration_s": _length_s(take),
        "words": "pending" if report is None else report.transcript.status,
        "wpm": report.pace.wpm if report else None,
        "rating": take.rating,
        "starred": take.starred,
    }


def remarks(take: Take) -> list[str]:
    """Return what is kept with a take beside its report."""
    found = [str(take.audio_path)]
    if take.rating:
        found.append(f"Rated {take.rating}.")
    if take.notes:
        found.append(f"Notes: {take.notes}")
    return found
