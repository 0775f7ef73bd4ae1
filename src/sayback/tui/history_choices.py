"""What the filters of History offer. No screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from sayback.library.row_filter import RowFilter
from sayback.library.take_row import TakeRow
from sayback.questions import Catalogue
from sayback.tui.filters import competences_in

Options = tuple[tuple[str, str], ...]
"""Label and value of each choice; the empty value lets everything pass."""

DATES: Options = (
    ("Any time", ""),
    ("Today", "0"),
    ("Last 7 days", "6"),
    ("Last 30 days", "29"),
    ("Last 90 days", "89"),
)
OTHER_DATES = "other"
STATES: Options = (("All takes", ""), ("★ Starred", "starred"), ("… No words", "pending"))


def packs(catalogue: Catalogue) -> Options:
    """Return the packs to choose from."""
    return (("Any pack", ""), *((pack.title, pack.id) for pack in catalogue.packs))


def principles(catalogue: Catalogue, pack: str) -> Options:
    """Return the principles of a pack to choose from."""
    return (("Any principle", ""), *competences_in(catalogue, pack))


def questions(rows: Sequence[TakeRow], chosen: RowFilter, catalogue: Catalogue) -> Options:
    """Return the questions that have takes and pass pack and principle, the latest first."""
    passing = RowFilter(chosen.pack, chosen.competence).rows(rows, catalogue)
    found = {
        row.question.id: row.question.text for row in passing if row.question and row.question.id
    }
    return (("Any question", ""), *((text, key) for key, text in found.items()))


def in_time(chosen: RowFilter, value: str, today: date) -> RowFilter:
    """Return a filter with one of `DATES` as seen from today."""
    since = today - timedelta(days=int(value)) if value else None
    return replace(chosen, since=since, until=None)


def in_state(chosen: RowFilter, value: str) -> RowFilter:
    """Return a filter with one of `STATES`."""
    return replace(chosen, starred=value == "starred", pending=value == "pending")


def range_label(since: date | None, until: date | None) -> str:
    """Return a range of dates in a few letters."""
    if since and until:
        return f"{since:%d.%m.} – {until:%d.%m.%y}"
    return f"From {since:%d %b %y}" if since else f"To {until:%d %b %y}" if until else "Any time"
