"""Takes in a line each, as lists show them. No screen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from sayback.library import Take
from sayback.library.take_row import TakeRow, row_of
from sayback.render.units import clock

Listed = Take | TakeRow
AnyListed = TypeVar("AnyListed", Take, TakeRow)

NOT_KNOWN = "–"


def _row(take: Listed) -> TakeRow:
    return take if isinstance(take, TakeRow) else row_of(take)


def length(take: Listed) -> str:
    """Return a take's length as 2:03, where its report says it."""
    seconds = _row(take).duration_s
    return NOT_KNOWN if seconds is None else clock(seconds)


def when(take: Listed) -> str:
    """Return a take's local day and time, such as 22 Nov 2026, 14:32."""
    moment = _row(take).moment
    return f"{moment.day} {moment:%b %Y, %H:%M}" if moment else take.id


def short_when(take: Listed) -> str:
    """Return a take's local day and time without the year, such as 22 Nov 14:32."""
    moment = _row(take).moment
    return f"{moment.day:>2} {moment:%b %H:%M}" if moment else take.id[:12]


def question_text(take: Listed) -> str:
    """Return what was asked."""
    return take.question.text if take.question else "Recording without a question"


def pace(take: Listed) -> str:
    """Return words a minute."""
    wpm = _row(take).figures.get("pace.wpm")
    return NOT_KNOWN if wpm is None else f"{wpm:.0f}"


def fillers_per_minute(take: Listed) -> str:
    """Return filled pauses and markers a minute."""
    rate = _row(take).fillers_per_minute
    return NOT_KNOWN if rate is None else f"{rate:.1f}"


def state(take: Listed) -> str:
    """Return what is special about a take in a word or two, with a sign; empty for a plain one."""
    row = _row(take)
    if not row.has_report:
        return "… pending" if row.complete else "‼ cut off"
    if row.pending:
        return "… no words"
    return "★ kept" if row.starred else ""


def summary(take: Listed) -> str:
    """Return a take without its question in one line."""
    return f"{when(take)} · {figures(take)}"


def figures(take: Listed) -> str:
    """Return a take's length, pace, fillers and state in one line."""
    parts = [length(take)]
    if not take.pending:
        parts += [f"{pace(take)} wpm", f"{fillers_per_minute(take)} fillers/min"]
    return " · ".join([*parts, state(take)]).removesuffix(" · ")


def to_offer(takes: Iterable[AnyListed]) -> tuple[AnyListed, ...]:
    """Return the takes whose recording was cut off and that nobody has looked after yet."""
    return tuple(take for take in takes if not (row := _row(take)).complete and not row.has_report)


def cut_off_sentence(takes: Sequence[Listed]) -> str:
    """Return the sentence that offers takes whose recording was cut off."""
    what = "recording was" if len(takes) == 1 else "recordings were"
    return f"{len(takes)} {what} cut off; what was said until then is kept."


def by_question(takes: Iterable[AnyListed]) -> Mapping[str, tuple[AnyListed, ...]]:
    """Return the takes of each question's id, in the order given."""
    found: dict[str, list[AnyListed]] = defaultdict(list)
    for take in takes:
        if take.question and take.question.id:
            found[take.question.id].append(take)
    return {question_id: tuple(group) for question_id, group in found.items()}
