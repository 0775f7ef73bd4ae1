"""The filters above the takes, in one line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message

from sayback.library.row_filter import RowFilter
from sayback.library.take_row import TakeRow
from sayback.questions import Catalogue
from sayback.tui import history_choices
from sayback.tui.widgets.choice import Choice


class HistoryFilters(Horizontal):
    """Lets the user choose pack, principle, question, time and state."""

    @dataclass
    class Changed(Message):
        """Something else was chosen."""

    @dataclass
    class DatesWanted(Message):
        """The user wants to say from when to when."""

    def __init__(self) -> None:
        super().__init__(id="filters")
        self.filter = RowFilter()
        self._rows: Sequence[TakeRow] = ()
        self._catalogue = Catalogue(())
        self._today = date.min

    def compose(self) -> ComposeResult:
        """Lay out the choices."""
        for name in ("pack", "principle", "question", "dates", "state"):
            yield Choice(f"of-{name}")

    def show(self, rows: Sequence[TakeRow], catalogue: Catalogue, today: date) -> None:
        """Fill in what there is to choose from; what is chosen stays chosen."""
        self._rows, self._catalogue, self._today = rows, catalogue, today
        self._fill()

    def clear(self) -> None:
        """Let everything pass."""
        self.filter = RowFilter()
        self._fill()
        self._choice("dates").offer(self._dates(), "")
        self._choice("state").offer(history_choices.STATES, "")
        self.post_message(self.Changed())

    def set_dates(self, since: date | None, until: date | None) -> None:
        """Let only these days pass, both included."""
        self.filter = replace(self.filter, since=since, until=until)
        chosen = history_choices.OTHER_DATES if since or until else ""
        self._choice("dates").offer(self._dates(), chosen)
        self.post_message(self.Changed())

    def _choice(self, name: str) -> Choice:
        return self.query_one(f"#of-{name}", Choice)

    def _fill(self) -> None:
        now, catalogue = self.filter, self._catalogue
        self._offer("pack", history_choices.packs(catalogue), now.pack)
        principles = history_choices.principles(catalogue, now.pack)
        self._offer("principle", principles, now.competence)
        questions = history_choices.questions(self._rows, now, catalogue)
        self._offer("question", questions, now.question)
        if not self._choice("dates").chosen:
            self._offer("dates", self._dates(), "")
        if not self._choice("state").chosen:
            self._offer("state", history_choices.STATES, "")

    def _dates(self) -> history_choices.Options:
        since, until = self.filter.since, self.filter.until
        label = history_choices.range_label(since, until) if until else "From … to …"
        return (*history_choices.DATES, (label, history_choices.OTHER_DATES))

    def _offer(self, name: str, options: history_choices.Options, chosen: str) -> None:
        known = any(value == chosen for _, value in options)
        self._choice(name).offer(options, chosen if known else "")

    @on(Choice.Chosen)
    def _choose(self, event: Choice.Chosen) -> None:
        event.stop()
        value = event.value
        if event.name == "of-pack":
            self.filter = replace(self.filter, pack=value, competence="", question="")
        elif event.name == "of-principle":
            self.filter = replace(self.filter, competence=value, question="")
        elif event.name == "of-question":
            self.filter = replace(self.filter, question=value)
        elif event.name == "of-state":
            self.filter = history_choices.in_state(self.filter, value)
        elif value == history_choices.OTHER_DATES:
            self.post_message(self.DatesWanted())
            return
        else:
            self.filter = history_choices.in_time(self.filter, value, self._today)
        if event.name in ("of-pack", "of-principle"):
            self._fill()
        self.post_message(self.Changed())
