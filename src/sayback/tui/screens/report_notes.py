"""What the listener says of a take: rating, notes, star, bookmarks; kept beside its audio."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from textual import work

from sayback.errors import SaybackError
from sayback.library import RATINGS, Take
from sayback.render.units import clock
from sayback.tui.keeping import bookmarked, keep, without_bookmark
from sayback.tui.moments import next_stop
from sayback.tui.screens.base import tell
from sayback.tui.screens.choose import Choose
from sayback.tui.screens.report_desk import ListeningDesk
from sayback.tui.screens.write import REMOVE, WriteLine, WriteNotes

_MEANINGS = {
    "again": "It did not work: ask me soon.",
    "hard": "It worked, with effort.",
    "good": "I am content with it.",
    "easy": "I could tell it in my sleep.",
}


class TakeNotes(ListeningDesk):
    """Rates, writes, stars, bookmarks."""

    def _keep(self, change: Callable[[Take], Take]) -> None:
        self._write(lambda: keep(self.session, self._view.take, change))

    @work(thread=True, group="keep", exit_on_error=False)
    def _write(self, write: Callable[[], Take]) -> None:
        try:
            take = write()
        except (SaybackError, OSError) as error:
            sentence = f"This could not be kept: {error}"
            self.app.call_from_thread(tell, self, sentence, is_warning=True)
        else:
            self.app.call_from_thread(self._show_take, take)

    def _show_take(self, take: Take) -> None:
        """Show the take as it is now."""
        raise NotImplementedError

    def action_rate(self) -> None:
        """Ask how it went."""

        def rate(place: int | None) -> None:
            if place is not None:
                rating = RATINGS[place]
                self._keep(lambda take: dataclasses.replace(take, rating=rating))

        lines = [(rating.capitalize(), _MEANINGS[rating]) for rating in RATINGS]
        self.app.push_screen(Choose("How did this take go?", lines), rate)

    def action_notes(self) -> None:
        """Write notes on the take."""

        def write(text: str | None) -> None:
            if text is not None and text != self._view.take.notes:
                self._keep(lambda take: dataclasses.replace(take, notes=text))

        self.app.push_screen(WriteNotes("Notes on this take", self._view.take.notes), write)

    def action_star(self) -> None:
        """Star the take, or take the star away."""
        starred = not self._view.take.starred
        self._keep(lambda take: dataclasses.replace(take, starred=starred))

    def action_bookmark(self) -> None:
        """Bookmark the moment that is heard, or change the bookmark that is there."""
        desk = self._desk()
        if desk is None:
            return
        there = self._view.bookmark_near(desk.position_s)
        time_s = round(desk.position_s, 2) if there is None else there.t

        def mark(note: str | None) -> None:
            if note == REMOVE:
                self._keep(lambda take: without_bookmark(take, time_s))
            elif note is not None:
                self._keep(lambda take: bookmarked(take, time_s, note))

        title = f"Bookmark at {clock(time_s)}"
        note = there.note if there else ""
        self.app.push_screen(WriteLine(title, note, removable=there is not None), mark)

    def action_next_bookmark(self) -> None:
        """Go to the next bookmark, after the last one to the first."""
        marks = self._view.take.bookmarks
        desk = self._desk()
        if desk is None:
            return
        if not marks:
            tell(self, "There is no bookmark yet; b makes one.")
            return
        stop = next_stop([mark.t for mark in marks], desk.position_s)
        found = next((mark for mark in marks if mark.t == stop), marks[0])
        desk.go_to(found.t)
        self._follow()
        tell(self, f"{clock(found.t)}  {found.note}".rstrip())
