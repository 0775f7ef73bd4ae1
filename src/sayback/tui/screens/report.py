"""Report: advice, figures and words of one take, and listening to it."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on, work
from textual.containers import Horizontal, Vertical, VerticalGroup
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Label, Static

from sayback.config import Config
from sayback.errors import SaybackError
from sayback.library import Take
from sayback.tui.correcting import place_of
from sayback.tui.held import close_in_background
from sayback.tui.keeping import as_recognised, corrected
from sayback.tui.keys import bindings
from sayback.tui.messages import Practise
from sayback.tui.screens.base import tell
from sayback.tui.screens.choose import Choose
from sayback.tui.screens.choose_other import compare_with_another
from sayback.tui.screens.correct import CorrectDialog, Corrected
from sayback.tui.screens.measured import MeasuredDialog
from sayback.tui.screens.paned import PanedScreen
from sayback.tui.screens.report_notes import TakeNotes
from sayback.tui.take_view import STILL_NO_WORDS, TakeView
from sayback.tui.widgets.advice_list import AdviceList
from sayback.tui.widgets.desk_keys import DeskKeys
from sayback.tui.widgets.figure_list import FigureList
from sayback.tui.widgets.lists import ChoiceList
from sayback.tui.widgets.pane_strip import PaneStrip
from sayback.tui.widgets.timeline_view import TimelineView
from sayback.tui.widgets.transcript_view import TranscriptView


class ReportScreen(PanedScreen, TakeNotes):
    """One take to read and to listen to."""

    PLACE = "report"
    PANES = ("advice", "figures", "transcript")
    BINDINGS = bindings("report")

    def parts(self) -> Iterable[Widget]:
        """Lay out the heading, three panes and the timeline."""
        yield VerticalGroup(
            Label(Content(""), id="asked"),
            Label(Content(""), id="facts"),
            Label(Content(""), id="notes"),
            Label(Content(""), id="caution"),
            id="heading",
        )
        yield TimelineView()
        yield DeskKeys()
        yield PaneStrip(("1 Advice", "2 Figures", "3 Words"))
        left = Vertical(
            AdviceList(id="advice"),
            Vertical(FigureList(id="figures"), Static("", id="figure-details"), id="figures-pane"),
            id="left",
        )
        right = Vertical(TranscriptView(id="transcript"), id="right")
        yield Horizontal(left, right, id="panes")

    def on_mount(self) -> None:
        """Show the take; `TakeScreen` reads its audio meanwhile."""
        self._show()
        self.action_pane("advice")

    def settings_changed(self, before: Config) -> None:
        """Judge by the thresholds of now; play over the loudspeaker of now."""
        config = self.session.config
        if config.thresholds != before.thresholds:
            self._view = TakeView(self._view.take, config.thresholds)
            self._show()
        if config.audio.loudspeaker != before.audio.loudspeaker:
            if self._listening is not None:
                close_in_background(self._listening)
                self._listening = None
            self._load_audio()

    def _show(self) -> None:
        view = self._view
        self._show_heading()
        self.query_one(AdviceList).show(view.report.advice, instead=view.no_advice)
        self.query_one(FigureList).show(view.figures, view.star)
        self.query_one(TranscriptView).show(view.sentences, instead=view.no_words)
        self._show_timeline()
        self.refresh_bindings()

    def _show_heading(self) -> None:
        view = self._view
        self.query_one("#asked", Label).update(Content(view.title))
        self.query_one("#facts", Label).update(Content(view.facts))
        kept = self.query_one("#notes", Label)
        kept.update(Content(view.kept))
        kept.display = bool(view.kept)
        caution = self.query_one("#caution", Label)
        caution.update(Content(f"⚠ {view.caution}"))
        caution.display = bool(view.caution)

    @on(FigureList.OptionHighlighted, "#figures")
    def _explain(self) -> None:
        if not self.query(FigureList):
            return  # The program is being left while the list still fills.
        details = self._view.details(self.query_one(FigureList).highlighted_id)
        self.query_one("#figure-details", Static).update(Content(details))
        self.query_one("#figure-details").display = bool(details)

    def action_measured(self) -> None:
        """Say how the marked figure is measured."""
        found = self._view.measure(self.query_one(FigureList).highlighted_id)
        if found:
            self.app.push_screen(MeasuredDialog(*found))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what this take allows."""
        question = self._view.take.question
        if action == "analyse":
            return self._view.take.pending
        if action in ("again", "compare"):
            return question is not None
        if action == "follow_up":
            return bool(self.session.follow_ups(self._view.take))
        if action == "hear":
            return isinstance(self.focused, ChoiceList | TranscriptView)
        if action == "correct":
            return bool(self._view.report.transcript.words)
        if action == "measured":
            return isinstance(self.focused, FigureList)
        return True

    def action_correct(self) -> None:
        """Correct the word at the cursor, its filler, or its sentence's part."""
        cursor = self.query_one(TranscriptView).cursor
        place = place_of(self._view.take, cursor or 0)
        if place is None:
            return

        def correct(found: Corrected | None) -> None:
            take = self._view.take
            if found is not None and found.as_recognised:
                self._write(lambda: as_recognised(self.session, take, place.word))
            elif found is not None and found.corrections:
                self._write(lambda: corrected(self.session, take, found.corrections))

        self.app.push_screen(CorrectDialog(place), correct)

    def action_again(self) -> None:
        """Answer the same question again."""
        if question := self._view.take.question:
            self.post_message(Practise(self.session.order(question)))

    def action_compare(self) -> None:
        """Compare with another take of this question."""
        if self._listening is not None and self._listening.is_playing:
            self._listening.toggle()
        compare_with_another(self, self._view.take)

    def action_follow_up(self) -> None:
        """Choose a follow-up question and answer it."""
        take, found = self._view.take, self.session.follow_ups(self._view.take)

        def answer(place: int | None) -> None:
            if place is not None:
                self.post_message(Practise(self.session.follow_up(take, found[place])))

        lines = [(each.text, each.why) for each in found]
        self.app.push_screen(Choose("Which follow-up question?", lines), answer)

    def action_analyse(self) -> None:
        """Analyse this take now."""
        tell(self, "Analysing; the report fills in when it is done.")
        self._analyse()

    @work(thread=True, exclusive=True, group="analyse", exit_on_error=False)
    def _analyse(self) -> None:
        try:
            take = self.session.analyse(self._view.take)
        except SaybackError as error:
            self.app.call_from_thread(tell, self, str(error), is_warning=True)
        else:
            self.app.call_from_thread(self._show_take, take)
            if take.pending:
                self.app.call_from_thread(tell, self, STILL_NO_WORDS, is_warning=True)

    def _show_take(self, take: Take) -> None:
        same = take.report == self._view.take.report
        self._view = TakeView(take, self.session.config.thresholds)
        if same:
            # A note or a star: what is marked in the lists stays marked.
            self._show_heading()
            self._show_timeline()
        else:
            self._show()
