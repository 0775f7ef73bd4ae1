"""Takes in a line each, as lists show them. No screen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sayback.library import Take
from sayback.render.units import clock

NOT_KNOWN = "–"


def length(take: Take) -> str:
    """Return a take's length as 2:03, where its report says it."""
    seconds = take.report.take.duration_s if take.report else None
    return NOT_KNOWN if seconds is None else clock(seconds)


def when(take: Take) -> str:
    """Return a take's local day and time, such as 22 Nov 2026, 14:32."""
    moment = _moment(take)
    return f"{moment.day} {moment:%b %Y, %H:%M}" if moment else take.id


def _moment(take: Take) -> datetime | None:
    started = take.recording.started_at
    try:
        return datetime.fromisoformat(started) if started else None
    except ValueError:
        return None


def short_when(take: Take) -> str:
    """Return a take's local day and time without the year, such as 22 Nov 14:32."""
    moment = _moment(take)
    return f"{moment.day:>2} {moment:%b %H:%M}" if moment else take.id[:12]


def question_text(take: Take) -> str:
    """Return what was asked."""
    return take.question.text if take.question else "Recording without a question"


def pace(take: Take) -> str:
    """Return words a minute."""
    wpm = take.report.pace.wpm if take.report else None
    return NOT_KNOWN if wpm is None else f"{wpm:.0f}"


def fillers_per_minute(take: Take) -> str:
    """Return filled pauses and markers a minute."""
    if take.report is None:
        return NOT_KNOWN
    fillers = take.report.fillers
    rates = (fillers.filled_pauses.per_minute, fillers.markers.per_minute)
    known = [rate for rate in rates if rate is not None]
    return f"{sum(known):.1f}" if known else NOT_KNOWN


def state(take: Take) -> str:
    """Return what is special about a take in a word or two, with a sign; empty for a plain one."""
    if not take.recording.complete and take.report is None:
        return "‼ cut off"
    if take.report is None:
        return "… pending"
    if take.pending:
        return "… no words"
    return "★ kept" if take.starred else ""


def summary(take: Take) -> str:
    """Return a take without its question in one line."""
    parts = [when(take), length(take)]
    if not take.pending:
        parts += [f"{pace(take)} wpm", f"{fillers_per_minute(take)} fillers/min"]
    return " · ".join([*parts, state(take)]).removesuffix(" · ")


def to_offer(interrupted: Iterable[Take]) -> tuple[Take, ...]:
    """Return the takes whose recording was cut off and that nobody has looked after yet."""
    return tuple(take for take in interrupted if take.report is None)


def cut_off_sentence(takes: Sequence[Take]) -> str:
    """Return the sentence that offers takes whose recording was cut off."""
    what = "recording was" if len(takes) == 1 else "recordings were"
    return f"{len(takes)} {what} cut off; what was said until then is kept."


def by_question(takes: Iterable[Take]) -> Mapping[str, tuple[Take, ...]]:
    """Return the takes of each question's id, in the order given."""
    found: dict[str, list[Take]] = defaultdict(list)
    for take in takes:
        if take.question and take.question.id:
            found[take.question.id].append(take)
    return {question_id: tuple(group) for question_id, group in found.items()}
