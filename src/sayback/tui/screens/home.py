"""Home: choose a question, see what a good answer does, open earlier takes."""

from __future__ import annotations

import random
from collections.abc import Iterable

from textual import on, work
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Input, Label, Select, Static

from sayback.config import Config
from sayback.errors import SaybackError
from sayback.interview.study import Suggestion
from sayback.library import TakeQuestion
from sayback.library.take_row import TakeRow
from sayback.questions import Catalogue, Question
from sayback.tui import take_lines
from sayback.tui.details import question_details
from sayback.tui.keys import bindings
from sayback.tui.messages import OpenTake, OpenTakes, Practise
from sayback.tui.screens.base import SaybackScreen, tell
from sayback.tui.screens.choose import Choose
from sayback.tui.session import Session
from sayback.tui.widgets.question_list import QuestionList, Takes
from sayback.tui.widgets.sidebar import Sidebar
from sayback.tui.widgets.take_list import TakeList
from sayback.tui.widgets.today_list import TodayList


class HomeScreen(SaybackScreen):
    """Packs and filters, the questions, and the marked question's details."""

    PLACE = "home"
    HINT = "F2 setup, F4 settings"
    BINDINGS = bindings("home")

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._shown: tuple[Question, ...] = ()
        self._takes: Takes = {}
        self._takes_seen = -1
        self._rows: tuple[TakeRow, ...] | None = None

    def parts(self) -> Iterable[Widget]:
        """Lay out sidebar, list and details."""
        search = Input(placeholder="Search questions  ( / )", id="search", compact=True)
        details = VerticalScroll(
            Static(id="details-text", markup=False),
            Label("Earlier takes", id="earlier-heading", classes="heading"),
            TakeList(id="earlier"),
            id="details",
        )
        today = TodayList(id="today")
        today.border_title = "Today"
        middle = Vertical(today, search, QuestionList(id="questions"), id="middle")
        yield Horizontal(Sidebar(), Horizontal(middle, details, id="main"), id="home")

    def on_mount(self) -> None:
        """Read the packs and the takes while the empty screen is up already."""
        self.query_one("#questions").focus()
        self._load_catalogue()

    def on_screen_resume(self) -> None:
        """Show what happened on other screens."""
        super().on_screen_resume()
        if self._takes_seen != self.session.takes_version:
            self._takes_seen = self.session.takes_version
            self._load_takes()

    def settings_changed(self, before: Config) -> None:
        """Go over to the pack that was set."""
        pack = self.session.config.practice.pack
        if pack != before.practice.pack:
            self.query_one(Sidebar).show(self.session.catalogue, pack)
            self._show_questions()
            self._suggest()

    @work(thread=True, exclusive=True, group="catalogue", exit_on_error=False)
    def _load_catalogue(self) -> None:
        catalogue = self.session.services.load_catalogue()
        self.app.call_from_thread(self._show_catalogue, catalogue)

    @work(thread=True, exclusive=True, group="takes", exit_on_error=False)
    def _load_takes(self) -> None:
        history, is_first = self.session.history, self.session.takes_version == 0
        try:
            takes = history.rows()
            cut_off = history.cut_off(takes) if is_first else ()
        except (SaybackError, OSError) as error:
            self.app.call_from_thread(tell, self, str(error), is_warning=True)
            return
        self.app.call_from_thread(self._show_takes, takes)
        if cut_off:
            self.app.call_from_thread(
                tell, self, f"{take_lines.cut_off_sentence(cut_off)} Press t.", is_warning=True
            )

    def _show_catalogue(self, catalogue: Catalogue) -> None:
        self.session.catalogue = catalogue
        self.query_one(Sidebar).show(catalogue, self.session.config.practice.pack)
        for problem in catalogue.problems:
            tell(self, problem, is_warning=True)
        self._show_questions()
        self._suggest()

    def _show_takes(self, takes: tuple[TakeRow, ...]) -> None:
        self._rows = takes
        self._takes = take_lines.by_question(takes)
        self.query_one(QuestionList).count_takes(self._takes)
        self._show_details()
        self._suggest()

    def _suggest(self) -> None:
        """Find out what to practise today, once packs and takes are both known."""
        if self._rows is not None and self.session.catalogue.packs:
            self._find_suggestions(self._rows)

    @work(thread=True, group="today", exit_on_error=False)
    def _find_suggestions(self, rows: tuple[TakeRow, ...]) -> None:
        self.app.call_from_thread(self._show_today, self.session.suggestions(rows))

    def _show_today(self, found: tuple[Suggestion, ...]) -> None:
        self.query_one(TodayList).show(found)
        self.refresh_bindings()

    @on(Sidebar.Changed)
    @on(Input.Changed, "#search")
    def _show_questions(self) -> None:
        chosen = self.query_one(Sidebar).filter
        text = self.query_one("#search", Input).value
        self._shown = chosen.with_text(text).questions(self.session.catalogue)
        found = self.query_one(QuestionList)
        found.show(self._shown, self.session.catalogue, self._takes)
        found.border_subtitle = f"{len(self._shown)} questions"
        self._show_details()

    @on(TodayList.OptionHighlighted, "#today")
    def _mark_suggested(self) -> None:
        """Show the details of what is suggested, where the list below has it."""
        today, questions = self.query_one(TodayList), self.query_one(QuestionList)
        question_id = today.marked.question.id if today.has_focus and today.marked else None
        if question_id in {option.id for option in questions.options} and question_id:
            questions.mark(question_id)

    @on(QuestionList.OptionHighlighted, "#questions")
    def _show_details(self) -> None:
        question = self.marked
        text = self.query_one("#details-text", Static)
        takes = self._takes.get(question.id, ()) if question else ()
        if question is None:
            text.update("No question passes. Esc, then c, clears search and filters.")
        else:
            text.update(question_details(question, self.session.catalogue.competence_names()))
        self.query_one(TakeList).show(takes)
        heading = self.query_one("#earlier-heading")
        if heading.display != bool(takes):
            heading.display = bool(takes)
            self.refresh_bindings()
        self.query_one("#details").scroll_home(animate=False)

    @property
    def marked(self) -> Question | None:
        """The question that the keys are about."""
        question_id = self.query_one(QuestionList).highlighted_id
        return self.session.catalogue.find(question_id) if question_id else None

    @on(Input.Submitted, "#search")
    def _leave_search(self) -> None:
        self.query_one(QuestionList).focus()

    @on(QuestionList.OptionSelected, "#questions")
    def _click_question(self) -> None:
        # The first click reads a question, the second one asks it.
        if self.query_one(QuestionList).was_marked:
            self.action_practise()

    @on(TodayList.OptionSelected, "#today")
    def _click_today(self) -> None:
        if self.query_one(TodayList).was_marked:
            self.action_practise()

    def action_practise(self) -> None:
        """Ask the marked question."""
        today = self.query_one(TodayList)
        if today.has_focus:
            if suggestion := today.marked:
                self._practise_suggestion(suggestion)
        elif question := self.marked:
            self.post_message(Practise(self.session.order(TakeQuestion.of(question))))

    def _practise_suggestion(self, suggestion: Suggestion) -> None:
        self.post_message(Practise(self.session.order(suggestion.question)))

    def action_today(self) -> None:
        """Go to what to practise today; where there is no room for it, ask in a dialog."""
        today = self.query_one(TodayList)
        if today.display:
            today.highlighted = today.highlighted or 0
            today.focus()
            return

        def answer(place: int | None) -> None:
            if place is not None:
                self._practise_suggestion(today.suggestions[place])

        lines = [(f"{each.label}: {each.question.text}", each.reason) for each in today.suggestions]
        self.app.push_screen(Choose("What to practise today?", lines), answer)

    @on(TakeList.OptionSelected, "#earlier")
    def action_open_take(self) -> None:
        """Open the marked earlier take."""
        take_id = self.query_one(TakeList).highlighted_id
        question = self.marked
        takes = self._takes.get(question.id, ()) if question else ()
        for row in takes:
            if row.id == take_id:
                self.post_message(OpenTake(self.session.history.take(row)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let Enter mean what the marked list is for."""
        if action == "open_take":
            return isinstance(self.focused, TakeList)
        if action in ("search", "leave_search"):
            return isinstance(self.focused, Input) is (action == "leave_search")
        if action == "practise":
            return not isinstance(self.focused, TakeList | Input | Select)
        if action == "today":
            return bool(self.query_one(TodayList).suggestions)
        if action == "earlier":
            return bool(self.marked and self._takes.get(self.marked.id))
        return True

    def action_search(self) -> None:
        """Go to the search field."""
        self.query_one("#search").focus()

    def action_packs(self) -> None:
        """Go to the packs."""
        self.query_one("#packs").focus()

    def action_leave_search(self) -> None:
        """Go from the search field to the questions."""
        self.action_questions()

    def action_questions(self) -> None:
        """Go to the questions."""
        self.query_one(QuestionList).focus()

    def action_earlier(self) -> None:
        """Go to the earlier takes."""
        takes = self.query_one(TakeList)
        takes.highlighted = 0
        takes.focus()

    def action_takes(self) -> None:
        """List all takes."""
        self.post_message(OpenTakes())

    def action_clear(self) -> None:
        """Clear search and filters."""
        self.query_one("#search", Input).value = ""
        self.query_one(Sidebar).clear()

    def action_surprise(self) -> None:
        """Mark a question at random."""
        if self._shown:
            self.query_one(QuestionList).mark(random.choice(self._shown).id)
            self.action_questions()
