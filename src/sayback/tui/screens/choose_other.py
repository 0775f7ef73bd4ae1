"""Which take to compare one with: the only other one at once, else a list to choose from."""

from __future__ import annotations

from collections.abc import Iterable

from sayback.errors import SaybackError
from sayback.library import Take
from sayback.library.take_row import TakeRow
from sayback.library.trends import oldest_first
from sayback.tui import take_lines
from sayback.tui.messages import OpenComparison
from sayback.tui.screens.base import SaybackScreen, tell
from sayback.tui.screens.choose import Choose


def others(rows: Iterable[TakeRow], take: Take) -> tuple[TakeRow, ...]:
    """Return the other takes of a take's question, in the order given."""
    asked = take.question
    if asked is None:
        return ()
    return tuple(
        row
        for row in rows
        if row.id != take.id
        and row.question is not None
        and (row.question.id or row.question.text) == (asked.id or asked.text)
    )


def compare_with_another(screen: SaybackScreen, take: Take) -> None:
    """Open the comparison of a take with another of its question; the earlier one is A."""
    history, app = screen.session.history, screen.app

    def find() -> None:
        try:
            rows = history.rows()
        except (SaybackError, OSError) as error:
            app.call_from_thread(tell, screen, str(error), is_warning=True)
        else:
            app.call_from_thread(ask, rows)

    def ask(rows: tuple[TakeRow, ...]) -> None:
        found = others(rows, take)
        if not found:
            tell(screen, "There is no other take of this question yet: answer it again with r.")
        elif len(found) == 1:
            show(rows, found[0])
        else:
            lines = [(take_lines.when(row), take_lines.figures(row)) for row in found]
            app.push_screen(
                Choose("Compare with which take?", lines),
                lambda place: None if place is None else show(rows, found[place]),
            )

    def show(rows: tuple[TakeRow, ...], other: TakeRow) -> None:
        both = oldest_first(row for row in rows if row.id in (take.id, other.id))
        if len(both) == 2:
            a, b = (history.take(row) for row in both)
            screen.post_message(OpenComparison(a, b))

    screen.run_worker(find, thread=True, group="compare", exclusive=True, exit_on_error=False)
