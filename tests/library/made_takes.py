"""Takes made by hand, with words and figures that a test chooses."""

from __future__ import annotations

from sayback.analysis.report import Fillers, Pace, Rate, Report, Star, TakeInfo
from sayback.library import Library, RecordingInfo, Take, TakeQuestion
from sayback.library.take_row import TakeRow
from sayback.transcript import Transcript, Word

DIVE = TakeQuestion("dive-deep", "What did you find?", "behavioural", 120)


def words(text: str) -> tuple[Word, ...]:
    """Speak a text, half a second a word."""
    return tuple(
        Word(word, 0.5 * place, 0.5 * place + 0.4) for place, word in enumerate(text.split())
    )


def report(text: str | None = "", *, wpm: float | None = None, fillers: float | None = None,
           missing: tuple[str, ...] = ()) -> Report:  # fmt: skip
    """Return a report with those words; None for words that are not known yet."""
    return Report(
        take=TakeInfo(duration_s=65.0),
        transcript=Transcript.pending() if text is None else Transcript(words(text)),
        pace=Pace(wpm=wpm),
        fillers=Fillers(filled_pauses=Rate(per_100_words=fillers)),
        star=Star(applies=True, missing=missing),
    )


def put(library: Library, take_id: str, of: Report | None = None, *,
        question: TakeQuestion | None = DIVE, **values: object) -> Take:  # fmt: skip
    """Put a take into a library."""
    path = library.folder / f"{take_id}.wav"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"RIFF")
    day, _, time = take_id.partition("/")
    recording = RecordingInfo(f"{day}T{time[:2]}:{time[2:4]}:{time[4:6]}+01:00")
    take = Take(take_id, path, question, recording, of, **values)
    library.save(take)
    return take


def row(day: int, *, question: str | None = "dive-deep", hour: int = 12, month: int = 11,
        **values: object) -> TakeRow:  # fmt: skip
    """Return the row of a take of a day of 2026."""
    take_id = f"2026-{month:02d}-{day:02d}/{hour:02d}0000-x"
    asked = TakeQuestion(question, f"About {question}?") if question else None
    started = f"2026-{month:02d}-{day:02d}T{hour:02d}:00:00+01:00"
    known = {"question": asked, "started_at": started, "pending": False, **values}
    return TakeRow(take_id, f"{take_id}.wav", **known)
