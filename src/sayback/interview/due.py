"""Which questions are due again, spaced by the FSRS scheduler from the user's own ratings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from sayback.library import TakeQuestion
from sayback.library.take_row import TakeRow

if TYPE_CHECKING:
    from fsrs import Card, Scheduler

Answered = Mapping[str, Sequence[TakeRow]]
"""Takes of each question's id, the oldest first."""
_NAME_THE_YEAR = timedelta(days=300)


def due(answered: Answered, now: datetime) -> tuple[tuple[TakeQuestion, str], ...]:
    """Return the questions that are due, each with the reason, the most nearly forgotten first."""
    from fsrs import Scheduler

    # In days, since nobody answers a question again after ten minutes; and without chance.
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    found: list[tuple[float, TakeQuestion, str]] = []
    for takes in answered.values():
        rated = [row for row in takes if row.rating]
        question = takes[-1].question
        if not rated or question is None:
            continue
        card = _card(scheduler, rated)
        late = (now.date() - card.due.astimezone(now.tzinfo).date()).days
        if late < 0:
            continue
        left = scheduler.get_card_retrievability(card, now.astimezone(UTC))
        on = _written(day_of(rated[-1], now), now)
        reason = f"Rated “{rated[-1].rating}” on {on}; due again {_since(late)}."
        found.append((left, question, reason))
    found.sort(key=lambda each: each[0])
    return tuple((question, reason) for _, question, reason in found)


def day_of(row: TakeRow, now: datetime) -> date | None:
    """Return the day of a take where it is now."""
    return row.moment.astimezone(now.tzinfo).date() if row.moment else None


def _card(scheduler: Scheduler, rated: Sequence[TakeRow]) -> Card:
    from fsrs import Card, Rating

    card = Card(card_id=1)
    for row in rated:
        if row.rating and row.moment:
            rating = Rating[row.rating.capitalize()]
            card, _ = scheduler.review_card(card, rating, row.moment.astimezone(UTC))
    return card


def _written(day: date | None, now: datetime) -> str:
    if day is None:
        return "an earlier day"
    year = f" {day.year}" if now.date() - day > _NAME_THE_YEAR else ""
    return f"{day.day} {day:%B}{year}"


def _since(days: int) -> str:
    if days == 0:
        return "today"
    return "since yesterday" if days == 1 else f"for {days} days"
