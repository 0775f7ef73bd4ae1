"""Takes: all of them, the newest first; open, delete, bring back, analyse."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from textual import on, work
from textual.content import Content
from textual.widget import Widget
from textual.widgets import DataTable, Label

from sayback.errors import SaybackError
from sayback.library import Take
from sayback.tui import take_lines
from sayback.tui.keys import bindings
from sayback.tui.messages import OpenTake, Practise
from sayback.tui.screens.base import SaybackScreen, tell
from sayback.tui.session import Session
from sayback.tui.widgets.take_table import TakeTable


class TakesScreen(SaybackScreen):
    """A table of takes."""

    PLACE = "takes"
    BINDINGS = bindings("takes")

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._takes: dict[str, Take] = {}
        self._trashed: list[Path] = []

    def parts(self) -> Iterable[Widget]:
        """Lay out what to know above the table."""
        yield Label(Content("Reading the takes…"), id="count")
        yield Label(Content(""), id="cut-off")
        yield TakeTable(id="takes")

    def on_screen_resume(self) -> None:
        """Read the takes anew: other screens make and change some."""
        super().on_screen_resume()
        self._load()

    @work(thread=True, exclusive=True, group="load", exit_on_error=False)
    def _load(self) -> None:
        library = self.session.services.library
        try:
            takes, cut_off = library.takes(), library.interrupted()
        except (SaybackError, OSError) as error:
            self.app.call_from_thread(tell, self, str(error), is_warning=True)
            return
        self.app.call_from_thread(self._show, takes, take_lines.to_offer(cut_off))

    def _show(self, takes: tuple[Take, ...], cut_off: tuple[Take, ...]) -> None:
        self._takes = {take.id: take for take in takes}
        folder = self.session.services.library.folder
        self.query_one("#count", Label).update(Content(f"{len(takes)} takes in {folder}"))
        offer = self.query_one("#cut-off", Label)
        offer.display = bool(cut_off)
        offer.update(Content(f"‼ {take_lines.cut_off_sentence(cut_off)} Mark it and press a."))
        self.query_one(TakeTable).show(takes)
        self.refresh_bindings()

    @property
    def marked(self) -> Take | None:
        """The take that the keys are about."""
        return self._takes.get(self.query_one(TakeTable).marked_id or "")

    @on(DataTable.RowHighlighted)
    def _offer_keys(self) -> None:
        self.refresh_bindings()

    @on(DataTable.RowSelected)
    def action_open(self) -> None:
        """Open the marked take."""
        if take := self.marked:
            self.post_message(OpenTake(take))

    def action_again(self) -> None:
        """Answer the marked take's question again."""
        if (take := self.marked) and take.question:
            self.post_message(Practise(self.session.order(take.question)))

    def action_delete(self) -> None:
        """Move the marked take to the trash."""
        if take := self.marked:
            self._delete(take)

    @work(thread=True, group="delete", exit_on_error=False)
    def _delete(self, take: Take) -> None:
        try:
            path = self.session.services.library.trash(take)
        except (SaybackError, OSError) as error:
            self.app.call_from_thread(tell, self, str(error), is_warning=True)
            return
        self._trashed.append(path)
        self.session.takes_version += 1
        self.app.call_from_thread(tell, self, f"{take_lines.when(take)} is in the trash; u undoes.")
        self.app.call_from_thread(self._load)

    def action_undo(self) -> None:
        """Bring back the take that was deleted last."""
        if self._trashed:
            self._restore(self._trashed.pop())

    @work(thread=True, group="delete", exit_on_error=False)
    def _restore(self, path: Path) -> None:
        library = self.session.services.library
        try:
            library.restore(library.take_at(path))
        except (SaybackError, OSError) as error:
            self.app.call_from_thread(tell, self, str(error), is_warning=True)
        self.session.takes_version += 1
        self.app.call_from_thread(self._load)

    def action_analyse(self) -> None:
        """Analyse the marked take now."""
        if take := self.marked:
            tell(self, f"Analysing {take_lines.when(take)}.")
            self._analyse(take)

    @work(thread=True, group="analyse", exit_on_error=False)
    def _analyse(self, take: Take) -> None:
        session = self.session
        try:
            session.analyse(take)
        except SaybackError as error:
            self.app.call_from_thread(tell, self, str(error), is_warning=True)
        else:
            self.app.call_from_thread(self._load)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what the marked take allows."""
        take = self.marked if self.is_mounted else None
        if action == "undo":
            return bool(self._trashed)
        if action == "analyse":
            return take is not None and take.pending
        if action == "again":
            return take is not None and take.question is not None
        if action in ("open", "delete"):
            return take is not None
        return True
