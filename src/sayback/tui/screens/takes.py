"""History: all takes, what was said in them, and how the figures move."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from textual import on, work
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.css.query import NoMatches
from textual.widget import Widget
from textual.widgets import DataTable, Input, Label, OptionList

from sayback.errors import SaybackError
from sayback.library.search import Found, parse
from sayback.library.take_row import TakeRow
from sayback.render.units import counted
from sayback.tui import take_lines
from sayback.tui.keys import bindings
from sayback.tui.messages import OpenTake
from sayback.tui.one_sound import OneSound
from sayback.tui.screens.base import tell
from sayback.tui.screens.history_actions import HistoryActions
from sayback.tui.session import Session
from sayback.tui.widgets.history_filters import HistoryFilters
from sayback.tui.widgets.hit_list import HitList
from sayback.tui.widgets.take_table import TakeTable
from sayback.tui.widgets.trends_pane import TrendsPane

_TYPING_S = 0.15
"""A search begins once nothing was typed for so long."""


class TakesScreen(HistoryActions):
    """Filters and search above a table of takes; the trends beside it, or in its place."""

    PLACE = "takes"
    BINDINGS = bindings("takes")

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._everything: tuple[TakeRow, ...] = ()
        self._rows: dict[str, TakeRow] = {}
        self._found: Found | None = None
        self._cut_off: tuple[TakeRow, ...] = ()
        self._sound = OneSound(session)

    def parts(self) -> Iterable[Widget]:
        """Lay out search and filters above the panes."""
        yield Input(placeholder="Search everything you said  ( / )", id="search", compact=True)
        yield HistoryFilters()
        yield Label(Content("Reading the takes…"), id="count")
        yield Label(Content(""), id="cut-off")
        listed = Vertical(TakeTable(id="takes"), HitList(id="found"), id="listed")
        yield Horizontal(listed, TrendsPane(), id="panes")

    def on_mount(self) -> None:
        """Begin at the table."""
        self.query_one(TakeTable).focus()

    def on_unmount(self) -> None:
        """Fall silent."""
        self._sound.end()

    def on_screen_resume(self) -> None:
        """Read the takes anew: other screens make and change some."""
        super().on_screen_resume()
        self.reload()

    def on_screen_suspend(self) -> None:
        """Leave the loudspeaker to the next screen."""
        self._sound.stop()

    @work(thread=True, exclusive=True, group="load", exit_on_error=False)
    def reload(self) -> None:
        """Take in what has changed on the disk."""
        history = self.session.history
        query = self.app.call_from_thread(lambda: self.query_one("#search", Input).value)
        try:
            rows = history.rows()
            cut_off = history.cut_off(rows)
            found = history.search(query) if parse(query) else None
        except (SaybackError, OSError) as error:
            self.app.call_from_thread(tell, self, str(error), is_warning=True)
            return
        self.app.call_from_thread(self._take_in, rows, cut_off, found)

    def _take_in(
        self, rows: tuple[TakeRow, ...], cut_off: tuple[TakeRow, ...], found: Found | None
    ) -> None:
        self._everything, self._cut_off, self._found = rows, cut_off, found
        today = self.session.services.now().date()
        self.query_one(HistoryFilters).show(rows, self.session.catalogue, today)
        self._show()

    @on(HistoryFilters.Changed)
    def _show(self) -> None:
        chosen = self.query_one(HistoryFilters).filter
        rows = chosen.rows(self._everything, self.session.catalogue)
        self._rows = {row.id: row for row in rows}
        offer = self.query_one("#cut-off", Label)
        offer.display = bool(self._cut_off)
        offer.update(Content(f"‼ {take_lines.cut_off_sentence(self._cut_off)} Press a on it."))
        self.query_one(TakeTable).show(rows)
        self.query_one(TrendsPane).show(rows, self._everything)
        self._show_found()
        self.refresh_bindings()

    def _show_found(self) -> None:
        """Show what the search found in the takes that pass, or the table without a search."""
        table, hits = self.query_one(TakeTable), self.query_one(HitList)
        was_in_list = self.focused in (table, hits)
        table.display, hits.display = self._found is None, self._found is not None
        shown, total = len(self._rows), len(self._everything)
        some = "" if shown == total else f"{shown} of "
        folder = self.session.services.library.folder
        count = f"{some}{total} takes in {folder}"
        if not total:
            count = f"No takes yet: Esc, then Enter on a question. They will be kept in {folder}"
        if self._found is not None:
            passing = tuple(hit for hit in self._found.hits if hit.row.id in self._rows)
            hits.show(Found(passing, self._found.takes))
            count = _said_in(len(passing), self._found)
        self.query_one("#count", Label).update(Content(count))
        if was_in_list:
            self.action_list()

    @on(Input.Changed, "#search")
    def _typed(self) -> None:
        self.set_timer(_TYPING_S, self._search_if_still(self.query_one("#search", Input).value))

    def _search_if_still(self, query: str) -> Callable[[], None]:
        def search() -> None:
            if self.is_mounted and self.query_one("#search", Input).value == query:
                self.reload()

        return search

    @on(Input.Submitted, "#search")
    def action_list(self) -> None:
        """Go to the table, or to what was found."""
        hits = self.query_one(HitList)
        (hits if hits.display else self.query_one(TakeTable)).focus()

    @property
    def marked(self) -> TakeRow | None:
        """The take that the keys are about."""
        if self._found is not None:
            place = self.query_one(HitList).marked
            return self._rows.get(place[0].row.id) if place else None
        return self._rows.get(self.query_one(TakeTable).marked_id or "")

    @on(DataTable.RowHighlighted)
    @on(OptionList.OptionHighlighted, "#found")
    def _offer_keys(self) -> None:
        self.refresh_bindings()

    @on(DataTable.RowSelected)
    def action_open(self) -> None:
        """Open the marked take."""
        if row := self.marked:
            self.post_message(OpenTake(self.session.history.take(row)))

    def action_open_found(self) -> None:
        """Open the take of the marked place."""
        self.action_open()

    @on(OptionList.OptionSelected, "#found")
    def action_hear(self) -> None:
        """Play the marked place."""
        place = self.query_one(HitList).marked
        if place is None:
            return
        if place[1].start_s is None:
            tell(self, "These words came from a file without times, so their place is not known.")
        else:
            self._play(place[0].row, place[1].start_s)

    @work(thread=True, exclusive=True, group="sound", exit_on_error=False)
    def _play(self, row: TakeRow, start_s: float) -> None:
        try:
            self._sound.play(self.session.history.take(row).audio_path, start_s)
        except SaybackError as error:
            self.app.call_from_thread(tell, self, str(error), is_warning=True)
        self.app.call_from_thread(self.refresh_bindings)

    def action_stop(self) -> None:
        """Stop playing."""
        self._sound.stop()
        self.refresh_bindings()

    def action_search(self) -> None:
        """Go to the search field."""
        self.remove_class("-trends")
        self.query_one("#search").focus()

    def action_filters(self) -> None:
        """Go to the filters."""
        self.query_one("#of-pack").focus()

    def action_clear(self) -> None:
        """Clear search and filters."""
        self.query_one("#search", Input).value = ""
        self.query_one(HistoryFilters).clear()
        self.reload()
        self.action_list()

    def action_trends(self) -> None:
        """Show the trends in place of the table, or the other way round."""
        pane = self.query_one(TrendsPane)
        if pane.has_focus_within:
            self.remove_class("-trends")
            self.action_list()
        else:
            self.add_class("-trends")
            pane.focus_list()

    def action_back(self) -> None:
        """Leave the search or the trends, else the screen."""
        if isinstance(self.focused, Input):
            self.action_list()
        elif self.query_one(TrendsPane).has_focus_within:
            self.action_trends()
        elif self._found is not None:
            self.query_one("#search", Input).value = ""
        else:
            super().action_back()

    @on(HistoryFilters.DatesWanted)
    def _ask_dates(self) -> None:
        from sayback.tui.screens.dates import DatesDialog

        filters = self.query_one(HistoryFilters)

        def answer(dates: tuple[date | None, date | None] | None) -> None:
            filters.set_dates(*(dates or (filters.filter.since, filters.filter.until)))

        self.app.push_screen(DatesDialog(filters.filter.since, filters.filter.until), answer)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what the focus and the marked take allow."""
        try:
            searching, row = self._found is not None, self.marked if self.is_mounted else None
            in_list = self.is_mounted and self.focused in (
                self.query_one(TakeTable), self.query_one(HitList),
            )  # fmt: skip
            # Nothing is done to a take that is out of sight behind the trends.
            in_sight = self.query_one("#listed").display
        except NoMatches:
            return False
        if action == "search":
            return not isinstance(self.focused, Input)
        if action in ("hear", "open_found"):
            return searching and in_list and row is not None
        if action == "open":
            return in_list and not searching and row is not None
        if action == "stop":
            return self._sound.is_playing
        if action == "undo":
            return bool(self.session.history.deleted)
        if action == "analyse":
            return row is not None and row.pending and in_sight
        if action in ("again", "compare"):
            return row is not None and row.question is not None and in_sight
        if action == "delete":
            return row is not None and in_sight and not searching
        if action == "star":
            return row is not None and in_sight
        return True


def _said_in(shown: int, found: Found) -> str:
    if not found.takes:
        return "That was never said in a take whose words are known."
    older = found.takes - len(found.hits)
    more = f"; {older} older ones as well" if older else ""
    return f"Said in {counted(shown, 'take')}{more}"
