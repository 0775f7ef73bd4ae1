"""What can be done to the marked take of History."""

from __future__ import annotations

from collections.abc import Callable

from textual import work

from sayback.errors import SaybackError
from sayback.library import Take
from sayback.library.take_row import TakeRow
from sayback.tui import take_lines
from sayback.tui.messages import Practise
from sayback.tui.screens.base import SaybackScreen, tell
from sayback.tui.screens.choose import Choose
from sayback.tui.screens.choose_other import compare_with_another
from sayback.tui.take_view import STILL_NO_WORDS


class HistoryActions(SaybackScreen):
    """A screen with a marked take; says nothing of how takes are shown."""

    @property
    def marked(self) -> TakeRow | None:
        """The take that the keys are about."""
        raise NotImplementedError

    def reload(self) -> object:
        """Take in what has changed on the disk."""
        raise NotImplementedError

    def action_again(self) -> None:
        """Answer the marked take's question again."""
        if (row := self.marked) and row.question:
            self.post_message(Practise(self.session.order(row.question)))

    def action_compare(self) -> None:
        """Compare the marked take with another of its question."""
        if row := self.marked:
            compare_with_another(self, self.session.history.take(row))

    def action_star(self) -> None:
        """Keep the marked take, or no longer."""
        if row := self.marked:
            self._change(lambda: self.session.history.star(row))

    def action_delete(self) -> None:
        """Move the marked take to the trash."""
        if row := self.marked:
            said = f"{take_lines.when(row)} is in the trash; u undoes."
            self._change(lambda: self.session.history.delete(row), said)

    def action_undo(self) -> None:
        """Bring back the take that was deleted last."""
        self._change(self.session.history.undo)

    @work(thread=True, group="change", exit_on_error=False)
    def _change(self, change: Callable[[], None], said: str = "") -> None:
        try:
            change()
        except (SaybackError, OSError) as error:
            self.app.call_from_thread(tell, self, str(error), is_warning=True)
        else:
            if said:
                self.app.call_from_thread(tell, self, said)
        self.session.takes_version += 1
        self.app.call_from_thread(self.reload)

    @work(thread=True, exclusive=True, group="trash", exit_on_error=False)
    def action_trash(self) -> None:
        """Choose a take to bring back from the trash."""
        takes = self.session.history.trashed()
        self.app.call_from_thread(self._choose_trashed, takes)

    def _choose_trashed(self, takes: tuple[Take, ...]) -> None:
        if not takes:
            tell(self, "The trash is empty.")
            return

        def answer(place: int | None) -> None:
            if place is not None:
                said = f"{take_lines.when(takes[place])} is back."
                self._change(lambda: self.session.history.restore(takes[place]), said)

        lines = [(take_lines.question_text(take), take_lines.summary(take)) for take in takes]
        self.app.push_screen(Choose("Which take to bring back?", lines), answer)

    def action_analyse(self) -> None:
        """Analyse the marked take now."""
        if row := self.marked:
            tell(self, f"Analysing {take_lines.when(row)}.")
            self._analyse(self.session.history.take(row))

    @work(thread=True, group="analyse", exit_on_error=False)
    def _analyse(self, take: Take) -> None:
        try:
            analysed = self.session.analyse(take)
        except SaybackError as error:
            self.app.call_from_thread(tell, self, str(error), is_warning=True)
        else:
            self.app.call_from_thread(self.reload)
            if analysed.pending:
                self.app.call_from_thread(tell, self, STILL_NO_WORDS, is_warning=True)
