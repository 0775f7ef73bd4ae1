"""Report: advice, figures and words of one take, and listening to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from textual import on, work
from textual.containers import Horizontal, Vertical, VerticalGroup
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Label, Static

from sayback.errors import SaybackError
from sayback.library import Take
from sayback.tui.keys import bindings
from sayback.tui.listening import Listening
from sayback.tui.messages import Practise
from sayback.tui.moments import lead_in, next_stop, previous_stop
from sayback.tui.screens.base import SaybackScreen, tell
from sayback.tui.screens.choose import Choose
from sayback.tui.screens.measured import MeasuredDialog
from sayback.tui.session import Session
from sayback.tui.take_view import TakeView
from sayback.tui.widgets.advice_list import AdviceList
from sayback.tui.widgets.figure_list import FigureList
from sayback.tui.widgets.lists import ChoiceList
from sayback.tui.widgets.pane_strip import PaneStrip
from sayback.tui.widgets.timeline_view import TimelineView
from sayback.tui.widgets.transcript_view import TranscriptView

_FOLLOWS_PER_SECOND = 15
_PANES = ("advice", "figures", "transcript")


class ReportScreen(SaybackScreen):
    """One take to read and to listen to."""

    PLACE = "report"
    BINDINGS = bindings("report")

    def __init__(self, session: Session, take: Take) -> None:
        super().__init__(session)
        self._view = TakeView(take, session.config.thresholds)
        self._listening: Listening | None = None
        self._why_silent = "The recording is still being read; try again in a moment."

    def parts(self) -> Iterable[Widget]:
        """Lay out the heading, three panes and the timeline."""
        yield VerticalGroup(
            Label(Content(""), id="asked"),
            Label(Content(""), id="facts"),
            Label(Content(""), id="caution"),
            id="heading",
        )
        yield PaneStrip(("1 Advice", "2 Figures", "3 Words"))
        left = Vertical(
            AdviceList(id="advice"),
            Vertical(FigureList(id="figures"), Static("", id="figure-details"), id="figures-pane"),
            id="left",
        )
        right = Vertical(TimelineView(), TranscriptView(id="transcript"), id="right")
        yield Horizontal(left, right, id="panes")

    def on_mount(self) -> None:
        """Show the take; read its audio meanwhile."""
        self._show()
        self.action_pane("advice")
        self._load_audio()
        self.set_interval(1 / _FOLLOWS_PER_SECOND, self._follow)

    def on_unmount(self) -> None:
        """Fall silent."""
        if self._listening is not None:
            # Giving the device back can take a moment, which no screen should wait for.
            self.app.run_worker(self._listening.close, thread=True, exit_on_error=False)

    def _show(self) -> None:
        view = self._view
        self.query_one("#asked", Label).update(Content(view.title))
        self.query_one("#facts", Label).update(Content(view.facts))
        caution = self.query_one("#caution", Label)
        caution.update(Content(f"⚠ {view.caution}"))
        caution.display = bool(view.caution)
        self.query_one(AdviceList).show(view.report.advice, instead=view.no_advice)
        self.query_one(FigureList).show(view.figures, view.star)
        self.query_one(TranscriptView).show(view.sentences, instead=view.no_words)
        self._show_timeline()
        self.refresh_bindings()

    def _show_timeline(self) -> None:
        known_s = self._view.report.take.duration_s
        duration_s = self._listening.duration_s if self._listening else known_s or 0.0
        self.query_one(TimelineView).show(self._view.report, duration_s)
        self._follow()

    @work(thread=True, exclusive=True, group="audio", exit_on_error=False)
    def _load_audio(self) -> None:
        try:
            audio = self.session.services.decode(self._view.take.audio_path)
            listening = Listening(self.session.sound(), audio)
        except SaybackError as error:
            self.app.call_from_thread(self._set_silent, str(error))
        else:
            self.app.call_from_thread(self._set_listening, listening)

    def _set_listening(self, listening: Listening) -> None:
        self._listening = listening
        self._show_timeline()

    def _set_silent(self, why: str) -> None:
        self._why_silent = why
        tell(self, why, is_warning=True)

    def _follow(self) -> None:
        """Move cursor and highlighted word to what is heard."""
        timeline = self.query_one(TimelineView)
        if self._listening is None:
            timeline.follow(0.0, is_playing=False)
            return
        position_s, playing = self._listening.position_s, self._listening.is_playing
        timeline.follow(position_s, is_playing=playing)
        at_rest = position_s == 0 and not playing
        spoken = None if at_rest else self._view.spoken.at(position_s)
        self.query_one(TranscriptView).spoken = spoken
        if problem := self._listening.take_problem():
            tell(self, problem, is_warning=True)

    def _desk(self) -> Listening | None:
        if self._listening is None:
            tell(self, self._why_silent)
        return self._listening

    def _play(self, start_s: float | None, end_s: float | None = None) -> None:
        desk = self._desk()
        if desk is not None and start_s is not None:
            desk.play_from(lead_in(start_s), end_s)
            self._follow()

    def action_play(self) -> None:
        """Play or pause."""
        if desk := self._desk():
            desk.toggle()
            self._follow()

    def action_move(self, seconds: int) -> None:
        """Go back or on."""
        if desk := self._desk():
            desk.move(float(seconds))
            self._follow()

    def action_next_filler(self) -> None:
        """Go to the next filler."""
        self._go_to_filler(next_stop, "There is no filler after this.")

    def action_previous_filler(self) -> None:
        """Go to the filler before."""
        self._go_to_filler(previous_stop, "There is no filler before this.")

    def _go_to_filler(
        self, find: Callable[[Sequence[float], float], float | None], nothing: str
    ) -> None:
        if desk := self._desk():
            stop = find(self._view.filler_stops, desk.position_s)
            if stop is None:
                tell(self, nothing)
            else:
                desk.play_from(stop)
                self._follow()

    @on(TranscriptView.WordChosen)
    def _hear_word(self, event: TranscriptView.WordChosen) -> None:
        self._play(self._view.word_start_s(event.index))

    @on(TranscriptView.FillerChosen)
    def _hear_filler(self, event: TranscriptView.FillerChosen) -> None:
        self._play(self._view.report.fillers.items[event.item].start)

    @on(TimelineView.Chosen)
    def _hear_moment(self, event: TimelineView.Chosen) -> None:
        if desk := self._desk():
            desk.go_to(event.time_s)
            self._follow()

    @on(FigureList.OptionSelected, "#figures")
    def _click_figure(self) -> None:
        # The first click explains a figure, the second one plays it.
        if self.query_one(FigureList).was_marked:
            self.action_hear()

    @on(AdviceList.OptionSelected, "#advice")
    def action_hear(self) -> None:
        """Play what the marked advice or figure is about."""
        moment = None
        if isinstance(self.focused, FigureList):
            moment = self._view.first_moment(self.focused.highlighted_id)
        elif isinstance(self.focused, AdviceList) and self.focused.highlighted_id:
            evidence = self._view.report.advice[int(self.focused.highlighted_id)].evidence
            moment = evidence[0] if evidence else None
        if moment is None:
            tell(self, "There is no single moment to hear for this one.")
        else:
            self._play(moment.start, moment.end + 0.3)

    @on(FigureList.OptionHighlighted, "#figures")
    def _explain(self) -> None:
        details = self._view.details(self.query_one(FigureList).highlighted_id)
        self.query_one("#figure-details", Static).update(Content(details))
        self.query_one("#figure-details").display = bool(details)

    def action_measured(self) -> None:
        """Say how the marked figure is measured."""
        found = self._view.measure(self.query_one(FigureList).highlighted_id)
        if found:
            self.app.push_screen(MeasuredDialog(*found))

    def action_pane(self, name: str) -> None:
        """Go to a pane; on a narrow screen it is the one that is shown."""
        self.query_one("#panes").set_classes(f"-show-{name}")
        self.query_one(PaneStrip).chosen = _PANES.index(name)
        self.query_one(f"#{name}").focus()

    @on(PaneStrip.Chosen)
    def _choose_pane(self, event: PaneStrip.Chosen) -> None:
        self.action_pane(_PANES[event.place])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what this take allows."""
        question = self._view.take.question
        if action == "analyse":
            return self._view.take.pending
        if action == "again":
            return question is not None
        if action == "follow_up":
            return bool(self.session.follow_ups(self._view.take))
        if action == "hear":
            return isinstance(self.focused, ChoiceList)
        if action == "measured":
            return isinstance(self.focused, FigureList)
        return True

    def action_again(self) -> None:
        """Answer the same question again."""
        if question := self._view.take.question:
            self.post_message(Practise(self.session.order(question)))

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

    def _show_take(self, take: Take) -> None:
        self._view = TakeView(take, self.session.config.thresholds)
        self._show()
